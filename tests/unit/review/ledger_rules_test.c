#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/law.h"
#include "review/ledger_rules.h"

static cv_law_rule rule(const char *key, const char *value)
{
    return (cv_law_rule){.key = cv_str_of(key),
                         .value = cv_str_of(value),
                         .from = CV_NO_DATE,
                         .to = CV_NO_DATE,
                         .source = CV_STR("art. 1")};
}

static void the_profile_fills_what_it_says(void **state)
{
    (void)state;
    const cv_law_rule lines[] = {
        rule("annul.registered", "drop"),
        rule("annul.participants", "keep"),
        rule("bar.votes", "removed"),
        rule("recount.bound", "narrow"),
        rule("bodies.rank", "Supreme Court | CEC | DEC"),
    };
    const cv_law law = {.rule = lines, .n_rules = 5};
    const cv_election e = {.law = &law, .date = CV_NO_DATE};
    cv_arena keep = cv_arena_open();
    cv_ledger_rules r = cv_ledger_rules_of(&e, &keep);
    assert_true(r.totals.annul_drops_registered);
    assert_true(r.totals.annul_keeps_persons);
    assert_false(r.totals.repeat_drops_registered);
    assert_int_equal(r.bar_votes, CV_CANCEL_REMOVED);
    assert_int_equal(r.n_bodies, 3);
    assert_true(cv_str_eq(r.body[0], CV_STR("Supreme Court")));
    assert_true(cv_str_eq(r.body[2], CV_STR("DEC")));
    assert_true(cv_recount_is_narrow(&e));
    cv_arena_close(&keep);
}

static void without_a_law_all_is_as_before(void **state)
{
    (void)state;
    const cv_election e = {.date = CV_NO_DATE};
    cv_arena keep = cv_arena_open();
    cv_ledger_rules r = cv_ledger_rules_of(&e, &keep);
    assert_false(r.totals.annul_drops_registered || r.totals.annul_keeps_persons);
    assert_int_equal(r.bar_votes, CV_CANCEL_KEPT_IN_BASE);
    assert_int_equal(r.n_bodies, 0);
    assert_false(cv_recount_is_narrow(&e));
    cv_arena_close(&keep);
}

/* One word a body, where no name has a space. */
static void bodies_may_be_parted_by_spaces(void **state)
{
    (void)state;
    const cv_law_rule lines[] = {rule("bodies.rank", "court CEC")};
    const cv_law law = {.rule = lines, .n_rules = 1};
    const cv_election e = {.law = &law, .date = CV_NO_DATE};
    cv_arena keep = cv_arena_open();
    cv_ledger_rules r = cv_ledger_rules_of(&e, &keep);
    assert_int_equal(r.n_bodies, 2);
    assert_true(cv_str_eq(r.body[1], CV_STR("CEC")));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_profile_fills_what_it_says),
        cmocka_unit_test(without_a_law_all_is_as_before),
        cmocka_unit_test(bodies_may_be_parted_by_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
