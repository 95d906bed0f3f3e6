#include "sensitivity/tests.h"

#include "sensitivity/issue_fall.h"
#include <stdlib.h>

/* Any number: more than any sum of real falls, and a million of them still fit. */
static cv_wide as_number(cv_fall fall)
{
    return fall.no_limit ? (cv_wide)1 << 100 : fall.fall;
}

static cv_wide by_facts(const cv_seat_questions *s, const cv_weights *w)
{
    cv_wide sum = 0;
    for (int32_t i = 0; i < s->n_facts; i++) sum += as_number(cv_pool_fall(&s->fact[i].pool, w));
    return sum;
}

typedef struct {
    cv_wide adds;
    int32_t position;
} share;

static int by_share(const void *a, const void *b)
{
    const share *x = a, *y = b;
    int order = cv_wide_cmp(y->adds, x->adds);
    return order ? order : (x->position > y->position) - (x->position < y->position);
}

/* The shares of one comparison that are above 0, largest first. */
static share *sorted_shares(int32_t *n, const cv_wide *of, int32_t n_issues, cv_arena *scratch)
{
    share *list = cv_new(scratch, share, n_issues);
    *n = 0;
    for (int32_t i = 0; i < n_issues; i++)
        if (of[i] > 0) list[(*n)++] = (share){of[i], i};
    if (*n) qsort(list, (size_t)*n, sizeof *list, by_share);
    return list;
}

static int32_t fewest_of(const share *list, int32_t n, cv_wide need)
{
    cv_wide sum = 0;
    for (int32_t i = 0; i < n; i++)
        if ((sum += list[i].adds) >= need) return i + 1;
    return -1;
}

static int32_t closing_of(const share *list, int32_t n, cv_wide need)
{
    cv_wide sum = 0;
    for (int32_t i = 0; i < n; i++) sum += list[i].adds;
    if (need <= 0) return -1;
    for (int32_t i = 0; i < n; i++) {
        if (sum < need) return i;
        sum -= list[i].adds;
    }
    return n;
}

/* ---- which comparisons ---- */

typedef struct {
    cv_wide need;
    cv_wide *share; /* [n_issues] in the order of the questions */
    int32_t fewest, closing, assertion;
} comparison;

static int by_fewest(const void *a, const void *b)
{
    const comparison *x = a, *y = b;
    if (x->fewest != y->fewest) return x->fewest < y->fewest ? -1 : 1;
    return (x->assertion > y->assertion) - (x->assertion < y->assertion);
}

/* False when everything together cannot turn it. */
static bool compare(comparison *out, const cv_seat_questions *s, int32_t assertion, cv_arena *keep,
                    cv_arena scratch)
{
    cv_weights w = cv_weights_of(&s->in->tally->assertion[assertion], s->n_options, &scratch);
    cv_wide *of = cv_new(&scratch, cv_wide, s->n_issues), facts = by_facts(s, &w);
    for (int32_t i = 0; i < s->n_issues; i++)
        of[i] = as_number(cv_issue_fall(s, &s->issue[i], &w, scratch));
    int32_t n;
    cv_wide need = w.need - facts;
    const share *list = sorted_shares(&n, of, s->n_issues, &scratch);
    int32_t fewest = need <= 0 ? 0 : fewest_of(list, n, need);
    if (fewest < 0) return false;
    *out = (comparison){need, cv_new(keep, cv_wide, s->n_issues), fewest, closing_of(list, n, need),
                        assertion};
    for (int32_t i = 0; i < s->n_issues; i++) out->share[i] = of[i];
    return true;
}

/* ---- the order of the questions ---- */

static void order_issues(cv_tests *t, const cv_wide *closest, cv_arena scratch)
{
    share *list = cv_new(&scratch, share, t->n_issues);
    for (int32_t i = 0; i < t->n_issues; i++) list[i] = (share){closest ? closest[i] : 0, i};
    if (t->n_issues) qsort(list, (size_t)t->n_issues, sizeof *list, by_share);
    for (int32_t i = 0; i < t->n_issues; i++) t->order[i] = list[i].position;
}

