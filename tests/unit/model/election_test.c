#include "built.h"

static void columns_are_found_by_field(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    built_field(&t, built_form(&t, "s1", 1, 2), CV_F_INVALID, 3);
    cv_election e = built_freeze(&t);
    assert_int_equal(cv_forms_column(&e.forms[0], CV_F_INVALID)[0], 3);
    assert_null(cv_forms_column(&e.forms[0], CV_F_VALID));
    built_close(&t);
}

static void contests_are_found_by_id(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_election e = built_freeze(&t);
    assert_int_equal(cv_contest_named(&e, CV_STR("seat")).i, 0);
    assert_int_equal(cv_contest_named(&e, CV_STR("Seat")).i, -1);
    built_close(&t);
}

static void only_counted_and_awaited_forms_are_live(void **state)
{
    (void)state;
    for (uint8_t s = CV_FORM_COUNTED; s <= CV_FORM_AWAITED; s++)
        assert_int_equal(cv_form_is_live(s), s == CV_FORM_COUNTED || s == CV_FORM_AWAITED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_field),
        cmocka_unit_test(contests_are_found_by_id),
        cmocka_unit_test(only_counted_and_awaited_forms_are_live),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
