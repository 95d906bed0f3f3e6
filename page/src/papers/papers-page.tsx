/* #/papers: what was read, from which files; what was not taken and why; who holds which copies;
 * which decisions are on record. */
import type { Data, Decision, Input, Refused, Skipped } from "../data";
import { count, day, t } from "../language";
import { H, Name, Table, shown, useData, usePaper, type Column } from "../parts";
import { to } from "../router";
import { hashCommand } from "./check";
import { refusalHelp, refusalText } from "./refusals";
import { contestTitle, copyKind, optionName, said, saidWith } from "./words";

/* ---- inputs ---- */

const inputColumns = (): Column<Input>[] => [
    { key: "file", head: t("File"), names: true, sort: (i) => i.file, text: (i) => `${i.file} ${i.sha256}`, cell: (i) => (
        <>
            <Name text={i.file} />
            <span class="hash sha">{i.sha256}</span>
        </>
    ) },
    { key: "rows", head: t("Rows"), number: true, sort: (i) => i.rows, cell: (i) => count(i.rows) },
    { key: "taken", head: t("Taken"), number: true, wide: true, sort: (i) => i.taken, cell: (i) => count(i.taken) },
    { key: "skipped", head: t("Skipped"), number: true, wide: true, sort: (i) => i.skipped, cell: (i) => count(i.skipped) },
    { key: "refused", head: t("Refused"), number: true, sort: (i) => i.refused, cell: (i) => count(i.refused) },
    { key: "bytes", head: t("Bytes"), number: true, wide: true, sort: (i) => i.bytes, cell: (i) => count(i.bytes) },
    { key: "encoding", head: t("Encoding"), wide: true, cell: (i) => i.encoding },
];

export function Inputs() {
    const { review } = useData();
    const paper = usePaper();
    return (
        <>
            <p>{t("Every figure of this report comes from these files, and from nothing else. The long number is the SHA-256 of the file's bytes: two files with the same number are the same.")}</p>
            <Table caption={t("Files that were read")} quiet rows={review.inputs} columns={inputColumns()} rowKey={(i) => i.file}
                {...(review.inputs.length > 12 ? { search: t("Find a file") } : {})} />
            {!paper && review.inputs[0] && (
                <details class="no-print">
                    <summary>{t("How to check that you have the same files")}</summary>
                    <p>{t("In the folder of the case:")}</p>
                    <pre tabIndex={0}><code>{[...new Set(review.inputs.slice(0, 12).map((i) => hashCommand(i.file)))].join("\n")}</code></pre>
                </details>
            )}
        </>
    );
}

/* ---- rows that were not taken ---- */

const skippedColumns = (): Column<Skipped>[] => [
    { key: "file", head: t("File"), names: true, cell: (s) => <Name text={s.file} /> },
    { key: "reason", head: t("Reason"), text: (s) => said(s.reason), cell: (s) => <Name text={said(s.reason)} /> },
    { key: "rows", head: t("Rows"), number: true, cell: (s) => count(s.rows) },
    { key: "first", head: t("First line"), number: true, cell: (s) => String(s.first_line) },
];

export function SkippedRows() {
    const { review } = useData();
    if (review.skipped.length === 0) return <p>{t("No row was left out on purpose.")}</p>;
    return <Table caption={t("Rows left out on purpose")} quiet rows={review.skipped} columns={skippedColumns()} rowKey={(_s, i) => i} />;
}

const place = (r: Refused): string => `${shown(r.file)}:${r.line}${r.column ? `:${r.column}` : ""}`;

const why = (r: Refused): string => (r.format ? saidWith(r.format, r.with ?? []) : r.reason);

const refusedColumns = (data: Data): Column<Refused>[] => [
    { key: "place", head: t("File, line, column"), names: true, text: place, cell: (r) => <span class="source">{place(r)}</span> },
    { key: "code", head: t("Code"), sort: (r) => r.code, text: (r) => r.code, cell: (r) => r.code },
    {
        key: "why", head: t("Why it was not taken"), text: why, cell: (r) => (
            <>
                {refusalText(r.code)} <span class="faint"><Name text={why(r)} /></span>
                {refusalHelp(r.code) && <span class="helps">{refusalHelp(r.code)}</span>}
            </>
        ),
    },
    {
        key: "station", head: t("Station"), wide: true, text: (r) => r.station ?? "",
        cell: (r) => (r.station !== null ? <a href={to("station", r.station)}><Name text={r.station} /></a> : t("not readable")),
    },
    {
        key: "contest", head: t("Contest"), wide: true, text: (r) => contestTitle(data, r.contest),
        cell: (r) => (r.contest !== null ? <Name text={contestTitle(data, r.contest)} /> : t("not readable")),
    },
];

export function RefusedRows() {
    const data = useData();
    const { review } = data;
    const rows = review.inputs.reduce((sum, i) => sum + i.rows, 0);
    const refused = review.cut?.refused?.of ?? review.refused.length;
    if (refused === 0) return <p>{t("Every row was taken or skipped with a reason: none was refused.")}</p>;
    return (
        <>
            <p>
                {t("{n:row/rows} of {of} could not be read for certain and are not in the figures. Nothing was guessed. A seat with refused rows can never be better than undetermined.",
                    { n: refused, of: rows })}
            </p>
            {review.refused.length < refused && (
                <p class="cut">{t("This file lists the first {shown}. All of them are in {file}, which stands beside the report.", { shown: review.refused.length, file: "tables/refused.csv" })}</p>
            )}
            <Table caption={t("Refused rows")} quiet rows={review.refused} columns={refusedColumns(data)} rowKey={(_r, i) => i}
                search={t("Find a row by file, code or reason")} />
        </>
    );
}

