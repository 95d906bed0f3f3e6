#include "sensitivity/unknown.h"

#include <stdlib.h>

/* ---- what one paper does ---- */

static int64_t worse(int64_t weight, cv_with_persons with, int sign)
{
    if (with == CV_WITHOUT_PERSONS) return 0;
    if (with == CV_WITH_PERSONS) return weight;
    return sign * weight > 0 ? weight : 0;
}

/* What a paper that goes (sign 1) or comes (-1) takes along of participants and papers. */
static int64_t along(const cv_weights *w, cv_with_persons with, int sign)
{
    return worse(w->persons, with, sign) + worse(w->box, with, sign);
}

/* The fall by one paper from content f (-1: it was not there) to t (-1: it goes). */
static int64_t gain_of(const cv_pool *p, const cv_weights *w, int32_t f, int32_t t)
{
    int64_t gain = (f >= 0 ? w->weight[f] : 0) - (t >= 0 ? w->weight[t] : 0);
    if (t < 0) gain += along(w, p->persons, 1);
    if (f < 0) gain -= along(w, p->persons, -1);
    return gain;
}

static void put_along(cv_change *z, const cv_pool *p, const cv_weights *w, int sign, cv_count k)
{
    bool fixed = p->persons == CV_WITH_PERSONS;
    if (fixed || worse(w->persons, p->persons, sign)) z[w->n] -= sign * k;
    if (fixed || worse(w->box, p->persons, sign)) z[w->n + 1] -= sign * k;
}

static void put(cv_change *z, const cv_pool *p, const cv_weights *w, int32_t f, int32_t t,
                cv_count k)
{
    if (f >= 0) z[f] -= k;
    if (t >= 0) z[t] += k;
    if (t < 0) put_along(z, p, w, 1, k);
    if (f < 0) put_along(z, p, w, -1, k);
}

static int32_t lightest(const cv_pool *p, const cv_weights *w)
{
    if (!p->gives) return -1;
    for (int32_t i = w->n - 1; i >= 0; i--)
        if (p->to[w->falling[i]]) return w->falling[i];
    return -1;
}

static cv_count least_of(cv_count a, cv_count b)
{
    return a < b ? a : b;
}

/* ---- the largest fall ---- */

cv_fall cv_pool_fall(const cv_pool *p, const cv_weights *w)
{
    cv_fall out = {0, false};
    int32_t t = lightest(p, w);
    if (!p->takes) {
        int64_t gain = gain_of(p, w, -1, t);
        if (gain <= 0) return out;
        out.no_limit = p->k == CV_BLANK;
        out.fall = cv_times(out.no_limit ? CV_ANY_BALLOTS : p->k, gain);
        return out;
    }
    cv_count left = p->k == CV_BLANK ? CV_COUNT_MAX : p->k;
    for (int32_t i = 0; i < w->n && left > 0; i++) {
        int32_t f = w->falling[i];
        if (!p->from[f]) continue;
        int64_t gain = gain_of(p, w, f, t);
        if (gain <= 0) break;
        cv_count k = least_of(left, p->x[f]);
        out.fall += cv_times(k, gain);
        left -= k;
    }
    return out;
}

cv_fall cv_pools_fall(const cv_pools *pools, const cv_weights *w)
{
    cv_fall sum = {0, false};
    for (int32_t i = 0; i < pools->n; i++) {
        cv_fall one = cv_pool_fall(&pools->pool[i], w);
        sum.fall += one.fall;
        sum.no_limit = sum.no_limit || one.no_limit;
    }
    return sum;
}

/* ---- what is left of the pools while they are used ---- */

typedef struct {
    const cv_pools *of;
    int32_t n;       /* contents */
    cv_count *left;  /* [of->n] papers that may still be used       */
    cv_count *taken; /* [of->n × n] of the pool that owns x          */
    int32_t *owner;  /* [of->n] the first pool with the same x       */
} usage;

static usage usage_of(const cv_pools *pools, cv_arena *scratch)
{
    usage u = {.of = pools, .n = pools->n_contents};
    u.left = cv_new(scratch, cv_count, pools->n);
    u.taken = cv_new(scratch, cv_count, (int64_t)pools->n * u.n);
    u.owner = cv_new(scratch, int32_t, pools->n);
    for (int32_t i = 0; i < pools->n; i++) {
        const cv_pool *p = &pools->pool[i];
        u.left[i] = p->k != CV_BLANK ? p->k : p->takes ? CV_COUNT_MAX : CV_ANY_BALLOTS;
        u.owner[i] = i;
        for (int32_t j = i - 1; j >= 0 && p->x && i - j < 64; j--)
            if (pools->pool[j].x == p->x) u.owner[i] = u.owner[j];
    }
    return u;
}

