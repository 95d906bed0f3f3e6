#include "sensitivity/sets.h"

#include <stdlib.h>

#include "sensitivity/recount.h"
#include "tally/tally.h"

/* What one form adds to the fall of the assertion at hand. */
typedef struct {
    cv_wide adds;
    int32_t form;
} share;

/* An assertion that can change its sign. */
typedef struct {
    int32_t assertion;
    int32_t n;       /* fewest forms that change it           */
    int32_t n_close; /* fewest that, once answered, keep it   */
} turnable;

typedef struct {
    const cv_sensitivity_input *in;
    const cv_open_forms *open;
    bool missing; /* only the missing forms are asked about */
    const cv_tally *base;
    int32_t n_turnable;
    turnable *turnable; /* fewest forms first */
} finder;

/* Any number, when a cap is not known: more than any sum of real falls. */
static cv_wide as_number(cv_fall fall)
{
    return fall.no_limit ? (cv_wide)1 << 100 : fall.fall;
}

static int by_share(const void *a, const void *b)
{
    const share *x = a, *y = b;
    int order = cv_wide_cmp(y->adds, x->adds);
    return order ? order : (x->form > y->form) - (x->form < y->form);
}

/* The fall without any of the forms asked about; their shares go to `out`, largest first. */
static cv_wide shares_of(share *out, int32_t *n, const finder *f, const cv_weights *w)
{
    cv_wide before = 0;
    *n = 0;
    for (int32_t i = 0; i < f->open->n; i++) {
        const cv_open_form *form = &f->open->form[i];
        cv_wide all = as_number(cv_worst_fall(form, w, f->missing, NULL)), given = 0;
        if (!f->missing && form->has_missing) given = as_number(cv_worst_fall(form, w, true, NULL));
        before += given;
        if (all > given) out[(*n)++] = (share){all - given, i};
    }
    qsort(out, (size_t)*n, sizeof *out, by_share);
    return before;
}

/* How many of the largest shares, on top of `sum`, reach the need. */
static int32_t fewest(const share *s, int32_t n, cv_wide sum, cv_wide need)
{
    for (int32_t i = 0; i < n; i++)
        if ((sum += s[i].adds) >= need) return i + 1;
    return -1;
}

/* How many of the largest must go so that the rest stays below the need; -1: it cannot. */
static int32_t fewest_closing(const share *s, int32_t n, cv_wide sum, cv_wide need)
{
    if (sum > 0 && sum >= need) return -1;
    cv_wide all = sum;
    for (int32_t i = 0; i < n; i++) all += s[i].adds;
    int32_t gone = 0;
    while (gone < n && all > 0 && all >= need) all -= s[gone++].adds;
    return gone;
}

static int by_size(const void *a, const void *b)
{
    const turnable *x = a, *y = b;
    if (x->n != y->n) return x->n < y->n ? -1 : 1;
    return (x->assertion > y->assertion) - (x->assertion < y->assertion);
}

static cv_weights weights_at(const finder *f, int32_t assertion, cv_arena *scratch)
{
    const cv_tally *t = f->in->tally;
    return cv_weights_of(&t->assertion[assertion], t->n_options, scratch);
}

static void find_turnable(finder *f, cv_arena *keep, cv_arena scratch)
{
    const cv_tally *t = f->in->tally;
    f->turnable = cv_new(keep, turnable, t->n_assertions);
    share *s = cv_new(&scratch, share, f->open->n);
    for (int32_t i = 0; i < t->n_assertions; i++) {
        cv_arena here = scratch;
        cv_weights w = weights_at(f, i, &here);
        int32_t n = 0;
        cv_wide before = shares_of(s, &n, f, &w);
        int32_t size = fewest(s, n, before, w.need);
        if (size >= 0)
            f->turnable[f->n_turnable++] =
                (turnable){i, size, fewest_closing(s, n, before, w.need)};
    }
    if (f->n_turnable) qsort(f->turnable, (size_t)f->n_turnable, sizeof *f->turnable, by_size);
}

