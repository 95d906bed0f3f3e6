/* sensitivity/cover.h — the cheapest set of things whose gains reach a need.
 *
 * A covering knapsack in integers: least total cost over sets with total gain >= need. Depth
 * first over things by cost per gain, cut by the linear relaxation; when that takes too many
 * steps, by dynamic programming over the need if it is small enough; else both bounds are given
 * (methods.md, Sensitivity).
 */
#ifndef CV_SENSITIVITY_COVER_H
#define CV_SENSITIVITY_COVER_H

#include "base/arena.h"
#include "base/count.h"

typedef struct {
    int64_t gain;  /* > 0 */
    cv_count cost; /* >= 0 */
    int32_t id;    /* the caller's */
} cv_cover_item;

typedef struct {
    bool exists;   /* all gains together reach the need              */
    bool proved;   /* cost == low                                    */
    cv_count cost; /* of the best set found                          */
    cv_count low;  /* no set costs less                              */
} cv_cover;

/* need     > 0
 * known    sets that cost this much or more are of no interest; CV_COUNT_MAX: none known.
 *          When no cheaper set exists `exists` is true, cost is `known` and low is at most it.
 * effort   about how many steps may be taken */
cv_cover cv_cover_least(const cv_cover_item *item, int32_t n, int64_t need, cv_count known,
                        int64_t effort, cv_arena scratch);

/* A set that reaches the need at no more than `cost`: fills id[n] and returns how many it has; 0
 * when none was found within a fixed effort. */
int32_t cv_cover_set(int32_t *id, const cv_cover_item *item, int32_t n, int64_t need, cv_count cost,
                     cv_arena scratch);

#endif
