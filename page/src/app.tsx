/* app.tsx — the frame around every page: what this is, where one can go, in which language. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Data } from "./data";
import { LANGUAGE_NAMES, language, languages, onLanguage, setLanguage, t, type Language } from "./language";
import { look, setLook, type Look } from "./look";
import { DataContext, shown } from "./parts";
import { parse, to, type Place } from "./router";
import { routeOf, routes, type Route } from "./routes";

function LanguageSwitch() {
    const have = languages();
    if (have.length < 2) return null;
    return (
        <label class="choice">
            <span class="unseen">{t("Language")}</span>
            <select value={language()} onChange={(e) => setLanguage(e.currentTarget.value as Language)}>
                {have.map((l) => <option key={l} value={l} lang={l}>{LANGUAGE_NAMES[l]}</option>)}
            </select>
        </label>
    );
}

function LookSwitch() {
    const [now, setNow] = useState<Look>(look());
    return (
        <label class="choice">
            <span class="unseen">{t("Colours")}</span>
            <select value={now} onChange={(e) => {
                const wanted = e.currentTarget.value as Look;
                setLook(wanted);
                setNow(wanted);
            }}>
                <option value="system">{t("as the system")}</option>
                <option value="light">{t("light")}</option>
                <option value="dark">{t("dark")}</option>
            </select>
        </label>
    );
}

function Navigation({ data, at }: { data: Data; at: string }) {
    return (
        <nav aria-label={t("Parts of the report")}>
            <ul>
                {routes().filter((r) => r.nav && (r.has?.(data) ?? true)).map((r) => (
                    <li key={r.key}>
                        <a href={to(r.key)} aria-current={r.key === at ? "page" : undefined}>{r.nav!()}</a>
                    </li>
                ))}
            </ul>
        </nav>
    );
}

/* Where the figures were made for training, every page says so. */
function Simulated({ data }: { data: Data }) {
    if (!data.review.simulated) return null;
    return <aside class="simulated" aria-label={t("About these figures")}><p>{t("Simulated: this election did not take place. Its figures were made for training.")}</p></aside>;
}

/* A text inside a style sheet: everything but plain letters and digits as its code. */
function cssText(text: string): string {
    return [...text].map((c) => (/[\p{L}\p{N} .,]/u.test(c) ? c : `\\${c.codePointAt(0)!.toString(16)} `)).join("");
}

/* At the edge of every printed sheet: which report this is, and its number. */
function Sheet({ data }: { data: Data }) {
    const title = shown(data.review.title || data.review.case);
    const head = data.review.simulated && !/^simulated/i.test(title) ? t("Simulated: {name}", { name: title }) : title;
    const foot = t("canvass {version}", { version: data.review.canvass });
    return (
        <style>
            {`@page { @top-left { content: "${cssText(head)}"; font: 8pt sans-serif; }
                @bottom-left { content: "${cssText(foot)}"; font: 8pt sans-serif; }
                @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`}
        </style>
    );
}

function NotHere() {
    return (
        <>
            <h1 tabIndex={-1}>{t("There is no such page")}</h1>
            <p>{t("The address names nothing in this report.")}</p>
            <p><a href={to()}>{t("To the answer")}</a></p>
        </>
    );
}

function usePlace(): Place {
    const [place, setPlace] = useState(() => parse(location.hash));
    useEffect(() => {
        const tell = () => setPlace(parse(location.hash));
        addEventListener("hashchange", tell);
        return () => removeEventListener("hashchange", tell);
    }, []);
    return place;
}

/* A new page is announced: the title changes, and the focus goes to its heading. Not on opening,
 * where the reader has not moved, nor when only the query has changed. */
function useArrival(data: Data, place: Place, route: Route | undefined) {
    const first = useRef(true);
    const path = [place.key, ...place.args].join("/");
    useEffect(() => {
        const page = route ? route.title(data, place.args) : t("There is no such page");
        document.title = route?.key === "" ? shown(data.review.title) : `${page} · ${shown(data.review.title)}`;
    }, [path, language()]);
    useEffect(() => {
        if (first.current) {
            first.current = false;
            return;
        }
        scrollTo(0, 0);
        const heading = document.querySelector<HTMLElement>("main h1");
        if (heading) {
            heading.tabIndex = -1;
            heading.focus({ preventScroll: true });
        }
    }, [path]);
}

function Frame({ data, at, children }: { data: Data; at: string; children: ComponentChildren }) {
    const r = data.review;
    return (
        <>
            <a class="skip" href="#main" onClick={(e) => {
                e.preventDefault();
                document.getElementById("main")?.focus();
            }}>{t("To the content")}</a>
            <header class="top no-print">
                <a class="case" href={to()}>{shown(r.title || r.case)}</a>
                <div class="tools"><LanguageSwitch /><LookSwitch /></div>
                <Navigation data={data} at={at} />
            </header>
            <Sheet data={data} />
            <Simulated data={data} />
            <main id="main" tabIndex={-1}>{children}</main>
            <footer>
                <p>
                    {t("Made by canvass {version} from the files of the case “{name}”. The same files, options and version give the same report.", {
                        version: r.canvass, name: shown(r.case),
                    })}
                </p>
            </footer>
        </>
    );
}

export function App({ data }: { data: Data }) {
    const [, setLanguageNow] = useState(language());
    useEffect(() => onLanguage(() => setLanguageNow(language())), []);
    const place = usePlace();
    const route = routeOf(place);
    useArrival(data, place, route);
    return (
        <DataContext.Provider value={data}>
            <Frame data={data} at={route?.under ?? route?.key ?? "?"} key={language()}>
                {route
                    ? <route.Page key={[place.key, ...place.args].join("/")} args={place.args} query={place.query} />
                    : <NotHere />}
            </Frame>
        </DataContext.Provider>
    );
}

/* The bundle by itself, before canvass has put a review into it. */
export function Empty() {
    return (
        <main>
            <h1>{t("There is no review in this file")}</h1>
            <p>{t("canvass writes it here when it reviews a case: canvass review CASE.")}</p>
        </main>
    );
}
