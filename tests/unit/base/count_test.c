#include "../row.h"

#include "base/count.h"

enum { UNTOUCHED = -77 };

static const struct {
    const char *name;
    cv_str text;
    cv_parse want;
    cv_count n;
} parses[] = {
    {"zero",                        CV_STR("0"),                                        CV_PARSE_OK,           0                     },
    {"one digit",                   CV_STR("7"),                                        CV_PARSE_OK,           7                     },
    {"zeros at the end",            CV_STR("1200"),                                     CV_PARSE_OK,           1200                  },
    {"all digits",                  CV_STR("9876543210"),                               CV_PARSE_OK,           INT64_C(9876543210)   },
    {"10^12 - 1",                   CV_STR("999999999999"),                             CV_PARSE_OK,           INT64_C(999999999999) },
    {"10^12",                       CV_STR("1000000000000"),                            CV_PARSE_OK,           INT64_C(1000000000000)},
    {"only the slice is read",      {"123456", 3},                                      CV_PARSE_OK,           123                   },

    {"10^12 + 1",                   CV_STR("1000000000001"),                            CV_PARSE_TOO_LARGE,    UNTOUCHED             },
    {"2^63",                        CV_STR("9223372036854775808"),                      CV_PARSE_TOO_LARGE,    UNTOUCHED             },
    {"2^64 + 5 is not 5",           CV_STR("18446744073709551621"),                     CV_PARSE_TOO_LARGE,    UNTOUCHED             },
    {"forty nines",                 CV_STR("9999999999999999999999999999999999999999"), CV_PARSE_TOO_LARGE,
     UNTOUCHED                                                                                                                       },

    {"nothing",                     CV_STR(""),                                         CV_PARSE_EMPTY,        UNTOUCHED             },
    {"a null slice",                {NULL, 0},                                          CV_PARSE_EMPTY,        UNTOUCHED             },
    {"two zeros",                   CV_STR("00"),                                       CV_PARSE_LEADING_ZERO, UNTOUCHED             },
    {"a leading zero",              CV_STR("0123"),                                     CV_PARSE_LEADING_ZERO, UNTOUCHED             },
    {"minus",                       CV_STR("-5"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"minus zero",                  CV_STR("-0"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"plus",                        CV_STR("+5"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a sign alone",                CV_STR("-"),                                        CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a space before",              CV_STR(" 5"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a space after",               CV_STR("5 "),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a space alone",               CV_STR(" "),                                        CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"decimals",                    CV_STR("5.0"),                                      CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"groups with commas",          CV_STR("1,200"),                                    CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"groups with no-break spaces",
     CV_STR("1\xc2\xa0"
            "200"),
     CV_PARSE_NOT_A_COUNT,                                                                                     UNTOUCHED             },
    {"an exponent",                 CV_STR("1e3"),                                      CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"hexadecimal",                 CV_STR("0x1F"),                                     CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a letter at the end",         CV_STR("12a"),                                      CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"the character before 0",      CV_STR("1/"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"the character after 9",       CV_STR("1:"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a NUL inside",                CV_STR("1\0002"),                                   CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"Arabic-Indic three",          CV_STR("\xd9\xa3"),                                 CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"fullwidth three",             CV_STR("\xef\xbc\x93"),                             CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"superscript two",             CV_STR("1\xc2\xb2"),                                CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
    {"a leading zero and a letter", CV_STR("0a"),                                       CV_PARSE_NOT_A_COUNT,  UNTOUCHED             },
};

static void parse(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(parses); i++) {
        cv_count n = UNTOUCHED;
        ROW_INT(parses[i].name, cv_count_parse(&n, parses[i].text), parses[i].want);
        ROW_INT(parses[i].name, n, parses[i].n);
    }
}

static const struct {
    const char *name;
    cv_count n;
    bool want;
} ranges[] = {
    {"zero",                      0,                      true },
    {"10^12",                     INT64_C(1000000000000), true },
    {"10^12 + 1",                 INT64_C(1000000000001), false},
    {"minus one is a difference", -1,                     false},
    {"blank is no number",        CV_BLANK,               false},
    {"the largest int64_t",       INT64_MAX,              false},
};

static void range(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ranges); i++)
        ROW_INT(ranges[i].name, cv_count_is(ranges[i].n), ranges[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse),
        cmocka_unit_test(range),
    };
    return cmocka_run_group_tests_name("base/count", tests, NULL, NULL);
}
