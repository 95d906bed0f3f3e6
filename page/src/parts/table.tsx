/* Table — rows that can be sorted, searched and paged, by mouse and by keyboard.
 *
 * The columns say how a row is shown, sorted and searched. On paper all rows are shown. A column
 * with `wide` is left out on a narrow screen: what it says must not be needed there. */
import type { ComponentChildren } from "preact";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import { compareText, count, language, t } from "../language";
import { usePaper } from "./context";

export interface Column<Row> {
    key: string;
    head: string;
    cell: (row: Row) => ComponentChildren;
    /* What to sort by; a column without it cannot be sorted. null goes last in both directions. */
    sort?: (row: Row) => number | string | null | undefined;
    /* What the search looks at; also what cell() shows, when that is a text. */
    text?: (row: Row) => string;
    number?: boolean;
    wide?: boolean;
    /* Whole sentences: not to be squeezed by the columns beside it. */
    roomy?: boolean;
    /* The cell names the row: a row header. */
    names?: boolean;
}

interface Props<Row> {
    caption: string;
    /* The caption is for those who do not see the heading above. */
    quiet?: boolean;
    rows: readonly Row[];
    columns: readonly Column<Row>[];
    search?: string;
    /* Rows on one page; 0: all. */
    page?: number;
    sorted?: { key: string; down?: boolean };
    rowKey: (row: Row, i: number) => string | number;
    empty?: string;
}

function compare(a: number | string | null | undefined, b: number | string | null | undefined, down: boolean) {
    if (a == null || b == null) return a == null ? (b == null ? 0 : 1) : -1;
    const by = typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));
    return down ? -by : by;
}

/* The rows in the order asked for; equal ones as they came. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row> | undefined, down: boolean): Row[] {
    const key = column?.sort;
    if (!key) return rows.slice();
    return rows
        .map((row, i) => ({ row, i, key: key(row) }))
        .sort((a, b) => compare(a.key, b.key, down) || a.i - b.i)
        .map(({ row }) => row);
}

/* Every word must stand somewhere in the row. */
export function searchRows<Row>(rows: readonly Row[], texts: readonly string[], wanted: string): Row[] {
    const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return words.length ? rows.filter((_, i) => words.every((w) => texts[i]!.includes(w))) : rows.slice();
}

function lookOf<Row>(c: Column<Row>): string {
    return [c.number && "number", c.wide && "wide", c.roomy && "roomy"].filter(Boolean).join(" ");
}

/* On paper the head is plain text: a browser repeats it on every sheet, a button's text not always. */
function Head<Row>(p: { column: Column<Row>; state: "none" | "ascending" | "descending"; sort: () => void }) {
    const { column: c, state } = p;
    const looks = lookOf(c);
    if (!c.sort) return <th scope="col" class={looks}>{c.head}</th>;
    return (
        <th scope="col" class={looks} aria-sort={state}>
            <span class="only-print">{c.head}</span>
            <button type="button" class="sort no-print" onClick={p.sort}>
                {c.head}
                <span class={`arrow is-${state}`} aria-hidden="true" />
            </button>
        </th>
    );
}

function Pager(p: { at: number; n: number; size: number; go: (at: number) => void; label: string }) {
    const last = Math.ceil(p.n / p.size) - 1;
    return (
        <nav class="pager no-print" aria-label={t("Pages of the table: {name}", { name: p.label })}>
            <button type="button" disabled={p.at === 0} onClick={() => p.go(p.at - 1)}>{t("Back")}</button>
            <span>
                {t("{from} to {to} of {of}", {
                    from: p.at * p.size + 1, to: Math.min(p.n, (p.at + 1) * p.size), of: p.n,
                })}
            </span>
            <button type="button" disabled={p.at >= last} onClick={() => p.go(p.at + 1)}>{t("Next")}</button>
        </nav>
    );
}

function Rows<Row>({ rows, columns, rowKey }: { rows: readonly Row[]; columns: readonly Column<Row>[]; rowKey: Props<Row>["rowKey"] }) {
    return (
        <tbody>
            {rows.map((row, i) => (
                <tr key={rowKey(row, i)}>
                    {columns.map((c) => {
                        const looks = lookOf(c);
                        return c.names
                            ? <th key={c.key} scope="row" class={looks}>{c.cell(row)}</th>
                            : <td key={c.key} class={looks}>{c.cell(row)}</td>;
                    })}
                </tr>
            ))}
        </tbody>
    );
}

export function Table<Row>(p: Props<Row>) {
    const paper = usePaper();
    const id = useId();
    const top = useRef<HTMLDivElement>(null);
    const [order, setOrder] = useState(p.sorted);
    const [wanted, setWanted] = useState("");
    const [at, setAt] = useState(0);
    const texts = useMemo(() => {
        if (!p.search) return [];
        const parts = p.columns.map((c) => c.text).filter((f): f is (row: Row) => string => !!f);
        return p.rows.map((row) => parts.map((f) => f(row)).join(" ").toLocaleLowerCase());
    }, [p.rows, p.search, language()]);
    const found = useMemo(() => {
        const rows = p.search ? searchRows(p.rows, texts, wanted) : p.rows;
        return sortRows(rows, p.columns.find((c) => c.key === order?.key), !!order?.down);
    }, [p.rows, texts, wanted, order, language()]);
    const size = paper ? 0 : p.page ?? 50;
    const paged = size > 0 && found.length > size;
    const page = Math.min(at, Math.max(0, Math.ceil(found.length / (size || 1)) - 1));
    const shown = paged ? found.slice(page * size, (page + 1) * size) : found;
    const go = (to: number) => {
        setAt(to);
        top.current?.scrollIntoView({ block: "nearest" });
    };
    const sortBy = (c: Column<Row>) => {
        setOrder({ key: c.key, down: order?.key === c.key ? !order.down : !!c.number });
        setAt(0);
    };
    return (
        <div class="table" ref={top}>
            {p.search && !paper && (
                <div class="search no-print">
                    <label for={`${id}search`}>{p.search}</label>
                    <input id={`${id}search`} type="search" value={wanted} autocomplete="off" spellcheck={false}
                        onInput={(e) => { setWanted(e.currentTarget.value); setAt(0); }} />
                    <span class="faint" role="status" aria-live="polite">
                        {wanted.trim() ? t("{n:row/rows} of {of}", { n: found.length, of: p.rows.length }) : ""}
                    </span>
                </div>
            )}
            <div class="scroll" tabIndex={0} {...(paper ? {} : { role: "region", "aria-labelledby": `${id}caption` })}>
                <table>
                    <caption id={`${id}caption`} class={p.quiet ? "unseen" : ""}>{p.caption}</caption>
                    <thead>
                        <tr>
                            {p.columns.map((c) => (
                                <Head key={c.key} column={c} sort={() => sortBy(c)}
                                    state={order?.key !== c.key ? "none" : order.down ? "descending" : "ascending"} />
                            ))}
                        </tr>
                    </thead>
                    <Rows rows={shown} columns={p.columns} rowKey={p.rowKey} />
                </table>
            </div>
            {found.length === 0 && <p class="faint">{wanted.trim() ? t("No row has all of these words.") : p.empty ?? t("None.")}</p>}
            {paged && <Pager at={page} n={found.length} size={size} go={go} label={p.caption} />}
            {paged && <p class="only-print faint">{t("{n:row/rows} of {of}", { n: shown.length, of: count(found.length) })}</p>}
        </div>
    );
}
