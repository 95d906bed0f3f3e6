/* Decisions of bodies and courts: each effect as recorded, whether it is in force, what it made of the
 * figures, and where two cannot both stand. */
import type { ChangedForm, Contest, Data, Decision } from "../data";
import { day, rich, signed, t } from "../language";
import { H, Name, Section, shown, Source, StationLink, Table, useData, type Column } from "../parts";
import { to } from "../router";
import { contestName } from "../words";
import { conflictText, effectText, noteName, stateName } from "./words";

export function hasDecisions(data: Data): boolean {
    return data.review.decisions.length > 0;
}

function Where({ decision: d }: { decision: Decision }) {
    if (d.places.length === 0) return <>{d.contest === null ? t("every seat") : t("the seat")}</>;
    return (
        <>
            {d.places.slice(0, 4).map((code, i) => <>{i ? ", " : ""}<StationLink code={code} /></>)}
            {d.places.length > 4 && <span class="faint"> {t("and {n} more", { n: d.places.length - 4 })}</span>}
        </>
    );
}

function columns(data: Data, ofOne: boolean, rows: readonly Decision[]): Column<Decision>[] {
    const notes = (d: Decision) => data.review.decision_notes.filter((n) => n.effect_id === d.effect_id).map((n) => noteName(n.note)).join("; ");
    const seat = (d: Decision) => {
        const c = d.contest === null ? undefined : data.contest(d.contest);
        return c ? <a href={to("seat", c.id)}><Name text={contestName(c)} /></a> : t("every seat");
    };
    const list: Column<Decision>[] = [
        { key: "id", head: t("Decision"), names: true, text: (d) => d.effect_id, cell: (d) => shown(d.effect_id) },
        { key: "body", head: t("Body"), text: (d) => d.body, cell: (d) => <Name text={d.body} /> },
        { key: "day", head: t("In force from"), sort: (d) => d.effective, cell: (d) => day(d.effective) },
        { key: "state", head: t("State"), sort: stateName, cell: (d) => (d.state === "in_force" ? stateName(d) : <span class="faint">{stateName(d)}</span>) },
        { key: "seat", head: t("Seat"), text: (d) => d.contest ?? "", cell: seat },
        { key: "where", head: t("Where"), text: (d) => d.places.join(" "), cell: (d) => <Where decision={d} /> },
        { key: "effect", head: t("Effect"), roomy: true, text: (d) => effectText(data, d), cell: (d) => effectText(data, d) },
        { key: "text", head: t("Words"), roomy: true, wide: true, cell: (d) => [d.text, d.cite].filter((x): x is string => !!x).map(shown).join(" · ") || "–" },
        { key: "source", head: t("Source"), wide: true, cell: (d) => <Source file={d.file} line={d.line} brief /> },
    ];
    if (rows.some(notes)) list.splice(7, 0, { key: "note", head: t("Remark"), cell: notes });
    return ofOne ? list.filter((c) => c.key !== "seat") : list;
}

/* ---- what they made of the figures ---- */

function moved(data: Data, x: ChangedForm): string {
    const options = data.contest(x.contest)?.options ?? [];
    const parts = options.map((o, i) => {
        const before = x.before?.votes[i] ?? null, after = x.after ? x.after.votes[i] ?? null : x.now === "counted" ? null : 0;
        return before === null || after === null || before === after ? null : `${shown(o.name || o.id)} ${signed(after - before)}`;
    }).filter((p): p is string => p !== null);
    return parts.slice(0, 4).join(", ") + (parts.length > 4 ? ` ${t("and {n} more", { n: parts.length - 4 })}` : "");
}

