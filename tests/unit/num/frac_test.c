#include "../row.h"

#include "num/frac.h"

static const struct {
    const char *name;
    int64_t p, q, want_p, want_q;
} lowest[] = {
    {"a half",                  1,             2,         1,             2        },
    {"three sixths",            3,             6,         1,             2        },
    {"five hundredths",         5,             100,       1,             20       },
    {"nothing",                 0,             7,         0,             1        },
    {"a whole",                 12,            4,         3,             1        },
    {"no common divisor",       355,           113,       355,           113      },
    {"less than nothing",       -6,            4,         -3,            2        },
    {"the largest over itself", INT64_MAX,     INT64_MAX, 1,             1        },
    {"the smallest over 2",     INT64_MIN,     2,         INT64_MIN / 2, 1        },
    {"the smallest over 3",     INT64_MIN,     3,         INT64_MIN,     3        },
    {"neighbours",              INT64_MAX - 1, INT64_MAX, INT64_MAX - 1, INT64_MAX},
};

static void lowest_terms(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(lowest); i++) {
        cv_frac f = cv_frac_of(lowest[i].p, lowest[i].q);
        ROW_INT(lowest[i].name, f.p, lowest[i].want_p);
        ROW_INT(lowest[i].name, f.q, lowest[i].want_q);
    }
    ROW_STOPS("over nothing", cv_frac_of(1, 0).p);
    ROW_STOPS("over less than nothing", cv_frac_of(1, -2).p);
}

static const struct {
    const char *name;
    cv_str text;
    bool want;
    int64_t p, q;
} parses[] = {
    {"a half",                  CV_STR("1/2"),          true,  1,          2         },
    {"in lowest terms",         CV_STR("5/100"),        true,  1,          20        },
    {"a whole number",          CV_STR("3"),            true,  3,          1         },
    {"nothing",                 CV_STR("0"),            true,  0,          1         },
    {"nothing of ten",          CV_STR("0/10"),         true,  0,          1         },
    {"more than one",           CV_STR("7/3"),          true,  7,          3         },
    {"10^9",                    CV_STR("1000000000"),   true,  1000000000, 1         },
    {"over 10^9",               CV_STR("1/1000000000"), true,  1,          1000000000},

    {"no text",                 CV_STR(""),             false, 0,          0         },
    {"10^9 + 1",                CV_STR("1000000001"),   false, 0,          0         },
    {"over 10^9 + 1",           CV_STR("1/1000000001"), false, 0,          0         },
    {"over nothing",            CV_STR("1/0"),          false, 0,          0         },
    {"no numerator",            CV_STR("/2"),           false, 0,          0         },
    {"no denominator",          CV_STR("1/"),           false, 0,          0         },
    {"a slash",                 CV_STR("/"),            false, 0,          0         },
    {"two slashes",             CV_STR("1/2/3"),        false, 0,          0         },
    {"negative",                CV_STR("-1/2"),         false, 0,          0         },
    {"over a negative",         CV_STR("1/-2"),         false, 0,          0         },
    {"decimals",                CV_STR("0.05"),         false, 0,          0         },
    {"percent",                 CV_STR("5%"),           false, 0,          0         },
    {"spaces",                  CV_STR("1 / 2"),        false, 0,          0         },
    {"a leading zero",          CV_STR("01/2"),         false, 0,          0         },
    {"a leading zero below",    CV_STR("1/02"),         false, 0,          0         },
    {"the character of a half", CV_STR("\xc2\xbd"),     false, 0,          0         },
};

static void parse(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(parses); i++) {
        cv_frac f = {-7, 77};
        ROW_INT(parses[i].name, cv_frac_parse(&f, parses[i].text), parses[i].want);
        ROW_INT(parses[i].name, f.p, parses[i].want ? parses[i].p : -7);
        ROW_INT(parses[i].name, f.q, parses[i].want ? parses[i].q : 77);
    }
}

static const struct {
    const char *name;
    cv_count part;
    cv_frac share;
    cv_count base;
    int want;
} shares[] = {
    {"5 % of 2000 exactly",           100,          {1, 20},                 2000,             0 },
    {"one vote below",                99,           {1, 20},                 2000,             -1},
    {"one vote above",                101,          {1, 20},                 2000,             1 },
    {"5 % of 2001 is 100.05",         100,          {1, 20},                 2001,             -1},
    {"half of an odd number",         50,           {1, 2},                  101,              -1},
    {"and one more",                  51,           {1, 2},                  101,              1 },
    {"a third of a third",            1,            {1, 3},                  3,                0 },
    {"nothing of nothing",            0,            {1, 20},                 0,                0 },
    {"something of nothing",          1,            {1, 20},                 0,                1 },
    {"no share",                      0,            {0, 1},                  2000,             0 },
    {"10^12 is half of 2 * 10^12",    CV_COUNT_MAX, {1, 2},                  2 * CV_COUNT_MAX, 0 },
    {"10^12 against (10^9 - 1)/10^9", CV_COUNT_MAX, {999999999, 1000000000}, CV_COUNT_MAX,     1 },
    {"exactly that share",            999999999000, {999999999, 1000000000}, CV_COUNT_MAX,     0 },
    {"one vote in 10^12 below it",    999999998999, {999999999, 1000000000}, CV_COUNT_MAX,     -1},
    {"a negative difference",         -1,           {1, 2},                  2,                -1},
};

