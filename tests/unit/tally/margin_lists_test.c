#include "counting.h"

#define SHARE(p, q, relation, base)                                                                \
    {                                                                                              \
        {p, q}, relation, base                                                                     \
    }

static const cv_rule_set dhondt = {
    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1}
};
static const cv_rule_set dhondt_cap_3 = {
    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1},
         .seat_cap = 3
};
static const cv_rule_set dhondt_5 = {
    .engine = CV_ENGINE_DIVISOR,
    .divisors = {CV_SERIES_LINEAR, 1,  1,           1             },
    .n_thresholds = 1,
    .threshold = {SHARE(1,          20, CV_AT_LEAST, CV_BASE_VALID)}
};
static const cv_rule_set two_thresholds = {
    .engine = CV_ENGINE_DIVISOR,
    .divisors = {CV_SERIES_LINEAR, 1, 1,   1                  },
    .n_thresholds = 2,
    .threshold = { SHARE(1, 10, CV_AT_LEAST, CV_BASE_VALID),
                 SHARE(1, 20, CV_AT_LEAST, CV_BASE_REGISTERED)}
};
static const cv_rule_set hare_cap = {.engine = CV_ENGINE_REMAINDER, .seat_cap = 5};
static const cv_rule_set silent = {.engine = CV_ENGINE_REMAINDER,
                                   .quota = CV_QUOTA_HAGENBACH_BISCHOFF};

/* clang-format off */
static const struct {
    const char *name;
    const cv_rule_set *rules;
    int32_t seats;
    cv_count votes[4];
    cv_margin_kind kind;
    cv_count votes_margin, switched, low; /* low: of a bound; 0 otherwise */
    cv_hangs_on on;
    int32_t n_assertions;
} rows[] = {
    /* 60/3 against 25/2: 45 → 15 more for the second; 25/1 against 60/4: 40 → ⌈40/4⌉, ⌈40/5⌉ */
    {"pairs", &dhondt, 4, {60, 25}, CV_MARGIN_ONE_SIDED, 10, 8, 0, CV_ON_PAIR, 2},
    /* the first list cannot gain: 80/2 against 60/2: 40 → ⌈40/2⌉, ⌈40/4⌉ */
    {"at the cap", &dhondt_cap_3, 6, {700, 80, 60}, CV_MARGIN_ONE_SIDED, 20, 10, 0, CV_ON_PAIR, 7},
    {"threshold in", &dhondt_5, 21, {500, 453, 47}, CV_MARGIN_ONE_SIDED, 3, 3, 0, CV_ON_THRESHOLD, 5},
    {"threshold out", &dhondt_5, 21, {500, 450, 50}, CV_MARGIN_ONE_SIDED, 1, 1, 0, CV_ON_THRESHOLD, 9},
    {"threshold without a seat", &dhondt_5, 1, {500, 453, 47}, CV_MARGIN_BOUND, 47, 24, 3, CV_ON_PAIR, 4},
    /* a tenth of 1,000 is 7 away, a twentieth of 2,200 is 17 */
    {"both thresholds", &two_thresholds, 9, {600, 307, 93}, CV_MARGIN_ONE_SIDED, 17, 17, 0, CV_ON_THRESHOLD, 8},
    /* past the cap 25 and 15 share 5 seats: 25 and 10 of 35 turn 3 2 to 4 1; 28 and 12 of 40 tie */
    {"a cap and a new count", &hare_cap, 10, {60, 25, 15}, CV_MARGIN_BOUND, 5, 3, 1, CV_ON_PAIR, 3},
    /* 24 of 104 votes, quota 26, remain to the first and to the third; 22.75 and 23 of 101 */
    {"the law is silent on over-award", &silent, 3, {50, 30, 21}, CV_MARGIN_BOUND, 3, 2, 1, CV_ON_PAIR, 3},
};
/* clang-format on */

static void finds_margins(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        int32_t n = 4;
        while (n > 1 && rows[i].votes[n - 1] == 0) n--;
        cv_totals totals = totals_of(rows[i].votes, n);
        if (rows[i].rules == &two_thresholds) totals.registered = 2200;
        cv_tally t = count_or_fail(&b, rows[i].name,
                                   (cv_tally_task){&totals, rows[i].seats, rows[i].rules, NULL});
        expect_int(rows[i].name, "outcome", t.kind, CV_DECIDED);
        expect_int(rows[i].name, "kind", t.margin.kind, rows[i].kind);
        expect_int(rows[i].name, "margin", t.margin.votes, rows[i].votes_margin);
        expect_int(rows[i].name, "switch margin", t.margin.switched, rows[i].switched);
        if (rows[i].low) expect_int(rows[i].name, "low", t.margin.low, rows[i].low);
        expect_int(rows[i].name, "hangs on", t.margin.on, rows[i].on);
        expect_int(rows[i].name, "assertions", t.n_assertions, rows[i].n_assertions);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_margins)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
