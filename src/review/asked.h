/* review/asked.h — everything that bodies are asked to decide in one contest, from whoever knows.
 */
#ifndef CV_REVIEW_ASKED_H
#define CV_REVIEW_ASKED_H

#include "model/asked.h"
#include "review/result.h"

/* Complaints under way first, then recounts that were ordered and are not on record.
 * keep     owns the list */
const cv_asked *cv_review_asked(int32_t *n, const cv_review *review, cv_contest_ix contest,
                                cv_arena *keep);

#endif
