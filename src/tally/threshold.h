/* tally/threshold.h — which lists take part in the allocation (methods.md, Lists). */
#ifndef CV_TALLY_THRESHOLD_H
#define CV_TALLY_THRESHOLD_H

#include "tally/work.h"

/* Fills w->takes_part and the threshold lines, margins left out. Ends the count as incomplete,
 * and returns false, when a needed base is not known or when votes were cast and no list
 * passes: what happens then the rule set does not say. */
bool cv_thresholds_apply(cv_work *w);

#endif
