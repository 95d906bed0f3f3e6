#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/law.h"

static cv_date day(const char *text)
{
    cv_date d = CV_NO_DATE;
    if (text[0]) assert_true(cv_date_parse(&d, cv_str_of(text)));
    return d;
}

static cv_law_rule rule(const char *key, const char *from, const char *to, const char *value)
{
    return (cv_law_rule){.key = cv_str_of(key),
                         .from = day(from),
                         .to = day(to),
                         .value = cv_str_of(value),
                         .source = CV_STR("art. 1")};
}

static const char *value_on(const cv_law *law, const char *key, const char *date)
{
    const cv_law_rule *r = cv_law_find(law, key, day(date));
    return r ? r->value.s : NULL;
}

/* Both days belong to the time in force. */
static void a_rule_is_in_force_from_its_first_to_its_last_day(void **state)
{
    (void)state;
    cv_law_rule r = rule("turnout.min", "2005-01-06", "2007-10-23", "");
    assert_false(cv_law_in_force(&r, day("2005-01-05")));
    assert_true(cv_law_in_force(&r, day("2005-01-06")));
    assert_true(cv_law_in_force(&r, day("2007-10-23")));
    assert_false(cv_law_in_force(&r, day("2007-10-24")));
    assert_true(cv_law_in_force(&r, CV_NO_DATE));
    cv_law_rule open = rule("turnout.min", "", "", "");
    assert_true(cv_law_in_force(&open, day("1000-01-01")));
    assert_true(cv_law_in_force(&open, day("9999-12-31")));
}

static void the_line_that_began_last_is_in_force(void **state)
{
    (void)state;
    const cv_law_rule lines[] = {
        rule("recount.auto", "1990-01-01", "", "old"),
        rule("recount.auto", "2022-01-01", "", "new"),
        rule("grounds", "", "", "always"),
    };
    const cv_law law = {.rule = lines, .n_rules = 3};
    assert_null(value_on(&law, "recount.auto", "1989-12-31"));
    assert_string_equal(value_on(&law, "recount.auto", "2021-12-31"), "old");
    assert_string_equal(value_on(&law, "recount.auto", "2022-01-01"), "new");
    assert_string_equal(value_on(&law, "recount.auto", ""), "new");
    assert_string_equal(value_on(&law, "grounds", "1800-01-01"), "always");
    assert_null(value_on(&law, "recount", "2022-01-01"));
    assert_null(cv_law_find(NULL, "grounds", CV_NO_DATE));
}

static void several_lines_of_one_key_stand_together(void **state)
{
    (void)state;
    const cv_law_rule lines[] = {
        rule("station.invalid", "2020-01-01", "", "a"),
        rule("station.invalid", "2020-01-01", "", "b"),
        rule("station.invalid", "1998-01-01", "", "c"),
    };
    const cv_law law = {.rule = lines, .n_rules = 3};
    const cv_law_rule *found[4];
    assert_int_equal(cv_law_find_all(found, 4, &law, "station.invalid", day("2020-06-01")), 2);
    assert_string_equal(found[0]->value.s, "a");
    assert_string_equal(found[1]->value.s, "b");
    assert_int_equal(cv_law_find_all(found, 1, &law, "station.invalid", day("2020-06-01")), 1);
    assert_int_equal(cv_law_find_all(found, 4, &law, "station.invalid", day("2019-06-01")), 1);
    assert_string_equal(found[0]->value.s, "c");
}