/* ---- witnesses ---- */

/* All missing forms and the first `size` of `s` at their worst for the assertion. */
static void worst_change(cv_change *z, const finder *f, const cv_weights *w, const share *s,
                         int32_t size, cv_arena scratch)
{
    cv_change *one = cv_new(&scratch, cv_change, w->n + 2);
    bool *whole = cv_new(&scratch, bool, f->open->n);
    for (int32_t i = 0; i < size; i++) whole[s[i].form] = true;
    for (int32_t i = 0; i < f->open->n; i++) {
        const cv_open_form *form = &f->open->form[i];
        bool given = !f->missing && form->has_missing;
        if (!whole[i] && !given) continue;
        for (int32_t k = 0; k < w->n + 2; k++) one[k] = 0;
        cv_worst_fall(form, w, !whole[i] || f->missing, one);
        for (int32_t k = 0; k < w->n + 2; k++) z[k] += one[k];
    }
    /* Many forms without a known cap together stay within what can be counted. */
    for (int32_t k = 0; k < w->n + 2; k++)
        if (z[k] > 100 * CV_ANY_BALLOTS) z[k] = 100 * CV_ANY_BALLOTS;
}

static bool is_known(const cv_sets *out, const cv_tally *t)
{
    for (int32_t i = 0; i < out->n_reachable; i++) {
        const cv_reachable *r = &out->reachable[i];
        bool same = r->kind == t->kind && r->n_winners == t->n_winners;
        for (int32_t k = 0; same && k < t->n_winners; k++) same = r->winner[k] == t->winner[k];
        for (int32_t k = 0; same && k < t->n_options; k++) same = r->seats[k] == t->seats[k];
        if (same) return true;
    }
    return false;
}

static void note_reachable(cv_sets *out, const cv_tally *t, int32_t n_questions, cv_arena *keep)
{
    if (out->n_reachable == CV_REACHABLE_MAX || is_known(out, t)) return;
    int32_t *winner = cv_new(keep, int32_t, t->n_winners);
    int32_t *seats = cv_new(keep, int32_t, t->n_options);
    for (int32_t i = 0; i < t->n_winners; i++) winner[i] = t->winner[i];
    for (int32_t i = 0; i < t->n_options; i++) seats[i] = t->seats[i];
    out->reachable[out->n_reachable++] =
        (cv_reachable){t->kind, t->n_winners, winner, seats, n_questions};
}

/* The assertion at hand: its shares, largest first. */
typedef struct {
    const cv_weights *w;
    const share *share;
    int32_t n;
} hand;

/* Where results and temporaries go. */
typedef struct {
    cv_arena *keep;
    cv_arena scratch;
    cv_error *err;
} room;

/* Counts with the first `size` forms at their worst. Another outcome is noted. */
static cv_status try_set(bool *changed, cv_sets *out, const finder *f, const hand *h, int32_t size,
                         room r)
{
    cv_arena other = cv_arena_open();
    cv_change *z = cv_new(&r.scratch, cv_change, h->w->n + 2);
    worst_change(z, f, h->w, h->share, size, r.scratch);
    cv_tally t;
    cv_status s = cv_recount(&t, f->in, z, &other, r.scratch, r.err);
    *changed = s == CV_OK && !cv_tally_same(f->base, &t);
    if (*changed) note_reachable(out, &t, size, r.keep);
    cv_arena_close(&other);
    return s;
}

static void keep_changing(cv_sets *out, const hand *h, int32_t size, int32_t low, cv_arena *keep)
{
    if (out->changing.exists && out->changing.n <= size) return;
    int32_t *form = cv_new(keep, int32_t, size);
    for (int32_t i = 0; i < size; i++) form[i] = h->share[i].form;
    out->changing = (cv_smallest_set){true, size == low, low, size, form};
    out->proved = true;
}

