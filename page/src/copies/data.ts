/* data.ts — copies of forms beside each other, as review.json holds it: docs/reference/review-json.md,
 * copies_compared. Every difference is a minus b; `a` null: the forms that count. */
import type { Count } from "../data";

export type Figure = number | "blank" | "illegible";
export interface Line { option?: string; field?: string; a: Figure; b: Figure; class: string }
export interface Differing {
    station: string; form_a: number | null; form_b: number | null; source_a: string; source_b: string;
    compared: number; differ: number; votes_apart: number; ballots: number; lead_change: Count;
    first_a: string | null; first_b: string | null; first_differs: boolean; lead_turns: boolean;
    zeros: "a" | "b" | null; exchanged: string[]; cells: Line[];
}
export interface Zeros { stations: number; votes_beside: number[] }
export interface Pair {
    a: string | null; b: string; both: number; only_a: number; only_b: number; several: number;
    differ: number; other_lines_only: number; zeros_a: Zeros; zeros_b: Zeros; zeros_both: number;
    lines_compared: number; votes_differ: number; first_differs: number; another_first: number;
    lead_turns: number; exchanged: number; votes_by_class: Record<string, number>; lines_by_class: Record<string, number>;
    more: number[]; fewer: number[]; votes_apart: number; ballots: number;
    lead_more: { stations: number; votes: number }; lead_less: { stations: number; votes: number };
    stations: Differing[]; stations_left_out: number;
}
export interface Held {
    copy: string | null; stations: number; others: number; others_without_limit: number; others_most: number;
    first: string | null; nearest: string | null; lead: Count; need: Count; by_share: boolean; word: string;
}
export interface ContestCopies {
    contest: string; first: string | null; second: string | null; stations: number; with_copy: number;
    pairs: Pair[]; held: Held[];
}
export interface Covered { stations: number; with_copy: number }
export interface CopiesCompared {
    contests: ContestCopies[];
    coverage: Covered & {
        by_lead: (Covered & { from: number | null; to: number | null; contests: number })[];
        by_area: (Covered & {
            level: string; every_station: number; some_stations: number; no_station: number;
            areas: (Covered & { area: number | null; name: string })[];
        })[];
    };
}
