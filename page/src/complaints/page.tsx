/* The register of complaints and demands; one complaint as its file: the moves, the evidence with
 * hashes, the clocks with their computation. Both sides see the same. */
import type { Contest, Data } from "../data";
import { count, day, t } from "../language";
import { H, Name, Section, StationList, Table, shown, useData, type Column } from "../parts";
import { to } from "../router";
import { contestName } from "../words";
import type { Complaint, Evidence, Move, Term } from "./data";
import { Matter, matterOrder } from "./matter";
import { clockName, deadlineText, moveName, noteText, reliefName, stateName, stepText, termName } from "./words";

export function hasComplaints(data: Data): boolean {
    return !!data.review.complaints && data.review.complaints.list.length > 0;
}

export function filerName(c: Complaint): string {
    if (c.standing) return shown(c.standing);
    if (c.names_left_out || !c.filer) return t("name left out");
    return shown(c.filer);
}

function SeatLink({ id }: { id: string | null }) {
    const data = useData();
    const c = id === null ? undefined : data.contest(id);
    if (id === null) return <>{t("the whole nation, or no seat")}</>;
    return <a href={to("seat", id)}><Name text={c ? contestName(c) : id} /></a>;
}

/* ---- the register ---- */

const columns = (data: Data): Column<Complaint>[] => [
    { key: "id", head: t("Complaint"), names: true, sort: (c) => c.id, text: (c) => c.id, cell: (c) => <a href={to("complaint", c.id)}><Name text={c.id} /></a> },
    { key: "filer", head: t("Filed by"), text: filerName, cell: filerName, wide: true },
    { key: "against", head: t("Against"), text: (c) => c.against ?? "", cell: (c) => (c.against ? <Name text={c.against} /> : "–"), wide: true },
    { key: "seat", head: t("Seat"), sort: (c) => c.contest, text: (c) => c.contest ?? "", cell: (c) => <SeatLink id={c.contest} /> },
    { key: "asks", head: t("Asks for"), text: (c) => reliefName(c.relief), cell: (c) => reliefName(c.relief) },
    { key: "state", head: t("State"), sort: stateName, text: stateName, cell: (c) => (c.open ? <strong>{stateName(c)}</strong> : stateName(c)) },
    { key: "next", head: t("Next deadline"), wide: true, sort: (c) => c.next_deadline, cell: (c) => (c.next_deadline ? deadlineText(c.next_deadline) : "–") },
    { key: "matter", head: t("Can it change the seat?"), sort: (c) => matterOrder(data, c), cell: (c) => <Matter complaint={c} brief /> },
];

export function RegisterBody() {
    const data = useData();
    const x = data.review.complaints;
    if (!x) return <p>{t("No complaint is on record.")}</p>;
    const complaints = x.list.filter((c) => c.kind === "complaint"), demands = x.list.filter((c) => c.kind === "demand");
    const open = complaints.filter((c) => c.open).length;
    return (
        <>
            <p>
                {t("{n:complaint/complaints} on file, {open} not settled as of {now}.", { n: complaints.length, open, now: day(x.now) })}{" "}
                {t("A complaint names a legal ground and a body that must answer. Whether it can change a seat is said in votes, at the worst, and says nothing about whether it is right.")}
            </p>
            {complaints.length > 0 && (
                <Table caption={t("Complaints, those that can change a seat first")} rows={complaints} columns={columns(data)} rowKey={(c) => c.id}
                    sorted={{ key: "matter" }} page={25} search={complaints.length > 15 ? t("Search the register") : ""} />
            )}
            {demands.length > 0 && (
                <Section title={t("Demands")}>
                    <p>{t("A demand names no legal ground: it is on record, and no question of any seat.")}</p>
                    <Table caption={t("Demands on record")} rows={demands} rowKey={(c) => c.id} page={0} columns={[
                        { key: "id", head: t("Demand"), names: true, cell: (c) => <a href={to("complaint", c.id)}><Name text={c.id} /></a> },
                        { key: "filer", head: t("From"), cell: (c) => (c.filer && !c.names_left_out ? <Name text={c.filer} /> : filerName(c)) },
                        { key: "against", head: t("To"), cell: (c) => (c.against ? <Name text={c.against} /> : c.body ? <Name text={c.body} /> : "–") },
                        { key: "what", head: t("What is demanded"), roomy: true, cell: (c) => <Name text={c.moves[0]?.note ?? "–"} /> },
                        { key: "came", head: t("What came of it"), roomy: true, cell: (c) => (c.moves.length > 1 ? <Name text={c.moves[c.moves.length - 1]!.note ?? moveName(c.moves[c.moves.length - 1]!.event)} /> : "–") },
                    ]} />
                </Section>
            )}
        </>
    );
}

export function ComplaintsPage() {
    return <><H down={0}>{t("Complaints and demands")}</H><RegisterBody /></>;
}

/* ---- one complaint ---- */

function EvidenceLine({ evidence: e }: { evidence: Evidence }) {
    const same = e.sha256 !== null && e.sha256_found !== null ? e.sha256 === e.sha256_found : null;
    return (
        <>
            {e.withheld ? t("withheld: {why}", { why: shown(e.withheld) }) : <Name text={e.file ?? e.kind ?? t("a paper")} />}
            {e.kind && e.file && <span class="faint"> · <Name text={e.kind} /></span>}
            {e.by && <span class="faint"> · {t("from {who}", { who: shown(e.by) })}</span>}
            {e.disclosed_to && <span class="faint"> · {t("seen by {who}", { who: shown(e.disclosed_to) })}</span>}
            {e.ruling && <span class="faint"> · {t("ruling: {what}", { what: shown(e.ruling) })}</span>}
            {(e.sha256 ?? e.sha256_found) && <><br /><span class="hash">{e.sha256 ?? e.sha256_found}</span></>}
            {same === false && <><br /><strong>{t("The file in the case has another SHA-256.")}</strong></>}
        </>
    );
}

