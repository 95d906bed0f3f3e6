/* The rule set that a contest is counted under, in words, with the article it rests on. */
import type { Contest, RuleSet, ShareTest } from "../data";
import { msg, percent, say, t, type Message } from "../language";
import { shown, useData } from "../parts";

const ENGINES: Record<string, Message> = {
    "plurality": msg("most votes; with several seats one vote a paper"),
    "block": msg("several seats by plurality, several votes a paper"),
    "two-round": msg("a win condition, else a run-off"),
    "highest-averages": msg("lists by highest averages"),
    "largest-remainder": msg("lists by quota and largest remainder"),
};

const BASES: Record<string, Message> = {
    "valid": msg("valid votes"),
    "valid+blank": msg("valid and blank papers"),
    "cast": msg("valid, blank and invalid papers"),
    "participants": msg("persons who took part"),
    "box": msg("papers found in the boxes"),
    "registered": msg("persons entitled to vote"),
    "unknown": msg("the law was not read"),
};

const QUOTAS: Record<string, Message> = {
    "hare": msg("V/S exact"),
    "hare-rounded": msg("V/S rounded half up"),
    "droop": msg("V/(S+1) down, plus 1"),
    "hagenbach-bischoff": msg("V/(S+1) exact"),
    "hagenbach-bischoff-up": msg("V/(S+1) rounded up"),
    "hagenbach-bischoff-half-up": msg("V/(S+1) rounded half up"),
    "imperiali": msg("V/(S+2) exact"),
    "imperiali-down": msg("V/(S+2) rounded down"),
    "imperiali-half-up": msg("V/(S+2) rounded half up"),
};

/* Numbers, the same in every language. */
const DIVISORS: Record<string, string> = {
    "dhondt": "1, 2, 3, …",
    "sainte-lague": "1, 3, 5, …",
    "sainte-lague-1.4": "1.4, 3, 5, …",
    "sainte-lague-1.2": "1.2, 3, 5, …",
    "danish": "1, 4, 7, …",
    "imperiali": "1, 1.5, 2, …",
    "czech-1.42": "1.42, 2, 3, …",
    "macau": "1, 2, 4, …",
    "adams": "0, 1, 2, …",
    "huntington-hill": "√(1·2), √(2·3), …",
    "dean": "4/3, 12/5, …",
};

function baseName(base: string): string {
    return BASES[base] ? say(BASES[base]!) : base;
}

/* 1/20 is said as 5 %, 1/3 as the fraction it is. */
function share(text: string): string {
    const [p, q] = text.split("/").map(Number);
    if (!p || !q) return text;
    const hundredths = (10000 * p) / q;
    if (!Number.isInteger(hundredths)) return text;
    return percent(p, q, hundredths % 100 ? 2 : 0);
}

export function shareText(x: ShareTest): string {
    const slots = { share: share(x.share), base: baseName(x.base) };
    return x.relation === ">" ? t("more than {share} of {base}", slots) : t("at least {share} of {base}", slots);
}

function winText(x: ShareTest): string {
    return x.lead
        ? t("{share}, with a lead of {lead}", { share: shareText(x), lead: shareText(x.lead) })
        : shareText(x);
}

function engineName(r: RuleSet): string {
    return ENGINES[r.engine] ? say(ENGINES[r.engine]!) : r.engine;
}

function Lines({ rule: r }: { rule: RuleSet }) {
    return (
        <dl class="rule-facts">
            <dt>{t("Kind of count")}</dt><dd>{engineName(r)}</dd>
            {r.divisors && <><dt>{t("Divisors")}</dt><dd>{DIVISORS[r.divisors] ?? r.divisors}</dd></>}
            {r.quota && <><dt>{t("Quota")}</dt><dd>{QUOTAS[r.quota] ? say(QUOTAS[r.quota]!) : r.quota}</dd></>}
            {(r.thresholds ?? []).map((x, i) => <><dt key={i}>{t("Threshold")}</dt><dd>{shareText(x)}</dd></>)}
            {r.win.map((x, i) => <><dt key={i}>{t("Wins at once with")}</dt><dd>{winText(x)}</dd></>)}
            {r.min_share && <><dt>{t("Least share to have the seat")}</dt><dd>{shareText(r.min_share)}</dd></>}
            {r.turnout_min && <><dt>{t("Least turnout")}</dt><dd>{shareText(r.turnout_min)}</dd></>}
            <dt>{t("Rests on")}</dt><dd>{r.cite ? shown(r.cite) : t("no citation")}</dd>
        </dl>
    );
}

export function RuleOf({ contest }: { contest: Contest }) {
    const rule = useData().ruleSet(contest.rule);
    if (!rule) return <p>{t("No rule set is named for this contest.")}</p>;
    return (
        <>
            <p><strong>{shown(rule.name || rule.id)}</strong></p>
            {rule.unverified && (
                <p class="note">
                    {t("Unverified: the statute was not read by those who wrote this rule set. Compare it with the law before you rely on what is counted here.")}
                </p>
            )}
            <Lines rule={rule} />
        </>
    );
}
