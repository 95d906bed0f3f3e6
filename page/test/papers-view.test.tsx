/* What stands on the pages about papers, as text: markup is looked at in the browser. */
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact-render-to-string";
import type { Data, Finding } from "../src/data";
import { FindingsPage } from "../src/papers/findings";
import { PapersPage } from "../src/papers/papers-page";
import { StationPage, partsAt } from "../src/papers/stations-page";
import { hashCommand, lineCommand } from "../src/papers/check";
import { RELATIONS } from "../src/papers/relation";
import { REFUSALS, refusalText } from "../src/papers/refusals";
import { readFileSync } from "node:fs";
import { DataContext } from "../src/parts";
import { contest, finding, forms, review } from "./papers-sample";

function html(data: Data, page: preact.VNode): string {
    return render(<DataContext.Provider value={data}>{page}</DataContext.Provider>);
}
const text = (markup: string): string =>
    markup.replace(/<wbr\s*\/?>/g, "").replace(/<[^>]+>/g, " ").replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/\s+/g, " ");
const station = (data: Data, code: string) => html(data, <StationPage args={[code]} query={new URLSearchParams()} />);

const rule = {
    code: "C401", title: "votes for options do not add up to the valid papers", severity: "error" as const,
    relation: "valid = votes for options + against + gone + writein", explanation: "Votes are the papers.",
    next: "Compare with another copy.", tolerance: null, why_set: null, checked: 3, not_applicable: 0,
    undecidable: 0, raised: 1, hidden: 0, amount: 2, largest: 2,
};
const wrong: Finding = finding("C401", { left: 318, right: 320, votes_contradicted: 2, votes_in_question: 2, change: "add" });
const data = review(
    forms(1, { valid: [318], invalid: [null], signed: ["?"], reg: ["x"] }, { a: [300], b: [20] }),
    { findings: [wrong], rules: [rule] },
);

test("the form is laid out line by line, with what is not a number told apart from 0", () => {
    const page = text(station(data, "101"));
    for (const line of ["registered no such line", "signatures not readable", "invalid papers blank", "Asanova 300", "Bekov 20"])
        assert.ok(page.includes(line), line);
});

test("the failing relation is told in words and its lines carry its number", () => {
    const page = text(station(data, "101"));
    assert.ok(page.includes("300 + 20 = 320, but 318 is written: 2 votes apart."));
    assert.match(page, /valid papers 318 see finding 1 below/);
    assert.match(page, /votes for all options, added up 320 see finding 1 below/);
    assert.ok(!/Asanova 300 see finding/.test(page));
    assert.ok(page.includes("Votes contradicted: 2. Votes in question: 2."));
    assert.ok(page.includes("Compare with another copy."));
});

test("a form's source can be followed to the file", () => {
    const page = text(station(data, "101"));
    assert.ok(page.includes("results.csv:2"));
    assert.ok(page.includes("sha256sum results.csv sed -n 2p results.csv"));
    assert.ok(page.includes("0".repeat(64)));
});

test("a form without findings is consistent, unless the file holds a part of the findings", () => {
    const clean = (over = {}) => text(station(review(forms(1, { valid: [320] }, { a: [300], b: [20] }), over), "101"));
    assert.ok(clean().includes("Consistent:"));
    const cut = clean({ cut: { findings: { shown: 5, of: 9 } }, rules: [{ ...rule, raised: 9 }] });
    assert.ok(!cut.includes("Consistent"));
    /* Of C902 nine were raised and one is listed; of C401, which contradicts, as many as were raised, or not. */
    const some = (raised: number) => clean({
        cut: { findings: { shown: 2, of: 20 } }, rules: [{ ...rule, raised }, { ...rule, code: "C902", severity: "warning", raised: 9 }],
        findings: [finding("C902", { severity: "warning", station: "201" }), { ...wrong, station: "201" }],
    });
    assert.ok(some(1).includes("Nothing on this form contradicts another figure."));
    assert.ok(some(2).includes("This file lists no finding on this form; it lists 2 of 20 findings."));
});

test("a missing form is said to be missing", () => {
    const page = text(station(review(forms(0, {}, { a: [], b: [] }), { contests: [contest({ missing_stations: ["102"] })] }), "102"));
    assert.ok(page.includes("The form is awaited and not there."));
});

test("a station is shown in every contest that it has something in", () => {
    const d = review(forms(1, {}, { a: [1], b: [2] }), {
        contests: [contest(), contest({ id: "c2", missing_stations: ["101"] }), contest({ id: "c3" })],
        findings: [],
    });
    assert.deepEqual(partsAt(d, "101").map((p) => p.contest.id), ["c1", "c2"]);
});

