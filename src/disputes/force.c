#include "disputes/force.h"

#include <stdlib.h>

bool cv_date_is_by(cv_date d, cv_date limit)
{
    if (!cv_date_is(limit) || !cv_date_is(d)) return true;
    if (limit.minute < 0) return d.day <= limit.day;
    return cv_date_cmp(d, limit) <= 0;
}

/* ---- in the order of writing ---- */

typedef struct {
    int32_t seq, position, i;
} written;

static int by_writing(const void *a, const void *b)
{
    const written *x = a, *y = b;
    if (x->seq != y->seq) return x->seq < y->seq ? -1 : 1;
    if (x->position != y->position) return x->position < y->position ? -1 : 1;
    return (x->i > y->i) - (x->i < y->i);
}

static written *in_order(const cv_election *e, cv_arena *scratch)
{
    written *w = cv_new(scratch, written, e->n_decisions);
    bool sorted = true;
    for (int32_t i = 0; i < e->n_decisions; i++) {
        w[i] = (written){e->decision[i].seq, e->decision[i].position, i};
        sorted = sorted && (i == 0 || by_writing(&w[i - 1], &w[i]) <= 0);
    }
    if (!sorted) qsort(w, (size_t)e->n_decisions, sizeof *w, by_writing);
    return w;
}

/* The first effect that is not written before (seq, position). */
static int32_t first_of(const written *w, int32_t n, int32_t seq, int32_t position)
{
    int32_t low = 0, high = n;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        bool before = w[middle].seq != seq ? w[middle].seq < seq : w[middle].position < position;
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- in force ---- */

static cv_effect_state state_in_time(const cv_decision *d, const cv_ledger_question *q)
{
    if (!cv_date_is_by(d->recorded, q->known_at)) return CV_EFFECT_NOT_KNOWN;
    if (!cv_date_is_by(d->effective, q->as_of)) return CV_EFFECT_LATER;
    if (cv_date_is(d->until) && cv_date_is_by(d->until, q->as_of)) return CV_EFFECT_ENDED;
    return CV_EFFECT_IN_FORCE;
}

static void revoke(cv_force *f, const written *w, int32_t n, const cv_decision *d, int32_t by)
{
    int32_t position = d->revokes_position;
    int32_t at = first_of(w, n, d->revokes_seq, position);
    for (; at < n && w[at].seq == d->revokes_seq; at++) {
        if (position && w[at].position != position) return;
        int32_t i = w[at].i;
        if (f->state[i] != CV_EFFECT_IN_FORCE) continue;
        f->state[i] = CV_EFFECT_REVOKED;
        f->revoked_by[i] = by;
    }
}

/* ---- in the order of application ---- */

typedef struct {
    cv_date from;
    int32_t at; /* in the order of writing */
    int32_t i;
} applied;

static int by_time(const void *a, const void *b)
{
    const applied *x = a, *y = b;
    int order = cv_date_cmp(x->from, y->from);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static const int32_t *in_time_order(int32_t *n, const cv_election *e, const cv_force *f,
                                    const written *w, cv_arena *keep)
{
    applied *a = cv_new(keep, applied, e->n_decisions);
    bool sorted = true;
    for (int32_t at = 0; at < e->n_decisions; at++) {
        const cv_decision *d = &e->decision[w[at].i];
        if (f->state[w[at].i] != CV_EFFECT_IN_FORCE || d->effect == CV_EFFECT_REVOKE) continue;
        a[*n] = (applied){d->effective, at, w[at].i};
        sorted = sorted && (*n == 0 || by_time(&a[*n - 1], &a[*n]) <= 0);
        ++*n;
    }
    if (!sorted) qsort(a, (size_t)*n, sizeof *a, by_time);
    int32_t *in = cv_new(keep, int32_t, *n);
    for (int32_t k = 0; k < *n; k++) in[k] = a[k].i;
    return in;
}

cv_force cv_force_find(const cv_election *e, const cv_ledger_question *q, cv_arena *keep,
                       cv_arena scratch)
{
    int32_t n = e->n_decisions;
    cv_force f = {.state = cv_new(keep, uint8_t, n), .revoked_by = cv_new(keep, int32_t, n)};
    const written *w = in_order(e, &scratch);
    for (int32_t i = 0; i < n; i++) {
        f.state[i] = (uint8_t)state_in_time(&e->decision[i], q);
        f.revoked_by[i] = -1;
        f.n_later += f.state[i] == CV_EFFECT_LATER;
    }
    for (int32_t at = n; at-- > 0;) {
        const cv_decision *d = &e->decision[w[at].i];
        bool acts = f.state[w[at].i] == CV_EFFECT_IN_FORCE && d->effect == CV_EFFECT_REVOKE;
        if (acts && d->revokes_seq < d->seq) revoke(&f, w, n, d, w[at].i);
    }
    f.in = in_time_order(&f.n, e, &f, w, keep);
    return f;
}