static void fill(cv_tests *t, const comparison *c, cv_arena *keep)
{
    int32_t n = t->n_issues;
    t->need = cv_new(keep, cv_wide, t->n);
    t->fewest = cv_new(keep, int32_t, t->n);
    t->closing = cv_new(keep, int32_t, t->n);
    t->share = cv_new(keep, cv_wide, (int64_t)t->n * n);
    t->most = cv_new(keep, cv_wide, (int64_t)t->n * (n + 1));
    t->sum = cv_new(keep, cv_wide, (int64_t)t->n * (n + 1));
    for (int32_t k = 0; k < t->n; k++) {
        cv_wide *own = t->share + (int64_t)k * n, *most = t->most + (int64_t)k * (n + 1);
        t->need[k] = c[k].need;
        t->fewest[k] = c[k].fewest;
        t->closing[k] = c[k].closing;
        for (int32_t i = n - 1; i >= 0; i--) {
            own[i] = c[k].share[t->order[i]];
            most[i] = own[i] > most[i + 1] ? own[i] : most[i + 1];
        }
    }
}

/* Where one comparison of the count fails, another outcome is certain. */
static bool is_exact(const cv_seat_questions *s)
{
    const cv_sensitivity_input *in = s->in;
    const cv_rule_set *r = &in->election->rule_set[in->election->contest[in->contest.i].rule];
    for (int32_t i = 0; i < s->n_issues; i++)
        if (s->issue[i].not_linear) return false;
    if (in->tally->kind != CV_DECIDED) return false;
    return r->engine == CV_ENGINE_PLURALITY || r->engine == CV_ENGINE_BLOCK;
}

void cv_tests_of(cv_tests *out, const cv_seat_questions *s, cv_arena *keep, cv_arena scratch)
{
    const cv_tally *tally = s->in->tally;
    cv_tests t = {.n_issues = s->n_issues, .order = cv_new(keep, int32_t, s->n_issues)};
    comparison *c = cv_new(&scratch, comparison, tally->n_assertions);
    /* The shares outlive each comparison's own temporaries: they lie in `keep`. */
    for (int32_t i = 0; s->n_issues && i < tally->n_assertions; i++)
        if (compare(&c[t.n], s, i, keep, scratch)) t.n++;
    if (t.n) qsort(c, (size_t)t.n, sizeof *c, by_fewest);
    order_issues(&t, t.n ? c[0].share : NULL, scratch);
    fill(&t, c, keep);
    t.always = tally->kind == CV_TIE || tally->kind == CV_INCOMPLETE;
    for (int32_t k = 0; k < t.n; k++) t.always = t.always || t.need[k] <= 0;
    for (int32_t i = 0; i < s->n_issues && !t.n; i++) t.always = t.always || s->issue[i].not_linear;
    t.exact = is_exact(s);
    *out = t;
}

/* ---- what the search asks ---- */

bool cv_tests_take(cv_tests *t, int32_t position, int32_t depth, int32_t more)
{
    bool can = t->always;
    int64_t n = t->n_issues;
    for (int32_t k = 0; k < t->n; k++) {
        cv_wide *sum = t->sum + k * (n + 1);
        sum[depth + 1] = sum[depth] + t->share[k * n + position];
        can = can || sum[depth + 1] + more * t->most[k * (n + 1) + position + 1] >= t->need[k];
    }
    return can;
}

int32_t cv_tests_low(const cv_tests *t)
{
    if (t->always) return 1;
    if (t->n == 0) return t->n_issues + 1;
    return t->fewest[0] > 0 ? t->fewest[0] : 1;
}

int32_t cv_tests_heaviest(int32_t *position, const cv_tests *t, int32_t test, bool past)
{
    cv_arena scratch = cv_arena_open();
    int32_t n;
    const share *list =
        sorted_shares(&n, t->share + (int64_t)test * t->n_issues, t->n_issues, &scratch);
    int32_t size = fewest_of(list, n, t->need[test] + past);
    for (int32_t i = 0; i < size; i++) position[i] = list[i].position;
    cv_arena_close(&scratch);
    return size > 0 ? size : 0;
}

bool cv_tests_harmless(const cv_tests *t, int32_t issue)
{
    if (t->always || !t->exact) return false;
    for (int32_t i = 0; i < t->n_issues; i++) {
        if (t->order[i] != issue) continue;
        for (int32_t k = 0; k < t->n; k++)
            if (t->share[(int64_t)k * t->n_issues + i] > 0) return false;
    }
    return true;
}
