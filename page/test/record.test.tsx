/* Claims, complaints and copies as people read them: sentences and order, from samples made by hand. */
import assert from "node:assert/strict";
import test from "node:test";
import { render } from "preact-render-to-string";
import { edge, intervalText } from "../src/charts/intervals";
import { drawable, instant } from "../src/charts/time-line";
import type { Complaint } from "../src/complaints/data";
import { ComplaintPage, ComplaintsPage } from "../src/complaints/page";
import { deadlineText, noteText, stepText } from "../src/complaints/words";
import { CopiesPage } from "../src/copies/page";
import type { ContestCopies, Pair } from "../src/copies/data";
import { heldText } from "../src/copies/words";
import { DecisionsPage } from "../src/decisions/decisions";
import { conflictText, effectText } from "../src/decisions/words";
import { LawOfSeat } from "../src/law/law";
import { Change } from "../src/seats/change";
import type { Data } from "../src/data";
import type { Claim, Incidents, Profile } from "../src/incidents/data";
import { pointsOf } from "../src/incidents/event-map";
import { IncidentsPage } from "../src/incidents/page";
import { agreementText, claimText, spanText, whenText } from "../src/incidents/words";
import { DataContext } from "../src/parts";
import { changed, contest, decision, forms, review } from "./papers-sample";

