/* How close: the margin in votes, and in ballots changed, set aside and added. */
import type { Contest } from "../data";
import { rich, t } from "../language";
import { Name } from "../parts";
import { namesText } from "../words";

function Hangs({ contest: c }: { contest: Contest }) {
    const m = c.margin;
    if (m.winner && m.loser)
        return (
            <p>
                {rich("The outcome is closest between {option} and {other}.", {
                    option: <Name text={namesText(c, [m.winner])} />, other: <Name text={namesText(c, [m.loser])} />,
                })}
            </p>
        );
    if (m.on === "threshold" && (m.winner ?? m.loser))
        return <p>{rich("The outcome hangs on the threshold for {option}.", { option: <Name text={namesText(c, [(m.winner ?? m.loser)!])} /> })}</p>;
    if (m.on === "runoff") return <p>{t("The outcome hangs on who is on the ballot of the run-off.")}</p>;
    if (m.on === "condition") return <p>{t("The outcome hangs on a condition of the rule set.")}</p>;
    return null;
}

export function MarginOf({ contest: c }: { contest: Contest }) {
    const m = c.margin;
    if (c.outcome === "tie") return <p>{t("A tie has no margin: one vote more or less ends it.")}</p>;
    if (m.kind === "none" || m.votes == null) return <p>{t("No margin is defined.")}</p>;
    return (
        <>
            <Hangs contest={c} />
            <p>{t("Another outcome becomes possible, a tie being one, when at least:")}</p>
            <ul class="margins">
                <li>
                    {m.kind === "bounds"
                        ? t("one total is wrong by between {low} and {n:vote/votes}", { low: m.low, n: m.votes })
                        : t("one total is wrong by {n:vote/votes}", { n: m.votes })}
                </li>
                {m.switched != null && <li>{t("or {n:ballot/ballots} would have to be read otherwise", { n: m.switched })}</li>}
                {m.removal != null && <li>{t("or {n:ballot/ballots} would be set aside", { n: m.removal })}</li>}
                {m.addition != null && <li>{t("or {n:ballot/ballots} would be added", { n: m.addition })}</li>}
            </ul>
        </>
    );
}
