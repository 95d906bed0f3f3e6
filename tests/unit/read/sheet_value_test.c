#include "../row.h"

#include "read/sheet_value.h"

/* 45795 is 18 May 2025: 25569 is 1 January 1970, and 20226 days later is that day (55 × 365 + 14
 * leap days + 137). */
static const struct {
    const char *name;
    cv_shown_as shown;
    bool from_1904;
    const char *written, *want;
} numbers[] = {
    {"zero",                          CV_SHOWN_PLAIN,   false, "0",                     "0"                   },
    {"minus zero",                    CV_SHOWN_PLAIN,   false, "-0.0",                  "0"                   },
    {"a count",                       CV_SHOWN_PLAIN,   false, "287",                   "287"                 },
    {"with a point",                  CV_SHOWN_PLAIN,   false, "12.0",                  "12"                  },
    {"with an exponent",              CV_SHOWN_PLAIN,   false, "1E3",                   "1000"                },
    {"with both",                     CV_SHOWN_PLAIN,   false, "1.2e+1",                "12"                  },
    {"a negative exponent",           CV_SHOWN_PLAIN,   false, "1200E-2",               "12"                  },
    {"a fraction by its exponent",    CV_SHOWN_PLAIN,   false, "12E-1",                 "12E-1"               },
    {"negative",                      CV_SHOWN_PLAIN,   false, "-5",                    "-5"                  },
    {"a fraction",                    CV_SHOWN_PLAIN,   false, "609.4400000000001",     "609.4400000000001"   },
    {"nearly whole is not whole",     CV_SHOWN_PLAIN,   false, "12.000000000000002",
     "12.000000000000002"                                                                                     },
    {"the last whole one",            CV_SHOWN_PLAIN,   false, "9007199254740991",      "9007199254740991"    },
    {"2^53",                          CV_SHOWN_PLAIN,   false, "9.007199254740992E15",  "9.007199254740992E15"},
    {"leading zeros",                 CV_SHOWN_PLAIN,   false, "007",                   "7"                   },
    {"no number",                     CV_SHOWN_PLAIN,   false, "12a",                   "12a"                 },
    {"two points",                    CV_SHOWN_PLAIN,   false, "1.2.3",                 "1.2.3"               },
    {"no digits",                     CV_SHOWN_PLAIN,   false, "-",                     "-"                   },
    {"an exponent without digits",    CV_SHOWN_PLAIN,   false, "1E",                    "1E"                  },
    {"an exponent past any double",   CV_SHOWN_PLAIN,   false, "1E9999999999999999999",
     "1E9999999999999999999"                                                                                  },

    {"half",                          CV_SHOWN_PERCENT, false, "0.5",                   "50%"                 },
    {"all",                           CV_SHOWN_PERCENT, false, "1",                     "100%"                },
    {"none",                          CV_SHOWN_PERCENT, false, "0",                     "0%"                  },
    {"little",                        CV_SHOWN_PERCENT, false, "5E-4",                  "0.05%"               },
    {"turnout",                       CV_SHOWN_PERCENT, false, "0.8251",                "82.51%"              },
    {"past all",                      CV_SHOWN_PERCENT, false, "12.5",                  "1250%"               },
    {"negative",                      CV_SHOWN_PERCENT, false, "-0.125",                "-12.5%"              },

    {"a day",                         CV_SHOWN_DATE,    false, "45795",                 "2025-05-18"          },
    {"six in the evening",            CV_SHOWN_DATE,    false, "45795.75",              "2025-05-18T18:00"    },
    {"ten past midnight",             CV_SHOWN_DATE,    false, "45795.00694444444444",  "2025-05-18T00:10"    },
    {"a second before midnight",      CV_SHOWN_DATE,    false, "45795.99998842593",     "2025-05-18T23:59"    },
    {"the first day",                 CV_SHOWN_DATE,    false, "1",                     "1900-01-01"          },
    {"before the day that never was", CV_SHOWN_DATE,    false, "59",                    "1900-02-28"          },
    {"29 February 1900 never was",    CV_SHOWN_DATE,    false, "60",                    "60"                  },
    {"after it",                      CV_SHOWN_DATE,    false, "61",                    "1900-03-01"          },
    {"the last day",                  CV_SHOWN_DATE,    false, "2958465",               "9999-12-31"          },
    {"after the last",                CV_SHOWN_DATE,    false, "2958466",               "2958466"             },
    {"before the first",              CV_SHOWN_DATE,    false, "-1",                    "-1"                  },
    {"a time alone",                  CV_SHOWN_DATE,    false, "0.5",                   "0.5"                 },
    {"a day from 1904",               CV_SHOWN_DATE,    true,  "44333",                 "2025-05-18"          },
    {"the first day from 1904",       CV_SHOWN_DATE,    true,  "0",                     "1904-01-01"          },
};

static void number(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(numbers); i++) {
        cv_arena scratch = cv_arena_open();
        char to[CV_SHEET_NUMBER_ROOM];
        int64_t n = cv_sheet_number(to, cv_str_of(numbers[i].written), numbers[i].shown,
                                    numbers[i].from_1904, scratch);
        ROW_STR(numbers[i].name, ((cv_str){to, n}), cv_str_of(numbers[i].want));
        cv_arena_close(&scratch);
    }
}

