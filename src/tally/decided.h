/* tally/decided.h — what a count must be told of the decisions in force: whom they barred, whose
 * votes they cancelled, how many stations they annulled (model/overlay.h). */
#ifndef CV_TALLY_DECIDED_H
#define CV_TALLY_DECIDED_H

#include "model/overlay.h"
#include "tally/tally.h"

/* The facts of a contest with its decisions; lots included.
 * d        NULL: without decisions
 * sums     of the contest under the same decisions: its stations and their register */
cv_tally_facts cv_tally_facts_decided(const cv_contest *contest, const cv_overlay_contest *d,
                                      const cv_sums *sums, cv_arena *keep);

#endif