function nowText(x: ChangedForm): string {
    if (x.now === "annulled") return t("not counted");
    if (x.now === "awaited") return t("awaited: a repeat of up to {n:ballot/ballots}", { n: x.most_ballots });
    if (x.now === "postponed") return t("no vote was held yet");
    if (x.now === "unknown") return t("not known then");
    if (x.recount) return t("a recount is ordered by {id}", { id: shown(x.recount) });
    if (x.removed_unknown !== 0) return t("{n:ballot/ballots} of unknown content out", { n: x.removed_unknown });
    return x.stated ? t("figures of the decision") : x.copy ? t("figures of {copy}", { copy: shown(x.copy) }) : t("counted");
}

const changeColumns = (data: Data): Column<ChangedForm>[] => [
    { key: "station", head: t("Station"), names: true, text: (x) => x.station, cell: (x) => <StationLink code={x.station} /> },
    { key: "now", head: t("Now"), cell: nowText },
    { key: "moved", head: t("Votes"), roomy: true, cell: (x) => moved(data, x) || "–" },
    { key: "by", head: t("By"), cell: (x) => x.causes.map(shown).join(", ") || "–" },
];

function Changed({ rows }: { rows: readonly ChangedForm[] }) {
    const data = useData();
    if (!rows.length) return null;
    return (
        <Table caption={t("Forms that count otherwise than on paper, with the decisions that made it so")} rows={rows} columns={changeColumns(data)}
            rowKey={(x, i) => `${x.contest} ${x.station} ${i}`} page={15} search={rows.length > 15 ? t("Find a station") : ""} />
    );
}

/* ---- of one seat, and of all ---- */

export function Decisions({ contest }: { contest: Contest }) {
    const data = useData();
    const rows = data.decisionsOf(contest.id);
    const conflicts = data.review.decision_conflicts.filter((x) => x.contest === contest.id);
    if (!rows.length) return <p>{t("No decision about this contest is on record.")}</p>;
    return (
        <>
            {conflicts.length > 0 && <ul class="reasons">{conflicts.map((x, i) => <li key={i}>{conflictText(x)}</li>)}</ul>}
            <Table caption={t("Decisions on record for this contest")} rows={rows} columns={columns(data, true, rows)} rowKey={(d) => d.effect_id} page={15} />
            <Changed rows={data.review.changed_forms.filter((x) => x.contest === contest.id)} />
        </>
    );
}

export function DecisionsBody() {
    const data = useData();
    const r = data.review;
    const inForce = r.decisions.filter((d) => d.state === "in_force").length;
    return (
        <>
            <p>
                {t("{n:effect/effects} of decisions on record, {m} in force.", { n: r.decisions.length, m: inForce })}{" "}
                {t("A decision never edits the papers: the figures are computed from the forms and the decisions in force, and any of them can be taken back.")}
            </p>
            {(r.as_of ?? r.known_at) !== null && (
                <p class="note">
                    {rich("{as} {known}", {
                        as: <span>{r.as_of && t("Only decisions in force on {day}.", { day: day(r.as_of) })}</span>,
                        known: <span>{r.known_at && t("Only forms and decisions recorded by {day}.", { day: day(r.known_at) })}</span>,
                    })}
                </p>
            )}
            {r.decision_conflicts.length > 0 && (
                <Section title={t("Decisions that cannot both stand")}><ul>{r.decision_conflicts.map((x, i) => <li key={i}><a href={to("seat", x.contest)}><Name text={x.contest} /></a>{": "}{conflictText(x)}</li>)}</ul></Section>
            )}
            <Table caption={t("Decisions on record")} rows={r.decisions} columns={columns(data, false, r.decisions)} rowKey={(d) => d.effect_id} page={25}
                search={r.decisions.length > 15 ? t("Search the decisions") : ""} />
            {r.changed_forms.length > 0 && (
                <Section title={t("What they made of the figures")}>
                    <p>{t("{n:form counts/forms count} otherwise than on paper.", { n: r.changed_forms.length })}</p>
                    <Changed rows={r.changed_forms} />
                </Section>
            )}
        </>
    );
}

export function DecisionsPage() {
    return <><H down={0}>{t("Decisions")}</H><DecisionsBody /></>;
}
