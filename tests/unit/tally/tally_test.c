#include "counting.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
static const cv_rule_set dhondt = {
    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1}
};

static cv_status count(const cv_totals *totals, int32_t seats, const cv_rule_set *rules,
                       const cv_tally_facts *facts, char *text)
{
    bench b = bench_open();
    cv_tally out = {.vacant = -7};
    cv_status s = cv_tally_count(&out, &(cv_tally_task){totals, seats, rules, facts}, &b.keep,
                                 b.scratch, &b.err);
    if (s != CV_OK) {
        assert_int_equal(out.vacant, -7); /* untouched */
        for (int32_t i = 0; i < 200; i++) text[i] = b.err.text[i];
    }
    bench_close(&b);
    return s;
}

static void refuses_what_is_no_count(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_count votes[2];
        cv_count registered;
        cv_status status;
    } rows[] = {
        {"sound",               {5, 4},                9,        CV_OK     },
        {"a blank total",       {5, 4},                CV_BLANK, CV_OK     },
        {"negative votes",      {5, -4},               9,        CV_E_INPUT},
        {"blank votes",         {5, CV_BLANK},         9,        CV_E_INPUT},
        {"past 10^12",          {5, CV_COUNT_MAX + 1}, 9,        CV_E_INPUT},
        {"past 10^12 together", {1, CV_COUNT_MAX},     9,        CV_E_LIMIT},
        {"10^12 together",      {1, CV_COUNT_MAX - 1}, 9,        CV_OK     },
        {"negative total",      {5, 4},                -9,       CV_E_INPUT},
    };
    char text[200];
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_totals totals = {2, rows[i].votes, 9, 0, 0, 9, 9, rows[i].registered};
        expect_int(rows[i].name, "status", count(&totals, 1, &plurality, NULL, text),
                   rows[i].status);
    }
}

static void refuses_rules_that_contradict(void **state)
{
    (void)state;
    static const cv_count votes[] = {5, 4};
    cv_totals totals = totals_of(votes, 2);
    const cv_share_test half = share(1, 2, CV_ABOVE, CV_BASE_VALID);
    const cv_share_test whole_and_more = share(3, 2, CV_ABOVE, CV_BASE_VALID);
    cv_rule_set two_round = {
        .engine = CV_ENGINE_TWO_ROUND, .n_win = 1, .win = {{half}}, .runoff_top = 2};
    char text[200];
    assert_int_equal(count(&totals, 1, &two_round, NULL, text), CV_OK);
    assert_int_equal(count(&totals, 2, &two_round, NULL, text), CV_E_INPUT);
    cv_rule_set bad = two_round;
    bad.n_win = 0;
    assert_int_equal(count(&totals, 1, &bad, NULL, text), CV_E_INPUT);
    bad = two_round;
    bad.runoff_top = 1;
    assert_int_equal(count(&totals, 1, &bad, NULL, text), CV_E_INPUT);
    bad = two_round;
    bad.win[0].share = whole_and_more;
    assert_int_equal(count(&totals, 1, &bad, NULL, text), CV_E_INPUT);
    bad = dhondt;
    bad.n_thresholds = CV_THRESHOLD_MAX + 1;
    assert_int_equal(count(&totals, 1, &bad, NULL, text), CV_E_INPUT);
    bad = dhondt;
    bad.seat_cap = -1;
    assert_int_equal(count(&totals, 1, &bad, NULL, text), CV_E_INPUT);
    assert_int_equal(count(&totals, -1, &dhondt, NULL, text), CV_E_INPUT);
    assert_int_equal(count(&totals, CV_SEATS_MAX + 1, &dhondt, NULL, text), CV_E_LIMIT);
}

static void refuses_a_lot_that_is_not_needed(void **state)
{
    (void)state;
    static const cv_count votes[] = {5, 4};
    static const int32_t first[] = {0};
    cv_totals totals = totals_of(votes, 2);
    cv_lot lot = {1, first, CV_STR("")};
    cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
    char text[200];
    assert_int_equal(count(&totals, 1, &plurality, &facts, text), CV_E_INPUT);
    assert_string_equal(text, "lot 1 is not needed: nobody ties");
}

