#include "tally/tally.h"

static bool is_among(int32_t option, const int32_t *list, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (list[i] == option) return true;
    return false;
}

/* Each of the run-off's options is beyond doubt or ties for a place, and the numbers agree. */
static bool agrees(const cv_tally *first, const int32_t *option, int32_t n)
{
    for (int32_t i = 0; i < first->n_winners; i++)
        if (!is_among(first->winner[i], option, n)) return false;
    for (int32_t i = 0; i < n; i++) {
        int32_t o = option[i];
        if (o < 0 || o >= first->n_options || is_among(o, option, i)) return false;
        if (!is_among(o, first->winner, first->n_winners) && !first->in_lot[o]) return false;
    }
    return n == first->n_winners + first->lot_places;
}

cv_runoff_fit cv_runoff_check(const cv_tally *first, const int32_t *option, int32_t n)
{
    bool for_runoff = first->kind == CV_TIE && first->lot_for == CV_LOT_FOR_RUNOFF;
    if (first->kind == CV_INCOMPLETE) return CV_RUNOFF_UNKNOWN;
    if (first->kind != CV_RUNOFF && !for_runoff) return CV_RUNOFF_NOT_DUE;
    if (!agrees(first, option, n)) return CV_RUNOFF_WRONG;
    return for_runoff ? CV_RUNOFF_BY_LOT : CV_RUNOFF_FITS;
}
