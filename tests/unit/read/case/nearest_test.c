#include "../../row.h"

#include "read/case/nearest.h"

static const cv_str known[] = {
    {"encoding",  8},
    {"separator", 9},
    {"station",   7},
    {"stations",  8},
    {"",          0},
    {"id",        2},
};

typedef struct {
    const char *name, *word;
    int32_t want;
} nearest_row;

static const nearest_row rows[] = {
    {"the same",                 "encoding",   0 },
    {"two letters exchanged",    "encodign",   0 },
    {"a letter left out",        "encding",    0 },
    {"a letter too many",        "seperrator", 1 },
    {"upper case",               "STATION",    2 },
    {"the nearer of two",        "statons",    3 },
    {"the first of two as near", "statio",     2 },
    {"short words need more",    "ix",         5 },
    {"nothing is near",          "rule_sets",  -1},
    {"an empty word",            "",           -1},
    {"more than a third",        "enc",        -1},
};

static void finds_the_nearest(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_INT(rows[i].name, cv_nearest(cv_str_of(rows[i].word), known, N_ROWS(known)),
                rows[i].want);
}

static void bears_long_words(void **state)
{
    (void)state;
    static char text[400];
    memset(text, 'a', sizeof text - 1);
    const cv_str long_word = cv_str_of(text);
    assert_int_equal(cv_nearest(long_word, &long_word, 1), 0);
    assert_int_equal(cv_nearest(CV_STR("x"), &long_word, 1), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_nearest),
        cmocka_unit_test(bears_long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
