#include "counting.h"

#include "tally/margin.h"
#include "tally/rest.h"

enum { NEVER = -1 };

static cv_count shown(cv_count k)
{
    return k == CV_NEVER ? NEVER : k;
}

static void expect_moves(const char *row, cv_moves m, const cv_count *expected)
{
    expect_int(row, "one too high", shown(m.high), expected[0]);
    expect_int(row, "one too low", shown(m.low), expected[1]);
    expect_int(row, "switched", shown(m.switched), expected[2]);
    expect_int(row, "removed", shown(m.removal), expected[3]);
    expect_int(row, "added", shown(m.addition), expected[4]);
}

static cv_share_test of(int64_t p, int64_t q, cv_relation relation, cv_base base)
{
    return share(p, q, relation, base);
}

/* 60, 40 and 20 of 120 votes; 200 registered. */
static void counts_the_fewest_votes(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40, 20};
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    const cv_base valid = CV_BASE_VALID, registered = CV_BASE_REGISTERED;
    /* clang-format off */
    const struct {
        const char *name;
        cv_rest rest;
        cv_count expected[5];
    } rows[] = {
        {"pair, a tie counts", cv_rest_pair(0, 1, CV_ABOVE, CV_ON_PAIR), {20, 20, 10, 20, 20}},
        {"pair, must be passed", cv_rest_pair(0, 1, CV_AT_LEAST, CV_ON_PAIR), {21, 21, 11, 21, 21}},
        /* 48 of 120; 60 − k of 120 − k, and 60 of 120 + k */
        {"2/5 kept, >=", cv_rest_share(0, of(2, 5, CV_AT_LEAST, valid), true, CV_ON_CONDITION), {13, NEVER, 13, 21, 31}},
        {"2/5 kept, >", cv_rest_share(0, of(2, 5, CV_ABOVE, valid), true, CV_ON_CONDITION), {12, NEVER, 12, 20, 30}},
        /* 24 of 120; all others but 20/(1/5) = 100; 20 + k of 120 + k */
        {"1/5 missed, >=", cv_rest_share(2, of(1, 5, CV_AT_LEAST, valid), false, CV_ON_THRESHOLD), {NEVER, 4, 4, 20, 5}},
        {"1/5 missed, >", cv_rest_share(2, of(1, 5, CV_ABOVE, valid), false, CV_ON_THRESHOLD), {NEVER, 5, 5, 21, 6}},
        /* a share of the register: papers set aside or added do not move it */
        {"1/4 of the register kept", cv_rest_share(0, of(1, 4, CV_AT_LEAST, registered), true, CV_ON_CONDITION), {11, NEVER, 11, 11, NEVER}},
        {"1/4 of the register missed", cv_rest_share(1, of(1, 4, CV_AT_LEAST, registered), false, CV_ON_CONDITION), {NEVER, 10, 10, NEVER, 10}},
        /* more than there are: 140 of 200 */
        {"7/10 of the register missed", cv_rest_share(2, of(7, 10, CV_AT_LEAST, registered), false, CV_ON_CONDITION), {NEVER, 120, NEVER, NEVER, 120}},
    };
    /* clang-format on */
    cv_totals totals = totals_of(votes, 3);
    totals.registered = 200;
    cv_work w = {.totals = &totals, .n = 3, .rules = &plurality};
    for (int32_t i = 0; i < LEN(rows); i++)
        expect_moves(rows[i].name, cv_rest_moves(&w, &rows[i].rest), rows[i].expected);
}

/* 50 votes switch from A; 10 more must come from C: each of these helps half as much. */
static void goes_on_with_others_when_papers_run_out(void **state)
{
    (void)state;
    static const cv_count votes[] = {50, 0, 40};
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    cv_totals totals = totals_of(votes, 3);
    cv_work w = {.totals = &totals, .n = 3, .rules = &plurality};
    cv_rest r = cv_rest_pair(0, 1, CV_ABOVE, CV_ON_PAIR);
    r.constant = 60; /* G = 110 */
    assert_int_equal(cv_rest_moves(&w, &r).switched, 60);
    r.constant = 91; /* G = 141: 50·2 + 40 are not enough */
    assert_true(cv_rest_moves(&w, &r).switched == CV_NEVER);
}