/* As long as a double in text may be, and longer. */
static void long_numbers(void **state)
{
    (void)state;
    for (int digits = 1; digits < 100; digits++) {
        char written[128], to[CV_SHEET_NUMBER_ROOM];
        for (int shown = CV_SHOWN_PLAIN; shown <= CV_SHOWN_PERCENT; shown++) {
            cv_arena scratch = cv_arena_open();
            memset(written, '7', sizeof written);
            int64_t n =
                cv_sheet_number(to, (cv_str){written, digits}, (cv_shown_as)shown, false, scratch);
            assert_true(n > 0 && n <= CV_SHEET_NUMBER_ROOM);
            cv_arena_close(&scratch);
        }
    }
}

static const struct {
    const char *code;
    cv_shown_as want;
} codes[] = {
    {"General",           CV_SHOWN_PLAIN  },
    {"0",                 CV_SHOWN_PLAIN  },
    {"#,##0",             CV_SHOWN_PLAIN  },
    {"0.00E+00",          CV_SHOWN_PLAIN  },
    {"0%",                CV_SHOWN_PERCENT},
    {"0.0 %",             CV_SHOWN_PERCENT},
    {"0\" %\"",           CV_SHOWN_PLAIN  },
    {"0\\%",              CV_SHOWN_PLAIN  },
    {"yyyy-mm-dd",        CV_SHOWN_DATE   },
    {"DD.MM.YYYY",        CV_SHOWN_DATE   },
    {"h:mm",              CV_SHOWN_DATE   },
    {"[h]:mm",            CV_SHOWN_DATE   },
    {"[ss].00",           CV_SHOWN_DATE   },
    {"[$-409]d-mmm",      CV_SHOWN_DATE   },
    {"[Red]0",            CV_SHOWN_PLAIN  },
    {"[$-415]0",          CV_SHOWN_PLAIN  },
    {"#,##0 \"Stimmen\"", CV_SHOWN_PLAIN  },
    {"_-* #,##0_-",       CV_SHOWN_PLAIN  },
    {"\"never closed",    CV_SHOWN_PLAIN  },
    {"",                  CV_SHOWN_PLAIN  },
};

static const struct {
    int64_t id;
    cv_shown_as want;
} ids[] = {
    {0,  CV_SHOWN_PLAIN  },
    {3,  CV_SHOWN_PLAIN  },
    {9,  CV_SHOWN_PERCENT},
    {10, CV_SHOWN_PERCENT},
    {11, CV_SHOWN_PLAIN  },
    {13, CV_SHOWN_PLAIN  },
    {14, CV_SHOWN_DATE   },
    {22, CV_SHOWN_DATE   },
    {23, CV_SHOWN_PLAIN  },
    {45, CV_SHOWN_DATE   },
    {49, CV_SHOWN_PLAIN  },
    {-1, CV_SHOWN_PLAIN  },
};

static void formats(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(codes); i++)
        ROW_INT(codes[i].code, cv_shown_by_code(cv_str_of(codes[i].code)), codes[i].want);
    for (size_t i = 0; i < N_ROWS(ids); i++)
        assert_int_equal(cv_shown_by_id(ids[i].id), ids[i].want);
}

static const struct {
    const char *name, *written, *want;
} escapes[] = {
    {"none",                  "a_b",           "a_b"    },
    {"a line end",            "a_x000A_b",     "a\nb"   },
    {"an escaped underscore", "_x005F_x000A_", "_x000A_"},
    {"three bytes",           "_x20ac_",       "€"    },
    {"zero is none",          "_x0000_",       "_x0000_"},
    {"half a pair is none",   "_xD83D_",       "_xD83D_"},
    {"cut short",             "a_x000A",       "a_x000A"},
    {"no digits",             "_x00zz_",       "_x00zz_"},
};

static void unescape(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(escapes); i++) {
        char text[64];
        size_t n = strlen(escapes[i].written);
        memcpy(text, escapes[i].written, n);
        ROW_STR(escapes[i].name, ((cv_str){text, cv_sheet_unescape(text, (int64_t)n)}),
                cv_str_of(escapes[i].want));
    }
}

static const struct {
    const char *s;
    bool is;
    int32_t column;
    int64_t row;
} references[] = {
    {"A1",                                 true,  0,     1      },
    {"Z9",                                 true,  25,    9      },
    {"AA10",                               true,  26,    10     },
    {"BC7",                                true,  54,    7      },
    {"XFD1048576",                         true,  16383, 1048576},
    {"XFE1",                               false, 0,     0      },
    {"A1048577",                           false, 0,     0      },
    {"A0",                                 false, 0,     0      },
    {"A",                                  false, 0,     0      },
    {"1",                                  false, 0,     0      },
    {"a1",                                 false, 0,     0      },
    {"A1x",                                false, 0,     0      },
    {"$A$1",                               false, 0,     0      },
    {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1", false, 0,     0      },
    {"A99999999999999999999999999999999",  false, 0,     0      },
    {"",                                   false, 0,     0      },
};

static void reference(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(references); i++) {
        int32_t column = 0;
        int64_t row = 0;
        ROW_INT(references[i].s, cv_sheet_reference(cv_str_of(references[i].s), &column, &row),
                references[i].is);
        ROW_INT(references[i].s, column, references[i].column);
        ROW_INT(references[i].s, row, references[i].row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(number),   cmocka_unit_test(long_numbers), cmocka_unit_test(formats),
        cmocka_unit_test(unescape), cmocka_unit_test(reference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
