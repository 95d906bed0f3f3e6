#include "sensitivity/cover.h"

#include <stdlib.h>

#include "base/check.h"
#include "num/wide.h"

typedef struct {
    int32_t n;
    const cv_cover_item *item; /* [n] least cost per gain first */
    const int64_t *gain;       /* [n + 1] sums of the first i gains */
    const cv_count *cost;      /* [n + 1] sums of the first i costs */
} ordered;

static int by_price(const void *a, const void *b)
{
    const cv_cover_item *x = a, *y = b;
    int order = cv_wide_cmp(cv_times(x->cost, y->gain), cv_times(y->cost, x->gain));
    if (order) return order;
    if (x->gain != y->gain) return x->gain > y->gain ? -1 : 1;
    return (x->cost > y->cost) - (x->cost < y->cost);
}

static ordered order_items(const cv_cover_item *item, int32_t n, cv_arena *scratch)
{
    cv_cover_item *copy = cv_new(scratch, cv_cover_item, n);
    int64_t *gain = cv_new(scratch, int64_t, n + 1);
    cv_count *cost = cv_new(scratch, cv_count, n + 1);
    for (int32_t i = 0; i < n; i++) {
        cv_assert(item[i].gain > 0 && item[i].cost >= 0);
        copy[i] = item[i];
    }
    if (n) qsort(copy, (size_t)n, sizeof *copy, by_price);
    for (int32_t i = 0; i < n; i++) {
        gain[i + 1] = gain[i] + copy[i].gain;
        cost[i + 1] = cost[i] + copy[i].cost;
    }
    return (ordered){n, copy, gain, cost};
}

/* The linear relaxation over the things from..n-1, rounded up; -1 when they cannot reach it. */
static cv_count relaxed(const ordered *o, int32_t from, int64_t need)
{
    if (need <= 0) return 0;
    int64_t target = o->gain[from] + need;
    if (o->gain[o->n] < target) return -1;
    int32_t low = from, high = o->n; /* the least j with gain[j] >= target */
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (o->gain[middle] < target)
            low = middle + 1;
        else
            high = middle;
    }
    const cv_cover_item *last = &o->item[low - 1];
    cv_wide part = cv_ceil_div(cv_times(target - o->gain[low - 1], last->cost), last->gain);
    return o->cost[low - 1] - o->cost[from] + cv_narrow(part);
}

/* A lower bound without sorting: things fall into classes by gain per cost, and each class is
 * taken at its best price. */
static cv_count rough_low(const cv_cover_item *item, int32_t n, int64_t need)
{
    enum { CLASSES = 2048, PER_UNIT = 1024 };
    int64_t gain[CLASSES] = {0};
    cv_wide cost = 0;
    for (int32_t i = 0; i < n; i++) {
        bool dear = item[i].cost > 0 && item[i].gain < item[i].cost * (CLASSES / PER_UNIT - 1);
        int64_t class = dear ? item[i].gain * PER_UNIT / item[i].cost : CLASSES - 1;
        gain[class] += item[i].gain;
    }
    need -= gain[CLASSES - 1];
    for (int32_t k = CLASSES - 2; k >= 0 && need > 0; k--) {
        int64_t taken = gain[k] < need ? gain[k] : need;
        cost += cv_floor_div(cv_times(taken, PER_UNIT), k + 1);
        need -= taken;
    }
    return need > 0 ? CV_COUNT_MAX : cv_narrow(cost);
}

typedef struct {
    int64_t effort;
    cv_arena scratch;
} room;

/* Depth first, taking before leaving out. Returns false when the effort ran out. */
static bool search(cv_count *best, int32_t *id, int32_t *n_id, const ordered *o, int64_t need,
                   room r)
{
    int32_t *taken = cv_new(&r.scratch, int32_t, o->n);
    int32_t n_taken = 0, i = 0;
    int64_t effort = r.effort;
    cv_count cost = 0;
    for (; effort > 0; effort--) {
        cv_count rest = need > 0 ? relaxed(o, i, need) : 0;
        if (need <= 0 && cost < *best) {
            *best = cost;
            *n_id = n_taken;
            for (int32_t k = 0; id && k < n_taken; k++) id[k] = o->item[taken[k]].id;
        }
        if (need > 0 && rest >= 0 && cost + rest < *best) {
            taken[n_taken++] = i;
            cost += o->item[i].cost;
            need -= o->item[i].gain;
            i++;
            continue;
        }
        if (n_taken == 0) return true;
        i = taken[--n_taken];
        cost -= o->item[i].cost;
        need += o->item[i].gain;
        i++;
    }
    return false;
}

/* least[j]: least cost of gaining j or more, with the things seen so far. */
static cv_count by_table(const ordered *o, int64_t need, cv_arena scratch)
{
    cv_count *least = cv_new(&scratch, cv_count, need + 1);
    for (int64_t j = 1; j <= need; j++) least[j] = CV_COUNT_MAX;
    for (int32_t i = 0; i < o->n; i++) {
        int64_t gain = o->item[i].gain;
        for (int64_t j = need; j > 0; j--) {
            cv_count with = least[j > gain ? j - gain : 0] + o->item[i].cost;
            if (with < least[j]) least[j] = with;
        }
    }
    return least[need];
}

cv_cover cv_cover_least(const cv_cover_item *item, int32_t n, int64_t need, cv_count known,
                        int64_t effort, cv_arena scratch)
{
    cv_assert(need > 0);
    if (known < CV_COUNT_MAX && rough_low(item, n, need) >= known)
        return (cv_cover){.exists = true, .proved = true, .cost = known, .low = known};
    ordered o = order_items(item, n, &scratch);
    cv_count low = relaxed(&o, 0, need);
    if (low < 0) return (cv_cover){.exists = false, .proved = true};
    cv_cover out = {.exists = true, .cost = known, .low = low};
    int32_t size;
    out.proved = search(&out.cost, NULL, &size, &o, need, (room){effort, scratch});
    if (!out.proved && need <= effort * 16 / n) {
        cv_count exact = by_table(&o, need, scratch);
        if (exact < out.cost) out.cost = exact;
        out.proved = true;
    }
    if (out.proved || out.low > out.cost) out.low = out.cost;
    return out;
}

int32_t cv_cover_set(int32_t *id, const cv_cover_item *item, int32_t n, int64_t need, cv_count cost,
                     cv_arena scratch)
{
    enum { EFFORT = 2000000 };
    int32_t size = 0;
    cv_count least = cost + 1;
    ordered o = order_items(item, n, &scratch);
    search(&least, id, &size, &o, need, (room){EFFORT, scratch});
    return least <= cost ? size : 0;
}
