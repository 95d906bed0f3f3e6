import assert from "node:assert/strict";
import test from "node:test";
import type { ChangedForm } from "../src/data";
import { counts, stateText } from "../src/papers/decided";
import { formOf } from "../src/papers/form";
import { areaPath, insideOf, passes, stationRows, type StationFilter } from "../src/papers/stations";
import { changed, contest, decision, finding, forms, review } from "./papers-sample";

/* 101 has two copies that differ and a contradiction; 102 is missing; 201 has a warning and was
 * decided about. */
const data = review(
    forms(3, { invalid: [5, 5, 1] }, { a: [300, 299, 10], b: [20, 21, 3] },
        { station: [0, 0, 2], copy: [0, 1, 0], state: ["counted", "copy", "counted"] }),
    {
        contests: [contest({ missing_stations: ["102"] })],
        findings: [
            finding("C807", { votes_contradicted: 1, votes_in_question: 1 }),
            finding("C306", { votes_contradicted: 7, votes_in_question: 7 }),
            finding("C902", { severity: "warning", station: "201", form: 2 }),
            finding("C806", { station: null, form: null }),
        ],
        decisions: [decision({ station: "201", places: ["201"] })],
    },
);

test("each filter finds its stations", () => {
    const rows = stationRows(data);
    const found = (f: StationFilter) => rows.filter((r) => passes(r, f)).map((r) => r.code);
    const wanted: [StationFilter, string[]][] = [
        ["all", ["101", "102", "201"]], ["errors", ["101"]], ["findings", ["101", "201"]],
        ["missing", ["102"]], ["copies", ["101"]], ["differ", ["101"]], ["decided", ["201"]], ["unusual", ["102"]],
    ];
    for (const [filter, codes] of wanted) assert.deepEqual(found(filter), codes, filter);
});

test("votes of one station are not added up: its findings may have one cause", () => {
    const row = stationRows(data)[0]!;
    assert.equal(row.contradicted, 7);
    assert.equal(row.inQuestion, 7);
    assert.equal(row.forms, 2);
    assert.equal(row.errors, 2);
});

test("areas by their tree", () => {
    assert.deepEqual(areaPath(data, 1), [0, 1]);
    assert.deepEqual(areaPath(data, null), []);
    assert.deepEqual([...insideOf(data, 0)], [1, 1, 0]);
});

/* ---- decisions ---- */

const twoCopies = (changes: ChangedForm[]) => review(
    forms(2, {}, { a: [300, 299], b: [20, 21] }, { station: [0, 0], copy: [0, 1], state: ["counted", "copy"] }),
    { changed_forms: changes });

test("which form counts is what the review says of it", () => {
    const rows: [string, ChangedForm[], [boolean, boolean]][] = [
        ["none", [], [true, false]],
        ["set aside", [changed({ now: "annulled", counts: null, copy: null })], [false, false]],
        ["of another contest", [changed({ contest: "c2", now: "annulled", counts: null })], [true, false]],
        ["another copy", [changed({ counts: 1, copy: "party" })], [false, true]],
        ["other figures", [changed({ stated: true })], [false, false]],
        ["a repeat is awaited", [changed({ now: "awaited", counts: null })], [false, false]],
        ["a recount is ordered", [changed({ recount: "d.1" })], [true, false]],
        ["ballots taken out, content unknown", [changed({ removed_unknown: 79 })], [true, false]],
    ];
    for (const [name, changes, wanted] of rows) {
        const d = twoCopies(changes);
        assert.deepEqual([0, 1].map((row) => counts(d, formOf(d, { contest: "c1", row })!)), wanted, name);
    }
});

test("the state of a form names the decision", () => {
    const d = twoCopies([changed({ now: "annulled", counts: null, causes: ["D-7.1"] })]);
    assert.equal(stateText(d, formOf(d, { contest: "c1", row: 0 })!), "set aside by decision D-7.1, not counted");
    assert.equal(stateText(d, formOf(d, { contest: "c1", row: 1 })!), "compared only");
    const out = twoCopies([changed({ removed_unknown: 79, causes: ["ONSC.1"] })]);
    assert.equal(stateText(out, formOf(out, { contest: "c1", row: 0 })!), "79 ballots of unknown content taken out by ONSC.1");
});
