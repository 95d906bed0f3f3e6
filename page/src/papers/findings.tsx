/* #/findings: every rule with its counts; #/findings/C306: one rule and its findings. */
import { useMemo, useState } from "preact/hooks";
import { Contradicted } from "../charts/contradicted";
import { StationsMap } from "../charts/map";
import type { Data, Finding, Rule, Structural } from "../data";
import { compareText, count, t } from "../language";
import { H, Name, Source, Table, shown, useData, usePaper, type Column } from "../parts";
import { to } from "../router";
import type { PageProps } from "../routes";
import { Severity } from "./finding-item";
import { formOf } from "./form";
import { MustHold } from "./relation-words";
import { tell } from "./sentences";
import { insideOf, isUnusual } from "./stations";
import { contestTitle, fieldName, optionName, said } from "./words";

/* ---- the rules ---- */

const ruleColumns = (): Column<Rule>[] => [
    { key: "code", head: t("Rule"), names: true, sort: (r) => r.code, cell: (r) => <a href={to("findings", r.code)}>{r.code}</a> },
    {
        key: "title", head: t("What does not fit"), sort: (r) => said(r.title),
        cell: (r) => <>{said(r.title)}{" "}{r.severity !== "off" && <Severity severity={r.severity} />}</>,
    },
    { key: "raised", head: t("Findings"), number: true, sort: (r) => r.raised, cell: (r) => count(r.raised) },
    { key: "largest", head: t("Largest"), number: true, wide: true, sort: (r) => r.largest || null, cell: (r) => (r.largest ? count(r.largest) : "–") },
    { key: "checked", head: t("Checked"), number: true, wide: true, sort: (r) => r.checked, cell: (r) => (r.checked ? count(r.checked) : "–") },
    { key: "not", head: t("Does not apply"), number: true, wide: true, sort: (r) => r.not_applicable, cell: (r) => count(r.not_applicable) },
    { key: "open", head: t("Cannot be decided"), number: true, wide: true, sort: (r) => r.undecidable, cell: (r) => count(r.undecidable) },
];

function Quiet({ rules, text }: { rules: Rule[]; text: string }) {
    const paper = usePaper();
    if (rules.length === 0) return null;
    const list = <ul class="codes">{rules.map((r) => <li key={r.code}><a href={to("findings", r.code)}>{r.code}</a> {said(r.title)}</li>)}</ul>;
    return paper ? <p>{text}</p> : <details><summary>{text}</summary>{list}</details>;
}

function reasonOf(data: Data, s: Structural): string {
    switch (s.why) {
        case "term": return t("the relation lacks the column “{name}”", {
            name: s.field !== null ? fieldName(data, s.field) : optionName(data.contest(s.contest ?? ""), s.option),
        });
        case "constant": return t("the difference is {n} every time", { n: s.value });
        case "station_kind": return t("all of them are at one kind of station");
        default: return t("all of them come from one file");
    }
}

export function StructuralList({ rows }: { rows: Structural[] }) {
    const data = useData();
    if (rows.length === 0) return null;
    return (
        <ul class="structural">
            {rows.map((s, i) => (
                <li key={i}>
                    {t("{code} in {contest}: {explained} of {n:finding has/findings have} one reason: {reason}.", {
                        code: s.code, contest: contestTitle(data, s.contest), explained: s.explained,
                        n: s.failing, reason: reasonOf(data, s),
                    })}
                </li>
            ))}
        </ul>
    );
}

export function RuleTables() {
    const { review } = useData();
    const raised = (unusual: boolean) => review.rules.filter((r) => r.raised > 0 && isUnusual(r.code) === unusual);
    const quiet = review.rules.filter((r) => r.raised === 0);
    const columns = ruleColumns();
    const main = raised(false), unusual = raised(true);
    return (
        <>
            {main.length === 0
                ? <p>{t("No figure on record contradicts another.")}</p>
                : <Table caption={t("Contradictions, and what should be looked at")} rows={main} columns={columns} rowKey={(r) => r.code} page={0} />}
            <StructuralList rows={review.structural} />
            {unusual.length > 0 && (
                <Table caption={t("Unusual, not contradictory: it puts no vote in question")} rows={unusual} columns={columns} rowKey={(r) => r.code} page={0} />
            )}
            <Quiet rules={quiet.filter((r) => r.checked > 0)}
                text={t("{n:rule was/rules were} applied without a finding", { n: quiet.filter((r) => r.checked > 0).length })} />
            <Quiet rules={quiet.filter((r) => r.checked === 0)}
                text={t("{n:rule/rules} had nothing to compare on these forms", { n: quiet.filter((r) => r.checked === 0).length })} />
        </>
    );
}

