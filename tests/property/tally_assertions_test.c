/* If no assertion changes its sign, the outcome does not change (methods.md, Assertions). Tried
 * with random changes of votes and totals, small and large. */
#include <stdio.h>

#include "elections.h"

enum { CASES = 3000, CHANGES = 60 };

static int sign_at(const cv_assertion *a, const election *e)
{
    const cv_totals *t = &e->totals;
    cv_wide g = a->constant;
    for (int32_t i = 0; i < e->n; i++) g += cv_times(a->weight[i], e->votes[i]);
    g += cv_times(a->valid, t->valid) + cv_times(a->blank, t->blank) +
         cv_times(a->invalid, t->invalid) + cv_times(a->participants, t->participants) +
         cv_times(a->registered, t->registered) + cv_times(a->box, t->box);
    return (g > 0) - (g < 0);
}

static bool signs_hold(const cv_tally *t, const election *e)
{
    for (int32_t i = 0; i < t->n_assertions; i++) {
        const cv_assertion *a = &t->assertion[i];
        if (sign_at(a, e) != (a->value > 0) - (a->value < 0)) return false;
    }
    return true;
}

/* Changes some votes, and the bases with them or for themselves. */
static void change(election *e, dice *d, int64_t size)
{
    cv_count by = 0;
    for (int32_t i = 0; i < e->n; i++) {
        if (chance(d, 2)) continue;
        cv_count old = e->votes[i], now = old + pick(d, 2 * size + 1) - size;
        e->votes[i] = now < 0 ? 0 : now;
        by += e->votes[i] - old;
    }
    e->totals.valid += by;
    e->totals.participants += by;
    e->totals.box += by;
    if (chance(d, 3)) e->totals.participants += pick(d, size + 1);
    if (chance(d, 3)) e->totals.registered += pick(d, size + 1);
    if (chance(d, 3)) e->totals.invalid += pick(d, size + 1);
}

/* Values of the assertions are what the totals give, and each holds. */
static void check_values(const cv_tally *t, const election *e, int32_t number)
{
    for (int32_t i = 0; i < t->n_assertions; i++) {
        const cv_assertion *a = &t->assertion[i];
        if (sign_at(a, e) != (a->value > 0) - (a->value < 0))
            fail_msg("case %d, %s: assertion %d is not what its weights give", number, describe(e),
                     i);
        if (a->value < 0 || (a->value == 0 && a->relation == CV_ABOVE))
            fail_msg("case %d, %s: assertion %d does not hold", number, describe(e), i);
    }
}

static int32_t try_changes(bench *b, dice *d, const election *e, const cv_tally *before,
                           int32_t number)
{
    int32_t held = 0;
    for (int32_t i = 0; i < CHANGES; i++) {
        election c = *e;
        change(&c, d, i % 3 == 0 ? 2 : i % 3 == 1 ? 30 : 3000);
        cv_tally after;
        cv_tally_task task = task_of(&c);
        if (!signs_hold(before, &c)) continue;
        held++;
        assert_int_equal(cv_tally_decide(&after, &task, &b->keep, b->scratch, &b->err), CV_OK);
        if (after.kind == CV_INCOMPLETE && after.why == CV_WHY_NO_VOTES) continue;
        if (!cv_tally_same(before, &after)) {
            print_message("# before: %s\n", describe(e));
            fail_msg("case %d: no sign changed, but the outcome did: %s", number, describe(&c));
        }
    }
    return held;
}

static void no_sign_no_change(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {31};
    int64_t held = 0, tried = 0;
    for (int32_t number = 0; number < CASES; number++) {
        election e;
        random_election(&e, &d, 5, number % 2 ? 60 : 100000);
        cv_tally t;
        cv_tally_task task = task_of(&e);
        assert_int_equal(cv_tally_count(&t, &task, &b.keep, b.scratch, &b.err), CV_OK);
        if (t.kind != CV_INCOMPLETE) {
            check_values(&t, &e, number);
            held += try_changes(&b, &d, &e, &t, number);
            tried += CHANGES;
        }
        bench_clear(&b);
    }
    print_message("# %lld of %lld changes left every sign\n", (long long)held, (long long)tried);
    assert_true(held > tried / 10);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_sign_no_change)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