static void combines_ways(void **state)
{
    (void)state;
    const cv_moves a = {1, 9, 3, CV_NEVER, 5}, b = {2, 8, 3, 7, CV_NEVER};
    expect_moves("either", cv_moves_either(a, b), (const cv_count[]){1, 8, 3, 7, 5});
    expect_moves("both", cv_moves_both(a, b), (const cv_count[]){2, 9, 3, NEVER, NEVER});
    expect_moves("nothing", CV_MOVES_NEVER, (const cv_count[]){NEVER, NEVER, NEVER, NEVER, NEVER});
}

static void keeps_the_smaller_figures(void **state)
{
    (void)state;
    cv_margin m = CV_NO_MARGIN;
    cv_margin_take(&m, CV_MOVES_NEVER, CV_ON_PAIR, 0, 1);
    assert_int_equal(m.kind, CV_MARGIN_NONE);
    cv_margin_take(&m, (cv_moves){9, 8, 7, CV_NEVER, 5}, CV_ON_PAIR, 0, 1);
    assert_int_equal(m.kind, CV_MARGIN_ONE_SIDED);
    assert_int_equal(m.votes, 8);
    assert_true(m.removal == CV_BLANK);
    cv_margin_take(&m, (cv_moves){8, 8, 3, 4, 9}, CV_ON_CONDITION, 2, 3);
    assert_int_equal(m.votes, 8);
    assert_int_equal(m.switched, 3);
    assert_int_equal(m.removal, 4);
    assert_int_equal(m.addition, 5);
    assert_int_equal(m.winner, 0); /* the margin still hangs on the first */
    cv_margin_take(&m, (cv_moves){7, 9, 3, 4, 9}, CV_ON_CONDITION, 2, 3);
    assert_int_equal(m.votes, 7);
    assert_int_equal(m.winner, 2);
    assert_int_equal(m.on, CV_ON_CONDITION);
}

static void spreads_a_share_of_the_valid_votes(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40, 20};
    cv_totals totals = totals_of(votes, 3);
    bench b = bench_open();
    cv_work w = {.totals = &totals, .n = 3, .keep = &b.keep};
    cv_rest r = cv_rest_share(0, share(2, 5, CV_AT_LEAST, CV_BASE_VALID), true, CV_ON_CONDITION);
    cv_rest_assert(&w, &r);
    const cv_assertion *a = &w.out.assertion[0];
    assert_int_equal(a->weight[0], 3);
    assert_int_equal(a->weight[1], -2);
    assert_int_equal(a->weight[2], -2);
    assert_int_equal(a->valid, 0);
    assert_int_equal(a->value, 60);
    totals.valid = 90; /* two votes a paper */
    cv_rest_assert(&w, &r);
    a = &w.out.assertion[1];
    assert_int_equal(a->weight[0], 5);
    assert_int_equal(a->weight[1], 0);
    assert_int_equal(a->valid, -2);
    assert_int_equal(a->value, 120);
    bench_close(&b);
}

static void says_what_stays(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40};
    static const bool lists[] = {true, true};
    cv_totals totals = totals_of(votes, 2);
    totals.box = CV_BLANK;
    bench b = bench_open();
    cv_work w = {.totals = &totals, .n = 2, .keep = &b.keep};
    cv_assert_stays(&w, 1);
    cv_assert_lists_stay(&w, lists);
    cv_assert_bases_stay(&w);
    assert_int_equal(w.out.n_assertions, 7); /* five bases are known */
    for (int32_t i = 0; i < 7; i++) assert_true(w.out.assertion[i].value == 0);
    assert_int_equal(w.out.assertion[0].weight[1], 1);
    assert_int_equal(w.out.assertion[0].constant, -40);
    assert_int_equal(w.out.assertion[1].constant, -100);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_the_fewest_votes),
        cmocka_unit_test(goes_on_with_others_when_papers_run_out),
        cmocka_unit_test(combines_ways),
        cmocka_unit_test(keeps_the_smaller_figures),
        cmocka_unit_test(spreads_a_share_of_the_valid_votes),
        cmocka_unit_test(says_what_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
