/* The margins against counting every possible change: with few options and papers all of them
 * can be tried. No change smaller than the margin gives another outcome, and one of its size
 * does (methods.md, Margins). */
#include <stdio.h>

#include "elections.h"
#include "tally/remainder.h"

enum { CASES = 1500, PAPERS = 12, REACH = 40 };

/* The outcome after a change; an empty ballot box is no outcome. */
static bool differs(bench *b, election *changed, const cv_tally *before)
{
    cv_tally after;
    cv_tally_task task = task_of(changed);
    assert_int_equal(cv_tally_decide(&after, &task, &b->keep, b->scratch, &b->err), CV_OK);
    if (after.kind == CV_INCOMPLETE && after.why == CV_WHY_NO_VOTES) return false;
    return !cv_tally_same(&after, before);
}

static void move_bases(election *e, cv_count by)
{
    e->totals.valid += by;
    e->totals.participants += by;
    e->totals.box += by;
}

typedef enum { SWITCHED, REMOVED, ADDED } way;

static cv_count papers_between(const election *from, const election *to, way how)
{
    cv_count out = 0, in = 0;
    for (int32_t i = 0; i < from->n; i++) {
        cv_count diff = to->votes[i] - from->votes[i];
        if (diff > 0)
            in += diff;
        else
            out -= diff;
    }
    switch (how) {
    case SWITCHED: return in == out ? in : -1;
    case REMOVED: return in == 0 ? out : -1;
    case ADDED: return out == 0 ? in : -1;
    }
    return -1;
}

/* The least number of papers by which votes with another outcome differ, all of them tried. */
static cv_count least_change(bench *b, const election *e, const cv_tally *before, way how,
                             cv_count reach)
{
    cv_count least = reach + 1, from[3] = {0}, to[3] = {0}, sum = 0;
    for (int32_t i = 0; i < e->n; i++) sum += e->votes[i];
    for (int32_t i = 0; i < e->n; i++) {
        from[i] = how == ADDED ? e->votes[i] : 0;
        to[i] = how == REMOVED ? e->votes[i] : how == ADDED ? e->votes[i] + reach : sum;
    }
    election c = *e;
    for (c.votes[0] = from[0]; c.votes[0] <= to[0]; c.votes[0]++)
        for (c.votes[1] = from[1]; c.votes[1] <= to[1]; c.votes[1]++)
            for (c.votes[2] = from[2]; c.votes[2] <= to[2]; c.votes[2]++) {
                cv_count k = papers_between(e, &c, how);
                if (k < 0 || k >= least) continue;
                c.totals = e->totals;
                if (how != SWITCHED) move_bases(&c, how == ADDED ? k : -k);
                if (differs(b, &c, before)) least = k;
            }
    return least;
}

/* One total wrong, all else as stated. */
static cv_count least_wrong_total(bench *b, const election *e, const cv_tally *before,
                                  cv_count reach)
{
    for (cv_count k = 0; k <= reach; k++)
        for (int32_t i = 0; i < e->n; i++)
            for (int32_t sign = -1; sign <= 1; sign += 2) {
                election c = *e;
                c.votes[i] += sign * k;
                if (c.votes[i] >= 0 && differs(b, &c, before)) return k;
            }
    return reach + 1;
}

/* ---- remainders with the quota as stated: each seat to the largest votes not yet used ---- */

static bool seats_by_unused_votes(const election *e, int64_t num, int64_t den, int32_t *seats)
{
    int64_t unused[3], last = 0;
    for (int32_t i = 0; i < e->n; i++) {
        unused[i] = e->votes[i] * den;
        seats[i] = 0;
    }
    for (int32_t s = 0; s <= e->seats; s++) {
        int32_t best = -1;
        for (int32_t i = 0; i < e->n; i++)
            if (e->votes[i] > 0 && (best < 0 || unused[i] > unused[best])) best = i;
        if (best < 0) return false;
        if (s == e->seats) return unused[best] < last; /* false: a tie for the last seat */
        last = unused[best];
        unused[best] -= num;
        seats[best]++;
    }
    return true;
}