const moveColumns = (): Column<Move>[] => [
    { key: "day", head: t("When"), names: true, cell: (m) => day(m.recorded) },
    { key: "what", head: t("What"), cell: (m) => moveName(m.event) },
    { key: "body", head: t("Body"), cell: (m) => (m.body ? <Name text={m.body} /> : "–") },
    {
        key: "words", head: t("Words"), roomy: true,
        cell: (m) => (m.evidence ? <EvidenceLine evidence={m.evidence} />
            : [m.note, m.present && t("present: {who}", { who: m.present }), m.cite].filter((x): x is string => !!x).map(shown).join(" · ") || "–"),
    },
];

function Clock({ term: x }: { term: Term }) {
    return (
        <li>
            {t("{what}: until {deadline} ({state})", { what: clockName(x.for), deadline: deadlineText(x.deadline), state: termName(x.state) })}
            <span class="faint"> · {shown(x.rule)}{x.cite ? ` · ${shown(x.cite)}` : ""}</span>
            {x.steps.length > 0 && (
                <details>
                    <summary>{t("How it is computed")}</summary>
                    <ol>{x.steps.map((s, i) => <li key={i}>{stepText(s)}</li>)}</ol>
                </details>
            )}
        </li>
    );
}

function Claimed({ complaint: c }: { complaint: Complaint }) {
    const data = useData();
    const option = (id: string | null) => shown(data.option(c.contest ?? "", id)?.name ?? id ?? "");
    return (
        <dl class="facts">
            <dt>{t("Filed by")}</dt><dd>{filerName(c)}{c.filer && c.standing && !c.names_left_out && <span class="faint"> · <Name text={c.filer} /></span>}</dd>
            {c.against && <><dt>{t("Against")}</dt><dd><Name text={c.against} /></dd></>}
            <dt>{t("Seat")}</dt><dd><SeatLink id={c.contest} /></dd>
            {c.places.length > 0 && <><dt>{t("Stations")}</dt><dd><StationList codes={c.places} /></dd></>}
            <dt>{t("Ground")}</dt><dd>{c.ground ? <Name text={c.ground} /> : t("none named")}</dd>
            {c.kind === "complaint" && <><dt>{t("Asks for")}</dt><dd>{reliefName(c.relief)}{c.option && <> · {option(c.option)}</>}</dd></>}
            {c.votes !== null && <><dt>{t("Votes it names")}</dt><dd>{count(c.votes)}</dd></>}
            {c.known && <><dt>{t("Known to the filer since")}</dt><dd>{day(c.known)}</dd></>}
            <dt>{t("State")}</dt><dd>{stateName(c)}{c.body && <span class="faint"> · <Name text={c.body} /></span>}{c.by_lapse && <> · {t("because its time ran out")}</>}</dd>
            {c.decision && <><dt>{t("Executed by decision")}</dt><dd><Name text={c.decision} /></dd></>}
        </dl>
    );
}

export function ComplaintFile({ complaint: c }: { complaint: Complaint }) {
    return (
        <>
            <Claimed complaint={c} />
            <Section title={t("Can it change the seat?")}><Matter complaint={c} /></Section>
            {c.notes.length > 0 && (
                <Section title={t("What the papers lack")}><ul>{c.notes.map((n, i) => <li key={i}>{noteText(c, n)}</li>)}</ul></Section>
            )}
            <Section title={t("The file, move by move")}>
                <Table caption={t("Moves of the complaint")} quiet rows={c.moves} columns={moveColumns()} rowKey={(_, i) => i} page={0} />
            </Section>
            {c.terms.length > 0 && <Section title={t("Deadlines")}><ul>{c.terms.map((x, i) => <Clock key={i} term={x} />)}</ul></Section>}
        </>
    );
}

export function complaintTitle(_: Data, args: string[]): string {
    return t("Complaint {id}", { id: shown(args[0] ?? "") });
}

export function ComplaintPage({ args }: { args: string[] }) {
    const data = useData();
    const c = data.review.complaints?.list.find((x) => x.id === args[0]);
    if (!c) return <><H down={0}>{t("There is no such complaint")}</H><p><a href={to("complaints")}>{t("To the register")}</a></p></>;
    return (
        <>
            <H down={0}>{c.kind === "demand" ? t("Demand {id}", { id: shown(c.id) }) : t("Complaint {id}", { id: shown(c.id) })}</H>
            <p class="no-print"><a href={to("complaints")}>{t("To the register")}</a></p>
            <ComplaintFile complaint={c} />
            <p class="faint no-print"><code>{`canvass complaints CASE --dossier ${shown(c.id)} --out FOLDER`}</code></p>
        </>
    );
}

/* ---- on the page of the seat ---- */

export function ComplaintsOfSeat({ contest: c }: { contest: Contest }) {
    const data = useData();
    const list = (data.review.complaints?.list ?? []).filter((x) => x.contest === c.id);
    if (!list.length) return null;
    return (
        <Section title={t("Complaints about this seat")}>
            <ul>
                {list.map((x) => (
                    <li key={x.id}>
                        <a href={to("complaint", x.id)}><Name text={x.id} /></a>{": "}{reliefName(x.relief)} <span class="faint">({stateName(x)})</span>{" "}
                        <Matter complaint={x} brief />
                    </li>
                ))}
            </ul>
        </Section>
    );
}
