/* #/stations: every station, searchable and filtered; #/station/CODE: all that is known of one. */
import { useMemo, useState } from "preact/hooks";
import type { Contest, Data, Decision, Finding } from "../data";
import { compareText, count, day, decimal, t } from "../language";
import { H, Name, Source, Table, shown, useData, type Column } from "../parts";
import { to } from "../router";
import type { PageProps } from "../routes";
import { StationForms } from "./station-forms";
import { areaPath, insideOf, passes, stationRows, type StationFilter, type StationRow } from "./stations";
import { contestTitle, stationKind } from "./words";

/* ---- the list ---- */

function areaText(data: Data, area: number | null): string {
    return areaPath(data, area).map((i) => shown(data.review.areas![i]!.name)).join(", ");
}

function stateText(r: StationRow): string {
    const said: string[] = [];
    if (r.missing) said.push(t("form missing"));
    if (r.differ) said.push(t("copies differ"));
    if (r.decided || r.annulled) said.push(t("decision"));
    if (r.closed) said.push(t("closed"));
    return said.join(", ");
}

function columns(data: Data): Column<StationRow>[] {
    const named = data.review.stations?.name.some(Boolean);
    const areas = (data.review.areas ?? []).length > 0;
    const all: (Column<StationRow> | false | undefined)[] = [
        { key: "code", head: t("Station"), names: true, sort: (r) => r.code, text: (r) => r.code, cell: (r) => <a href={to("station", r.code)}><Name text={r.code} /></a> },
        named && { key: "name", head: t("Name"), sort: (r) => r.name || null, text: (r) => r.name, cell: (r) => <Name text={r.name || "–"} /> },
        areas && { key: "area", head: t("Area"), wide: true, text: (r) => areaText(data, r.area), sort: (r) => areaText(data, r.area), cell: (r) => <Name text={areaText(data, r.area)} /> },
        { key: "state", head: t("State"), cell: (r) => stateText(r) },
        { key: "errors", head: t("Contradictions"), number: true, wide: true, sort: (r) => r.errors, cell: (r) => count(r.errors) },
        { key: "looks", head: t("To be looked at"), number: true, wide: true, sort: (r) => r.warnings, cell: (r) => count(r.warnings) },
        { key: "contradicted", head: t("Votes contradicted"), number: true, sort: (r) => r.contradicted, cell: (r) => count(r.contradicted) },
    ];
    return all.filter((c): c is Column<StationRow> => !!c);
}

const filters = (): { value: StationFilter; name: string }[] => [
    { value: "all", name: t("all stations") },
    { value: "errors", name: t("with contradictions") },
    { value: "findings", name: t("with any finding") },
    { value: "missing", name: t("form missing") },
    { value: "differ", name: t("copies differ") },
    { value: "copies", name: t("with several copies") },
    { value: "decided", name: t("with a decision") },
    { value: "unusual", name: t("of a special kind, or closed") },
];

/* Where the file does not hold every form, or every station. */
export function FormsCut() {
    const cut = useData().review.cut?.forms;
    if (!cut || cut.shown >= cut.of) return null;
    const every = useData().review.cut?.every ?? 0;
    return (
        <p class="cut">
            {t("This file holds {shown} of {of:form/forms}: those with findings, those that could change an outcome, copies that differ, missing ones.",
                { shown: cut.shown, of: cut.of })}{" "}
            {every > 1 && t("Of the other stations it holds one in {n}, at equal distances.", { n: every })}{" "}
            {t("All of them are in {file}, which stands beside the report.", { file: "tables/stations.csv" })}
        </p>
    );
}

export function StationsPage({ query }: PageProps) {
    const data = useData();
    const all = useMemo(() => stationRows(data), []);
    const wanted = filters().find((f) => f.value === query.get("show"))?.value ?? "all";
    const [filter, setFilter] = useState<StationFilter>(wanted);
    const [area, setArea] = useState("");
    const counts = useMemo(() => filters().map((f) => all.filter((r) => passes(r, f.value)).length), [all]);
    const rows = useMemo(() => {
        const inside = area === "" ? null : insideOf(data, Number(area));
        return all.filter((r) => passes(r, filter) && (!inside || (r.area !== null && inside[r.area] === 1)));
    }, [all, filter, area]);
    const top = (data.review.areas ?? []).map((a, at) => ({ ...a, at })).filter((a) => a.parent === null)
        .sort((a, b) => compareText(a.name, b.name));
    if (all.length === 0)
        return <><H down={0}>{t("Stations")}</H><p>{t("This file holds no stations. They are in {file}, which stands beside the report.", { file: "tables/stations.csv" })}</p></>;
    return (
        <>
            <H down={0}>{t("Stations")}</H>
            <p>{t("{n:station/stations}. Each opens to its forms, with every figure as written, where it stands and what was found.", { n: all.length })}</p>
            <FormsCut />
            <div class="filters no-print">
                <label class="select">
                    <span>{t("Show")}</span>{" "}
                    <select value={filter} onChange={(e) => setFilter(e.currentTarget.value as StationFilter)}>
                        {filters().map((f, i) => (counts[i]! > 0 || f.value === filter) && (
                            <option key={f.value} value={f.value}>{t("{name} ({n})", { name: f.name, n: counts[i] })}</option>
                        ))}
                    </select>
                </label>
                {top.length > 1 && (
                    <label class="select">
                        <span>{t("Area")}</span>{" "}
                        <select value={area} onChange={(e) => setArea(e.currentTarget.value)}>
                            <option value="">{t("all")}</option>
                            {top.map((a) => <option key={a.at} value={a.at}>{shown(a.name)}</option>)}
                        </select>
                    </label>
                )}
            </div>
            <Table caption={t("Stations")} quiet rows={rows} columns={columns(data)} rowKey={(r) => r.at}
                search={t("Find a station by code, name or area")} sorted={{ key: "contradicted", down: true }} />
        </>
    );
}

