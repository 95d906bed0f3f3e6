/* Copies of forms, whoever holds them, beside those that count: where they differ, in whose favour,
 * what they settle by themselves, and where there is none. */
import type { Contest, Data } from "../data";
import { count, percent, signed, t } from "../language";
import { H, Name, Section, StationLink, Table, useData, type Column } from "../parts";
import { to } from "../router";
import { contestName } from "../words";
import type { ContestCopies, CopiesCompared, Differing, Line, Pair } from "./data";
import { className, copyName, figureText, heldText } from "./words";

export function hasCopies(data: Data): boolean {
    return !!data.review.copies_compared && data.review.copies_compared.contests.length > 0;
}

interface Row { contest: Contest; of: ContestCopies; pair: Pair }

/* ---- all seats ---- */

const favours = (r: Row): number => r.pair.lead_more.votes - r.pair.lead_less.votes;

const seatColumns = (data: Data): Column<Row>[] => [
    { key: "seat", head: t("Seat"), names: true, sort: (r) => contestName(r.contest), text: (r) => contestName(r.contest), cell: (r) => <a href={to("copies", r.contest.id)}><Name text={contestName(r.contest)} /></a> },
    { key: "copy", head: t("Copy"), sort: (r) => copyName(data, r.pair.b), text: (r) => copyName(data, r.pair.b), cell: (r) => copyName(data, r.pair.b) },
    { key: "both", head: t("Stations compared"), number: true, sort: (r) => r.pair.both, cell: (r) => count(r.pair.both) },
    { key: "differ", head: t("Differ in votes"), number: true, sort: (r) => r.pair.votes_differ, cell: (r) => count(r.pair.votes_differ) },
    { key: "zeros", head: t("Only zeros on one"), number: true, wide: true, sort: (r) => r.pair.zeros_a.stations + r.pair.zeros_b.stations, cell: (r) => count(r.pair.zeros_a.stations + r.pair.zeros_b.stations) },
    { key: "first", head: t("Another first there"), number: true, wide: true, sort: (r) => r.pair.first_differs, cell: (r) => count(r.pair.first_differs) },
    { key: "apart", head: t("Votes apart"), number: true, sort: (r) => r.pair.votes_apart, cell: (r) => count(r.pair.votes_apart) },
    { key: "lead", head: t("Lead, against the copy"), number: true, sort: favours, cell: (r) => signed(favours(r)) },
];

function rowsOf(data: Data, x: CopiesCompared): Row[] {
    return x.contests.flatMap((of) => {
        const contest = data.contest(of.contest);
        return contest ? of.pairs.filter((p) => p.a === null).map((pair) => ({ contest, of, pair })) : [];
    });
}

/* ---- where there is a copy ---- */

type Band = CopiesCompared["coverage"]["by_lead"][number];
type Level = CopiesCompared["coverage"]["by_area"][number];

function bandName(b: Band): string {
    if (b.from === null) return t("no lead to speak of");
    if (b.from === 0) return t("under {n} %", { n: b.to });
    return b.to === null ? t("{n} % and more", { n: b.from }) : t("{n} to {m} %", { n: b.from, m: b.to });
}

const bandColumns = (): Column<Band>[] => [
    { key: "band", head: t("Lead, of the valid votes"), names: true, cell: bandName },
    { key: "seats", head: t("Seats"), number: true, cell: (b) => count(b.contests) },
    { key: "forms", head: t("Forms"), number: true, cell: (b) => count(b.stations) },
    { key: "with", head: t("With a second copy"), number: true, cell: (b) => count(b.with_copy) },
    { key: "share", head: t("Share"), number: true, cell: (b) => percent(b.with_copy, b.stations, 1) },
];

const areaColumns = (): Column<Level["areas"][number]>[] => [
    { key: "area", head: t("Area"), names: true, sort: (a) => a.name, text: (a) => a.name, cell: (a) => <Name text={a.name} /> },
    { key: "forms", head: t("Forms"), number: true, sort: (a) => a.stations, cell: (a) => count(a.stations) },
    { key: "with", head: t("With a second copy"), number: true, sort: (a) => a.with_copy, cell: (a) => count(a.with_copy) },
    { key: "share", head: t("Share"), number: true, sort: (a) => (a.stations ? a.with_copy / a.stations : null), cell: (a) => percent(a.with_copy, a.stations, 1) },
];