/* The fewest forms, the fewest that go past a tie, and all of them. */
static cv_status try_assertion(cv_sets *out, const finder *f, const turnable *it, room r)
{
    const cv_tally *t = f->in->tally;
    share *s = cv_new(&r.scratch, share, f->open->n);
    cv_weights w = cv_weights_of(&t->assertion[it->assertion], t->n_options, &r.scratch);
    hand h = {.w = &w, .share = s};
    cv_wide before = shares_of(s, &h.n, f, &w);
    int32_t past = fewest(s, h.n, before, w.need + 1);
    const int32_t size[] = {it->n, past < 0 ? h.n : past, h.n};
    for (int32_t i = 0; i < 3; i++) {
        bool changed = false;
        if (i > 0 && size[i] == size[i - 1]) continue;
        CV_TRY(try_set(&changed, out, f, &h, size[i], r));
        if (changed) keep_changing(out, &h, size[i], f->turnable[0].n, r.keep);
    }
    return CV_OK;
}

/* ---- closing ---- */

static int by_closing(const void *a, const void *b)
{
    const turnable *x = a, *y = b;
    if (x->n_close != y->n_close) return x->n_close > y->n_close ? -1 : 1;
    return (x->assertion > y->assertion) - (x->assertion < y->assertion);
}

/* Takes the heaviest forms of one assertion until the rest cannot turn it. */
static bool close_assertion(bool *answered, const finder *f, const turnable *it, cv_arena scratch)
{
    share *s = cv_new(&scratch, share, f->open->n);
    cv_weights w = weights_at(f, it->assertion, &scratch);
    int32_t n = 0;
    cv_wide all = shares_of(s, &n, f, &w);
    for (int32_t i = 0; i < n; i++) all += answered[s[i].form] ? 0 : s[i].adds;
    for (int32_t i = 0; i < n && all > 0 && all >= w.need; i++) {
        if (answered[s[i].form]) continue;
        answered[s[i].form] = true;
        all -= s[i].adds;
    }
    return all <= 0 || all < w.need;
}

static void find_closing(cv_sets *out, const finder *f, cv_arena *keep, cv_arena scratch)
{
    turnable *order = cv_new(&scratch, turnable, f->n_turnable);
    for (int32_t i = 0; i < f->n_turnable; i++) order[i] = f->turnable[i];
    qsort(order, (size_t)f->n_turnable, sizeof *order, by_closing);
    bool *answered = cv_new(&scratch, bool, f->open->n);
    cv_smallest_set set = {.exists = true, .low = order[0].n_close};
    for (int32_t i = 0; i < f->n_turnable; i++)
        if (order[i].n_close < 0 || !close_assertion(answered, f, &order[i], scratch))
            set.exists = false;
    int32_t *form = cv_new(keep, int32_t, f->open->n);
    for (int32_t i = 0; set.exists && i < f->open->n; i++)
        if (answered[i]) form[set.n++] = i;
    set.form = form;
    set.proved = set.exists && set.n == set.low;
    out->closing = set;
}

cv_status cv_sets_find(cv_sets *out, const cv_open_case *asked, cv_arena *keep, cv_arena scratch,
                       cv_error *err)
{
    enum { MOST_TRIED = 64 };
    cv_tally base;
    cv_arena other = cv_arena_open();
    finder f = {.in = asked->in, .open = asked->open, .missing = asked->missing, .base = &base};
    cv_sets r = {.reachable = cv_new(keep, cv_reachable, CV_REACHABLE_MAX)};
    cv_status s = cv_recount_base(&base, asked->in, &other, scratch, err);
    find_turnable(&f, &other, scratch);
    for (int32_t i = 0; s == CV_OK && i < f.n_turnable && i < MOST_TRIED; i++)
        s = try_assertion(&r, &f, &f.turnable[i], (room){keep, scratch, err});
    if (f.n_turnable) find_closing(&r, &f, keep, scratch);
    if (!r.changing.exists && f.n_turnable) r.changing.low = f.turnable[0].n;
    cv_arena_close(&other);
    if (s == CV_OK) *out = r;
    return s;
}
