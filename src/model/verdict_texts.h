/* model/verdict_texts.h — the one catalogue of words and sentences for verdicts (English).
 *
 * Words that the law reserves to a body (elected, valid, annulled, fraud) do not occur here,
 * and no sentence says more than its numbers show (methods.md, Verdict).
 */
#ifndef CV_MODEL_VERDICT_TEXTS_H
#define CV_MODEL_VERDICT_TEXTS_H

#include "model/verdict.h"

/* "confirmed", "holds", "open", "contradicted", "undetermined". */
cv_str cv_word_name(cv_word word);
/* What the word means, in one sentence. */
cv_str cv_word_meaning(cv_word word);

/* The code as review.json writes it: "cannot_reach". */
cv_str cv_reason_name(cv_reason_code code);
/* The reason's sentence with its numbers and option names filled in. */
cv_str cv_reason_sentence(const cv_reason *r, const cv_contest *contest, cv_arena *keep);

#endif
