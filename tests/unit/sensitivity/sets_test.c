#include "../seat.h"

#include "sensitivity/sets.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

/* A leads B by 60, C is far behind. k votes too many at each of five stations. */
typedef struct {
    const char *name;
    cv_count k[5];
    cv_count missing; /* cap of a sixth station; 0: none */
    int32_t changing, closing;
    bool proved;
} set_row;

static void open_row(seat *t, const set_row *r)
{
    static const char *const codes[5] = {"s0", "s1", "s2", "s3", "s4"};
    seat_open(t, 3, 1, &plurality);
    for (int32_t i = 0; i < 5; i++) seat_form(t, codes[i], (cv_cell[]){100, 88, 3}, NULL);
    if (r->missing) seat_await(t, "s5", (cv_cell)r->missing);
    seat_freeze(t);
    seat_count(t, NULL);
    for (int32_t i = 0; i < 5; i++)
        if (r->k[i]) seat_ask(t, i, CV_CHANGE_OFF, r->k[i]);
    if (r->missing) seat_ask(t, 5, CV_CHANGE_CAP, r->missing);
}

static void the_smallest_sets_come_out(void **state)
{
    (void)state;
    static const set_row rows[] = {
        {"one is enough",        {60, 10, 10, 10, 10}, 0,  1, 1, true},
        {"two of three",         {31, 30, 29, 0, 0},   0,  2, 1, true},
        {"all of them",          {20, 20, 20, 0, 0},   0,  3, 1, true},
        {"one more than needed", {20, 20, 20, 20, 0},  0,  3, 2, true},
        {"every one by itself",  {60, 70, 80, 90, 99}, 0,  1, 5, true},
        {"a missing form helps", {31, 30, 29, 0, 0},   30, 1, 2, true},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        seat t;
        open_row(&t, &rows[i]);
        cv_sensitivity_input in = seat_input(&t, NULL);
        cv_open_forms open = cv_open_forms_of(&t.e, t.contest, NULL, &in.questions, &t.keep);
        cv_open_case asked = {&in, &open, false};
        cv_sets sets;
        cv_error err = {0};
        assert_int_equal(cv_sets_find(&sets, &asked, &t.keep, t.scratch, &err), CV_OK);
        ROW_INT(rows[i].name, sets.changing.n, rows[i].changing);
        ROW_INT(rows[i].name, sets.changing.proved, rows[i].proved);
        ROW_INT(rows[i].name, sets.closing.n, rows[i].closing);
        ROW_TRUE(rows[i].name, sets.closing.exists && sets.closing.proved && sets.proved);
        ROW_TRUE(rows[i].name, sets.n_reachable >= 1);
        for (int32_t k = 0; k < sets.changing.n; k++)
            ROW_TRUE(rows[i].name, open.form[sets.changing.form[k]].has_question);
        seat_close(&t);
    }
}

/* 60 too many at one station: a tie; 61: B first. Both are noted with what they need. */
static void other_outcomes_are_noted(void **state)
{
    (void)state;
    seat t;
    open_row(&t, &(set_row){
                     .k = {60, 1, 0, 0, 0}
    });
    cv_sensitivity s = seat_sensitivity(&t);
    assert_int_equal(s.n_reachable, 2);
    assert_int_equal(s.reachable[0].kind, CV_TIE);
    assert_int_equal(s.reachable[0].n_questions, 1);
    assert_int_equal(s.reachable[1].kind, CV_DECIDED);
    assert_int_equal(s.reachable[1].winner[0], 1);
    assert_int_equal(s.reachable[1].n_questions, 2);
    seat_close(&t);
}

/* Asked about the missing forms alone, the set is of missing forms. */
static void missing_forms_have_a_set_of_their_own(void **state)
{
    (void)state;
    seat t;
    open_row(&t, &(set_row){
                     .k = {5, 0, 0, 0, 0},
                       .missing = 200
    });
    cv_sensitivity s = seat_sensitivity(&t);
    assert_int_equal(s.reach, CV_REACH_MISSING);
    assert_int_equal(s.changing.n, 1);
    assert_true(s.form[s.changing.form[0]].missing);
    assert_int_equal(s.form[0].row, 5); /* what is missing stands first */
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_sets_come_out),
        cmocka_unit_test(other_outcomes_are_noted),
        cmocka_unit_test(missing_forms_have_a_set_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
