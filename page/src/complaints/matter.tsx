/* Whether the decision of a complaint can change its seat: in votes, at the worst. */
import type { Data, Question } from "../data";
import { signed, t } from "../language";
import { useData } from "../parts";
import { mattersText } from "../seats/questions";
import type { Complaint } from "./data";

function questionOf(data: Data, c: Complaint): Question | undefined {
    return c.contest === null ? undefined
        : data.contest(c.contest)?.sensitivity.questions?.find((q) => q.id === c.id && q.by === "complaint");
}

const ORDER: Record<string, number> = { alone: 0, with_others: 1, not_known: 2, no: 3 };

/* What can change a seat first, what is settled last. */
export function matterOrder(data: Data, c: Complaint): number {
    if (!c.open) return 9;
    const q = questionOf(data, c);
    return q ? ORDER[q.matters] ?? 4 : 5;
}

export function Matter({ complaint: c, brief }: { complaint: Complaint; brief?: boolean }) {
    const data = useData();
    if (c.kind === "demand") return <>{t("A demand asks nothing of a seat.")}</>;
    if (!c.open) return <>{t("settled")}</>;
    const q = questionOf(data, c);
    if (!q) return <>{t("asks nothing that changes votes")}</>;
    if (brief) return <>{mattersText(q)}</>;
    const end = (n: number | null) => (n === null ? t("any number") : signed(n));
    return (
        <p>
            {t("At the worst its answer moves the lead by {low} to {high} votes.", { low: end(q.low), high: end(q.high) })}{" "}
            {t("It {matters}.", { matters: mattersText(q) })}
        </p>
    );
}