export function CutNote() {
    const { review } = useData();
    const cut = review.cut?.findings;
    if (!cut || cut.shown >= cut.of) return null;
    return (
        <p class="cut">
            {t("This file lists {shown} of {of:finding/findings}: of every rule those with the most votes. All of them are in {file}, which stands beside the report.",
                { shown: cut.shown, of: cut.of, file: "tables/findings.csv" })}
        </p>
    );
}

const Intro = () => (
    <p>{t("A finding is a rule that does not hold on a form. It says what does not fit, where, and how many votes that concerns. It does not say why: a slip of the pen looks like any other.")}</p>
);

export function FindingsPage({ args, query }: PageProps) {
    const data = useData();
    const rule = args[0] ? data.rule(args[0]) : undefined;
    if (args[0] && !rule) return <H down={0}>{t("There is no such rule")}</H>;
    if (rule) return <RulePage rule={rule} query={query} />;
    return <FindingsByRule />;
}

export function FindingsByRule() {
    return (
        <>
            <H down={0}>{t("Findings on the forms, by rule")}</H>
            <Intro />
            <CutNote />
            <RuleTables />
            <StationsMap />
            <Contradicted contest={null} />
        </>
    );
}

/* ---- one rule ---- */

function Facts({ rule: r }: { rule: Rule }) {
    const { review } = useData();
    return (
        <dl class="figures">
            <div><dt>{t("Findings")}</dt><dd>{count(r.raised)}</dd></div>
            <div><dt>{t("Forms checked")}</dt><dd>{count(r.checked)}</dd></div>
            <div><dt>{t("Does not apply")}</dt><dd>{count(r.not_applicable)}</dd></div>
            <div><dt>{t("Cannot be decided")}</dt><dd>{count(r.undecidable)}</dd></div>
            {r.hidden > 0 && <div><dt>{t("Not shown, as another finding explains them")}</dt><dd>{count(r.hidden)}</dd></div>}
            {!isUnusual(r.code) && r.largest ? <div><dt>{t("Largest difference")}</dt><dd>{count(r.largest)}</dd></div> : null}
            {r.why_set && (
                <div class="whole">
                    <dt>{t("Set by this case")}</dt>
                    <dd>{r.severity === "off" ? t("not applied: {why}", { why: shown(r.why_set) }) : shown(r.why_set)}</dd>
                </div>
            )}
            <StructuralFact rows={review.structural.filter((s) => s.code === r.code)} />
        </dl>
    );
}

const StructuralFact = ({ rows }: { rows: Structural[] }) =>
    rows.length === 0 ? null : (
        <div class="whole"><dt>{t("One reason for many")}</dt><dd><StructuralList rows={rows} /></dd></div>
    );

export function sentenceOf(data: Data, f: Finding): string {
    const form = f.form == null ? undefined : formOf(data, { contest: f.contest, row: f.form });
    return tell(data, f, form).text;
}

export function StationLink({ code }: { code: string | null }) {
    if (code === null) return <>{t("whole contest")}</>;
    return <a href={to("station", code)}><Name text={code} /></a>;
}