/* A key that the profile states replaces all lines of its parent for it, on that day only. */
static void a_profile_overrides_single_keys_of_its_parent(void **state)
{
    (void)state;
    const cv_law_rule above[] = {
        rule("against_all", "2011-07-02", "", "parent"),
        rule("void.by_stations", "2011-07-02", "", "parent"),
        rule("void.by_stations", "2011-07-02", "", "parent too"),
    };
    const cv_law_rule own[] = {
        rule("void.by_stations", "2020-01-01", "", "own"),
        rule("turnout.min", "", "", "own"),
    };
    const cv_law parent = {.rule = above, .n_rules = 3};
    const cv_law law = {.parent = &parent, .rule = own, .n_rules = 2};
    const cv_law_rule *found[8];
    assert_string_equal(value_on(&law, "against_all", "2021-11-28"), "parent");
    assert_string_equal(value_on(&law, "turnout.min", "2021-11-28"), "own");
    assert_int_equal(cv_law_find_all(found, 8, &law, "void.by_stations", day("2021-11-28")), 1);
    assert_string_equal(found[0]->value.s, "own");
    assert_int_equal(cv_law_find_all(found, 8, &law, "void.by_stations", day("2015-10-04")), 2);
    assert_int_equal(cv_law_find_prefix(found, 8, &law, "void.", day("2021-11-28")), 1);
    assert_int_equal(cv_law_find_prefix(found, 8, &law, "", day("2021-11-28")), 3);
}

/* "none": the parameter does not apply, whatever the parent says. */
static void none_takes_a_parameter_away(void **state)
{
    (void)state;
    const cv_law_rule above[] = {rule("turnout.min", "", "", "")};
    const cv_law_rule own[] = {rule("turnout.min", "2005-01-01", "", "none")};
    const cv_law parent = {.rule = above, .n_rules = 1};
    const cv_law law = {.parent = &parent, .rule = own, .n_rules = 1};
    assert_non_null(cv_law_find(&law, "turnout.min", day("2004-12-31")));
    assert_null(cv_law_find(&law, "turnout.min", day("2005-01-01")));
}

static void a_value_is_a_list_of_words(void **state)
{
    (void)state;
    const cv_law_rule r = rule("trust.order", "", "", " recount original  agent ");
    cv_str word[4];
    assert_int_equal(cv_law_words(word, 4, &r), 3);
    assert_true(cv_str_eq(word[0], CV_STR("recount")));
    assert_true(cv_str_eq(word[2], CV_STR("agent")));
    assert_int_equal(cv_law_words(word, 2, &r), 2);
    assert_int_equal(cv_law_words(word, 4, NULL), 0);
    const cv_law_rule yes = rule("appeal.suspends", "", "", "yes");
    assert_true(cv_law_says(&yes, "yes"));
    assert_false(cv_law_says(&yes, "ye"));
    assert_false(cv_law_says(NULL, "yes"));
}

static void every_word_comes_back(void **state)
{
    (void)state;
    for (int i = 0; i < CV_N_LAW_QUANTITIES; i++) {
        cv_law_quantity q = CV_LAW_OTHER;
        assert_true(cv_law_quantity_named(&q, cv_law_quantity_word((cv_law_quantity)i)));
        assert_int_equal(q, i);
    }
    for (int i = 0; i < CV_N_LAW_RELATIONS; i++) {
        cv_law_relation r = CV_LAW_WORDS;
        assert_true(cv_law_relation_named(&r, cv_law_relation_word((cv_law_relation)i)));
        assert_int_equal(r, i);
    }
    for (int i = 0; i < CV_N_LAW_MODALS; i++) {
        cv_law_modal m = CV_LAW_MAY;
        assert_true(cv_law_modal_named(&m, cv_law_modal_word((cv_law_modal)i)));
        assert_int_equal(m, i);
    }
    for (int i = 0; i < CV_N_LAW_STATUSES; i++) {
        cv_law_status s = CV_LAW_READ;
        assert_true(cv_law_status_named(&s, cv_law_status_word((cv_law_status)i)));
        assert_int_equal(s, i);
    }
    cv_law_modal m = CV_LAW_MAY;
    assert_false(cv_law_modal_named(&m, CV_STR("shall")));
    assert_int_equal(m, CV_LAW_MAY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_is_in_force_from_its_first_to_its_last_day),
        cmocka_unit_test(the_line_that_began_last_is_in_force),
        cmocka_unit_test(several_lines_of_one_key_stand_together),
        cmocka_unit_test(a_profile_overrides_single_keys_of_its_parent),
        cmocka_unit_test(none_takes_a_parameter_away),
        cmocka_unit_test(a_value_is_a_list_of_words),
        cmocka_unit_test(every_word_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
