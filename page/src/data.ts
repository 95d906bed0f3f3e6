/* data.ts — review.json as the page holds it: docs/reference/review-json.md, and what report.html
 * adds: areas, fields, stations, forms by columns, copies, shapes.
 *
 * Nothing here computes a result. Indexes only make it quick to find what belongs together. */

import type { Complaints } from "./complaints/data";
import type { CopiesCompared } from "./copies/data";
import type { Law } from "./law/data";
import type { Incidents } from "./incidents/data";

export type Word = "confirmed" | "holds" | "open" | "contradicted" | "undetermined";
export type Outcome = "decided" | "runoff" | "void" | "tie" | "incomplete";
/* null is "not known", never zero. */
export type Count = number | null;
/* A number; null: blank; "?": cannot be read; "x": the form has no such line there; "-": not
 * reported. Five states that differ. */
export type Cell = number | null | "?" | "x" | "-";

export interface Input {
    file: string; sha256: string; bytes: number; encoding: string;
    rows: number; taken: number; skipped: number; refused: number;
}
export interface Skipped { file: string; reason: string; rows: number; first_line: number }
export interface Refused {
    file: string; line: number; column: number | null; code: string; reason: string;
    format?: string; with?: string[]; // the reason, to be said in another language
    contest: string | null; station: string | null;
}
export interface ShareTest { share: string; relation: string; base: string; lead?: ShareTest }
export interface RuleSet {
    id: string; name: string; engine: string; cite: string | null; unverified: boolean;
    min_share?: ShareTest; turnout_min?: ShareTest; win: ShareTest[];
    divisors?: string; quota?: string; thresholds?: ShareTest[];
}
export interface Option {
    id: string; name: string; party: string | null; bloc: string | null;
    kind: "candidate" | "list" | "against"; barred: boolean; votes: Count; seats: number;
}
export interface Margin {
    kind: "none" | "exact" | "bounds";
    votes?: Count; low?: Count; switched?: Count; removal?: Count; addition?: Count;
    on?: "pair" | "condition" | "threshold" | "runoff";
    winner?: string | null; loser?: string | null;
}
export interface Tie { places: number; for: "none" | "seat" | "runoff" | "loss"; among: string[] }
export interface Reason {
    code: string; text: string; a?: number; b?: number; c?: number; option?: string; other?: string;
}
export type ByOption<T> = Record<string, T>;
export interface Result {
    outcome: Outcome; winners: string[]; seats: ByOption<number>; votes: ByOption<Count>;
    valid: Count; blank: Count; invalid: Count; cast: Count; participants: Count; box: Count;
    registered: Count;
    forms_counted: number; forms_missing: number; forms_annulled: number; forms_with_gaps: number;
}
export interface Declared {
    outcome: "decided" | "runoff" | "void" | null; seats: ByOption<number> | null;
    votes: ByOption<Count> | null; counted_outcome: Outcome | null;
}
export interface Step {
    step: string; option: string | null; which: number | null;
    seats: number; number: number; divisor: number;
}
export interface Threshold {
    option: string | null; which: number | null; passes: boolean; base: Count; margin: Margin;
}
export interface Test {
    on: string; winner: string | null; loser: string | null; relation: string; value: string;
    options: ByOption<number>;
    valid?: number; blank?: number; invalid?: number; participants?: number; registered?: number;
    box?: number; constant?: number;
}
export interface SmallestSet { size: number; proved: boolean; at_least: number; stations: string[] }
export interface Annulment {
    fewest_for_tie: number | null; fewest_for_change: number | null; proved: boolean;
    stations: string[]; registered: Count; fewest_registered: Count;
    fewest_registered_low: Count; all_registered: Count;
    winner: string | null; loser: string | null;
    trap?: string; cheapest?: string[];
}
export interface Reachable {
    outcome: Outcome; winners: string[]; seats: ByOption<number>; questions: number;
}
/* One question of record: of a complaint, of the law, or what a form contradicts ("form:" and the
 * station's code). */
