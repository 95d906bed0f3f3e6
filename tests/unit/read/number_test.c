#include "../row.h"

#include "read/number.h"

enum { UNTOUCHED = -77 };

#define NBSP    "\xc2\xa0"
#define NARROW  "\xe2\x80\xaf"
#define CURLY   "\xe2\x80\x99"
#define EN_DASH "\xe2\x80\x93"
#define MINUS   "\xe2\x88\x92"

static const struct {
    const char *name;
    const char *thousands;
    cv_str text;
    int code;
    cv_cell want;
} cells[] = {
    {"zero",                                 "",     CV_STR("0"),                                                            0,                0                },
    {"one digit",                            "",     CV_STR("7"),                                                            0,                7                },
    {"nine nines",                           "",     CV_STR("999999999"),                                                    0,                999999999        },
    {"10^9",                                 "",     CV_STR("1000000000"),                                                   CV_R03_RANGE,     UNTOUCHED        },
    {"2^64 + 5 is not 5",                    "",     CV_STR("18446744073709551621"),                                         CV_R03_RANGE,     UNTOUCHED        },
    {"sixty digits",                         "",     CV_STR("111111111111111111111111111111111111111111111111111111111111"),
     CV_R03_RANGE,                                                                                                                             UNTOUCHED        },
    {"leading zero",                         "",     CV_STR("012"),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"two zeros",                            "",     CV_STR("00"),                                                           CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"leading zero, long",                   "",     CV_STR("0123456789012"),                                                CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"a letter at the end",                  "",     CV_STR("12a"),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"a letter at the start",                "",     CV_STR("a12"),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"a word",                               "",     CV_STR("twelve"),                                                       CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"Arabic-Indic three",                   "",     CV_STR("\xd9\xa3"),                                                     CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"percent",                              "",     CV_STR("5%"),                                                           CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"exponent",                             "",     CV_STR("1E3"),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"a space inside",                       "",     CV_STR("1 2"),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"two commas",                           "",     CV_STR("1,2,3"),                                                        CV_R02_NOT_WHOLE, UNTOUCHED        },

    {"minus",                                "",     CV_STR("-5"),                                                           CV_R05_SIGN,      UNTOUCHED        },
    {"plus",                                 "",     CV_STR("+5"),                                                           CV_R05_SIGN,      UNTOUCHED        },
    {"typographic minus",                    "",     CV_STR(MINUS "5"),                                                      CV_R05_SIGN,      UNTOUCHED        },
    {"minus and decimals",                   "",     CV_STR("-5.5"),                                                         CV_R05_SIGN,      UNTOUCHED        },
    {"minus and a letter",                   "",     CV_STR("-a"),                                                           CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"decimal comma",                        "",     CV_STR("52,4"),                                                         CV_R05_SIGN,      UNTOUCHED        },
    {"decimal point",                        "",     CV_STR("12.0"),                                                         CV_R05_SIGN,      UNTOUCHED        },
    {"four decimals",                        "",     CV_STR("1.1270"),                                                       CV_R05_SIGN,      UNTOUCHED        },
    {"three decimals after four digits",     "",     CV_STR("1234.567"),                                                     CV_R05_SIGN,      UNTOUCHED        },
    {"a point and nothing",                  "",     CV_STR("12."),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },

    {"point or decimals",                    "",     CV_STR("1.127"),                                                        CV_R04_AMBIGUOUS, UNTOUCHED        },
    {"comma or decimals",                    "",     CV_STR("1,127"),                                                        CV_R04_AMBIGUOUS, UNTOUCHED        },
    {"two groups",                           "",     CV_STR("1,127,004"),                                                    CV_R04_AMBIGUOUS, UNTOUCHED        },
    {"space, not declared",                  "",     CV_STR("1 127"),                                                        CV_R04_AMBIGUOUS, UNTOUCHED        },
    {"no-break space, not declared",         "",     CV_STR("1" NBSP "127"),                                                 CV_R04_AMBIGUOUS, UNTOUCHED        },

    {"comma",                                ",",    CV_STR("1,127"),                                                        0,                1127             },
    {"comma twice",                          ",",    CV_STR("12,127,004"),                                                   0,                12127004         },
    {"comma is optional",                    ",",    CV_STR("1127"),                                                         0,                1127             },
    {"comma, small",                         ",",    CV_STR("27"),                                                           0,                27               },
    {"comma, in decimals",                   ",",    CV_STR("52,4"),                                                         CV_R05_SIGN,      UNTOUCHED        },
    {"comma, group of two",                  ",",    CV_STR("1,27,004"),                                                     CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"comma, group of four",                 ",",    CV_STR("1,1270"),                                                       CV_R05_SIGN,      UNTOUCHED        },
    {"comma, four digits first",             ",",    CV_STR("1127,004"),                                                     CV_R05_SIGN,      UNTOUCHED        },
    {"comma at the start",                   ",",    CV_STR(",127"),                                                         CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"comma at the end",                     ",",    CV_STR("127,"),                                                         CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"comma, leading zero",                  ",",    CV_STR("0,127"),                                                        CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"comma, 10^9",                          ",",    CV_STR("1,000,000,000"),                                                CV_R03_RANGE,     UNTOUCHED        },
    {"comma declared, point found",          ",",    CV_STR("1.127"),                                                        CV_R05_SIGN,      UNTOUCHED        },
    {"point",                                ".",    CV_STR("1.127"),                                                        0,                1127             },
    {"space",                                " ",    CV_STR("1 127"),                                                        0,                1127             },
    {"space declared, no-break space found", " ",    CV_STR("1" NBSP "127"),                                                 CV_R02_NOT_WHOLE,
     UNTOUCHED                                                                                                                                                  },
    {"no-break space",                       NBSP,   CV_STR("1" NBSP "127"),                                                 0,                1127             },
    {"narrow no-break space",                NARROW, CV_STR("1" NARROW "127"),                                               0,                1127             },
    {"apostrophe",                           "'",    CV_STR("1'127"),                                                        0,                1127             },
    {"curly apostrophe",                     CURLY,  CV_STR("1" CURLY "127" CURLY "000"),                                    0,                1127000          },

    {"nothing",                              "",     CV_STR(""),                                                             0,                CV_CELL_BLANK    },
    {"hyphen",                               "",     CV_STR("-"),                                                            0,                CV_CELL_BLANK    },
    {"en dash",                              "",     CV_STR(EN_DASH),                                                        0,                CV_CELL_BLANK    },
    {"n/a",                                  "",     CV_STR("n/a"),                                                          0,                CV_CELL_BLANK    },
    {"two points",                           "",     CV_STR(".."),                                                           0,                CV_CELL_BLANK    },
    {"three points",                         "",     CV_STR("..."),                                                          CV_R02_NOT_WHOLE, UNTOUCHED        },
    {"x",                                    "",     CV_STR("x"),                                                            0,                CV_CELL_ABSENT   },
    {"X",                                    "",     CV_STR("X"),                                                            0,                CV_CELL_ABSENT   },
    {"question mark",                        "",     CV_STR("?"),                                                            0,                CV_CELL_ILLEGIBLE},
    {"hash",                                 "",     CV_STR("#"),                                                            0,                CV_CELL_ILLEGIBLE},
};

