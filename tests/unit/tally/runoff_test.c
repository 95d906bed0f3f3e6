#include "counting.h"

static const cv_rule_set two_round = {
    .engine = CV_ENGINE_TWO_ROUND,
    .runoff_top = 2,
    .n_win = 1,
    .win = {{{{1, 2}, CV_ABOVE, CV_BASE_VALID}}},
};

static const struct {
    const char *name;
    cv_count votes[4];
    int32_t n;
    int32_t option[4]; /* the run-off's ballot */
    cv_runoff_fit fit;
} rows[] = {
    {"the first two",             {40, 35, 25}, 2, {0, 1},    CV_RUNOFF_FITS   },
    {"in the other order",        {40, 35, 25}, 2, {1, 0},    CV_RUNOFF_FITS   },
    {"the third instead",         {40, 35, 25}, 2, {0, 2},    CV_RUNOFF_WRONG  },
    {"one too many",              {40, 35, 25}, 3, {0, 1, 2}, CV_RUNOFF_WRONG  },
    {"one alone",                 {40, 35, 25}, 1, {0},       CV_RUNOFF_WRONG  },
    {"the same twice",            {40, 35, 25}, 2, {0, 0},    CV_RUNOFF_WRONG  },
    {"a stranger",                {40, 35, 25}, 2, {0, -1},   CV_RUNOFF_WRONG  },
    {"past the list",             {40, 35, 25}, 2, {0, 3},    CV_RUNOFF_WRONG  },
    {"won in the first round",    {60, 25, 15}, 2, {0, 1},    CV_RUNOFF_NOT_DUE},
    {"by lot",                    {40, 30, 30}, 2, {0, 2},    CV_RUNOFF_BY_LOT },
    {"by lot, without the first", {40, 30, 30}, 2, {1, 2},    CV_RUNOFF_WRONG  },
    {"nobody voted",              {0, 0, 0},    2, {0, 1},    CV_RUNOFF_UNKNOWN},
};

static void compares(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_totals totals = totals_of(rows[i].votes, 3);
        cv_tally first =
            count_or_fail(&b, rows[i].name, (cv_tally_task){&totals, 1, &two_round, NULL});
        expect_int(rows[i].name, "fit", cv_runoff_check(&first, rows[i].option, rows[i].n),
                   rows[i].fit);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(compares)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
