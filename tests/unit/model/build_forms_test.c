#include "built.h"

static void cells_keep_their_place_over_many_chunks(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    enum { N = 200000 }; /* more than the largest chunk */
    char code[16];
    for (int32_t i = 0; i < N; i++) {
        snprintf(code, sizeof code, "%07d", i);
        int32_t form = built_form(&t, code, i, 2 * i);
        assert_int_equal(form, i);
    }
    for (int32_t i = 0; i < N; i += 777) {
        assert_int_equal(cv_build_cell_get(t.b, t.contest, i, (cv_slot){CV_F_NONE, 1}), 2 * i);
        assert_int_equal(cv_build_cell_get(t.b, t.contest, i, (cv_slot){CV_F_REG, -1}),
                         CV_CELL_UNREPORTED);
    }
    built_field(&t, 3, CV_F_REG, 41);
    built_field(&t, N - 1, CV_F_REG, 42);
    cv_election e = built_freeze(&t);
    const cv_forms *f = &e.forms[0];
    assert_int_equal(f->n, N);
    for (int32_t i = 0; i < N; i++) {
        if (f->votes[0][i] != i || f->votes[1][i] != 2 * i) fail_msg("row %d", i);
        if (f->line[i] != i + 2) fail_msg("line of row %d", i);
    }
    const cv_cell *reg = cv_forms_column(f, CV_F_REG);
    assert_int_equal(reg[3], 41);
    assert_int_equal(reg[4], CV_CELL_UNREPORTED);
    assert_int_equal(reg[N - 1], 42);
    built_close(&t);
}

static void an_option_found_late_is_absent_before(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    built_form(&t, "s1", 1, 2);
    int32_t late = cv_build_option(t.b, t.contest, CV_STR("C"), NULL);
    int32_t form = built_form(&t, "s2", 3, 4);
    cv_build_cell_set(t.b, t.contest, form, (cv_slot){CV_F_NONE, late}, 5);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.contest[0].n_options, 3);
    assert_int_equal(e.forms[0].votes[2][0], CV_CELL_ABSENT);
    assert_int_equal(e.forms[0].votes[2][1], 5);
    built_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_keep_their_place_over_many_chunks),
        cmocka_unit_test(an_option_found_late_is_absent_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
