/* sentences.ts — a finding in one sentence with its own figures, and the lines it speaks of.
 *
 * A sentence says what is written and by how much it does not fit; never why, and never who
 * (docs/reference/rules.md). */
import type { Data, Finding } from "../data";
import { count, percent, t } from "../language";
import { shown } from "../parts";
import { compareForms } from "./differences";
import { SUM, fieldCell, formOf, isNumber, linesOf, linesOfSum, optionKey, type Form } from "./form";
import { compared, linesOfFigure, type Compared, type Side } from "./relation";
import { contestTitle, fieldName, lineName, optionName } from "./words";

export interface Told {
    text: string;
    /* keys of the lines to mark */
    lines: string[];
    /* the figures line by line, where the form gives them */
    compared?: Compared;
}

/* ---- sums ---- */

const MOST_OPTIONS = 6;

/* The votes for all options term by term, while a reader can follow; a 0 says nothing in a sum. */
function spread(form: Form, side: Side): Side {
    const terms = side.terms.flatMap((term) => {
        if (term.key !== SUM) return [term];
        const single = linesOfSum(form).filter((x) => x.cell !== 0);
        return single.length > 1 && single.length <= MOST_OPTIONS ? single : [term];
    });
    return { ...side, terms };
}

/* "300 + 20" */
function sumText(side: Side): string {
    const sum = side.terms.map((x) => (isNumber(x.cell) ? count(x.cell) : "?")).join(" + ");
    if (side.times === 1) return sum;
    return side.terms.length > 1 ? `${count(side.times)} × (${sum})` : `${count(side.times)} × ${sum}`;
}

const isSum = (side: Side): boolean => side.terms.length > 1 || side.times > 1;
const isOptionsOnly = (side: Side): boolean => side.terms.length === 1 && side.terms[0]!.key === SUM;
const VOTES = new Set(["C203", "C204", "C213", "C401"]);

function equalText(code: string, left: Side, right: Side): string {
    const n = Math.abs(left.total - right.total);
    if (isOptionsOnly(right))
        return t("The votes for all options add up to {total}, but {written} is written: {n:vote/votes} apart.",
            { total: right.total, written: left.total, n });
    const [sum, whole] = isSum(left) ? [left, right] : [right, left];
    if (whole.terms.length === 0)
        return t("{sum} is written where 0 is expected.", { sum: sumText(sum.terms.length ? sum : left) });
    if (!isSum(sum))
        return t("{one} and {other} are written where both should be the same: a difference of {n}.",
            { one: count(left.total), other: count(right.total), n });
    if (isSum(whole))
        return t("{sum} = {total}, but {other} = {other_total}: a difference of {n}.", {
            sum: sumText(left), total: left.total, other: sumText(right), other_total: right.total, n,
        });
    const slots = { sum: sumText(sum), total: sum.total, written: whole.total, n };
    return VOTES.has(code)
        ? t("{sum} = {total}, but {written} is written: {n:vote/votes} apart.", slots)
        : t("{sum} = {total}, but {written} is written: a difference of {n}.", slots);
}

function mostText(left: Side, right: Side): string {
    const n = left.total - right.total;
    if (isSum(left) && isSum(right))
        return t("{sum} = {total}, but at most {other} = {most} is possible: {n} too many.", {
            sum: sumText(left), total: left.total, other: sumText(right), most: right.total, n,
        });
    if (isSum(left))
        return t("{sum} = {total}, but at most {most} is possible: {n} too many.",
            { sum: sumText(left), total: left.total, most: right.total, n });
    if (isSum(right))
        return t("{one} is written, but at most {other} = {most} is possible: {n} too many.",
            { one: left.total, other: sumText(right), most: right.total, n });
    return t("{one} is written, but at most {most} is possible: {n} too many.",
        { one: left.total, most: right.total, n });
}

/* Papers or voters that went somewhere else: usual, so that nothing is "too many". */
function shortText(left: Side, right: Side): string {
    const n = left.total - right.total;
    return isSum(right)
        ? t("{one} is written, and {sum} = {total} were counted: {n} fewer.",
            { one: left.total, sum: sumText(right), total: right.total, n })
        : t("{one} is written, and {other} were counted: {n} fewer.",
            { one: left.total, other: right.total, n });
}

function comparedText(form: Form, code: string, c: Compared): string {
    const left = spread(form, c.left), right = spread(form, c.right);
    switch (code) {
        case "C210": case "C307": return shortText(left, right);
        case "C901": case "C902": return shareText(left.total, right.total);
        case "C905": return everybodyText(left.total);
    }
    return c.sign === "=" ? equalText(code, left, right) : mostText(left, right);
}

const shareText = (part: number, whole: number): string =>
    t("{part} of {whole:paper counted/papers counted}: {share}.",
        { part, whole, share: percent(part, whole, 1) });