export interface Question {
    id: string; by: string; asks: string | null; stations: string[]; option: string | null;
    low: Count; high: Count; other_low: Count; other_high: Count;
    annuls_stations?: number; annuls_registered?: Count;
    matters: "alone" | "with_others" | "no" | "not_known"; smallest_set: number | null; proved: boolean;
}
export interface OutcomeReach {
    outcome: Outcome; why: string | null; winners: string[]; tied: string[]; seats: ByOption<number>;
    questions: number; sets: string[][]; votes: ByOption<Count>;
}
export interface OpenForm {
    station: string; missing: boolean; source: string; code: string | null; findings: number;
    contradicted: Count; cap: Count; papers: Count; fall: Count; running: Count;
    running_papers: Count;
}
export interface Sensitivity {
    reach: "nothing" | "missing" | "question" | "unknown"; proved: boolean;
    lead: Count; fall: Count; fall_missing: Count; winner: string | null; loser: string | null;
    forms_missing: number; missing_votes: Count; forms_in_question: number; base_gaps: boolean;
    changing_set: SmallestSet | null; closing_set: SmallestSet | null; annulment: Annulment;
    reachable: Reachable[];
    seats_low: ByOption<number> | null; seats_high: ByOption<number> | null;
    missing_low: ByOption<number> | null; missing_high: ByOption<number> | null;
    vacant_low: number; vacant_high: number; forms: OpenForm[];
    questions?: Question[]; questions_that_matter?: number; every_set_decided?: boolean;
    smallest_set?: number | null; smallest_set_at_least?: number; minimal_sets?: string[][];
    settled_by?: { size: number; at_least: number; sets: string[][] } | null; by_outcome?: OutcomeReach[];
}
export interface Contest {
    id: string; name: string; area: string | null; round: number; runoff_of: string | null;
    runoff: string | null; seats: number; in_chamber: boolean; rule: string | null;
    options: Option[]; outcome: Outcome; why: string; winners: string[]; vacant: number;
    tie: Tie | null; margin_votes: Count; margin: Margin;
    votes_contradicted: Count; votes_in_question: Count; votes_missing: Count;
    verdict: Word; of_declared: boolean; reasons: Reason[];
    results: { summed: Result; decided: Result; declared: Declared | null };
    decisions_in_force: number; forms_changed_by_decisions: number;
    steps: Step[]; thresholds: Threshold[]; tests: Test[]; missing_stations: string[];
    sensitivity: Sensitivity;
}
export interface Bloc {
    bloc: string | null; name: string | null; seats: number; declared: number;
    low: number; high: number;
}
export interface Decision {
    id: string; effect_id: string; body: string; rank: number | null; recorded: string | null; effective: string | null; until: string | null;
    state: "in_force" | "not_known" | "later" | "ended" | "revoked"; revoked_by: string | null;
    effect: string; scope: string; contest: string | null; station: string | null; places: string[];
    option: string | null; copy: string | null; field: string | null; old: Cell; new: Cell;
    box: string | null; k: Count; mode: string | null; date: string | null; candidates: string | null; revokes: string | null;
    cite: string | null; text: string | null; address: string | null; file: string | null; line: number;
}
export interface DecisionNote { note: string; decision: string; effect_id: string; station: string | null; line: number; earlier: string | null }
export interface FiguresOf { votes: Count[]; blank: Count; invalid: Count; participants: Count; registered: Count }
/* A form that counts otherwise than on paper; `counts`: the form in its place. */
export interface ChangedForm {
    contest: string; station: string; form: number | null; now: string; counts: number | null; copy: string | null; stated: boolean;
    causes: string[]; before: FiguresOf | null; after: FiguresOf | null;
    removed_unknown: Count; most_ballots: Count; recount: string | null;
}
export interface DecisionConflict {
    conflict: string; contest: string; station: string | null; one: string; other: string | null; in_force: string | null;
}
export interface CopySums {
    contest: string; copy: string; holder: string; forms: number; votes: Count[];
}
export interface Rule {
    code: string; title: string; relation: string; severity: "off" | "note" | "warning" | "error";
    explanation: string; next: string; tolerance: Count; why_set: string | null; checked: number; not_applicable: number;
    undecidable: number; raised: number; hidden: number; amount: Count; largest: Count;
    /* what the form of the law, and the case, state under the code */
    law?: { relation: number; lines: string; that: string | null; cite: string; mark: "read" | "secondary" | "unverified" }[];
}
/* What slip would make a form add up; `difference`: what no slip explains. */
export interface RepairFigure { option?: string; field?: string; from: Cell; to: number; slip: string }
export interface Repair { cost: number; figures: RepairFigure[]; lead_change: Count }
export interface RepairsOfForm {
    contest: string; station: string | null; form: number | null; source: string;
    lead_of: string | null; lead_over: string | null; repairs: Repair[]; more: number; difference: number | null; hints: string[];
}
export interface Structural {
    code: string; contest: string | null; why: string; field: string | null; option: string | null;
    value: number | null; failing: number; explained: number; holding: number;
}
export interface Finding {
    code: string; severity: "note" | "warning" | "error"; contest: string; station: string | null;
    source: string | null; other_source: string | null; other_contest: string | null;
    option: string | null; field: string | null; left: number | null; right: number | null;
    votes_contradicted: Count; votes_in_question: Count; change: string; cap: Count;
    /* Index into the contest's forms, where the page holds the form. */
    form?: number | null; other_form?: number | null;
    /* number of the relation in the rule's law */
    relation?: number;
}

