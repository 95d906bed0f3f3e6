/* tally/pair.h — what keeps a seat with one list and not with another (methods.md, Assertions).
 *
 * The allocation stands as long as no list can take a seat from another: for highest averages
 * the holder's last average stays above the rival's next; for largest remainders
 * T_A − T_B stays above (a − b − 1) quotas. Internal to tally/.
 */
#ifndef CV_TALLY_PAIR_H
#define CV_TALLY_PAIR_H

#include "tally/rest.h"

typedef struct {
    int32_t holder, rival;
    int32_t held;  /* seats of the holder, at least 1 */
    int32_t wants; /* seats of the rival              */
} cv_pair;

/* The fewest votes that let the rival take the holder's last seat, or tie for it. */
cv_moves cv_average_moves(const cv_work *w, cv_pair pair);
/* Adds an assertion that the rival cannot. */
void cv_average_assert(cv_work *w, cv_pair pair);

/* The same for one run of largest remainders. lists[n]: those that take part in the run. For
 * the figures of one total wrong, votes and so the quota stay as stated. */
cv_moves cv_remainder_moves(const cv_work *w, const cv_list_run *run, const bool *lists,
                            cv_pair pair);
/* A rounded quota is no linear function of the votes: where rounding could matter the
 * assertion is that the votes of the run do not change. */
void cv_remainder_assert(cv_work *w, const cv_list_run *run, const bool *lists, cv_pair pair);

#endif
