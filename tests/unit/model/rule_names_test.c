#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/rule_names.h"

static void every_word_comes_back(void **state)
{
    (void)state;
    const cv_rule_names tables[] = {CV_ENGINE_NAMES,  CV_BASE_NAMES,  CV_RELATION_NAMES,
                                    CV_AGAINST_NAMES, CV_QUOTA_NAMES, CV_OVER_AWARD_NAMES};
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++)
        for (int32_t i = 0; i < tables[t].n; i++) {
            cv_str word = cv_rule_word(tables[t], i);
            int value = -1;
            assert_int_equal(tables[t].entry[i].value, i); /* in the order of the enum */
            assert_true(cv_rule_value(&value, tables[t], word));
            assert_int_equal(value, i);
        }
}

static void every_series_comes_back(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_SERIES; i++) {
        cv_divisors found;
        cv_str name = cv_str_of(CV_SERIES_NAMES[i].name);
        assert_true(cv_divisors_named(&found, name));
        assert_true(cv_str_eq(cv_divisors_word(found), name));
    }
    cv_divisors own = {CV_SERIES_LINEAR, 3, 4, 5};
    assert_true(cv_str_eq(cv_divisors_word(own), CV_STR("own")));
}

static void looks_words_up(void **state)
{
    (void)state;
    cv_engine engine;
    cv_base base;
    cv_relation relation;
    cv_against_rule against;
    cv_quota quota;
    cv_over_award over;
    cv_divisors series;
    assert_true(cv_engine_named(&engine, CV_STR("two-round")));
    assert_int_equal(engine, CV_ENGINE_TWO_ROUND);
    assert_true(cv_base_named(&base, CV_STR("valid+blank")));
    assert_int_equal(base, CV_BASE_VALID_BLANK);
    assert_true(cv_relation_named(&relation, CV_STR(">=")));
    assert_int_equal(relation, CV_AT_LEAST);
    assert_true(cv_against_named(&against, CV_STR("void-if-above-half")));
    assert_int_equal(against, CV_AGAINST_VOID_IF_ABOVE_HALF);
    assert_true(cv_quota_named(&quota, CV_STR("droop")));
    assert_int_equal(quota, CV_QUOTA_DROOP);
    assert_true(cv_over_award_named(&over, CV_STR("subtract")));
    assert_int_equal(over, CV_OVER_SUBTRACT);
    assert_true(cv_divisors_named(&series, CV_STR("sainte-lague")));
    assert_int_equal(series.step, 2);
}

static void leaves_out_alone(void **state)
{
    (void)state;
    cv_base base = CV_BASE_BOX;
    cv_divisors series = {.step = 77};
    assert_false(cv_base_named(&base, CV_STR("Valid")));
    assert_false(cv_base_named(&base, CV_STR("")));
    assert_int_equal(base, CV_BASE_BOX);
    assert_false(cv_divisors_named(&series, CV_STR("d'hondt")));
    assert_int_equal(series.step, 77);
    assert_true(cv_str_eq(cv_rule_word(CV_BASE_NAMES, 99), CV_STR("unknown")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_comes_back),
        cmocka_unit_test(every_series_comes_back),
        cmocka_unit_test(looks_words_up),
        cmocka_unit_test(leaves_out_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
