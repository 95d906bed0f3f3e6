#include "counting.h"

/* Slovakia: 5 % for a party, 7 % for two or three together, 10 % for more. */
static const cv_rule_set by_size = {
    .engine = CV_ENGINE_DIVISOR,
    .divisors = {CV_SERIES_LINEAR, 1,                     1, 1},
    .n_thresholds = 3,
    .threshold = {{{1, 20}, CV_AT_LEAST, CV_BASE_VALID},
                 {{7, 100}, CV_AT_LEAST, CV_BASE_VALID},
                 {{1, 10}, CV_AT_LEAST, CV_BASE_VALID}    },
    .threshold_from = {1,                2,                                     4                 },
};

/* One list among 1,000 votes; has it a seat of 100? */
static const struct {
    const char *name;
    cv_count votes;
    int32_t parties;
    bool exempt, passes;
    int32_t n_lines;
} rows[] = {
    {"party at 5 %",         50,  0, false, true,  2},
    {"party below",          49,  1, false, false, 2},
    {"two parties at 7 %",   70,  2, false, true,  3},
    {"two parties below",    69,  2, false, false, 3},
    {"three parties at 7 %", 70,  3, false, true,  3},
    {"four parties at 10 %", 100, 4, false, true,  4},
    {"four parties below",   99,  4, false, false, 4},
    {"a minority below",     11,  0, true,  true,  1},
};

static void holds_lists_to_their_size(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_count votes[] = {1000 - rows[i].votes, rows[i].votes};
        cv_totals totals = totals_of(votes, 2);
        cv_option_facts options[] = {
            {0                        },
            { .parties = rows[i].parties, .exempt = rows[i].exempt}
        };
        cv_tally_facts facts = {.option = options};
        cv_tally t =
            count_or_fail(&b, rows[i].name, (cv_tally_task){&totals, 100, &by_size, &facts});
        expect_int(rows[i].name, "passes", t.seats[1] > 0, rows[i].passes);
        expect_int(rows[i].name, "lines", t.n_thresholds, rows[i].n_lines);
        if (rows[i].n_lines > 1)
            expect_int(rows[i].name, "last line", t.threshold[t.n_thresholds - 1].passes,
                       rows[i].passes);
    }
    bench_close(&b);
}

/* 50 of the base: 1,000 valid, 10 blank, 20 invalid, 1,040 took part, 1,050 found, 2,000 listed. */
static const struct {
    const char *name;
    cv_base base;
    cv_count least; /* the fewest votes that are 5 % */
} bases[] = {
    {"valid",        CV_BASE_VALID,        50 },
    {"valid+blank",  CV_BASE_VALID_BLANK,  51 },
    {"cast",         CV_BASE_CAST,         52 },
    {"participants", CV_BASE_PARTICIPANTS, 52 },
    {"box",          CV_BASE_BOX,          53 },
    {"registered",   CV_BASE_REGISTERED,   100},
};

static void knows_six_bases(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(bases); i++)
        for (int32_t below = 0; below < 2; below++) {
            cv_count own = bases[i].least - below, votes[] = {1000 - own, own};
            cv_totals totals = totals_of(votes, 2);
            totals.blank = 10;
            totals.invalid = 20;
            totals.participants = 1040;
            totals.box = 1050;
            totals.registered = 2000;
            cv_rule_set rules = by_size;
            rules.n_thresholds = 1;
            rules.threshold[0].base = bases[i].base;
            cv_tally t =
                count_or_fail(&b, bases[i].name, (cv_tally_task){&totals, 100, &rules, NULL});
            expect_int(bases[i].name, "passes", t.seats[1] > 0, !below);
            expect_int(bases[i].name, "base", t.threshold[1].base,
                       cv_totals_base(&totals, bases[i].base));
        }
    bench_close(&b);
}

static void needs_no_base_when_all_are_exempt(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 2);
    totals.valid = CV_BLANK;
    cv_option_facts options[] = {{.exempt = true}, {.exempt = true}};
    cv_tally_facts facts = {.option = options};
    cv_tally t = count_or_fail(&b, "exempt", (cv_tally_task){&totals, 5, &by_size, &facts});
    assert_int_equal(t.kind, CV_DECIDED);
    options[1].exempt = false;
    t = count_or_fail(&b, "not exempt", (cv_tally_task){&totals, 5, &by_size, &facts});
    assert_int_equal(t.kind, CV_INCOMPLETE);
    assert_int_equal(t.why, CV_WHY_BASE_BLANK);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_lists_to_their_size),
        cmocka_unit_test(knows_six_bases),
        cmocka_unit_test(needs_no_base_when_all_are_exempt),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
