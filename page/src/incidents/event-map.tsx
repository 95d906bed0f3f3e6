/* Where the events took place, where the case knows a point for them. */
import { useMemo } from "preact/hooks";
import { fit, rings, pathOf, thin, type Geometry, type Position } from "../charts/geo";
import { Sized, useFigureLevel } from "../charts/size";
import { count, t } from "../language";
import { Figure, Name, Table, shown, useData, type Column } from "../parts";
import type { Event } from "./data";
import { whenText } from "./words";

const TALL = 520, GRID = 4; /* px */

/* Events at one point are one mark, with their number. */
interface Point { at: Position; place: string; events: Event[] }

export function pointsOf(events: readonly Event[]): Point[] {
    const points = new Map<string, Point>();
    for (const e of events) {
        if (e.lat === null || e.lon === null || e.same_as !== null) continue;
        const key = `${e.lat} ${e.lon}`;
        const there = points.get(key) ?? { at: [e.lon, e.lat] as Position, place: e.place ?? e.place_of ?? "", events: [] };
        there.events.push(e);
        points.set(key, there);
    }
    return [...points.values()];
}

const columns = (): Column<Point>[] => [
    { key: "place", head: t("Place"), names: true, cell: (p) => <Name text={p.place} /> },
    { key: "n", head: t("Events"), number: true, cell: (p) => count(p.events.length) },
    { key: "when", head: t("When"), roomy: true, cell: (p) => p.events.map(whenText).join("; ") },
];

function Marks({ points, width, ground, places }: { points: Point[]; width: number; ground: (Geometry | null)[]; places: Position[] }) {
    const projection = fit([...ground.flatMap((g) => rings(g).flat()), ...places, ...points.map((p) => p.at)], width, TALL, 34);
    if (!projection) return null;
    return (
        <svg width={width} height={projection.height} viewBox={`0 0 ${width} ${projection.height}`} class="map" focusable="false">
            {ground.map((g, i) => <path key={i} d={pathOf(g, projection)} fill="none" fill-rule="evenodd" class="no-seat" />)}
            {thin(places.map(projection.at), GRID).map(([x, y], i) => <circle key={i} cx={x.toFixed(1)} cy={y.toFixed(1)} r="1.2" class="place-dot" />)}
            {points.map((p, i) => {
                const [x, y] = projection.at(p.at);
                return (
                    <g key={i} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
                        <circle r={7 + Math.min(8, 2 * p.events.length)} class="event-mark"><title>{t("{place}: {n:event/events}", { place: shown(p.place), n: p.events.length })}</title></circle>
                        <text text-anchor="middle" dy=".35em" class="event-number">{count(p.events.length)}</text>
                        <text x={x > width * 0.75 ? -20 : 20} text-anchor={x > width * 0.75 ? "end" : "start"} dy=".35em" class="event-place">{shown(p.place)}</text>
                    </g>
                );
            })}
        </svg>
    );
}

export function EventMap({ events }: { events: readonly Event[] }) {
    const data = useData();
    const level = useFigureLevel(1);
    const points = useMemo(() => pointsOf(events), [events]);
    if (points.length < 2) return null;
    const without = events.filter((e) => e.lat === null || e.lon === null).length;
    const ground = (data.review.shapes?.features ?? []).map((f) => f.geometry as Geometry | null);
    const s = data.review.stations;
    const places: Position[] = [];
    s?.lat?.forEach((lat, i) => {
        const lon = s.lon?.[i];
        if (lat != null && lon != null) places.push([lon, lat]);
    });
    return (
        <Figure level={level} title={t("Where it happened")}
            alt={t("{n:place/places} with events; the table names them.", { n: points.length })}
            caption={without > 0
                ? t("The number is that of the events at the place. {n:event has/events have} no point on the map.", { n: without })
                : t("The number is that of the events at the place.")}
            data={<Table caption={t("Places with events")} quiet rows={points} columns={columns()} rowKey={(p) => p.place} page={0} />}>
            <Sized most={760}>{(width) => <Marks points={points} width={width} ground={ground} places={places} />}</Sized>
        </Figure>
    );
}
