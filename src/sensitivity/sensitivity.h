/* sensitivity/sensitivity.h — what could still change the outcome of one contest, in votes.
 *
 * Method: methods.md, Sensitivity; methods.md, From findings to votes. Worst cases only: a
 * statistical estimate never enters. Everything in integers.
 */
#ifndef CV_SENSITIVITY_SENSITIVITY_H
#define CV_SENSITIVITY_SENSITIVITY_H

#include "base/error.h"
#include "model/asked.h"
#include "sensitivity/question.h"
#include "sensitivity/result.h"
#include "tally/tally.h"

typedef struct {
    const cv_election *election;
    cv_contest_ix contest;
    const cv_overlay *overlay;   /* NULL: no decisions                                          */
    const cv_sums *sums;         /* of the contest under the overlay                            */
    const cv_tally *tally;       /* of these sums, with assertions                              */
    const cv_tally_facts *facts; /* with which it was counted; NULL: those of the contest as read */
    cv_questions questions;
    int32_t n_asked; /* what bodies are asked to decide in this contest                        */
    const cv_asked *asked;
    bool narrow_recount; /* a recount only judges anew what is valid; else any paper may be
                            anything (methods.md, Sensitivity)                                 */
    /* About how many steps a search may take before it gives bounds; 0: CV_EFFORT_DEFAULT. */
    int64_t effort;
} cv_sensitivity_input;

#define CV_EFFORT_DEFAULT INT64_C(20000000)

/* keep owns what `out` points to.
 * Fails only when a count of changed totals fails (tally/tally.h). */
cv_status cv_sensitivity_run(cv_sensitivity *out, const cv_sensitivity_input *in, cv_arena *keep,
                             cv_arena scratch, cv_error *err);

#endif
