/* data.ts — the legal profile and what the figures say of it: docs/reference/review-json.md, law. */
import type { Count } from "../data";

export interface LawRule {
    key: string; jurisdiction: string | null; from: string | null; to: string | null; rule: string | null; modal: string | null;
    scope: string | null; effect: string | null; value: string | null; source: string; status: "read" | "secondary" | "unverified";
    note: string | null; file: string; line: number;
}
export interface LawSide {
    group: number; quantity: string; is: Count; relation: string; p: number | null; q: number | null; base: string | null; of: Count;
    left: string | null; right: string | null; answer: string;
}
export interface LawLine {
    rule: number | null; option: string | null; answer: "reached" | "not_reached" | "undecidable" | "judged"; why: string; used: boolean;
    sides: LawSide[]; stations: { not_reached: number; undecidable: number; reached: { station: string; is: Count; of: Count }[] } | null;
}
export interface Law {
    profile: string; file: string; day: string | null; rules: LawRule[];
    contests: { contest: string; not_read: number; may_void: boolean; lines: LawLine[] }[];
}
