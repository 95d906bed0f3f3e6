/* language.ts — every text that people read goes through t(): the English literal is the key, the
 * catalogues in the file give the translation.
 *
 *     t("{n:seat/seats} of {of} in question", { n: 3, of: "75" })     "3 seats of 75 in question"
 *
 * Slots: {name} is a text, or a number written in the reader's way; {n:one/many} a number with the
 * noun that goes with it, in as many forms as the language has. A number that is null is "an
 * unknown number". Names from the data are given as slots and never translated. */
import { isValidElement, type ComponentChildren, type VNode } from "preact";
import type { Count, Texts } from "./data";

export type Language = "en" | "vi" | "ru" | "ky";

/* In their own language: a reader must find theirs in a page they cannot read. */
export const LANGUAGE_NAMES: Record<Language, string> = {
    en: "English", vi: "Tiếng Việt", ru: "Русский", ky: "Кыргызча",
};

let current: Language = "en";
let catalogues: Texts = {};
const listeners = new Set<() => void>();

function isLanguage(code: string): code is Language {
    return Object.prototype.hasOwnProperty.call(LANGUAGE_NAMES, code);
}

/* Those that the file has texts for; English always. */
export function languages(): Language[] {
    return (Object.keys(LANGUAGE_NAMES) as Language[]).filter((l) => l === "en" || Object.keys(catalogues[l] ?? {}).length > 0);
}

export function language(): Language {
    return current;
}

/* ---- choice ---- */

const STORE = "canvass-language";

/* A page opened from a disk may not be allowed to store anything. */
export function remembered(key: string): string | null {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

export function remember(key: string, value: string | null): void {
    try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
    } catch {
        /* then it is not remembered */
    }
}

export interface Wishes {
    query: string | null;
    remembered: string | null;
    report: string | null;
    browser: readonly string[];
}

/* What the reader asked for comes before what the report's maker asked for, and that before what
 * the browser says. */
export function choose(w: Wishes, have: readonly Language[]): Language {
    for (const wish of [w.query, w.remembered, w.report, ...w.browser]) {
        const code = wish?.toLowerCase().split(/[-_]/)[0];
        if (code && isLanguage(code) && have.includes(code)) return code;
    }
    return "en";
}

export function startLanguage(texts: Texts, doc: Document, win: Window): void {
    catalogues = texts;
    current = choose(
        {
            query: new URLSearchParams(win.location.search).get("lang"),
            remembered: remembered(STORE),
            report: doc.documentElement.dataset["language"] || null,
            browser: win.navigator.languages ?? [],
        },
        languages(),
    );
    doc.documentElement.lang = current;
}

export function setLanguage(to: Language): void {
    current = to;
    if (typeof document !== "undefined") {
        document.documentElement.lang = to;
        remember(STORE, to);
    }
    formats.clear();
    listeners.forEach((tell) => tell());
}

/* For tests, and for nothing else. */
export function useTexts(texts: Texts): void {
    catalogues = texts;
}

export function onLanguage(tell: () => void): () => void {
    listeners.add(tell);
    return () => listeners.delete(tell);
}

/* ---- numbers and dates ---- */

/* Not every browser knows Kyrgyz, and one that does not would write English numbers. They are
 * written and letters are ordered as in Russian. */
function locale(): string {
    return current === "ky" && !Intl.NumberFormat.supportedLocalesOf("ky").length ? "ru" : current;
}

const KYRGYZ_MONTHS = [
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
];

const formats = new Map<string, Intl.NumberFormat>();
function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    let f = formats.get(key);
    if (!f) formats.set(key, (f = new Intl.NumberFormat(locale(), options)));
    return f;
}

/* 1,234,567; a dash where it is not known. */
export function count(n: Count | undefined): string {
    return n == null ? "–" : format("count", { maximumFractionDigits: 0, useGrouping: true }).format(n);
}

/* +12, −3, 0 */
export function signed(n: Count | undefined): string {
    return n == null
        ? "–"
        : format("signed", { maximumFractionDigits: 0, signDisplay: "exceptZero" }).format(n);
}

/* A quotient as people write it, for reading only: nothing is decided by it. */
export function decimal(n: number, digits = 2): string {
    return format(`decimal${digits}`, {
        minimumFractionDigits: digits, maximumFractionDigits: digits,
    }).format(n);
}