export function findingColumns(data: Data, one: { contest: boolean; code: boolean }): Column<Finding>[] {
    const columns: Column<Finding>[] = [
        { key: "station", head: t("Station"), names: true, sort: (f) => f.station, text: (f) => f.station ?? "", cell: (f) => <StationLink code={f.station} /> },
        {
            key: "contest", head: t("Contest"), wide: true, sort: (f) => contestTitle(data, f.contest),
            text: (f) => contestTitle(data, f.contest),
            cell: (f) => <a href={to("seat", f.contest)}><Name text={contestTitle(data, f.contest)} /></a>,
        },
        { key: "code", head: t("Rule"), sort: (f) => f.code, text: (f) => f.code, cell: (f) => <a href={to("findings", f.code)}>{f.code}</a> },
        { key: "told", head: t("What does not fit"), cell: (f) => sentenceOf(data, f) },
        { key: "contradicted", head: t("Votes contradicted"), number: true, sort: (f) => f.votes_contradicted, cell: (f) => count(f.votes_contradicted) },
        { key: "question", head: t("Votes in question"), number: true, wide: true, sort: (f) => f.votes_in_question, cell: (f) => (f.votes_in_question === null ? t("not known") : count(f.votes_in_question)) },
        { key: "source", head: t("Source"), wide: true, cell: (f) => (f.source ? <Source at={f.source} brief /> : "–") },
    ];
    return columns.filter((c) => !(c.key === "contest" && one.contest) && !(c.key === "code" && one.code));
}

/* Areas that have no other above them, with the index of each. */
function topAreas(data: Data): { at: number; name: string }[] {
    return (data.review.areas ?? [])
        .map((a, at) => ({ at, name: shown(a.name), top: a.parent === null }))
        .filter((a) => a.top)
        .sort((a, b) => compareText(a.name, b.name));
}

function Choose(p: { label: string; value: string; set: (v: string) => void; options: { value: string; name: string }[] }) {
    if (p.options.length < 2) return null;
    return (
        <label class="select">
            <span>{p.label}</span>{" "}
            <select value={p.value} onChange={(e) => p.set(e.currentTarget.value)}>
                <option value="">{t("all")}</option>
                {p.options.map((o) => <option key={o.value} value={o.value}>{o.name}</option>)}
            </select>
        </label>
    );
}

function RulePage({ rule, query }: { rule: Rule; query: URLSearchParams }) {
    const data = useData();
    const all = useMemo(() => data.review.findings.filter((f) => f.code === rule.code), [rule.code]);
    const [seat, setSeat] = useState(query.get("seat") ?? "");
    const [area, setArea] = useState("");
    const seats = useMemo(() => [...new Set(all.map((f) => f.contest))]
        .map((id) => ({ value: id, name: contestTitle(data, id) }))
        .sort((a, b) => compareText(a.name, b.name)), [all]);
    const rows = useMemo(() => {
        const inside = area === "" ? null : insideOf(data, Number(area));
        const within = (f: Finding) => {
            const at = f.station === null ? -1 : data.station(f.station);
            const of = data.review.stations?.area[at];
            return !inside || (of != null && inside[of] === 1);
        };
        return all.filter((f) => (!seat || f.contest === seat) && within(f));
    }, [all, seat, area]);
    return (
        <>
            <p class="crumb"><a href={to("findings")}>{t("Findings")}</a></p>
            <H down={0}>{t("{code}: {title}", { code: rule.code, title: said(rule.title) })}</H>
            <MustHold rule={rule} />
            {rule.explanation && <p>{said(rule.explanation)}</p>}
            {rule.next && <><H down={1}>{t("What a person does with it")}</H><p>{said(rule.next)}</p></>}
            <H down={1}>{t("Where it was looked for")}</H>
            <Facts rule={rule} />
            {all.length > 0 && <H down={1}>{t("The findings")}</H>}
            {all.length < rule.raised && <CutNote />}
            {all.length > 0 && (
                <>
                    <div class="filters no-print">
                        <Choose label={t("Seat")} value={seat} set={setSeat} options={seats} />
                        <Choose label={t("Area")} value={area} set={setArea}
                            options={topAreas(data).map((a) => ({ value: String(a.at), name: a.name }))} />
                    </div>
                    <Table caption={t("Findings of {code}", { code: rule.code })} quiet rows={rows} search={t("Find a station or seat")}
                        columns={findingColumns(data, { contest: seats.length === 1, code: true })}
                        rowKey={(_f, i) => i} sorted={{ key: "contradicted", down: true }} />
                </>
            )}
        </>
    );
}
