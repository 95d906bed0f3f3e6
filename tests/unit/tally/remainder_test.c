#include "counting.h"

#include "tally/remainder.h"

/* clang-format off */
static const struct {
    const char *name;
    cv_quota quota;
    cv_over_award over;
    bool repeat;
    int32_t n, seats;
    cv_count votes[8];
    int32_t expect[8];
    int32_t lot_seats, vacant;
} rows[] = {
    /* 12·v = 60, 444, 432, 180 by 93: remainders 60, 72, 60, 87; a double loses the tie */
    {"tie that doubles lose", CV_QUOTA_HARE, CV_OVER_UNKNOWN, false, 4, 12, {5, 37, 36, 15}, {0, 5, 4, 2}, 1, 0},
    {"the same, a vote moved", CV_QUOTA_HARE, CV_OVER_UNKNOWN, false, 4, 12, {6, 37, 36, 14}, {1, 5, 4, 2}, 0, 0},
    {"whole quotas only", CV_QUOTA_HARE, CV_OVER_UNKNOWN, false, 2, 5, {60, 40}, {3, 2}, 0, 0},
    {"nobody voted", CV_QUOTA_HARE, CV_OVER_UNKNOWN, true, 2, 3, {0, 0}, {0, 0}, 0, 3},
    {"no seat", CV_QUOTA_HARE, CV_OVER_UNKNOWN, true, 2, 0, {7, 1}, {0, 0}, 0, 0},
    {"over-award: subtract", CV_QUOTA_IMPERIALI, CV_OVER_SUBTRACT, false, 2, 3, {60, 40}, {2, 1}, 0, 0},
    {"over-award: not said", CV_QUOTA_IMPERIALI, CV_OVER_UNKNOWN, false, 2, 3, {60, 40}, {3, 2}, 0, 0},
    /* Q grows to 21: 2 and 1 */
    {"over-award: recompute", CV_QUOTA_IMPERIALI, CV_OVER_RECOMPUTE, false, 2, 3, {60, 40}, {2, 1}, 0, 0},
    /* Q = 100/5 = 20: 61 = 3·20 + 1, 39 = 1·20 + 19: four for three; A gives one back */
    {"over-award: the smallest remainder", CV_QUOTA_IMPERIALI, CV_OVER_SUBTRACT, false, 2, 3, {61, 39}, {2, 1}, 0, 0},
    {"Hagenbach-Bischoff exact gives one too many", CV_QUOTA_HAGENBACH_BISCHOFF, CV_OVER_SUBTRACT, false, 2, 3, {50, 50}, {1, 1}, 1, 0},
    {"Droop cannot", CV_QUOTA_DROOP, CV_OVER_UNKNOWN, false, 2, 3, {50, 50}, {1, 1}, 1, 0},
    {"seats left twice round", CV_QUOTA_DROOP, CV_OVER_UNKNOWN, true, 2, 11, {2, 1}, {6, 5}, 0, 0},
    {"seats left, once round", CV_QUOTA_DROOP, CV_OVER_UNKNOWN, false, 2, 10, {2, 1}, {3, 2}, 0, 5},
    {"10^12 votes", CV_QUOTA_HARE, CV_OVER_UNKNOWN, false, 2, 1, {500000000001, 499999999999}, {1, 0}, 0, 0},
};
/* clang-format on */

static void assigns(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_remainder_input in = {rows[i].votes, rows[i].n,    rows[i].seats,
                                 rows[i].quota, rows[i].over, rows[i].repeat};
        cv_remainder_result r;
        assert_int_equal(cv_remainder_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
        if (!r.unknown && !r.lot_takes)
            expect_seats(rows[i].name, r.seats, rows[i].expect, rows[i].n);
        expect_int(rows[i].name, "seats for the lot", r.lot_seats, rows[i].lot_seats);
        expect_int(rows[i].name, "vacant", r.vacant, rows[i].vacant);
    }
    bench_close(&b);
}

