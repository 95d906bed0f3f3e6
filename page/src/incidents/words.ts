/* words.ts — words of incidents.csv and of the claims beside each other, for people. */
import { intervalText } from "../charts/intervals";
import { day, msg, say, t, type Message } from "../language";
import { shown } from "../parts";
import type { Claim, End, Event, Profile, Span } from "./data";

const SPEAKERS: Record<string, Message> = {
    government: msg("government"),
    government_anonymous: msg("government, not named"),
    opposition: msg("opposition"),
    commission: msg("commission"),
    court: msg("court"),
    domestic_observer: msg("observers of the country"),
    international_observer: msg("international observers"),
    media: msg("media"),
    witness: msg("a witness"),
    institution: msg("an institution"),
    unattributed: msg("nobody named"),
};

export function speakerName(word: string): string {
    return SPEAKERS[word] ? say(SPEAKERS[word]!) : shown(word);
}

const WHENS: Record<string, Message> = {
    part_of_day: msg("a part of the day"),
    days: msg("two or three days"),
    week: msg("within a week"),
    month: msg("within a month"),
    year: msg("within a year"),
};

const WHERES: Record<string, Message> = {
    settlement: msg("known to the settlement"),
    district: msg("known to the district"),
    region: msg("known to the region"),
    country: msg("known to the country"),
};

/* "20 March 2005", "20 March 2005 to 21 March 2005", and how exactly it is known. */
export function whenText(e: Event): string {
    const days = e.from === null ? t("day not known")
        : e.to === null || e.to === e.from ? day(e.from) : t("{from} to {to}", { from: day(e.from), to: day(e.to) });
    const exact = e.date_note ? shown(e.date_note) : WHENS[e.date_precision] ? say(WHENS[e.date_precision]!) : "";
    return exact ? t("{what} ({how})", { what: days, how: exact }) : days;
}

export function whereText(e: Event): string {
    const place = shown(e.place ?? "");
    const at = e.place_of && e.place_of !== e.place ? t("{place}, {region}", { place, region: shown(e.place_of) }) : place;
    const exact = e.place_note ? shown(e.place_note) : WHERES[e.place_precision] ? say(WHERES[e.place_precision]!) : "";
    if (!at) return exact;
    return exact ? t("{what} ({how})", { what: at, how: exact }) : at;
}

/* Types, subjects and quantities are words of the case: "killed_police" is read as "killed police". */
export function plain(word: string | null): string {
    return shown((word ?? "").replace(/_/g, " "));
}

const asNumber = (end: End): number | null => (typeof end === "number" ? end : null);

export function spanText(s: Span): string {
    if (typeof s.low === "string" || typeof s.high === "string") {
        if (s.low === s.high || s.high === null) return day(String(s.low));
        return t("{from} to {to}", { from: day(String(s.low)), to: day(String(s.high)) });
    }
    return intervalText(asNumber(s.low), asNumber(s.high));
}

export function claimText(c: Claim): string {
    if (c.relation === "denies") return t("denies {claim}", { claim: shown(c.of ?? "") });
    return c.figure ? spanText(c) : "–";
}

/* What may be said of a quantity when its sources are put beside each other. */
export function agreementText(p: Profile): string {
    const ranges = p.consensus.map(spanText).join("; ");
    switch (p.agreement) {
        case "single_origin": return t("All that is said goes back to one source.");
        case "no_agreement": return t("No number is allowed by two sources.");
        case "agreement": return t("{n:source agrees/sources agree} on {range}.", { n: p.support, range: ranges });
        default: return t("Nobody gives a figure.");
    }
}

export function profileTitle(p: Profile): string {
    return p.event === null ? t("{subject}: {quantity}", { subject: plain(p.subject), quantity: plain(p.quantity) }) : plain(p.quantity);
}
