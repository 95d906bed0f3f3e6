/* form.ts — one form as a reader meets it: its lines in order, each with one of five states.
 *
 * A line is named by a key: the id of a field, "o:" and the id of an option, or SUM for the votes
 * of all options together, which canvass adds up and no form states. */
import type { Cell, Contest, Data, FormAt, Forms, Option } from "../data";

export const SUM = "@sum";

export interface Form { contest: Contest; forms: Forms; row: number }

export interface FormLine {
    key: string;
    kind: "field" | "option" | "sum";
    /* the option of the line, where it is one */
    option?: Option;
    cell: Cell;
}

export const optionKey = (id: string): string => `o:${id}`;

export function formOf(data: Data, at: FormAt): Form | undefined {
    const contest = data.contest(at.contest), forms = data.forms(at.contest);
    return contest && forms && at.row < forms.station.length
        ? { contest, forms, row: at.row }
        : undefined;
}

/* undefined: these forms have no such line at all. */
export function fieldCell(form: Form, field: string): Cell | undefined {
    return form.forms.fields[field]?.[form.row];
}

export function votesCell(form: Form, option: string): Cell | undefined {
    return form.forms.votes[option]?.[form.row];
}

/* null is a state of its own, so that ?? would lose it. */
const told = (cell: Cell | undefined): Cell => (cell === undefined ? "-" : cell);

export const isNumber = (c: Cell | undefined): c is number => typeof c === "number";

/* Lines that carry votes beside the options: they stand below them and count with them. */
const BESIDE = ["against", "gone", "writein"];
const BELOW = [...BESIDE, "disputed", "objected", "more", "fewer"];

/* As canvass adds them up: a line that is absent counts 0, one that is not reported is left out,
 * and one that is blank or illegible leaves the sum open. */
export function sumOfVotes(form: Form): Cell {
    return sumOf(linesOfSum(form).map((line) => line.cell));
}

/* What SUM is the sum of. */
export function linesOfSum(form: Form): { key: string; cell: Cell }[] {
    const options = form.contest.options.map((o) => ({ key: optionKey(o.id), cell: told(votesCell(form, o.id)) }));
    const beside = BESIDE.map((key) => ({ key, cell: told(fieldCell(form, key)) }));
    return [...options, ...beside].filter((line) => line.cell !== "-");
}

export function sumOf(cells: readonly (Cell | undefined)[]): Cell {
    const here = cells.filter((c) => c !== undefined && c !== "-");
    if (here.length === 0) return "-";
    if (here.includes("?")) return "?";
    if (here.includes(null)) return null;
    return here.reduce<number>((sum, c) => sum + (isNumber(c) ? c : 0), 0);
}

/* The lines of the contest's forms, in the order of the case's fields, with the options where
 * their votes stand. The same for every form of a contest, so that copies stand side by side. */
export function keysOf(data: Data, contest: Contest, forms: Forms): string[] {
    const known = (data.review.fields ?? []).map((f) => f.id);
    const all = [...known, ...Object.keys(forms.fields).filter((f) => !known.includes(f))];
    const here = all.filter((f) => forms.fields[f]?.some((c) => c !== "-"));
    const options = contest.options.filter((o) => forms.votes[o.id]).map((o) => optionKey(o.id));
    return [
        ...here.filter((f) => !BELOW.includes(f)),
        ...options,
        ...here.filter((f) => BESIDE.includes(f)),
        ...(options.length > 1 ? [SUM] : []),
        ...here.filter((f) => BELOW.includes(f) && !BESIDE.includes(f)),
    ];
}

export function lineOf(form: Form, key: string): FormLine {
    if (key === SUM) return { key, kind: "sum", cell: sumOfVotes(form) };
    if (!key.startsWith("o:")) return { key, kind: "field", cell: told(fieldCell(form, key)) };
    const option = form.contest.options.find((o) => optionKey(o.id) === key);
    const cell = told(votesCell(form, key.slice(2)));
    return option ? { key, kind: "option", option, cell } : { key, kind: "option", cell };
}

export function linesOf(data: Data, form: Form): FormLine[] {
    return keysOf(data, form.contest, form.forms).map((key) => lineOf(form, key));
}
