/* The count step by step: each step with the numbers that were compared, so that a reader can redo it
 * on paper. Quotients are rounded for reading; the program compares the exact numbers. */
import type { Contest, Data, RuleSet, ShareTest, Step } from "../data";
import { count, decimal, percent, rich, t } from "../language";
import { Name, Table, useData, type Column } from "../parts";
import { namesText, whyText } from "../words";
import { shareText } from "./rules";

interface Told { step: Step; n: number; seat: number; rank: number }

/* Seats and ranks are numbered as they are given. */
export function numbered(steps: readonly Step[]): Told[] {
    let seat = 0, rank = 0;
    return steps.map((step, i) => {
        if (step.step === "seat" || step.step === "lot_seat") seat++;
        if (step.step === "quota_seats") seat += step.seats;
        if (step.step === "seat_taken") seat -= step.seats;
        if (step.step === "rank") rank++;
        return { step, n: i + 1, seat, rank };
    });
}

function quotient(s: Step, rule: RuleSet | undefined): string {
    const divisor = rule?.divisors === "huntington-hill" ? Math.sqrt(s.divisor) : s.divisor;
    return s.divisor === 0 ? "–" : decimal(s.number / divisor);
}

function asked(s: Step, rule: RuleSet | undefined): ShareTest | undefined {
    const lists = rule?.thresholds ?? [];
    const from = lists.length ? lists : rule?.win ?? [];
    return s.which === null ? rule?.min_share : from[s.which] ?? rule?.min_share;
}

function seatSentence(x: Told, who: preact.VNode, rule: RuleSet | undefined) {
    const s = x.step;
    const slots = {
        option: who, n: count(x.seat), number: s.number, divisor: s.divisor, quotient: quotient(s, rule),
    };
    if (rule?.engine === "largest-remainder")
        return rich("Seat {n} goes to {option}: its remainder, {number} ÷ {divisor} = {quotient} votes, is the largest left.", slots);
    if (rule?.divisors === "huntington-hill")
        return rich("Seat {n} goes to {option}: {number} ÷ √{divisor} = {quotient} is the largest left.", slots);
    return rich("Seat {n} goes to {option}: {number} ÷ {divisor} = {quotient} is the largest left.", slots);
}

function shareSentence(x: Told, who: preact.VNode, rule: RuleSet | undefined) {
    const s = x.step, test = asked(s, rule);
    const slots = {
        option: who, number: s.number, base: s.divisor, share: percent(s.number, s.divisor, 3),
        asked: test ? shareText(test) : "",
    };
    if (s.step === "passes")
        return test
            ? rich("{option} passes: {number} of {base} is {share}; asked is {asked}.", slots)
            : rich("{option} passes: {number} of {base} is {share}.", slots);
    return test
        ? rich("{option} does not pass: {number} of {base} is {share}; asked is {asked}.", slots)
        : rich("{option} does not pass: {number} of {base} is {share}.", slots);
}

function sentence(c: Contest, x: Told, rule: RuleSet | undefined) {
    const s = x.step;
    const who = <Name text={s.option === null ? "–" : namesText(c, [s.option])} />;
    switch (s.step) {
        case "seat": return seatSentence(x, who, rule);
        case "passes":
        case "fails": return shareSentence(x, who, rule);
        case "quota_seats":
            return rich("{option} fills {quotas:whole quota/whole quotas} and has as many seats; {number} ÷ {divisor} = {quotient} votes remain.", {
                option: who, quotas: s.seats, number: s.number, divisor: s.divisor, quotient: quotient(s, rule),
            });
        case "lot_seat": return rich("{option} has the place by the lot that was drawn.", { option: who });
        case "seat_taken": return rich("{option} gives back {n:seat/seats}.", { option: who, n: s.seats });
        case "rank": return rich("Place {n}: {option}, {votes:vote/votes}.", { n: count(x.rank), option: who, votes: s.number });
        default: return s.step;
    }
}

function End({ contest: c }: { contest: Contest }) {
    const among = <span>{namesText(c, c.tie?.among ?? [])}</span>;
    if (c.outcome === "tie" && c.tie)
        return (
            <p>
                {c.tie.for === "runoff"
                    ? rich("Here the count stops: {names} are equal, and {places:place/places} in the run-off is left. Only a lot can give it.", { names: among, places: c.tie.places })
                    : c.tie.for === "loss"
                        ? rich("Here the count stops: {names} are equal, and {places:seat/seats} must be given back. Only a lot can say by whom.", { names: among, places: c.tie.places })
                        : rich("Here the count stops: {names} are equal, and {places:seat/seats} cannot be given to all. Only a lot can give it.", { names: among, places: c.tie.places })}
            </p>
        );
    if (c.vacant > 0) return <p>{t("{n:seat/seats} that nobody can have.", { n: c.vacant })}</p>;
    return null;
}

function columns(c: Contest, data: Data): Column<Told>[] {
    const rule = data.ruleSet(c.rule);
    return [
        { key: "n", head: t("Step"), number: true, cell: (x) => count(x.n) },
        {
            key: "what", head: t("What was compared, and what it gives"), cell: (x) => sentence(c, x, rule),
            text: (x) => (x.step.option === null ? "" : namesText(c, [x.step.option])),
        },
    ];
}

export function Steps({ contest: c }: { contest: Contest }) {
    const data = useData();
    const rows = numbered(c.steps);
    return (
        <>
            <p>{whyText(c)}</p>
            {rows.length > 0 && (
                <Table caption={t("{n:step/steps} of the count, in order. Quotients are rounded for reading; exact numbers were compared.", { n: rows.length })}
                    rows={rows} columns={columns(c, data)} rowKey={(x) => x.n} page={25}
                    search={rows.length > 50 ? t("Search by option") : ""} />
            )}
            <End contest={c} />
        </>
    );
}
