/* The answer: what a reader must know who reads nothing else. */
import { SeatsMap } from "../charts/map";
import { inQuestion, type Contest, type Data } from "../data";
import { count, day, rich, t } from "../language";
import { H, Name, Section, shown, StationLink, useData, usePaper, Verdict } from "../parts";
import { to } from "../router";
import { caveats, contestName, firstReason, reasonRich } from "../words";
import { Authors } from "./authors";
import { Chamber } from "./chamber";
import { Counts } from "./counts";
import { answerSentence, countsSeats, formsRead, seatsInRounds } from "./sentence";
import { Strip } from "./strip";

function Head({ data }: { data: Data }) {
    const r = data.review;
    return (
        <>
            <H down={0}>{shown(r.title || r.case)}</H>
            <p class="place">
                {r.place && <span><Name text={r.place} /></span>}
                {r.date && <span>{day(r.date)}</span>}
            </p>
            <p class="faint">
                {t("What the figures on record support, seat by seat: a review of {forms:results form/results forms} from {files:file/files}, made by canvass {version}. It decides nothing; it shows what can be checked.", {
                    forms: formsRead(r), files: r.inputs.length, version: r.canvass,
                })}
                {r.as_of && <>{" "}{t("Only decisions in force on {day} are applied.", { day: day(r.as_of) })}</>}
            </p>
        </>
    );
}

function OpenFirst({ contest }: { contest: Contest }) {
    const first = contest.sensitivity.forms[0];
    if (!first) return null;
    const station = <StationLink code={first.station} />;
    return (
        <p class="next">
            {first.missing
                ? rich("Get first: the form of station {station}, which is missing.", { station })
                : rich("Open first: station {station}, {n:ballot paper/ballot papers}.", { station, n: first.papers })}
        </p>
    );
}

function SeatLine({ contest: c }: { contest: Contest }) {
    const reason = firstReason(c);
    return (
        <li class="together">
            <p class="name"><a href={to("seat", c.id)}><Name text={contestName(c)} /></a> <Verdict word={c.verdict} /></p>
            <div>
                {reason && <p>{reasonRich(reason, c)}</p>}
                <OpenFirst contest={c} />
            </div>
        </li>
    );
}

const SHOWN = 10;

function InQuestion({ data }: { data: Data }) {
    const paper = usePaper();
    const list = data.byUrgency.filter(inQuestion);
    if (!list.length) return <Closest data={data} />;
    const few = paper || list.length <= SHOWN + 1 ? list : list.slice(0, SHOWN);
    return (
        <Section title={t("In question")}>
            <ol class="seat-lines">{few.map((c) => <SeatLine key={c.id} contest={c} />)}</ol>
            {few.length < list.length && (
                <p><a href={to("seats")}>{t("{n} more in the table of seats", { n: list.length - few.length })}</a></p>
            )}
        </Section>
    );
}

/* Where nothing is in question, a reader still asks how close it was. */
function Closest({ data }: { data: Data }) {
    const list = data.byUrgency.filter((c) => c.margin_votes !== null).slice(0, 5);
    if (!list.length) return null;
    return (
        <Section title={list.length === 1 ? t("How close it is") : t("Where it is closest")}>
            <ol class="seat-lines">
                {list.map((c) => (
                    <li key={c.id} class="together">
                        <p class="name"><a href={to("seat", c.id)}><Name text={contestName(c)} /></a> <Verdict word={c.verdict} /></p>
                        <p>
                            {t("Margin {margin:vote/votes}; in question: {question:vote/votes}.", {
                                margin: c.margin_votes, question: c.votes_in_question,
                            })}
                        </p>
                    </li>
                ))}
            </ol>
        </Section>
    );
}

function NotLookedAt({ data }: { data: Data }) {
    const list = caveats(data), of = data.review.contests.length;
    const refused = data.review.cut?.refused?.of ?? data.review.refused.length;
    if (!list.length && !refused) return null;
    return (
        <Section title={t("What was not checked")}>
            <ul class="caveats">
                {list.map((c) => (
                    <li key={c.code}>
                        {c.text}{" "}
                        {of > 1 && (
                            <span class="faint">
                                {c.contests === of
                                    ? t("In every contest.")
                                    : t("In {n} of {of:contest/contests}.", { n: c.contests, of })}
                            </span>
                        )}
                    </li>
                ))}
                {refused > 0 && (
                    <li>
                        {rich("{n:row/rows} of the files could not be read: {link}.", {
                            n: refused, link: <a href={to("method")}>{t("the list, with reasons")}</a>,
                        })}
                    </li>
                )}
            </ul>
        </Section>
    );
}

export function Answer() {
    const data = useData();
    const r = data.review;
    return (
        <>
            <Head data={data} />
            <p class="lead">{answerSentence(r)}</p>
            {seatsInRounds(r) && (
                <p class="faint">
                    {t("Below, {n:contest/contests}: a first round and its run-off are two. A seat is in question when one of its rounds is.", {
                        n: r.contests.length,
                    })}
                </p>
            )}
            <Counts review={r} />
            {r.contests.length > 1 && (
                <Section title={countsSeats(r) ? t("All {n} seats", { n: count(r.contests.length) }) : t("All {n} contests", { n: count(r.contests.length) })}>
                    <Strip data={data} />
                    <p class="faint">
                        {t("One mark each: first what is in question, then by margin, the smallest first. A number in a mark says for how many seats it stands.")}
                    </p>
                </Section>
            )}
            <Chamber review={r} />
            <Authors />
            <InQuestion data={data} />
            <NotLookedAt data={data} />
            <SeatsMap />
        </>
    );
}

export function AnswerPage() {
    return <Answer />;
}
