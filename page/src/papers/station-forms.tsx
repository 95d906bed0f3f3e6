/* The forms of one station in one contest: side by side, with what was found on them and how to
 * find their figures again. */
import type { Contest, Data, Finding } from "../data";
import { t } from "../language";
import { Name, useData, usePaper } from "../parts";
import { hashCommand, lineCommand } from "./check";
import { causesText, changeOf, counts, stateText } from "./decided";
import { inOrder, type CopyLine, compareForms, votesApart } from "./differences";
import { FindingItem } from "./finding-item";
import { FormTable, sourceOf, type Marks } from "./form-table";
import { formOf, type Form } from "./form";
import { Repairs } from "./repairs";
import { tell, type Told } from "./sentences";
import { hasAllErrors } from "./stations";

interface Item { finding: Finding; told: Told; n: number; form: Form | undefined }

const WEIGHT = { error: 0, warning: 1, note: 2 };

/* Contradictions first, then as canvass lists them. */
export function itemsOf(data: Data, findings: readonly Finding[], forms: readonly Form[]): Item[] {
    return findings
        .map((finding, i) => ({ finding, i }))
        .sort((a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity] || a.i - b.i)
        .map(({ finding }, i) => {
            const form = forms.find((f) => f.row === finding.form) ?? forms[0];
            return { finding, form, n: i + 1, told: tell(data, finding, form) };
        });
}

export function marksOf(items: readonly Item[]): Marks {
    const marks: Marks = new Map();
    for (const { told, n, finding } of items)
        for (const key of new Set(told.lines)) {
            const there = marks.get(key) ?? [];
            marks.set(key, [...there, { n, severity: finding.severity }]);
        }
    return marks;
}

/* ---- which counts ---- */

function whyCounts(data: Data, forms: readonly Form[]): string {
    const first = forms[0]!;
    const change = forms.map((f) => changeOf(data, f)).find((x) => x !== undefined);
    if (change && change.now !== "counted") return t("None of these forms counts: {state}.", { state: stateText(data, first) });
    if (change) return t("Which figures count is decided by {id}. What still is in question for the seat stands on the page of the seat.", { id: causesText(change) });
    if (first.forms.state[first.row] !== "counted") return t("None of these forms counts.");
    const kinds = forms.map((f) => data.review.copy_list?.[f.forms.copy[f.row]!]);
    const copies = new Set(kinds.map((c) => c?.id));
    if (copies.size < 2)
        return t("These are several rows of one copy. The case says which of them count; the others are shown only.");
    if (kinds[0]?.kind === "recount") return t("The first counts: a hand recount goes before the form it recounts.");
    if (kinds.slice(1).some((c) => c?.counts))
        return t("The first counts: of copies that count, the later version goes before the earlier one.");
    return t("The first counts: the case says that it is the form of record. The others are compared with it.");
}

function Difference({ lines, column, forms }: { lines: CopyLine[]; column: number; forms: readonly Form[] }) {
    const data = useData();
    const copy = data.review.copy_list?.[forms[column]!.forms.copy[forms[column]!.row]!];
    const n = lines.filter((l) => l.differs[column]).length;
    return (
        <li>
            <Name text={copy?.holder || copy?.id || "–"} />{": "}
            {n === 0
                ? t("the same in every line that both have.")
                : t("{n:line differs/lines differ}, at least {votes:vote/votes} apart.", { n, votes: votesApart(lines, column) })}
        </li>
    );
}

function Differences({ forms }: { forms: readonly Form[] }) {
    const data = useData();
    const lines = compareForms(data, forms);
    return (
        <>
            <p>{whyCounts(data, forms)}</p>
            <ul>{forms.slice(1).map((f, i) => <Difference key={f.row} lines={lines} column={i + 1} forms={forms} />)}</ul>
        </>
    );
}

/* ---- how to check ---- */

export function HowToCheck({ forms }: { forms: readonly Form[] }) {
    const data = useData();
    const paper = usePaper();
    const places = forms.map((f) => sourceOf(data, f)).filter((x) => x !== null);
    if (places.length === 0 || paper) return null;
    return (
        <details class="check no-print">
            <summary>{t("How to check these figures against the file")}</summary>
            <p>{t("In the folder of the case, the first command shows whether you have the same file, the second prints the line.")}</p>
            {places.map(({ file, line }) => {
                const print = lineCommand(file, line);
                const sha = data.input(file)?.sha256;
                return (
                    <div key={`${file}:${line}`}>
                        <pre tabIndex={0}><code>{hashCommand(file)}{print && `\n${print}`}</code></pre>
                        {sha && <p class="faint">{t("The first must print:")} <span class="hash">{sha}</span></p>}
                    </div>
                );
            })}
        </details>
    );
}

/* ---- all of it ---- */

/* Where the file lists a part of the findings, an empty list says less. */
function nothingFound(data: Data): string {
    const cut = data.review.cut?.findings;
    if (!cut || cut.shown >= cut.of)
        return t("Consistent: no rule that applies to this form is broken. That does not make its figures right.");
    return hasAllErrors(data)
        ? t("Nothing on this form contradicts another figure. Of lesser findings this file lists only a part.")
        : t("This file lists no finding on this form; it lists {shown} of {of:finding/findings}.", { shown: cut.shown, of: cut.of });
}

export function FindingList({ items, held }: { items: readonly Item[]; held: boolean }) {
    const data = useData();
    if (items.length === 0) return held ? <p>{nothingFound(data)}</p> : null;
    return (
        <ol class="findings">
            {items.map((item) => <FindingItem key={item.n} {...item} />)}
        </ol>
    );
}

/* `rows` of the contest's forms; findings of the station in the contest. */
export function StationForms({ contest, rows, findings, caption }:
    { contest: Contest; rows: readonly number[]; findings: readonly Finding[]; caption: string }) {
    const data = useData();
    const forms = inOrder(rows
        .map((row) => formOf(data, { contest: contest.id, row }))
        .filter((f): f is Form => f !== undefined));
    const items = itemsOf(data, findings, forms);
    const state = forms[0]?.forms.state[forms[0].row];
    const awaited = state === "awaited" && forms.length === 1;
    return (
        <div class={`station-forms${forms.length === 1 && !awaited ? " beside" : ""}`}>
            {forms.length > 0 && !awaited && <FormTable forms={forms} marks={marksOf(items)} caption={caption} />}
            <div class="about">
                {awaited && <p>{t("The form is awaited and not there. Nothing of it is counted.")}</p>}
                {forms.length === 1 && !awaited && !counts(data, forms[0]!) && <p>{t("State of the form: {state}.", { state: stateText(data, forms[0]!) })}</p>}
                {forms.length > 1 && <Differences forms={forms} />}
                {forms.map((f) => {
                    const of = data.review.repairs?.find((r) => r.contest === contest.id && r.form === f.row);
                    return of && <Repairs key={f.row} of={of} />;
                })}
                <FindingList items={items} held={forms.length > 0 && !awaited} />
                <HowToCheck forms={forms} />
            </div>
        </div>
    );
}
