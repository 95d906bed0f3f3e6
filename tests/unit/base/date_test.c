#include "../row.h"

#include "base/date.h"

/* Days since 1970-01-01 by hand: 365 a year and one more for each 29 February between. */
static const struct {
    const char *name;
    const char *text;
    int32_t day;
    int16_t minute;
} good[] = {
    {"the first day",                                 "1970-01-01",       0,                              -1         },
    {"the day before it",                             "1969-12-31",       -1,                             -1         },
    {"the next year",                                 "1971-01-01",       365,                            -1         },
    {"leap day of 1972",                              "1972-02-29",       365 + 365 + 31 + 28,            -1         },
    {"the year after a leap year",                    "1973-01-01",       365 + 365 + 366,                -1         },
    {"thirty years with 7 leap days",                 "2000-01-01",       30 * 365 + 7,                   -1         },
    {"2000 is a leap year",                           "2000-02-29",       30 * 365 + 7 + 31 + 28,         -1         },
    {"March of 2000",                                 "2000-03-01",       30 * 365 + 7 + 31 + 29,         -1         },
    {"March of 1900, no leap day",                    "1900-03-01",       -(70 * 365 + 17) + 31 + 28,     -1         },
    {"1900 began 70 years with 17 leap days earlier", "1900-01-01",       -(70 * 365 + 17),               -1         },
    {"30 April",                                      "1970-04-30",       31 + 28 + 31 + 29,              -1         },
    {"31 December of a leap year",                    "1972-12-31",       365 + 365 + 365,                -1         },
    {"Unix day 20000",                                "2024-10-04",       20000,                          -1         },
    {"midnight",                                      "1970-01-01T00:00", 0,                              0          },
    {"the last minute",                               "1970-01-01T23:59", 0,                              1439       },
    {"polls close",                                   "1970-01-02T20:05", 1,                              20 * 60 + 5},
 /* 400 Gregorian years are 146097 days. */
    {"400 years on",                                  "2370-01-01",       146097,                         -1         },
    {"400 years back",                                "1570-01-01",       -146097,                        -1         },
    {"the first year",                                "1000-01-01",       -(365 * 970 + 235),             -1         },
    {"the last day",                                  "9999-12-31",       20 * 146097 + 30 * 365 + 7 - 1, -1         },
};

static void parse_and_print(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(good); i++) {
        cv_date d = CV_NO_DATE;
        ROW_TRUE(good[i].name, cv_date_parse(&d, cv_str_of(good[i].text)));
        ROW_TRUE(good[i].name, cv_date_is(d));
        ROW_INT(good[i].name, d.day, good[i].day);
        ROW_INT(good[i].name, d.minute, good[i].minute);
        ROW_STR(good[i].name, cv_date_text(d, &keep), cv_str_of(good[i].text));
    }
    cv_arena_close(&keep);
}

static const struct {
    const char *name, *text;
} bad[] = {
    {"nothing",                    ""                   },
    {"1900 had no leap day",       "1900-02-29"         },
    {"2023 had no leap day",       "2023-02-29"         },
    {"2100 will have none",        "2100-02-29"         },
    {"30 February of a leap year", "2024-02-30"         },
    {"31 April",                   "2024-04-31"         },
    {"31 November",                "2024-11-31"         },
    {"32 January",                 "2024-01-32"         },
    {"day 99",                     "2024-01-99"         },
    {"day 0",                      "2024-01-00"         },
    {"month 0",                    "2024-00-10"         },
    {"month 13",                   "2024-13-10"         },
    {"year 0999",                  "0999-01-01"         },
    {"two digits of a year",       "24-01-01"           },
    {"one digit of a month",       "2024-1-01"          },
    {"five digits of a year",      "12024-01-01"        },
    {"slashes",                    "2024/01/01"         },
    {"a slash at the end",         "2024-01/01"         },
    {"day first",                  "01-02-2024"         },
    {"a letter",                   "2024-0a-01"         },
    {"a minus in the year",        "-024-01-01"         },
    {"a space before",             " 2024-01-01"        },
    {"a space after",              "2024-01-01 "        },
    {"a space for the T",          "2024-01-01 10:00"   },
    {"a small t",                  "2024-01-01t10:00"   },
    {"hour 24",                    "2024-01-01T24:00"   },
    {"minute 60",                  "2024-01-01T10:60"   },
    {"a dot in the time",          "2024-01-01T10.00"   },
    {"no minutes",                 "2024-01-01T10"      },
    {"a minute cut off",           "2024-01-01T10:0"    },
    {"a letter in the minutes",    "2024-01-01T10:0x"   },
    {"a sign in the hours",        "2024-01-01T-1:00"   },
    {"seconds",                    "2024-01-01T10:00:00"},
    {"a zone",                     "2024-01-01T10:00Z"  },
    {"a bad day with a good time", "2023-02-29T10:00"   },
};