const text = (data: Data, page: preact.VNode): string =>
    render(<DataContext.Provider value={data}>{page}</DataContext.Provider>)
        .replace(/<wbr\s*\/?>/g, "").replace(/<[^>]+>/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ");
const sheet = forms(1, { valid: [320] }, { a: [300], b: [20] });

/* ---- ranges and days ---- */

test("a range says which of its ends is not known", () => {
    assert.equal(intervalText(800, 3750), "800 to 3,750");
    assert.equal(intervalText(4, 4), "4");
    assert.equal(intervalText(4, null), "at least 4");
    assert.equal(intervalText(null, 4), "at most 4");
    assert.equal(intervalText(null, null), "not known");
});

test("the drawing of ranges goes on past the largest number that anybody named", () => {
    assert.ok(edge([{ label: "", low: 651, high: null }, { label: "", low: 1, high: 1277 }]) > 1277);
});

test("days are points on an axis without a time zone, and what is no day is not drawn", () => {
    assert.equal(instant("2005-03-20").toISOString(), "2005-03-20T12:00:00.000Z");
    assert.equal(instant("2005-03-20T02:30").toISOString(), "2005-03-20T02:30:00.000Z");
    const bad = { lane: "x", from: "some day", to: "some day", label: "" };
    assert.deepEqual(drawable([bad]), []);
});

/* ---- claims ---- */

const claim = (over: Partial<Claim>): Claim => ({
    id: "C1", event: "E1", subject: "E1", quantity: "participants", figure: true, low: 800, high: 1250, by_wording: false,
    wording: "about 1000", outlet: "a paper", attributed_to: null, speaker: "media", published: null, address: null, origin: "paper",
    relation: null, of: null, note: null, account: null, part: null, file: "incidents.csv", line: 3, ...over,
});
const profile = (over: Partial<Profile>): Profile => ({
    event: "E1", subject: "E1", quantity: "participants", claims: ["C1", "C2", "C3"], with_figure: 2, denials: 1, origins: [],
    low: 800, high: 3750, agreement: "no_agreement", support: 1, consensus: [], by_speaker: [], ...over,
});

test("a denial is a relation and never a claim of nought", () => {
    assert.equal(claimText(claim({ relation: "denies", of: "C13", figure: false, low: null, high: null })), "denies C13");
    assert.equal(claimText(claim({})), "800 to 1,250");
});

test("agreement names how many sources and the range, and no average", () => {
    const p = profile({ agreement: "agreement", support: 2, consensus: [{ low: 800, high: 1250 }] });
    assert.equal(agreementText(p), "2 sources agree on 800 to 1,250.");
    assert.equal(agreementText(profile({ agreement: "single_origin" })), "All that is said goes back to one source.");
    assert.equal(spanText({ low: "2005-02-22", high: "2005-03-13" }), "22 February 2005 to 13 March 2005");
});

const incidents: Incidents = {
    events: [{
        id: "E1", from: "2005-03-21", to: "2005-03-21", date_precision: "day", date_note: null, place: "Osh", place_of: "Osh", place_precision: "site",
        place_note: null, lat: 40.5, lon: 72.8, type: "building_seized", actors: "protesters;police", summary: "A building was taken", same_as: null,
        match: "none", areas: [], stations: 0, touched: [], file: "incidents.csv", line: 2,
    }],
    claims: [claim({}), claim({ id: "C2", low: 2400, high: 3750, origin: "a witness" }), claim({ id: "C3", relation: "denies", of: "C1", figure: false, low: null, high: null })],
    profiles: [profile({})],
    accounts: [{ account: "one paper", parts: [{ part: "decided", claim: "C4", low: 31, high: 31 }, { part: "run-off", claim: "C5", low: 42, high: 42 }], low: 73, high: 73, seats: 75, state: "short", apart: 2 }],
    sums: [], merges: [], merges_proposed: [],
};

test("the page of events shows every claim, the whole range, and accounts that do not close", () => {
    const page = text(review(sheet, { incidents }), <IncidentsPage />);
    for (const part of ["800 to 3,750 in all that is said.", "No number is allowed by two sources.", "1 claim is denied.", "denies C1", "protesters, police", "2 seats are missing"])
        assert.ok(page.includes(part), part);
    assert.ok(!/2,275/.test(page), "nothing between the claims");
});

test("a day that is known to the day says no more than the day", () => {
    assert.equal(whenText(incidents.events[0]!), "21 March 2005");
    assert.equal(whenText({ ...incidents.events[0]!, date_precision: "month" }), "21 March 2005 (within a month)");
});

test("events at one point are one mark; one without a point has none", () => {
    const e = incidents.events[0]!;
    const points = pointsOf([e, { ...e, id: "E2" }, { ...e, id: "E3", lat: null }]);
    assert.deepEqual(points.map((p) => p.events.map((x) => x.id)), [["E1", "E2"]]);
});

/* ---- complaints ---- */

const complaint = (over: Partial<Complaint>): Complaint => ({
    id: "K1", kind: "complaint", filer: "A. Voter", names_left_out: true, standing: "voter", against: "station commission", contest: contest().id,
    scope: "station", places: ["101"], ground: "more papers than voters", relief: "annul", votes: 12, sign: null, option: null, to: null,
    act: null, known: null, state: "admitted", state_on_file: "admitted", ruling: null, by_lapse: false, open: true, body: "District commission",
    levels_up: 0, decision: null, next_for: "decision", next_deadline: "2005-03-02T24:00", asks: "annul",
    moves: [{ event: "filed", recorded: "2005-02-27", body: "District commission", court: false, cite: null, note: null, present: null, decision: null, clock: null, line: 2 }],
    terms: [{ for: "decision", rule: "3 days", cite: "art. 53", anchor: "2005-02-27T20:00", deadline: "2005-03-02T24:00", state: "running", begun: 0, ended: null, steps: [{ step: "day_zero", day: "2005-02-27", why: "rest", n: 0 }] }],
    notes: [{ note: "late", move: 0, from: null, to: null, for: "filing" }], ...over,
});
const register = (list: Complaint[]) => ({ file: "complaints.csv", now: "2005-03-01", later: 0, unread: [], list });

test("the register tells demands from complaints, and names of voters are left out", () => {
    const data = review(sheet, { complaints: register([complaint({}), complaint({ id: "D1", kind: "demand", filer: "a council", names_left_out: false, standing: null, contest: null, ground: null, open: false })]) });
    const page = text(data, <ComplaintsPage />);
    assert.ok(page.includes("1 complaint on file, 1 not settled as of 1 March 2005."));
    assert.ok(page.includes("no question of any seat"));
    assert.ok(!page.includes("A. Voter"));
});

test("the file of a complaint shows its deadline and how it is computed", () => {
    const page = text(review(sheet, { complaints: register([complaint({})]) }), <ComplaintPage args={["K1"]} />);
    for (const part of ["the decision: until 2 March 2005, 24:00 (running)", "art. 53", "day 0 is 27 February 2005", "the filing came late."])
        assert.ok(page.includes(part), part);
});

test("a step of a computation says why a day was not counted", () => {
    assert.equal(stepText({ step: "passed", day: "2005-03-08", why: "holiday", n: 0 }), "8 March 2005: holiday, not counted");
    assert.equal(stepText({ step: "clock_set", day: "2005-03-27", why: "rest", n: 60 }), "27 March 2005: the clock was put forward by 60 minutes");
    assert.equal(deadlineText(null), "not known");
    assert.equal(noteText(complaint({}), { note: "not_allowed", move: 0, from: "closed", to: "filed", for: null }), "“filed” does not follow “closed”: the state stays.");
});

/* ---- copies ---- */

const pair = (over: Partial<Pair>): Pair => ({
    a: null, b: "party", both: 10, only_a: 2, only_b: 0, several: 0, differ: 1, other_lines_only: 0,
    zeros_a: { stations: 0, votes_beside: [0, 0] }, zeros_b: { stations: 1, votes_beside: [200, 100] }, zeros_both: 0, lines_compared: 30,
    votes_differ: 1, first_differs: 1, another_first: 1, lead_turns: 1, exchanged: 0, votes_by_class: {}, lines_by_class: {},
    more: [10, 0], fewer: [0, 10], votes_apart: 20, ballots: 10, lead_more: { stations: 1, votes: 20 }, lead_less: { stations: 0, votes: 0 },
    stations: [{
        station: "101", form_a: null, form_b: null, source_a: "results.csv:2", source_b: "party.csv:2", compared: 3, differ: 2, votes_apart: 20, ballots: 10,
        lead_change: 20, first_a: "a", first_b: "b", first_differs: true, lead_turns: true, zeros: null, exchanged: [],
        cells: [{ option: "a", a: 190, b: 180, class: "digit" }, { option: "b", a: 140, b: 150, class: "digit" }],
    }],
    stations_left_out: 0, ...over,
});
const held = { copy: "party", stations: 10, others: 2, others_without_limit: 0, others_most: 300, first: "a", nearest: "b", lead: 301, need: 301, by_share: false, word: "decides" };
const compared = (of: Partial<ContestCopies>) => ({
    contests: [{ contest: contest().id, first: "a", second: "b", stations: 12, with_copy: 10, pairs: [pair({})], held: [held], ...of }],
    coverage: { stations: 12, with_copy: 10, by_lead: [], by_area: [] },
});

test("a seat's copies say what differs, in whose favour, and that zeros are no figures", () => {
    const page = text(review(sheet, { copies_compared: compared({}) }), <CopiesPage args={[contest().id]} />);
    for (const part of ["votes differ at 1", "20 votes apart in all; at least 10 ballots must be different.", "is larger by 20 at 1 station", "a placeholder more often than a result", "190 / 180"])
        assert.ok(page.includes(part), part);
});

test("copies decide a seat by the most that other stations can hold, and are never called right", () => {
    const data = review(sheet, {});
    assert.match(heldText(data, contest(), held), /the copies held decide it\. .* leads .* by 301 .* at most 300 ballots/);
    const all = text(review(sheet, { copies_compared: compared({}) }), <CopiesPage args={[]} />);
    assert.ok(all.includes("which of two is right, no comparison can tell"));
    assert.ok(all.includes("10 of 12 forms have a second copy on record, 83.3%"));
});

/* ---- decisions and the law ---- */

test("an effect is told with what it changes, and a conflict with which reading goes before", () => {
    const data = review(sheet);
    assert.equal(effectText(data, decision({ effect: "correct", option: "a", old: 210, new: 201 })), "corrects a figure: Asanova 210 → 201");
    assert.equal(effectText(data, decision({ scope: "box", box: "2", k: 40 })), "sets aside: box 2, 40 ballots of unknown content");
    const clash = { conflict: "annulled_confirmed", contest: "c1", station: "101", one: "d1.1", other: "d2.1", in_force: null };
    assert.match(conflictText(clash), /nothing says which goes before: both readings are open/);
    assert.match(conflictText({ ...clash, in_force: "d2.1" }), /By the rank of the bodies d2\.1 goes before/);
});

test("a decision that was taken back is shown as such, and the figures that changed name their cause", () => {
    const data = review(sheet, {
        decisions: [decision({ state: "revoked", revoked_by: "d2.1" })],
        changed_forms: [changed({ stated: true, causes: ["d3.1"], before: { votes: [300, 20], blank: 0, invalid: 0, participants: 320, registered: null }, after: { votes: [291, 29], blank: 0, invalid: 0, participants: 320, registered: null } })],
    });
    const page = text(data, <DecisionsPage />);
    for (const part of ["taken back by d2.1", "Asanova -9, Bekov +9", "d3.1"]) assert.ok(page.includes(part), part);
});

test("a rule of the law shows both sides and whether its text was read", () => {
    const law = {
        profile: "ca", file: "law/ca.csv", day: "2011-05-02",
        rules: [{ key: "recount.auto", jurisdiction: "ca", from: null, to: null, rule: "margin < 1/1000 of ballots", modal: "must", scope: "seat", effect: "RECOUNT", value: null, source: "s. 300", status: "unverified" as const, note: null, file: "law/ca.csv", line: 4 }],
        contests: [{ contest: "c1", not_read: 1, may_void: false, lines: [{ rule: 0, option: null, answer: "reached" as const, why: "none", used: false, sides: [{ group: 0, quantity: "margin", is: 26, relation: "lt", p: 1, q: 1000, base: "ballots", of: 52794, left: "26000", right: "52794", answer: "reached" }], stations: null }] }],
    };
    const page = text(review(sheet, { law }), <LawOfSeat contest={contest()} />);
    for (const part of ["margin: 26 of 52,794 (ballots) against 1/1,000", "reached", "unverified"]) assert.ok(page.includes(part), part);
});

test("where annulling enough only empties the seat, the page says so before it names stations", () => {
    const one = contest();
    const annulment = { ...one.sensitivity.annulment, fewest_for_change: 1, stations: ["101"], trap: "voids" };
    const page = text(review(sheet), <Change contest={{ ...one, sensitivity: { ...one.sensitivity, annulment } }} />);
    assert.ok(page.includes("No annulment of stations can elect another; it can only leave the seat empty."));
    const cheap = { ...annulment, trap: "elects", cheapest: ["201"], fewest_registered: 482 };
    assert.match(text(review(sheet), <Change contest={{ ...one, sensitivity: { ...one.sensitivity, annulment: cheap } }} />), /fewest registered voters, 482: +201/);
});

test("questions of record say which can change the outcome, what they lead to, and what would settle it", () => {
    const one = contest();
    const question = { id: "K1", by: "complaint", asks: "annul", stations: ["101"], option: null, low: -280, high: -280, other_low: null, other_high: null, annuls_stations: 1, annuls_registered: 900, matters: "alone" as const, smallest_set: 1, proved: true };
    const sensitivity = {
        ...one.sensitivity, reach: "question" as const, questions: [question, { ...question, id: "K2", matters: "no" as const, low: -5, high: -5 }], questions_that_matter: 1,
        every_set_decided: true, minimal_sets: [["K1"]], settled_by: { size: 1, at_least: 1, sets: [["K1"]] },
        by_outcome: [{ outcome: "decided" as const, why: null, winners: ["b"], tied: [], seats: { a: 0, b: 1 }, questions: 1, sets: [["K1"]], votes: { a: 200, b: 380 } }],
    };
    const page = text(review(sheet), <Change contest={{ ...one, sensitivity }} />);
    for (const part of ["1 of 2 questions of record can change the outcome", "can change the outcome by itself", "cannot change the outcome, whatever is decided", "decided: Bekov – by 1 answer", "With 1 question dismissed, nothing left can change the outcome:"])
        assert.ok(page.includes(part), part);
});