export function percent(part: Count | undefined, whole: Count | undefined, digits = 2): string {
    if (part == null || whole == null || whole <= 0) return "–";
    return format(`percent${digits}`, {
        style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits,
    }).format(part / whole);
}

/* "1 October 2012" from "2012-10-01", with the time where there is one. A local date of the
 * election: no time zone is applied. */
export function day(iso: string | null | undefined): string {
    const m = iso ? /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(iso) : null;
    if (!m) return iso ?? "–";
    if (current === "ky") {
        const date = `${+m[1]!}-ж., ${+m[3]!}-${KYRGYZ_MONTHS[+m[2]! - 1] ?? m[2]}`;
        return m[4] ? `${date}, ${m[4]}:${m[5]}` : date;
    }
    const at = new Date(Date.UTC(+m[1]!, +m[2]! - 1, +m[3]!, +(m[4] ?? 0), +(m[5] ?? 0)));
    const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", dateStyle: "long" };
    if (m[4]) options.timeStyle = "short";
    return new Intl.DateTimeFormat(current === "en" ? "en-GB" : current, options).format(at);
}

/* Compares names in the reader's way, "district 9" before "district 10". */
export function compareText(a: string, b: string): number {
    return collator().compare(a, b);
}
let collating: { language: Language; collator: Intl.Collator } | undefined;
function collator(): Intl.Collator {
    if (collating?.language !== current)
        collating = { language: current, collator: new Intl.Collator(locale(), { numeric: true }) };
    return collating.collator;
}

/* ---- sentences ---- */

/* Which of the forms goes with n: the rules of CLDR for whole numbers. A translation with fewer
 * forms than the rule names uses its last. */
export function pluralForm(lang: Language, n: number): number {
    if (lang === "vi") return 0;
    if (lang !== "ru") return n === 1 ? 0 : 1;
    const tens = Math.abs(n) % 100, ones = tens % 10;
    if (ones === 1 && tens !== 11) return 0;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

export type Slot = string | number | null | undefined;
export type Slots = Record<string, Slot>;
export type RichSlots = Record<string, Slot | VNode<any>>;

function translated(text: string): string {
    return catalogues[current]?.[text] || text;
}

function unknownNumber(form: string | null): string {
    return form === null ? translated("an unknown number") : `${translated("an unknown number of {noun}").replace("{noun}", form)}`;
}

function amount(value: Slot, forms: string[] | null): string {
    if (typeof value === "string") return forms ? `${value} ${forms[forms.length - 1]}` : value;
    if (value == null) return unknownNumber(forms ? forms[forms.length - 1]! : null);
    if (!forms) return count(value);
    return `${count(value)} ${forms[Math.min(pluralForm(current, value), forms.length - 1)]}`;
}

/* The text in turns: what stands between slots, and what fills them. */
function pieces(text: string, slots: RichSlots): (string | VNode<any>)[] {
    const out: (string | VNode<any>)[] = [];
    let at = 0;
    for (const m of text.matchAll(/\{([a-z_]+)(?::([^}]*))?\}/g)) {
        out.push(text.slice(at, m.index));
        at = m.index + m[0].length;
        const value = slots[m[1]!];
        if (isValidElement(value)) out.push(value as VNode<any>);
        else out.push(amount(value as Slot, m[2] === undefined ? null : m[2].split("/")));
    }
    out.push(text.slice(at));
    return out;
}

/* `text` is always a literal: tools/messages collects it. */
export function t(text: string, slots: Slots = {}): string {
    const to = translated(text);
    return to.includes("{") ? pieces(to, slots).join("") : to;
}

/* The same, where slots may be elements: a link, a name. */
export function rich(text: string, slots: RichSlots): ComponentChildren {
    return pieces(translated(text), slots);
}

/* A sentence kept in a table, to be said later: say(TABLE[code], slots). */
declare const MESSAGE: unique symbol;
export type Message = string & { readonly [MESSAGE]: true };

/* Marks a literal for tools/messages, as t() does. */
export function msg(text: string): Message {
    return text as Message;
}

export function say(message: Message, slots: Slots = {}): string {
    return pieces(translated(message), slots).join("");
}

export function sayRich(message: Message, slots: RichSlots): ComponentChildren {
    return pieces(translated(message), slots);
}
