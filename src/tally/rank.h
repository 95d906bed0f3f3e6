/* tally/rank.h — options in order of a number, and the cut after the last place. */
#ifndef CV_TALLY_RANK_H
#define CV_TALLY_RANK_H

#include "base/count.h"

typedef struct {
    int32_t n;
    int32_t *option; /* [n] largest value first; equal values by option */
    int64_t *value;  /* [n] */
} cv_rank;

/* An empty ranking with room for `room` options. */
cv_rank cv_rank_open(cv_arena *keep, int32_t room);
void cv_rank_add(cv_rank *rank, int32_t option, int64_t value);
void cv_rank_sort(cv_rank *rank);

/* Who is beyond doubt among the first `places`, and who shares the last value with somebody
 * who does not fit. Options stand in the ranking as: n_sure, then n_tied, then the rest. */
typedef struct {
    int32_t n_sure;
    int32_t n_tied; /* 0 when all who share the last value fit  */
    int32_t places; /* left for the tied; 0 when n_tied is 0    */
} cv_cut;

cv_cut cv_rank_cut(const cv_rank *rank, int32_t places);

#endif