/* ---- what report.html adds ---- */

export interface Cut { shown: number; of: number }
export interface Area { name: string; level: string | null; parent: number | null }
/* A line of the form; `own`: the case's own, not one of canvass's. */
export interface Field { id: string; name: string; own?: boolean }
export interface Copy { id: string; holder: string; kind: string; counts: boolean }
export interface Stations {
    code: string[]; name: (string | null)[]; area: (number | null)[]; kind: string[];
    closed: (0 | 1)[]; lat?: (number | null)[]; lon?: (number | null)[];
}
/* The forms of one contest by columns, all of the same length. `of`: how many there are, when
 * the page holds a part. */
export interface Forms {
    contest: string; of: number;
    station: number[]; copy: number[]; state: string[];
    file: (number | null)[]; line: (number | null)[];
    fields: Record<string, Cell[]>; votes: ByOption<Cell[]>;
}
export interface Shape {
    type: "Feature"; geometry: { type: string; coordinates: unknown } | null;
    properties: { code?: string; contest?: string | null; area?: number | null };
}
export interface Shapes { type: "FeatureCollection"; features: Shape[] }

/* Who sits with whom, as one author says it. */
export interface BlocStatement {
    contest: string | null; option: string | null; party: string | null; bloc: string;
    from: string | null; to: string | null; asserted_by: string; source: string | null; file: string; line: number;
}
export interface ChamberView {
    asserted_by: string | null; day: string | null; statements: number; seats: number;
    blocs: (Bloc & { claims: string[] })[]; vacant: { seats: number; low: number; high: number };
    bounds: "attained" | "proved";
}

export interface Review {
    canvass: string; case: string; title: string; place: string | null; date: string | null;
    as_of: string | null;
    /* what was recorded later is left out; null: nothing is */
    known_at: string | null;
    /* true: figures made for training; said on every page */
    simulated: boolean;
    inputs: Input[]; skipped: Skipped[]; rule_sets: RuleSet[]; contests: Contest[];
    words: Record<Word, number>; chamber: Bloc[]; chamber_seats: number;
    vacant: { seats: number; low: number; high: number };
    chamber_bounds: "attained" | "proved";
    decisions: Decision[]; decision_notes: DecisionNote[]; changed_forms: ChangedForm[]; decision_conflicts: DecisionConflict[]; copies: CopySums[];
    rules: Rule[]; structural: Structural[]; findings: Finding[]; refused: Refused[];
    repairs?: RepairsOfForm[];
    cut?: { findings?: Cut; forms?: Cut; stations?: Cut; listed?: Cut; refused?: Cut; repairs?: Cut; every?: number };
    areas?: Area[]; fields?: Field[]; copy_list?: Copy[];
    stations?: Stations; forms?: Forms[]; shapes?: Shapes;
    /* What the case has on record about the dispute; null or left out: nothing. */
    copies_compared?: CopiesCompared | null; complaints?: Complaints | null;
    law?: Law | null; incidents?: Incidents | null; bloc_statements?: BlocStatement[]; chambers?: ChamberView[];
}

/* ---- indexes ---- */

/* A form is named by its contest and its row in that contest's columns. */
export interface FormAt { contest: string; row: number }

export interface Data {
    review: Review;
    contest(id: string): Contest | undefined;
    ruleSet(id: string | null): RuleSet | undefined;
    rule(code: string): Rule | undefined;
    option(contest: string, id: string | null | undefined): Option | undefined;
    bloc(id: string | null): Bloc | undefined;
    input(file: string): Input | undefined;
    copy(id: string): Copy | undefined;
    field(id: string): Field | undefined;
    /* index into review.stations, -1: not there */
    station(code: string): number;
    forms(contest: string): Forms | undefined;
    formsAt(station: string): FormAt[];
    findingsOf(contest: string): Finding[];
    findingsAt(station: string): Finding[];
    decisionsOf(contest: string): Decision[];
    /* Contests in the order of urgency: contradicted, undetermined, open, then the rest; in each
     * the smallest margin first. */
    byUrgency: Contest[];
}

/* Contradicted first: there the figures speak against what was declared. */
const URGENCY: Record<Word, number> = {
    contradicted: 0, undetermined: 1, open: 2, holds: 3, confirmed: 3,
};

export function inQuestion(c: Contest): boolean {
    return c.verdict !== "holds" && c.verdict !== "confirmed";
}

