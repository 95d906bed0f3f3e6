#include "counting.h"

#include "tally/pair.h"

/* One run of 6,000 votes: 3,300, 1,600 and 1,100 over six seats. */
static cv_list_run run_of(cv_quota quota, const cv_count *votes)
{
    cv_quota_value q = cv_quota_of(quota, 6000, 6);
    return (cv_list_run){
        .votes = votes, .n_seats = 6, .remainder = {.quota_num = q.num, .quota_den = q.den}
    };
}

static const struct {
    const char *name;
    cv_quota quota;
    cv_pair pair;
    cv_count one, switched, removal, addition;
} rows[] = {
  /* Q = 1000: 3 2 1. B holds its second seat with 600 against A's 300 left */
    {"Hare, the last seat",    CV_QUOTA_HARE,               {1, 0, 2, 3}, 300,  150, 225,  450 },
 /* G = 3300 − 1600 − (3 − 2 − 1)·Q */
    {"Hare, no seats between", CV_QUOTA_HARE,               {0, 1, 3, 2}, 1700, 850, 1700, 1700},
 /* Q = ⌊6000/7⌋ + 1 = 858; G = 1600 − 3300 + 2·858 = 16 */
    {"Droop",                  CV_QUOTA_DROOP,              {1, 0, 2, 3}, 16,   8,   12,   22  },
 /* exactly 6000/7: 7·(−1700) + 2·6000 = 100 */
    {"Hagenbach-Bischoff",     CV_QUOTA_HAGENBACH_BISCHOFF, {1, 0, 2, 3}, 15,   8,   12,   20  },
};

static void counts_the_fewest_votes(void **state)
{
    (void)state;
    static const cv_count votes[] = {3300, 1600, 1100};
    static const bool lists[] = {true, true, true};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 3);
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_rule_set rules = {.engine = CV_ENGINE_REMAINDER, .quota = rows[i].quota};
        cv_work w = {.totals = &totals, .n = 3, .rules = &rules, .keep = &b.keep};
        cv_list_run run = run_of(rows[i].quota, votes);
        cv_moves m = cv_remainder_moves(&w, &run, lists, rows[i].pair);
        expect_int(rows[i].name, "one total", m.high < m.low ? m.high : m.low, rows[i].one);
        expect_int(rows[i].name, "switched", m.switched, rows[i].switched);
        expect_int(rows[i].name, "removal", m.removal, rows[i].removal);
        expect_int(rows[i].name, "addition", m.addition, rows[i].addition);
    }
    bench_close(&b);
}

/* 7·1700 − 2·6000 is far enough from 0 for the larger pair, and not for the nearer. */
static void asserts_with_caution_where_quotas_round(void **state)
{
    (void)state;
    static const cv_count votes[] = {3300, 1600, 1100};
    static const bool lists[] = {true, true, true};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 3);
    cv_rule_set rules = {.engine = CV_ENGINE_REMAINDER, .quota = CV_QUOTA_DROOP};
    cv_work w = {.totals = &totals, .n = 3, .rules = &rules, .keep = &b.keep};
    cv_list_run run = run_of(CV_QUOTA_DROOP, votes);
    cv_remainder_assert(&w, &run, lists, (cv_pair){1, 0, 2, 3});
    assert_int_equal(w.out.n_assertions, 1);
    assert_int_equal(w.out.assertion[0].value, 100 - 14);
    totals = totals_of((const cv_count[]){3349, 1649, 1002}, 3);
    cv_remainder_assert(&w, &run, lists, (cv_pair){0, 2, 4, 1});
    for (int32_t i = 1; i < w.out.n_assertions; i++) assert_true(w.out.assertion[i].value >= 0);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_the_fewest_votes),
        cmocka_unit_test(asserts_with_caution_where_quotas_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