static void refuse(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_date d = {4711, 12};
        ROW_TRUE(bad[i].name, !cv_date_parse(&d, cv_str_of(bad[i].text)));
        ROW_INT(bad[i].name, d.day, 4711);
        ROW_INT(bad[i].name, d.minute, 12);
    }
}

/* What is printed is the next day of the calendar, for all days of 1900 and of 2000. */
static void every_day_once(void **state)
{
    (void)state;
    static const int32_t begins[] = {-(70 * 365 + 17), 30 * 365 + 7}; /* of 1900 and of 2000 */
    static const int32_t leap[] = {0, 1};
    static const int32_t months[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(begins); i++) {
        int32_t day = begins[i];
        for (int32_t m = 0; m < 12; m++)
            for (int32_t d = 1; d <= months[m] + (m == 1 ? leap[i] : 0); d++) {
                cv_str want = cv_str_format(&keep, "%d-%02d-%02d", i ? 2000 : 1900, m + 1, d);
                ROW_STR(want.s, cv_date_text((cv_date){day++, -1}, &keep), want);
            }
    }
    cv_arena_close(&keep);
}

static const struct {
    const char *name;
    cv_date a, b;
    int sign;
} orders[] = {
    {"the same day",                       {10, -1},        {10, -1},      0 },
    {"the same minute",                    {10, 5},         {10, 5},       0 },
    {"an earlier day with a later minute", {10, 1439},      {11, 0},       -1},
    {"a day before its first minute",      {10, -1},        {10, 0},       -1},
    {"a later minute",                     {10, 6},         {10, 5},       1 },
    {"days before 1970",                   {-2, -1},        {-1, -1},      -1},
    {"no date before all",                 {INT32_MIN, -1}, {-400000, -1}, -1},
};

static void order(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(orders); i++) {
        int ab = cv_date_cmp(orders[i].a, orders[i].b), ba = cv_date_cmp(orders[i].b, orders[i].a);
        ROW_INT(orders[i].name, (ab > 0) - (ab < 0), orders[i].sign);
        ROW_INT(orders[i].name, (ba > 0) - (ba < 0), -orders[i].sign);
    }
}

static const struct {
    const char *name, *from;
    int32_t months;
    const char *want;
} later[] = {
    {"the same number of day",   "2005-01-15",       1,  "2005-02-15"      },
    {"the last day of February", "2005-01-31",       1,  "2005-02-28"      },
    {"the leap day",             "2004-01-31",       1,  "2004-02-29"      },
    {"31 to 30",                 "2005-08-31",       1,  "2005-09-30"      },
    {"over the end of the year", "2005-12-31T10:05", 1,  "2006-01-31T10:05"},
    {"fourteen months",          "2004-12-31",       14, "2006-02-28"      },
    {"no month",                 "2005-05-31",       0,  "2005-05-31"      },
};

static void months_later(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(later); i++) {
        cv_date d = CV_NO_DATE;
        ROW_TRUE(later[i].name, cv_date_parse(&d, cv_str_of(later[i].from)));
        d = cv_date_add_months(d, later[i].months);
        ROW_STR(later[i].name, cv_date_text(d, &keep), cv_str_of(later[i].want));
    }
    cv_arena_close(&keep);
}

static void no_date_has_no_text(void **state)
{
    (void)state;
    assert_false(cv_date_is(CV_NO_DATE));
    cv_arena keep = cv_arena_open();
    ROW_STOPS("no date", cv_date_text(CV_NO_DATE, &keep).n);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse_and_print),     cmocka_unit_test(refuse),
        cmocka_unit_test(every_day_once),      cmocka_unit_test(order),
        cmocka_unit_test(no_date_has_no_text), cmocka_unit_test(months_later),
    };
    return cmocka_run_group_tests_name("base/date", tests, NULL, NULL);
}
