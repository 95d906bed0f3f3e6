/* #/method: what was done, in plain words; what each verdict means and what it does not; the rule
 * sets and the rules; how anybody gets the same report. */
import { LawRules } from "../law/law";
import type { Rule, RuleSet, ShareTest } from "../data";
import { count, day, percent, rich, t } from "../language";
import { H, Name, Table, Verdict, shown, useData, usePaper, type Column } from "../parts";
import { to } from "../router";
import { WORDS, wordMeaning } from "../words";
import { partsOf } from "./check";
import { said } from "./words";

const steps = (): string[] => [
    t("The files of the case were read as election.json says. Every row was taken, skipped with a reason, or refused with file, line and reason. Nothing was repaired and nothing was guessed."),
    t("Each form was held against rules about its own figures, against other copies of it, against the forms of other contests at the same station, and the forms together against the declared totals."),
    t("The forms that count were added up, with the decisions that were given, and the seats were filled as the rule set says."),
    t("For each seat it was asked how many votes would have to be different for another outcome, and whether everything that is open, together, can reach so many. If it can, the smallest set of stations that would was looked for."),
    t("From that follows the word for each seat, with its reasons in votes."),
];

function notMeant(word: string): string {
    switch (word) {
        case "confirmed": return t("It does not say that the election was fair, or that voters were free.");
        case "holds": return t("It does not say that the figures are right: forms can agree with each other and be wrong. Only ballots can show that.");
        case "open": return t("It does not say that the outcome is wrong: it says that the papers do not exclude it, and which to open.");
        case "contradicted": return t("It does not say why, or who is responsible, and it elects nobody: that is for the body that the law names.");
        default: return t("It does not say that the outcome is wrong: something that is needed is missing.");
    }
}

function Words() {
    return (
        <dl class="words">
            {WORDS.map((word) => (
                <div key={word}>
                    <dt><Verdict word={word} /></dt>
                    <dd>{wordMeaning(word)} {notMeant(word)}</dd>
                </div>
            ))}
        </dl>
    );
}

/* ---- rule sets ---- */

function baseName(base: string): string {
    switch (base) {
        case "valid": return t("the valid votes");
        case "valid+blank": return t("the valid and blank votes");
        case "cast": return t("the votes cast");
        case "participants": return t("the participants");
        case "box": return t("the papers found");
        case "registered": return t("the registered voters");
        default: return t("a base that is not known");
    }
}

function shareText(s: ShareTest): string {
    const [part, whole] = s.share.split("/").map(Number);
    const slots = { share: s.share, percent: percent(part, whole, 1), base: baseName(s.base) };
    return s.relation === ">"
        ? t("more than {share} ({percent}) of {base}", slots)
        : t("at least {share} ({percent}) of {base}", slots);
}

function engineName(engine: string): string {
    switch (engine) {
        case "plurality": return t("most votes");
        case "block": return t("most votes, several seats");
        case "two-round": return t("two rounds");
        case "highest-averages": return t("seats by highest averages");
        case "largest-remainder": return t("seats by quota and largest remainders");
        default: return shown(engine);
    }
}

function conditions(r: RuleSet): string[] {
    const said: string[] = [];
    for (const w of r.win)
        said.push(w.lead
            ? t("to win at once: {share}, and a lead of {lead}", { share: shareText(w), lead: shareText(w.lead) })
            : t("to win at once: {share}", { share: shareText(w) }));
    if (r.min_share) said.push(t("the winner needs {share}", { share: shareText(r.min_share) }));
    if (r.turnout_min) said.push(t("participants needed: {share}", { share: shareText(r.turnout_min) }));
    for (const x of r.thresholds ?? []) said.push(t("a list takes part with {share}", { share: shareText(x) }));
    if (r.divisors) said.push(t("divisors: {name}", { name: shown(r.divisors) }));
    if (r.quota) said.push(t("quota: {name}", { name: shown(r.quota) }));
    return said;
}

function RuleSets() {
    const { review } = useData();
    const used = (id: string) => review.contests.filter((c) => c.rule === id).length;
    return (
        <>
            {review.rule_sets.map((r) => (
                <section key={r.id} class="rule-set together">
                    <H down={2}><Name text={r.name || r.id} /></H>
                    <p>{t("{engine}; used for {n:contest/contests}.", { engine: engineName(r.engine), n: used(r.id) })}</p>
                    {conditions(r).length > 0 && <ul>{conditions(r).map((c) => <li key={c}>{c}</li>)}</ul>}
                    {r.cite && <p class="faint"><Name text={r.cite} /></p>}
                    {r.unverified && <p><strong>{t("Unverified:")}</strong> {t("the statute was not read for this; somebody who knows it should confirm it.")}</p>}
                    {!r.cite && <p>{t("No law is cited for it.")}</p>}
                </section>
            ))}
        </>
    );
}

