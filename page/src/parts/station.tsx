/* StationLink — a station by its code, to the page with its forms. */
import { t } from "../language";
import { to } from "../router";
import { usePaper } from "./context";
import { Name, shown } from "./name";

export function StationLink({ code }: { code: string }) {
    return <a href={to("station", code)}><Name text={code} /></a>;
}

/* Many stations in a sentence: the first few, then how many more; all of them on paper or when
 * asked for. */
export function StationList({ codes, most = 12 }: { codes: readonly string[]; most?: number }) {
    const paper = usePaper();
    const few = paper || codes.length <= most + 1 ? codes : codes.slice(0, most);
    return (
        <div class="stations">
            <ul class="inline">{few.map((code) => <li key={code}><StationLink code={code} /></li>)}</ul>
            {few.length < codes.length && (
                <details>
                    <summary>{t("and {n} more", { n: codes.length - few.length })}</summary>
                    <ul class="inline">
                        {codes.slice(few.length).map((code) => <li key={code}><StationLink code={code} /></li>)}
                    </ul>
                </details>
            )}
        </div>
    );
}

export function stationText(code: string | null): string {
    return code === null ? "–" : shown(code);
}