static void cell(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cells); i++) {
        cv_number_style style, wish = {.thousands = cv_str_of(cells[i].thousands)};
        cv_cell got = UNTOUCHED;
        ROW_INT(cells[i].name, cv_number_style_make(&style, &wish, NULL), CV_OK);
        ROW_INT(cells[i].name, cv_cell_parse(&style, cells[i].text, &got), cells[i].code);
        ROW_INT(cells[i].name, got, cells[i].want);
        got = UNTOUCHED;
        ROW_INT(cells[i].name, cv_cell_parse_any(&style, cells[i].text, &got), cells[i].code);
        ROW_INT(cells[i].name, got, cells[i].want);
    }
}

static const cv_str dot[] =
    {
        {"kein", 4}
},
                    nines[] = {{"999", 3}, {"-9", 2}};

/* An own list replaces the default one as a whole, and goes before numbers. */
static void own_markers(void **state)
{
    (void)state;
    cv_number_style style, wish = {
                               .blank = {dot,   1},
                                 .absent = {nines, 2},
                                 .illegible = {dot,   0}
    };
    static const struct {
        const char *name;
        cv_str text;
        int code;
        cv_cell want;
    } rows[] = {
        {"own blank",                CV_STR("kein"), 0,                CV_CELL_BLANK },
        {"default blank no longer",  CV_STR("-"),    CV_R02_NOT_WHOLE, UNTOUCHED     },
        {"nothing is no number",     CV_STR(""),     CV_R02_NOT_WHOLE, UNTOUCHED     },
        {"digits as marker",         CV_STR("999"),  0,                CV_CELL_ABSENT},
        {"minus nine as marker",     CV_STR("-9"),   0,                CV_CELL_ABSENT},
        {"other digits",             CV_STR("998"),  0,                998           },
        {"default absent no longer", CV_STR("x"),    CV_R02_NOT_WHOLE, UNTOUCHED     },
        {"empty list of illegible",  CV_STR("?"),    CV_R02_NOT_WHOLE, UNTOUCHED     },
    };
    assert_int_equal(cv_number_style_make(&style, &wish, NULL), CV_OK);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_cell got = UNTOUCHED;
        ROW_INT(rows[i].name, cv_cell_parse(&style, rows[i].text, &got), rows[i].code);
        ROW_INT(rows[i].name, got, rows[i].want);
    }
}