function Coverage({ of: c }: { of: CopiesCompared["coverage"] }) {
    const bands = c.by_lead.filter((b) => b.contests > 0);
    return (
        <Section title={t("Where there is a second copy")}>
            <p>{t("{with} of {n:form/forms} have a second copy on record, {share}. Where there is none, nothing was compared.", { with: c.with_copy, n: c.stations, share: percent(c.with_copy, c.stations, 1) })}</p>
            {bands.length > 1 && <Table caption={t("Second copies by how close the seat is")} rows={bands} columns={bandColumns()} rowKey={(_, i) => i} page={0} />}
            {c.by_area.map((l) => l.areas.length > 1 && (
                <Table key={l.level} caption={t("Second copies by area: {level}", { level: l.level })} rows={l.areas} columns={areaColumns()}
                    rowKey={(a, i) => `${a.name} ${i}`} page={10} sorted={{ key: "share" }} search={l.areas.length > 20 ? t("Search by name") : ""} />
            ))}
        </Section>
    );
}

export function CopiesBody() {
    const data = useData();
    const x = data.review.copies_compared;
    if (!x) return <p>{t("No second copy of any form is on record.")}</p>;
    const rows = rowsOf(data, x);
    return (
        <>
            <p>{t("Each copy beside the form that counts, line by line. Equal figures show that two sheets say the same, not that they say what was in the box; which of two is right, no comparison can tell.")}</p>
            <Table caption={t("Copies by seat")} rows={rows} columns={seatColumns(data)} rowKey={(r) => `${r.contest.id} ${r.pair.b}`}
                sorted={{ key: "apart", down: true }} page={25} search={rows.length > 25 ? t("Search by name") : ""} />
            <Coverage of={x.coverage} />
        </>
    );
}

/* ---- one seat ---- */

function lineName(data: Data, c: Contest, l: Line): string {
    if (l.option !== undefined) return data.option(c.id, l.option)?.name || l.option;
    return data.field(l.field ?? "")?.name ?? l.field ?? "";
}

function Lines({ contest: c, station: s }: { contest: Contest; station: Differing }) {
    const data = useData();
    return (
        <ul class="plain">
            {s.cells.slice(0, 6).map((l, i) => (
                <li key={i}>
                    <Name text={lineName(data, c, l)} />{": "}{figureText(l.a)} / {figureText(l.b)} <span class="faint">{className(l.class)}</span>
                </li>
            ))}
            {s.cells.length > 6 && <li class="faint">{t("and {n} more", { n: s.cells.length - 6 })}</li>}
        </ul>
    );
}

const stationColumns = (c: Contest): Column<Differing>[] => [
    { key: "station", head: t("Station"), names: true, sort: (s) => s.station, text: (s) => s.station, cell: (s) => <StationLink code={s.station} /> },
    { key: "lines", head: t("Lines that differ: counts / copy"), roomy: true, cell: (s) => (s.zeros ? t("only zeros on one of the two") : <Lines contest={c} station={s} />) },
    { key: "apart", head: t("Votes apart"), number: true, sort: (s) => s.votes_apart, cell: (s) => count(s.votes_apart) },
    { key: "lead", head: t("Lead"), number: true, sort: (s) => s.lead_change, cell: (s) => signed(s.lead_change) },
    { key: "first", head: t("Another first"), wide: true, sort: (s) => (s.first_differs ? 1 : 0), cell: (s) => (s.first_differs ? t("yes") : t("no")) },
];

