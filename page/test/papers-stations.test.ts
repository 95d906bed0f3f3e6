import assert from "node:assert/strict";
import test from "node:test";
import type { Decision, Review } from "../src/data";
import { counts, stateText } from "../src/papers/decided";
import { formOf } from "../src/papers/form";
import { areaPath, insideOf, passes, stationRows, type StationFilter } from "../src/papers/stations";
import { contest, finding, forms, review } from "./papers-sample";

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
        decisions: [{
            id: "d1", body: "court", effective: null, effect: "annul", contest: "c1", station: "201", copy: null,
            cite: null, text: null, file: null, line: 2,
        }],
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

const decision = (over: Partial<Decision>): Decision => ({
    id: "d", body: "court", effective: null, effect: "annul", contest: "c1", station: "101", copy: null,
    cite: null, text: null, file: null, line: 2, ...over,
});
const twoCopies = (decisions: Decision[], over: Partial<Review> = {}) => review(
    forms(2, {}, { a: [300, 299], b: [20, 21] }, { station: [0, 0], copy: [0, 1], state: ["counted", "copy"] }),
    { decisions, ...over });

test("which form counts follows the decisions in force", () => {
    const note = { note: "no_copy", decision: "d", line: 2, earlier: null };
    const rows: [string, Decision[], Partial<Review>, [boolean, boolean]][] = [
        ["none", [], {}, [true, false]],
        ["set aside", [decision({})], {}, [false, false]],
        ["another contest", [decision({ contest: "c2" })], {}, [true, false]],
        ["all contests", [decision({ contest: null })], {}, [false, false]],
        ["another copy", [decision({ effect: "adopt", copy: "party" })], {}, [false, true]],
        ["other figures", [decision({ effect: "adopt" })], {}, [false, false]],
        ["set aside stays", [decision({}), decision({ effect: "adopt", copy: "party" })], {}, [false, false]],
        ["not yet in force", [decision({ effective: "2005-03-10" })], { as_of: "2005-03-09" }, [true, false]],
        ["in force", [decision({ effective: "2005-03-10" })], { as_of: "2005-03-10" }, [false, false]],
        ["in force at any hour of the day", [decision({ effective: "2005-03-10T12:00" })], { as_of: "2005-03-10" }, [false, false]],
        ["could not be applied", [decision({ effect: "adopt", copy: "party" })], { decision_notes: [note] }, [true, false]],
        ["the last adoption holds", [
            decision({ effect: "adopt", copy: "official", effective: "2005-03-02" }),
            decision({ effect: "adopt", copy: "party", effective: "2005-03-01" }),
        ], {}, [true, false]],
    ];
    for (const [name, decisions, over, wanted] of rows) {
        const d = twoCopies(decisions, over);
        assert.deepEqual([0, 1].map((row) => counts(d, formOf(d, { contest: "c1", row })!)), wanted, name);
    }
});

test("the state of a form names the decision", () => {
    const d = twoCopies([decision({ id: "D-7" })]);
    assert.equal(stateText(d, formOf(d, { contest: "c1", row: 0 })!), "set aside by decision D-7, not counted");
    assert.equal(stateText(d, formOf(d, { contest: "c1", row: 1 })!), "compared only");
});
