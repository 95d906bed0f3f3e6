#include "ledger.h"

#include "disputes/figures.h"

static cv_working open_working(ledger *t, int32_t row)
{
    cv_working w = {.e = &t->s.e,
                    .contest = &t->s.e.contest[0],
                    .f = &t->s.e.forms[0],
                    .work = &t->s.work,
                    .own_row = row};
    cv_working_start(&w, row);
    return w;
}

static void unchanged_figures_are_those_of_the_form(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    cv_working w = open_working(&t, 0);
    assert_null(cv_working_figures(&w, &t.s.keep));
    assert_int_equal(cv_working_votes(&w, 0), 100);
    cv_decision d = CV_DECISION_DEFAULT;
    d.option = 0;
    d.old = 99;
    assert_false(cv_working_correct(&w, &d, false));
    assert_null(cv_working_figures(&w, &t.s.keep));
    ledger_close(&t);
}

/* A decision's figures: 60, 60, 60 and nothing of invalid ones, which stay 5. */
static void stated_figures_keep_what_they_do_not_state(void **state)
{
    (void)state;
    static const cv_cell votes[] = {60, 60, 60};
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    cv_working w = open_working(&t, 0);
    cv_decision d = CV_DECISION_DEFAULT;
    d.votes = votes;
    cv_working_state(&w, &d);
    const cv_overlay_figures *f = cv_working_figures(&w, &t.s.keep);
    assert_int_equal(f->votes[2], 60);
    assert_int_equal(f->invalid, 5);
    assert_int_equal(f->persons, 205);
    assert_int_equal(f->registered, 300);
    assert_int_equal(f->cast, 185);
    d.invalid = 8;
    cv_working_state(&w, &d);
    f = cv_working_figures(&w, &t.s.keep);
    assert_int_equal(f->invalid, 8);
    assert_int_equal(f->cast, 188);
    ledger_close(&t);
}

/* A correction after a box was set aside is about what is left. */
static void corrections_see_what_is_left(void **state)
{
    (void)state;
    static const cv_cell box[] = {10, 4, 1};
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    cv_working w = open_working(&t, 0);
    cv_decision d = CV_DECISION_DEFAULT;
    d.votes = box;
    assert_true(cv_working_subtract(&w, &d, -1));
    cv_decision c = CV_DECISION_DEFAULT;
    c.option = 0;
    c.old = 100;
    c.now = 95;
    assert_false(cv_working_correct(&w, &c, false));
    c.old = 90;
    assert_true(cv_working_correct(&w, &c, false));
    const cv_overlay_figures *f = cv_working_figures(&w, &t.s.keep);
    assert_int_equal(f->votes[0], 95);
    assert_int_equal(f->votes[1], 76);
    assert_int_equal(f->persons, 190);
    assert_int_equal(cv_working_cancel(&w, 1, CV_CANCEL_AS_INVALID), 76);
    f = cv_working_figures(&w, &t.s.keep);
    assert_int_equal(f->votes[1], 0);
    assert_int_equal(f->invalid, 81);
    assert_int_equal(f->persons, 190);
    ledger_close(&t);
}

static void a_box_cannot_hold_more_than_the_station(void **state)
{
    (void)state;
    static const cv_cell box[] = {10, 4, 21};
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    cv_working w = open_working(&t, 0);
    cv_decision d = CV_DECISION_DEFAULT;
    d.votes = box;
    assert_false(cv_working_subtract(&w, &d, -1));
    assert_null(cv_working_figures(&w, &t.s.keep));
    ledger_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unchanged_figures_are_those_of_the_form),
        cmocka_unit_test(stated_figures_keep_what_they_do_not_state),
        cmocka_unit_test(corrections_see_what_is_left),
        cmocka_unit_test(a_box_cannot_hold_more_than_the_station),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
