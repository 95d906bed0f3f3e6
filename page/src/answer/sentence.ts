/* The answer in one sentence. */
import { inQuestion, type Review } from "../data";
import { t } from "../language";

/* A first round that led to a run-off fills no seat of its own. */
export function seatsFilled(r: Review): number {
    return r.contests.reduce((sum, c) => sum + (c.runoff === null ? c.seats : 0), 0);
}

/* One mark, one row for each seat; else it is contests that are counted. */
export function countsSeats(r: Review): boolean {
    return r.contests.every((c) => c.seats === 1) && seatsFilled(r) === r.contests.length;
}

/* Every contest fills one seat, some in two rounds: then seats are what people count. */
export function seatsInRounds(r: Review): boolean {
    return !countsSeats(r) && r.contests.every((c) => c.seats === 1);
}

/* A seat is in question when any of its rounds is. */
export function seatsInQuestion(r: Review): number {
    const first = new Map(r.contests.map((c) => [c.id, c.runoff_of ?? c.id]));
    return new Set(r.contests.filter(inQuestion).map((c) => first.get(c.id))).size;
}

function ofSeats(n: number, of: number): string {
    if (n === 0) return t("None of {of:seat/seats} is in question.", { of });
    if (n === 1) return t("One of {of:seat/seats} is in question.", { of });
    return t("{n} of {of:seat/seats} are in question.", { n, of });
}

function ofOne(question: boolean, seats: number): string {
    if (seats <= 1) return question ? t("The outcome is in question.") : t("The outcome is not in question.");
    return question
        ? t("The outcome for {n:seat/seats} is in question.", { n: seats })
        : t("The outcome for {n:seat/seats} is not in question.", { n: seats });
}

export function answerSentence(r: Review): string {
    const of = r.contests.length, seats = seatsFilled(r);
    const n = r.contests.filter(inQuestion).length;
    if (of === 0) return t("There is no contest in this review.");
    if (of === 1 || (seats === 1 && seatsInRounds(r))) return ofOne(n > 0, seats);
    if (countsSeats(r)) return ofSeats(n, of);
    if (seatsInRounds(r)) return ofSeats(seatsInQuestion(r), seats);
    if (n === 0) return t("None of {of:contest/contests} for {seats:seat/seats} is in question.", { of, seats });
    if (n === 1) return t("One of {of:contest/contests} for {seats:seat/seats} is in question.", { of, seats });
    return t("{n} of {of:contest/contests} for {seats:seat/seats} are in question.", { n, of, seats });
}

export function formsRead(r: Review): number {
    return r.contests.reduce((sum, c) => sum + c.results.summed.forms_counted + c.results.summed.forms_annulled, 0);
}
