/* relation.ts — the figures that a finding compares, line by line.
 *
 * review.json gives the two sides of a relation as numbers. Which lines they are the sums of
 * depends on what the form has: `cast` is "valid + blank + invalid" on one form and a line of its
 * own on another. Each possible reading is added up, and only one that gives exactly the finding's
 * numbers is shown; where none does, the reader gets the two numbers and no guess. */
import { SUM, fieldCell, isNumber, sumOfVotes, type Form } from "./form";
import type { Cell, Finding } from "../data";

export type Sign = "=" | "<=" | "<" | "!=";

/* Lines are ids of fields, SUM, or one of the names with @ that READINGS explains; "@own" is a line
 * of the case's own. */
export interface Relation { sign: Sign; left: string[]; right: string[] }

const PAPERS_IN = ["recv", "recv_later", "printed", "surplus"];
const BOXES = ["box_out", "box_station", "box_early", "box_post", "box_machine"];
const ISSUED = ["iss_early", "iss_station", "iss_out", "iss_post"];
const KINDS = ["inv_blank", "inv_over", "inv_mark", "inv_other"];

/* docs/reference/rules.md; several for one code are forms of it for different papers. */
export const RELATIONS: Record<string, Relation[]> = {
    C201: [
        { sign: "=", left: PAPERS_IN, right: ["@iss", "cancelled", "lost"] },
        { sign: "=", left: PAPERS_IN, right: ["@iss", "unused", "spoiled", "lost"] },
    ],
    C202: [{ sign: "=", left: ["iss"], right: ISSUED }],
    C203: [{ sign: "=", left: ["box"], right: BOXES }],
    C204: [
        { sign: "=", left: ["box"], right: ["@cast"] },
        { sign: "=", left: BOXES, right: ["@cast"] },
    ],
    C205: [{ sign: "=", left: ["cancelled"], right: ["unused", "spoiled"] }],
    C206: [
        { sign: "<=", left: ["@iss"], right: ["recv", "recv_later", "printed"] },
        { sign: "<=", left: ["@cast"], right: ["recv", "recv_later", "printed"] },
    ],
    C207: [{ sign: "<=", left: ["@box"], right: ["@iss"] }],
    C208: [
        { sign: "<=", left: ["box_out"], right: ["iss_out"] },
        { sign: "<=", left: ["box_out"], right: ["iss_out", "iss_early"] },
    ],
    C209: [{ sign: "<=", left: ["box_station"], right: ["iss_station"] }],
    C210: [{ sign: "<=", left: ["@iss"], right: ["@box"] }],
    C211: [{ sign: "=", left: ["invalid"], right: KINDS }],
    C212: [{ sign: "=", left: ["lost", "surplus"], right: [] }],
    C213: [{ sign: "=", left: ["cast"], right: ["@valid", "blank", "invalid"] }],
    C214: [{ sign: "=", left: ["foreign"], right: [] }],
    C301: [
        { sign: "=", left: ["reg"], right: ["reg_main", "reg_add", "reg_special"] },
        { sign: "=", left: ["reg"], right: ["reg_main", "reg_add"] },
    ],
    C302: [{ sign: "<=", left: ["@persons"], right: ["@reg"] }],
    C303: [
        { sign: "=", left: ["took_part"], right: ["signed"] },
        { sign: "=", left: ["took_part"], right: ["@persons"] },
        { sign: "=", left: ["took_part"], right: ["@own"] },
    ],
    C304: [{ sign: "<=", left: ["@iss"], right: ["@reg"] }],
    C305: [{ sign: "=", left: ["@iss"], right: ["signed"] }],
    C306: [
        { sign: "<=", left: ["@cast"], right: ["signed"] },
        { sign: "<=", left: ["@cast"], right: ["took_part"] },
        { sign: "<=", left: ["@cast"], right: ["@own"] },
    ],
    C307: [
        { sign: "<=", left: ["signed"], right: ["@cast"] },
        { sign: "<=", left: ["took_part"], right: ["@cast"] },
        { sign: "<=", left: ["@own"], right: ["@cast"] },
    ],
    C308: [{ sign: "=", left: ["admitted"], right: ["adm_card", "adm_proxy", "adm_pass"] }],
    C309: [{ sign: "=", left: ["@cast", "fewer"], right: ["admitted", "more"] }],
    C312: [{ sign: "<=", left: ["adm_card"], right: ["@reg"] }],
    C313: [{ sign: "=", left: ["cert_in"], right: ["cert_out", "cert_unused", "cert_lost"] }],
    C314: [
        { sign: "<=", left: ["cert_used"], right: ["signed"] },
        { sign: "<=", left: ["cert_used"], right: ["@persons"] },
    ],
    C401: [{ sign: "=", left: ["valid"], right: [SUM] }],
    C402: [{ sign: "<=", left: [SUM], right: ["valid"] }],
    C901: [{ sign: "<", left: ["blank"], right: ["@cast"] }],
    C902: [{ sign: "<", left: ["@invalid"], right: ["@cast"] }],
    C903: [{ sign: "=", left: ["admitted"], right: ["@cast"] }],
    C905: [{ sign: "!=", left: ["@persons"], right: ["@reg"] }],
};

