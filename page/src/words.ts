/* words.ts — a sentence for every word that review.json uses for a state. The English texts of
 * verdicts and reasons are those of the program, letter for letter: one catalogue serves both. */
import type { Contest, Data, Outcome, Reason, Word } from "./data";
import { compareText, msg, rich, say, sayRich, t, type Message } from "./language";
import type { ComponentChildren } from "preact";
import { h } from "preact";
import { Name, shown } from "./parts/name";

/* In the order in which a reader needs them. */
export const WORDS: readonly Word[] = ["contradicted", "undetermined", "open", "holds", "confirmed"];

const WORD_NAMES: Record<Word, Message> = {
    confirmed: msg("confirmed"),
    holds: msg("holds"),
    open: msg("open"),
    contradicted: msg("contradicted"),
    undetermined: msg("undetermined"),
};

const WORD_MEANINGS: Record<Word, Message> = {
    confirmed: msg("Ballots were examined, and no open question can change the outcome."),
    holds: msg("No open question, alone or with the others, can change the outcome. No ballots were examined."),
    open: msg("Open questions could change the outcome."),
    contradicted: msg("The figures do not give the declared outcome."),
    undetermined: msg("The outcome cannot be computed from what is on record."),
};

export function wordName(word: Word): string {
    return WORD_NAMES[word] ? say(WORD_NAMES[word]) : word;
}

export function wordMeaning(word: Word): string {
    return WORD_MEANINGS[word] ? say(WORD_MEANINGS[word]) : "";
}

/* ---- reasons ---- */

const REASONS: Record<string, Message> = {
    no_question: msg("No open question about a form is on record."),
    cannot_reach: msg("With {c:form/forms} in question, worth up to {a:vote/votes} against a lead of {b}, the outcome does not change."),
    can_reach: msg("{c:form/forms} in question, worth up to {a:vote/votes}, can reach the lead of {b} of {option} over {other}."),
    not_proved_safe: msg("Not proved safe: what is open, worth up to {a:vote/votes}, can reach a lead of {b}, and no count with another outcome was found."),
    smallest_set: msg("{a:form/forms} would be enough to change the outcome."),
    set_bounds: msg("{a:form/forms} would be enough to change the outcome; fewer than {b} would not. Not proved smallest."),
    missing_cannot: msg("{a:form/forms} missing: up to {b:vote/votes} against a lead of {c} cannot change the outcome."),
    missing_can: msg("{a:form/forms} missing: up to {b:vote/votes} against a lead of {c} could change the outcome."),
    tie: msg("A tie for {a:place/places}: a lot must be drawn, and none is on record."),
    incomplete_base: msg("A total that the rule needs is not known."),
    incomplete_rule: msg("The rule set does not say what is needed here."),
    rule_not_named: msg("How votes become seats is not said: name the rule in election.json, or with --rule."),
    no_votes: msg("Nobody has votes."),
    no_forms: msg("No station figures are on record."),
    refused_rows: msg("{a:row/rows} could not be read, and the station is not known: any number of votes may be missing."),
    partial_source: msg("The source is known to be partial."),
    no_station_list: msg("There is no list of stations: whether forms are missing cannot be checked."),
    declared_winner: msg("The declaration names {option}. The figures give {other}."),
    declared_kind: msg("The figures give another kind of outcome than was declared."),
    declared_pair: msg("The declaration sends {option} to the run-off. The figures give {other}."),
    declared_seats: msg("{option}: declared {a:seat/seats}; the figures give {b}."),
    declared_total: msg("{option}: declared {a:vote/votes}; the forms give {b}."),
    declared_by_lot: msg("The declared outcome is one that the lot could give."),
    not_declared: msg("No declared outcome is on record: the word is said of the result as summed."),
    decisions: msg("{a:decision/decisions} in force, changing {b:form/forms}."),
    decisions_change: msg("Without these decisions the figures give another outcome."),
    decision_unfit: msg("{a:decision/decisions} could not be applied as written."),
    rule_unverified: msg("Rests on a rule set whose statute was not read."),
    runoff_pair: msg("The run-off was not between those whom the first round gives."),
    runoff_not_due: msg("The first round gives no run-off."),
    runoff_open: msg("Whether this run-off was due, and between whom, hangs on the first round, which is not settled."),
    runoff_leads_to: msg("The seat is decided in the run-off."),
    hand_recount: msg("All {a:counted form/counted forms} are hand recounts."),
    no_ballots_seen: msg("No ballots were examined."),
    no_second_copy: msg("{a} of {b:form/forms} have no second copy to compare with."),
    lot_drawn: msg("A lot that people drew decided {a:place/places}: the figures alone are equal."),
    lot_unused: msg("A lot on record does not fit these figures and was not used."),
    asked_cannot: msg("With {c:open question/open questions}, worth up to {a:vote/votes} against a lead of {b}, the outcome does not change."),
    asked_can: msg("{c:open question/open questions}, worth up to {a:vote/votes} against the lead of {b} of {option} over {other}, could change the outcome."),
    asked_set: msg("{a:decision/decisions} would be enough to change the outcome; fewer would not."),
    asked_bounds: msg("{a:decision/decisions} would be enough to change the outcome; fewer than {b} would not. Not proved smallest."),
    asked_matter: msg("{a} of {b:open question/open questions} can matter."),
    complaints: msg("{a:complaint is/complaints are} not settled."),
    complaints_matter: msg("{a:complaint is/complaints are} not settled; {b} can change the outcome."),
    base_unclear: msg("The law does not say what a share is taken of, and the readings disagree."),
    may_void: msg("Stations set aside by decision are past the share at which the law lets a body leave the seat empty."),
    law_not_read: msg("Rests on {a:rule/rules} of the law whose text was not read."),
    decisions_conflict: msg("{a:decision meets/decisions meet} another or the papers so that two readings are open, and they give different outcomes."),
    postponed: msg("By decision the vote has not been held yet in the seat or in a part of it."),
};

