/* FormTable — the figures of a form as they stand on it; several forms of one station side by
 * side. A line that a finding speaks of carries the finding's number. */
import { useState } from "preact/hooks";
import type { Cell, Data } from "../data";
import { signed, t } from "../language";
import { Name, Source, useData, usePaper } from "../parts";
import { counts, stateText } from "./decided";
import { compareForms, type CopyLine } from "./differences";
import { SUM, isNumber, type Form } from "./form";
import { cellText, copyKind, lineName } from "./words";

export interface Mark { n: number; severity: "note" | "warning" | "error" }
/* By key of the line. */
export type Marks = Map<string, Mark[]>;

function Figure({ cell }: { cell: Cell }) {
    return isNumber(cell) ? <>{cellText(cell)}</> : <span class="state">{cellText(cell)}</span>;
}

function CellOf({ line, column }: { line: CopyLine; column: number }) {
    const cell = line.cells[column]!, apart = line.apart[column];
    return (
        <td class={`number${line.differs[column] ? " differs" : ""}`}>
            {line.differs[column] && (
                <span class="apart">
                    <svg class="unlike" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" focusable="false">
                        <path d="M2 5.5h12M2 10.5h12M11 1.5l-6 13" />
                    </svg>
                    <span class="unseen">{t("differs:")} </span>
                    {apart !== null && apart !== undefined && <span>({signed(apart)}) </span>}
                </span>
            )}
            <Figure cell={cell} />
        </td>
    );
}

function MarksOf({ marks }: { marks: Mark[] }) {
    return (
        <td class="marks">
            {marks.map((m) => (
                <span key={m.n} class={`sign is-${m.severity}`}>
                    <span class="unseen">{t("see finding {n} below", { n: m.n })}</span>
                    <span aria-hidden="true">{m.n}</span>
                </span>
            ))}
        </td>
    );
}

const WEIGHT = { note: 0, warning: 1, error: 2 };

function worst(marks: readonly Mark[]): string {
    const top = marks.reduce<Mark | null>((a, b) => (!a || WEIGHT[b.severity] > WEIGHT[a.severity] ? b : a), null);
    return top ? `marked is-${top.severity}` : "";
}

function LineRow(p: { data: Data; form: Form; line: CopyLine; marks: Mark[] }) {
    const { line } = p;
    const looks = [worst(p.marks), line.key === SUM ? "computed" : ""].filter(Boolean).join(" ");
    return (
        <tr class={looks}>
            <th scope="row"><Name text={lineName(p.data, p.form.contest, line.key)} /></th>
            {line.cells.map((_, i) => <CellOf key={i} line={line} column={i} />)}
            <MarksOf marks={p.marks} />
        </tr>
    );
}

function CopyHead({ form }: { form: Form }) {
    const data = useData();
    const copy = data.review.copy_list?.[form.forms.copy[form.row]!];
    return (
        <th scope="col" class="number copy">
            <strong><Name text={copy?.holder || copy?.id || "–"} /></strong>
            {copy && <span>{copyKind(copy.kind)}</span>}
            <span class={counts(data, form) ? "held" : ""}>{stateText(data, form)}</span>
        </th>
    );
}

export function sourceOf(data: Data, form: Form): { file: string; line: number } | null {
    const at = form.forms.file[form.row];
    const file = at == null ? undefined : data.review.inputs[at]?.file;
    const line = form.forms.line[form.row];
    return file === undefined || line == null ? null : { file, line };
}

/* `forms` of one station in one contest, the one that counts first. */
export function FormTable({ forms, marks, caption }: { forms: readonly Form[]; marks: Marks; caption: string }) {
    const data = useData();
    const paper = usePaper();
    const [onlyApart, setOnlyApart] = useState(false);
    const lines = compareForms(data, forms);
    const several = forms.length > 1;
    const apart = lines.filter((l) => l.any);
    const shown = several && onlyApart && !paper ? apart : lines;
    return (
        <div class="form-table">
            {several && !paper && (
                <label class="only no-print">
                    <input type="checkbox" checked={onlyApart} onChange={(e) => setOnlyApart(e.currentTarget.checked)} />{" "}
                    {t("Only lines that differ ({n} of {of})", { n: apart.length, of: lines.length })}
                </label>
            )}
            <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
                <table class="form">
                    <caption class="unseen">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t("Line of the form")}</th>
                            {several
                                ? forms.map((f) => <CopyHead key={f.row} form={f} />)
                                : <th scope="col" class="number">{t("Figure")}</th>}
                            <th scope="col" class="marks"><span class="unseen">{t("Findings")}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        {shown.map((line) => (
                            <LineRow key={line.key} data={data} form={forms[0]!} line={line} marks={marks.get(line.key) ?? []} />
                        ))}
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{t("Source")}</th>
                            {forms.map((f) => {
                                const at = sourceOf(data, f);
                                return (
                                    <td key={f.row} class={several ? "number from" : "from"} colSpan={several ? 1 : 2}>
                                        {at ? <Source file={at.file} line={at.line} /> : t("no form is there")}
                                    </td>
                                );
                            })}
                            {several && <td class="marks" />}
                        </tr>
                    </tfoot>
                </table>
            </div>
        </div>
    );
}