export function urgency(c: Contest): number {
    return URGENCY[c.verdict] ?? 1;
}

/* Maps that are made when first asked for: a reader of the first screen pays for none. */
function lazy<T>(make: () => T): () => T {
    let made: { value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}

function by<T, K>(list: readonly T[] | undefined, key: (item: T) => K): Map<K, T> {
    const map = new Map<K, T>();
    for (const item of list ?? []) if (!map.has(key(item))) map.set(key(item), item);
    return map;
}

function group<T, K>(list: readonly T[] | undefined, key: (item: T) => K | null): Map<K, T[]> {
    const map = new Map<K, T[]>();
    for (const item of list ?? []) {
        const k = key(item);
        if (k === null) continue;
        const there = map.get(k);
        if (there) there.push(item);
        else map.set(k, [item]);
    }
    return map;
}

function formsByStation(r: Review): Map<string, FormAt[]> {
    const map = new Map<string, FormAt[]>();
    for (const f of r.forms ?? [])
        f.station.forEach((station, row) => {
            const code = r.stations?.code[station];
            if (code === undefined) return;
            const there = map.get(code);
            if (there) there.push({ contest: f.contest, row });
            else map.set(code, [{ contest: f.contest, row }]);
        });
    return map;
}

export function urgencyOrder(contests: readonly Contest[]): Contest[] {
    const margin = (c: Contest) => c.margin_votes ?? Infinity;
    return contests
        .map((c, i) => ({ c, i }))
        .sort((x, y) => {
            if (urgency(x.c) !== urgency(y.c)) return urgency(x.c) - urgency(y.c);
            const a = margin(x.c), b = margin(y.c);
            return a === b ? x.i - y.i : a < b ? -1 : 1;
        })
        .map(({ c }) => c);
}

export function index(review: Review): Data {
    const contests = by(review.contests, (c) => c.id);
    const options = new Map<string, () => Map<string, Option>>();
    for (const c of review.contests) options.set(c.id, lazy(() => by(c.options, (o) => o.id)));
    const ruleSets = by(review.rule_sets, (r) => r.id);
    const rules = by(review.rules, (r) => r.code);
    const blocs = by(review.chamber, (b) => b.bloc);
    const inputs = by(review.inputs, (i) => i.file);
    const copies = by(review.copy_list, (c) => c.id);
    const fields = by(review.fields, (f) => f.id);
    const stations = lazy(() => new Map((review.stations?.code ?? []).map((c, i) => [c, i])));
    const forms = by(review.forms, (f) => f.contest);
    const atStation = lazy(() => formsByStation(review));
    const findings = lazy(() => group(review.findings, (f) => f.contest));
    const findingsAt = lazy(() => group(review.findings, (f) => f.station));
    return {
        review,
        contest: (id) => contests.get(id),
        ruleSet: (id) => (id === null ? undefined : ruleSets.get(id)),
        rule: (code) => rules.get(code),
        option: (contest, id) => (id == null ? undefined : options.get(contest)?.().get(id)),
        bloc: (id) => blocs.get(id),
        input: (file) => inputs.get(file),
        copy: (id) => copies.get(id),
        field: (id) => fields.get(id),
        station: (code) => stations().get(code) ?? -1,
        forms: (contest) => forms.get(contest),
        formsAt: (station) => atStation().get(station) ?? [],
        findingsOf: (contest) => findings().get(contest) ?? [],
        findingsAt: (station) => findingsAt().get(station) ?? [],
        decisionsOf: (contest) =>
            review.decisions.filter((d) => d.contest === null || d.contest === contest),
        byUrgency: urgencyOrder(review.contests),
    };
}

/* What is not known of a finding is left out of the file; here every key is there. */
function whole(f: Finding): void {
    f.source ??= null;
    f.other_source ??= null;
    f.other_contest ??= null;
    f.option ??= null;
    f.field ??= null;
    f.left ??= null;
    f.right ??= null;
    f.cap ??= null;
    f.form ??= null;
    f.other_form ??= null;
}

function block(doc: Document, id: string): unknown {
    const text = doc.getElementById(id)?.textContent?.trim();
    return text ? JSON.parse(text) : null;
}

/* null: the file holds no review, as when the bundle is opened by itself. */
export function load(doc: Document): Data | null {
    const review = block(doc, "canvass-review") as Review | null;
    if (!review || !Array.isArray(review.contests)) return null;
    review.findings.forEach(whole);
    return index(review);
}

export type Texts = Record<string, Record<string, string>>;
export function loadTexts(doc: Document): Texts {
    return (block(doc, "canvass-texts") as Texts | null) ?? {};
}
