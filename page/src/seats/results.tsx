/* The result three times: as declared, as the forms sum up, and with the decisions in force; and how
 * they differ. */
import type { Contest, Count, Option, Result } from "../data";
import { count, percent, signed, t } from "../language";
import { Name, Table, type Column } from "../parts";
import { outcomeName } from "../words";

function minus(a: Count | undefined, b: Count | undefined): Count {
    return a == null || b == null ? null : a - b;
}

function sameVotes(c: Contest): boolean {
    const { summed, decided } = c.results;
    return c.options.every((o) => summed.votes[o.id] === decided.votes[o.id])
        && summed.valid === decided.valid && summed.forms_counted === decided.forms_counted;
}

function remark(c: Contest, o: Option): string {
    if (c.outcome === "tie" && c.tie?.among.includes(o.id)) return t("in the tie");
    if (c.outcome === "runoff" && c.winners.includes(o.id)) return t("in the run-off");
    if (o.barred) return t("cannot be seated");
    const failed = c.thresholds.find((l) => l.option === o.id && !l.passes);
    if (!failed) return "";
    return failed.margin.votes == null
        ? t("below the threshold")
        : t("below the threshold by {n:vote/votes}", { n: failed.margin.votes });
}

function columns(c: Contest): Column<Option>[] {
    const { summed, decided, declared } = c.results;
    const same = sameVotes(c), told = declared?.votes ?? null;
    const votes = (key: string, head: string, of: (o: Option) => Count): Column<Option> =>
        ({ key, head, number: true, sort: of, cell: (o) => count(of(o)) });
    const seats = c.outcome !== "runoff" && !!declared?.seats && c.options.some((o) => declared.seats![o.id] !== o.seats);
    const list: (Column<Option> | null | false)[] = [
        {
            key: "name", head: t("Option"), names: true, sort: (o) => o.name || o.id, text: (o) => `${o.name} ${o.party ?? ""}`,
            cell: (o) => <><Name text={o.name || o.id} />{o.party && o.party !== o.name && <span class="faint"> <Name text={o.party} /></span>}</>,
        },
        told && votes("declared", t("Declared"), (o) => told[o.id] ?? null),
        votes("summed", same ? t("As summed") : t("As summed, without decisions"), (o) => summed.votes[o.id] ?? null),
        !same && votes("decided", t("With decisions"), (o) => decided.votes[o.id] ?? null),
        told && {
            key: "difference", head: t("Difference"), number: true,
            sort: (o) => minus(decided.votes[o.id], told[o.id]),
            cell: (o) => signed(minus(decided.votes[o.id], told[o.id])),
        },
        {
            key: "share", head: t("Share of valid"), number: true, wide: true,
            cell: (o) => percent(decided.votes[o.id], decided.valid),
        },
        seats && {
            key: "declared-seats", head: t("Seats declared"), number: true,
            cell: (o) => count(declared!.seats![o.id]),
        },
        c.outcome !== "runoff" && { key: "seats", head: t("Seats"), number: true, sort: (o) => o.seats, cell: (o) => count(o.seats) },
        c.options.some((o) => remark(c, o)) && { key: "remark", head: t("Remark"), cell: (o) => remark(c, o) },
    ];
    return list.filter((x): x is Column<Option> => !!x);
}

interface Total { name: string; of: (r: Result) => Count }

function totals(): Total[] {
    return [
        { name: t("valid votes"), of: (r) => r.valid },
        { name: t("blank papers"), of: (r) => r.blank },
        { name: t("invalid papers"), of: (r) => r.invalid },
        { name: t("persons who took part"), of: (r) => r.participants },
        { name: t("papers found in the boxes"), of: (r) => r.box },
        { name: t("registered voters"), of: (r) => r.registered },
        { name: t("forms counted"), of: (r) => r.forms_counted },
        { name: t("forms missing"), of: (r) => r.forms_missing },
        { name: t("forms set aside"), of: (r) => r.forms_annulled },
        { name: t("forms with a line that is no number"), of: (r) => r.forms_with_gaps },
    ];
}

function Totals({ contest: c }: { contest: Contest }) {
    const { summed, decided } = c.results, same = sameVotes(c);
    const zero = new Set([t("forms missing"), t("forms set aside"), t("forms with a line that is no number"), t("blank papers")]);
    const rows = totals().filter((x) => (x.of(decided) ?? (zero.has(x.name) ? 0 : null)) !== null
        && !(zero.has(x.name) && !x.of(decided) && !x.of(summed)));
    const list: (Column<Total> | false)[] = [
        { key: "name", head: t("Total"), names: true, cell: (x) => x.name },
        { key: "summed", head: same ? t("As summed") : t("As summed, without decisions"), number: true, cell: (x) => count(x.of(summed)) },
        !same && { key: "decided", head: t("With decisions"), number: true, cell: (x) => count(x.of(decided)) },
    ];
    return (
        <Table caption={t("Totals of the forms")} rows={rows} rowKey={(x) => x.name}
            columns={list.filter((x): x is Column<Total> => !!x)} />
    );
}

function declaredText(c: Contest): string {
    const d = c.results.declared;
    if (!d) return t("Nothing was declared, or no declaration is on record.");
    if (!d.outcome) return t("Votes were declared, but no outcome.");
    return d.votes
        ? t("Declared outcome: {outcome}.", { outcome: outcomeName(d.outcome) })
        : t("Declared outcome: {outcome}; no votes were declared.", { outcome: outcomeName(d.outcome) });
}

export function Results({ contest: c }: { contest: Contest }) {
    const byVotes = c.options.map((o, i) => ({ o, i })).sort((x, y) => (y.o.votes ?? -1) - (x.o.votes ?? -1) || x.i - y.i);
    const told = c.results.declared?.counted_outcome;
    return (
        <>
            <p>
                {declaredText(c)}{" "}
                {told && told !== c.results.declared?.outcome && t("A count of the declared votes gives: {outcome}.", { outcome: outcomeName(told) })}{" "}
                {sameVotes(c)
                    ? t("No decision changes a figure: the result with decisions is the result as summed.")
                    : t("{n:decision/decisions} in force, changing {forms:form/forms}. Everything else here rests on the result with decisions.", {
                        n: c.decisions_in_force, forms: c.forms_changed_by_decisions,
                    })}
            </p>
            <Table caption={t("Votes and seats of each option")} rows={byVotes.map((x) => x.o)} columns={columns(c)}
                rowKey={(o) => o.id} page={30} />
            <Totals contest={c} />
        </>
    );
}
