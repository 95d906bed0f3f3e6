/* Decisions of bodies and courts that touch this contest, as recorded. */
import type { Contest, Decision } from "../data";
import { day, msg, say, t, type Message } from "../language";
import { shown, Source, StationLink, Table, useData, type Column } from "../parts";

const EFFECTS: Record<string, Message> = {
    annul: msg("sets the form aside"),
    adopt: msg("takes the figures of another copy"),
};

const NOTES: Record<string, Message> = {
    no_form: msg("there is no such form"),
    no_copy: msg("there is no such copy"),
    again: msg("the same was decided before"),
    already_annulled: msg("the form was set aside before"),
    replaces: msg("replaces an earlier decision"),
    several_forms: msg("applies to several forms"),
};

export function Decisions({ contest }: { contest: Contest }) {
    const data = useData();
    const rows = data.decisionsOf(contest.id);
    const note = (d: Decision) => data.review.decision_notes
        .filter((n) => n.decision === d.id && n.line === d.line)
        .map((n) => (NOTES[n.note] ? say(NOTES[n.note]!) : n.note)).join("; ");
    if (!rows.length) return <p>{t("No decision about this contest is on record.")}</p>;
    const columns: Column<Decision>[] = [
        { key: "id", head: t("Decision"), names: true, cell: (d) => shown(d.id) },
        { key: "body", head: t("Body"), cell: (d) => shown(d.body) },
        { key: "day", head: t("In force from"), sort: (d) => d.effective, cell: (d) => day(d.effective) },
        { key: "station", head: t("Station"), cell: (d) => (d.station === null ? t("all") : <StationLink code={d.station} />) },
        { key: "effect", head: t("Effect"), cell: (d) => (EFFECTS[d.effect] ? say(EFFECTS[d.effect]!) : d.effect) },
        { key: "text", head: t("Words"), cell: (d) => [d.text, d.cite].filter(Boolean).map((x) => shown(x!)).join(" · ") || "–" },
        { key: "source", head: t("Source"), wide: true, cell: (d) => <Source file={d.file} line={d.line} /> },
    ];
    if (rows.some(note)) columns.splice(6, 0, { key: "note", head: t("Remark"), cell: note });
    return <Table caption={t("Decisions on record for this contest")} rows={rows} columns={columns} rowKey={(d, i) => `${d.id} ${i}`} />;
}
