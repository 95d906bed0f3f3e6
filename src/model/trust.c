#include "model/trust.h"

static const uint8_t DEFAULT_ORDER[CV_N_COPY_KINDS] = {
    CV_COPY_RECOUNT,  CV_COPY_ORIGINAL, CV_COPY_POSTED, CV_COPY_AGENT,
    CV_COPY_OBSERVER, CV_COPY_MACHINE,  CV_COPY_PORTAL, CV_COPY_EARLIER,
};

static int32_t place_in(const uint8_t *order, int32_t n, cv_copy_kind kind)
{
    for (int32_t i = 0; i < n; i++)
        if (order[i] == kind) return i;
    return -1;
}

int32_t cv_trust_rank(const cv_trust *t, cv_copy_kind kind)
{
    int32_t at = place_in(t->order, t->n_order, kind);
    if (at >= 0) return CV_N_COPY_KINDS - at;
    /* Behind all that are named, in the default order among themselves. */
    int32_t before = t->n_order, own = place_in(DEFAULT_ORDER, CV_N_COPY_KINDS, kind);
    for (int32_t i = 0; i < own; i++)
        before += place_in(t->order, t->n_order, (cv_copy_kind)DEFAULT_ORDER[i]) < 0;
    return CV_N_COPY_KINDS - before;
}

bool cv_trust_counts(const cv_trust *t, cv_copy_kind kind)
{
    if (kind == CV_COPY_RECOUNT && t->recount_by_decision) return false;
    if (t->has_count_from) return t->count_from[kind];
    return kind == CV_COPY_ORIGINAL || kind == CV_COPY_RECOUNT;
}
