import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import type { Reason } from "../src/data";
import { setLanguage, useTexts } from "../src/language";
import { caveats, firstReason, isCaveat, reasonText, wordMeaning, wordName, WORDS } from "../src/words";
import { contest, forms, review } from "./papers-sample";

const empty = forms(0, {}, {});

/* The C literals of the program's tables, joined as the compiler joins them: code, then text. */
function programTexts(): [string, string][] {
    const c = readFileSync("../src/model/verdict_texts.c", "utf8");
    const entries = c.matchAll(/\[CV_[A-Z_]+\]\s*=\s*\{((?:"(?:[^"\\]|\\.)*"|[^"}])*)\}/g);
    return [...entries].map((e) => {
        const strings = [...e[1]!.matchAll(/(?:"(?:[^"\\]|\\.)*"\s*)+/g)]
            .map((s) => [...s[0].matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((p) => p[1]).join(""));
        return [strings[0]!, strings[1]!];
    });
}

test("the five words and every reason are said in the program's own words", () => {
    setLanguage("en");
    const program = programTexts();
    assert.ok(program.length >= 38, `only ${program.length} texts were found in the program`);
    for (const word of WORDS)
        assert.deepEqual(program.find(([code]) => code === word), [wordName(word), wordMeaning(word)]);
    const marked = { a: -1, b: -1, c: -1 };
    for (const [code, text] of program.slice(WORDS.length)) {
        /* A catalogue of one entry: the page's literal is found under the program's text, or not. */
        useTexts({ ru: { [text]: `found ${code}` } });
        setLanguage("ru");
        assert.equal(reasonText({ code, text: "?", ...marked }, contest()), `found ${code}`, text);
    }
    useTexts({});
    setLanguage("en");
});

test("a reason names its options and its numbers", () => {
    const reason: Reason = { code: "can_reach", text: "", a: 198, b: 160, c: 1, option: "a", other: "b" };
    assert.equal(reasonText(reason, contest()),
        "1 form in question, worth up to 198 votes, can reach the lead of 160 of Asanova over Bekov.");
    assert.equal(reasonText({ code: "declared_winner", text: "", option: "a" }, contest()),
        "The declaration names Asanova. The figures give nobody.");
});

test("a number that is not known is said to be unknown, never zero", () => {
    assert.equal(reasonText({ code: "missing_can", text: "", a: 1, c: 5 }, contest()),
        "1 form missing: up to an unknown number of votes against a lead of 5 could change the outcome.");
});

test("a reason of a later version is shown in the words that came with it", () => {
    assert.equal(reasonText({ code: "new_one", text: "Something new." }, contest()), "Something new.");
});

test("what was not checked is added up over contests, and is never the first reason", () => {
    const copies = (a: number, b: number): Reason => ({ code: "no_second_copy", text: "", a, b });
    const holds: Reason = { code: "no_question", text: "" };
    const data = review(empty, {
        contests: [
            contest({ id: "1", reasons: [copies(2, 3), holds] }),
            contest({ id: "2", reasons: [holds, copies(4, 4), { code: "no_ballots_seen", text: "" }] }),
        ],
    });
    assert.deepEqual(caveats(data), [
        { code: "no_second_copy", text: "6 of 7 forms have no second copy to compare with.", contests: 2 },
        { code: "no_ballots_seen", text: "No ballots were examined.", contests: 1 },
    ]);
    assert.equal(firstReason(data.review.contests[0]!), holds);
    assert.ok(!isCaveat(holds));
});