static cv_count least_wrong_total_of_quota(const election *e, const cv_tally *before,
                                           cv_count reach)
{
    int32_t seats[3];
    cv_quota_value q = cv_quota_of(e->rules.quota, e->totals.valid, e->seats);
    for (cv_count k = 0; k <= reach; k++)
        for (int32_t i = 0; i < e->n; i++)
            for (int32_t sign = -1; sign <= 1; sign += 2) {
                election c = *e;
                c.votes[i] += sign * k;
                if (c.votes[i] < 0) continue;
                bool same = seats_by_unused_votes(&c, q.num, q.den, seats);
                for (int32_t o = 0; o < e->n; o++) same &= seats[o] == before->seats[o];
                if (!same && (c.votes[0] || c.votes[1] || c.votes[2])) return k;
            }
    return reach + 1;
}

typedef struct {
    const char *what;
    cv_count said, found, reach; /* found: reach + 1 when nothing within reach              */
} figure;

static void compare(const election *e, int32_t number, const cv_margin *m, figure f)
{
    cv_count upper = f.said == CV_BLANK || f.said > f.reach ? f.reach + 1 : f.said;
    if (m->kind == CV_MARGIN_BOUND) {
        if (f.found <= upper && (f.found >= m->low || f.found > f.reach)) return;
    } else if (f.found == upper) {
        return;
    }
    fail_msg("case %d, %s: %s is %lld, but %lld was found (kind %d, low %lld)", number, describe(e),
             f.what, (long long)f.said, (long long)f.found, (int)m->kind, (long long)m->low);
}

static bool is_plain_quota(const election *e)
{
    for (int32_t i = 0; i < e->n; i++)
        if (e->option[i].standing != CV_SEATABLE) return false;
    return e->rules.n_thresholds == 0;
}

static bool comparable(const cv_tally *t)
{
    return t->kind != CV_INCOMPLETE && t->kind != CV_TIE;
}

static void compare_all(bench *b, const election *e, const cv_tally *t, int32_t number)
{
    const cv_margin *m = &t->margin;
    cv_count all = 3 * PAPERS, few = 10;
    const figure figures[] = {
        {"switch margin",      m->switched, least_change(b, e, t, SWITCHED, all), all},
        {"margin by removal",  m->removal,  least_change(b, e, t, REMOVED,  all), all},
        {"margin by addition", m->addition, least_change(b, e, t, ADDED,    few), few},
    };
    for (int32_t i = 0; i < LEN(figures); i++) compare(e, number, m, figures[i]);
    figure one = {"margin", m->votes, 0, REACH};
    if (e->rules.engine != CV_ENGINE_REMAINDER)
        one.found = least_wrong_total(b, e, t, REACH);
    else if (is_plain_quota(e) && m->kind == CV_MARGIN_ONE_SIDED)
        one.found = least_wrong_total_of_quota(e, t, REACH);
    else
        return;
    compare(e, number, m, one);
}

static void margins_are_least(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {2026};
    int32_t tried = 0, exact = 0;
    for (int32_t number = 0; number < CASES; number++) {
        election e;
        random_election(&e, &d, 3, PAPERS);
        cv_tally t;
        cv_tally_task task = task_of(&e);
        assert_int_equal(cv_tally_count(&t, &task, &b.keep, b.scratch, &b.err), CV_OK);
        if (comparable(&t)) {
            tried++;
            exact += t.margin.kind == CV_MARGIN_ONE_SIDED;
            compare_all(&b, &e, &t, number);
        }
        bench_clear(&b);
    }
    print_message("# %d of %d outcomes have a margin, %d exact\n", tried, CASES, exact);
    assert_true(tried > CASES / 2);
    assert_true(exact > tried / 2);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(margins_are_least)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
