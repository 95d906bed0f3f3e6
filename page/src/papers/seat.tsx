/* What the page of a seat shows of its papers: what was found on its forms, the one with the most
 * votes laid out, the others by link. */
import { useMemo } from "preact/hooks";
import type { Contest, Data, Finding } from "../data";
import { t } from "../language";
import { Name, Table, shown, useData, usePaper } from "../parts";
import { to, toQuery } from "../router";
import { CutNote, findingColumns } from "./findings";
import { StationForms } from "./station-forms";
import { isUnusual } from "./stations";
import { contestTitle, said } from "./words";

const votes = (f: Finding): number => f.votes_in_question ?? Infinity;

/* Station codes by the votes that their contradictions put in question, the largest first. */
export function worstStations(findings: readonly Finding[]): string[] {
    const most = new Map<string, number>();
    for (const f of findings)
        if (f.station !== null && f.form != null && f.severity === "error")
            most.set(f.station, Math.max(most.get(f.station) ?? 0, votes(f)));
    return [...most].sort((a, b) => b[1] - a[1] || 0).map(([code]) => code);
}

function ByRule({ contest, findings }: { contest: Contest; findings: readonly Finding[] }) {
    const data = useData();
    const counts = new Map<string, number>();
    for (const f of findings) counts.set(f.code, (counts.get(f.code) ?? 0) + 1);
    return (
        <ul class="codes">
            {[...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([code, n]) => (
                <li key={code}>
                    <a href={toQuery({ seat: contest.id }, "findings", code)}>{code}</a>{" "}
                    {t("{title}: {n:finding/findings}", { title: said(data.rule(code)?.title ?? code), n })}
                </li>
            ))}
        </ul>
    );
}

function FormOf({ data, contest, code }: { data: Data; contest: Contest; code: string }) {
    const rows = data.formsAt(code).filter((r) => r.contest === contest.id).map((r) => r.row);
    const findings = data.findingsAt(code).filter((f) => f.contest === contest.id);
    return (
        <section class="together">
            <h3><a href={to("station", code)}>{t("Station {code}", { code: shown(code) })}</a></h3>
            <StationForms contest={contest} rows={rows} findings={findings}
                caption={t("Form of station {code}, {contest}", { code: shown(code), contest: contestTitle(data, contest.id) })} />
        </section>
    );
}

function Missing({ contest }: { contest: Contest }) {
    const missing = contest.missing_stations;
    if (missing.length === 0) return null;
    const most = 12;
    return (
        <>
            <h3>{t("Forms that are missing")}</h3>
            <p>
                {missing.slice(0, most).map((code, i) => <>{i > 0 && ", "}<a href={to("station", code)}><Name text={code} /></a></>)}
                {missing.length > most && <>{" "}<a href={to("stations") + "?show=missing"}>{t("and {n} more", { n: missing.length - most })}</a></>}
            </p>
        </>
    );
}

/* Under the heading "Findings on its forms" of the page of a seat. */
export function SeatFindings({ contest }: { contest: Contest }) {
    const data = useData();
    const paper = usePaper();
    const all = data.findingsOf(contest.id);
    const errors = useMemo(() => all.filter((f) => f.severity === "error"), [contest.id]);
    const rest = all.filter((f) => f.severity !== "error");
    const shownForms = worstStations(all).slice(0, paper ? 5 : 1);
    return (
        <>
            {errors.length === 0
                ? <p>{t("No figure on the forms of this seat contradicts another.")}</p>
                : <Table caption={t("Contradictions, those that put most votes in question first")} rows={errors}
                    columns={findingColumns(data, { contest: true, code: false })} page={10}
                    rowKey={(_f, i) => i} sorted={{ key: "question", down: true }} />}
            <CutNote />
            {shownForms.map((code) => <FormOf key={code} data={data} contest={contest} code={code} />)}
            <Missing contest={contest} />
            {rest.some((f) => !isUnusual(f.code)) && (
                <><h3>{t("To be looked at, and notes")}</h3><ByRule contest={contest} findings={rest.filter((f) => !isUnusual(f.code))} /></>
            )}
            {rest.some((f) => isUnusual(f.code)) && (
                <><h3>{t("Unusual, not contradictory")}</h3><ByRule contest={contest} findings={rest.filter((f) => isUnusual(f.code))} /></>
            )}
        </>
    );
}