const everybodyText = (n: number): string =>
    t("{n:person is registered, and as many took part/persons are registered, and as many took part}.", { n });

/* ---- rules that are no sums ---- */

function linesIn(data: Data, form: Form | undefined, f: Finding, state: null | "?"): string[] {
    if (f.option !== null) return [optionKey(f.option)];
    if (f.field !== null) return [f.field];
    if (!form) return [];
    return linesOf(data, form).filter((l) => l.key !== SUM && l.cell === state).map((l) => l.key);
}

function namesOf(data: Data, form: Form | undefined, f: Finding, lines: string[]): string {
    const contest = form?.contest ?? data.contest(f.contest);
    if (!contest || lines.length === 0) return "–";
    return lines.map((key) => lineName(data, contest, key)).join(", ");
}

const allVotes = (form: Form | undefined): string[] =>
    form ? form.contest.options.map((o) => optionKey(o.id)) : [];

type Teller = (data: Data, f: Finding, form: Form | undefined) => Told;

const gaps = (state: null | "?", say: (lines: string) => string): Teller => (data, f, form) => {
    const lines = linesIn(data, form, f, state);
    return { text: say(namesOf(data, form, f, lines)), lines };
};

const otherContest: Teller = (data, f, form) => ({
    text: t("“{line}” is {left} here and {right} on the form of {contest}: a difference of {n}.", {
        line: f.field ? fieldName(data, f.field) : "–", left: f.left, right: f.right,
        contest: contestTitle(data, f.other_contest),
        n: Math.abs((f.left ?? 0) - (f.right ?? 0)),
    }),
    lines: form && f.field !== null && f.left !== null ? linesOfFigure(form, f.field, f.left) : [],
});

function hour(f: Finding): string {
    return /^t\[(.+)\]$/.exec(f.field ?? "")?.[1] ?? "–";
}

/* The report before the one of the finding, where the form has it. */
function earlierReport(form: Form | undefined, f: Finding): string[] {
    const reports = Object.keys(form?.forms.fields ?? {}).filter((k) => k.startsWith("t["));
    const before = reports.filter((k) => k < (f.field ?? "")).sort();
    const last = before[before.length - 1];
    return last ? [last] : [];
}

const apartText = (f: Finding): string =>
    t("The two differ by at least {n:vote/votes}.", { n: f.votes_contradicted });

/* The other form of the finding, which may be of another contest. */
function otherForm(data: Data, f: Finding): Form | undefined {
    if (f.other_form == null) return undefined;
    return formOf(data, { contest: f.other_contest ?? f.contest, row: f.other_form });
}

/* The lines that differ between the two forms that the finding is about. */
function unlikeLines(data: Data, f: Finding, form: Form | undefined): string[] {
    const other = otherForm(data, f);
    if (form && other && f.other_contest === null)
        return compareForms(data, [form, other]).filter((l) => l.any).map((l) => l.key);
    return f.option !== null ? [optionKey(f.option)] : f.field !== null ? [f.field] : [];
}

const differing: Teller = (data, f, form) => ({
    text: f.option !== null && f.left !== null && f.right !== null
        ? t("{left} here and {right} on the other form: {n:vote/votes} apart.",
            { left: f.left, right: f.right, n: Math.abs(f.left - f.right) })
        : apartText(f),
    lines: unlikeLines(data, f, form),
});

function stationOf(data: Data, form: Form | undefined): string | undefined {
    return form && data.review.stations?.code[form.forms.station[form.row]!];
}

