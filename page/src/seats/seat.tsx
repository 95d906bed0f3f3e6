import type { Data } from "../data";
import { useData } from "../parts";
import { contestName } from "../words";
import { t } from "../language";
import { SeatFindings } from "../papers/seat";

export function seatTitle(data: Data, args: string[]): string {
    const contest = data.contest(args[0] ?? "");
    return contest ? contestName(contest) : t("Seat");
}

export function SeatPage({ args }: { args: string[] }) {
    const data = useData();
    const contest = data.contest(args[0] ?? "");
    if (!contest) return <h1>{t("There is no such seat")}</h1>;
    return <><h1>{contestName(contest)}</h1><SeatFindings contest={contest} /></>;
}
