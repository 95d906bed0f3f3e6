/* stations.ts — every station with what is said of it, in columns, so that 100,000 of them are
 * counted in one pass and filtered without making anything. */
import type { Data, Finding } from "../data";

export interface StationRow {
    /* index into review.stations */
    at: number;
    code: string;
    name: string;
    area: number | null;
    kind: string;
    closed: boolean;
    forms: number;
    errors: number; warnings: number; notes: number;
    /* the largest of its findings; they may have one cause */
    contradicted: number;
    inQuestion: number | null;
    missing: boolean;
    annulled: boolean;
    copies: boolean;
    differ: boolean;
    decided: boolean;
}

export type StationFilter =
    "all" | "errors" | "findings" | "missing" | "differ" | "copies" | "decided" | "unusual";

const DIFFER = new Set(["C605", "C803", "C807", "C812", "C813"]);

export const isUnusual = (code: string): boolean => code >= "C900";

/* A large page lists a part of the findings. Of a rule that contradicts, or of which a contradiction
 * is listed, as many must be here as were raised. */
function countErrors(data: Data): boolean {
    const listed = new Map<string, number>();
    const contradicts = new Set(data.review.rules.filter((r) => r.severity === "error").map((r) => r.code));
    for (const f of data.review.findings) {
        listed.set(f.code, (listed.get(f.code) ?? 0) + 1);
        if (f.severity === "error") contradicts.add(f.code);
    }
    return data.review.rules.every((r) => !contradicts.has(r.code) || (listed.get(r.code) ?? 0) >= r.raised);
}

const allErrors = new WeakMap<Data, boolean>();

/* True when every contradiction is in the page. */
export function hasAllErrors(data: Data): boolean {
    const cut = data.review.cut?.findings;
    if (!cut || cut.shown >= cut.of) return true;
    let known = allErrors.get(data);
    if (known === undefined) allErrors.set(data, (known = countErrors(data)));
    return known;
}

function emptyRows(data: Data): StationRow[] {
    const s = data.review.stations;
    return (s?.code ?? []).map((code, at) => ({
        at, code, name: s!.name[at] ?? "", area: s!.area[at] ?? null,
        kind: s!.kind[at] ?? "ordinary", closed: !!s!.closed[at],
        forms: 0, errors: 0, warnings: 0, notes: 0, contradicted: 0, inQuestion: 0,
        missing: false, annulled: false, copies: false, differ: false, decided: false,
    }));
}

/* The state of each station's forms. A contest has one form that counts: a second row of the
 * station in the same contest is a copy. */
function addForms(data: Data, rows: StationRow[]): void {
    for (const f of data.review.forms ?? []) {
        const seen = new Uint8Array(rows.length);
        for (let i = 0; i < f.station.length; i++) {
            const row = rows[f.station[i]!];
            if (!row) continue;
            const state = f.state[i];
            if (state === "awaited") row.missing = true;
            else row.forms++;
            if (state === "annulled") row.annulled = true;
            if (seen[f.station[i]!] && state !== "awaited") row.copies = true;
            seen[f.station[i]!] = 1;
        }
    }
    for (const c of data.review.contests)
        for (const code of c.missing_stations) {
            const row = rows[data.station(code)];
            if (row) row.missing = true;
        }
}

function addFinding(row: StationRow, f: Finding): void {
    if (f.severity === "error") row.errors++;
    else if (f.severity === "warning") row.warnings++;
    else row.notes++;
    if (DIFFER.has(f.code)) row.differ = true;
    if (f.severity !== "error") return;
    row.contradicted = Math.max(row.contradicted, f.votes_contradicted ?? 0);
    if (f.votes_in_question === null || row.inQuestion === null) row.inQuestion = null;
    else row.inQuestion = Math.max(row.inQuestion, f.votes_in_question);
}

export function stationRows(data: Data): StationRow[] {
    const rows = emptyRows(data);
    addForms(data, rows);
    for (const f of data.review.findings) {
        const row = f.station === null ? undefined : rows[data.station(f.station)];
        if (row) addFinding(row, f);
    }
    for (const d of data.review.decisions) {
        const row = d.station === null ? undefined : rows[data.station(d.station)];
        if (row) row.decided = true;
    }
    return rows;
}

export function passes(row: StationRow, filter: StationFilter): boolean {
    switch (filter) {
        case "all": return true;
        case "errors": return row.errors > 0;
        case "findings": return row.errors + row.warnings + row.notes > 0;
        case "missing": return row.missing;
        case "copies": return row.copies;
        case "differ": return row.differ;
        case "decided": return row.decided || row.annulled;
        case "unusual": return row.kind !== "ordinary" || row.closed;
    }
}

/* The areas that the area lies in, the largest first, with itself. */
export function areaPath(data: Data, area: number | null): number[] {
    const areas = data.review.areas ?? [];
    const path: number[] = [];
    for (let at = area; at !== null && areas[at] && path.length < 16; at = areas[at]!.parent)
        path.unshift(at);
    return path;
}

/* For each area, whether it is `within` or inside it: a parent stands before its children. */
export function insideOf(data: Data, within: number): Uint8Array {
    const areas = data.review.areas ?? [];
    const inside = new Uint8Array(areas.length);
    areas.forEach((a, i) => {
        inside[i] = i === within || (a.parent !== null && inside[a.parent]) ? 1 : 0;
    });
    return inside;
}