/* ---- one station ---- */

function StationFacts({ at }: { at: number }) {
    const data = useData();
    const s = data.review.stations!;
    const lat = s.lat?.[at], lon = s.lon?.[at];
    const area = s.area[at] ?? null;
    return (
        <dl class="figures">
            {s.name[at] && <div><dt>{t("Name")}</dt><dd><Name text={s.name[at]!} /></dd></div>}
            {area !== null && <div><dt>{t("Area")}</dt><dd><Name text={areaText(data, area)} /></dd></div>}
            <div><dt>{t("Kind")}</dt><dd>{stationKind(s.kind[at] ?? "ordinary")}</dd></div>
            {!!s.closed[at] && <div><dt>{t("State")}</dt><dd>{t("no poll was held here, or it was void: no form is expected")}</dd></div>}
            {lat != null && lon != null && <div><dt>{t("Coordinates")}</dt><dd>{`${decimal(lat, 4)}, ${decimal(lon, 4)}`}</dd></div>}
        </dl>
    );
}

function DecisionItem({ decision: d }: { decision: Decision }) {
    const data = useData();
    return (
        <li>
            <strong><Name text={d.id} /></strong>{", "}<Name text={d.body} />{d.effective && <>{", "}{day(d.effective)}</>}{": "}
            {d.effect === "annul" ? t("sets the results of the station aside") : t("puts other figures in their place")}
            {d.contest !== null && <>{" ("}<Name text={contestTitle(data, d.contest)} />{")"}</>}
            {d.text && <blockquote><Name text={d.text} /></blockquote>}
            {d.cite && <p class="faint"><Name text={d.cite} /></p>}
            {d.file && <p class="faint"><Source file={d.file} line={d.line} /></p>}
        </li>
    );
}

function ContestPart({ contest, code, rows, findings }: { contest: Contest; code: string; rows: number[]; findings: Finding[] }) {
    const data = useData();
    const held = rows.length > 0;
    const caption = t("Form of station {code}, {contest}", { code: shown(code), contest: contestTitle(data, contest.id) });
    return (
        <section>
            <H down={1}><a href={to("seat", contest.id)}><Name text={contestTitle(data, contest.id)} /></a></H>
            {!held && contest.missing_stations.includes(code) && <p>{t("The form is awaited and not there. Nothing of it is counted.")}</p>}
            {!held && !contest.missing_stations.includes(code) && <FormsCut />}
            <StationForms contest={contest} rows={rows} findings={findings} caption={caption} />
        </section>
    );
}

interface Part { contest: Contest; rows: number[]; findings: Finding[] }

/* The contests that the station has a form, a finding or a missing form in, in the order of the
 * case. */
export function partsAt(data: Data, code: string): Part[] {
    const rows = data.formsAt(code), findings = data.findingsAt(code);
    return data.review.contests
        .map((contest) => ({
            contest,
            rows: rows.filter((r) => r.contest === contest.id).map((r) => r.row),
            findings: findings.filter((f) => f.contest === contest.id),
        }))
        .filter((p) => p.rows.length + p.findings.length > 0 || p.contest.missing_stations.includes(code));
}

export function stationTitle(_data: Data, args: string[]): string {
    return args[0] ? t("Station {code}", { code: shown(args[0]) }) : t("Stations");
}

export function StationPage({ args }: PageProps) {
    const data = useData();
    const code = args[0] ?? "";
    const at = data.station(code);
    const parts = useMemo(() => partsAt(data, code), [code]);
    const decisions = data.review.decisions.filter((d) => d.station === code);
    if (at < 0 && parts.length === 0)
        return <><H down={0}>{t("There is no such station in this file")}</H><FormsCut /></>;
    return (
        <>
            <p class="crumb"><a href={to("stations")}>{t("Stations")}</a></p>
            <H down={0}>{t("Station {code}", { code: shown(code) })}</H>
            {at >= 0 && <StationFacts at={at} />}
            {decisions.length > 0 && (
                <section>
                    <H down={1}>{t("Decisions on record")}</H>
                    <ul>{decisions.map((d, i) => <DecisionItem key={i} decision={d} />)}</ul>
                </section>
            )}
            {parts.map((p) => <ContestPart key={p.contest.id} code={code} {...p} />)}
        </>
    );
}
