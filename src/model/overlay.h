/* model/overlay.h — the decisions in force, as what they do to the forms of each contest.
 *
 * The election stays as it was read. Whoever sums or examines forms asks the overlay which
 * forms count and with which figures; without one (NULL) the forms count as they are.
 */
#ifndef CV_MODEL_OVERLAY_H
#define CV_MODEL_OVERLAY_H

#include "model/decision.h"
#include "model/election.h"

/* One changed form. */
typedef struct {
    int32_t row;         /* of the contest's forms                                       */
    bool counts;         /* after the decisions                                          */
    int32_t figures_row; /* the form whose figures count in its place; -1: `decision`'s
                            own figures; `row` itself when nothing replaces them          */
    int32_t decision;    /* into election.decision: the last one that changed it         */
} cv_overlay_change;

typedef struct {
    int32_t n_contests;
    const int32_t *n_changes;               /* [n_contests]                          */
    const cv_overlay_change *const *change; /* [n_contests] ascending row            */
} cv_overlay;

#endif
