/* model/verdict_texts.h — the one catalogue of words and sentences for verdicts, in English.
 *
 * Words that the law reserves to a body (elected, valid, annulled, fraud) do not occur here,
 * and no sentence says more than its numbers show (methods.md, Verdict).
 */
#ifndef CV_MODEL_VERDICT_TEXTS_H
#define CV_MODEL_VERDICT_TEXTS_H

#include "base/sentence.h"
#include "model/verdict.h"

/* "confirmed", "holds", "open", "contradicted", "undetermined": the word of review.json. */
cv_str cv_word_name(cv_word word);
/* The word as a person reads it, and what it means, in one sentence. */
cv_str cv_word_shown(cv_word word, const cv_language *l);
cv_str cv_word_meaning(cv_word word, const cv_language *l);

/* The code as review.json writes it: "cannot_reach". */
cv_str cv_reason_name(cv_reason_code code);
/* The reason's sentence as a msgid with slots: {a} {b} {c} are the numbers, {option} and {other}
 * names of options, "nobody" where there is none. */
const char *cv_reason_text(cv_reason_code code);
/* The sentence with its slots filled in. */
cv_str cv_reason_sentence(const cv_reason *r, const cv_contest *contest, const cv_language *l,
                          cv_arena *keep);

#endif
