/* words.ts — what a comparison of copies says, in sentences: letter for letter those of the program. */
import type { Contest, Data } from "../data";
import { count, msg, say, t, type Message } from "../language";
import { shown } from "../parts";
import type { Figure, Held } from "./data";

const CLASSES: Record<string, Message> = {
    unit: msg("one apart"),
    transposed: msg("two digits exchanged"),
    digit: msg("one digit"),
    shift: msg("a digit more or less at the end"),
    rows: msg("exchanged with the next line"),
    other: msg("another number"),
    state: msg("blank or illegible on one"),
};

export function className(word: string): string {
    return CLASSES[word] ? say(CLASSES[word]!) : shown(word);
}

export function figureText(f: Figure): string {
    if (f === "blank") return t("blank");
    if (f === "illegible") return t("illegible");
    return count(f);
}

export function copyName(data: Data, id: string | null): string {
    if (id === null) return t("the forms that count");
    const c = data.copy(id);
    return c?.holder && c.holder !== id ? t("{id} ({holder})", { id: shown(id), holder: shown(c.holder) }) : shown(id);
}

function heldMessage(h: Held): Message {
    switch (h.word) {
        case "decides":
            return h.by_share
                ? msg("{who}: the copies held decide it. {first} leads {nearest} by {lead} at {n:station/stations}; the other {others:station/stations} can hold at most {cap:ballot/ballots}: {first} keeps the share that the rule asks for, even if every other vote went elsewhere.")
                : msg("{who}: the copies held decide it. {first} leads {nearest} by {lead} at {n:station/stations}; the other {others:station/stations} can hold at most {cap:ballot/ballots}: {first} keeps the lead, even if every other vote went to {nearest}.");
        case "too_few":
            return msg("{who}: the copies held do not decide it. {first} leads {nearest} by {lead} at {n:station/stations}; {need:ballot/ballots} elsewhere could change it, and the other {others:station/stations} can hold {cap}.");
        case "no_cap":
            return msg("{who}: whether the copies held decide it cannot be said. {first} leads {nearest} by {lead} at {n:station/stations}; for {free:station/stations} without a copy nobody says how many ballots there can be.");
        case "no_list":
            return msg("{who}: whether the copies held decide it cannot be said. {first} leads {nearest} by {lead} at {n:station/stations}; the case has no list of all stations.");
        default:
            return msg("{who}: the copies held do not decide it: several seats, equal figures, or a rule that asks for more than votes for options.");
    }
}

export function heldText(data: Data, c: Contest, h: Held): string {
    const name = (id: string | null) => shown(data.option(c.id, id)?.name || id || t("nobody"));
    return say(heldMessage(h), {
        who: h.copy === null ? t("All copies together") : copyName(data, h.copy),
        first: name(h.first), nearest: name(h.nearest), lead: count(h.lead), n: h.stations, others: h.others,
        cap: h.others_most, need: h.need, free: h.others_without_limit,
    });
}
