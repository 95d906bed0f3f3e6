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
    if (of === 1) return ofOne(n === 1, seats);
    if (countsSeats(r)) {
        if (n === 0) return t("None of {of:seat/seats} is in question.", { of });
        if (n === 1) return t("One of {of:seat/seats} is in question.", { of });
        return t("{n} of {of:seat/seats} are in question.", { n, of });
    }
    if (n === 0) return t("None of {of:contest/contests} for {seats:seat/seats} is in question.", { of, seats });
    if (n === 1) return t("One of {of:contest/contests} for {seats:seat/seats} is in question.", { of, seats });
    return t("{n} of {of:contest/contests} for {seats:seat/seats} are in question.", { n, of, seats });
}

export function formsRead(r: Review): number {
    return r.contests.reduce((sum, c) => sum + c.results.summed.forms_counted + c.results.summed.forms_annulled, 0);
}
