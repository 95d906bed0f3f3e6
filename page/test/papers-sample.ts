/* A small review by hand: one contest, three stations, two copies. Nothing of it was computed. */
import { index, type Cell, type ChangedForm, type Contest, type Data, type Decision, type Finding, type Forms, type Review } from "../src/data";

const result = {
    outcome: "decided" as const, winners: ["a"], seats: { a: 1, b: 0 }, votes: { a: 500, b: 400 },
    valid: 900, blank: 0, invalid: 20, cast: 920, participants: 920, box: 920, registered: 2000,
    forms_counted: 3, forms_missing: 0, forms_annulled: 0, forms_with_gaps: 0,
};
const annulment = {
    fewest_for_tie: null, fewest_for_change: null, proved: true, stations: [], registered: null,
    fewest_registered: null, fewest_registered_low: null, all_registered: null, winner: null, loser: null,
};

export function contest(over: Partial<Contest> = {}): Contest {
    return {
        id: "c1", name: "Osh", area: null, round: 1, runoff_of: null, runoff: null, seats: 1,
        in_chamber: true, rule: "most", outcome: "decided", why: "most_votes", winners: ["a"], vacant: 0,
        tie: null, margin_votes: 100, margin: { kind: "exact", votes: 100 },
        votes_contradicted: 0, votes_in_question: 0, votes_missing: 0, verdict: "holds", of_declared: true,
        reasons: [], results: { summed: result, decided: result, declared: null },
        decisions_in_force: 0, forms_changed_by_decisions: 0, steps: [], thresholds: [], tests: [],
        missing_stations: [],
        options: [
            { id: "a", name: "Asanova", party: null, bloc: null, kind: "candidate", barred: false, votes: 500, seats: 1 },
            { id: "b", name: "Bekov", party: null, bloc: null, kind: "candidate", barred: false, votes: 400, seats: 0 },
        ],
        sensitivity: {
            reach: "nothing", proved: true, lead: 100, fall: 0, fall_missing: 0, winner: "a", loser: "b",
            forms_missing: 0, missing_votes: 0, forms_in_question: 0, base_gaps: false, changing_set: null,
            closing_set: null, annulment, reachable: [], seats_low: null, seats_high: null,
            missing_low: null, missing_high: null, vacant_low: 0, vacant_high: 0, forms: [],
        },
        ...over,
    };
}

/* One row for each form; fields and votes by column. */
export function forms(n: number, fields: Record<string, Cell[]>, votes: Record<string, Cell[]>,
    over: Partial<Forms> = {}): Forms {
    const each = <T>(value: (i: number) => T) => Array.from({ length: n }, (_, i) => value(i));
    return {
        contest: "c1", of: n, station: each((i) => i), copy: each(() => 0), state: each(() => "counted"),
        file: each(() => 0), line: each((i) => i + 2), fields, votes, ...over,
    };
}

export function finding(code: string, over: Partial<Finding> = {}): Finding {
    return {
        code, severity: "error", contest: "c1", station: "101", source: "results.csv:2",
        other_source: null, other_contest: null, option: null, field: null, left: null, right: null,
        votes_contradicted: 0, votes_in_question: 0, change: "none", cap: null, form: 0, other_form: null,
        ...over,
    };
}

export function decision(over: Partial<Decision> = {}): Decision {
    return {
        id: "d", effect_id: "d.1", body: "court", rank: null, recorded: null, effective: null, until: null, state: "in_force", revoked_by: null,
        effect: "annul", scope: "station", contest: "c1", station: "101", places: ["101"], option: null, copy: null, field: null, old: null, new: null,
        box: null, k: null, mode: null, date: null, candidates: null, revokes: null, cite: null, text: null, address: null, file: null, line: 2, ...over,
    };
}

/* Form 0 of the contest, changed. */
export function changed(over: Partial<ChangedForm> = {}): ChangedForm {
    return {
        contest: "c1", station: "101", form: 0, now: "counted", counts: 0, copy: "official", stated: false, causes: ["d.1"],
        before: null, after: null, removed_unknown: 0, most_ballots: null, recount: null, ...over,
    };
}

const NAMES: Record<string, string> = {
    reg: "registered", signed: "signatures", took_part: "took part", box: "papers found",
    invalid: "invalid papers", blank: "blank papers", valid: "valid papers", cast: "papers counted",
    recv: "papers received", against: "against all", iss: "papers issued",
};

export function review(f: Forms, over: Partial<Review> = {}): Data {
    const ids = Object.keys(NAMES);
    return index({
        canvass: "0.1.0", case: "sample", title: "Sample", place: null, date: null, simulated: false, as_of: null, known_at: null,
        inputs: [{
            file: "results.csv", sha256: "0".repeat(64), bytes: 1, encoding: "utf-8",
            rows: 3, taken: 3, skipped: 0, refused: 0,
        }],
        skipped: [], rule_sets: [], contests: [contest()],
        words: { confirmed: 0, holds: 1, open: 0, contradicted: 0, undetermined: 0 },
        chamber: [], chamber_seats: 1, vacant: { seats: 0, low: 0, high: 0 }, chamber_bounds: "attained",
        decisions: [], decision_notes: [], changed_forms: [], decision_conflicts: [], copies: [], rules: [], structural: [], findings: [], refused: [],
        areas: [
            { name: "Osh region", level: "region", parent: null },
            { name: "Uzgen", level: "district", parent: 0 },
            { name: "Naryn region", level: "region", parent: null },
        ],
        fields: ids.filter((id) => id in f.fields).map((id) => ({ id, name: NAMES[id]! })),
        copy_list: [
            { id: "official", holder: "the commission", kind: "original", counts: true },
            { id: "party", holder: "Party A", kind: "agent", counts: false },
        ],
        stations: {
            code: ["101", "102", "201"], name: ["School 1", null, "Mill"], area: [1, 1, 2],
            kind: ["ordinary", "postal", "ordinary"], closed: [0, 0, 0],
        },
        forms: [f],
        ...over,
    });
}
