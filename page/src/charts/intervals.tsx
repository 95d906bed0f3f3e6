/* What several sources say of one number, as intervals under each other: nothing is averaged. A
 * claim without an upper end goes on past the edge, with an arrow. */
import * as Plot from "@observablehq/plot";
import { count, t } from "../language";
import { Sized } from "./size";

/* `high` null: no upper end; `low` null: no interval was said. */
export interface Interval { label: string; low: number | null; high: number | null }

const ROW = 24;

interface Drawn { key: string; from: number; to: number; endless: boolean }

/* Past the largest number that anybody named, so that an end that is not known can be seen. */
export function edge(intervals: readonly Interval[]): number {
    const most = Math.max(1, ...intervals.flatMap((i) => [i.low ?? 0, i.high ?? 0]));
    return most * 1.15;
}

function draw(rows: readonly Interval[], bands: readonly Interval[], width: number): Element {
    const all = [...rows, ...bands], end = edge(all);
    const letters = width < 500 ? 18 : 36;
    const name = (i: Interval) => (i.label.length > letters ? `${i.label.slice(0, letters - 1)}…` : i.label);
    const longest = Math.max(...rows.map((r) => name(r).length));
    const least = Math.min(...all.map((i) => i.low ?? end));
    const drawn: Drawn[] = rows.map((r, i) => ({
        key: String(i), from: r.low ?? 0, to: r.high ?? end, endless: r.high === null,
    }));
    const said = drawn.filter((_, i) => rows[i]!.low !== null);
    return Plot.plot({
        width, height: rows.length * ROW + 60, marginLeft: 14 + longest * 7.2, marginRight: 24, marginTop: 44, marginBottom: 6,
        style: { background: "none", color: "var(--ink)", fontSize: "13px", fontFamily: "inherit" },
        x: {
            domain: [Math.min(0, least), end], axis: "top", label: null, grid: true, ticks: width < 500 ? 4 : 7,
            tickFormat: (n: number) => (Number.isInteger(n) ? count(n) : ""),
        },
        y: { label: null, domain: drawn.map((d) => d.key), tickSize: 0, tickFormat: (k: string) => name(rows[Number(k)]!) },
        marks: [
            /* Where most of them agree: behind everything. */
            Plot.rectX(bands, { x1: (b: Interval) => b.low ?? 0, x2: (b: Interval) => b.high ?? end, fill: "var(--bar)", fillOpacity: 0.18 }),
            Plot.ruleY(said, { y: "key", x1: "from", x2: "to", stroke: "var(--ink)", strokeWidth: 2.5 }),
            Plot.tickX(said, { x: "from", y: "key", stroke: "var(--ink)", strokeWidth: 2, inset: 5 }),
            Plot.tickX(said.filter((d) => !d.endless), { x: "to", y: "key", stroke: "var(--ink)", strokeWidth: 2, inset: 5 }),
            Plot.text(said.filter((d) => d.endless), { x: "to", y: "key", text: () => "▶", fill: "var(--ink)" }),
        ],
    });
}

export function Intervals({ rows, bands }: { rows: readonly Interval[]; bands: readonly Interval[] }) {
    if (!rows.length) return null;
    return <Sized most={760} make={(width) => draw(rows, bands, width)} />;
}

/* "800 to 3,750", "4", "at least 4", "not known". */
export function intervalText(low: number | null, high: number | null): string {
    if (low === null && high === null) return t("not known");
    if (high === null) return t("at least {n}", { n: low });
    if (low === null) return t("at most {n}", { n: high });
    return low === high ? count(low) : t("{low} to {high}", { low, high });
}
