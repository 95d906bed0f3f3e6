/* tally/recount.h — does this change of votes change the seats? Counted, not reasoned.
 * Internal to tally/. */
#ifndef CV_TALLY_RECOUNT_H
#define CV_TALLY_RECOUNT_H

#include "tally/rest.h"

/* Of the ways in which a list crosses a threshold, those that are nearer than `pairs` and whose
 * crossing gives other seats, or a tie; the others become CV_NEVER. */
cv_moves cv_recount_crossing(const cv_work *w, int32_t option, cv_moves moves,
                             const cv_margin *pairs);

/* Takes into the margin, for each pair of lists, the least number found by halving that gives
 * another outcome: an upper bound, since the outcome need not change once and for all. */
void cv_recount_pairs(cv_work *w);

#endif
