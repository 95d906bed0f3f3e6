#include "sensitivity/explore.h"

#include "sensitivity/recount.h"
#include "sensitivity/rises.h"
#include "tally/tally.h"

/* Contents are counted in full up to this many. */
enum { ALL_CONTENTS = 2000 };

typedef struct {
    cv_seen_list *list;
    cv_explorer *e;
    const cv_leaf *leaf;
} explorer;

/* ---- outcomes ---- */

bool cv_seen_same(const cv_seen *a, const cv_seen *b, int32_t n_options)
{
    if (a->kind != b->kind) return false;
    if (a->kind == CV_VOID || a->kind == CV_INCOMPLETE) return a->why == b->why;
    if (a->n_winners != b->n_winners || a->lot_places != b->lot_places) return false;
    for (int32_t i = 0; i < a->n_winners; i++)
        if (a->winner[i] != b->winner[i]) return false;
    for (int32_t o = 0; o < n_options; o++)
        if (a->seats[o] != b->seats[o] || a->in_lot[o] != b->in_lot[o]) return false;
    return true;
}

int32_t cv_seen_at(const cv_seen_list *list, const cv_seen *it, int32_t n_options)
{
    for (int32_t i = 0; i < list->n; i++)
        if (cv_seen_same(&list->seen[i], it, n_options)) return i;
    return -1;
}

static int32_t *sorted(int32_t *to, const int32_t *winner, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        int32_t at = i;
        for (; at > 0 && to[at - 1] > winner[i]; at--) to[at] = to[at - 1];
        to[at] = winner[i];
    }
    return to;
}

static cv_seen copied(const cv_seen *f, int32_t n_options, cv_arena *keep)
{
    cv_seen out = *f;
    int32_t *winner = cv_new(keep, int32_t, f->n_winners),
            *seats = cv_new(keep, int32_t, n_options);
    bool *in_lot = cv_new(keep, bool, n_options);
    cv_count *votes = cv_new(keep, cv_count, n_options);
    for (int32_t i = 0; i < f->n_winners; i++) winner[i] = f->winner[i];
    for (int32_t o = 0; o < n_options; o++) {
        seats[o] = f->seats[o];
        in_lot[o] = f->in_lot[o];
        votes[o] = f->votes[o];
    }
    out.winner = winner;
    out.seats = seats;
    out.in_lot = in_lot;
    out.votes = votes;
    return out;
}

static void note(const explorer *x, const cv_tally *t, const cv_count *votes, cv_arena scratch)
{
    cv_seen f = {.kind = t->kind,
                 .why = t->why,
                 .n_winners = t->n_winners,
                 .lot_places = t->lot_places,
                 .seats = t->seats,
                 .in_lot = t->in_lot,
                 .votes = votes};
    f.winner = sorted(cv_new(&scratch, int32_t, t->n_winners), t->winner, t->n_winners);
    if (cv_seen_at(x->list, &f, t->n_options) >= 0) return;
    cv_room(x->e->keep, cv_seen, x->list->seen, x->list->n, x->list->cap);
    x->list->seen[x->list->n++] = copied(&f, t->n_options, x->e->keep);
}

/* Nobody is elected, because a body says so, or may by a rule. */
static void note_void(const explorer *x, cv_why why, const cv_count *votes)
{
    int32_t n = x->e->s->n_options;
    cv_arena here = *x->e->pool;
    cv_tally t = {.kind = CV_VOID,
                  .why = why,
                  .n_options = n,
                  .seats = cv_new(&here, int32_t, n),
                  .in_lot = cv_new(&here, bool, n)};
    note(x, &t, votes, here);
}

/* ---- one count ---- */

static bool count(cv_tally *out, const explorer *x, const cv_change *z, bool assertions,
                  cv_arena *to, cv_arena scratch)
{
    cv_explorer *e = x->e;
    const cv_leaf_count what = {e->s->in, x->leaf, z, assertions};
    cv_status s = cv_recount_leaf(out, &what, to, scratch, e->err);
    if (s != CV_OK && e->status == CV_OK) e->status = s;
    e->effort--;
    return s == CV_OK;
}

static void try_change(const explorer *x, const cv_change *z, cv_arena scratch)
{
    cv_arena here = *x->e->pool;
    cv_tally t;
    if (!count(&t, x, z, false, &here, scratch)) return;
    cv_count *votes = cv_new(&scratch, cv_count, t.n_options);
    cv_recount_votes(votes, x->e->s->in, x->leaf, z);
    note(x, &t, votes, scratch);
    if (t.may_void == CV_WHY_STATIONS) note_void(x, t.may_void, votes);
}

/* ---- few unknown ballots ---- */

typedef struct {
    const explorer *x;
    cv_arena scratch;
} watcher;

static bool see(void *who, const cv_change *z)
{
    const watcher *w = who;
    try_change(w->x, z, w->scratch);
    return w->x->e->effort >= 0 && w->x->e->status == CV_OK;
}

