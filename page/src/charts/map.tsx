/* The seats on a map, where the case has shapes. */
export function SeatsMap() {
    return null;
}
