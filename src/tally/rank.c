#include "tally/rank.h"

cv_rank cv_rank_open(cv_arena *keep, int32_t room)
{
    return (cv_rank){0, cv_new(keep, int32_t, room), cv_new(keep, int64_t, room)};
}

void cv_rank_add(cv_rank *rank, int32_t option, int64_t value)
{
    rank->option[rank->n] = option;
    rank->value[rank->n++] = value;
}

/* By insertion: a contest has tens of options, and equal values keep their order. */
void cv_rank_sort(cv_rank *rank)
{
    for (int32_t i = 1; i < rank->n; i++) {
        int32_t option = rank->option[i], at = i;
        int64_t value = rank->value[i];
        for (; at > 0 && rank->value[at - 1] < value; at--) {
            rank->value[at] = rank->value[at - 1];
            rank->option[at] = rank->option[at - 1];
        }
        rank->value[at] = value;
        rank->option[at] = option;
    }
}

cv_cut cv_rank_cut(const cv_rank *rank, int32_t places)
{
    if (places >= rank->n) return (cv_cut){.n_sure = rank->n};
    if (places <= 0) return (cv_cut){0};
    int64_t last = rank->value[places - 1];
    if (rank->value[places] < last) return (cv_cut){.n_sure = places};
    cv_cut cut = {0};
    while (rank->value[cut.n_sure] > last) cut.n_sure++;
    while (cut.n_sure + cut.n_tied < rank->n && rank->value[cut.n_sure + cut.n_tied] == last)
        cut.n_tied++;
    cut.places = places - cut.n_sure;
    return cut;
}
