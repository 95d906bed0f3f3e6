/* Turnout and share of each form of a contest: a fingerprint to look at, which proves nothing. */
import * as Plot from "@observablehq/plot";
import type { Contest, Forms } from "../data";
import { count, percent, t } from "../language";
import { Figure, Name, Table, useData, type Column } from "../parts";
import { optionName } from "../papers/words";
import { bins, mainOptions, quartiles, sharesOf, type Shares } from "./figures";
import { Sized, useFigureLevel } from "./size";

/* Above this many dots lie on each other: squares are counted instead. */
const MOST_DOTS = 4000;
const SQUARES = 40;

const share = (x: number): string => percent(x, 1, 0);
const held = (x: number): number => Math.max(0, Math.min(1, x));

const STYLE = { background: "none", color: "var(--ink)", fontSize: "12px", fontFamily: "inherit", overflow: "visible" };

function draw(s: Shares, width: number): Element {
    const many = s.points.length > MOST_DOTS;
    const squares = many ? bins(s.points, SQUARES) : [];
    const most = Math.max(1, ...squares.map((b) => b.n));
    return Plot.plot({
        width, height: Math.min(width, 420), marginLeft: 44, marginBottom: 40, marginRight: 20, marginTop: 24, style: STYLE,
        x: { domain: [0, 1], label: t("turnout"), tickFormat: share, ticks: 5, labelArrow: "none" },
        y: { domain: [0, 1], label: t("share of the valid votes"), tickFormat: share, ticks: 5, labelArrow: "none", grid: true },
        marks: [
            Plot.frame({ stroke: "var(--rule)" }),
            many
                ? Plot.rect(squares, {
                    x1: "x", x2: (b: { x: number }) => b.x + 1 / SQUARES, y1: "y", y2: (b: { y: number }) => b.y + 1 / SQUARES,
                    fill: "var(--bar)", fillOpacity: (b: { n: number }) => 0.08 + 0.92 * Math.sqrt(b.n / most), inset: 0,
                })
                : Plot.dot(s.points, {
                    x: (p: { turnout: number }) => held(p.turnout), y: (p: { share: number }) => held(p.share),
                    r: s.points.length > 800 ? 1.8 : 2.6, fill: "var(--bar)", fillOpacity: s.points.length > 800 ? 0.35 : 0.6,
                }),
        ],
    });
}

interface Row { id: string; name: string; shares: Shares; turnout: [number, number, number] | null; part: [number, number, number] | null }

function rowsOf(contest: Contest, forms: Forms): Row[] {
    return mainOptions(contest).map((id) => {
        const shares = sharesOf(forms, id);
        return {
            id, name: optionName(contest, id), shares,
            turnout: quartiles(shares.points.map((p) => p.turnout)), part: quartiles(shares.points.map((p) => p.share)),
        };
    });
}

const columns = (): Column<Row>[] => [
    { key: "name", head: t("Option"), names: true, cell: (r) => <Name text={r.name} /> },
    { key: "forms", head: t("Forms drawn"), number: true, cell: (r) => count(r.shares.points.length) },
    { key: "low", head: t("Share: a quarter of the forms below"), number: true, cell: (r) => percent(r.part?.[0], 1, 1) },
    { key: "middle", head: t("half below"), number: true, cell: (r) => percent(r.part?.[1], 1, 1) },
    { key: "high", head: t("three quarters below"), number: true, cell: (r) => percent(r.part?.[2], 1, 1) },
];

function altOf(rows: Row[]): string {
    const first = rows[0]!;
    const spread = rows.map((r) => t("{name}: half of the forms between {low} and {high}", {
        name: r.name, low: percent(r.part?.[0], 1, 0), high: percent(r.part?.[2], 1, 0),
    })).join("; ");
    return t("{n:form/forms}. Half of them have a turnout between {low} and {high}. Share of the valid votes: {spread}.", {
        n: first.shares.points.length, low: percent(first.turnout?.[0], 1, 0), high: percent(first.turnout?.[2], 1, 0), spread,
    });
}

function Caption({ rows, forms }: { rows: Row[]; forms: Forms }) {
    const { points, without, beyond } = rows[0]!.shares;
    return (
        <>
            {points.length > MOST_DOTS
                ? t("The darker a square, the more forms are in it.")
                : t("Each dot is one form.")}{" "}
            {t("To the right: the share of the registered who took part. Upwards: the option's share of the valid votes. Each option is drawn in the same way.")}{" "}
            <strong>{t("A picture proves nothing by itself: town and country, abroad, hospitals and small stations look different in every election. Nothing here is scored, and no verdict rests on it.")}</strong>{" "}
            {beyond > 0 && t("More participants than registered, drawn at the right edge: {n:form/forms}.", { n: beyond })}{" "}
            {without > 0 && t("Without a register or without votes, and so not drawn: {n:form/forms}.", { n: without })}{" "}
            {forms.station.length < forms.of && t("This file holds {shown} of {of:form/forms}: the picture shows those.", { shown: forms.station.length, of: forms.of })}
        </>
    );
}

export function TurnoutShare({ contest }: { contest: Contest }) {
    const data = useData();
    const level = useFigureLevel(1);
    const forms = data.forms(contest.id);
    const rows = forms ? rowsOf(contest, forms) : [];
    if (!forms || rows.length === 0 || rows[0]!.shares.points.length < 10) return null;
    return (
        <Figure level={level} title={t("Turnout and share, form by form")} alt={altOf(rows)} caption={<Caption rows={rows} forms={forms} />}
            data={<Table caption={t("Turnout and share in numbers")} quiet rows={rows} columns={columns()} rowKey={(r) => r.id} page={0} />}>
            <div class="multiples">
                {rows.map((r) => (
                    <div key={r.id} class="together">
                        <p class="multiple"><Name text={r.name} /></p>
                        <Sized most={460} make={(width) => draw(r.shares, width)} />
                    </div>
                ))}
            </div>
        </Figure>
    );
}