static bool each(const explorer *x, int64_t most, cv_arena scratch)
{
    int64_t n = cv_pools_count(&x->leaf->pools, most);
    if (n > most || n > x->e->effort) return false;
    watcher *w = cv_new(&scratch, watcher, 1);
    cv_change *z = cv_new(&scratch, cv_change, x->e->s->m);
    for (int32_t i = 0; i < x->e->s->m; i++) z[i] = x->leaf->z[i];
    /* The walk and what watches it use different parts of one arena, one after the other. */
    cv_arena walking = cv_arena_open();
    *w = (watcher){x, scratch};
    cv_pools_each(&x->leaf->pools, z, see, w, walking);
    cv_arena_close(&walking);
    return true;
}

bool cv_explore_all(cv_seen_list *list, cv_explorer *e, const cv_leaf *leaf, int64_t most,
                    cv_arena scratch)
{
    explorer x = {list, e, leaf};
    return each(&x, most, scratch) && !leaf->loose;
}

/* ---- many ---- */

static cv_change *start(const explorer *x, cv_arena *scratch)
{
    cv_change *z = cv_new(scratch, cv_change, x->e->s->m);
    for (int32_t i = 0; i < x->e->s->m; i++) z[i] = x->leaf->z[i];
    return z;
}

static void try_fall(const explorer *x, const cv_weights *w, cv_wide target, bool exactly,
                     cv_arena scratch)
{
    cv_change *z = start(x, &scratch);
    if (cv_pools_fill(z, &x->leaf->pools, w, target, exactly, scratch) || !exactly)
        try_change(x, z, scratch);
}

/* Just turned, tied, just past, and as far as it goes. */
static bool try_assertion(const explorer *x, const cv_assertion *a, cv_arena scratch)
{
    cv_weights w = cv_weights_of(a, x->e->s->n_options, &scratch);
    cv_fall fall = cv_pools_fall(&x->leaf->pools, &w);
    if (!fall.no_limit && fall.fall < w.need) return false;
    if (fall.fall <= 0) return false;
    try_fall(x, &w, w.need, false, scratch);
    if (a->value > 0) try_fall(x, &w, a->value, true, scratch);
    try_fall(x, &w, w.need + 1, false, scratch);
    try_fall(x, &w, fall.fall, false, scratch);
    return true;
}

static void try_favour(const explorer *x, const cv_count *votes, int32_t option, cv_arena scratch)
{
    cv_change *z = start(x, &scratch);
    cv_pools_favour(z, &x->leaf->pools, votes, x->e->s->n_options, option, scratch);
    try_change(x, z, scratch);
}

/* Two options with the same votes, from a count that parts them. */
static void try_level(const explorer *x, const cv_count *votes, int32_t a, int32_t b,
                      cv_arena scratch)
{
    int64_t *weight = cv_new(&scratch, int64_t, x->e->s->n_options);
    cv_assertion pair = {.weight = weight, .relation = CV_ABOVE};
    weight[a] = 1;
    weight[b] = -1;
    pair.value = (cv_wide)votes[a] - votes[b];
    if (pair.value > 0) try_assertion(x, &pair, scratch);
}

static void try_options(const explorer *x, cv_arena scratch)
{
    enum { PAIRS = 8 };
    int32_t n = x->e->s->n_options;
    cv_count *votes = cv_new(&scratch, cv_count, n);
    cv_recount_votes(votes, x->e->s->in, x->leaf, x->leaf->z);
    for (int32_t o = 0; o < n && x->e->effort >= 0; o++) try_favour(x, votes, o, scratch);
    for (int32_t a = 0; a < n && n <= PAIRS && x->e->effort >= 0; a++)
        for (int32_t b = 0; b < n; b++) try_level(x, votes, a, b, scratch);
}

bool cv_explore(cv_seen_list *list, cv_explorer *e, const cv_leaf *leaf, cv_arena scratch)
{
    explorer x = {list, e, leaf};
    cv_count *votes = cv_new(&scratch, cv_count, e->s->n_options);
    cv_recount_votes(votes, e->s->in, leaf, leaf->z);
    if (leaf->is_void) {
        e->effort--;
        note_void(&x, CV_WHY_NONE, votes);
        return true;
    }
    cv_arena here = *e->pool;
    cv_tally t;
    if (!count(&t, &x, leaf->z, leaf->pools.n > 0, &here, scratch)) return false;
    const int32_t *source;
    t = cv_with_rises(&t, &source, &here);
    note(&x, &t, votes, scratch);
    if (t.may_void == CV_WHY_STATIONS) note_void(&x, t.may_void, votes);
    if (leaf->pools.n == 0) return !leaf->loose;
    /* The tally lies in the pool until the comparisons are done. */
    cv_arena *pool = e->pool;
    e->pool = &here;
    bool turns = t.kind == CV_TIE || t.kind == CV_INCOMPLETE, all = false;
    for (int32_t i = 0; i < t.n_assertions && e->effort >= 0; i++) {
        cv_weights w = cv_weights_of(&t.assertion[i], e->s->n_options, &scratch);
        cv_fall fall = cv_pools_fall(&leaf->pools, &w);
        turns = turns || fall.no_limit || (fall.fall > 0 && fall.fall >= w.need);
    }
    if (turns) all = each(&x, ALL_CONTENTS, scratch);
    for (int32_t i = 0; turns && !all && i < t.n_assertions && e->effort >= 0; i++)
        try_assertion(&x, &t.assertion[i], scratch);
    if (turns && !all) try_options(&x, scratch);
    e->pool = pool;
    return (all || !turns) && !leaf->loose;
}
