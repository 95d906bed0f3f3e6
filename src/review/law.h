/* review/law.h — one contest's figures, held against the rules of the legal profile. */
#ifndef CV_REVIEW_LAW_H
#define CV_REVIEW_LAW_H

#include "review/result.h"

/* `own` has its counts and its sensitivity; nothing is asked where the election names no law.
 * keep     owns what `out` points to */
void cv_review_law(cv_law_contest *out, const cv_review *review, cv_contest_ix c,
                   const cv_contest_review *own, cv_arena *keep, cv_arena scratch);

#endif
