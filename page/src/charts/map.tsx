/* The seats on a map, where the case has shapes; the stations with findings, where they have
 * coordinates. A state has a pattern beside its colour; everything on a map is also in a list. */
import { useMemo } from "preact/hooks";
import { urgency, type Contest, type Data, type Shape, type Word } from "../data";
import { count, t } from "../language";
import { Figure, Name, Table, Verdict, shown, useData, type Column } from "../parts";
import { Severity } from "../papers/finding-item";
import { isUnusual } from "../papers/stations";
import { to } from "../router";
import { WORDS, contestName, wordName } from "../words";
import { fit, middle, pathOf, rings, thin, type Geometry, type Position, type Projection } from "./geo";
import { Sized, useFigureLevel } from "./size";

const TALL = 640; /* px at most */

/* ---- seats ---- */

/* Lines, a grid, dots: told apart without colours. `holds` is plain. */
function Patterns({ id }: { id: string }) {
    const stroke = { class: "stroke" };
    const pattern = (word: Word, size: number, inside: preact.ComponentChildren) => (
        <pattern id={`${id}${word}`} class={`is-${word}`} width={size} height={size} patternUnits="userSpaceOnUse">
            <rect width={size} height={size} class="ground" />{inside}
        </pattern>
    );
    return (
        <defs>
            {pattern("confirmed", 8, <rect width={8} height={8} class="full" />)}
            {pattern("holds", 8, null)}
            {pattern("open", 7, <path d="M-1 8L8 -1" {...stroke} />)}
            {pattern("contradicted", 7, <path d="M0 0L7 7M0 7L7 0" {...stroke} />)}
            {pattern("undetermined", 7, <circle cx={3.5} cy={3.5} r={1.5} class="full" />)}
        </defs>
    );
}

function Legend({ id, words }: { id: string; words: { word: Word; n: number }[] }) {
    return (
        <ul class="legend">
            {words.map(({ word, n }) => (
                <li key={word}>
                    <svg width="26" height="18" aria-hidden="true" focusable="false">
                        <rect x=".5" y=".5" width="25" height="17" fill={`url(#${id}${word})`} class="outline" />
                    </svg>
                    {t("{word}: {n:seat/seats}", { word: wordName(word), n })}
                </li>
            ))}
        </ul>
    );
}

interface Drawn { shape: Shape; contests: Contest[] }

/* The contests of a shape: the one that it names, else those of its area. */
function contestsOf(data: Data, shape: Shape): Contest[] {
    const id = shape.properties.contest;
    const one = id == null ? undefined : data.contest(id);
    if (one) return one.runoff !== null ? [one, ...[data.contest(one.runoff)].filter((c): c is Contest => !!c)] : [one];
    const area = shape.properties.area;
    const name = area == null ? undefined : data.review.areas?.[area]?.name;
    return name === undefined ? [] : data.review.contests.filter((c) => c.area === name);
}

const worst = (contests: readonly Contest[]): Contest | undefined =>
    [...contests].sort((a, b) => urgency(a) - urgency(b))[0];

function told(d: Drawn): string {
    const c = worst(d.contests);
    return c ? t("{name}: {word}", { name: contestName(c), word: wordName(c.verdict) })
        : t("{name}: no contest of this case", { name: shown(d.shape.properties.code ?? "–") });
}

/* The mouse may open a seat; the keyboard has the list beside the map. */
function SeatShapes({ id, drawn, width }: { id: string; drawn: Drawn[]; width: number }) {
    const projection = useMemo(
        () => fit(drawn.flatMap((d) => rings(d.shape.geometry as Geometry | null).flat()), width, TALL), [drawn, width]);
    if (!projection) return null;
    return (
        <svg width={width} height={projection.height} viewBox={`0 0 ${width} ${projection.height}`} class="map" focusable="false">
            <Patterns id={id} />
            {drawn.map((d, i) => {
                const c = worst(d.contests);
                return (
                    <path key={i} d={pathOf(d.shape.geometry as Geometry | null, projection)} fill-rule="evenodd"
                        class={c ? "seat-shape" : "no-seat"} fill={c ? `url(#${id}${c.verdict})` : "none"}
                        onClick={() => { if (c) location.hash = to("seat", c.id); }}>
                        <title>{told(d)}</title>
                    </path>
                );
            })}
        </svg>
    );
}

const seatColumns = (): Column<Contest>[] => [
    { key: "seat", head: t("Seat"), names: true, sort: contestName, text: contestName, cell: (c) => <a href={to("seat", c.id)}><Name text={contestName(c)} /></a> },
    { key: "word", head: t("Verdict"), sort: (c) => urgency(c), text: (c) => wordName(c.verdict), cell: (c) => <Verdict word={c.verdict} /> },
    { key: "margin", head: t("Margin, votes"), number: true, sort: (c) => c.margin_votes, cell: (c) => count(c.margin_votes) },
];

