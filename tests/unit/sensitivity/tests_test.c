#include "../asked_seat.h"

#include "sensitivity/tests.h"

/* The lead is 60; 25, 30 and 35 ballots more. */
static void open_three(asked_seat *a, cv_tests *t)
{
    asked_open(a);
    seat_ask_body(&a->t, "25", CV_ASK_ADD, 0, 25);
    seat_ask_body(&a->t, "30", CV_ASK_ADD, 1, 30);
    seat_ask_body(&a->t, "35", CV_ASK_ADD, 0, 35);
    asked_take_apart(a);
    cv_arena scratch = cv_arena_open();
    cv_tests_of(t, &a->s, &a->t.keep, scratch);
    cv_arena_close(&scratch);
}

static void the_heaviest_come_first(void **state)
{
    (void)state;
    asked_seat a;
    cv_tests t;
    int32_t position[3];
    open_three(&a, &t);
    assert_int_equal(t.n, 1);
    assert_int_equal(t.need[0], 60);
    assert_int_equal(t.order[0], 2);
    assert_int_equal(t.order[2], 0);
    assert_int_equal(cv_tests_low(&t), 2);                         /* 35 + 30 */
    assert_int_equal(cv_tests_heaviest(position, &t, 0, true), 2); /* 65 goes past a tie */
    assert_int_equal(t.closing[0], 1);                             /* 30 + 25 is less */
    seat_close(&a.t);
}

static void a_set_that_cannot_turn_is_left_out(void **state)
{
    (void)state;
    asked_seat a;
    cv_tests t;
    open_three(&a, &t);
    assert_false(cv_tests_take(&t, 0, 0, 0)); /* 35 alone                        */
    assert_true(cv_tests_take(&t, 0, 0, 1));  /* 35 and the best of the rest      */
    assert_true(cv_tests_take(&t, 1, 1, 0));  /* 35 + 30                          */
    assert_true(cv_tests_take(&t, 2, 1, 0));  /* 35 + 25: a tie                   */
    assert_false(cv_tests_take(&t, 1, 0, 1)); /* 30 + 25                          */
    seat_close(&a.t);
}

static void what_weighs_nothing_is_harmless(void **state)
{
    (void)state;
    asked_seat a;
    cv_tests t;
    asked_open(&a);
    seat_ask_body(&a.t, "60", CV_ASK_ADD, 0, 60);
    seat_ask_body(&a.t, "of B", CV_ASK_REMOVE, 1, 30)->option = 1;
    asked_take_apart(&a);
    cv_arena scratch = cv_arena_open();
    cv_tests_of(&t, &a.s, &a.t.keep, scratch);
    assert_false(cv_tests_harmless(&t, 0));
    assert_true(cv_tests_harmless(&t, 1));
    cv_arena_close(&scratch);
    seat_close(&a.t);
}

static void a_tie_leaves_nothing_out(void **state)
{
    (void)state;
    asked_seat a = {0};
    cv_tests t;
    seat_open(&a.t, 2, 1, &MOST_VOTES);
    seat_form(&a.t, "s0", (cv_cell[]){5, 5}, (cv_cell[]){0, 20, 10});
    seat_freeze(&a.t);
    seat_count(&a.t, NULL);
    seat_ask_body(&a.t, "1", CV_ASK_ADD, 0, 1);
    asked_take_apart(&a);
    cv_arena scratch = cv_arena_open();
    cv_tests_of(&t, &a.s, &a.t.keep, scratch);
    assert_true(t.always && cv_tests_take(&t, 0, 0, 0));
    assert_int_equal(cv_tests_low(&t), 1);
    cv_arena_close(&scratch);
    seat_close(&a.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_heaviest_come_first),
        cmocka_unit_test(a_set_that_cannot_turn_is_left_out),
        cmocka_unit_test(what_weighs_nothing_is_harmless),
        cmocka_unit_test(a_tie_leaves_nothing_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
