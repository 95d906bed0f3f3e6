#include "counting.h"

/* What the margin hangs on, and what the outcome is said to rest on. */

#define SHARE(p, q, relation, base)                                                                \
    {                                                                                              \
        {p, q}, relation, base                                                                     \
    }
#define PLURALITY .engine = CV_ENGINE_PLURALITY
#define TWO_ROUND .engine = CV_ENGINE_TWO_ROUND, .runoff_top = 2, .n_win = 1

static const cv_rule_set plurality = {PLURALITY};
static const cv_rule_set from_30 = {PLURALITY, .has_min_share = true,
                                    .min_share = SHARE(3, 10, CV_AT_LEAST, CV_BASE_VALID)};
static const cv_rule_set turnout = {PLURALITY, .has_turnout_min = true,
                                    .turnout_min = SHARE(1, 3, CV_AT_LEAST, CV_BASE_REGISTERED)};
static const cv_rule_set against = {PLURALITY, .against = CV_AGAINST_VOID_IF_ABOVE_LEADER};
static const cv_rule_set half = {TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}}};
static const cv_rule_set all_tied = {TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}},
                                     .runoff_all_tied = true};
static const cv_rule_set barred_third = {PLURALITY, .has_barred_void = true,
                                         .barred_void = SHARE(1, 3, CV_ABOVE, CV_BASE_VALID)};

/* clang-format off */
static const struct {
    const char *name;
    const cv_rule_set *rules;
    int32_t seats;
    cv_count votes[4];
    int32_t against, barred; /* counted from 1; 0: none */
    cv_count margin;
    cv_hangs_on on;
    int32_t winner, loser; /* options from 0; −1: none */
    int32_t n_assertions;
} rows[] = {
    {"pair", &plurality, 1, {50, 40, 9, 1}, 0, 0, 10, CV_ON_PAIR, 0, 1, 3},
    {"last winner, first loser", &plurality, 2, {50, 40, 9, 1}, 0, 0, 31, CV_ON_PAIR, 1, 2, 4},
    {"minimum share", &from_30, 1, {31, 23, 23, 23}, 0, 0, 2, CV_ON_CONDITION, 0, -1, 4},
    {"minimum share missed", &from_30, 1, {28, 24, 24, 24}, 0, 0, 2, CV_ON_CONDITION, -1, 0, 4},
    {"turnout and pairs", &turnout, 1, {50, 40, 9, 1}, 0, 0, 10, CV_ON_PAIR, 0, 1, 4},
    {"behind the leader", &against, 1, {50, 40, 9, 1}, 2, 0, 11, CV_ON_CONDITION, -1, 1, 3},
    {"majority", &half, 1, {52, 40, 8}, 0, 0, 2, CV_ON_CONDITION, 0, -1, 3},
    {"second and third", &half, 1, {40, 31, 29}, 0, 0, 2, CV_ON_RUNOFF, 1, 2, 5},
    {"majority is nearer", &half, 1, {49, 40, 11}, 0, 0, 2, CV_ON_CONDITION, -1, 0, 5},
    {"all tied", &all_tied, 1, {40, 30, 30}, 0, 0, 1, CV_ON_RUNOFF, -1, 2, 8},
    {"barred, the next sits", &barred_third, 1, {30, 40, 29}, 0, 1, 4, CV_ON_CONDITION, -1, 0, 2},
    {"barred, void", &barred_third, 1, {35, 40, 24}, 0, 1, 2, CV_ON_CONDITION, -1, 1, 1},
};
/* clang-format on */

static void finds_what_it_hangs_on(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        int32_t n = 4;
        while (n > 1 && rows[i].votes[n - 1] == 0) n--;
        cv_totals totals = totals_of(rows[i].votes, n);
        cv_option_facts options[4] = {0};
        if (rows[i].against) options[rows[i].against - 1].standing = CV_AGAINST_ALL;
        if (rows[i].barred) options[rows[i].barred - 1].standing = CV_BARRED;
        cv_tally_facts facts = {.option = options};
        cv_tally t = count_or_fail(&b, rows[i].name,
                                   (cv_tally_task){&totals, rows[i].seats, rows[i].rules, &facts});
        expect_int(rows[i].name, "margin", t.margin.votes, rows[i].margin);
        expect_int(rows[i].name, "hangs on", t.margin.on, rows[i].on);
        expect_int(rows[i].name, "winner", t.margin.winner, rows[i].winner);
        expect_int(rows[i].name, "loser", t.margin.loser, rows[i].loser);
        expect_int(rows[i].name, "assertions", t.n_assertions, rows[i].n_assertions);
    }
    bench_close(&b);
}

/* 10·(2,889,359 − 2,240,920) − 6,137,671 = 346,719 (methods.md, Two rounds). */
static void asserts_the_lead_of_bolivia(void **state)
{
    (void)state;
    static const cv_count votes[] = {2889359, 2240920, 1007392};
    static const cv_rule_set bolivia = {
        .engine = CV_ENGINE_TWO_ROUND,
        .runoff_top = 2,
        .n_win = 2,
        .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)},
                {SHARE(2, 5, CV_AT_LEAST, CV_BASE_VALID), true,
                 SHARE(1, 10, CV_AT_LEAST, CV_BASE_VALID)}}
    };
    cv_totals totals = totals_of(votes, 3);
    bench b = bench_open();
    cv_tally t = count_or_fail(&b, "2019", (cv_tally_task){&totals, 1, &bolivia, NULL});
    int32_t found = 0;
    for (int32_t i = 0; i < t.n_assertions; i++) {
        const cv_assertion *a = &t.assertion[i];
        if (a->on != CV_ON_CONDITION || a->loser != 1) continue;
        found++;
        assert_int_equal(a->value, 346719);
        assert_int_equal(a->weight[0], 9);
        assert_int_equal(a->weight[1], -11);
        assert_int_equal(a->weight[2], -1);
        assert_int_equal(a->relation, CV_AT_LEAST);
    }
    assert_int_equal(found, 1);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_it_hangs_on),
        cmocka_unit_test(asserts_the_lead_of_bolivia),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