static cv_count *taken_at(const usage *u, int32_t pool, int32_t f)
{
    return &u->taken[(int64_t)u->owner[pool] * u->n + f];
}

/* Papers of content f (-1: new ones) that the pool may still use. */
static cv_count room_of(const usage *u, int32_t pool, int32_t f)
{
    const cv_pool *p = &u->of->pool[pool];
    if (f < 0) return u->left[pool];
    if (!p->from[f]) return 0;
    cv_count there = p->x[f] - *taken_at(u, pool, f);
    return least_of(u->left[pool], there > 0 ? there : 0);
}

static void use(const usage *u, int32_t pool, int32_t f, cv_count k)
{
    u->left[pool] -= k;
    if (f >= 0) *taken_at(u, pool, f) += k;
}

/* ---- towards a fall ---- */

typedef struct {
    int64_t gain;
    int32_t pool, f, t;
} arc;

static int by_gain(const void *a, const void *b)
{
    const arc *x = a, *y = b;
    if (x->gain != y->gain) return x->gain > y->gain ? -1 : 1;
    if (x->pool != y->pool) return x->pool < y->pool ? -1 : 1;
    return (x->f > y->f) - (x->f < y->f);
}

static void add_arc(arc *list, int32_t *n, const usage *u, const cv_weights *w, int32_t pool,
                    int32_t f)
{
    const cv_pool *p = &u->of->pool[pool];
    int32_t t = lightest(p, w);
    int64_t gain = gain_of(p, w, f, t);
    if (gain > 0 && room_of(u, pool, f) > 0) list[(*n)++] = (arc){gain, pool, f, t};
}

static arc *best_arcs(int32_t *n, const usage *u, const cv_weights *w, cv_arena *scratch)
{
    arc *list = cv_new(scratch, arc, (int64_t)u->of->n * u->n);
    for (int32_t i = 0; i < u->of->n; i++) {
        if (!u->of->pool[i].takes) add_arc(list, n, u, w, i, -1);
        for (int32_t f = 0; u->of->pool[i].takes && f < u->n; f++) add_arc(list, n, u, w, i, f);
    }
    qsort(list, (size_t)*n, sizeof *list, by_gain);
    return list;
}

/* One paper that falls by just this much. */
static bool put_one(cv_change *z, const usage *u, const cv_weights *w, cv_wide gain)
{
    for (int32_t i = 0; i < u->of->n; i++) {
        const cv_pool *p = &u->of->pool[i];
        for (int32_t f = p->takes ? 0 : -1; f < (p->takes ? u->n : 0); f++) {
            if (room_of(u, i, f) <= 0) continue;
            for (int32_t t = p->gives ? 0 : -1; t < (p->gives ? u->n : 0); t++) {
                if ((t >= 0 && !p->to[t]) || gain_of(p, w, f, t) != gain) continue;
                put(z, p, w, f, t, 1);
                use(u, i, f, 1);
                return true;
            }
        }
    }
    return false;
}

bool cv_pools_fill(cv_change *z, const cv_pools *pools, const cv_weights *w, cv_wide target,
                   bool exactly, cv_arena scratch)
{
    usage u = usage_of(pools, &scratch);
    int32_t n = 0;
    const arc *list = best_arcs(&n, &u, w, &scratch);
    cv_wide sum = 0;
    for (int32_t i = 0; i < n && sum < target; i++) {
        const arc *a = &list[i];
        cv_count room = room_of(&u, a->pool, a->f);
        cv_wide wanted = cv_ceil_div(target - sum, a->gain);
        cv_count k = wanted < room ? (cv_count)wanted : room;
        bool past = exactly && sum + cv_times(k, a->gain) > target;
        if (past) k--;
        put(z, &pools->pool[a->pool], w, a->f, a->t, k);
        use(&u, a->pool, a->f, k);
        sum += cv_times(k, a->gain);
        if (past && put_one(z, &u, w, target - sum)) return true;
    }
    return exactly ? sum == target : sum >= target;
}

/* ---- towards one option ---- */

typedef struct {
    cv_change *z;
    const usage *u;
    const cv_count *votes;
    int32_t n_options, option;
} favour;

static cv_count now(const favour *f, int32_t option)
{
    return f->votes[option] + f->z[option];
}

