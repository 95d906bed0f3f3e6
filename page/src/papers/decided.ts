/* decided.ts — what decisions in force have made of a form, as review.json says it: changed_forms. */
import type { ChangedForm, Data } from "../data";
import { msg, say, t, type Message } from "../language";
import { shown } from "../parts";
import type { Form } from "./form";
import { stateName } from "./words";

/* The change of this form; undefined: it is as on paper. */
export function changeOf(data: Data, form: Form): ChangedForm | undefined {
    return data.review.changed_forms.find((x) => x.contest === form.contest.id && x.form === form.row);
}

/* A change by which this form counts in the place of another. */
function takesPlace(data: Data, form: Form): ChangedForm | undefined {
    return data.review.changed_forms.find((x) => x.contest === form.contest.id && x.counts === form.row && x.form !== form.row);
}

const NOW: Record<string, Message> = {
    annulled: msg("set aside by decision {id}, not counted"),
    awaited: msg("a repeat vote is ordered by {id}: awaited"),
    postponed: msg("the vote was put off by {id}"),
    unknown: msg("not known at the time asked for"),
    replaced: msg("another form of the station stands for it"),
};

export function causesText(x: ChangedForm): string {
    return x.causes.map(shown).join(", ");
}

/* The state of the form with the decisions in force. */
export function stateText(data: Data, form: Form): string {
    const x = changeOf(data, form), takes = takesPlace(data, form);
    if (takes) return t("counts by decision {id}", { id: causesText(takes) });
    if (!x) return stateName(form.forms.state[form.row]!);
    if (x.now !== "counted") return NOW[x.now] ? say(NOW[x.now]!, { id: causesText(x) }) : shown(x.now);
    if (x.stated) return t("decision {id} puts other figures in its place", { id: causesText(x) });
    if (x.counts !== null && x.counts !== form.row) return t("decision {id} puts another copy in its place", { id: causesText(x) });
    if (x.removed_unknown !== 0) return t("{n:ballot/ballots} of unknown content taken out by {id}", { n: x.removed_unknown, id: causesText(x) });
    return stateName(form.forms.state[form.row]!);
}

export function counts(data: Data, form: Form): boolean {
    if (takesPlace(data, form)) return true;
    const x = changeOf(data, form);
    if (!x) return form.forms.state[form.row] === "counted";
    return x.now === "counted" && !x.stated && (x.counts === null || x.counts === form.row);
}
