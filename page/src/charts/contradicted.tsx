/* Stations by the votes that their forms contradict. */
import * as Plot from "@observablehq/plot";
import type { Contest } from "../data";
import { count, t } from "../language";
import { Figure, Name, Table, shown, useData, type Column } from "../parts";
import { to } from "../router";
import { contradictedBars, type Bar } from "./figures";
import { Sized, useFigureLevel } from "./size";

const MOST = 20;

function draw(bars: readonly Bar[], width: number): Element {
    const longest = Math.max(...bars.map((b) => shown(b.station).length));
    const left = Math.min(width * 0.4, 16 + longest * 7.5);
    return Plot.plot({
        width, height: bars.length * 22 + 64, marginLeft: left, marginRight: 48, marginTop: 48, marginBottom: 8,
        style: { background: "none", color: "var(--ink)", fontSize: "13px", fontFamily: "inherit" },
        x: { label: t("votes contradicted"), axis: "top", tickFormat: (n: number) => (Number.isInteger(n) ? count(n) : ""), ticks: width < 500 ? 4 : 8, labelArrow: "none", labelAnchor: "left", labelOffset: 44, grid: true },
        y: { label: null, domain: bars.map((b) => b.station), tickSize: 0, tickFormat: (code: string) => shown(code) },
        marks: [
            Plot.barX(bars, { x: "votes", y: "station", fill: "var(--bar)", insetTop: 3, insetBottom: 3 }),
            Plot.text(bars, { x: "votes", y: "station", text: (b: Bar) => count(b.votes), textAnchor: "start", dx: 5, fill: "var(--ink)" }),
        ],
    });
}

const columns = (): Column<Bar>[] => [
    { key: "station", head: t("Station"), names: true, cell: (b) => <a href={to("station", b.station)}><Name text={b.station} /></a> },
    { key: "votes", head: t("Votes contradicted"), number: true, cell: (b) => count(b.votes) },
    { key: "codes", head: t("Rules"), cell: (b) => b.codes.join(", ") },
];

/* Of one contest, or of all. */
export function Contradicted({ contest }: { contest: Contest | null }) {
    const data = useData();
    const level = useFigureLevel(contest === null ? 1 : 2);
    const bars = contradictedBars(data, contest?.id ?? null, MOST);
    if (bars.length < 3) return null;
    const all = contradictedBars(data, contest?.id ?? null, Infinity).length;
    return (
        <Figure level={level} title={t("Stations by votes contradicted")}
            alt={t("{station} comes first with {n:vote/votes}; {last} is the last of those shown with {least}.", {
                station: shown(bars[0]!.station), n: bars[0]!.votes,
                last: shown(bars[bars.length - 1]!.station), least: bars[bars.length - 1]!.votes,
            })}
            caption={all > bars.length
                ? t("The {shown} with most, of {n:station/stations} with contradicted votes. For each the largest finding of one form: findings of one form may have one cause and are not added up.", { shown: bars.length, n: all })
                : t("For each station the largest finding of one form: findings of one form may have one cause and are not added up.")}
            data={<Table caption={t("Stations by votes contradicted, in numbers")} quiet rows={bars} columns={columns()} rowKey={(b) => b.station} page={0} />}>
            <Sized most={720} make={(width) => draw(bars, width)} />
        </Figure>
    );
}
