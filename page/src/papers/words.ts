/* words.ts — the names of lines, states, kinds and reasons, in the reader's language. */
import type { Cell, Contest, Data } from "../data";
import { count, msg, say, t, type Message } from "../language";
import { shown } from "../parts";
import { contestName } from "../words";
import { SUM } from "./form";

/* A text that the program wrote into the review: its English is in the catalogues. */
export const said = (text: string): string => say(text as Message);

/* The same for a message with arguments: "expected %d cells, found %d". They are numbered as the
 * program numbers them, the precision of "%.*s" among them. */
export function saidWith(format: string, args: readonly string[]): string {
    let next = 0;
    const slot = /%(?:(\d+)\$)?-?(?:(\.\*)(?:\d+\$)?|[.\d]*)(?:ll|l|z)?[diuxcsfg]|%%/g;
    return said(format).replace(slot, (whole: string, place?: string, star?: string) => {
        if (whole === "%%") return "%";
        if (star && !place) next++;
        return args[place ? Number(place) - 1 : next++] ?? "";
    });
}

/* Lines that canvass adds up where no form has them. */
const ADDED_UP: Record<string, Message> = {
    reg: msg("registered"), valid: msg("valid papers"), invalid: msg("invalid papers"),
    cast: msg("papers counted"), iss: msg("papers issued"), box: msg("papers found"),
};

export function fieldName(data: Data, id: string): string {
    const hour = /^t\[(.+)\]$/.exec(id);
    if (hour) return t("had voted by {hour}", { hour: hour[1]! });
    const field = data.field(id);
    if (!field) return ADDED_UP[id] ? say(ADDED_UP[id]) : shown(id);
    return field.own ? shown(field.name) : said(field.name);
}

export function optionName(contest: Contest | undefined, id: string | null): string {
    const option = contest?.options.find((o) => o.id === id);
    return shown(option?.name || id || "–");
}

/* The line's name as on the form; `key` as in form.ts. */
export function lineName(data: Data, contest: Contest, key: string): string {
    if (key === SUM) return t("votes for all options, added up");
    if (key.startsWith("o:")) return optionName(contest, key.slice(2));
    return fieldName(data, key);
}

/* What a reader sees where no number is. */
export function cellText(cell: Cell): string {
    if (typeof cell === "number") return count(cell);
    if (cell === null) return t("blank");
    return cell === "?" ? t("not readable") : cell === "x" ? t("no such line") : t("not reported");
}

export function severityName(severity: string): string {
    if (severity === "error") return t("contradiction");
    return severity === "warning" ? t("to be looked at") : t("note");
}

export function contestTitle(data: Data, id: string | null): string {
    const c = id === null ? undefined : data.contest(id);
    return c ? contestName(c) : shown(id ?? "–");
}

/* ---- forms ---- */

export function stateName(state: string): string {
    switch (state) {
        case "counted": return t("its figures count");
        case "copy": return t("compared only");
        case "replaced": return t("replaced by a later row");
        case "duplicate": return t("a second row of the same form, not counted");
        case "closed": return t("no poll here, no figures expected");
        case "annulled": return t("zeros that the case takes as set aside, not counted");
        case "awaited": return t("awaited, not there");
        default: return shown(state);
    }
}

export function copyKind(kind: string): string {
    switch (kind) {
        case "original": return t("the form of record");
        case "posted": return t("the copy on the station's door");
        case "agent": return t("held by a candidate or party");
        case "observer": return t("held by observers");
        case "machine": return t("print-out of a machine");
        case "recount": return t("a hand recount");
        case "portal": return t("shown on a portal");
        case "earlier": return t("an earlier publication of the same body");
        default: return shown(kind);
    }
}

export function stationKind(kind: string): string {
    switch (kind) {
        case "ordinary": return t("ordinary station");
        case "postal": return t("postal or advance votes, no register of its own");
        case "special": return t("special station, register not closed");
        case "mobile": return t("mobile station");
        case "abroad": return t("station abroad");
        case "electronic": return t("electronic votes");
        default: return shown(kind);
    }
}

/* ---- findings as a whole ---- */

export function changeText(change: string): string {
    switch (change) {
        case "off": return t("So many papers of unknown content may have to be taken off.");
        case "add": return t("So many papers of unknown content may be missing.");
        case "move": return t("So many votes may belong to another option.");
        case "cap": return t("So many votes may be missing on top of those known.");
        case "exact": return t("Either these figures hold or the other ones.");
        default: return t("No vote is put in question by this.");
    }
}