/* ---- rules for forms ---- */

const appliedColumns = (): Column<Rule>[] => [
    { key: "code", head: t("Rule"), names: true, cell: (r) => <a href={to("findings", r.code)}>{r.code}</a> },
    { key: "title", head: t("What it looks for"), cell: (r) => said(r.title) },
    { key: "checked", head: t("Checked"), number: true, sort: (r) => r.checked, cell: (r) => count(r.checked) },
    { key: "not", head: t("Does not apply"), number: true, wide: true, sort: (r) => r.not_applicable, cell: (r) => count(r.not_applicable) },
    { key: "open", head: t("Cannot be decided"), number: true, wide: true, sort: (r) => r.undecidable, cell: (r) => count(r.undecidable) },
    { key: "raised", head: t("Findings"), number: true, sort: (r) => r.raised, cell: (r) => count(r.raised) },
];

function Applied() {
    const { review } = useData();
    const paper = usePaper();
    const applied = review.rules.filter((r) => r.checked > 0 || r.raised > 0);
    const off = review.rules.filter((r) => r.severity === "off");
    const idle = review.rules.filter((r) => !applied.includes(r) && !off.includes(r));
    const list = (rules: Rule[]) => (
        <ul class="codes">{rules.map((r) => <li key={r.code}><a href={to("findings", r.code)}>{r.code}</a> {said(r.title)}</li>)}</ul>
    );
    return (
        <>
            <Table caption={t("Rules that were applied, with how many forms each could be held against")} rows={applied} columns={appliedColumns()}
                rowKey={(r) => r.code} page={0} />
            {idle.length > 0 && (paper
                ? <p>{t("{n:rule/rules} had nothing to compare on these forms", { n: idle.length })}</p>
                : <details><summary>{t("{n:rule/rules} had nothing to compare on these forms", { n: idle.length })}</summary>{list(idle)}</details>)}
            {off.length > 0 && <><p>{t("The case switches off: {n:rule/rules}.", { n: off.length })}</p>{list(off)}</>}
        </>
    );
}

/* ---- reproducing ---- */

function Reproduce() {
    const { review } = useData();
    const files = new Set(review.inputs.map((i) => partsOf(i.file).file)).size;
    const command = `canvass review ${review.as_of ? `--as-of ${review.as_of} ` : ""}${review.case}`;
    return (
        <>
            <p>
                {rich("With the {n:file/files} listed under {papers}, version {version} of canvass and this command, anybody gets the same report, byte for byte:", {
                    n: files, papers: <a href={to("papers")}>{t("Papers")}</a>, version: review.canvass,
                })}
            </p>
            <pre tabIndex={0}><code>{command}</code></pre>
            {review.as_of && <p>{t("Only decisions in force on {day} were applied.", { day: day(review.as_of) })}</p>}
            <p>{t("The same figures for programs and spreadsheets stand beside the report, in review.json and in the folder tables.")}</p>
        </>
    );
}

const limits = (): string[] => [
    t("A form without findings is consistent. It may still be wrong: false figures can add up."),
    t("Votes in question are the most that the papers allow, not an estimate of what happened."),
    t("Forms that nobody expects are not missed: without a list of stations, completeness cannot be checked."),
    t("Pressure on voters, bought votes and registers that were wrong before the vote leave no trace in these figures."),
    t("Whether a finding has a consequence in law is for the bodies that the law names."),
];

export function MethodPage() {
    return (
        <>
            <H down={0}>{t("Method")}</H>
            <section><H down={1}>{t("What was done")}</H><ol>{steps().map((s) => <li key={s}>{s}</li>)}</ol></section>
            <section><H down={1}>{t("What the words mean, and what they do not")}</H><Words /></section>
            <section><H down={1}>{t("Rule sets: how votes become seats")}</H><RuleSets /></section>
            <LawRules />
            <section><H down={1}>{t("Rules for forms: what was applied")}</H><Applied /></section>
            <section><H down={1}>{t("How to get the same report")}</H><Reproduce /></section>
            <section><H down={1}>{t("What this cannot show")}</H><ul>{limits().map((s) => <li key={s}>{s}</li>)}</ul></section>
        </>
    );
}
