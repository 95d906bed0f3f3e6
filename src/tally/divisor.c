#include "tally/divisor.h"

#include "tally/tally.h"

/* A linear divisor past this could carry votes × divisor past int64_t. */
#define DIVISOR_MAX (INT64_MAX / CV_COUNT_MAX)

int64_t cv_divisor_at(cv_divisors s, int32_t k)
{
    switch (s.kind) {
    case CV_SERIES_LINEAR: return k == 1 ? s.first : s.base + (int64_t)s.step * (k - 1);
    case CV_SERIES_DOUBLING: return INT64_C(1) << (k - 1 < 62 ? k - 1 : 62);
    case CV_SERIES_ADAMS: return k - 1;
    case CV_SERIES_HUNTINGTON_HILL: return (int64_t)k * (k - 1);
    case CV_SERIES_DEAN: return 2 * (int64_t)k * (k - 1);
    }
    return 0;
}

/* v·2^m against w·2^k without leaving 64 bits: counts are below 2^40. */
static int compare_doubled(cv_count v, int32_t k, cv_count w, int32_t m)
{
    if (v == 0 || w == 0) return (v > 0) - (w > 0);
    if (m - k > 40) return 1;
    if (k - m > 40) return -1;
    cv_wide left = m > k ? cv_times(v, INT64_C(1) << (m - k)) : v;
    cv_wide right = k > m ? cv_times(w, INT64_C(1) << (k - m)) : w;
    return cv_wide_cmp(left, right);
}

/* The first divisor is 0: an average without bound, and among those the larger list first. */
static int compare_first_seats(cv_count v, int32_t k, cv_count w, int32_t m)
{
    bool v_first = k == 1 && v > 0, w_first = m == 1 && w > 0;
    if (v_first && w_first) return (v > w) - (v < w);
    return v_first - w_first;
}

int cv_average_cmp(cv_divisors s, cv_count v, int32_t k, cv_count w, int32_t m)
{
    int64_t d = cv_divisor_at(s, k), e = cv_divisor_at(s, m);
    switch (s.kind) {
    case CV_SERIES_LINEAR: return (v * e > w * d) - (v * e < w * d);
    case CV_SERIES_DOUBLING: return compare_doubled(v, k, w, m);
    case CV_SERIES_ADAMS:
    case CV_SERIES_HUNTINGTON_HILL:
    case CV_SERIES_DEAN: break;
    }
    if ((k == 1 && v > 0) || (m == 1 && w > 0)) return compare_first_seats(v, k, w, m);
    if (v == 0 || w == 0) return (v > 0) - (w > 0);
    if (s.kind == CV_SERIES_ADAMS) return cv_wide_cmp(cv_times(v, e), cv_times(w, d));
    if (s.kind == CV_SERIES_DEAN)
        return cv_wide_cmp(cv_times(v * (2 * (int64_t)k - 1), e),
                           cv_times(w * (2 * (int64_t)m - 1), d));
    return cv_wide_cmp(cv_times(v, v) * e, cv_times(w, w) * d);
}

/* ---- one tree of matches: the list with the largest next average stands at the top ---- */

typedef struct {
    const cv_divisor_input *in;
    int32_t *next;   /* [n_lists] which seat the list asks for: seats + 1; 0 when it asks none */
    int64_t *divide; /* [n_lists] the divisor of that seat, for the linear series            */
    int32_t *node;   /* [2 × width] winner of each match; leaves from `width` on; -1: nobody  */
    int32_t width;   /* a power of two, at least n_lists                                     */
} tree;

static int compare(const tree *t, int32_t a, int32_t b)
{
    const cv_count *v = t->in->votes;
    if (t->in->series.kind != CV_SERIES_LINEAR)
        return cv_average_cmp(t->in->series, v[a], t->next[a], v[b], t->next[b]);
    int64_t left = v[a] * t->divide[b], right = v[b] * t->divide[a];
    return (left > right) - (left < right);
}

/* The better of two lists, by id where their averages are equal. */
static int32_t match(const tree *t, int32_t a, int32_t b)
{
    if (a < 0 || b < 0) return a < 0 ? b : a;
    int order = compare(t, a, b);
    if (order != 0) return order > 0 ? a : b;
    return a < b ? a : b;
}

static void replay(tree *t, int32_t list)
{
    int32_t at = t->width + list;
    t->node[at] = t->next[list] ? list : -1;
    for (at /= 2; at >= 1; at /= 2) t->node[at] = match(t, t->node[2 * at], t->node[2 * at + 1]);
}