/* What was not looked at, or what the answer rests on: said apart from what decided the word. */
const CAVEATS: ReadonlySet<string> = new Set([
    "no_station_list", "no_ballots_seen", "no_second_copy", "rule_unverified", "not_declared",
    "partial_source", "law_not_read", "complaints",
]);

export function isCaveat(r: Reason): boolean {
    return CAVEATS.has(r.code);
}

function optionName(c: Contest, id: string | null | undefined): string {
    if (id == null) return t("nobody");
    const o = c.options.find((x) => x.id === id);
    return shown(o?.name || id);
}

/* A code of a later version is shown in the words that the program gave it. */
export function reasonText(r: Reason, c: Contest): string {
    const message = REASONS[r.code];
    if (!message) return r.text;
    return say(message, {
        a: r.a, b: r.b, c: r.c, option: optionName(c, r.option), other: optionName(c, r.other),
    });
}

export function reasonRich(r: Reason, c: Contest): ComponentChildren {
    const message = REASONS[r.code];
    if (!message) return r.text;
    return sayRich(message, {
        a: r.a, b: r.b, c: r.c,
        option: h(Name, { text: optionName(c, r.option) }),
        other: h(Name, { text: optionName(c, r.other) }),
    });
}

/* ---- caveats of the whole report ---- */

export interface Caveat { code: string; text: string; contests: number }

/* One line for each thing that was not looked at, with in how many contests; its numbers are those
 * of the contests together. */
export function caveats(data: Data): Caveat[] {
    const found = new Map<string, { reason: Reason; contest: Contest; n: number }>();
    for (const contest of data.review.contests)
        for (const reason of contest.reasons.filter(isCaveat)) {
            const f = found.get(reason.code);
            if (!f) found.set(reason.code, { reason: { ...reason }, contest, n: 1 });
            else {
                f.n++;
                if (reason.a !== undefined) f.reason.a = (f.reason.a ?? 0) + reason.a;
                if (reason.b !== undefined) f.reason.b = (f.reason.b ?? 0) + reason.b;
            }
        }
    return [...found.values()].map((f) => ({
        code: f.reason.code, text: reasonText(f.reason, f.contest), contests: f.n,
    }));
}