test("a rule says what must hold with the names of the form's lines", () => {
    const page = text(html(data, <FindingsPage args={["C401"]} query={new URLSearchParams()} />));
    assert.match(page, /valid papers must be equal to votes for all options, added up/);
    assert.ok(page.includes("Votes are the papers."));
    assert.ok(text(html(data, <FindingsPage args={["C999"]} query={new URLSearchParams()} />)).includes("There is no such rule"));
});

test("refused rows are told with place, code, and reason in plain words", () => {
    const d = review(forms(0, {}, { a: [], b: [] }), {
        refused: [{ file: "results.csv", line: 7, column: 5, code: "R02", reason: "expected a whole number, got '12a'", contest: null, station: "102" }],
    });
    const page = text(html(d, <PapersPage />));
    for (const part of ["results.csv:7:5", "R02", "A cell is not a whole number.", "'12a'", "1 row of 3 could not be read"])
        assert.ok(page.includes(part), part);
});

test("names from the data never become markup", () => {
    const d = review(forms(1, {}, { a: [1], b: [2] }), {
        contests: [contest({ name: "<img src=x onerror=alert(1)>" })],
        stations: { code: ["<b>1</b>"], name: ["<script>"], area: [null], kind: ["ordinary"], closed: [0] },
    });
    const page = station(d, "<b>1</b>");
    assert.ok(!page.includes("<img") && !page.includes("<script") && !page.includes("<b>1"));
});

/* ---- commands for the reader's shell ---- */

test("the commands print the line of a plain, packed or archived file", () => {
    const rows: [string, string | null][] = [
        ["results.csv", "sed -n 7p results.csv"],
        ["a b's.csv", "sed -n 7p 'a b'\\''s.csv'"],
        ["-rf.csv", "sed -n 7p '-rf.csv'"],
        ["x.csv.xz", "xz -dc x.csv.xz | sed -n 7p"],
        ["x.zip!in side.csv", "unzip -p x.zip 'in side.csv' | sed -n 7p"],
        ["x.tar.xz!a.csv", "bsdtar -xOf x.tar.xz a.csv | sed -n 7p"],
        ["x.xlsx", null],
    ];
    for (const [file, command] of rows) assert.equal(lineCommand(file, 7), command, file);
    assert.equal(hashCommand("x.zip!in side.csv"), "sha256sum x.zip");
});

/* docs/reference/refusals.md is the page of record. */
test("every code of refusal has plain words", () => {
    const page = readFileSync("../docs/reference/refusals.md", "utf8");
    const codes = [...page.matchAll(/^\| (R\d\d) \|/gm)].map((m) => m[1]!);
    assert.ok(codes.length >= 16);
    assert.deepEqual(Object.keys(REFUSALS).sort(), [...codes].sort());
    assert.notEqual(refusalText(codes[0]!), codes[0]);
});

/* The catalogue of the program: each of its relations between lines can be told on the page. */
test("the page knows every relation of the catalogue, line by line", () => {
    const c = readFileSync("../src/check/catalogue.c", "utf8");
    const macros = new Map([...c.matchAll(/^#define ([A-Z_]+) +(F\(.*)$/gm)].map((m) => [m[1]!, m[2]!]));
    const line = (name: string): string => {
        const m = /^([FD])\(([A-Z_]+)\)$/.exec(name);
        if (m) return m[1] === "F" ? m[2]!.toLowerCase() : m[2] === "BLANK" ? "blank" : `@${m[2]!.toLowerCase()}`;
        return { LIMIT: "@reg", OWN: "@own", CV_LINE_STATED: "@own", CV_LINE_SPECIAL: "reg_special" }[name] ?? name;
    };
    const lines = (list: string): string[] =>
        list.trim() === "0" ? [] : list.split(/,\s*/).flatMap((x) => (macros.get(x) ?? x).split(/,\s*/)).map(line);
    const signs: Record<string, string> = { EQ: "=", LE: "<=", LT: "<", NE: "!=" };
    const rows = [...c.matchAll(/^ {4}\{(\d{3}), (EQ|LE|LT|NE), \w+, \w+, \{([^}]*)\}, \{([^}]*)\}/gm)];
    assert.ok(rows.length >= 45, `${rows.length} relations found`);
    for (const [, code, sign, left, right] of rows) {
        if (code === "904") continue; /* 0 < papers: no sum to show */
        const wanted = { sign: signs[sign!], left: lines(left!), right: lines(right!) };
        const known = RELATIONS[`C${code}`] ?? [];
        assert.ok(known.some((r) => JSON.stringify(r) === JSON.stringify(wanted)), `C${code} ${JSON.stringify(wanted)}`);
    }
});
