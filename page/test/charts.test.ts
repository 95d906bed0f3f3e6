import assert from "node:assert/strict";
import test from "node:test";
import { bins, contradictedBars, leads, mainOptions, quartiles, sharesOf } from "../src/charts/figures";
import { fit, mercator, middle, pathOf, thin, unwrap, type Position } from "../src/charts/geo";
import { contest, finding, forms, review } from "./papers-sample";

test("turnout and share come from the lines that the form has", () => {
    const f = forms(5,
        { reg: [1000, 1000, 0, null, 100], signed: [500, "-", 10, 5, 120], invalid: [20, 20, 0, 0, 0] },
        { a: [288, 288, 5, 5, 60], b: [192, 192, 5, 0, 60] });
    const s = sharesOf(f, "a");
    assert.deepEqual(s.points.map((p) => [p.row, p.turnout, p.share]), [
        [0, 0.5, 0.6],   /* 500 signed of 1,000 */
        [1, 0.5, 0.6],   /* 288 + 192 + 20 where signatures are not reported */
        [4, 1.2, 0.5],
    ]);
    assert.equal(s.without, 2, "no register, and a blank one");
    assert.equal(s.beyond, 1);
});

test("only counted forms are drawn", () => {
    const f = forms(2, { reg: [100, 100] }, { a: [10, 20], b: [10, 20] }, { state: ["counted", "copy"] });
    assert.deepEqual(sharesOf(f, "a").points.map((p) => p.row), [0]);
});

test("options with a tenth of the votes are drawn, all in the same way", () => {
    const option = contest().options[0]!;
    const votes = [5, 400, 90, 300, 205];
    const options = votes.map((n, i) => ({ ...option, id: `o${i}`, votes: n }));
    assert.deepEqual(mainOptions(contest({ options })), ["o1", "o3", "o4"]);
});

test("quartiles lie between values", () => {
    assert.deepEqual(quartiles([4, 1, 3, 2, 5]), [2, 3, 4]);
    assert.deepEqual(quartiles([1, 2]), [1.25, 1.5, 1.75]);
    assert.equal(quartiles([]), null);
});

test("squares hold every form, those beyond the edge too", () => {
    const at = (turnout: number, share: number) => ({ row: 0, turnout, share });
    const found = bins([at(0.01, 0.01), at(0.05, 0.09), at(1.3, 1), at(0.95, 0.99)], 10);
    assert.deepEqual(found, [{ x: 0, y: 0, n: 2 }, { x: 0.9, y: 0.9, n: 2 }]);
});

test("a station is ranked by its largest contradiction", () => {
    const data = review(forms(1, {}, { a: [1], b: [1] }), {
        findings: [
            finding("C306", { votes_contradicted: 5 }), finding("C401", { votes_contradicted: 9 }),
            finding("C306", { station: "201", votes_contradicted: 7 }),
            finding("C307", { station: "102", severity: "note", votes_contradicted: 99 }),
            finding("C301", { station: "102", votes_contradicted: 0 }),
        ],
    });
    assert.deepEqual(contradictedBars(data, "c1", 10), [
        { station: "101", votes: 9, codes: ["C306", "C401"] }, { station: "201", votes: 7, codes: ["C306"] },
    ]);
    assert.equal(contradictedBars(data, null, 1).length, 1);
});

test("seats whose question reaches the lead come first, any number before all", () => {
    const seat = (id: string, lead: number | null, fall: number | null) =>
        contest({ id, sensitivity: { ...contest().sensitivity, lead, fall } });
    const order = leads([seat("far", 500, 3), seat("reached", 10, 12), seat("any", 90, null), seat("none", null, 0), seat("near", 9, 3)]);
    assert.deepEqual(order.map((l) => l.contest.id), ["any", "reached", "near", "far"]);
});

/* ---- maps ---- */

test("Mercator: the equator is flat, north is up, and 60° is where it should be", () => {
    assert.deepEqual(mercator([10, 0]).map((x) => Math.abs(Math.round(x * 1e9) / 1e9)), [10, 0]);
    /* ln(tan(75°)) = 1.316958, in degrees 75.456 */
    assert.ok(Math.abs(mercator([0, 60])[1] + 75.4561) < 1e-3);
});

test("a map fills its box in one direction and is centred in the other", () => {
    const wide = fit([[0, 0], [20, 10]], 208, 400, 4)!;
    assert.deepEqual(wide.at([0, 0]).map(Math.round), [4, wide.height - 4]);
    assert.deepEqual(wide.at([20, 10]).map(Math.round), [204, 4]);
    const tall = fit([[0, 0], [1, 20]], 208, 108, 4)!;
    assert.ok(tall.height <= 108);
    const left = tall.at([0, 0])[0], right = tall.at([1, 0])[0];
    assert.ok(Math.abs(left - (208 - right)) < 1e-6, "as much room on both sides");
    assert.equal(fit([], 100, 100), null);
});

test("a country on both sides of the date line stays in one piece", () => {
    const turn = unwrap([19.6, 60, 170, -175]);
    assert.equal(turn(-175), 185);
    assert.equal(unwrap([-175, 0, 170])(-175), -175, "a map of the world is left as it is");
});

test("a path is closed, whichever way the ring turns, and leaves out points that coincide", () => {
    const flat = { width: 10, height: 10, at: (p: Position): Position => p };
    const ring: Position[] = [[0, 0], [0, 5], [0.01, 5], [5, 5], [0, 0]];
    assert.equal(pathOf({ type: "Polygon", coordinates: [ring] }, flat), "M0,0L0,5L5,5L0,0Z");
    assert.equal(pathOf({ type: "MultiPolygon", coordinates: [[[...ring].reverse()]] }, flat), "M0,0L5,5L0,5L0,0Z");
    assert.equal(pathOf({ type: "Point", coordinates: [1, 1] }, flat), "");
});

test("stations abroad lie outside of the picture", () => {
    const home: Position[] = Array.from({ length: 98 }, (_, i) => [40 + i / 100, 42]);
    const inside = middle([...home, [-70, 40], [151, -33]]);
    assert.ok(inside(home[0]!) && inside(home[97]!));
    assert.ok(!inside([-70, 40]) && !inside([151, -33]));
});

test("points on one place are drawn once", () => {
    assert.equal(thin([[1, 1], [1.2, 1.1], [9, 9]], 3).length, 2);
});
