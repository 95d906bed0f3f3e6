/* data.ts — complaints and demands as review.json holds them: docs/reference/review-json.md,
 * complaints. Both sides see the same file. */
import type { Count } from "../data";

export interface Evidence {
    kind: string | null; file: string | null; by: string | null; names_left_out: boolean;
    disclosed_to: string | null; withheld: string | null; ruling: string | null;
    sha256: string | null; sha256_found: string | null; bytes: Count;
}
export interface Move {
    event: string; recorded: string | null; body: string | null; court: boolean; cite: string | null; note: string | null;
    present: string | null; decision: string | null; clock: string | null; evidence?: Evidence; line: number;
}
export interface TermStep { step: string; day: string; why: string; n: number }
export interface Term {
    for: string; rule: string; cite: string | null; anchor: string | null; deadline: string | null; state: string;
    begun: number; ended: number | null; steps: TermStep[];
}
export interface Note { note: string; move: number | null; from: string | null; to: string | null; for: string | null }
export interface Complaint {
    id: string; kind: "complaint" | "demand"; filer: string | null; names_left_out: boolean; standing: string | null;
    against: string | null; contest: string | null; scope: string | null; places: string[]; ground: string | null;
    relief: string | null; votes: Count; sign: string | null; option: string | null; to: string | null;
    act: string | null; known: string | null;
    state: string; state_on_file: string; ruling: string | null; by_lapse: boolean; open: boolean; body: string | null;
    levels_up: number; decision: string | null; next_for: string | null; next_deadline: string | null; asks: string | null;
    moves: Move[]; terms: Term[]; notes: Note[];
}
export interface Complaints { file: string; now: string | null; later: number; unread: string[]; list: Complaint[] }
