/* Questions of record one by one, and together: what each could do to the lead, which sets of them
 * change the outcome, what each such set leads to, and which answers would settle it. */
import type { Contest, OutcomeReach, Question } from "../data";
import { msg, percent, say, signed, t, type Message } from "../language";
import { H, Name, StationLink, Table, useData, type Column } from "../parts";
import { to } from "../router";
import { names, outcomeName, whyName } from "../words";

const ASKS: Record<string, Message> = {
    annul: msg("stations to be set aside"), remove: msg("ballots to be taken out"), rescue: msg("rejected ballots to be counted"),
    move: msg("votes credited to the wrong option"), add: msg("ballots or voters that are missing"), figures: msg("other figures to count"),
    recount: msg("a recount"), repeat: msg("a repeat vote"), cancel: msg("the votes of an option to be cancelled"),
    bar: msg("an option to be struck off"), void: msg("the seat to be left empty"),
};

export function isForm(id: string): boolean {
    return id.startsWith("form:");
}

export function QuestionName({ id }: { id: string }) {
    const data = useData();
    if (isForm(id)) return <StationLink code={id.slice(5)} />;
    const complaint = data.review.complaints?.list.some((c) => c.id === id);
    return complaint ? <a href={to("complaint", id)}><Name text={id} /></a> : <Name text={id} />;
}

function askText(q: Question): string {
    if (q.by === "form") return t("what its form contradicts or lacks");
    const what = q.asks && ASKS[q.asks] ? say(ASKS[q.asks]!) : q.asks ?? "";
    if (q.by === "law") return t("{what}, which a body may do of its own motion", { what });
    if (q.by === "recount_ordered") return t("a recount that was ordered and is not on record");
    return what;
}

export function mattersText(q: Question): string {
    switch (q.matters) {
        case "alone": return t("can change the outcome by itself");
        case "with_others": return t("can change the outcome together with {n:other/others}", { n: (q.smallest_set ?? 2) - 1 });
        case "no": return t("cannot change the outcome, whatever is decided");
        default: return t("not known: the search stopped before");
    }
}

const ORDER: Record<string, number> = { alone: 0, with_others: 1, not_known: 2, no: 3 };

function range(low: number | null, high: number | null): string {
    const end = (n: number | null) => (n === null ? t("any number") : signed(n));
    return low === high ? end(low) : t("{low} to {high}", { low: end(low), high: end(high) });
}

function Sets({ sets }: { sets: readonly string[][] }) {
    return (
        <ul>
            {sets.slice(0, 6).map((set, i) => (
                <li key={i}>{set.map((id, k) => <>{k ? ", " : ""}<QuestionName id={id} /></>)}</li>
            ))}
            {sets.length > 6 && <li class="faint">{t("and {n} more, in review.json", { n: sets.length - 6 })}</li>}
        </ul>
    );
}

function Leads({ contest: c, reach: r }: { contest: Contest; reach: OutcomeReach }) {
    const ids = r.outcome === "tie" ? r.tied : r.winners;
    return (
        <li>
            {outcomeName(r.outcome)}{ids.length > 0 && <>{": "}{names(c, ids, 5)}</>}
            {r.why && <span class="faint"> ({whyName(r.why)})</span>}
            {r.questions > 0 && (
                <>
                    {" – "}{t("by {n:answer/answers}", { n: r.questions })}
                    {r.sets.length > 0 && <>{": "}{r.sets[0]!.map((id, k) => <>{k ? ", " : ""}<QuestionName id={id} /></>)}</>}
                    {r.sets.length > 1 && <span class="faint"> {t("or {n:other set/other sets}", { n: r.sets.length - 1 })}</span>}
                </>
            )}
        </li>
    );
}

export function Questions({ contest: c }: { contest: Contest }) {
    const s = c.sensitivity;
    const all = s.questions ?? [];
    if (!all.length) return null;
    const rows = all.slice().sort((a, b) => (ORDER[a.matters] ?? 9) - (ORDER[b.matters] ?? 9));
    const columns: Column<Question>[] = [
        { key: "id", head: t("Question"), names: true, text: (q) => q.id, cell: (q) => <QuestionName id={q.id} /> },
        { key: "asks", head: t("What is asked"), roomy: true, text: askText, cell: askText },
        { key: "lead", head: t("The lead could move by"), number: true, sort: (q) => q.low ?? -Infinity, cell: (q) => range(q.low, q.high) },
        { key: "matters", head: t("Can it change the seat?"), roomy: true, sort: (q) => ORDER[q.matters] ?? 9, text: mattersText, cell: mattersText },
    ];
    const all_registered = s.annulment.all_registered;
    if (rows.some((q) => q.annuls_registered))
        columns.splice(3, 0, {
            key: "annuls", head: t("Voters set aside"), number: true, wide: true, sort: (q) => q.annuls_registered,
            cell: (q) => (q.annuls_registered ? t("{n} of {of}, {share}", { n: q.annuls_registered, of: all_registered, share: percent(q.annuls_registered, all_registered, 1) }) : "–"),
        });
    const other = (s.by_outcome ?? []).filter((r) => r.questions > 0);
    return (
        <>
            <H down={2}>{t("Questions of record")}</H>
            <p>
                {(s.questions_that_matter ?? 0) === 0 && s.every_set_decided
                    ? t("Safe whatever is decided: {n:question/questions} of record, and no set of answers changes the outcome.", { n: all.length })
                    : t("{n} of {of:question/questions} of record can change the outcome, alone or with others.", { n: s.questions_that_matter ?? 0, of: all.length })}
                {s.every_set_decided === false && <> {t("Not every set could be tried: what is not named is not excluded.")}</>}
            </p>
            <Table caption={t("Questions of record, those that can change the outcome first")} rows={rows} columns={columns} rowKey={(q, i) => `${q.id} ${i}`} page={12}
                search={rows.length > 12 ? t("Find a question") : ""} />
            {(s.minimal_sets ?? []).length > 0 && (
                <>
                    <p>{t("The smallest sets of answers that change the outcome; of none can one be left out:")}</p>
                    <Sets sets={s.minimal_sets!} />
                </>
            )}
            {other.length > 0 && (
                <>
                    <p>{t("What they lead to:")}</p>
                    <ul>{other.map((r, i) => <Leads key={i} contest={c} reach={r} />)}</ul>
                </>
            )}
            {s.settled_by && s.settled_by.size > 0 && (
                <>
                    <p>{t("With {n:question/questions} dismissed, nothing left can change the outcome:", { n: s.settled_by.size })}</p>
                    <Sets sets={s.settled_by.sets} />
                </>
            )}
        </>
    );
}

