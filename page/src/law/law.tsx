/* The law of the election as parameters: each with its citation and whether its text was read; and of a
 * seat, what the figures say of it. */
import type { Contest } from "../data";
import { count, day, msg, say, t, type Message } from "../language";
import { Name, Section, shown, StationList, Table, useData, type Column } from "../parts";
import type { LawLine, LawRule, LawSide } from "./data";

const STATUS: Record<string, Message> = { read: msg("text read"), secondary: msg("from a report"), unverified: msg("unverified") };
const MODAL: Record<string, Message> = {
    must: msg("follows by law"), may: msg("a body may"), on_request: msg("on request"), recommended: msg("recommended"), must_not: msg("excluded"),
};
const ANSWERS: Record<string, Message> = {
    reached: msg("reached"), not_reached: msg("not reached"), undecidable: msg("cannot be decided"), judged: msg("for people to judge"),
};
const WHYS: Record<string, Message> = {
    no_value: msg("the figure of the law was not found"), no_figure: msg("a figure is not on record"), bases_disagree: msg("the law does not say of what, and the readings disagree"),
};

const word = (table: Record<string, Message>, w: string | null): string => (w === null ? "–" : table[w] ? say(table[w]!) : shown(w));
const rule = (r: LawRule): string => shown(r.rule ?? r.value ?? "–");

const ruleColumns = (): Column<LawRule>[] => [
    { key: "key", head: t("Rule"), names: true, text: (r) => r.key, cell: (r) => <code>{shown(r.key)}</code> },
    { key: "rule", head: t("What it says"), roomy: true, text: rule, cell: rule },
    { key: "modal", head: t("How it binds"), cell: (r) => word(MODAL, r.modal) },
    { key: "status", head: t("Text"), cell: (r) => (r.status === "read" ? word(STATUS, r.status) : <strong>{word(STATUS, r.status)}</strong>) },
    { key: "source", head: t("Source"), roomy: true, wide: true, cell: (r) => <Name text={r.source} /> },
    { key: "days", head: t("In force"), wide: true, cell: (r) => (r.from || r.to ? t("{from} to {to}", { from: r.from ? day(r.from) : "…", to: r.to ? day(r.to) : "…" }) : "–") },
];

/* In the part about the method: every parameter that the review could use. */
export function LawRules() {
    const law = useData().review.law;
    if (!law) return null;
    return (
        <Section title={t("The law as parameters")}>
            <p>{t("Profile {name}, as in force on {day}. A profile is a reading of the law, and a court may read it otherwise. What is not “text read” was not seen in the statute itself.", { name: shown(law.profile), day: day(law.day) })}</p>
            <Table caption={t("Rules of the legal profile")} quiet rows={law.rules} columns={ruleColumns()} rowKey={(r, i) => `${r.key} ${i}`} page={0} />
        </Section>
    );
}

function sideText(s: LawSide): string {
    const quantity = shown(s.quantity);
    if (s.base === null) return t("{quantity}: {n} against {p}", { quantity, n: count(s.is), p: s.p === null ? "?" : count(s.p) });
    return t("{quantity}: {n} of {of} ({base}) against {p}/{q}", {
        quantity, n: count(s.is), of: count(s.of), base: shown(s.base), p: s.p === null ? "?" : count(s.p), q: s.q === null ? "?" : count(s.q),
    });
}

export function LawOfSeat({ contest: c }: { contest: Contest }) {
    const law = useData().review.law;
    const of = law?.contests.find((x) => x.contest === c.id);
    if (!law || !of || !of.lines.length) return null;
    const columns: Column<LawLine>[] = [
        { key: "rule", head: t("Rule"), names: true, cell: (l) => <code>{shown(l.rule === null ? "–" : law.rules[l.rule]?.key ?? "–")}</code> },
        { key: "says", head: t("What it says"), roomy: true, cell: (l) => (l.rule === null ? "–" : law.rules[l.rule] ? rule(law.rules[l.rule]!) : "–") },
        { key: "figures", head: t("Figures"), roomy: true, cell: (l) => l.sides.map(sideText).join("; ") || "–" },
        { key: "answer", head: t("Answer"), cell: (l) => <>{word(ANSWERS, l.answer)}{l.answer === "undecidable" && WHYS[l.why] && <span class="faint">: {say(WHYS[l.why]!)}</span>}</> },
        { key: "status", head: t("Text"), wide: true, cell: (l) => (l.rule === null ? "–" : word(STATUS, law.rules[l.rule]?.status ?? null)) },
    ];
    const stations = of.lines.flatMap((l) => l.stations?.reached.map((s) => s.station) ?? []);
    return (
        <Section title={t("What the law says of these figures")}>
            {of.may_void && <p>{t("Stations that were set aside are past the share at which the law lets a body leave the seat empty.")}</p>}
            <Table caption={t("Rules of the law beside the figures of the seat")} quiet rows={of.lines} columns={columns} rowKey={(_, i) => i} page={0} />
            {stations.length > 0 && <><p>{t("Reached at these stations:")}</p><StationList codes={[...new Set(stations)]} /></>}
        </Section>
    );
}
