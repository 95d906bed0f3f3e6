/* Whether the decision of a complaint can change its seat: in votes, at the worst. */
import type { Data } from "../data";
import { t } from "../language";
import type { Complaint } from "./data";

export function matterOrder(_: Data, c: Complaint): number {
    return c.open ? 1 : 9;
}

export function Matter({ complaint: c }: { complaint: Complaint; brief?: boolean }) {
    if (!c.open) return <>{t("settled")}</>;
    return <>–</>;
}