/* What may stand for a name, the first choice first. */
const READINGS: Record<string, string[][]> = {
    "@valid": [["valid"], [SUM]],
    "@invalid": [["invalid"], KINDS],
    "@cast": [["@valid", "blank", "@invalid"], ["cast"]],
    "@iss": [["iss"], ISSUED],
    "@box": [["box"], BOXES, ["@cast"]],
    "@reg": [["reg"], ["reg_main", "reg_add", "reg_special"], ["reg_main", "reg_add"]],
    "@persons": [["took_part"], ["signed"], ["@iss"], ["@box"], ["@cast"], ["@own"]],
};

/* One line and what it adds to its side. */
export interface Term { key: string; cell: Cell }
export interface Side { terms: Term[]; total: number; times: number }
export interface Compared { sign: Sign; left: Side; right: Side }

function cellOf(form: Form, key: string): Cell | undefined {
    return key === SUM ? sumOfVotes(form) : fieldCell(form, key);
}

/* All ways to write the lines with what this form has. A line that it does not have adds nothing;
 * a reading of which it has no line is none. */
function readings(lines: readonly string[], own: readonly string[]): string[][] {
    let all: string[][] = [[]];
    for (const line of lines) {
        const choices =
            line === "@own"
                ? own.map((id) => [id])
                : (READINGS[line]?.flatMap((r) => readings(r, own)) ?? [[line]]);
        all = all.flatMap((head) => choices.map((tail) => [...head, ...tail]));
    }
    return all;
}

function termsOf(form: Form, keys: readonly string[]): Term[] {
    const terms: Term[] = [];
    for (const key of keys) {
        const cell = cellOf(form, key);
        if (cell !== undefined && cell !== "-" && cell !== "x") terms.push({ key, cell });
    }
    return terms;
}

/* Unknown cells add nothing, as in the finding's own numbers. */
function total(terms: readonly Term[]): number {
    return terms.reduce((sum, term) => sum + (isNumber(term.cell) ? term.cell : 0), 0);
}

function sideFor(form: Form, lines: readonly string[], wanted: number, own: readonly string[],
    mayRepeat: boolean): Side | undefined {
    if (lines.length === 0) return wanted === 0 ? { terms: [], total: 0, times: 1 } : undefined;
    for (const keys of readings(lines, own)) {
        const terms = termsOf(form, keys);
        if (terms.length === 0) continue;
        const sum = total(terms);
        if (sum === wanted) return { terms, total: wanted, times: 1 };
        if (mayRepeat && sum > 0 && wanted % sum === 0)
            return { terms, total: wanted, times: wanted / sum };
    }
    return undefined;
}

/* Lines of the case's own, in which a profile may state the participants. */
function ownLines(form: Form): string[] {
    return Object.keys(form.forms.fields).filter((id) => id.startsWith("x_"));
}

/* The lines whose figures are the two sides of the finding; undefined where the form, as the page
 * holds it, does not give the finding's numbers. */
export function compared(form: Form, finding: Finding): Compared | undefined {
    const own = ownLines(form);
    if (finding.left === null || finding.right === null) return undefined;
    for (const r of RELATIONS[finding.code] ?? []) {
        /* With several votes on a paper, the valid papers count as often (C402). */
        const left = sideFor(form, r.left, finding.left, own, false);
        const right = sideFor(form, r.right, finding.right, own, finding.code === "C402");
        if (left && right) return { sign: r.sign, left, right };
    }
    return undefined;
}

/* The lines that add up to a figure which the form may not state itself; none where they do not. */
export function linesOfFigure(form: Form, field: string, figure: number): string[] {
    const line = READINGS[`@${field}`] ? `@${field}` : field;
    return sideFor(form, [line], figure, [], false)?.terms.map((term) => term.key) ?? [];
}

/* The relation of a rule with the lines that these forms have: `has` says which. */
export function carried(code: string, has: (field: string) => boolean):
    { sign: Sign; left: string[]; right: string[] } | undefined {
    const there = (key: string) => key === SUM || has(key);
    for (const r of RELATIONS[code] ?? []) {
        const left = first(r.left, there), right = first(r.right, there);
        if (left && right) return { sign: r.sign, left, right };
    }
    return undefined;
}

function first(lines: readonly string[], there: (key: string) => boolean): string[] | undefined {
    if (lines.length === 0) return [];
    for (const keys of readings(lines, [])) {
        const held = keys.filter(there);
        if (held.length > 0 && there(keys[0]!)) return held;
    }
    return undefined;
}
