#include "counting.h"

#include "tally/pair.h"

enum { NEVER = -1 };

static cv_count shown(cv_count k)
{
    return k == CV_NEVER ? NEVER : k;
}

/* Holder A 100 votes; rival B 30. */
static const struct {
    const char *name;
    const cv_divisors *series;
    cv_count rival_votes;
    int32_t held, wants;
    cv_count high, low, switched;
} rows[] = {
  /* 100/3 against 30/1: G = 100·1 − 30·3 = 10 */
    {"d'Hondt",                       &CV_DHONDT,          30, 3, 0, 10,    4,     3  },
 /* 100/3 against 30/1: G = 10 */
    {"Sainte-Laguë",                 &CV_SAINTE_LAGUE,    30, 2, 0, 10,    4,     3  },
 /* 100/15 against 30/7 */
    {"1.4",                           &CV_SAINTE_LAGUE_14, 30, 2, 0, 36,    17,    12 },
 /* 100/4 against 20/2: G = 200 − 80 = 120, halved: 100 − 40 */
    {"Macau",                         &CV_MACAU,           20, 3, 1, 60,    30,    20 },
 /* A's first seat: only without votes; B has one already */
    {"Adams, a first seat",           &CV_ADAMS,           30, 1, 1, 100,   NEVER, 100},
    {"Adams, both ask for the first", &CV_ADAMS,           30, 1, 0, 70,    70,    35 },
    {"Adams, a rival without votes",  &CV_ADAMS,           0,  3, 0, NEVER, 1,     1  },
 /* 100/2 against 30/1 */
    {"Adams",                         &CV_ADAMS,           30, 3, 1, 40,    20,    14 },
 /* 100·5/12 = 41.67 against 30·3/4 = 22.5 */
    {"Dean",                          &CV_DEAN,            30, 3, 1, 46,    26,    17 },
 /* 100/√6 = 40.8 against 30/√2 = 21.2: 100² / 30² = 11.1 against 3 */
    {"Huntington-Hill",               &CV_HUNTINGTON_HILL, 30, 3, 1, 49,    28,    18 },
};

static void counts_the_fewest_votes(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_count votes[] = {100, rows[i].rival_votes, 500};
        cv_totals totals = totals_of(votes, 3);
        cv_rule_set rules = {.engine = CV_ENGINE_DIVISOR, .divisors = *rows[i].series};
        cv_work w = {.totals = &totals, .n = 3, .rules = &rules, .keep = &b.keep};
        cv_pair pair = {0, 1, rows[i].held, rows[i].wants};
        cv_moves m = cv_average_moves(&w, pair);
        expect_int(rows[i].name, "too high", shown(m.high), rows[i].high);
        expect_int(rows[i].name, "too low", shown(m.low), rows[i].low);
        expect_int(rows[i].name, "switched", shown(m.switched), rows[i].switched);
        expect_int(rows[i].name, "removal", shown(m.removal), rows[i].high);
        expect_int(rows[i].name, "addition", shown(m.addition), rows[i].low);
        cv_average_assert(&w, pair);
        const cv_assertion *a = &w.out.assertion[0];
        if (a->value < 0 || (a->value == 0 && a->relation == CV_ABOVE))
            fail_msg("%s: the assertion does not hold", rows[i].name);
    }
    bench_close(&b);
}

/* √2 between the sides: the fraction of the assertion stays on its own side of the root. */
static void squares_are_kept_apart(void **state)
{
    (void)state;
    static const cv_count sides[][2] = {
        {1732051,    1000000   },
        {1732050808, 1000000000},
        {20,         1         }
    };
    bench b = bench_open();
    cv_rule_set rules = {.engine = CV_ENGINE_DIVISOR, .divisors = CV_HUNTINGTON_HILL};
    for (int32_t i = 0; i < LEN(sides); i++) { /* third seat to second: ratio √3 */
        cv_totals totals = totals_of(sides[i], 2);
        cv_work w = {.totals = &totals, .n = 2, .rules = &rules, .keep = &b.keep};
        cv_average_assert(&w, (cv_pair){0, 1, 3, 1});
        const cv_assertion *a = &w.out.assertion[0];
        cv_wide up = a->weight[0], down = -a->weight[1];
        assert_true(a->value >= 0);
        assert_true(down * down >= 3 * up * up); /* T_A/T_B >= down/up >= √3 */
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_the_fewest_votes),
        cmocka_unit_test(squares_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
