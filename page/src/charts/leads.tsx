/* All seats on one axis: the lead, and the votes in question that could take it away. */
import * as Plot from "@observablehq/plot";
import { useState } from "preact/hooks";
import { count, t } from "../language";
import { Figure, Name, Table, Verdict, useData, usePaper, type Column } from "../parts";
import { to } from "../router";
import { contestName } from "../words";
import { leads, type Lead } from "./figures";
import { Sized, useFigureLevel } from "./size";

const FEW = 25;

/* 0, 1, 10, 100, ...: small and large numbers on one axis. */
function ticks(most: number): number[] {
    const list = [0];
    for (let n = 1; n <= most; n *= 10) list.push(n);
    return list;
}

const cut = (text: string, n: number): string => (text.length > n ? `${text.slice(0, n - 1)}…` : text);

function draw(rows: readonly Lead[], width: number): Element {
    const letters = width < 500 ? 16 : 34;
    const name = (l: Lead) => cut(contestName(l.contest), letters);
    const longest = Math.max(...rows.map((l) => name(l).length));
    const most = Math.max(...rows.map((l) => Math.max(l.lead, l.question ?? 0)), 1);
    const names = new Map(rows.map((l) => [l.contest.id, name(l)]));
    const reached = (l: Lead) => l.question === null || l.question >= l.lead;
    return Plot.plot({
        width, height: rows.length * 20 + 64, marginLeft: 14 + longest * 7.2, marginRight: 20, marginTop: 44, marginBottom: 6,
        style: { background: "none", color: "var(--ink)", fontSize: "13px", fontFamily: "inherit" },
        x: {
            type: "symlog", constant: 1, domain: [0, most * 1.3], label: t("votes; each step is ten times the one before"),
            labelArrow: "none", labelAnchor: "left", labelOffset: 40, axis: "top", ticks: ticks(most), tickFormat: (n: number) => count(n), grid: true,
        },
        y: { label: null, domain: rows.map((l) => l.contest.id), tickSize: 0, tickFormat: (id: string) => names.get(id) ?? id },
        marks: [
            Plot.ruleY(rows, { y: (l: Lead) => l.contest.id, x1: 0, x2: (l: Lead) => l.lead, stroke: "var(--rule)", strokeWidth: 1.5 }),
            /* In question: a bar from nothing to as far as it reaches. */
            Plot.ruleY(rows, {
                y: (l: Lead) => l.contest.id, x1: 0, x2: (l: Lead) => l.question ?? most * 1.3,
                stroke: (l: Lead) => (reached(l) ? "var(--open)" : "var(--bar)"), strokeWidth: 6, strokeOpacity: 0.85,
            }),
            /* The lead: a line across, a shape that differs from the bar. */
            Plot.tickX(rows, { x: "lead", y: (l: Lead) => l.contest.id, stroke: "var(--ink)", strokeWidth: 2.5, inset: 1 }),
        ],
    });
}

const columns = (): Column<Lead>[] => [
    { key: "seat", head: t("Seat"), names: true, text: (l) => contestName(l.contest), cell: (l) => <a href={to("seat", l.contest.id)}><Name text={contestName(l.contest)} /></a> },
    { key: "word", head: t("Verdict"), cell: (l) => <Verdict word={l.contest.verdict} /> },
    { key: "lead", head: t("Lead"), number: true, sort: (l) => l.lead, cell: (l) => count(l.lead) },
    { key: "question", head: t("Votes in question"), number: true, sort: (l) => l.question, cell: (l) => (l.question === null ? t("any number") : count(l.question)) },
];

export function Leads() {
    const data = useData();
    const paper = usePaper();
    const level = useFigureLevel(1);
    const [all, setAll] = useState(false);
    const rows = leads(data.review.contests);
    if (rows.length < 2) return null;
    const shown = all && !paper ? rows : rows.slice(0, FEW);
    const reach = rows.filter((l) => l.question === null || l.question >= l.lead).length;
    return (
        <Figure level={level} title={t("Lead and votes in question, seat by seat")}
            alt={t("Of {n:seat/seats}, the votes in question reach the lead in {reach}.", { n: rows.length, reach })}
            caption={
                <>
                    {t("The line across is the lead, in votes, that the outcome hangs on. The bar is by how much it can fall, in the worst case, by all that is contradicted or missing. Where the bar reaches the line, the outcome could be another. Those where it comes nearest stand first.")}{" "}
                    {rows.length > FEW && !paper && (
                        <button type="button" class="no-print" onClick={() => setAll(!all)}>
                            {all ? t("Only the first {n}", { n: FEW }) : t("All {n:seat/seats}", { n: rows.length })}
                        </button>
                    )}
                    {rows.length > FEW && paper && t("The first {n} of {of:seat/seats}.", { n: FEW, of: rows.length })}
                </>
            }
            data={<Table caption={t("Lead and votes in question, in numbers")} quiet rows={rows} columns={columns()} rowKey={(l) => l.contest.id} />}>
            <Sized most={900} make={(width) => draw(shown, width)} />
        </Figure>
    );
}
