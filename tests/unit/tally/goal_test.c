#include "counting.h"

#include "tally/goal.h"

enum { NEVER = -1 };

static const cv_rule_set rules = {
    .engine = CV_ENGINE_TWO_ROUND,
    .runoff_top = 2,
    .n_win = 2,
    .win = {{{{1, 2}, CV_ABOVE, CV_BASE_VALID}},
            {{{2, 5}, CV_AT_LEAST, CV_BASE_VALID}, true, {{1, 10}, CV_AT_LEAST, CV_BASE_VALID}}},
    .has_min_share = true,
    .min_share = { {1, 4},                        CV_AT_LEAST,                             CV_BASE_REGISTERED},
    .against = CV_AGAINST_VOID_IF_ABOVE_LEADER,
};

/* 30, 24, 26 and 20 of 100 valid votes; the last is against all; 160 registered. */
static const struct {
    const char *name;
    cv_goal goal;
    cv_count low, high, switched, removal, addition;
} rows[] = {
  /* 51; nobody else's total alone; 51; 100 − k < 60; 2(30 + k) > 100 + k */
    {"more than half",            {0, 0, false, false},  21, NEVER, 21, 41,    41},
 /* 40 and over 26 by 10: 40; k = 10; 30 of 75, and all others at most 22: 2 + 4 fit in 25;
  * 5(30 + k) >= 2(100 + k) */
    {"40 % and ten points",       {0, 1, false, false},  10, NEVER, 10, 25,    17},
 /* 40 of 160 registered: no removal helps */
    {"a quarter of the register", {0, -1, true, false},  10, NEVER, 10, NEVER, 10},
 /* the most votes, a tie being enough: from 24 to 30; 27 each by 3 from A; A less 6, C less 2 */
    {"the lead",                  {1, -1, false, false}, 6,  NEVER, 3,  8,     6 },
 /* against all, 20, ahead of 30, 24 and 26: 31; 25 to itself, from the three 6, 0 and 2;
  * A down by 11, B by 5, C by 7 */
    {"against all",               {3, -1, false, true},  11, NEVER, 6,  23,    11},
};

static cv_count shown(cv_count k)
{
    return k == CV_NEVER ? NEVER : k;
}

static void reaches_several_conditions(void **state)
{
    (void)state;
    static const cv_count votes[] = {30, 24, 26, 20};
    static const cv_option_facts options[] = {{0}, {0}, {0}, {.standing = CV_AGAINST_ALL}};
    cv_totals totals = totals_of(votes, 4);
    totals.registered = 160;
    cv_tally_facts facts = {.option = options};
    cv_work w = {.totals = &totals, .n = 4, .rules = &rules, .facts = &facts, .against = 3};
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_moves m = cv_goal_moves(&w, &rows[i].goal);
        expect_int(rows[i].name, "too low", shown(m.low), rows[i].low);
        expect_int(rows[i].name, "too high", shown(m.high), rows[i].high);
        expect_int(rows[i].name, "switched", shown(m.switched), rows[i].switched);
        expect_int(rows[i].name, "removed", shown(m.removal), rows[i].removal);
        expect_int(rows[i].name, "added", shown(m.addition), rows[i].addition);
    }
}

/* 40 against all to 30: removal of 10 gives the seat, but leaves too few voters. */
static void turnout_can_forbid_removal(void **state)
{
    (void)state;
    static const cv_count votes[] = {30, 40};
    static const cv_option_facts options[] = {{0}, {.standing = CV_AGAINST_ALL}};
    cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY,
                             .has_turnout_min = true,
                             .turnout_min = share(1, 2, CV_AT_LEAST, CV_BASE_REGISTERED),
                             .against = CV_AGAINST_VOID_IF_ABOVE_LEADER};
    cv_totals totals = totals_of(votes, 2);
    cv_tally_facts facts = {.option = options};
    cv_work w = {.totals = &totals, .n = 2, .rules = &plurality, .facts = &facts, .against = 1};
    const cv_goal goal = {0, -1, false, false};
    totals.registered = 120;
    assert_int_equal(cv_goal_moves(&w, &goal).removal, 10);
    totals.registered = 121;
    assert_true(cv_goal_moves(&w, &goal).removal == CV_NEVER);
    totals.registered = 160; /* turnout too: 80 voters */
    assert_int_equal(cv_goal_moves(&w, &goal).addition, 10);
    totals.registered = 162;
    assert_int_equal(cv_goal_moves(&w, &goal).addition, 11);
    assert_true(cv_goal_moves(&w, &goal).switched == CV_NEVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reaches_several_conditions),
        cmocka_unit_test(turnout_can_forbid_removal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
