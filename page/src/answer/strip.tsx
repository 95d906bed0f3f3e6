/* The strip: one mark for each contest, those in question first. With the keyboard it is one stop:
 * arrows go from mark to mark, Enter opens. What a mark stands for is written below it. */
import { useRef, useState } from "preact/hooks";
import type { Contest, Data } from "../data";
import { count, t } from "../language";
import { Shape } from "../parts";
import { to } from "../router";
import { contestName, wordName } from "../words";

/* From here on the marks are small; the table of seats has the same links in full size. */
const MANY = 320;

function told(c: Contest): string {
    const slots = { name: contestName(c), word: wordName(c.verdict), seats: c.seats, margin: c.margin_votes };
    if (c.seats > 1)
        return c.margin_votes === null
            ? t("{name}, {seats:seat/seats}: {word}; no margin is defined", slots)
            : t("{name}, {seats:seat/seats}: {word}; margin {margin:vote/votes}", slots);
    return c.margin_votes === null
        ? t("{name}: {word}; no margin is defined", slots)
        : t("{name}: {word}; margin {margin:vote/votes}", slots);
}

const STEPS: Record<string, (i: number, n: number) => number> = {
    ArrowRight: (i) => i + 1, ArrowDown: (i) => i + 1, ArrowLeft: (i) => i - 1, ArrowUp: (i) => i - 1,
    Home: () => 0, End: (_, n) => n - 1,
};

export function Strip({ data }: { data: Data }) {
    const contests = data.byUrgency;
    const list = useRef<HTMLUListElement>(null);
    const [stop, setStop] = useState(0);
    const [at, setAt] = useState<number | null>(null);
    const seats = (c: Contest) => (c.seats > 1 ? count(c.seats) : null);
    const go = (e: KeyboardEvent) => {
        const step = STEPS[e.key];
        if (!step) return;
        e.preventDefault();
        const next = Math.max(0, Math.min(contests.length - 1, step(stop, contests.length)));
        setStop(next);
        list.current?.querySelectorAll<HTMLElement>("a")[next]?.focus();
    };
    return (
        <div class={contests.length > MANY ? "strip many" : "strip"}>
            <ul ref={list} onKeyDown={go} onPointerLeave={() => setAt(null)}>
                {contests.map((c, i) => (
                    <li key={c.id}>
                        <a href={to("seat", c.id)} class={`mark is-${c.verdict}`} tabIndex={i === stop ? 0 : -1}
                            aria-label={told(c)} onFocus={() => { setStop(i); setAt(i); }}
                            onBlur={() => setAt(null)} onPointerEnter={() => setAt(i)}>
                            <Shape word={c.verdict} />{seats(c)}
                        </a>
                    </li>
                ))}
            </ul>
            <p class="told faint no-print" aria-hidden="true">{at === null ? t("Point at a mark to read which seat it is.") : told(contests[at]!)}</p>
        </div>
    );
}
