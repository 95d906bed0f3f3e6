/* What is said to have happened around the vote: a time line, a map, every count beside the others,
 * and accounts of the seats that close or do not. */
import { TimeLine, type Moment } from "../charts/time-line";
import { useFigureLevel } from "../charts/size";
import type { Data } from "../data";
import { day, t } from "../language";
import { Figure, H, Name, Section, Table, shown, useData, type Column } from "../parts";
import { EventItem, Quantity } from "./event";
import type { Account, Claim, Event, Incidents } from "./data";
import { EventMap } from "./event-map";
import { plain, spanText, whenText, whereText } from "./words";

export function hasIncidents(data: Data): boolean {
    return !!data.review.incidents && data.review.incidents.events.length + data.review.incidents.claims.length > 0;
}

function laneOf(e: Event): string {
    return shown((e.place_of || e.place || t("place not known")).split(";")[0]!);
}

const eventColumns = (): Column<Event>[] => [
    { key: "id", head: t("Event"), names: true, cell: (e) => shown(e.id) },
    { key: "when", head: t("When"), sort: (e) => e.from, cell: whenText },
    { key: "where", head: t("Where"), sort: whereText, cell: whereText },
    { key: "what", head: t("What"), roomy: true, cell: (e) => <Name text={e.summary || plain(e.type)} /> },
];

function Line({ events }: { events: readonly Event[] }) {
    const level = useFigureLevel(1);
    const moments: Moment[] = events.filter((e) => e.from !== null && e.same_as === null)
        .map((e) => ({ lane: laneOf(e), from: e.from!, to: e.to ?? e.from!, label: e.summary ?? e.id }));
    if (moments.length < 2) return null;
    const days = moments.map((m) => m.from).sort();
    return (
        <Figure level={level} title={t("When and where")}
            alt={t("{n:event/events} from {from} to {to}, by region.", { n: moments.length, from: day(days[0]!), to: day(days[days.length - 1]!) })}
            caption={t("One dot for each event, at its first day; a bar where it lasted.")}
            data={<Table caption={t("The events in order")} quiet rows={events} columns={eventColumns()} rowKey={(e) => e.id} page={0} />}>
            <TimeLine moments={moments} />
        </Figure>
    );
}

/* ---- accounts of the seats ---- */

function accountText(a: Account): string {
    switch (a.state) {
        case "closes": return t("adds up to all {n:seat/seats}", { n: a.seats });
        case "can_close": return t("can add up to all {n:seat/seats}", { n: a.seats });
        case "short": return t("{n:seat is/seats are} missing", { n: a.apart });
        case "over": return t("{n:seat/seats} too many", { n: a.apart });
        default: return a.state;
    }
}

const accountColumns = (): Column<Account>[] => [
    { key: "name", head: t("Account"), names: true, cell: (a) => <Name text={a.account} /> },
    {
        key: "parts", head: t("Its parts"), roomy: true,
        cell: (a) => a.parts.map((p) => t("{part}: {n}", { part: plain(p.part), n: spanText(p) })).join("; "),
    },
    { key: "sum", head: t("Sum"), number: true, cell: spanText },
    { key: "state", head: t("Beside the chamber"), cell: accountText },
];

function Accounts({ accounts }: { accounts: readonly Account[] }) {
    if (!accounts.length) return null;
    return (
        <Section title={t("Who counted the seats how")}>
            <p>{t("Each account by itself. Two accounts are never put together.")}</p>
            <Table caption={t("Accounts of the seats")} quiet rows={accounts} columns={accountColumns()} rowKey={(a) => a.account} page={0} />
        </Section>
    );
}

function Sums({ incidents: x }: { incidents: Incidents }) {
    if (!x.sums.length) return null;
    return (
        <Section title={t("Over several events")}>
            <p>{t("The lowest figures added up, and the highest added up; nothing between them is more likely.")}</p>
            <ul>{x.sums.map((s) => <li key={s.quantity}>{t("{quantity}, {n:event/events}: {range}", { quantity: plain(s.quantity), n: s.events, range: spanText(s) })}</li>)}</ul>
        </Section>
    );
}

export function IncidentsBody() {
    const data = useData();
    const x = data.review.incidents;
    if (!x) return <p>{t("Nothing is on record about what happened around the vote.")}</p>;
    const claims: ReadonlyMap<string, Claim> = new Map(x.claims.map((c) => [c.id, c]));
    const subjects = x.profiles.filter((p) => p.event === null);
    return (
        <>
            <p>
                {t("{n:event/events}, {claims:claim/claims}. A claim is what somebody says, with its source. Claims that differ stand beside each other: nothing is averaged, and sources that repeat one another count once.", {
                    n: x.events.length, claims: x.claims.length,
                })}
            </p>
            <Line events={x.events} />
            <EventMap events={x.events} />
            <Section title={t("Events")}>
                <ol class="events">{x.events.map((e) => <EventItem key={e.id} event={e} incidents={x} claims={claims} />)}</ol>
            </Section>
            {subjects.length > 0 && (
                <Section title={t("Other figures that are claimed")}>
                    {subjects.map((p) => <Quantity key={`${p.subject} ${p.quantity}`} profile={p} claims={claims} />)}
                </Section>
            )}
            <Accounts accounts={x.accounts} />
            <Sums incidents={x} />
        </>
    );
}

export function IncidentsPage() {
    return <><H down={0}>{t("What happened")}</H><IncidentsBody /></>;
}
