/* The chamber once more for each author of blocs: who sits with whom is a statement, and statements
 * differ. */
import type { Bloc, ChamberView } from "../data";
import { day, t } from "../language";
import { Name, Section, Table, useData, type Column } from "../parts";
import { intervalText } from "../charts/intervals";
import type { Claim } from "../incidents/data";
import { claimText } from "../incidents/words";

type Row = Bloc & { claims: string[] };

function claimed(row: Row, claims: ReadonlyMap<string, Claim>): string {
    const said = row.claims.map((id) => claims.get(id)).filter((c): c is Claim => !!c && c.figure);
    return said.length ? [...new Set(said.map(claimText))].join("; ") : "–";
}

function Author({ view: v, claims }: { view: ChamberView; claims: ReadonlyMap<string, Claim> }) {
    const who = v.asserted_by === null ? t("by the case itself") : v.asserted_by;
    const rows: Row[] = v.vacant.high > 0 ? [...v.blocs, { bloc: null, name: t("vacant"), declared: 0, claims: [], ...v.vacant }] : v.blocs;
    const columns: Column<Row>[] = [
        { key: "bloc", head: t("bloc"), names: true, cell: (b) => (b.name ? <Name text={b.name} /> : b.bloc ? <Name text={b.bloc} /> : t("not assigned by this author")) },
        { key: "range", head: t("seats, at least and at most"), number: true, cell: (b) => intervalText(b.low, b.high) },
    ];
    if (rows.some((b) => b.claims.length)) columns.push({ key: "claims", head: t("Published totals"), number: true, cell: (b) => claimed(b, claims) });
    return (
        <>
            <p class="author">
                <Name text={who} />
                {v.day && <span class="faint"> · {t("as of {day}", { day: day(v.day) })}</span>}
                {v.statements > 0 && <span class="faint"> · {t("{n:statement/statements}", { n: v.statements })}</span>}
            </p>
            <Table caption={t("The chamber by what {who} says", { who })} quiet rows={rows.filter((b) => b.high > 0 || b.claims.length > 0)}
                columns={columns} rowKey={(b, i) => b.bloc ?? `none ${i}`} page={0} />
        </>
    );
}

export function Authors() {
    const data = useData();
    const views = data.review.chambers ?? [];
    if (!views.some((v) => v.asserted_by !== null && v.statements > 0)) return null;
    const claims = new Map((data.review.incidents?.claims ?? []).map((c) => [c.id, c]));
    return (
        <Section title={t("Who sits with whom, by who says it")}>
            <p>{t("Each author by itself. Whom an author does not name is not assigned: that is not the same as independent.")}</p>
            {views.map((v, i) => <Author key={i} view={v} claims={claims} />)}
        </Section>
    );
}
