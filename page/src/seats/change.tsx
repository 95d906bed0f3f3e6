/* What would change the outcome: the smallest sets of stations, the outcomes within reach, and what a
 * body that annuls would have to do. */
import type { Annulment, Contest, SmallestSet } from "../data";
import { percent, rich, t } from "../language";
import { H, StationList } from "../parts";
import { Questions } from "./questions";
import { names, outcomeName } from "../words";

function reachText(c: Contest): string {
    const s = c.sensitivity;
    switch (s.reach) {
        case "nothing": return t("Nothing that is missing or in question can change the outcome.");
        case "missing": return t("The missing forms alone could change the outcome.");
        case "question":
            return s.forms_missing
                ? t("The missing forms alone cannot change the outcome; together with what is in question they could.")
                : t("What is in question could change the outcome.");
        case "unknown": return t("The outcome as counted is a tie or cannot be computed: there is nothing to compare with.");
    }
}

function Changing({ set }: { set: SmallestSet }) {
    return (
        <>
            <p>
                {set.proved
                    ? t("{n:form/forms} would be enough to change it, at the worst; fewer would not.", { n: set.size })
                    : t("{n:form/forms} would be enough to change it, at the worst; fewer than {low} would not. Not proved smallest.", { n: set.size, low: set.at_least })}
            </p>
            <StationList codes={set.stations} of={set.size} />
        </>
    );
}

function Closing({ set }: { set: SmallestSet }) {
    return (
        <>
            <p>{t("With {n:form/forms} answered for, whatever that shows, nothing else that is open can change the outcome any more:", { n: set.size })}</p>
            <StationList codes={set.stations} of={set.size} />
        </>
    );
}

function Reachable({ contest: c }: { contest: Contest }) {
    const list = c.sensitivity.reachable;
    if (!list.length) return null;
    return (
        <>
            <p>{t("Within reach, beside the outcome as counted:")}</p>
            <ul>
                {list.map((r, i) => (
                    <li key={i}>
                        {r.questions
                            ? rich("{outcome}: {names}, by {n:form/forms}", { outcome: outcomeName(r.outcome), names: <span>{names(c, r.winners, 5)}</span>, n: r.questions })
                            : rich("{outcome}: {names}, by the missing forms alone", { outcome: outcomeName(r.outcome), names: <span>{names(c, r.winners, 5)}</span> })}
                    </li>
                ))}
            </ul>
        </>
    );
}

/* Annulling enough to turn a lead may empty the seat instead. */
function Trap({ a }: { a: Annulment }) {
    if (a.trap === "voids") return <p><strong>{t("No annulment of stations can elect another; it can only leave the seat empty.")}</strong></p>;
    if (a.trap === "may_void") return <p><strong>{t("Whatever annulment turns the lead lets a body leave the seat empty.")}</strong></p>;
    if (!a.cheapest?.length || a.fewest_registered === null) return null;
    return (
        <>
            <p>{t("Of all such sets this one has the fewest registered voters, {n}:", { n: a.fewest_registered })}</p>
            <StationList codes={a.cheapest} />
        </>
    );
}

function Annulling({ a }: { a: Annulment }) {
    if (a.fewest_for_change === null)
        return <p>{t("No annulment of stations gives another outcome.")}</p>;
    return (
        <>
            <p>
                {a.proved
                    ? t("Annulling {n:station/stations} would give another outcome; fewer would not.", { n: a.fewest_for_change })
                    : t("Annulling {n:station/stations} would give another outcome; whether fewer would is not known.", { n: a.fewest_for_change })}{" "}
                {a.registered !== null && a.all_registered !== null && a.all_registered > 0 && t("They have {part} of {of} registered voters, {share}.", {
                    part: a.registered, of: a.all_registered, share: percent(a.registered, a.all_registered, 1),
                })}
            </p>
            <StationList codes={a.stations} of={a.fewest_for_change} />
            <Trap a={a} />
        </>
    );
}

export function Change({ contest: c }: { contest: Contest }) {
    const s = c.sensitivity;
    return (
        <>
            <p>{reachText(c)}</p>
            {s.base_gaps && <p class="note">{t("A total that the outcome rests on is not known from all forms.")}</p>}
            {s.changing_set && <Changing set={s.changing_set} />}
            {s.closing_set && <Closing set={s.closing_set} />}
            <Questions contest={c} />
            {!c.sensitivity.by_outcome?.some((r) => r.questions > 0) && <Reachable contest={c} />}
            {s.reach !== "unknown" && (
                <>
                    <H down={2}>{t("If stations were annulled")}</H>
                    <p class="faint">{t("A comparison only: it says nothing about whether there is reason to annul any.")}</p>
                    <Annulling a={s.annulment} />
                </>
            )}
        </>
    );
}
