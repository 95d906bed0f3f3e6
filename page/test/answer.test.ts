import assert from "node:assert/strict";
import test from "node:test";
import { answerSentence, seatsFilled } from "../src/answer/sentence";
import { urgencyOrder, type Contest, type Word } from "../src/data";
import { setLanguage } from "../src/language";
import { ticks } from "../src/seats/scale";
import { numbered } from "../src/seats/steps";
import { contest, forms, review } from "./papers-sample";

setLanguage("en");

function answer(...contests: Partial<Contest>[]): string {
    const list = contests.map((c, i) => contest({ id: `${i}`, ...c }));
    return answerSentence(review(forms(0, {}, {}), { contests: list }).review);
}

const verdict = (word: Word, over: Partial<Contest> = {}): Partial<Contest> => ({ verdict: word, ...over });

test("one seat, many seats, and none in question", () => {
    assert.equal(answer(verdict("holds")), "The outcome is not in question.");
    assert.equal(answer(verdict("open")), "The outcome is in question.");
    assert.equal(answer(verdict("holds", { seats: 630 })), "The outcome for 630 seats is not in question.");
    assert.equal(answer(verdict("holds"), verdict("confirmed")), "None of 2 seats is in question.");
    assert.equal(answer(verdict("holds"), verdict("open"), verdict("holds")), "One of 3 seats is in question.");
    assert.equal(answer(verdict("tie" as Word), verdict("contradicted"), verdict("undetermined")), "3 of 3 seats are in question.");
});

test("a seat in two rounds is one seat, in question when either round is", () => {
    const rounds = (first: Word, second: Word): Partial<Contest>[] => [
        { id: "r1", verdict: first, runoff: "r2", outcome: "runoff" }, { id: "r2", verdict: second, runoff_of: "r1", round: 2 },
    ];
    assert.equal(answer(...rounds("holds", "open")), "The outcome is in question.");
    assert.equal(answer(...rounds("open", "undetermined"), verdict("holds")), "One of 2 seats is in question.");
    assert.equal(answer(...rounds("holds", "open"), verdict("holds")), "One of 2 seats is in question.");
    assert.equal(answer(...rounds("holds", "holds"), verdict("open")), "One of 2 seats is in question.");
    assert.equal(answer(...rounds("holds", "holds"), verdict("holds")), "None of 2 seats is in question.");
});

test("with lists of many seats it is contests that are counted", () => {
    const list = [verdict("open", { seats: 77 }), verdict("holds"), verdict("open")];
    assert.equal(answer(...list), "2 of 3 contests for 79 seats are in question.");
    assert.equal(seatsFilled(review(forms(0, {}, {}), { contests: [contest({ seats: 77 }), contest()] }).review), 78);
});

test("contradicted first, then what cannot be computed, then open; in each the smallest margin", () => {
    const list = [
        contest({ id: "safe", margin_votes: 1 }), contest({ id: "open", verdict: "open", margin_votes: 9 }),
        contest({ id: "closer", verdict: "open", margin_votes: 3 }), contest({ id: "sure", verdict: "confirmed", margin_votes: 0 }),
        contest({ id: "against", verdict: "contradicted", margin_votes: null }), contest({ id: "tie", verdict: "undetermined", margin_votes: 0 }),
    ];
    assert.deepEqual(urgencyOrder(list).map((c) => c.id), ["against", "tie", "closer", "open", "sure", "safe"]);
});

test("steps of a count number the seats as they are given", () => {
    const step = (kind: string, seats = 1) => ({ step: kind, option: "a", which: null, seats, number: 1, divisor: 1 });
    const told = numbered([step("passes", 0), step("quota_seats", 3), step("seat"), step("lot_seat"), step("seat_taken", 2), step("seat")]);
    assert.deepEqual(told.map((x) => x.seat), [0, 3, 4, 5, 3, 4]);
    assert.deepEqual(numbered([step("rank", 0), step("rank", 0)]).map((x) => x.rank), [1, 2]);
});

test("ticks are round numbers, a handful, within the scale", () => {
    assert.deepEqual(ticks(198), [0, 50, 100, 150]);
    assert.deepEqual(ticks(26), [0, 10, 20]);
    assert.deepEqual(ticks(1), [0, 1]);
    assert.deepEqual(ticks(0), [0]);
    for (const most of [3, 7, 49, 101, 999, 4275, 759923])
        assert.ok(ticks(most).length >= 2 && ticks(most).length <= 7 && ticks(most).at(-1)! <= most, `${most}: ${ticks(most)}`);
});
