#include "sensitivity/rises.h"

/* "This total stays as it is" is written G >= 0 with G = 0 (tally/result.h): it ends by a rise
 * as well. A share that is just reached does not. */
static bool ends_by_rise(const cv_assertion *a)
{
    return a->on == CV_ON_PAIR && a->relation == CV_AT_LEAST && a->value == 0;
}

cv_assertion cv_turned_round(const cv_assertion *a, int32_t n_options, cv_arena *keep)
{
    cv_assertion out = *a;
    int64_t *weight = cv_new(keep, int64_t, n_options);
    for (int32_t o = 0; o < n_options; o++) weight[o] = -a->weight[o];
    out.weight = weight;
    out.valid = -a->valid;
    out.blank = -a->blank;
    out.invalid = -a->invalid;
    out.participants = -a->participants;
    out.registered = -a->registered;
    out.box = -a->box;
    out.constant = -a->constant;
    out.annulled_registered = -a->annulled_registered;
    out.annulled_stations = -a->annulled_stations;
    return out;
}

cv_tally cv_with_rises(const cv_tally *t, const int32_t **source, cv_arena *keep)
{
    cv_tally out = *t;
    int32_t *from = cv_new(keep, int32_t, 2 * (int64_t)t->n_assertions);
    out.assertion = cv_new(keep, cv_assertion, 2 * (int64_t)t->n_assertions);
    for (int32_t i = 0; i < t->n_assertions; i++) {
        out.assertion[i] = t->assertion[i];
        from[i] = i;
    }
    for (int32_t i = 0; i < t->n_assertions; i++) {
        if (!ends_by_rise(&t->assertion[i])) continue;
        from[out.n_assertions] = i;
        out.assertion[out.n_assertions++] = cv_turned_round(&t->assertion[i], t->n_options, keep);
    }
    *source = from;
    return out;
}