/* The list's next seat, or none when it has no votes or stands at the cap. */
static void ask(tree *t, int32_t list, int32_t seats)
{
    bool asks = t->in->votes[list] > 0 && (t->in->cap == 0 || seats < t->in->cap);
    t->next[list] = asks ? seats + 1 : 0;
    if (asks) t->divide[list] = cv_divisor_at(t->in->series, seats + 1);
}

static tree plant(const cv_divisor_input *in, cv_arena *scratch)
{
    tree t = {.in = in, .width = 1};
    while (t.width < in->n_lists) t.width *= 2;
    t.next = cv_new(scratch, int32_t, in->n_lists);
    t.divide = cv_new(scratch, int64_t, in->n_lists);
    t.node = cv_new(scratch, int32_t, 2 * (int64_t)t.width);
    for (int32_t i = 0; i < t.width; i++) {
        if (i < in->n_lists) ask(&t, i, 0);
        t.node[t.width + i] = i < in->n_lists && t.next[i] ? i : -1;
    }
    for (int32_t at = t.width - 1; at >= 1; at--)
        t.node[at] = match(&t, t.node[2 * at], t.node[2 * at + 1]);
    return t;
}

/* ---- the assignment ---- */

static void take_back_ties(cv_divisor_result *r, const tree *t)
{
    int32_t last = r->n_steps - 1;
    cv_divisor_step cut = r->steps[last];
    const cv_count *v = t->in->votes;
    while (last >= 0 && cv_average_cmp(t->in->series, v[r->steps[last].list], r->steps[last].k,
                                       v[cut.list], cut.k) == 0)
        last--;
    r->lot_seats = r->n_steps - 1 - last;
    for (int32_t i = last + 1; i < r->n_steps; i++) {
        r->seats[r->steps[i].list]--;
        r->in_lot[r->steps[i].list] = true;
    }
    for (int32_t i = 0; i < t->in->n_lists; i++)
        if (t->next[i] && cv_average_cmp(t->in->series, v[i], t->next[i], v[cut.list], cut.k) == 0)
            r->in_lot[i] = true;
    r->n_steps = last + 1;
}

static cv_status check_input(const cv_divisor_input *in, cv_error *err)
{
    cv_assert(in->n_lists >= 0 && in->seats >= 0 && in->cap >= 0);
    for (int32_t i = 0; i < in->n_lists; i++) cv_assert(cv_count_is(in->votes[i]));
    if (in->seats > CV_SEATS_MAX)
        return cv_fail(err, CV_E_LIMIT, "%d seats is past the limit of %d", in->seats,
                       CV_SEATS_MAX);
    cv_divisors s = in->series;
    if (s.kind != CV_SERIES_LINEAR) return CV_OK;
    if (s.first < 1 || s.step < 1 || s.base < 0 || cv_divisor_at(s, 2) <= s.first)
        return cv_fail(err, CV_E_INPUT, "divisors %d, %lld do not grow", s.first,
                       (long long)cv_divisor_at(s, 2));
    if (cv_divisor_at(s, in->seats + 1) > DIVISOR_MAX)
        return cv_fail(err, CV_E_LIMIT, "divisor %lld is past the limit of %lld",
                       (long long)cv_divisor_at(s, in->seats + 1), (long long)DIVISOR_MAX);
    return CV_OK;
}

cv_status cv_divisor_assign(cv_divisor_result *out, const cv_divisor_input *in, cv_arena *keep,
                            cv_arena scratch, cv_error *err)
{
    CV_TRY(check_input(in, err));
    cv_divisor_result r = {
        .seats = cv_new(keep, int32_t, in->n_lists),
        .steps = cv_new(keep, cv_divisor_step, in->seats),
        .in_lot = cv_new(keep, bool, in->n_lists),
    };
    tree t = plant(in, &scratch);
    while (r.n_steps < in->seats && t.node[1] >= 0) {
        int32_t list = t.node[1];
        r.steps[r.n_steps++] = (cv_divisor_step){list, t.next[list]};
        ask(&t, list, ++r.seats[list]);
        replay(&t, list);
    }
    r.vacant = in->seats - r.n_steps;
    int32_t first = t.node[1];
    if (first >= 0 && r.n_steps > 0) {
        cv_divisor_step cut = r.steps[r.n_steps - 1];
        if (cv_average_cmp(in->series, in->votes[first], t.next[first], in->votes[cut.list],
                           cut.k) == 0)
            take_back_ties(&r, &t);
    }
    *out = r;
    return CV_OK;
}
