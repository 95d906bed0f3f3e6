/* One seat: the word and every reason for it; the result; the count step by step; what would change
 * it; what to open next; the rule it is counted under. What a judge asks, in that order. */
import { ComplaintsOfSeat } from "../complaints/page";
import { CopiesOfSeat } from "../copies/page";
import type { Contest, Data } from "../data";
import { rich, t } from "../language";
import { LawOfSeat } from "../law/law";
import { SeatFindings } from "../papers/seat";
import { H, Name, Section, StationList, useData, Verdict } from "../parts";
import { to } from "../router";
import type { PageProps } from "../routes";
import { contestName, isCaveat, names, outcomeName, reasonRich, wordMeaning } from "../words";
import { Change } from "./change";
import { Decisions } from "../decisions/decisions";
import { MarginOf } from "./margin";
import { OpenFirst } from "./open-first";
import { Results } from "./results";
import { RuleOf } from "./rules";
import { VotesScale } from "./scale";
import { Steps } from "./steps";

export function seatTitle(data: Data, args: string[]): string {
    const contest = data.contest(args[0] ?? "");
    return contest ? contestName(contest) : t("Seat");
}

function Outcome({ contest: c }: { contest: Contest }) {
    const who = <strong>{names(c, c.winners, 6)}</strong>;
    if (c.outcome === "decided") return <p>{rich("By the figures with the decisions in force: {names}.", { names: who })}</p>;
    if (c.outcome === "runoff") return <p>{rich("By the figures there is a run-off between {names}.", { names: who })}</p>;
    if (c.outcome === "tie")
        return <p>{rich("By the figures there is a tie between {names}.", { names: <strong>{names(c, c.tie?.among ?? [], 6)}</strong> })}</p>;
    if (c.outcome === "void") return <p>{t("By the figures the seat goes to nobody.")}</p>;
    return <p>{t("By the figures the outcome is: {outcome}.", { outcome: outcomeName(c.outcome) })}</p>;
}

function Rounds({ contest: c }: { contest: Contest }) {
    const data = useData();
    const link = (id: string) => {
        const other = data.contest(id);
        return <a href={to("seat", id)}>{other ? contestName(other) : id}</a>;
    };
    if (c.runoff) return <p>{rich("The run-off: {link}.", { link: link(c.runoff) })}</p>;
    if (c.runoff_of) return <p>{rich("The first round: {link}.", { link: link(c.runoff_of) })}</p>;
    return null;
}

function Reasons({ contest: c }: { contest: Contest }) {
    const decisive = c.reasons.filter((r) => !isCaveat(r)), rest = c.reasons.filter(isCaveat);
    return (
        <Section title={t("Why this word")}>
            <p>{wordMeaning(c.verdict)}</p>
            {decisive.length > 0 && <ul class="reasons">{decisive.map((r, i) => <li key={i}>{reasonRich(r, c)}</li>)}</ul>}
            {rest.length > 0 && (
                <>
                    <p>{t("Not checked here:")}</p>
                    <ul class="reasons faint">{rest.map((r, i) => <li key={i}>{reasonRich(r, c)}</li>)}</ul>
                </>
            )}
            <VotesScale contest={c} />
        </Section>
    );
}

function Missing({ contest: c }: { contest: Contest }) {
    const n = Math.max(c.missing_stations.length, c.results.decided.forms_missing);
    if (!n) return null;
    return (
        <Section title={t("Missing: {n:station/stations}", { n })}>
            <p>{t("The list of stations expects a form from each of these, and there is none.")}</p>
            <StationList codes={c.missing_stations} of={n} />
        </Section>
    );
}

export function Seat({ contest: c }: { contest: Contest }) {
    return (
        <>
            <H down={0}><Name text={contestName(c)} /></H>
            <p class="place">
                <Verdict word={c.verdict} />
                {c.area && c.area !== c.name && <span><Name text={c.area} /></span>}
                <span>{t("{n:seat/seats}", { n: c.seats })}</span>
            </p>
            <Outcome contest={c} />
            <Rounds contest={c} />
            <Reasons contest={c} />
            <Section title={t("The result")}><Results contest={c} /></Section>
            <Section title={t("How close it is")}><MarginOf contest={c} /></Section>
            <Section title={t("The count, step by step")}><Steps contest={c} /></Section>
            <Section title={t("What would change it")}><Change contest={c} /></Section>
            <Section title={t("What to open first")}><OpenFirst contest={c} /></Section>
            <ComplaintsOfSeat contest={c} />
            <CopiesOfSeat contest={c} />
            <SeatFindings contest={c} />
            <Missing contest={c} />
            <Section title={t("Decisions")}><Decisions contest={c} /></Section>
            <LawOfSeat contest={c} />
            <Section title={t("Rule set")}><RuleOf contest={c} /></Section>
        </>
    );
}

/* To the neighbours in the order of the strip. */
function Neighbours({ contest: c, data }: { contest: Contest; data: Data }) {
    const at = data.byUrgency.indexOf(c);
    const before = data.byUrgency[at - 1], after = data.byUrgency[at + 1];
    if (data.byUrgency.length < 2) return null;
    return (
        <nav class="neighbours no-print" aria-label={t("Other seats")}>
            <a href={to("seats")}>{t("All seats")}</a>
            {before && <a href={to("seat", before.id)} rel="prev">← <Name text={contestName(before)} /></a>}
            {after && <a href={to("seat", after.id)} rel="next"><Name text={contestName(after)} /> →</a>}
        </nav>
    );
}

export function SeatPage({ args }: PageProps) {
    const data = useData();
    const contest = data.contest(args[0] ?? "");
    if (!contest)
        return (
            <>
                <H down={0}>{t("There is no such seat")}</H>
                <p><a href={to("seats")}>{t("To the seats")}</a></p>
            </>
        );
    return <><Neighbours contest={contest} data={data} /><Seat contest={contest} /></>;
}

