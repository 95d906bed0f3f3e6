/* The chamber by bloc: how many seats each has by the figures as decided, and the fewest and most it
 * can have. The bar is beside the numbers, never instead of them. */
import type { Bloc, Review } from "../data";
import { count, rich, t } from "../language";
import { Name, Section } from "../parts";

function Bar({ b, of }: { b: Bloc; of: number }) {
    const at = (n: number) => `${(100 * n) / of}%`;
    return (
        <div class="interval" aria-hidden="true">
            <span class="sure" style={{ width: at(b.low) }} />
            {b.high > b.low && <span class="range" style={{ insetInlineStart: at(b.low), width: at(b.high - b.low) }} />}
            <span class="as-decided" style={{ insetInlineStart: at(b.seats) }} />
        </div>
    );
}

/* With some contests undeclared the declared seats would look like another chamber. */
function isDeclared(r: Review): boolean {
    return r.contests.every((c) => !c.in_chamber || c.results.declared?.outcome != null);
}

function caption(r: Review) {
    if (r.chamber.every((b) => b.low === b.high))
        return t("Seats of each bloc by the figures as decided. Nothing that is open can change them.");
    return r.chamber_bounds === "attained"
        ? t("Seats of each bloc. Full colour: held, whatever the open questions turn out to be. Pale: open. The line across: as decided. Each “at least” and each “at most” can occur; those of several blocs need not occur together and do not add up.")
        : t("Seats of each bloc. Full colour: held, whatever the open questions turn out to be. Pale: open. The line across: as decided. No bloc can have fewer or more; some of these bounds may not be reached, and they do not add up.");
}

export function Chamber({ review: r }: { review: Review }) {
    const named = r.chamber.length > 1 || r.chamber[0]?.bloc != null;
    if (!named || r.chamber_seats <= 1) return null;
    const lines = r.chamber.filter((b) => b.high > 0);
    const without = r.chamber.filter((b) => b.high === 0);
    const most = Math.max(1, ...lines.map((b) => b.high));
    const declared = isDeclared(r);
    const rows: Bloc[] = r.vacant.high > 0
        ? [...lines, { bloc: null, name: t("vacant"), declared: 0, ...r.vacant }] : lines;
    return (
        <Section title={t("The chamber: {n:seat/seats}", { n: r.chamber_seats })}>
            <div class="table together">
                <div class="scroll" tabIndex={0} role="region" aria-label={t("The chamber by bloc")}>
                    <table class="chamber">
                        <thead>
                            <tr>
                                <th scope="col">{t("bloc")}</th>
                                <td class="bar" />
                                <th scope="col" class="number">{t("as decided")}</th>
                                <th scope="col" class="number">{t("at least")}</th>
                                <th scope="col" class="number">{t("at most")}</th>
                                {declared && <th scope="col" class="number wide">{t("as declared")}</th>}
                            </tr>
                        </thead>
                        <tbody>
                            {rows.map((b, i) => (
                                <tr key={i}>
                                    <th scope="row">{b.name ? <Name text={b.name} /> : b.bloc ? <Name text={b.bloc} /> : t("no bloc")}</th>
                                    <td class="bar"><Bar b={b} of={most} /></td>
                                    <td class="number"><strong>{count(b.seats)}</strong></td>
                                    <td class="number">{count(b.low)}</td>
                                    <td class="number">{count(b.high)}</td>
                                    {declared && <td class="number wide">{i < lines.length ? count(b.declared) : ""}</td>}
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
                <p class="faint">{caption(r)}</p>
                {without.length > 0 && (
                    <p class="faint">
                        {rich("{n:bloc/blocs} cannot have a seat: {names}.", {
                            n: without.length,
                            names: <span>{without.map((b, i) => <>{i ? ", " : ""}<Name text={b.name ?? b.bloc ?? "–"} /></>)}</span>,
                        })}
                    </p>
                )}
            </div>
        </Section>
    );
}