/* ---- copies ---- */

interface CopyRow { id: string; holder: string; kind: string; counts: boolean | null; contests: number; forms: number }

function copyRows(data: Data): CopyRow[] {
    const rows = new Map<string, CopyRow>();
    for (const c of data.review.copy_list ?? [])
        rows.set(c.id, { id: c.id, holder: c.holder, kind: c.kind, counts: c.counts, contests: 0, forms: 0 });
    for (const s of data.review.copies) {
        const row = rows.get(s.copy) ?? { id: s.copy, holder: s.holder, kind: "", counts: null, contests: 0, forms: 0 };
        row.contests++;
        row.forms += s.forms;
        rows.set(s.copy, row);
    }
    return [...rows.values()];
}

export function CopyHolders() {
    const data = useData();
    const rows = copyRows(data);
    if (rows.length < 2) return <p>{t("There is one copy of each form: nothing could be compared with it.")}</p>;
    const columns: Column<CopyRow>[] = [
        { key: "holder", head: t("Held by"), names: true, cell: (c) => <Name text={c.holder || c.id} /> },
        { key: "kind", head: t("What it is"), cell: (c) => (c.kind ? copyKind(c.kind) : "–") },
        { key: "counts", head: t("Use"), cell: (c) => (c.counts === null ? "–" : c.counts ? t("its figures count") : t("compared only")) },
        { key: "contests", head: t("Contests"), number: true, wide: true, cell: (c) => count(c.contests) },
        { key: "forms", head: t("Forms"), number: true, cell: (c) => count(c.forms) },
    ];
    return <Table caption={t("Copies of the forms, by who holds them")} quiet rows={rows} columns={columns} rowKey={(c) => c.id} />;
}

/* The same contest by each copy: what the totals would be. */
export function CopyTotals() {
    const data = useData();
    const several = data.review.contests.filter((c) => data.review.copies.filter((s) => s.contest === c.id).length > 1);
    if (several.length === 0 || several.length > 12) return null;
    return (
        <>
            {several.map((c) => {
                const sums = data.review.copies.filter((s) => s.contest === c.id);
                const rows = c.options.map((o, i) => ({ id: o.id, i }));
                const columns: Column<{ id: string; i: number }>[] = [
                    { key: "option", head: t("Votes for"), names: true, cell: (r) => <Name text={optionName(c, r.id)} /> },
                    ...sums.map((s, k) => ({
                        key: `copy${k}`, head: shown(s.holder || s.copy), number: true,
                        cell: (r: { i: number }) => count(s.votes[r.i]),
                    })),
                ];
                return (
                    <Table key={c.id} caption={t("{contest}: the totals by each copy; the numbers of forms differ", { contest: contestTitle(data, c.id) })}
                        rows={rows} columns={columns} rowKey={(r) => r.id} page={0} />
                );
            })}
        </>
    );
}

/* ---- decisions ---- */

function noteText(note: string): string {
    switch (note) {
        case "no_form": return t("not applied: the station has no form in the contest");
        case "no_copy": return t("not applied: the station has no form of that copy");
        case "again": return t("the station was set aside already");
        case "already_annulled": return t("not applied: the station is set aside, which stays");
        case "replaces": return t("replaces other figures that an earlier decision adopted");
        case "several_forms": return t("applied to all of several forms of the station");
        default: return shown(note);
    }
}

export function Decisions() {
    const data = useData();
    const { decisions, decision_notes: notes } = data.review;
    if (decisions.length === 0) return <p>{t("No decision is on record.")}</p>;
    const noteOf = (d: Decision) => notes.filter((n) => n.decision === d.id && n.line === d.line).map((n) => noteText(n.note)).join("; ");
    const columns: Column<Decision>[] = [
        { key: "id", head: t("Decision"), names: true, text: (d) => d.id, cell: (d) => <><Name text={d.id} />{d.cite && <span class="faint block"><Name text={d.cite} /></span>}</> },
        { key: "from", head: t("In force from"), sort: (d) => d.effective, cell: (d) => (d.effective ? day(d.effective) : t("the start")) },
        { key: "body", head: t("Body"), text: (d) => d.body, cell: (d) => <Name text={d.body} /> },
        { key: "effect", head: t("Effect"), cell: (d) => (d.effect === "annul" ? t("sets results aside") : t("adopts other figures")) },
        { key: "contest", head: t("Contest"), wide: true, text: (d) => contestTitle(data, d.contest), cell: (d) => <Name text={contestTitle(data, d.contest)} /> },
        { key: "station", head: t("Station"), text: (d) => d.station ?? "", cell: (d) => (d.station ? <a href={to("station", d.station)}><Name text={d.station} /></a> : "–") },
        { key: "note", head: t("Note"), wide: true, cell: noteOf },
    ];
    return (
        <Table caption={t("Decisions on record, as they were given to canvass")} quiet rows={decisions} columns={columns} rowKey={(_d, i) => i}
            {...(decisions.length > 12 ? { search: t("Find a decision") } : {})} />
    );
}

/* ---- the page ---- */

export function PapersPage() {
    return (
        <>
            <H down={0}>{t("Papers")}</H>
            <p>{t("What was read, what was not taken and why, who holds the copies, and which decisions are on record.")}</p>
            <section><H down={1}>{t("Files")}</H><Inputs /></section>
            <section><H down={1}>{t("Refused rows")}</H><RefusedRows /></section>
            <section><H down={1}>{t("Skipped rows")}</H><SkippedRows /></section>
            <section><H down={1}>{t("Copies")}</H><CopyHolders /><CopyTotals /></section>
            <section><H down={1}>{t("Decisions")}</H><Decisions /></section>
        </>
    );
}
