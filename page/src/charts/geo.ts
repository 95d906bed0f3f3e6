/* geo.ts — shapes and points on a plane: Mercator's projection, fitted to a box.
 *
 * On the plane a ring may turn either way round; on d3's sphere a ring that turns the wrong way is
 * the whole world without it, and the maps that commissions publish turn both ways. */

export type Position = [number, number];
export interface Box { left: number; top: number; right: number; bottom: number }

const LIMIT = 85; /* degrees: Mercator's map has no poles */

export function mercator([lon, lat]: Position): Position {
    const held = Math.max(-LIMIT, Math.min(LIMIT, lat));
    return [lon, (-Math.log(Math.tan(Math.PI / 4 + (held * Math.PI) / 360)) * 180) / Math.PI];
}

/* Countries on both sides of the date line are kept in one piece: longitudes west of it go on past
 * 180 where the map would otherwise go round the world. */
export function unwrap(lons: readonly number[]): (lon: number) => number {
    const east = lons.some((x) => x > 100), west = lons.some((x) => x < -100);
    const middle = lons.some((x) => x > -30 && x < 15);
    return east && west && !middle ? (lon) => (lon < 0 ? lon + 360 : lon) : (lon) => lon;
}

export interface Projection { at: (p: Position) => Position; width: number; height: number }

/* `points` on the map fill `width`, less a margin; the height follows, up to `most`. */
export function fit(points: readonly Position[], width: number, most: number, margin = 4): Projection | null {
    if (points.length === 0) return null;
    const turn = unwrap(points.map((p) => p[0]));
    const flat = (p: Position) => mercator([turn(p[0]), p[1]]);
    const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const p of points) {
        const [x, y] = flat(p);
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y);
    }
    const w = Math.max(box.right - box.left, 1e-6), h = Math.max(box.bottom - box.top, 1e-6);
    const scale = Math.min((width - 2 * margin) / w, (most - 2 * margin) / h);
    const across = (width - scale * w) / 2;
    return {
        width, height: Math.min(most, Math.ceil(scale * h + 2 * margin)),
        at: (p) => {
            const [x, y] = flat(p);
            return [across + (x - box.left) * scale, margin + (y - box.top) * scale];
        },
    };
}

/* ---- shapes ---- */

export interface Geometry { type: string; coordinates: unknown }

/* The rings of a Polygon or MultiPolygon, whatever else it may be: none. */
export function rings(g: Geometry | null): Position[][] {
    if (g?.type === "Polygon") return g.coordinates as Position[][];
    if (g?.type === "MultiPolygon") return (g.coordinates as Position[][][]).flat();
    return [];
}

const round = (n: number): number => Math.round(n * 10) / 10;

/* For <path d>, with holes by fill-rule evenodd. Points that fall on the one before are left out. */
export function pathOf(g: Geometry | null, projection: Projection): string {
    return rings(g).map((ring) => {
        let last = "";
        const steps: string[] = [];
        for (const p of ring) {
            const [x, y] = projection.at(p);
            const step = `${round(x)},${round(y)}`;
            if (step !== last) steps.push(step);
            last = step;
        }
        return steps.length > 2 ? `M${steps.join("L")}Z` : "";
    }).join("");
}

/* ---- points ---- */

/* Where most of them are: a few stations abroad must not shrink the country to a dot. The middle
 * nine tenths in each direction, and half as much around it. */
export function middle(points: readonly Position[]): (p: Position) => boolean {
    const range = (values: number[]): [number, number] => {
        const sorted = values.sort((a, b) => a - b), n = sorted.length;
        const low = sorted[Math.floor(0.05 * (n - 1))]!, high = sorted[Math.ceil(0.95 * (n - 1))]!;
        const around = Math.max((high - low) / 2, 0.05);
        return [low - around, high + around];
    };
    if (points.length === 0) return () => true;
    const [west, east] = range(points.map((p) => p[0])), [south, north] = range(points.map((p) => p[1]));
    return ([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north;
}

/* One of the points that would be drawn over each other on a grid of so many pixels. */
export function thin(points: readonly Position[], step: number): Position[] {
    const seen = new Set<string>(), kept: Position[] = [];
    for (const [x, y] of points) {
        const key = `${Math.round(x / step)},${Math.round(y / step)}`;
        if (seen.has(key)) continue;
        seen.add(key);
        kept.push([x, y]);
    }
    return kept;
}
