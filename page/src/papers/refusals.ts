/* refusals.ts — why a row was not taken, in plain words, and what helps: docs/reference/refusals.md,
 * one row for each code. */
import { msg, say, type Message } from "../language";

interface Refusal { what: Message; helps?: Message }

export const REFUSALS: Record<string, Refusal> = {
    R01: {
        what: msg("The number of cells differs from the header's."),
        helps: msg("Put quotes around a cell that holds the separator; look whether the end of the file was cut off."),
    },
    R02: {
        what: msg("A cell is not a whole number."),
        helps: msg("Enter the cell as it stands on the form, or a mark for blank, absent or illegible."),
    },
    R03: { what: msg("A number is out of range.") },
    R04: {
        what: msg("A number can be read in two ways: 1.127 may be a thousand or one."),
        helps: msg("Say in election.json what separates thousands."),
    },
    R05: { what: msg("A sign or decimals stand where a count is due."), helps: msg("Look whether it is the right column.") },
    R06: { what: msg("A cell that is required is empty or too short.") },
    R07: { what: msg("Bytes are not in the file's encoding."), helps: msg("Say in election.json which encoding the file has.") },
    R08: { what: msg("A quote is not closed or not doubled.") },
    R09: {
        what: msg("The contest has no such option."),
        helps: msg("Add the option to the contest, or its other name in the table."),
    },
    R10: { what: msg("The station is not in the list of stations."), helps: msg("Correct the list or the code.") },
    R11: { what: msg("A column about the station says something else than in the station's first row.") },
    R12: { what: msg("The case has no such contest."), helps: msg("Add the contest to election.json.") },
    R13: { what: msg("It refers to something that is not there.") },
    R14: { what: msg("The rank, weight or vote count on a ballot is impossible.") },
    R15: { what: msg("The line or the cell is too long: a quote that is not closed runs on.") },
    R16: { what: msg("The row stands after the declared end.") },
    R17: { what: msg("The time at which the form became known is no date."), helps: msg("Write 2005-03-17 or 2005-03-17T14:30.") },
};

export function refusalText(code: string): string {
    const r = REFUSALS[code];
    return r ? say(r.what) : code;
}

export function refusalHelp(code: string): string | null {
    const r = REFUSALS[code];
    return r?.helps ? say(r.helps) : null;
}
