/* differences.ts — several forms of one station in one contest, side by side. */
import type { Cell, Data } from "../data";
import { SUM, isNumber, keysOf, lineOf, type Form } from "./form";

export interface CopyLine {
    key: string;
    cells: Cell[];
    /* against the first form; null: both are there and no number can be told */
    apart: (number | null)[];
    differs: boolean[];
    /* any of them differs */
    any: boolean;
}

const isThere = (c: Cell): boolean => c !== "-" && c !== "x";

/* A line that one of two forms does not have, or that its source does not report, is no
 * difference; a blank beside a number is one. */
export function differ(a: Cell, b: Cell): boolean {
    return a !== b && isThere(a) && isThere(b);
}

/* The first form is the one that the others are held against. */
export function compareForms(data: Data, forms: readonly Form[]): CopyLine[] {
    const first = forms[0];
    if (!first) return [];
    return keysOf(data, first.contest, first.forms).map((key) => {
        const cells = forms.map((f) => lineOf(f, key).cell);
        /* The sum is not a line of the form: it is shown, and not counted as a difference. */
        const differs = cells.map((c) => key !== SUM && differ(cells[0]!, c));
        const apart = cells.map((c) =>
            isNumber(c) && isNumber(cells[0]) ? c - cells[0] : null);
        return { key, cells, apart, differs, any: differs.some(Boolean) };
    });
}

/* Votes that must be different if one of the two is right: what the second has more, or fewer,
 * whichever is larger; options, blank and invalid papers. */
export function votesApart(lines: readonly CopyLine[], column: number): number {
    let more = 0, fewer = 0;
    for (const line of lines) {
        const counts = line.key.startsWith("o:") || line.key === "invalid" || line.key === "blank";
        const apart = line.apart[column] ?? 0;
        if (!counts || !line.differs[column]) continue;
        if (apart > 0) more += apart;
        else fewer -= apart;
    }
    return Math.max(more, fewer);
}

const STATE_ORDER = ["counted", "annulled", "closed", "awaited", "duplicate", "replaced", "copy"];

/* The form that counts first, then as they stand. */
export function inOrder(forms: readonly Form[]): Form[] {
    const rank = (f: Form) => {
        const at = STATE_ORDER.indexOf(f.forms.state[f.row] ?? "");
        return at < 0 ? STATE_ORDER.length : at;
    };
    return forms
        .map((form, i) => ({ form, i }))
        .sort((a, b) => rank(a.form) - rank(b.form) || a.i - b.i)
        .map(({ form }) => form);
}