const TELLERS: Record<string, Teller> = {
    C103: gaps(null, (lines) => t("Nothing is written in: {lines}.", { lines })),
    C104: gaps("?", (lines) => t("Nobody could read: {lines}.", { lines })),
    C107: gaps(null, (lines) => t("Empty, and counted as 0: {lines}.", { lines })),
    C310: (_data, _f, form) => ({
        text: t("A difference between votes and persons is stated that cannot be."),
        lines: ["more", "fewer", "admitted", "cast"].filter((k) => form && fieldCell(form, k) !== undefined),
    }),
    C311: (_data, _f, form) => ({
        text: t("Papers were counted, and the register is 0 or blank."),
        lines: ["reg", "reg_main"].filter((k) => form && fieldCell(form, k) !== undefined),
    }),
    C406: () => ({ text: t("Options have votes, and their total is blank."), lines: ["valid"] }),
    C407: (_data, f, form) => ({
        text: t("{option} has {n:vote/votes}, but there are {most:valid paper/valid papers}: {more} too many.", {
            option: optionName(form?.contest, f.option), n: f.left, most: f.right,
            more: (f.left ?? 0) - (f.right ?? 0),
        }),
        lines: ["valid", ...(f.option !== null ? [optionKey(f.option)] : [])],
    }),
    C601: (_data, f, form) => ({
        text: t("{right:person had/persons had} voted by {hour}, but {left} in the report before: {n} fewer.", {
            right: f.right, left: f.left, hour: hour(f), n: (f.left ?? 0) - (f.right ?? 0),
        }),
        lines: [...earlierReport(form, f), ...(f.field ? [f.field] : [])],
    }),
    C602: (_data, f, form) => ({
        text: t("{left:person had/persons had} voted by {hour}, but only {right} did in the end: {n} too many.", {
            left: f.left, right: f.right, hour: hour(f), n: (f.left ?? 0) - (f.right ?? 0),
        }),
        lines: [
            ...(f.field ? [f.field] : []),
            ...["signed", "took_part"].filter((k) => form && fieldCell(form, k) === f.right).slice(0, 1),
        ],
    }),
    C603: (_data, f) => ({
        text: t("After {hour} more than three times as many people a minute came as before.", { hour: hour(f) }),
        lines: f.field ? [f.field] : [],
    }),
    C604: (_data, f, form) => ({
        text: t("{n:person had/persons had} voted by {hour}, as many as in the report before.", { n: f.left, hour: hour(f) }),
        lines: [...earlierReport(form, f), ...(f.field ? [f.field] : [])],
    }),
    C605: differing, C807: differing, C812: differing,
    C701: otherContest, C702: otherContest, C703: otherContest,
    C704: (data, f) => ({
        text: t("Every figure is that of the form of {contest}.", { contest: contestTitle(data, f.other_contest) }),
        lines: [],
    }),
    C801: (_data, f) => ({
        text: f.cap === null
            ? t("There is no form, and how many votes it can hold is not known.")
            : t("There is no form; it can hold at most {n:vote/votes}.", { n: f.cap }),
        lines: [],
    }),
    C803: (data, f, form) =>
        f.severity === "note"
            ? { text: t("Two rows of this form say the same."), lines: [] }
            : differing(data, f, form),
    C804: (data, f, form) => {
        const other = stationOf(data, otherForm(data, f)), place = shown(f.other_source ?? "–");
        return {
            text: other === undefined
                ? t("The votes for every option are those in {place}.", { place })
                : t("The votes for every option are those of station {station}, in {place}.", { station: shown(other), place }),
            lines: allVotes(form),
        };
    },
    C806: (data, f) => ({
        text: t("{name}: {left} was declared, and the forms give {right}: {n} apart.", {
            name: f.option !== null
                ? optionName(data.contest(f.contest), f.option)
                : f.field !== null ? fieldName(data, f.field) : "–",
            left: f.left, right: f.right, n: f.votes_contradicted,
        }),
        lines: [],
    }),
    C808: (_data, _f, form) => ({
        text: t("Every option has 0 votes, at a station with a register."), lines: allVotes(form),
    }),
    C810: () => ({ text: t("What the list says about merged stations does not fit the forms."), lines: [] }),
    C813: (data, f, form) => ({
        text: f.field !== null
            ? t("The two differ in “{line}”; the votes for each option are the same.", { line: fieldName(data, f.field) })
            : t("The two differ in other lines; the votes for each option are the same."),
        lines: unlikeLines(data, f, form),
    }),
    C901: (_data, f) => ({ text: shareText(f.left ?? 0, f.right ?? 0), lines: ["blank"] }),
    C902: (_data, f) => ({ text: shareText(f.left ?? 0, f.right ?? 0), lines: ["invalid"] }),
    C904: (_data, _f, form) => ({ text: t("No paper was counted."), lines: allVotes(form) }),
    C905: (_data, f) => ({ text: everybodyText(f.left ?? 0), lines: [] }),
    C906: (data, f) => ({
        text: t("All {n:vote is/votes are} for {option}.", {
            n: f.left, option: optionName(data.contest(f.contest), f.option),
        }),
        lines: f.option !== null ? [optionKey(f.option)] : [],
    }),
    C907: (_data, f, form) => ({
        text: t("{n:paper was/papers were} found: exactly as many as there can be.", { n: f.left }),
        lines: ["box", "recv"].filter((k) => form && fieldCell(form, k) !== undefined),
    }),
};

/* ---- any finding ---- */

export function tell(data: Data, f: Finding, form: Form | undefined): Told {
    const c = form && compared(form, f);
    if (form && c) {
        const lines = [...c.left.terms, ...c.right.terms].map((term) => term.key);
        return { text: comparedText(form, f.code, c), lines, compared: c };
    }
    const teller = TELLERS[f.code];
    if (teller) return teller(data, f, form);
    if (f.left === null || f.right === null)
        return { text: t("The figures on this form do not fit each other."), lines: [] };
    return {
        text: t("{left} against {right}: a difference of {n}.",
            { left: f.left, right: f.right, n: Math.abs(f.left - f.right) }),
        lines: [],
    };
}