static void move(favour *f, int32_t pool, int32_t from, int32_t to, cv_count k)
{
    const cv_pool *p = &f->u->of->pool[pool];
    if (from >= 0) f->z[from] -= k;
    if (to >= 0) f->z[to] += k;
    if (from < 0 || to < 0) {
        int64_t sign = from < 0 ? 1 : -1;
        if (p->persons != CV_WITHOUT_PERSONS) {
            f->z[f->u->n] += sign * k;
            f->z[f->u->n + 1] += sign * k;
        }
    }
    use(f->u, pool, from, k);
}

/* Papers that come, and those that are read anew as a whole, are all for the option. */
static void give_all(favour *f)
{
    for (int32_t i = 0; i < f->u->of->n; i++) {
        const cv_pool *p = &f->u->of->pool[i];
        if (!p->gives || !p->to[f->option]) continue;
        if (!p->takes) move(f, i, -1, f->option, room_of(f->u, i, -1));
        for (int32_t c = 0; p->takes && c < f->u->n; c++) {
            bool rival = c < f->n_options && !p->whole;
            if (c != f->option && !rival) move(f, i, c, f->option, room_of(f->u, i, c));
        }
    }
}

/* The rival with most votes that still has the option's or more, and how far the next is below. */
static int32_t top_rival(const favour *f, cv_count *second)
{
    int32_t top = -1;
    *second = 0;
    for (int32_t o = 0; o < f->n_options; o++) {
        if (o == f->option) continue;
        if (top < 0 || now(f, o) > now(f, top)) {
            if (top >= 0) *second = now(f, top);
            top = o;
        } else if (now(f, o) > *second) {
            *second = now(f, o);
        }
    }
    return top >= 0 && now(f, top) >= now(f, f->option) ? top : -1;
}

/* Where a vote of the rival may go: best to the option. */
static int32_t target_of(const cv_pool *p, const favour *f, int32_t rival)
{
    if (!p->gives) return -1;
    if (p->to[f->option]) return f->option;
    for (int32_t t = f->u->n - 1; t >= 0; t--)
        if (p->to[t] && t != rival) return t;
    return rival;
}

static bool lower(favour *f, int32_t rival, cv_count by)
{
    for (int32_t pass = 0; pass < 2; pass++) {
        for (int32_t i = 0; i < f->u->of->n; i++) {
            const cv_pool *p = &f->u->of->pool[i];
            cv_count room = p->takes ? room_of(f->u, i, rival) : 0;
            int32_t t = target_of(p, f, rival);
            if (room <= 0 || t == rival || (pass == 0 && t != f->option)) continue;
            move(f, i, rival, t, least_of(room, by));
            return true;
        }
    }
    return false;
}

void cv_pools_favour(cv_change *z, const cv_pools *pools, const cv_count *votes, int32_t n_options,
                     int32_t option, cv_arena scratch)
{
    enum { STEPS = 400 };
    usage u = usage_of(pools, &scratch);
    favour f = {z, &u, votes, n_options, option};
    give_all(&f);
    for (int32_t i = 0; i < STEPS; i++) {
        cv_count second;
        int32_t top = top_rival(&f, &second);
        if (top < 0) return;
        cv_count floor = second > now(&f, option) ? second : now(&f, option);
        cv_count by = now(&f, top) - floor;
        by = by > 1 ? (by + 1) / 2 : 1;
        if (!lower(&f, top, by)) return;
    }
}

/* ---- every change ---- */

typedef struct {
    usage u;
    cv_change *z;
    bool (*see)(void *who, const cv_change *z);
    void *who;
    bool stop;
} walk;

static void walk_pool(walk *w, int32_t pool);

/* The persons of `sum` papers that went or came, and on to the next pool. */
static void walk_on(walk *w, int32_t pool, cv_count sum)
{
    const cv_pool *p = &w->u.of->pool[pool];
    bool stay = p->takes == p->gives || p->persons != CV_WITH_PERSONS;
    bool go = p->takes != p->gives && p->persons != CV_WITHOUT_PERSONS && sum > 0;
    cv_count by = p->takes ? -sum : sum;
    if (stay || sum == 0) walk_pool(w, pool + 1);
    if (!go || w->stop) return;
    w->z[w->u.n] += by;
    w->z[w->u.n + 1] += by;
    walk_pool(w, pool + 1);
    w->z[w->u.n] -= by;
    w->z[w->u.n + 1] -= by;
}

static int32_t next_in(const bool *mask, int32_t from, int32_t n)
{
    while (from < n && !mask[from]) from++;
    return from;
}

