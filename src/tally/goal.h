/* tally/goal.h — the fewest votes that let somebody reach several conditions at once.
 *
 * An empty seat is filled, and a run-off avoided, only when one option meets every condition:
 * the share, the lead over each rival, more votes than against all. The least number of ballots
 * is found by halving over exact inequalities: what the others would have to lose must be no
 * more than the ballots at hand (methods.md, Margins). Internal to tally/.
 */
#ifndef CV_TALLY_GOAL_H
#define CV_TALLY_GOAL_H

#include "tally/rest.h"

typedef struct {
    int32_t option;   /* who is to reach it                                                 */
    int32_t which;    /* win condition that must hold; -1: none                             */
    bool needs_share; /* the minimum share must hold                                        */
    bool against;     /* option is "against all", and is to make the seat empty             */
} cv_goal;

cv_moves cv_goal_moves(const cv_work *w, const cv_goal *goal);

#endif
