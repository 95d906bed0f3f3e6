/* Verdict — one of five words, with a shape of its own: the word says it, the shape and the colour
 * only help to find it again. */
import type { Word } from "../data";
import { wordName } from "../words";

/* On a field of 16 by 16. */
const SHAPES: Record<Word, preact.JSX.Element> = {
    confirmed: <><circle cx="8" cy="8" r="6.5" class="fill" /><path d="M4.8 8.2l2.2 2.3 4.2-4.8" class="mark" /></>,
    holds: <circle cx="8" cy="8" r="5.6" class="line" />,
    open: <path d="M8 1.8L15 14H1z" class="fill" />,
    contradicted: <path d="M8 .6L15.4 8 8 15.4.6 8z" class="fill" />,
    undetermined: <rect x="2" y="2" width="12" height="12" class="line dashed" />,
};

export function Shape({ word }: { word: Word }) {
    return (
        <svg class={`shape is-${word}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            {SHAPES[word]}
        </svg>
    );
}

export function Verdict({ word }: { word: Word }) {
    return (
        <span class={`verdict is-${word}`}>
            <Shape word={word} />
            {wordName(word)}
        </span>
    );
}
