#include "sensitivity/leaf.h"

/* What the answers make of one place. */
typedef struct {
    bool annulled, repeated, done, again; /* again: its repeat is in a pool */
    bool *cancelled;         /* [n_options] whose votes there are cancelled; NULL: nobody's */
    const cv_count *figures; /* change by which other figures stand in; NULL: none */
    cv_count *y;             /* its papers then; NULL: not made yet                */
} place_state;

typedef struct {
    const cv_seat_questions *s;
    cv_leaf *out;
    int32_t cap;
    cv_pool *pool;
    cv_option_cancelled *option;
    place_state *state; /* [n_places]; NULL: no question shares a place */
    cv_arena *keep;
} maker;

static void add_change(maker *m, const cv_count *change)
{
    for (int32_t i = 0; change && i < m->s->m; i++) m->out->z[i] += change[i];
}

static void add_pool(maker *m, cv_pool pool)
{
    cv_room(m->keep, cv_pool, m->pool, m->out->pools.n, m->cap);
    m->pool[m->out->pools.n++] = pool;
}

static void cancel(maker *m, const cv_unit *u)
{
    if (!m->option) m->option = cv_new(m->keep, cv_option_cancelled, m->s->n_options);
    bool bars = u->bars || m->option[u->option].bars;
    m->option[u->option] = (cv_option_cancelled){true, bars, u->mode};
}

/* Nothing else touches its places. */
static void add_alone(maker *m, const cv_unit *u)
{
    if (u->kind == CV_UNIT_VOID) m->out->is_void = true;
    if (u->kind == CV_UNIT_CANCEL && u->n_places == 0) cancel(m, u);
    if (u->kind == CV_UNIT_CANCEL && u->change) m->out->cancelled_votes -= u->change[u->option];
    add_change(m, u->change);
    m->out->annulled_registered += u->registered;
    m->out->annulled_stations += u->n_stations;
    if (u->has_pool) add_pool(m, u->pool);
}

/* ---- where answers meet ---- */

static void mark(maker *m, const cv_unit *u)
{
    for (int32_t i = 0; i < u->n_places; i++) {
        place_state *p = &m->state[u->place[i]];
        if (u->kind == CV_UNIT_ANNUL) p->annulled = true;
        if (u->kind == CV_UNIT_REPEAT) p->repeated = true;
        if (u->kind == CV_UNIT_FIGURES) p->figures = u->change;
    }
}

/* The papers of a place with the figures that stand in; NULL when none of them is left. */
static cv_count *papers_of(maker *m, int32_t place)
{
    place_state *p = &m->state[place];
    if (p->annulled || p->repeated) return NULL;
    if (p->y) return p->y;
    p->y = cv_new(m->keep, cv_count, m->s->m);
    for (int32_t i = 0; i < m->s->m; i++) {
        p->y[i] = m->s->place[place].x[i] + (p->figures ? p->figures[i] : 0);
        if (p->y[i] < 0) p->y[i] = 0;
    }
    return p->y;
}

static const cv_count *papers_at(maker *m, const cv_unit *u)
{
    if (u->n_places == 0) return m->s->totals;
    if (u->n_places == 1) return papers_of(m, u->place[0]);
    cv_count *x = cv_new(m->keep, cv_count, m->s->m);
    bool any = false;
    for (int32_t i = 0; i < u->n_places; i++) {
        const cv_count *y = papers_of(m, u->place[i]);
        for (int32_t k = 0; y && k < m->s->m; k++) x[k] += y[k];
        any = any || y;
    }
    return any ? x : NULL;
}

static void add_pool_met(maker *m, const cv_unit *u)
{
    cv_pool pool = u->pool;
    const cv_count *x = papers_at(m, u);
    if (!x) return;
    if (pool.takes) pool.x = x;
    if (pool.whole) pool.k = 0;
    for (int32_t i = 0; pool.whole && i < m->s->n; i++) pool.k += x[i];
    add_pool(m, pool);
}

static void cancel_met(maker *m, const cv_unit *u)
{
    int32_t n = m->s->n_options;
    for (int32_t i = 0; i < u->n_places; i++) {
        cv_count *y = papers_of(m, u->place[i]);
        if (!y) continue;
        place_state *p = &m->state[u->place[i]];
        m->out->loose = true;
        if (!p->cancelled) p->cancelled = cv_new(m->keep, bool, m->s->n_options);
        if (p->cancelled[u->option]) continue;
        p->cancelled[u->option] = true;
        cv_count k = y[u->option], *z = m->out->z;
        z[u->option] -= k;
        m->out->cancelled_votes += k;
        if (u->mode == CV_CANCEL_AS_INVALID) z[n + CV_CONTENT_INVALID] += k;
        if (u->mode == CV_CANCEL_KEPT_IN_BASE) z[n + CV_CONTENT_OTHER] += k;
        if (u->mode == CV_CANCEL_REMOVED)
            z[n + CV_CONTENT_MORE] -= k, z[n + CV_CONTENT_MORE + 1] -= k;
    }
}

