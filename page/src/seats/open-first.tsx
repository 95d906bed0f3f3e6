/* What to open or to get first: the forms that are missing or in question, most votes per paper
 * first. */
import type { Contest, OpenForm } from "../data";
import { count, t } from "../language";
import { Source, StationLink, Table, useData, type Column } from "../parts";
import { to } from "../router";

type Row = OpenForm & { n: number };

export function OpenFirst({ contest: c }: { contest: Contest }) {
    const data = useData();
    const rows: Row[] = c.sensitivity.forms.map((f, i) => ({ ...f, n: i + 1 }));
    if (!rows.length)
        return c.sensitivity.questions?.length
            ? <p>{t("No form is missing or in question. What is asked of bodies stands above.")}</p>
            : <p>{t("There is nothing that is missing or in question here.")}</p>;
    const why = (f: Row) => (f.missing ? t("missing") : f.code ? data.rule(f.code)?.title ?? f.code : "");
    const columns: Column<Row>[] = [
        { key: "n", head: t("Order"), number: true, wide: true, sort: (f) => f.n, cell: (f) => count(f.n) },
        { key: "station", head: t("Station"), names: true, sort: (f) => f.station, text: (f) => f.station, cell: (f) => <StationLink code={f.station} /> },
        {
            key: "why", head: t("Why"), sort: why, text: why, roomy: true,
            cell: (f) => (f.code && !f.missing ? <><a href={to("findings", f.code)}>{f.code}</a> {why(f)}</> : why(f)),
        },
        { key: "papers", head: t("Papers to look at"), number: true, sort: (f) => f.papers, cell: (f) => count(f.papers) },
        {
            key: "fall", head: t("Lead can fall by"), number: true, sort: (f) => f.fall ?? Infinity,
            cell: (f) => (f.fall === null ? t("any number") : count(f.fall)),
        },
        {
            key: "running", head: t("Up to here, votes"), number: true, wide: true, sort: (f) => f.running ?? Infinity,
            cell: (f) => (f.running === null ? t("any number") : count(f.running)),
        },
        { key: "papers-running", head: t("Up to here, papers"), number: true, wide: true, cell: (f) => count(f.running_papers) },
        { key: "source", head: t("Form"), wide: true, cell: (f) => (f.source ? <Source at={f.source} brief /> : "–") },
    ];
    return (
        <Table caption={t("What is missing, then what is in question; in each, most votes per ballot paper first.")}
            rows={rows} columns={columns} rowKey={(f) => f.n} page={15} search={rows.length > 15 ? t("Search by station") : ""} />
    );
}
