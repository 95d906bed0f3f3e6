import assert from "node:assert/strict";
import test from "node:test";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { Chamber } from "../src/answer/chamber";
import type { Contest, Data, RuleSet, Step } from "../src/data";
import { setLanguage } from "../src/language";
import { DataContext, Name } from "../src/parts";
import { Change } from "../src/seats/change";
import { MarginOf } from "../src/seats/margin";
import { Results } from "../src/seats/results";
import { RuleOf, shareText } from "../src/seats/rules";
import { VotesScale } from "../src/seats/scale";
import { Steps } from "../src/seats/steps";
import { contest, forms, review } from "./papers-sample";

setLanguage("en");

/* What a reader reads: the text without its markup. */
function read(data: Data, part: ComponentChildren): string {
    return renderToString(<DataContext.Provider value={data}>{part}</DataContext.Provider>)
        .replace(/<(td|th|li|p|tr|dt|dd)[ >]/g, " $&").replace(/<[^>]*>/g, "").replace(/&quot;/g, '"').replace(/\s+/g, " ").trim();
}

const rule = (over: Partial<RuleSet>): RuleSet =>
    ({ id: "most", name: "", engine: "plurality", cite: null, unverified: false, win: [], ...over });

function reading(c: Contest, part: (c: Contest) => ComponentChildren, rules: RuleSet[] = [rule({})]): string {
    return read(review(forms(0, {}, {}), { contests: [c], rule_sets: rules }), part(c));
}

const step = (over: Partial<Step>): Step => ({ step: "seat", option: "a", which: null, seats: 1, number: 1204, divisor: 3, ...over });

test("a seat by highest averages: the division is there to be redone", () => {
    const c = contest({ steps: [step({ number: 500, divisor: 1 }), step({})] });
    assert.match(reading(c, (x) => <Steps contest={x} />, [rule({ engine: "highest-averages" })]),
        /2 Seat 2 goes to Asanova: 1,204 ÷ 3 = 401\.33 is the largest left\./);
});

test("a threshold says what was asked and what was reached", () => {
    const c = contest({ steps: [step({ step: "fails", which: 0, number: 2472947, divisor: 49649512 })] });
    const lists = rule({ engine: "highest-averages", thresholds: [{ share: "1/20", relation: ">=", base: "valid" }] });
    assert.match(reading(c, (x) => <Steps contest={x} />, [lists]),
        /Asanova does not pass: 2,472,947 of 49,649,512 is 4\.981%; asked is at least 5% of valid votes\./);
    assert.equal(shareText({ share: "1/3", relation: ">", base: "valid" }), "more than 1/3 of valid votes");
    assert.equal(shareText({ share: "5/8", relation: ">", base: "box" }), "more than 62.50% of papers found in the boxes");
});

test("a tie says among whom and that only a lot ends it", () => {
    const c = contest({ outcome: "tie", why: "lot", tie: { places: 1, for: "seat", among: ["a", "b"] } });
    assert.match(reading(c, (x) => <Steps contest={x} />),
        /Here the count stops: Asanova, Bekov are equal, and 1 seat cannot be given to all\. Only a lot can give it\./);
    assert.equal(reading(c, (x) => <MarginOf contest={x} />), "A tie has no margin: one vote more or less ends it.");
});

test("declared, summed and decided stand side by side, with their difference", () => {
    const { summed } = contest().results;
    const c = contest({
        decisions_in_force: 1, forms_changed_by_decisions: 1,
        results: {
            summed, decided: { ...summed, votes: { a: 460, b: 400 } },
            declared: { outcome: "decided", seats: { a: 1, b: 0 }, votes: { a: 500, b: 390 }, counted_outcome: "decided" },
        },
    });
    const text = reading(c, (x) => <Results contest={x} />);
    assert.match(text, /Asanova 500 500 460 -40 /);
    assert.match(text, /Bekov 390 400 400 \+10 /);
    assert.match(text, /1 decision in force, changing 1 form\./);
    assert.match(reading(contest(), (x) => <Results contest={x} />), /No decision changes a figure/);
});

test("votes in question beside the lead say whether they reach it, and any number is no number", () => {
    const s = contest().sensitivity;
    const scale = (over: Partial<typeof s>) => reading(contest({ sensitivity: { ...s, ...over } }), (x) => <VotesScale contest={x} />);
    assert.match(scale({ lead: 160, fall: 198 }), /The lead is 160 votes; 198 votes in question reach it\./);
    assert.match(scale({ lead: 160, fall: 160 }), /160 votes in question reach it\./);
    assert.match(scale({ lead: 160, fall: 159 }), /159 votes in question do not reach it\./);
    assert.match(scale({ lead: 160, fall: null }), /any number of votes is in question\./);
    assert.equal(scale({ lead: null }), "");
});

test("the smallest set names its stations, and says when it is not proved smallest", () => {
    const s = contest().sensitivity;
    const change = (proved: boolean) => reading(contest({
        sensitivity: { ...s, reach: "question", changing_set: { size: 2, proved, at_least: 1, stations: ["12/3", "12/9"] } },
    }), (x) => <Change contest={x} />);
    assert.match(change(true), /2 forms would be enough to change it, at the worst; fewer would not\. 12\/3 12\/9/);
    assert.match(change(false), /fewer than 1 would not\. Not proved smallest\./);
});

test("a rule set whose statute was not read says so", () => {
    assert.match(reading(contest(), (x) => <RuleOf contest={x} />, [rule({ unverified: true, cite: "Election Code, art. 3" })]),
        /Unverified: the statute was not read.*Election Code, art\. 3/);
    assert.doesNotMatch(reading(contest(), (x) => <RuleOf contest={x} />), /Unverified/);
});

test("the chamber's numbers are text beside the bars; highs that do not add up are said not to", () => {
    const bloc = (name: string, seats: number, low: number, high: number) => ({ bloc: name, name, seats, declared: seats, low, high });
    const data = review(forms(0, {}, {}), { chamber_seats: 75, chamber: [bloc("North", 41, 38, 44), bloc("South", 34, 31, 37), bloc("West", 0, 0, 0)] });
    const text = read(data, <Chamber review={data.review} />);
    assert.match(text, /North 41 38 44/);
    assert.match(text, /do not add up/);
    assert.match(text, /1 bloc cannot have a seat: West\./);
});

test("a name is a name: markup, and characters that turn text around, stay visible as text", () => {
    assert.equal(renderToString(<Name text={"<b>x</b>\u202egnp"} />), "<bdi>&lt;b>x&lt;/b>\ufffdgnp</bdi>");
});
