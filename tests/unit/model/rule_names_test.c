#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/rule_names.h"

static void every_value_has_one_word(void **state)
{
    (void)state;
    const cv_rule_names tables[] = {CV_ENGINE_NAMES,  CV_BASE_NAMES,  CV_RELATION_NAMES,
                                    CV_AGAINST_NAMES, CV_QUOTA_NAMES, CV_OVER_AWARD_NAMES};
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++)
        for (int32_t i = 0; i < tables[t].n; i++) {
            assert_int_equal(tables[t].entry[i].value, i); /* in the order of the enum */
            for (int32_t k = 0; k < i; k++)                /* no word stands for two values */
                assert_string_not_equal(tables[t].entry[k].name, tables[t].entry[i].name);
        }
}

static void every_series_comes_back(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_SERIES; i++) {
        cv_str name = cv_str_of(CV_SERIES_NAMES[i].name);
        assert_true(cv_str_eq(cv_divisors_word(CV_SERIES_NAMES[i].series), name));
    }
    cv_divisors own = {CV_SERIES_LINEAR, 3, 4, 5};
    assert_true(cv_str_eq(cv_divisors_word(own), CV_STR("own")));
}

/* Words of election.json stand for the law's choice that they name. */
static const struct {
    const char *name;
    const cv_rule_names *names;
    int value;
} words[] = {
    {"two-round",          &CV_ENGINE_NAMES,     CV_ENGINE_TWO_ROUND          },
    {"valid+blank",        &CV_BASE_NAMES,       CV_BASE_VALID_BLANK          },
    {">=",                 &CV_RELATION_NAMES,   CV_AT_LEAST                  },
    {"void-if-above-half", &CV_AGAINST_NAMES,    CV_AGAINST_VOID_IF_ABOVE_HALF},
    {"droop",              &CV_QUOTA_NAMES,      CV_QUOTA_DROOP               },
    {"subtract",           &CV_OVER_AWARD_NAMES, CV_OVER_SUBTRACT             },
};

static void words_are_the_laws(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_string_equal(cv_rule_word(*words[i].names, words[i].value).s, words[i].name);
    assert_string_equal(cv_rule_word(CV_BASE_NAMES, 99).s, "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_has_one_word),
        cmocka_unit_test(every_series_comes_back),
        cmocka_unit_test(words_are_the_laws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
