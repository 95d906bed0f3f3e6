import assert from "node:assert/strict";
import test from "node:test";
import type { Cell } from "../src/data";
import { compareForms, differ, inOrder, votesApart } from "../src/papers/differences";
import { SUM, formOf, keysOf, sumOf } from "../src/papers/form";
import { carried, compared } from "../src/papers/relation";
import { tell } from "../src/papers/sentences";
import { contest, finding, forms, review } from "./papers-sample";

const votes = { a: [300], b: [20] } as Record<string, Cell[]>;
function told(code: string, fields: Record<string, Cell[]>, over = {}, options = votes) {
    const data = review(forms(1, fields, options));
    return tell(data, finding(code, over), formOf(data, { contest: "c1", row: 0 }));
}

test("a sum follows the five states: absent is 0, not reported is left out, unknown stays unknown", () => {
    const rows: [string, (Cell | undefined)[], Cell][] = [
        ["numbers", [300, 20], 320],
        ["absent counts 0", [300, "x"], 300],
        ["not reported is left out", [300, "-", undefined], 300],
        ["all not reported", ["-", undefined], "-"],
        ["blank", [300, null], null],
        ["illegible goes before blank", [null, "?", 5], "?"],
        ["nothing but absent", ["x"], 0],
    ];
    for (const [name, cells, sum] of rows) assert.equal(sumOf(cells), sum, name);
});

test("options stand after the totals and before the lines that count with them, and are added up", () => {
    const f = forms(1, { reg: [900], invalid: [1], against: [2] }, votes);
    const data = review(f);
    assert.deepEqual(keysOf(data, data.contest("c1")!, f), ["reg", "invalid", "o:a", "o:b", "against", SUM]);
    const silent = forms(1, { reg: ["-"], invalid: [1] }, votes);
    assert.deepEqual(keysOf(data, data.contest("c1")!, silent), ["invalid", "o:a", "o:b", SUM]);
});

test("C401 names the sum and what is written", () => {
    const { text, lines } = told("C401", { valid: [318] }, { left: 318, right: 320 });
    assert.equal(text, "300 + 20 = 320, but 318 is written: 2 votes apart.");
    assert.deepEqual(lines, ["valid", SUM]);
});

test("C401 with many options says that they add up", () => {
    const ids = ["a", "b", "c", "d", "e", "f", "g"];
    const many = forms(1, { valid: [13] }, Object.fromEntries(ids.map((id) => [id, [2]])));
    const options = ids.map((id) => ({ ...contest().options[0]!, id, name: id }));
    const data = review(many, { contests: [contest({ options })] });
    const { text } = tell(data, finding("C401", { left: 13, right: 14 }), formOf(data, { contest: "c1", row: 0 }));
    assert.equal(text, "The votes for all options add up to 14, but 13 is written: 1 vote apart.");
});

test("C204 adds valid, blank and invalid papers up", () => {
    const { text, lines } = told("C204", { box: [340], valid: [320], blank: [5], invalid: [12] }, { left: 340, right: 337 });
    assert.equal(text, "320 + 5 + 12 = 337, but 340 is written: 3 votes apart.");
    assert.deepEqual(lines, ["box", "valid", "blank", "invalid"]);
});

test("C306 takes the votes for the options where no total is written", () => {
    const { text, lines } = told("C306", { signed: [330], invalid: [12] }, { left: 332, right: 330 });
    assert.equal(text, "300 + 20 + 12 = 332, but at most 330 is possible: 2 too many.");
    assert.deepEqual(lines, [SUM, "invalid", "signed"]);
});

test("only lines that give the finding's numbers are named", () => {
    const { text, lines, compared: c } = told("C306", { signed: [330], invalid: [12] }, { left: 350, right: 330 });
    assert.equal(c, undefined);
    assert.deepEqual(lines, []);
    assert.equal(text, "350 against 330: a difference of 20.");
});

test("the line of participants is the one that has the finding's number", () => {
    const { lines } = told("C302", { took_part: [910], reg: [900] }, { left: 910, right: 900 });
    assert.deepEqual(lines, ["took_part", "reg"]);
    const other = told("C302", { took_part: [700], signed: [910], reg: [900] }, { left: 910, right: 900 });
    assert.deepEqual(other.lines, ["signed", "reg"]);
});

test("with several votes on a paper the valid papers count as often", () => {
    const data = review(forms(1, { valid: [100] }, votes));
    const c = compared(formOf(data, { contest: "c1", row: 0 })!, finding("C402", { left: 320, right: 300 }));
    assert.equal(c?.right.times, 3);
});

test("blank lines are named, one or several", () => {
    const { text, lines } = told("C103", { valid: [null], invalid: [3] }, {}, { a: [300], b: [null] });
    assert.equal(text, "Nothing is written in: valid papers, Bekov.");
    assert.deepEqual(lines, ["valid", "o:b"]);
    assert.deepEqual(told("C103", { valid: [320] }, { option: "a" }).lines, ["o:a"]);
});

test("a finding without figures still says something", () => {
    assert.equal(told("C801", {}, { cap: 161, form: null }).text, "There is no form; it can hold at most 161 votes.");
    assert.equal(told("C801", {}, { cap: null }).text, "There is no form, and how many votes it can hold is not known.");
    assert.equal(told("C999", {}, {}).text, "The figures on this form do not fit each other.");
});

test("the relation of a rule is told with the lines that the case has", () => {
    const has = (...ids: string[]) => (id: string) => ids.includes(id);
    assert.deepEqual(carried("C306", has("signed", "invalid")), { sign: "<=", left: [SUM, "invalid"], right: ["signed"] });
    assert.deepEqual(carried("C306", has("valid", "invalid", "took_part")),
        { sign: "<=", left: ["valid", "invalid"], right: ["took_part"] });
    assert.equal(carried("C207", has("valid")), undefined);
});

test("a finding about two copies marks every line that differs", () => {
    const f = forms(2, { invalid: [5, 6] }, { a: [286, 300], b: [20, 20] },
        { station: [0, 0], copy: [0, 1], state: ["counted", "copy"] });
    const data = review(f);
    const one = finding("C807", { votes_contradicted: 15, other_form: 1 });
    assert.deepEqual(tell(data, one, formOf(data, { contest: "c1", row: 0 })).lines, ["invalid", "o:a"]);
});

/* ---- copies ---- */

test("what two copies say differently", () => {
    const rows: [string, Cell, Cell, boolean][] = [
        ["numbers", 5, 6, true],
        ["the same", 5, 5, false],
        ["blank beside a number", null, 5, true],
        ["illegible beside a number", "?", 5, true],
        ["no such line on one", "x", 5, false],
        ["one source does not report it", 5, "-", false],
        ["both blank", null, null, false],
    ];
    for (const [name, a, b, is] of rows) assert.equal(differ(a, b), is, name);
});

test("copies stand side by side, the counted one first, with signed differences", () => {
    const f = forms(2, { invalid: [5, 5] }, { a: [286, 300], b: [40, 20] },
        { station: [0, 0], copy: [1, 0], state: ["copy", "counted"] });
    const data = review(f);
    const both = inOrder([0, 1].map((row) => formOf(data, { contest: "c1", row })!));
    assert.deepEqual(both.map((x) => x.row), [1, 0]);
    const lines = compareForms(data, both);
    assert.deepEqual(lines.map((l) => [l.key, l.apart[1], l.any]),
        [["invalid", 0, false], ["o:a", -14, true], ["o:b", 20, true], [SUM, 6, false]]);
    assert.equal(votesApart(lines, 1), 20, "20 more, 14 fewer: at least 20 votes");
});