static void share(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(shares); i++)
        ROW_INT(shares[i].name, cv_share_cmp(shares[i].part, shares[i].share, shares[i].base),
                shares[i].want);
    ROW_STOPS("a blank part", cv_share_cmp(CV_BLANK, (cv_frac){1, 2}, 10));
    ROW_STOPS("a blank base", cv_share_cmp(10, (cv_frac){1, 2}, CV_BLANK));
}

/* ---- num/wide.h, which has no file of code ---- */

static const struct {
    const char *name;
    int64_t a, b, floor, ceil;
} divisions[] = {
    {"7 / 2",                       7,         2,         3,                      4                  },
    {"-7 / 2",                      -7,        2,         -4,                     -3                 },
    {"6 / 2",                       6,         2,         3,                      3                  },
    {"-6 / 2",                      -6,        2,         -3,                     -3                 },
    {"0 / 5",                       0,         5,         0,                      0                  },
    {"1 / 5",                       1,         5,         0,                      1                  },
    {"-1 / 5",                      -1,        5,         -1,                     0                  },
    {"4 / 5",                       4,         5,         0,                      1                  },
    {"-4 / 5",                      -4,        5,         -1,                     0                  },
    {"9 / 1",                       9,         1,         9,                      9                  },
    {"-9 / 1",                      -9,        1,         -9,                     -9                 },
    {"the largest by 2",            INT64_MAX, 2,         (INT64_C(1) << 62) - 1, INT64_C(1) << 62   },
    {"the smallest by 2",           INT64_MIN, 2,         -(INT64_C(1) << 62),    -(INT64_C(1) << 62)},
    {"the smallest by the largest", INT64_MIN, INT64_MAX, -2,                     -1                 },
};

static void divide(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(divisions); i++) {
        cv_wide a = divisions[i].a, b = divisions[i].b;
        ROW_INT(divisions[i].name, cv_narrow(cv_floor_div(a, b)), divisions[i].floor);
        ROW_INT(divisions[i].name, cv_narrow(cv_ceil_div(a, b)), divisions[i].ceil);
    }
    ROW_STOPS("floor by nothing", cv_floor_div(1, 0) == 0);
    ROW_STOPS("floor by a negative", cv_floor_div(1, -1) == 0);
    ROW_STOPS("ceil by nothing", cv_ceil_div(1, 0) == 0);
    ROW_STOPS("ceil by a negative", cv_ceil_div(1, -1) == 0);
}

static void multiply_and_compare(void **state)
{
    (void)state;
    const cv_wide two_64 = (cv_wide)1 << 64;
    ROW_TRUE("2^32 * 2^32", cv_times(INT64_C(1) << 32, INT64_C(1) << 32) == two_64);
    ROW_TRUE("signs", cv_times(-(INT64_C(1) << 32), INT64_C(1) << 32) == -two_64);
    ROW_TRUE("the smallest squared", cv_times(INT64_MIN, INT64_MIN) == (cv_wide)1 << 126);
    ROW_TRUE("10^12 * 10^9", cv_times(CV_COUNT_MAX, 1000000000) / 1000000000 == CV_COUNT_MAX);
    /* The low 64 bits alone would say otherwise. */
    ROW_INT("2^64 and 1", cv_wide_cmp(two_64, 1), 1);
    ROW_INT("1 and 2^64", cv_wide_cmp(1, two_64), -1);
    ROW_INT("-2^64 and 0", cv_wide_cmp(-two_64, 0), -1);
    ROW_INT("2^64 and itself", cv_wide_cmp(two_64, two_64), 0);
}

static void narrow(void **state)
{
    (void)state;
    const cv_wide most = INT64_MAX, least = INT64_MIN;
    ROW_INT("the largest", cv_narrow(most), INT64_MAX);
    ROW_INT("the smallest that is not blank", cv_narrow(least + 1), INT64_MIN + 1);
    ROW_STOPS("one more than the largest", cv_narrow(most + 1));
    ROW_STOPS("blank is no number", cv_narrow(least));
    ROW_STOPS("2^64, whose low half is 0", cv_narrow((cv_wide)1 << 64));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowest_terms),
        cmocka_unit_test(parse),
        cmocka_unit_test(share),
        cmocka_unit_test(divide),
        cmocka_unit_test(multiply_and_compare),
        cmocka_unit_test(narrow),
    };
    return cmocka_run_group_tests_name("num/frac", tests, NULL, NULL);
}
