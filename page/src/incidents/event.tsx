/* One event: when, where, who; what is claimed about it; the votes of the stations that it touched. */
import type { ComponentChildren } from "preact";
import { Intervals } from "../charts/intervals";
import { count, t } from "../language";
import { Name, Source, Table, shown, useData, usePaper, type Column } from "../parts";
import { to } from "../router";
import { contestName } from "../words";
import type { Claim, Event, Incidents, Profile, Touched } from "./data";
import { agreementText, claimText, plain, profileTitle, spanText, speakerName, whenText, whereText } from "./words";

/* A public address of a claim; a file opened from a disk may still be read where there is no network. */
function Address({ text }: { text: string | null }) {
    const paper = usePaper();
    if (!text) return <>–</>;
    const web = /^https?:\/\//.test(text);
    const name = shown(text.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""));
    const cut = !paper && name.length > 48 ? `${name.slice(0, 47)}…` : name;
    return web ? <a href={text} rel="noreferrer noopener">{cut}</a> : <>{name}</>;
}

function Who({ claim: c }: { claim: Claim }): ComponentChildren {
    const said = [c.attributed_to, c.outlet].filter((x): x is string => !!x);
    return (
        <>
            <Name text={said[0] ?? "–"} />
            {said[1] && said[1] !== said[0] && <span class="faint"> · <Name text={said[1]} /></span>}
        </>
    );
}

const columns = (): Column<Claim>[] => [
    { key: "id", head: t("Claim"), names: true, cell: (c) => shown(c.id) },
    { key: "figure", head: t("Says"), number: true, cell: claimText },
    { key: "wording", head: t("In words"), cell: (c) => (c.wording ? shown(c.wording) : "–") },
    { key: "who", head: t("Who says it"), roomy: true, cell: (c) => <Who claim={c} /> },
    { key: "class", head: t("Speaker"), wide: true, cell: (c) => speakerName(c.speaker) },
    {
        key: "origin", head: t("Goes back to"), wide: true,
        cell: (c) => (c.origin ? (c.relation === "assumed" ? t("{origin} (assumed)", { origin: shown(c.origin) }) : shown(c.origin)) : "–"),
    },
    { key: "address", head: t("Address"), wide: true, cell: (c) => <Address text={c.address} /> },
];

/* What is claimed of one quantity. */
export function Quantity({ profile: p, claims }: { profile: Profile; claims: ReadonlyMap<string, Claim> }) {
    const rows = p.claims.map((id) => claims.get(id)).filter((c): c is Claim => !!c);
    const numbers = rows.filter((c) => c.figure && typeof c.low === "number");
    const asNumbers = (s: { low: unknown; high: unknown }) => ({
        low: typeof s.low === "number" ? s.low : null, high: typeof s.high === "number" ? s.high : null,
    });
    return (
        <div class="quantity">
            <p>
                <strong>{profileTitle(p)}</strong>{": "}
                {p.with_figure > 0 ? t("{range} in all that is said.", { range: spanText(p) }) : ""}{" "}
                {agreementText(p)}
                {p.denials > 0 && <> {t("{n:claim is denied/claims are denied}.", { n: p.denials })}</>}
            </p>
            {numbers.length > 1 && (
                <div role="img" aria-label={t("The claims as ranges under each other; in words and numbers in the table.")}>
                    <Intervals rows={numbers.map((c) => ({ label: c.origin || c.outlet || c.id, ...asNumbers(c) }))}
                        bands={p.agreement === "agreement" ? p.consensus.map((s) => ({ label: "", ...asNumbers(s) })) : []} />
                </div>
            )}
            <Table caption={t("Claims about {what}", { what: p.event === null ? profileTitle(p) : `${shown(p.event)}, ${profileTitle(p)}` })} quiet rows={rows} columns={columns()} rowKey={(c) => c.id} page={0} />
        </div>
    );
}

const touchedColumns = (name: (id: string) => string): Column<Touched>[] => [
    { key: "seat", head: t("Seat"), names: true, cell: (x) => <a href={to("seat", x.contest)}><Name text={name(x.contest)} /></a> },
    { key: "forms", head: t("Forms"), number: true, cell: (x) => count(x.forms) },
    { key: "without", head: t("Without votes"), number: true, wide: true, cell: (x) => count(x.without_votes) },
    { key: "ballots", head: t("Votes there"), number: true, cell: (x) => count(x.ballots) },
    { key: "lead", head: t("Lead in the seat"), number: true, cell: (x) => count(x.lead) },
];

function Touching({ event: e }: { event: Event }) {
    const data = useData();
    const name = (id: string) => {
        const c = data.contest(id);
        return c ? contestName(c) : shown(id);
    };
    if (e.match === "several") return <p class="faint">{t("Several places of this case have that name: none was taken.")}</p>;
    if (!e.touched.length) return null;
    return (
        <>
            <p>{t("{n:polling station/polling stations} in the place where it happened. Their votes, beside the lead of the seat; that it happened there does not make them wrong.", { n: e.stations })}</p>
            <Table caption={t("Votes of the stations where it happened")} quiet rows={e.touched} columns={touchedColumns(name)} rowKey={(x) => x.contest} page={10} />
        </>
    );
}

export function EventItem({ event: e, incidents: x, claims }: { event: Event; incidents: Incidents; claims: ReadonlyMap<string, Claim> }) {
    const mine = x.profiles.filter((p) => p.event === e.id);
    const proposed = x.merges_proposed.filter((m) => m.event === e.id || m.with === e.id)
        .map((m) => (m.event === e.id ? m.with : m.event));
    return (
        <li id={`event-${e.id}`} class="event">
            <p class="when">{whenText(e)} · {whereText(e)}</p>
            <p class="what"><Name text={e.summary || plain(e.type)} /></p>
            <p class="faint">
                {[e.type && plain(e.type), e.actors && shown(e.actors.replace(/;/g, ", "))].filter(Boolean).join(" · ")}{" "}
                <Source file={e.file} line={e.line} brief />
            </p>
            {e.same_as && <p class="faint">{t("A person has said that this is the same event as {id}.", { id: shown(e.same_as) })}</p>}
            {proposed.length > 0 && <p class="faint">{t("May be the same event as {ids}: nobody has confirmed it.", { ids: proposed.map(shown).join(", ") })}</p>}
            {mine.map((p) => <Quantity key={p.quantity} profile={p} claims={claims} />)}
            <Touching event={e} />
        </li>
    );
}
