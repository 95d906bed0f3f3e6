/* review/review.h — the pipeline: from an election to its review.
 *
 * check → decisions → sums → counts → sensitivity → verdicts → chamber. Contests are worked on
 * in parallel; results stand in contest order and are the same bytes on any number of threads.
 */
#ifndef CV_REVIEW_REVIEW_H
#define CV_REVIEW_REVIEW_H

#include "base/error.h"
#include "review/result.h"

typedef struct {
    cv_date as_of;    /* decisions after it are not in force; CV_NO_DATE: all are              */
    cv_date known_at; /* what was recorded after it is left out; CV_NO_DATE: all is known      */
    int32_t threads;  /* 0: as many as there are processors                                     */
    int32_t n_steps;  /* of a what-if (review/what_if.h); 0: nothing is asked                   */
    const cv_if_step *step;
    /* Told how many of `total` contests are done, now and then, from one thread at a time.
     * NULL: nobody is told. Returning false stops the review with CV_E_STOPPED. */
    bool (*progress)(void *who, int32_t done, int32_t total);
    /* Told the name of each stage as it begins: check, contests, verdicts. NULL: nobody is told. */
    void (*stage)(void *who, const char *name);
    void *who;
} cv_review_options;

#define CV_REVIEW_OPTIONS_DEFAULT ((cv_review_options){.as_of = CV_NO_DATE, .known_at = CV_NO_DATE})

/* keep     owns everything `out` points to
 * The papers' faults are results; fails only when a limit is passed or the caller stops it. */
cv_status cv_review_run(cv_review *out, const cv_election *e, const cv_review_options *options,
                        cv_arena *keep, cv_arena scratch, cv_error *err);

#endif