export function SeatsMap() {
    const data = useData();
    const level = useFigureLevel(1);
    const features = data.review.shapes?.features;
    const drawn = useMemo(() => (features ?? []).map((shape) => ({ shape, contests: contestsOf(data, shape) })), [features]);
    const onMap = useMemo(() => new Set(drawn.flatMap((d) => d.contests)), [drawn]);
    if (drawn.length === 0 || onMap.size === 0) return null;
    const coloured = drawn.map((d) => worst(d.contests)).filter((c): c is Contest => c !== undefined);
    const words = WORDS.map((word) => ({ word, n: coloured.filter((c) => c.verdict === word).length })).filter((w) => w.n > 0);
    const off = data.review.contests.filter((c) => !onMap.has(c)).length;
    const listed = data.byUrgency.filter((c) => onMap.has(c));
    return (
        <Figure level={level} title={t("The seats on the map")}
            alt={t("Map of {n:shape/shapes} by verdict: {words}.", {
                n: drawn.length, words: words.map((w) => `${wordName(w.word)} ${count(w.n)}`).join(", "),
            })}
            caption={
                <>
                    {t("Each shape has the pattern of its verdict; where several contests share a shape, that of the one that needs a reader first.")}{" "}
                    {off > 0 && t("{n:contest/contests} of this case have no shape.", { n: off })}
                </>
            }
            data={<Table caption={t("The seats on the map, those in question first")} quiet rows={listed} columns={seatColumns()}
                rowKey={(c) => c.id} search={listed.length > 12 ? t("Search by name") : ""} />}>
            <Sized most={820}>
                {(width) => (
                    <>
                        <SeatShapes id="map-" drawn={drawn} width={width} />
                        <Legend id="map-" words={words} />
                    </>
                )}
            </Sized>
        </Figure>
    );
}

/* ---- stations ---- */

interface Spot { code: string; at: Position; severity: "error" | "warning"; votes: number; codes: string[] }

/* Stations with contradictions or with something to be looked at; the unusual is left out. */
function spotsOf(data: Data): Spot[] {
    const s = data.review.stations;
    const spots = new Map<string, Spot>();
    if (!s?.lat || !s.lon) return [];
    for (const f of data.review.findings) {
        if (f.severity === "note" || f.station === null || isUnusual(f.code)) continue;
        const i = data.station(f.station), lat = s.lat[i], lon = s.lon[i];
        if (lat == null || lon == null) continue;
        const spot = spots.get(f.station) ?? { code: f.station, at: [lon, lat], severity: "warning", votes: 0, codes: [] };
        if (f.severity === "error") spot.severity = "error";
        spot.votes = Math.max(spot.votes, f.votes_contradicted ?? 0);
        if (!spot.codes.includes(f.code)) spot.codes.push(f.code);
        spots.set(f.station, spot);
    }
    return [...spots.values()].sort((a, b) => b.votes - a.votes || (a.code < b.code ? -1 : 1));
}

function allPlaces(data: Data): Position[] {
    const s = data.review.stations;
    const places: Position[] = [];
    s?.lat?.forEach((lat, i) => {
        const lon = s.lon?.[i];
        if (lat != null && lon != null) places.push([lon, lat]);
    });
    return places;
}

const MARKS = { error: "M0-6L6 0 0 6-6 0z", warning: "M0-5.5L5.5 5-5.5 5z" };

function Spots({ spots, projection }: { spots: Spot[]; projection: Projection }) {
    /* Those with the most votes are drawn last, on top. */
    return (
        <>
            {[...spots].reverse().map((s) => {
                const [x, y] = projection.at(s.at);
                return (
                    <path key={s.code} d={MARKS[s.severity]} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}
                        class={`spot is-${s.severity}`} onClick={() => { location.hash = to("station", s.code); }}>
                        <title>{t("{station}: {codes}", { station: shown(s.code), codes: s.codes.join(", ") })}</title>
                    </path>
                );
            })}
        </>
    );
}

const spotColumns = (): Column<Spot>[] => [
    { key: "station", head: t("Station"), names: true, sort: (s) => s.code, text: (s) => s.code, cell: (s) => <a href={to("station", s.code)}><Name text={s.code} /></a> },
    { key: "kind", head: t("Kind"), sort: (s) => s.severity, cell: (s) => <Severity severity={s.severity} /> },
    { key: "codes", head: t("Rules"), text: (s) => s.codes.join(" "), cell: (s) => s.codes.join(", ") },
    { key: "votes", head: t("Votes contradicted"), number: true, sort: (s) => s.votes, cell: (s) => count(s.votes) },
];

const DOT_GRID = 4; /* px: other stations nearer to each other are one dot */
const MOST_SPOTS = 2000;

export function StationsMap() {
    const data = useData();
    const level = useFigureLevel(1);
    const every = useMemo(() => allPlaces(data), []);
    const all = useMemo(() => spotsOf(data), []);
    if (every.length < 2 || all.length === 0) return null;
    const inside = middle(every);
    const places = every.filter(inside), spots = all.filter((s) => inside(s.at)).slice(0, MOST_SPOTS);
    const outside = all.length - all.filter((s) => inside(s.at)).length;
    const errors = all.filter((s) => s.severity === "error").length;
    return (
        <Figure level={level} title={t("Where the findings are")}
            alt={t("{n:station has a contradiction/stations have a contradiction}, {looks} have something else to be looked at. The list below names them.", { n: errors, looks: all.length - errors })}
            caption={
                <>
                    {t("A filled diamond: a contradiction. A triangle: something else to be looked at. Small dots: the other stations. Where people live there are more stations, and so more of everything.")}{" "}
                    {outside > 0 && t("{n:station/stations} far from the others, abroad for instance, are in the list only.", { n: outside })}
                </>
            }
            data={<Table caption={t("The stations on the map")} quiet rows={all} columns={spotColumns()} rowKey={(s) => s.code} search={all.length > 12 ? t("Find a station") : ""} />}>
            <Sized most={820}>
                {(width) => {
                    const projection = fit(places, width, TALL, 10);
                    if (!projection) return null;
                    return (
                        <svg width={width} height={projection.height} viewBox={`0 0 ${width} ${projection.height}`} class="map" focusable="false">
                            {thin(places.map(projection.at), DOT_GRID).map(([x, y], i) =>
                                <circle key={i} cx={x.toFixed(1)} cy={y.toFixed(1)} r="1.2" class="place-dot" />)}
                            <Spots spots={spots} projection={projection} />
                        </svg>
                    );
                }}
            </Sized>
        </Figure>
    );
}