/* ---- outcome ---- */

const OUTCOMES: Record<Outcome, Message> = {
    decided: msg("decided"),
    runoff: msg("run-off"),
    void: msg("nobody"),
    tie: msg("tie"),
    incomplete: msg("not computable"),
};

export function outcomeName(o: Outcome): string {
    return OUTCOMES[o] ? say(OUTCOMES[o]) : o;
}

const WHYS: Record<string, Message> = {
    most_votes: msg("Every seat goes by the number of votes, under the rule set below."),
    win_condition: msg("A condition of the rule set for winning in this round is met."),
    two_on_ballot: msg("There are only two on the ballot: the one with more votes has the seat."),
    against_all: msg("The votes against all are too many: the rule set gives the seat to nobody."),
    turnout: msg("Too few voters took part: the rule set gives the seat to nobody."),
    min_share: msg("Nobody has the least share of the votes that the rule set asks for."),
    no_majority: msg("Nobody has the majority that the rule set asks for: there is a run-off."),
    no_votes: msg("Nobody has votes."),
    base_not_known: msg("A total that the rule needs is not known."),
    rule_not_known: msg("The rule set does not say what is needed here."),
    lot: msg("Votes are equal where the outcome hangs: only a lot, drawn by those whom the law names, can end it."),
    barred: msg("Too many votes are for options that cannot be seated: a place stays empty."),
    decision: msg("A decision in force gives the seat to nobody."),
    annulled_stations: msg("Too many stations are set aside: the rule set gives the seat to nobody."),
    base_unclear: msg("The law does not say what a share is taken of, and the readings disagree."),
};

/* The ground of an outcome, short: "turnout". */
const GROUNDS: Record<string, Message> = {
    against_all: msg("votes against all"), turnout: msg("too few took part"), min_share: msg("no least share"), barred: msg("cancelled votes"),
    annulled_stations: msg("too much is set aside"), base_unclear: msg("the law does not say of what the share is taken"), decision: msg("by decision"), base_not_known: msg("a total is not known"), rule_not_known: msg("the rule does not say"),
    no_votes: msg("nobody has votes"),
};

export function whyName(why: string): string {
    return GROUNDS[why] ? say(GROUNDS[why]!) : shown(why.replace(/_/g, " "));
}

export function whyText(c: Contest): string {
    if (c.reasons.some((r) => r.code === "rule_not_named")) return say(REASONS.rule_not_named!);
    const message = WHYS[c.why];
    return message ? say(message) : "";
}

/* ---- who ---- */

export function contestName(c: Contest): string {
    const name = shown(c.name || c.id);
    return c.round > 1 || c.runoff !== null ? t("{name}, round {round}", { name, round: c.round }) : name;
}

export function names(c: Contest, ids: readonly string[], most = 3): ComponentChildren {
    const parts = ids.slice(0, most).map((id) => h(Name, { text: optionName(c, id), key: id }));
    const joined: ComponentChildren[] = [];
    parts.forEach((part, i) => joined.push(i ? ", " : "", part));
    if (ids.length <= most) return joined;
    return rich("{names} and {n} more", { names: h("span", null, joined), n: ids.length - most });
}

export function namesText(c: Contest, ids: readonly string[]): string {
    return ids.map((id) => optionName(c, id)).join(", ");
}

/* Who has the seat by the figures as decided, in a cell of a table. */
export function whoHas(c: Contest): ComponentChildren {
    if (c.outcome === "tie") return rich("tie: {names}", { names: h("span", null, names(c, c.tie?.among ?? [])) });
    if (c.outcome === "runoff") return rich("run-off: {names}", { names: h("span", null, names(c, c.winners)) });
    if (c.outcome !== "decided") return outcomeName(c.outcome);
    return names(c, c.winners);
}

export function byName(a: Contest, b: Contest): number {
    return compareText(contestName(a), contestName(b));
}

/* The sentence that stands beside a seat in a list: what decided the word. */
export function firstReason(c: Contest): Reason | undefined {
    return c.reasons.find((r) => !isCaveat(r)) ?? c.reasons[0];
}
