/* What the page of a seat shows of its papers. */
import type { Contest } from "../data";

export function SeatFindings(_: { contest: Contest }) {
    return null;
}
