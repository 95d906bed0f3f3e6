/* What slip of the pen would make a form add up: help for the one who opens the envelope. Nothing of it
 * is applied. */
import type { Cell, Repair, RepairFigure, RepairsOfForm } from "../data";
import { count, msg, say, signed, t, type Message } from "../language";
import { Name, shown, useData } from "../parts";

const SLIPS: Record<string, Message> = {
    filled: msg("a blank line filled in"), digits_swapped: msg("two digits exchanged"), digit_alike: msg("one digit misread"),
    digit: msg("one digit"), length: msg("a digit lost or added"), neighbour: msg("the figure of the next line"),
    lines_next: msg("exchanged with the next line"), lines: msg("two lines exchanged"), block: msg("lines moved by one"), other: msg("another number"),
};

const written = (c: Cell): string => (typeof c === "number" ? count(c) : c === null ? t("blank") : t("illegible"));

function Figure({ contest, figure: f }: { contest: string; figure: RepairFigure }) {
    const data = useData();
    const name = f.option !== undefined ? data.option(contest, f.option)?.name ?? f.option : data.field(f.field ?? "")?.name ?? f.field ?? "";
    return <><Name text={name} /> {written(f.from)} → {count(f.to)} <span class="faint">({SLIPS[f.slip] ? say(SLIPS[f.slip]!) : shown(f.slip.replace(/_/g, " "))})</span></>;
}

function Line({ contest, repair: r, of }: { contest: string; repair: Repair; of: RepairsOfForm }) {
    const data = useData();
    const name = (id: string | null) => shown(data.option(contest, id)?.name ?? id ?? "");
    return (
        <li>
            {r.figures.map((f, i) => <>{i ? "; " : ""}<Figure contest={contest} figure={f} /></>)}
            {r.lead_change !== null && r.lead_change !== 0 && of.lead_of && of.lead_over && (
                <>. {t("The lead of {first} over {second} would change by {n}.", { first: name(of.lead_of), second: name(of.lead_over), n: signed(r.lead_change) })}</>
            )}
        </li>
    );
}

export function Repairs({ of }: { of: RepairsOfForm }) {
    if (!of.repairs.length)
        return <p class="faint">{t("No single slip of the pen explains the figures of this form.")}</p>;
    return (
        <details class="repairs">
            <summary>{t("What would make the form add up: {n:possibility/possibilities}", { n: of.repairs.length + of.more })}</summary>
            <p class="faint">{t("Each by itself would make all figures agree. Which of them is true, if any, only the papers show; none is applied.")}</p>
            <ol>{of.repairs.map((r, i) => <Line key={i} contest={of.contest} repair={r} of={of} />)}</ol>
            {of.more > 0 && <p class="faint">{t("and {n} more of the same kind", { n: of.more })}</p>}
        </details>
    );
}
