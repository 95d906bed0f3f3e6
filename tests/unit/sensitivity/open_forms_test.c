#include "../seat.h"

#include "sensitivity/open_forms.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

/* Rows: s0, s1 counted, s2 awaited, agents' form of s0. */
static void open_seat(seat *t)
{
    seat_open(t, 2, 1, &plurality);
    seat_form(t, "s0", (cv_cell[]){10, 20}, (cv_cell[]){3, 60, 33});
    seat_form(t, "s1", (cv_cell[]){5, CV_CELL_BLANK}, NULL);
    seat_await(t, "s2", 50);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){12, 18}, (cv_cell[]){3, 60, 33});
    seat_freeze(t);
}

static cv_open_forms forms_of(seat *t)
{
    cv_questions q = {t->n_questions, t->question};
    return cv_open_forms_of(&t->e, t->contest, NULL, &q, &t->keep);
}

static void a_form_stands_once_with_its_figures(void **state)
{
    (void)state;
    seat t;
    open_seat(&t);
    seat_ask(&t, 0, CV_CHANGE_OFF, 2)->cap = 80;
    cv_question *copies = seat_ask(&t, 0, CV_CHANGE_EXACT, 0);
    copies->other = 3;
    copies->cap = 60;
    seat_ask(&t, 1, CV_CHANGE_EXACT, 0); /* annulment asked */
    seat_ask(&t, 2, CV_CHANGE_CAP, 50);
    cv_open_forms open = forms_of(&t);
    assert_int_equal(open.n, 3);
    const cv_open_form *f = &open.form[0];
    assert_int_equal(f->n, 2);
    assert_int_equal(f->x[0], 10);
    assert_int_equal(f->x[2 + CV_CONTENT_INVALID], 3);
    assert_int_equal(f->persons, 33);
    assert_int_equal(f->cap, 60); /* the smaller of those known */
    assert_null(f->exact[0]);
    assert_int_equal(f->exact[1][0], 12);
    assert_true(f->has_question && !f->has_missing);
    f = &open.form[1];
    assert_int_equal(f->x[1], 0);        /* a blank adds nothing  */
    assert_int_equal(f->exact[0][0], 0); /* annulled: no ballots */
    f = &open.form[2];
    assert_int_equal(f->x[0], 0);
    assert_true(f->has_missing && !f->has_question);
    seat_close(&t);
}

static void one_cause_is_found_through_others(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t group[3];
        cv_count k[3];
        cv_count cap, contradicted;
    } rows[] = {
        {"three causes",       {1, 2, 4}, {3, 4, 5}, CV_BLANK, 12},
        {"two share a line",   {1, 1, 4}, {3, 4, 5}, CV_BLANK, 9 },
        {"a chain is one",     {1, 4, 5}, {3, 4, 5}, CV_BLANK, 5 },
        {"no line in common",  {0, 0, 0}, {3, 4, 5}, CV_BLANK, 12},
        {"never past the cap", {1, 2, 4}, {3, 4, 5}, 10,       10},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        seat t;
        open_seat(&t);
        for (int32_t k = 0; k < 3; k++) {
            cv_question *q = seat_ask(&t, 0, CV_CHANGE_OFF, rows[i].k[k]);
            q->group = rows[i].group[k];
            q->cap = rows[i].cap;
        }
        cv_open_forms open = forms_of(&t);
        ROW_INT(rows[i].name, open.n, 1);
        ROW_INT(rows[i].name, open.form[0].contradicted, rows[i].contradicted);
        seat_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_form_stands_once_with_its_figures),
        cmocka_unit_test(one_cause_is_found_through_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