static const struct {
    const char *name;
    cv_str text;
    int code;
    cv_count want;
} totals[] = {
    {"past a cell", CV_STR("1000000000"),        0,            1000000000  },
    {"10^12",       CV_STR("1,000,000,000,000"), 0,            CV_COUNT_MAX},
    {"10^12 + 1",   CV_STR("1000000000001"),     CV_R03_RANGE, UNTOUCHED   },
    {"blank",       CV_STR("-"),                 0,            CV_BLANK    },
    {"absent",      CV_STR("x"),                 0,            CV_BLANK    },
    {"illegible",   CV_STR("?"),                 0,            CV_BLANK    },
    {"decimals",    CV_STR("5.5"),               CV_R05_SIGN,  UNTOUCHED   },
};

static void total(void **state)
{
    (void)state;
    cv_number_style style, wish = {.thousands = CV_STR(",")};
    assert_int_equal(cv_number_style_make(&style, &wish, NULL), CV_OK);
    for (size_t i = 0; i < N_ROWS(totals); i++) {
        cv_count got = UNTOUCHED;
        ROW_INT(totals[i].name, cv_count_cell_parse(&style, totals[i].text, &got), totals[i].code);
        ROW_INT(totals[i].name, got, totals[i].want);
    }
}

static void unknown_separator(void **state)
{
    (void)state;
    cv_error err = {0};
    cv_number_style style, wish = {.thousands = CV_STR(";")};
    assert_int_equal(cv_number_style_make(&style, &wish, &err), CV_E_INPUT);
    assert_string_equal(err.text, "';' is not a separator of thousands");
    assert_true(err.hint[0]);
}

static void reason(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    ROW_STR("R02", cv_cell_reason(CV_R02_NOT_WHOLE, CV_STR("12a"), &keep).text,
            CV_STR("'12a' is not a whole number"));
    ROW_STR("R05", cv_cell_reason(CV_R05_SIGN, CV_STR("-1"), &keep).text,
            CV_STR("'-1' has a sign or decimals where a count is due"));
    cv_str text =
        cv_cell_reason(
            CV_R03_RANGE,
            CV_STR("1111111111111111111111111111111111111111111111111111111111111111111111111111"),
            &keep)
            .text;
    ROW_TRUE("long cells are cut", cv_str_find(text, CV_STR("111...' is larger"), 0) > 0);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cell),   cmocka_unit_test(own_markers),
        cmocka_unit_test(total),  cmocka_unit_test(unknown_separator),
        cmocka_unit_test(reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
