/* data.ts — what is said to have happened, as review.json holds it: docs/reference/review-json.md,
 * incidents. A count that people claim is a range; nothing is averaged. */
import type { Count } from "../data";

/* A number, or a day where the quantity is "date"; null: no bound. */
export type End = number | string | null;
export interface Span { low: End; high: End }

export interface Touched {
    contest: string; forms: number; without_votes: number; ballots: Count; votes: Count[]; lead: Count;
}
export interface Event {
    id: string; from: string | null; to: string | null; date_precision: string; date_note: string | null;
    place: string | null; place_of: string | null; place_precision: string; place_note: string | null;
    lat: number | null; lon: number | null; type: string | null; actors: string | null; summary: string | null;
    same_as: string | null; match: string; areas: string[]; stations: number; touched: Touched[];
    file: string; line: number;
}
export interface Claim extends Span {
    id: string; event: string | null; subject: string; quantity: string; figure: boolean;
    by_wording: boolean; wording: string | null; outlet: string | null; attributed_to: string | null; speaker: string;
    published: string | null; address: string | null; origin: string | null; relation: string | null;
    of: string | null; note: string | null; account: string | null; part: string | null;
    file: string; line: number;
}
export interface Profile extends Span {
    event: string | null; subject: string; quantity: string; claims: string[]; with_figure: number; denials: number;
    origins: { origin: string | null; claims: number; assumed: boolean; contradicts_itself: boolean; ranges: Span[] }[];
    agreement: string; support: number; consensus: Span[];
    by_speaker: (Span & { speaker: string; claims: number })[];
}
export interface Account extends Span {
    account: string; parts: (Span & { part: string | null; claim: string })[]; seats: Count; state: string; apart: Count;
}
export interface Incidents {
    events: Event[]; claims: Claim[]; profiles: Profile[]; accounts: Account[];
    sums: (Span & { quantity: string; events: number })[];
    merges: { id: string; event: string | null; with: string | null; in_force: boolean }[];
    merges_proposed: { event: string; with: string }[];
}
