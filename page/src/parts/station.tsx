/* StationLink — a station by its code, to the page with its forms. */
import { useState } from "preact/hooks";
import { t } from "../language";
import { to } from "../router";
import { usePaper } from "./context";
import { Name, shown } from "./name";

export function StationLink({ code }: { code: string }) {
    return <a href={to("station", code)}><Name text={code} /></a>;
}

/* So many codes are readable on paper, and on a screen after they were asked for. */
const ON_PAPER = 120, ASKED_FOR = 1000;

function Codes({ codes }: { codes: readonly string[] }) {
    return <ul class="inline">{codes.map((code) => <li key={code}><StationLink code={code} /></li>)}</ul>;
}

/* Many stations: the first few, then how many more. The rest is made when it is asked for: a smallest
 * set may have thousands. `of`: how many there are, where the file holds a part of them. */
export function StationList({ codes, of, most = 12 }: { codes: readonly string[]; of?: number; most?: number }) {
    const paper = usePaper();
    const [asked, setAsked] = useState(false);
    const all = Math.max(of ?? 0, codes.length);
    const first = Math.min(codes.length, paper ? ON_PAPER : all <= most + 1 ? all : most);
    const rest = all - first;
    const beyond = all - Math.min(codes.length, ASKED_FOR);
    return (
        <div class="stations">
            <Codes codes={codes.slice(0, first)} />
            {rest > 0 && paper && <p class="faint">{t("and {n} more, in review.json", { n: rest })}</p>}
            {rest > 0 && !paper && (
                <details onToggle={(e) => setAsked(e.currentTarget.open)}>
                    <summary>{t("and {n} more", { n: rest })}</summary>
                    {asked && <Codes codes={codes.slice(first, ASKED_FOR)} />}
                    {asked && beyond > 0 && <p class="faint">{t("and {n} more, in review.json", { n: beyond })}</p>}
                </details>
            )}
        </div>
    );
}

export function stationText(code: string | null): string {
    return code === null ? "–" : shown(code);
}
