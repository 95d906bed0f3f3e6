/* router.ts — the address after # names the page: #/seat/12, #/station/87%2F11, #/findings/C302?seat=12.
 * Works from a disk, keeps the browser's back button, and can be sent to somebody. */

export interface Place { key: string; args: string[]; query: URLSearchParams }

function decode(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

export function parse(hash: string): Place {
    const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2) as [string?, string?];
    const [key = "", ...args] = path.split("/").map(decode);
    return { key, args: args.filter((a) => a !== ""), query: new URLSearchParams(query) };
}

/* to("station", "87/11") is "#/station/87%2F11". */
export function to(key = "", ...args: string[]): string {
    return "#/" + [key, ...args].map(encodeURIComponent).join("/");
}

export function toQuery(query: Record<string, string>, key: string, ...args: string[]): string {
    return `${to(key, ...args)}?${new URLSearchParams(query).toString()}`;
}