static void refuses_two_options_against_all(void **state)
{
    (void)state;
    static const cv_count votes[] = {5, 4};
    cv_totals totals = totals_of(votes, 2);
    cv_option_facts options[] = {{.standing = CV_AGAINST_ALL}, {.standing = CV_AGAINST_ALL}};
    cv_tally_facts facts = {.option = options};
    char text[200];
    assert_int_equal(count(&totals, 1, &plurality, &facts, text), CV_E_INPUT);
}

static void names_bases(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40};
    cv_totals t = {2, votes, 100, 10, 20, 135, 140, 200};
    assert_int_equal(cv_totals_base(&t, CV_BASE_VALID), 100);
    assert_int_equal(cv_totals_base(&t, CV_BASE_VALID_BLANK), 110);
    assert_int_equal(cv_totals_base(&t, CV_BASE_CAST), 130);
    assert_int_equal(cv_totals_base(&t, CV_BASE_PARTICIPANTS), 135);
    assert_int_equal(cv_totals_base(&t, CV_BASE_BOX), 140);
    assert_int_equal(cv_totals_base(&t, CV_BASE_REGISTERED), 200);
    assert_true(cv_totals_base(&t, CV_BASE_UNKNOWN) == CV_BLANK);
    t.blank = CV_BLANK;
    assert_true(cv_totals_base(&t, CV_BASE_VALID_BLANK) == CV_BLANK);
    assert_true(cv_totals_base(&t, CV_BASE_CAST) == CV_BLANK);
    assert_int_equal(cv_totals_base(&t, CV_BASE_VALID), 100);
}

static void reads_the_facts_of_a_contest(void **state)
{
    (void)state;
    bench b = bench_open();
    static const cv_option options[] = {
        {.kind = CV_OPTION_LIST, .parties = 2},
        {.kind = CV_OPTION_AGAINST                     },
        {.barred = true},
        {.threshold_exempt = true                     }
    };
    cv_contest contest = {.n_options = 4, .option = options, .n_lots = 3};
    cv_tally_facts facts = cv_tally_facts_of(&contest, &b.keep);
    assert_int_equal(facts.option[0].standing, CV_SEATABLE);
    assert_int_equal(facts.option[0].parties, 2);
    assert_int_equal(facts.option[1].standing, CV_AGAINST_ALL);
    assert_int_equal(facts.option[2].standing, CV_BARRED);
    assert_true(facts.option[3].exempt);
    assert_int_equal(facts.n_lots, 3);
    bench_close(&b);
}

static void compares_results(void **state)
{
    (void)state;
    static const cv_count one[] = {50, 30, 20}, two[] = {48, 30, 22}, tie[] = {50, 50, 0};
    bench b = bench_open();
    cv_totals t1 = totals_of(one, 3), t2 = totals_of(two, 3), t3 = totals_of(tie, 3);
    cv_tally a = count_or_fail(&b, "a", (cv_tally_task){&t1, 1, &plurality, NULL});
    cv_tally c = count_or_fail(&b, "b", (cv_tally_task){&t2, 1, &plurality, NULL});
    cv_tally d = count_or_fail(&b, "c", (cv_tally_task){&t3, 1, &plurality, NULL});
    cv_tally e = count_or_fail(&b, "d", (cv_tally_task){&t1, 2, &plurality, NULL});
    assert_true(cv_tally_same(&a, &c));
    assert_false(cv_tally_same(&a, &d));
    assert_false(cv_tally_same(&a, &e));
    assert_true(cv_tally_same(&d, &d));
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_is_no_count),
        cmocka_unit_test(refuses_rules_that_contradict),
        cmocka_unit_test(refuses_a_lot_that_is_not_needed),
        cmocka_unit_test(refuses_two_options_against_all),
        cmocka_unit_test(names_bases),
        cmocka_unit_test(reads_the_facts_of_a_contest),
        cmocka_unit_test(compares_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
