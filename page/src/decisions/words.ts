/* words.ts — effects, states and conflicts of decisions in words. */
import { count, day, msg, say, t, type Message } from "../language";
import type { Cell, Data, Decision, DecisionConflict } from "../data";
import { shown } from "../parts";

const EFFECTS: Record<string, Message> = {
    annul: msg("sets aside"), adopt: msg("takes the figures of another copy"), correct: msg("corrects a figure"),
    recount: msg("orders a recount"), repeat: msg("orders a repeat vote"), void: msg("leaves the seat empty"),
    bar: msg("strikes an option off"), reinstate: msg("lets an option stand again"), postpone: msg("puts the vote off"),
    confirm: msg("leaves it as it was"), revoke: msg("takes a decision back"),
};

const MODES: Record<string, Message> = {
    as_invalid: msg("its votes become invalid"), removed: msg("its votes leave every total"), kept_in_base: msg("its votes stay in the totals"),
};

const figure = (c: Cell): string => (typeof c === "number" ? count(c) : t("no number"));

/* "corrects a figure: Asanova 210 → 201", "sets aside: box 2, 40 ballots". */
export function effectText(data: Data, d: Decision): string {
    const what = EFFECTS[d.effect] ? say(EFFECTS[d.effect]!) : shown(d.effect);
    const option = d.option === null ? "" : shown(data.option(d.contest ?? "", d.option)?.name ?? d.option);
    const more: string[] = [];
    if (d.effect === "correct") more.push(t("{line} {old} → {new}", { line: option || shown(data.field(d.field ?? "")?.name ?? d.field ?? ""), old: figure(d.old), new: figure(d.new) }));
    else if (option) more.push(option);
    if (d.scope === "box") more.push(d.box ? t("box {name}", { name: shown(d.box) }) : t("a ballot box, or ballots"));
    if (d.k !== null) more.push(t("{n:ballot/ballots} of unknown content", { n: d.k }));
    if (d.copy !== null) more.push(t("copy {name}", { name: shown(d.copy) }));
    if (d.mode && MODES[d.mode]) more.push(say(MODES[d.mode]!));
    if (d.date) more.push(day(d.date));
    if (d.revokes) more.push(shown(d.revokes));
    return more.length ? t("{what}: {more}", { what, more: more.join(", ") }) : what;
}

const STATES: Record<string, Message> = {
    in_force: msg("in force"), not_known: msg("recorded later"), later: msg("not in force yet"), ended: msg("no longer in force"), revoked: msg("taken back"),
};

export function stateName(d: Decision): string {
    const state = STATES[d.state] ? say(STATES[d.state]!) : shown(d.state);
    return d.revoked_by ? t("{state} by {id}", { state, id: shown(d.revoked_by) }) : state;
}

const NOTES: Record<string, Message> = {
    no_form: msg("there is no such form"), no_copy: msg("there is no such copy"), again: msg("the same was decided before"),
    already_annulled: msg("the form was set aside before"), replaces: msg("replaces an earlier decision"), several_forms: msg("applies to several forms"),
    old_value: msg("the old figure is not the one in force: not applied"), too_many: msg("the box holds more than the station: not applied"),
    vote_held: msg("the vote was held: not applied"), nothing_to_do: msg("the option is in that state already"),
};

export function noteName(note: string): string {
    return NOTES[note] ? say(NOTES[note]!) : shown(note);
}

export function conflictText(x: DecisionConflict): string {
    const slots = { one: shown(x.one), other: shown(x.other ?? ""), first: shown(x.in_force ?? "") };
    if (x.other === null) return t("{one} does not fit the figures: whether it holds, and how, is open.", slots);
    return x.in_force === null
        ? t("{one} and {other} cannot both stand, and nothing says which goes before: both readings are open.", slots)
        : t("{one} and {other} cannot both stand. By the rank of the bodies {first} goes before; the other reading stands beside it.", slots);
}
