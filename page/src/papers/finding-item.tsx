/* One finding under the form that it speaks of: the sentence, the figures line by line, what it
 * means, what a person does with it. */
import type { Contest, Finding } from "../data";
import { count, rich, t } from "../language";
import { Name, useData, usePaper } from "../parts";
import { to } from "../router";
import { SUM, isNumber, type Form } from "./form";
import type { Compared, Side } from "./relation";
import type { Told } from "./sentences";
import { cellText, changeText, contestTitle, lineName, said, severityName } from "./words";

/* A shape for each severity beside its word. */
const SHAPES = {
    error: <path d="M8 .6L15.4 8 8 15.4.6 8z" class="fill" />,
    warning: <path d="M8 1.8L15 14H1z" class="fill" />,
    note: <circle cx="8" cy="8" r="5.6" class="line" />,
};

export function Severity({ severity }: { severity: Finding["severity"] }) {
    return (
        <span class={`severity is-${severity}`}>
            <svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{SHAPES[severity]}</svg>
            {severityName(severity)}
        </span>
    );
}

/* ---- the figures line by line ---- */

function SideRows({ contest, side }: { contest: Contest; side: Side }) {
    const data = useData();
    const several = side.terms.length > 1 || side.times > 1;
    return (
        <tbody>
            {side.terms.map((term, i) => (
                <tr key={term.key}>
                    <td class="operator">{i ? "+" : ""}</td>
                    <th scope="row"><Name text={lineName(data, contest, term.key)} /></th>
                    <td class="number">{isNumber(term.cell) ? count(term.cell) : <span class="state">{cellText(term.cell)}</span>}</td>
                </tr>
            ))}
            {side.times > 1 && (
                <tr><td class="operator">×</td><th scope="row">{t("votes on one paper")}</th><td class="number">{count(side.times)}</td></tr>
            )}
            {several && (
                <tr class="total"><td class="operator">=</td><th scope="row">{t("together")}</th><td class="number">{count(side.total)}</td></tr>
            )}
        </tbody>
    );
}

/* Papers and voters may go elsewhere: for these rules a difference is nothing that is too much. */
const SHORT = new Set(["C210", "C307"]);

function differenceName(code: string, c: Compared): string {
    if (SHORT.has(code)) return t("fewer");
    return c.sign === "<=" ? t("too many") : t("apart");
}

/* Only where something is added up; two figures stand in the sentence already. */
function Ledger({ code, contest, compared: c }: { code: string; contest: Contest; compared: Compared }) {
    const terms = [...c.left.terms, ...c.right.terms];
    const adds = terms.length > 2 || terms.some((x) => x.key === SUM);
    if (!adds || c.sign === "<" || c.sign === "!=") return null;
    return (
        <table class="ledger">
            <caption class="unseen">{t("The figures that are compared")}</caption>
            <SideRows contest={contest} side={c.left} />
            <SideRows contest={contest} side={c.right} />
            <tbody>
                <tr class="difference">
                    <td class="operator" />
                    <th scope="row">{differenceName(code, c)}</th>
                    <td class="number">{count(Math.abs(c.left.total - c.right.total))}</td>
                </tr>
            </tbody>
        </table>
    );
}

/* ---- votes ---- */

function Votes({ finding: f }: { finding: Finding }) {
    if (f.severity !== "error") return null;
    if (!f.votes_contradicted && f.votes_in_question === 0)
        return <p class="faint">{t("It contradicts no votes and puts none in question.")}</p>;
    return (
        <p>
            {t("Votes contradicted: {contradicted}. Votes in question: {question}.", {
                contradicted: f.votes_contradicted, question: f.votes_in_question,
            })}{" "}
            {changeText(f.change)}
        </p>
    );
}

function Where({ finding: f }: { finding: Finding }) {
    const data = useData();
    if (f.other_contest === null || f.station === null) return null;
    return <p>{rich("The other form: {contest}.", {
        contest: <a href={to("seat", f.other_contest)}>{contestTitle(data, f.other_contest)}</a>,
    })}</p>;
}

/* What the form of the law says, in its own numbers, and where from. */
function Law({ finding: f }: { finding: Finding }) {
    const law = useData().rule(f.code)?.law?.find((l) => l.relation === f.relation);
    if (!law) return null;
    return (
        <p class="faint">
            <bdi>{law.lines || law.that}</bdi> — <bdi>{law.cite}</bdi>
            {law.mark !== "read" && ` (${t("the law was not read")})`}
        </p>
    );
}

interface Props { finding: Finding; told: Told; n: number; form: Form | undefined }

export function FindingItem({ finding: f, told, n, form }: Props) {
    const data = useData();
    const paper = usePaper();
    const rule = data.rule(f.code);
    const contest = form?.contest ?? data.contest(f.contest);
    return (
        <li class={`finding is-${f.severity}`}>
            <p class="head">
                <span class={`sign is-${f.severity}`}>{count(n)}</span>{" "}
                <a href={to("findings", f.code)}>{f.code}</a>{" "}
                {rule && <strong>{said(rule.title)}</strong>}{" "}
                <Severity severity={f.severity} />
            </p>
            <p class="said">{told.text}</p>
            {told.compared && contest && <Ledger code={f.code} contest={contest} compared={told.compared} />}
            <Law finding={f} />
            <Votes finding={f} />
            <Where finding={f} />
            {rule?.explanation && !paper && (
                <details class="no-print">
                    <summary>{t("What it means, and what to do")}</summary>
                    <p>{said(rule.explanation)}</p>
                    {rule.next && <p>{said(rule.next)}</p>}
                </details>
            )}
            {rule?.next && paper && <p class="faint">{said(rule.next)}</p>}
        </li>
    );
}
