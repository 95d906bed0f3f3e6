/* How many seats stand in each of the five words, and what the word means. */
import type { Review } from "../data";
import { count, t } from "../language";
import { Shape } from "../parts";
import { toQuery } from "../router";
import { WORDS, wordMeaning, wordName } from "../words";

export function Counts({ review }: { review: Review }) {
    const label = (word: (typeof WORDS)[number], n: number) =>
        t("{n:contest/contests}: {word}", { n, word: wordName(word) });
    return (
        <ul class="counts">
            {WORDS.map((word) => {
                const n = review.words[word] ?? 0;
                const name = <><Shape word={word} /><span>{wordName(word)}</span></>;
                return (
                    <li key={word} class={n ? `is-${word}` : `is-${word} none`}>
                        <span class="n">{count(n)}</span>
                        {n
                            ? <a class="word" href={toQuery({ word }, "seats")} aria-label={label(word, n)}>{name}</a>
                            : <span class="word">{name}</span>}
                        <span class="meaning">{wordMeaning(word)}</span>
                    </li>
                );
            })}
        </ul>
    );
}
