#include "counting.h"

#include "tally/work.h"

static void compares_shares(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40};
    static const struct {
        const char *name;
        cv_share_test test;
        cv_count part;
        cv_test expect;
    } rows[] = {
        {"half, >=",          {{1, 2}, CV_AT_LEAST, CV_BASE_VALID}, 50,       CV_TEST_HOLDS  },
        {"half, >",           {{1, 2}, CV_ABOVE, CV_BASE_VALID},    50,       CV_TEST_FAILS  },
        {"past half, >",      {{1, 2}, CV_ABOVE, CV_BASE_VALID},    51,       CV_TEST_HOLDS  },
        {"a third of 100",    {{1, 3}, CV_AT_LEAST, CV_BASE_VALID}, 33,       CV_TEST_FAILS  },
        {"more than a third", {{1, 3}, CV_AT_LEAST, CV_BASE_VALID}, 34,       CV_TEST_HOLDS  },
        {"base blank",        {{1, 2}, CV_ABOVE, CV_BASE_BOX},      51,       CV_TEST_BLANK  },
        {"part blank",        {{1, 2}, CV_ABOVE, CV_BASE_VALID},    CV_BLANK, CV_TEST_BLANK  },
        {"not read",          {{1, 2}, CV_ABOVE, CV_BASE_UNKNOWN},  51,       CV_TEST_UNKNOWN},
    };
    cv_totals totals = totals_of(votes, 2);
    totals.box = CV_BLANK;
    cv_work w = {.totals = &totals, .n = 2};
    for (int32_t i = 0; i < LEN(rows); i++)
        expect_int(rows[i].name, "test", cv_share_holds(&w, rows[i].part, rows[i].test),
                   rows[i].expect);
}

static void refuses_wrong_lots(void **state)
{
    (void)state;
    static const bool claim[] = {false, true, true, true};
    static const struct {
        const char *name;
        int32_t n, option[3];
        const char *text;
    } rows[] = {
        {"right",     2, {3, 1},    NULL                                      },
        {"too few",   1, {3},       "lot 1 names 1 options for 2 places"      },
        {"too many",  3, {3, 1, 2}, "lot 1 names 3 options for 2 places"      },
        {"not tied",  2, {3, 0},    "lot 1 names option 1, which does not tie"},
        {"no option", 2, {3, 4},    "lot 1 names option 5, which does not tie"},
        {"negative",  2, {-1, 3},   "lot 1 names option 0, which does not tie"},
        {"twice",     2, {3, 3},    "lot 1 names option 4 twice"              },
    };
    cv_error err;
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_lot lot = {rows[i].n, rows[i].option, CV_STR("")};
        cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
        cv_work w = {.n = 4, .facts = &facts, .err = &err};
        const int32_t *chosen;
        cv_status status = cv_work_lot(&w, &chosen, claim, 2);
        expect_int(rows[i].name, "status", status, rows[i].text ? CV_E_INPUT : CV_OK);
        if (rows[i].text) assert_string_equal(err.text, rows[i].text);
        expect_int(rows[i].name, "used", w.out.n_lots_used, !rows[i].text);
    }
}

static void asks_for_a_lot_when_none_is_left(void **state)
{
    (void)state;
    static const bool claim[] = {true, true};
    cv_tally_facts facts = {0};
    cv_work w = {.n = 2, .facts = &facts};
    const int32_t *chosen = (const int32_t *)&facts;
    assert_int_equal(cv_work_lot(&w, &chosen, claim, 1), CV_OK);
    assert_null(chosen);
    w.facts = NULL;
    assert_int_equal(cv_work_lot(&w, &chosen, claim, 1), CV_OK);
    assert_null(chosen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_shares),
        cmocka_unit_test(refuses_wrong_lots),
        cmocka_unit_test(asks_for_a_lot_when_none_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