function PairPart({ contest: c, of, pair: p }: { contest: Contest; of: ContestCopies; pair: Pair }) {
    const data = useData();
    const name = (id: string | null) => data.option(c.id, id)?.name || id || "–";
    const zeros = p.zeros_a.stations + p.zeros_b.stations;
    return (
        <Section title={t("{a} beside {b}", { a: copyName(data, p.a), b: copyName(data, p.b) })}>
            <ul>
                <li>{t("Both sheets of {n:station/stations}: votes differ at {votes}, other lines only at {lines}.", { n: p.both, votes: p.votes_differ, lines: p.other_lines_only })}</li>
                {p.votes_apart > 0 && <li>{t("{apart:vote/votes} apart in all; at least {ballots:ballot/ballots} must be different.", { apart: p.votes_apart, ballots: p.ballots })}</li>}
                {zeros > 0 && <li>{t("Only zeros on one sheet and votes on the other at {n:station/stations}: a placeholder more often than a result, and in none of these sums.", { n: zeros })}</li>}
                {p.first_differs > 0 && <li>{t("Another option is first at {n:station/stations}.", { n: p.first_differs })}</li>}
                {p.exchanged > 0 && <li>{t("Two options' figures are exchanged at {n:station/stations}.", { n: p.exchanged })}</li>}
                {p.lead_more.stations + p.lead_less.stations > 0 && (
                    <li>
                        {t("In {a}, the lead of {first} over {second} is larger by {more} at {n:station/stations} and smaller by {fewer} at {m:station/stations}.", {
                            a: copyName(data, p.a), first: name(of.first), second: name(of.second),
                            more: p.lead_more.votes, n: p.lead_more.stations, fewer: p.lead_less.votes, m: p.lead_less.stations,
                        })}
                    </li>
                )}
            </ul>
            {p.stations.length > 0 && (
                <Table caption={p.stations_left_out > 0
                    ? t("Stations that differ, widest apart first; {n} more are in tables/copies.csv", { n: p.stations_left_out })
                    : t("Stations that differ, widest apart first")}
                    rows={p.stations} columns={stationColumns(c)} rowKey={(s) => s.station} page={15} search={p.stations.length > 15 ? t("Find a station") : ""} />
            )}
        </Section>
    );
}

export function SeatCopies({ contest: c }: { contest: Contest }) {
    const data = useData();
    const of = data.review.copies_compared?.contests.find((x) => x.contest === c.id);
    if (!of) return <p>{t("No second copy of any form is on record.")}</p>;
    return (
        <>
            <p>{t("{with} of {n:form/forms} have a second copy on record.", { with: of.with_copy, n: of.stations })}</p>
            {of.held.length > 0 && <ul>{of.held.map((h, i) => <li key={i}>{heldText(data, c, h)}</li>)}</ul>}
            {of.pairs.map((p) => <PairPart key={`${p.a} ${p.b}`} contest={c} of={of} pair={p} />)}
        </>
    );
}

/* On the page of the seat: what the copies say, and where to read on. */
export function CopiesOfSeat({ contest: c }: { contest: Contest }) {
    const data = useData();
    const of = data.review.copies_compared?.contests.find((x) => x.contest === c.id);
    if (!of) return null;
    return (
        <Section title={t("Copies")}>
            <ul>
                {of.pairs.filter((p) => p.a === null).map((p) => (
                    <li key={p.b}>
                        {t("{copy}: compared at {n:station/stations}, votes differ at {m}.", { copy: copyName(data, p.b), n: p.both, m: p.votes_differ })}
                    </li>
                ))}
                {of.held.filter((h) => h.word === "decides" || h.word === "too_few").map((h, i) => <li key={`h${i}`}>{heldText(data, c, h)}</li>)}
            </ul>
            <p><a href={to("copies", c.id)}>{t("Every station that differs")}</a></p>
        </Section>
    );
}

export function copiesTitle(data: Data, args: string[]): string {
    const contest = args[0] ? data.contest(args[0]) : undefined;
    return contest ? t("Copies: {name}", { name: contestName(contest) }) : t("Copies of the forms");
}

export function CopiesPage({ args }: { args: string[] }) {
    const data = useData();
    const contest = args[0] ? data.contest(args[0]) : undefined;
    if (!args[0]) return <><H down={0}>{t("Copies of the forms")}</H><CopiesBody /></>;
    if (!contest) return <><H down={0}>{t("There is no such seat")}</H><p><a href={to("copies")}>{t("To the copies")}</a></p></>;
    return (
        <>
            <H down={0}>{t("Copies: {name}", { name: contestName(contest) })}</H>
            <p><a href={to("copies")}>{t("All copies")}</a> · <a href={to("seat", contest.id)}>{t("The seat")}</a></p>
            <SeatCopies contest={contest} />
        </>
    );
}

export function CopiesPaper() {
    return <><H down={0}>{t("Copies of the forms")}</H><CopiesBody /></>;
}