/* Annulled, held again, or with other figures: each place once, whichever answers say so. */
static void settle(maker *m, int32_t place)
{
    place_state *p = &m->state[place];
    const cv_asked_place *at = &m->s->place[place];
    if (p->done) return;
    p->done = true;
    if (!p->annulled && !p->repeated) {
        add_change(m, p->figures);
        return;
    }
    for (int32_t i = 0; i < m->s->m; i++) m->out->z[i] -= at->x[i];
    if (!p->annulled) return;
    m->out->annulled_registered += at->registered;
    m->out->annulled_stations += at->counts;
}

static void repeat_met(maker *m, const cv_unit *u)
{
    cv_pool pool = u->pool;
    cv_count k = 0;
    for (int32_t i = 0; i < u->n_places; i++) {
        place_state *p = &m->state[u->place[i]];
        if (!p->annulled && !p->again) k += m->s->place[u->place[i]].registered;
        p->again = true;
    }
    if (pool.k != CV_BLANK) pool.k = k;
    if (k > 0 || pool.k == CV_BLANK) add_pool(m, pool);
}

static void add_met(maker *m, const cv_unit *u)
{
    if (u->n_places == 0) {
        add_alone(m, u);
        return;
    }
    for (int32_t i = 0; i < u->n_places; i++) settle(m, u->place[i]);
    if (u->kind == CV_UNIT_REPEAT) repeat_met(m, u);
    if (u->kind == CV_UNIT_CANCEL) cancel_met(m, u);
    if (u->kind == CV_UNIT_POOL) add_pool_met(m, u);
}

/* ---- facts ---- */

static void add_facts(maker *m)
{
    for (int32_t i = 0; i < m->s->n_facts; i++) {
        const cv_fact *f = &m->s->fact[i];
        const place_state *p = m->state ? &m->state[f->place] : NULL;
        if (p && (p->annulled || p->repeated)) continue;
        add_pool(m, f->pool);
    }
}

/* Those that only take first: a recount takes what they leave. */
static int32_t order_of(const cv_pool *p)
{
    return p->takes && !p->gives ? 0 : p->whole ? 2 : 1;
}

static void order_pools(maker *m)
{
    int32_t n = m->out->pools.n, at = 0;
    cv_pool *in_order = cv_new(m->keep, cv_pool, n);
    for (int32_t order = 0; order < 3; order++)
        for (int32_t i = 0; i < n; i++)
            if (order_of(&m->pool[i]) == order) in_order[at++] = m->pool[i];
    m->out->pools.pool = in_order;
    m->out->pools.n_contents = m->s->n;
}

static maker open_leaf(cv_leaf *out, const cv_seat_questions *s, bool shared, cv_arena *keep)
{
    *out = (cv_leaf){.z = cv_new(keep, cv_change, s->m)};
    maker m = {.s = s, .out = out, .keep = keep};
    if (shared) m.state = cv_new(keep, place_state, s->n_places);
    return m;
}

void cv_leaf_of(cv_leaf *out, const cv_seat_questions *s, int32_t n, const int32_t *issue,
                const int32_t *answer, cv_arena *keep)
{
    bool shared = false;
    for (int32_t i = 0; i < n; i++) shared = shared || s->issue[issue[i]].shares;
    maker m = open_leaf(out, s, shared, keep);
    for (int32_t pass = shared ? 0 : 2; pass < 3; pass++) {
        for (int32_t i = 0; i < n; i++) {
            const cv_issue *it = &s->issue[issue[i]];
            const cv_answer *a = &it->answer[answer[i]];
            for (int32_t k = 0; k < a->n_units; k++) {
                bool cancels = a->unit[k].kind == CV_UNIT_CANCEL;
                if (pass == 0 && it->shares) mark(&m, &a->unit[k]);
                /* Votes are cancelled before the rest is read anew. */
                if (pass == 1 && it->shares && cancels) add_met(&m, &a->unit[k]);
                if (pass == 2 && it->shares && !cancels) add_met(&m, &a->unit[k]);
                if (pass == 2 && !it->shares) add_alone(&m, &a->unit[k]);
            }
        }
    }
    add_facts(&m);
    order_pools(&m);
    out->option = m.option;
}
