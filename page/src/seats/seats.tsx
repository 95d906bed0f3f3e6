/* The seats: every contest in a table that can be sorted and searched, and filtered by its word. */
import { Strip } from "../answer/strip";
import { Leads } from "../charts/leads";
import { SeatsMap } from "../charts/map";
import { urgencyOrder, type Contest, type Data, type Word } from "../data";
import { count, t } from "../language";
import { H, Name, Table, useData, usePaper, Verdict, type Column } from "../parts";
import { to, toQuery } from "../router";
import type { PageProps } from "../routes";
import { contestName, namesText, whoHas, wordName, WORDS } from "../words";

/* null in votes_in_question is "any number", which is more than every number. */
function question(c: Contest): number {
    return c.votes_in_question ?? Infinity;
}

/* On paper the lines of a seat's own page are not repeated: a seat fits one line. */
function columns(data: Data, paper: boolean): Column<Contest>[] {
    const rank = new Map(data.byUrgency.map((c, i) => [c.id, i]));
    const seats = data.review.contests.some((c) => c.seats !== 1);
    const missing = data.review.contests.some((c) => c.sensitivity.forms_missing > 0);
    const list: (Column<Contest> | false)[] = [
        {
            key: "name", head: t("Seat"), names: true, sort: contestName,
            cell: (c) => <a href={to("seat", c.id)}><Name text={contestName(c)} /></a>,
            text: (c) => `${contestName(c)} ${c.id} ${c.area ?? ""}`,
        },
        {
            key: "verdict", head: t("Verdict"), sort: (c) => rank.get(c.id) ?? 0,
            cell: (c) => <Verdict word={c.verdict} />, text: (c) => wordName(c.verdict),
        },
        seats && { key: "seats", head: t("Seats"), number: true, sort: (c) => c.seats, cell: (c) => count(c.seats) },
        {
            key: "who", head: t("By the figures"), sort: (c) => namesText(c, c.winners),
            cell: whoHas, text: (c) => namesText(c, c.winners),
        },
        { key: "margin", head: t("Margin, votes"), number: true, sort: (c) => c.margin_votes, cell: (c) => count(c.margin_votes) },
        {
            key: "question", head: t("In question, votes"), number: true, sort: question,
            cell: (c) => (c.votes_in_question === null ? t("any number") : count(c.votes_in_question)),
        },
        {
            key: "contradicted", head: t("Contradicted, votes"), number: true, wide: true,
            sort: (c) => c.votes_contradicted, cell: (c) => count(c.votes_contradicted),
        },
        {
            key: "forms", head: t("Forms in question"), number: true, wide: true,
            sort: (c) => c.sensitivity.forms_in_question, cell: (c) => count(c.sensitivity.forms_in_question),
        },
        missing && {
            key: "missing", head: t("Forms missing"), number: true, wide: true,
            sort: (c) => c.sensitivity.forms_missing, cell: (c) => count(c.sensitivity.forms_missing),
        },
    ];
    return list.filter((c): c is Column<Contest> => !!c && !(paper && c.wide));
}

function Filter({ data, word }: { data: Data; word: Word | null }) {
    const here = WORDS.filter((w) => data.review.words[w] > 0);
    if (here.length < 2) return null;
    return (
        <nav class="filter no-print" aria-label={t("Seats by verdict")}>
            <ul class="inline">
                <li><a href={to("seats")} aria-current={word === null ? "true" : undefined}>{t("all {n}", { n: data.review.contests.length })}</a></li>
                {here.map((w) => (
                    <li key={w}>
                        <a href={toQuery({ word: w }, "seats")} aria-current={w === word ? "true" : undefined}>
                            <Verdict word={w} /> {count(data.review.words[w])}
                        </a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}

export function SeatsTable({ rows }: { rows: readonly Contest[] }) {
    const data = useData();
    return (
        <Table
            caption={t("Every contest: what its figures give, how close it is, and how many votes are in question. Those in question come first.")}
            rows={rows} columns={columns(data, usePaper())} rowKey={(c) => c.id} page={100}
            search={rows.length > 8 ? t("Search by name") : ""}
        />
    );
}

export function SeatsPage({ query }: PageProps) {
    const data = useData();
    const wanted = query.get("word") as Word | null;
    const word = wanted && WORDS.includes(wanted) ? wanted : null;
    const rows = word ? data.byUrgency.filter((c) => c.verdict === word) : data.byUrgency;
    return (
        <>
            <H down={0}>{t("Seats")}</H>
            {data.review.contests.length > 1 && <Strip data={data} />}
            <Filter data={data} word={word} />
            <SeatsTable key={word ?? ""} rows={rows} />
            <SeatsMap />
            <Leads />
        </>
    );
}

/* On paper. */
export function SeatsPaper() {
    const data = useData();
    return <><H down={0}>{t("Seats")}</H><SeatsTable rows={urgencyOrder(data.review.contests)} /><Leads /></>;
}
