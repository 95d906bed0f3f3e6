/* What the page of a seat shows of its papers: what was found on its forms, the one with the most
 * votes laid out, the others by link. */
import { useMemo } from "preact/hooks";
import { Contradicted } from "../charts/contradicted";
import { TurnoutShare } from "../charts/turnout";
import type { Contest, Data, Finding } from "../data";
import { t } from "../language";
import { H, Table, shown, useData, usePaper } from "../parts";
import { to, toQuery } from "../router";
import { CutNote, findingColumns } from "./findings";
import { StationForms } from "./station-forms";
import { hasAllErrors, isUnusual } from "./stations";
import { contestTitle, said } from "./words";

/* Not known is more than any number. */
const votes = (f: Finding): number => f.votes_in_question ?? Number.MAX_SAFE_INTEGER;

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
            <H down={2}><a href={to("station", code)}>{t("Station {code}", { code: shown(code) })}</a></H>
            <StationForms contest={contest} rows={rows} findings={findings}
                caption={t("Form of station {code}, {contest}", { code: shown(code), contest: contestTitle(data, contest.id) })} />
        </section>
    );
}

/* A form with hundreds of findings would bury the rest of a print-out. */
const MOST_ON_PAPER = 50;

function Errors({ errors }: { errors: Finding[] }) {
    const data = useData();
    const paper = usePaper();
    if (errors.length === 0)
        return <p>{hasAllErrors(data)
            ? t("No figure on the forms of this seat contradicts another.")
            : t("This file lists no contradiction on the forms of this seat.")}</p>;
    const rows = paper ? errors.slice(0, MOST_ON_PAPER) : errors;
    return (
        <>
            <Table caption={t("Contradictions, those that put most votes in question first")} rows={rows}
                columns={findingColumns(data, { contest: true, code: false })} page={10}
                rowKey={(_f, i) => i} sorted={{ key: "question", down: true }} />
            {rows.length < errors.length && <p class="cut">{t("The first {n} of {of}.", { n: rows.length, of: errors.length })}</p>}
        </>
    );
}

export function SeatFindings({ contest }: { contest: Contest }) {
    const data = useData();
    const paper = usePaper();
    const all = data.findingsOf(contest.id);
    const errors = useMemo(
        () => all.filter((f) => f.severity === "error").sort((a, b) => votes(b) - votes(a) || 0), [contest.id]);
    const rest = all.filter((f) => f.severity !== "error");
    const shownForms = worstStations(all).slice(0, paper ? 3 : 1);
    const look = rest.filter((f) => !isUnusual(f.code)), unusual = rest.filter((f) => isUnusual(f.code));
    return (
        <>
            <section>
                <H down={1}>{t("Findings on its forms")}</H>
                <Errors errors={errors} />
                <CutNote />
                <Contradicted contest={contest} />
                {shownForms.map((code) => <FormOf key={code} data={data} contest={contest} code={code} />)}
                {look.length > 0 && <><H down={2}>{t("To be looked at, and notes")}</H><ByRule contest={contest} findings={look} /></>}
                {unusual.length > 0 && <><H down={2}>{t("Unusual, not contradictory")}</H><ByRule contest={contest} findings={unusual} /></>}
            </section>
            <TurnoutShare contest={contest} />
        </>
    );
}
