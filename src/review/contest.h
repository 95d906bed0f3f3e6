/* review/contest.h — one contest from its forms to what could still change it; the inside of
 * review.c, which runs contests in parallel. */
#ifndef CV_REVIEW_CONTEST_H
#define CV_REVIEW_CONTEST_H

#include "base/error.h"
#include "review/refused.h"
#include "review/result.h"

/* What the verdict needs besides cv_contest_review. */
typedef struct {
    bool lot_unused, decisions_change, all_recounts;
    int32_t n_without_copy;
    int32_t n_conflicts; /* open readings of decisions, where they give different outcomes     */
    int32_t n_refused_unknown; /* set by review.c */
    int32_t n_copy_sums;
    cv_copy_sums *copy_sums;
} cv_contest_facts;

typedef struct {
    const cv_review *review; /* its election, check and disputes are filled                    */
    cv_contest_ix contest;
    const cv_refused_rows *refused; /* of the contest                                          */
} cv_contest_job;

/* Everything but the verdict.
 * keep     owns what `out` and `facts` point to */
cv_status cv_review_contest(cv_contest_review *out, cv_contest_facts *facts,
                            const cv_contest_job *job, cv_arena *keep, cv_arena scratch,
                            cv_error *err);

#endif