static void says_when_the_law_is_silent(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40};
    bench b = bench_open();
    cv_remainder_input in = {votes, 2, 3, CV_QUOTA_IMPERIALI, CV_OVER_UNKNOWN, false};
    cv_remainder_result r;
    assert_int_equal(cv_remainder_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    assert_true(r.unknown);
    assert_int_equal(r.over, 2);
    in.over_award = CV_OVER_SUBTRACT;
    assert_int_equal(cv_remainder_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    assert_int_equal(r.over, 2);
    in.over_award = CV_OVER_RECOMPUTE;
    assert_int_equal(cv_remainder_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    assert_true(r.grown);
    assert_int_equal(r.quota_num / r.quota_den, 21);
    bench_close(&b);
}

/* 100 votes, 7 seats: 100/7 = 14.28…, 100/8 = 12.5, 100/9 = 11.11… */
static const struct {
    const char *name;
    cv_quota quota;
    int64_t num, den;
    bool exact;
} quotas[] = {
    {"Hare",                       CV_QUOTA_HARE,                       100, 7, true },
    {"Hare rounded",               CV_QUOTA_HARE_ROUNDED,               14,  1, false},
    {"Droop",                      CV_QUOTA_DROOP,                      13,  1, false},
    {"Hagenbach-Bischoff",         CV_QUOTA_HAGENBACH_BISCHOFF,         100, 8, true },
    {"Hagenbach-Bischoff up",      CV_QUOTA_HAGENBACH_BISCHOFF_UP,      13,  1, false},
    {"Hagenbach-Bischoff half up", CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP, 13,  1, false},
    {"Imperiali",                  CV_QUOTA_IMPERIALI,                  100, 9, true },
    {"Imperiali down",             CV_QUOTA_IMPERIALI_DOWN,             11,  1, false},
    {"Imperiali half up",          CV_QUOTA_IMPERIALI_HALF_UP,          11,  1, false},
};

static void knows_nine_quotas(void **state)
{
    (void)state;
    for (int32_t i = 0; i < LEN(quotas); i++) {
        cv_quota_value q = cv_quota_of(quotas[i].quota, 100, 7);
        expect_int(quotas[i].name, "numerator", q.num, quotas[i].num);
        expect_int(quotas[i].name, "denominator", q.den, quotas[i].den);
        expect_int(quotas[i].name, "exact", cv_quota_is_exact(quotas[i].quota), quotas[i].exact);
    }
    assert_int_equal(cv_quota_of(CV_QUOTA_DROOP, 104, 7).num, 14);
    assert_int_equal(cv_quota_of(CV_QUOTA_HAGENBACH_BISCHOFF_UP, 104, 7).num, 13);
    assert_int_equal(cv_quota_of(CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP, 99, 7).num, 12);
    assert_int_equal(cv_quota_of(CV_QUOTA_IMPERIALI_DOWN, 3, 7).num, 1);
    assert_int_equal(cv_quota_of(CV_QUOTA_HARE, 0, 7).num, 0);
}

/* methods.md, Lists; and Slovakia 2020, quota 13,650 of 150 seats. */
static void reproduces_published_seats(void **state)
{
    (void)state;
    static const cv_count six[] = {47000, 16000, 15900, 12000, 6000, 3100};
    static const int32_t hare[] = {5, 2, 1, 1, 1, 0}, others[] = {5, 2, 2, 1, 0, 0};
    bench b = bench_open();
    for (int32_t q = CV_QUOTA_HARE; q <= CV_QUOTA_IMPERIALI_HALF_UP; q++) {
        cv_remainder_input in = {six, 6, 10, (cv_quota)q, CV_OVER_SUBTRACT, false};
        cv_remainder_result r;
        assert_int_equal(cv_remainder_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
        expect_seats(cv_rule_word(CV_QUOTA_NAMES, q).s, r.seats,
                     q <= CV_QUOTA_HARE_ROUNDED ? hare : others, 6);
    }
    static const cv_count slovakia[] = {721166, 527172, 237531, 229660, 179246, 166325};
    static const int32_t expect[] = {53, 38, 17, 17, 13, 12};
    cv_remainder_input in = {slovakia,         6,    150, CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP,
                             CV_OVER_SUBTRACT, false};
    cv_remainder_result r;
    assert_int_equal(cv_remainder_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    expect_seats("Slovakia 2020", r.seats, expect, 6);
    assert_int_equal(r.quota_num, 13650);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(assigns),
        cmocka_unit_test(says_when_the_law_is_silent),
        cmocka_unit_test(knows_nine_quotas),
        cmocka_unit_test(reproduces_published_seats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
