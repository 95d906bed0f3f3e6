/* Votes in question beside the lead, on one scale in votes: can the one reach the other? */
import type { Contest } from "../data";
import { count, rich, t } from "../language";
import { Figure, Name } from "../parts";
import { namesText } from "../words";

/* Steps of 1, 2 or 5 times a power of ten; at most five of them. */
export function ticks(most: number): number[] {
    if (most <= 0) return [0];
    const power = 10 ** Math.floor(Math.log10(most));
    const step = Math.max(1, [0.2, 0.5, 1, 2].map((f) => f * power).find((s) => most / s <= 5) ?? power);
    const list: number[] = [];
    for (let at = 0; at <= most; at += step) list.push(at);
    return list;
}

function Row(p: { label: preact.ComponentChildren; value: string; parts: { n: number; look: string }[]; scale: number; open?: boolean }) {
    let from = 0;
    return (
        <div class="row">
            <div class="label">{p.label} <strong>{p.value}</strong></div>
            <div class={p.open ? "track open" : "track"}>
                {p.parts.map(({ n, look }) => {
                    const left = from;
                    from += n;
                    return <span key={look} class={look} style={{ insetInlineStart: `${(100 * left) / p.scale}%`, width: `${(100 * n) / p.scale}%` }} />;
                })}
            </div>
        </div>
    );
}

function altText(c: Contest): string {
    const s = c.sensitivity;
    if (s.fall === null) return t("The lead is {lead:vote/votes}; any number of votes is in question.", { lead: s.lead });
    return (s.lead ?? 0) > s.fall
        ? t("The lead is {lead:vote/votes}; {fall:vote/votes} in question do not reach it.", { lead: s.lead, fall: s.fall })
        : t("The lead is {lead:vote/votes}; {fall:vote/votes} in question reach it.", { lead: s.lead, fall: s.fall });
}

function leadLabel(c: Contest) {
    const s = c.sensitivity;
    if (s.winner === null || s.loser === null) return t("What the outcome hangs on:");
    return rich("Lead of {option} over {other}:", {
        option: <Name text={namesText(c, [s.winner])} />, other: <Name text={namesText(c, [s.loser])} />,
    });
}

export function VotesScale({ contest: c }: { contest: Contest }) {
    const s = c.sensitivity;
    if (s.lead === null || s.reach === "unknown") return null;
    const known = s.fall ?? 0, missing = Math.min(s.fall_missing ?? 0, known);
    const most = Math.max(s.lead, known, 1);
    const scale = most * 1.02;
    return (
        <Figure
            title={t("The lead, and what is in question, in votes")} alt={altText(c)}
            caption={
                <>
                    {altText(c)}{" "}
                    {t("In question is the most by which the lead can fall, in the worst case, by all that is missing or contradicted; it is not an estimate.")}
                </>
            }
        >
            <div class="votes-scale">
                <Row label={leadLabel(c)} value={t("{n:vote/votes}", { n: s.lead })} scale={scale}
                    parts={[{ n: s.lead, look: "lead-bar" }]} />
                <Row label={t("In question, at most:")} scale={scale} open={s.fall === null}
                    value={s.fall === null ? t("any number of votes") : t("{n:vote/votes}", { n: s.fall })}
                    parts={s.fall === null ? [{ n: scale, look: "any-bar" }]
                        : [{ n: missing, look: "missing-bar" }, { n: known - missing, look: "question-bar" }]} />
                <div class="axis">
                    {ticks(most).map((n) => <span key={n} style={{ insetInlineStart: `${(100 * n) / scale}%` }}>{count(n)}</span>)}
                    <span class="line" style={{ insetInlineStart: `${(100 * s.lead) / scale}%` }} />
                </div>
                {missing > 0 && (
                    <p class="key faint">
                        <span class="swatch missing-bar" /> {t("by missing forms alone: {n:vote/votes}", { n: s.fall_missing })}{" "}
                        {known > missing && <><span class="swatch question-bar" /> {t("by contradicted figures")}</>}
                    </p>
                )}
            </div>
        </Figure>
    );
}
