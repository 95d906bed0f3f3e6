/* review/readings.h — decisions that cannot both stand: does the outcome hang on which does?
 *
 * Every combination of the readings that no rank of bodies settles is summed and counted
 * (methods.md, Decisions). Internal to review/.
 */
#ifndef CV_REVIEW_READINGS_H
#define CV_REVIEW_READINGS_H

#include "base/error.h"
#include "review/result.h"

typedef struct {
    int32_t n_open; /* conflicts of the contest that stay open                                 */
    bool differ;    /* some reading gives another outcome than `tally`, or there are too many
                       to look at each                                                        */
} cv_readings;

/* tally   of the first readings */
cv_status cv_readings_compare(cv_readings *out, const cv_review *review, cv_contest_ix c,
                              const cv_tally *tally, cv_arena scratch, cv_error *err);

#endif
