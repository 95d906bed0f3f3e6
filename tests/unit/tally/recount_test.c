#include "counting.h"

#include "tally/recount.h"

static const cv_rule_set dhondt_5 = {
    .engine = CV_ENGINE_DIVISOR,
    .divisors = {CV_SERIES_LINEAR, 1, 1, 1},
    .n_thresholds = 1,
    .threshold = {{{1, 20}, CV_AT_LEAST, CV_BASE_VALID}              }
};

/* The work as it stands after a count. */
static cv_work counted(bench *b, const cv_totals *totals, int32_t seats, bool *takes_part)
{
    cv_tally t = count_or_fail(b, "count", (cv_tally_task){totals, seats, &dhondt_5, NULL});
    t.margin = (cv_margin){CV_MARGIN_NONE, CV_BLANK,   CV_BLANK, CV_BLANK, CV_BLANK,
                           CV_BLANK,       CV_ON_PAIR, -1,       -1};
    return (cv_work){.totals = totals,
                     .n = totals->n_options,
                     .seats = seats,
                     .rules = &dhondt_5,
                     .keep = &b->keep,
                     .takes_part = takes_part,
                     .out = t};
}

/* 47 of 1,000: three more votes bring the list in, and a seat of 21 but not of one. */
static void a_crossing_counts_when_a_seat_moves(void **state)
{
    (void)state;
    static const cv_count votes[] = {500, 453, 47};
    bool takes_part[] = {true, true, false};
    cv_totals totals = totals_of(votes, 3);
    const cv_moves in = {CV_NEVER, 3, 3, 60, 4};
    bench b = bench_open();
    cv_work w = counted(&b, &totals, 21, takes_part);
    cv_margin far = {.votes = 100, .switched = 100, .removal = 100, .addition = 100};
    cv_moves m = cv_recount_crossing(&w, 2, in, &far);
    assert_int_equal(m.low, 3);
    assert_int_equal(m.switched, 3);
    assert_int_equal(m.removal, 60);
    assert_int_equal(m.addition, 4);
    assert_true(m.high == CV_NEVER);
    cv_margin near = {.votes = 3, .switched = 2, .removal = CV_BLANK, .addition = 5};
    m = cv_recount_crossing(&w, 2, in, &near);
    assert_true(m.low == CV_NEVER && m.switched == CV_NEVER); /* the pairs are as near */
    assert_int_equal(m.removal, 60);
    w = counted(&b, &totals, 1, takes_part);
    m = cv_recount_crossing(&w, 2, in, &far);
    assert_true(m.low == CV_NEVER && m.switched == CV_NEVER && m.addition == CV_NEVER);
    bench_close(&b);
}

/* One seat, 50 to 30: 20 fewer, 20 more, 10 switched. */
static void pairs_are_searched(void **state)
{
    (void)state;
    static const cv_count votes[] = {50, 30};
    bool takes_part[] = {true, true};
    cv_totals totals = totals_of(votes, 2);
    bench b = bench_open();
    cv_work w = counted(&b, &totals, 1, takes_part);
    cv_recount_pairs(&w);
    assert_int_equal(w.out.margin.votes, 20);
    assert_int_equal(w.out.margin.switched, 10);
    assert_int_equal(w.out.margin.removal, 20);
    assert_int_equal(w.out.margin.addition, 20);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crossing_counts_when_a_seat_moves),
        cmocka_unit_test(pairs_are_searched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
