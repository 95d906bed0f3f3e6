/* decided.ts — what decisions on record do to the forms of a station: docs/reference/methods.md,
 * Decisions. A station that was set aside stays so; of several adoptions the last one holds. */
import type { Data, Decision } from "../data";
import { t } from "../language";
import { shown } from "../parts";
import type { Form } from "./form";
import { stateName } from "./words";

export interface Decided { aside: Decision | null; adopted: Decision | null }

/* Notes that say that a decision changed nothing. */
const WITHOUT_EFFECT = new Set(["no_form", "no_copy", "already_annulled"]);

function isApplied(data: Data, d: Decision): boolean {
    const asOf = data.review.as_of;
    /* A day without a time is the whole day. */
    const from = asOf?.includes("T") ? d.effective : d.effective?.slice(0, 10);
    if (asOf !== null && from != null && from > asOf) return false;
    return !data.review.decision_notes.some(
        (n) => n.decision === d.id && n.line === d.line && WITHOUT_EFFECT.has(n.note));
}

export function decidedAt(data: Data, contest: string, station: string): Decided {
    const out: Decided = { aside: null, adopted: null };
    for (const d of data.review.decisions) {
        if (d.station !== station || (d.contest !== null && d.contest !== contest) || !isApplied(data, d)) continue;
        if (d.effect === "annul") out.aside ??= d;
        else if (out.adopted === null || (d.effective ?? "") >= (out.adopted.effective ?? "")) out.adopted = d;
    }
    return out;
}

export function decidedFor(data: Data, form: Form): Decided {
    const code = data.review.stations?.code[form.forms.station[form.row]!];
    return code === undefined ? { aside: null, adopted: null } : decidedAt(data, form.contest.id, code);
}

/* The state of the form with the decisions in force. */
export function stateText(data: Data, form: Form): string {
    const state = form.forms.state[form.row]!;
    const { aside, adopted } = decidedFor(data, form);
    const copy = data.review.copy_list?.[form.forms.copy[form.row]!]?.id;
    if (aside && state === "counted") return t("set aside by decision {id}, not counted", { id: shown(aside.id) });
    if (!aside && adopted && adopted.copy !== null && adopted.copy === copy && state !== "counted")
        return t("counts by decision {id}", { id: shown(adopted.id) });
    if (!aside && adopted && state === "counted" && adopted.copy !== copy)
        return adopted.copy === null
            ? t("decision {id} puts other figures in its place", { id: shown(adopted.id) })
            : t("decision {id} puts another copy in its place", { id: shown(adopted.id) });
    return stateName(state);
}

export function counts(data: Data, form: Form): boolean {
    const { aside, adopted } = decidedFor(data, form);
    const copy = data.review.copy_list?.[form.forms.copy[form.row]!]?.id;
    if (aside) return false;
    if (adopted) return adopted.copy !== null && adopted.copy === copy;
    return form.forms.state[form.row] === "counted";
}
