/* What happened when: days from left to right, one row for each kind of thing. */
import * as Plot from "@observablehq/plot";
import { day } from "../language";
import { Sized } from "./size";

/* Local dates of the election, YYYY-MM-DD or with a time; `to` is the same day where it lasted no
 * longer. `lane` is the word at the left. */
export interface Moment { lane: string; from: string; to: string; label: string }

const LANE = 40;

/* A local date as a point on an axis that knows no time zone. */
export function instant(iso: string): Date {
    const m = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(iso);
    if (!m) return new Date(NaN);
    return new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4] ?? 12), Number(m[5] ?? 0)));
}

export function drawable(moments: readonly Moment[]): Moment[] {
    return moments.filter((m) => !Number.isNaN(instant(m.from).getTime()) && !Number.isNaN(instant(m.to).getTime()));
}

function draw(moments: readonly Moment[], lanes: readonly string[], width: number): Element {
    const longest = Math.max(...lanes.map((l) => l.length));
    const rows = moments.map((m) => ({ lane: m.lane, from: instant(m.from), to: instant(m.to) }));
    const lasting = rows.filter((r) => r.to > r.from);
    return Plot.plot({
        width, height: lanes.length * LANE + 60, marginLeft: Math.min(width * 0.34, 16 + longest * 7.4), marginRight: 28, marginTop: 40, marginBottom: 6,
        style: { background: "none", color: "var(--ink)", fontSize: "13px", fontFamily: "inherit" },
        x: {
            type: "utc", axis: "top", label: null, grid: true, ticks: width < 500 ? 3 : 7,
            tickFormat: (d: Date) => day(d.toISOString().slice(0, 10)),
        },
        y: { label: null, domain: lanes.slice(), tickSize: 0 },
        marks: [
            Plot.ruleY(lanes, { y: (l: string) => l, stroke: "var(--rule)" }),
            Plot.ruleY(lasting, { y: "lane", x1: "from", x2: "to", stroke: "var(--own)", strokeWidth: 7, strokeOpacity: 0.5 }),
            Plot.dot(rows, { x: "from", y: "lane", r: 5, fill: "var(--own)", fillOpacity: 0.75, stroke: "var(--paper)" }),
        ],
    });
}

export function TimeLine({ moments }: { moments: readonly Moment[] }) {
    const shown = drawable(moments);
    const lanes = [...new Set(shown.map((m) => m.lane))];
    if (shown.length < 2) return null;
    return <Sized most={900} make={(width) => draw(shown, lanes, width)} />;
}
