/* figures.ts — what the charts draw, as numbers; nothing of it decides or scores anything. */
import type { Cell, Contest, Data, Forms } from "../data";

const isNumber = (c: Cell | undefined): c is number => typeof c === "number";

function sum(cells: (Cell | undefined)[]): number {
    return cells.reduce<number>((n, c) => n + (isNumber(c) ? c : 0), 0);
}

/* Lines that may say how many took part, the first that the form has. */
const PERSONS = ["took_part", "signed", "admitted", "box", "cast"];
const BESIDE = ["against", "gone", "writein"];

/* One form in shares, 0..1 and more: the figures may be wrong. */
export interface Share { row: number; turnout: number; share: number }
export interface Shares {
    points: Share[];
    /* counted forms that cannot be drawn: no register, no votes, a line unknown */
    without: number;
    /* drawn at the edge: more participants than registered */
    beyond: number;
}

function registered(f: Forms, row: number): number | null {
    const own = f.fields["reg"]?.[row];
    if (isNumber(own)) return own;
    const parts = ["reg_main", "reg_add", "reg_special"].map((id) => f.fields[id]?.[row]);
    return parts.some(isNumber) ? sum(parts) : null;
}

function validVotes(f: Forms, row: number): number {
    const own = f.fields["valid"]?.[row];
    if (isNumber(own)) return own;
    return sum([...Object.values(f.votes).map((c) => c[row]), ...BESIDE.map((id) => f.fields[id]?.[row])]);
}

function participants(f: Forms, row: number): number {
    for (const id of PERSONS) {
        const c = f.fields[id]?.[row];
        if (isNumber(c)) return c;
    }
    return validVotes(f, row) + sum(["invalid", "blank"].map((id) => f.fields[id]?.[row]));
}

export function sharesOf(f: Forms, option: string): Shares {
    const out: Shares = { points: [], without: 0, beyond: 0 };
    const votes = f.votes[option];
    for (let row = 0; row < f.station.length; row++) {
        if (f.state[row] !== "counted") continue;
        const reg = registered(f, row), valid = validVotes(f, row), x = votes?.[row];
        if (!reg || valid <= 0 || !isNumber(x)) {
            out.without++;
            continue;
        }
        const turnout = participants(f, row) / reg;
        if (turnout > 1) out.beyond++;
        out.points.push({ row, turnout, share: x / valid });
    }
    return out;
}

/* Those with a tenth of the votes, the largest first, at most four. */
export function mainOptions(c: Contest): string[] {
    const all = c.options.reduce((n, o) => n + (o.votes ?? 0), 0);
    return c.options
        .filter((o) => (o.votes ?? 0) > 0 && (o.votes ?? 0) * 10 >= all)
        .sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0))
        .slice(0, 4)
        .map((o) => o.id);
}

/* The middle half: values at a quarter, a half, three quarters of the way. */
export function quartiles(values: readonly number[]): [number, number, number] | null {
    if (values.length === 0) return null;
    const sorted = [...values].sort((a, b) => a - b);
    const at = (q: number): number => {
        const x = q * (sorted.length - 1), i = Math.floor(x);
        const low = sorted[i]!, high = sorted[Math.min(i + 1, sorted.length - 1)]!;
        return low + (high - low) * (x - i);
    };
    return [at(0.25), at(0.5), at(0.75)];
}

export interface Bin { x: number; y: number; n: number }

/* How many forms in each of n × n squares; what is beyond 1 goes into the last. */
export function bins(points: readonly Share[], n: number): Bin[] {
    const count = new Map<number, number>();
    const at = (v: number) => Math.max(0, Math.min(n - 1, Math.floor(v * n)));
    for (const p of points) {
        const key = at(p.turnout) * n + at(p.share);
        count.set(key, (count.get(key) ?? 0) + 1);
    }
    return [...count].map(([key, k]) => ({ x: Math.floor(key / n) / n, y: (key % n) / n, n: k }));
}

/* ---- stations by votes contradicted ---- */

export interface Bar { station: string; votes: number; codes: string[] }

/* Findings of one form may have one cause: of each station's forms the largest finding is taken,
 * and forms of several contests are not added up. */
export function contradictedBars(data: Data, contest: string | null, most: number): Bar[] {
    const by = new Map<string, Bar>();
    const findings = contest === null ? data.review.findings : data.findingsOf(contest);
    for (const f of findings) {
        if (f.severity !== "error" || f.station === null || !f.votes_contradicted) continue;
        const bar = by.get(f.station) ?? { station: f.station, votes: 0, codes: [] };
        bar.votes = Math.max(bar.votes, f.votes_contradicted);
        if (!bar.codes.includes(f.code)) bar.codes.push(f.code);
        by.set(f.station, bar);
    }
    return [...by.values()].sort((a, b) => b.votes - a.votes || (a.station < b.station ? -1 : 1)).slice(0, most);
}

/* ---- seats: lead against votes in question ---- */

export interface Lead { contest: Contest; lead: number; question: number | null }

/* How near the question comes to the lead: those that reach it first, then by what is left. */
export function leads(contests: readonly Contest[]): Lead[] {
    const near = (l: Lead) => (l.question === null ? -Infinity : l.lead - l.question);
    return contests
        .filter((c) => c.sensitivity.lead !== null)
        .map((contest) => ({ contest, lead: contest.sensitivity.lead!, question: contest.sensitivity.fall }))
        .map((l, i) => ({ l, i }))
        .sort((a, b) => near(a.l) - near(b.l) || a.i - b.i)
        .map(({ l }) => l);
}