static void walk_give(walk *w, int32_t pool, int32_t t, cv_count left, bool all, cv_count sum)
{
    const cv_pool *p = &w->u.of->pool[pool];
    t = next_in(p->to, t, w->u.n);
    if (t == w->u.n) {
        if (!all || left == 0) walk_on(w, pool, sum);
        return;
    }
    bool last = all && next_in(p->to, t + 1, w->u.n) == w->u.n;
    for (cv_count k = last ? left : 0; k <= left && !w->stop; k++) {
        w->z[t] += k;
        walk_give(w, pool, t + 1, left - k, all, sum + k);
        w->z[t] -= k;
    }
}

static void walk_take(walk *w, int32_t pool, int32_t f, cv_count sum)
{
    const cv_pool *p = &w->u.of->pool[pool];
    f = next_in(p->from, f, w->u.n);
    if (f == w->u.n) {
        if (p->gives)
            walk_give(w, pool, 0, sum, true, 0);
        else
            walk_on(w, pool, sum);
        return;
    }
    cv_count room = room_of(&w->u, pool, f);
    for (cv_count k = p->whole ? room : 0; k <= room && !w->stop; k++) {
        w->z[f] -= k;
        use(&w->u, pool, f, k);
        walk_take(w, pool, f + 1, sum + k);
        use(&w->u, pool, f, -k);
        w->z[f] += k;
    }
}

static void walk_pool(walk *w, int32_t pool)
{
    if (w->stop) return;
    if (pool == w->u.of->n) {
        w->stop = !w->see(w->who, w->z);
        return;
    }
    const cv_pool *p = &w->u.of->pool[pool];
    if (p->takes)
        walk_take(w, pool, 0, 0);
    else
        walk_give(w, pool, 0, w->u.left[pool], false, 0);
}

void cv_pools_each(const cv_pools *pools, cv_change *z, bool (*see)(void *who, const cv_change *z),
                   void *who, cv_arena scratch)
{
    walk w = {usage_of(pools, &scratch), z, see, who, false};
    walk_pool(&w, 0);
}

/* ---- how many ---- */

/* Ways to put n papers into c boxes, up to `most` + 1. */
static int64_t ways(cv_count n, int32_t c, int64_t most)
{
    cv_wide out = 1;
    if (c <= 1) return 1;
    for (int32_t i = 1; i < c && out <= most; i++) out = out * (n + i) / i;
    return out > most ? most + 1 : (int64_t)out;
}

static int64_t capped(cv_wide n, int64_t most)
{
    return n > most ? most + 1 : (int64_t)n;
}

static int64_t ways_to_take(const cv_pool *p, int32_t n, cv_count *papers, int64_t most)
{
    cv_wide boxes = 1;
    int32_t c = 0;
    for (int32_t f = 0; f < n; f++) {
        if (!p->from[f] || p->x[f] <= 0) continue;
        *papers += p->x[f];
        boxes = capped(boxes * (p->x[f] + 1), most);
        c++;
    }
    if (p->k != CV_BLANK) *papers = least_of(*papers, p->k);
    int64_t free = ways(*papers, c + 1, most);
    return boxes < free ? (int64_t)boxes : free;
}

/* A second recount of the same papers finds none left. */
static bool is_counted_again(const cv_pools *pools, int32_t pool)
{
    for (int32_t i = 0; i < pool && pools->pool[pool].whole; i++)
        if (pools->pool[i].whole && pools->pool[i].x == pools->pool[pool].x) return true;
    return false;
}

int64_t cv_pools_count(const cv_pools *pools, int64_t most)
{
    cv_wide all = 1;
    for (int32_t i = 0; i < pools->n && all <= most; i++) {
        const cv_pool *p = &pools->pool[i];
        if (!p->takes && p->k == CV_BLANK) return most + 1;
        if (is_counted_again(pools, i)) continue;
        cv_count papers = 0;
        int32_t n_to = 0;
        for (int32_t t = 0; p->gives && t < pools->n_contents; t++) n_to += p->to[t];
        if (p->takes) {
            int32_t n_from = 0;
            for (int32_t f = 0; f < pools->n_contents; f++) n_from += p->from[f] && p->x[f] > 0;
            int64_t taken = ways_to_take(p, pools->n_contents, &papers, most);
            bool plain = p->gives && !p->whole && n_from == 1; /* how many, and for whom, at once */
            all = capped(all * (p->whole || plain ? 1 : taken), most);
            if (p->gives) all = capped(all * ways(papers, plain ? n_to + 1 : n_to, most), most);
        } else {
            all = capped(all * ways(p->k, n_to + 1, most), most);
        }
        bool twice = p->takes != p->gives && p->persons == CV_WITH_EITHER;
        if (twice) all = capped(2 * all, most);
    }
    return capped(all, most);
}
