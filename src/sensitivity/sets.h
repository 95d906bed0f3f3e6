/* sensitivity/sets.h — the smallest sets of open forms: that change the outcome, and whose answer
 * leaves nothing that can (methods.md, Sensitivity). */
#ifndef CV_SENSITIVITY_SETS_H
#define CV_SENSITIVITY_SETS_H

#include "sensitivity/bounds.h"

typedef struct {
    cv_smallest_set changing, closing; /* as numbers into `open`                              */
    bool proved;                       /* another outcome was counted                         */
    int32_t n_reachable;
    cv_reachable *reachable;
} cv_sets;

enum { CV_REACHABLE_MAX = 20 };

/* Asked about what is missing alone, the sets are of missing forms; else they are of questions,
 * with all that is missing at its worst. Some assertion can change its sign.
 * keep     owns what `out` points to */
cv_status cv_sets_find(cv_sets *out, const cv_open_case *asked, cv_arena *keep, cv_arena scratch,
                       cv_error *err);

#endif
