/* words.ts — states, moves and terms of complaints in words: those of the program. */
import { day, msg, say, t, type Message } from "../language";
import { shown } from "../parts";
import type { Complaint, Note, TermStep } from "./data";

const RULINGS: Record<string, Message> = {
    granted: msg("granted"), partly_granted: msg("partly granted"), partly: msg("partly granted"), dismissed: msg("dismissed"),
    withdrawn: msg("withdrawn"), moot: msg("moot"), inadmissible: msg("inadmissible"),
};

const STATES: Record<string, Message> = {
    none: msg("not filed"), filed: msg("filed"), screened: msg("screened"), forwarded: msg("forwarded"),
    inadmissible: msg("inadmissible"), admitted: msg("admitted"), notified: msg("other side told"), answered: msg("answered"),
    answer_lapsed: msg("no answer in time"), evidence_closed: msg("evidence closed"), heard: msg("heard"), decided: msg("decided"),
    in_force: msg("decision in force"), appealed: msg("appealed"), upheld: msg("upheld"), overturned: msg("overturned"),
    executed: msg("executed"), closed: msg("closed"), lapsed: msg("lapsed"),
    remanded: msg("remanded"), reopened: msg("reopened"), evidence: msg("evidence"),
};

const said = (table: Record<string, Message>, word: string): string => (table[word] ? say(table[word]!) : shown(word.replace(/_/g, " ")));

export function moveName(word: string): string {
    return RULINGS[word] ? said(RULINGS, word) : said(STATES, word);
}

export function stateName(c: Complaint): string {
    if (c.kind === "demand") return t("demand");
    if ((c.state === "decided" || c.state === "in_force") && c.ruling) return said(RULINGS, c.ruling);
    return said(STATES, c.state);
}

const RELIEFS: Record<string, Message> = {
    correct: msg("a figure to be corrected"), adopt: msg("another copy to count"), recount: msg("a recount"),
    annul: msg("the figures to be set aside"), cancel: msg("the votes of an option to be cancelled"), repeat: msg("a repeat vote"),
    void: msg("the seat to be left empty"), bar: msg("an option to be struck off"), reinstate: msg("an option to stand again"),
    postpone: msg("the vote to be put off"), confirm: msg("a decision to be confirmed"), revoke: msg("a decision to be revoked"),
};

export function reliefName(word: string | null): string {
    return word === null ? t("not said") : said(RELIEFS, word);
}

const CLOCKS: Record<string, Message> = {
    filing: msg("the filing"), decision: msg("the decision"), answer: msg("the answer"), appeal: msg("an appeal"),
    appeal_decision: msg("the decision on the appeal"), execution: msg("the execution"),
};

export function clockName(word: string | null): string {
    return word === null ? "" : said(CLOCKS, word);
}

const TERMS: Record<string, Message> = {
    running: msg("running"), kept: msg("in time"), late: msg("late"), lapsed: msg("lapsed"), unknown: msg("not known"),
};

export function termName(word: string): string {
    return said(TERMS, word);
}

/* A deadline may be "2005-03-02T24:00": the end of that day. */
export function deadlineText(iso: string | null): string {
    if (iso === null) return t("not known");
    const end = /^(\d{4}-\d\d-\d\d)T24:00$/.exec(iso);
    return end ? t("{day}, 24:00", { day: day(end[1]!) }) : day(iso);
}

export function stepText(s: TermStep): string {
    const slots = { day: day(s.day), n: Math.abs(s.n) };
    switch (s.step) {
        case "day_zero": return t("day 0 is {day}", slots);
        case "begins": return t("begins {day}", slots);
        case "counted":
            if (s.why === "extra") return t("{day}: worked by decree, day {n}", slots);
            return s.why === "election" ? t("{day}: worked by courts, day {n}", slots) : t("{day}: worked, day {n}", slots);
        case "passed": return s.why === "holiday" ? t("{day}: holiday, not counted", slots) : t("{day}: day of rest, not counted", slots);
        case "clock_set":
            return s.n < 0 ? t("{day}: the clock was put back by {n:minute/minutes}", slots) : t("{day}: the clock was put forward by {n:minute/minutes}", slots);
        case "rolled": return t("{day} is not worked: moved to the next day that is", slots);
        case "no_hour": return t("no hour on file for {day}: the end is not known", slots);
        case "ends": return t("ends {day}", slots);
        default: return shown(s.step);
    }
}

const NOTES: Record<string, Message> = {
    not_allowed: msg("“{to}” does not follow “{from}”: the state stays."),
    no_ground: msg("It names no ground: a demand, not a complaint."),
    other_ground: msg("Its ground is none of the law's: a demand, not a complaint."),
    standing: msg("Its filer is not among those who may file."),
    late: msg("{what} came late."),
    lapsed: msg("The time for {what} has run out."),
    order: msg("“{move}” is recorded before the move above it."),
    hash: msg("The file of the evidence has another SHA-256 than its line says."),
    evidence_after_closing: msg("Evidence came after the evidence was closed."),
    no_decision: msg("It names a decision that is not in force on file."),
    not_executed: msg("It is granted, and no decision executes it."),
    declared: msg("It is not decided, and the result of its seat is declared."),
};

export function noteText(c: Complaint, n: Note): string {
    const message = NOTES[n.note];
    const move = n.move === null ? "" : moveName(c.moves[n.move]?.event ?? "");
    return message
        ? say(message, { to: move, move, from: n.from === null ? "" : said(STATES, n.from), what: clockName(n.for) })
        : shown(n.note);
}
