#include "../asked_seat.h"

#include "sensitivity/search.h"

/* A leads by 60 over five stations: A - B is 100, 60, 10, -130, 20. */
static void open_five(asked_seat *a)
{
    static const cv_cell votes[5][2] = {
        {400, 300},
        {350, 290},
        {250, 240},
        {200, 330},
        {220, 200}
    };
    *a = (asked_seat){0};
    seat_open(&a->t, 2, 1, &MOST_VOTES);
    for (int32_t i = 0; i < 5; i++)
        seat_form(&a->t, (const char *[]){"s0", "s1", "s2", "s3", "s4"}[i], votes[i],
                  (cv_cell[]){0, 1000, votes[i][0] + votes[i][1]});
    seat_freeze(&a->t);
    seat_count(&a->t, NULL);
}

static cv_search searched(asked_seat *a, int64_t effort)
{
    cv_search out;
    cv_error err = {0};
    asked_take_apart(a);
    if (cv_search_sets(&out, &a->s, effort, &a->t.keep, a->t.scratch, &err) != CV_OK)
        fail_msg("search: %s", err.text);
    return out;
}

static const cv_outcome_reach *outcome(const cv_search *s, cv_outcome_kind kind, int32_t winner)
{
    for (int32_t i = 0; i < s->n_outcomes; i++)
        if (s->outcome[i].kind == kind && (winner < 0 || s->outcome[i].winner[0] == winner))
            return &s->outcome[i];
    return NULL;
}

static void annulments_alone_and_together(void **state)
{
    (void)state;
    asked_seat a;
    open_five(&a);
    seat_ask_body(&a.t, "s1", CV_ASK_ANNUL, 1, 0); /* ties alone                */
    seat_ask_body(&a.t, "s2", CV_ASK_ANNUL, 2, 0); /* with it B is first        */
    seat_ask_body(&a.t, "s4", CV_ASK_ANNUL, 4, 0); /* and so with this one      */
    cv_search s = searched(&a, 0);
    assert_true(s.complete && s.base_proved);
    assert_int_equal(s.smallest, 1);
    assert_int_equal(s.n_minimal, 1);
    assert_int_equal(s.minimal[0].question[0], 0);
    assert_int_equal(s.question[0].smallest, 1);
    assert_int_equal(s.question[1].smallest, 0);
    assert_true(s.question[1].proved); /* no minimal set needs it */
    assert_int_equal(outcome(&s, CV_TIE, -1)->size, 1);
    assert_int_equal(outcome(&s, CV_DECIDED, 1)->size, 2);
    assert_int_equal(outcome(&s, CV_DECIDED, 1)->n_sets, 2);
    assert_int_equal(outcome(&s, CV_DECIDED, 0)->size, 0);
    assert_int_equal(s.closing_low, 1);
    seat_close(&a.t);
}

static void only_together(void **state)
{
    (void)state;
    asked_seat a;
    open_five(&a);
    seat_ask_body(&a.t, "turned away", CV_ASK_ADD, 0, 31);
    seat_ask_body(&a.t, "set aside", CV_ASK_REMOVE, 1, 30);
    seat_ask_body(&a.t, "too few", CV_ASK_REMOVE, 2, 28);
    cv_search s = searched(&a, 0);
    assert_true(s.complete);
    assert_int_equal(s.smallest, 2);
    assert_int_equal(s.low, 2);
    assert_int_equal(s.n_minimal, 1); /* 31 + 30; 31 + 28 and 30 + 28 are less than 60 */
    assert_int_equal(s.n_closing, 2);
    assert_int_equal(s.question[2].smallest, 0);
    seat_close(&a.t);
}

static void nothing_changes_and_that_is_proved(void **state)
{
    (void)state;
    asked_seat a;
    open_five(&a);
    seat_ask_body(&a.t, "s2", CV_ASK_ANNUL, 2, 0);
    seat_ask_body(&a.t, "s3", CV_ASK_ANNUL, 3, 0); /* strong for B */
    seat_ask_body(&a.t, "s4", CV_ASK_ANNUL, 4, 0);
    cv_search s = searched(&a, 0);
    assert_true(s.complete);
    assert_int_equal(s.smallest, 0);
    assert_int_equal(s.low, 4);
    assert_int_equal(s.n_outcomes, 1);
    assert_int_equal(s.closing_low, 0);
    for (int32_t i = 0; i < 3; i++) assert_true(s.question[i].proved && !s.question[i].smallest);
    seat_close(&a.t);
}

/* A search that may make few counts says what it proved and no more. */
static void a_search_that_stops_says_so(void **state)
{
    (void)state;
    asked_seat a;
    open_five(&a);
    for (int32_t i = 0; i < 12; i++)
        seat_ask_body(
            &a.t, (const char *[]){"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"}[i],
            CV_ASK_REMOVE, i % 5, 13);
    cv_search s = searched(&a, 40);
    assert_false(s.complete);
    assert_true(s.low <= 5);
    assert_true(s.smallest == 0 || s.smallest >= 5); /* 4 × 13 is less than 60 */
    seat_close(&a.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(annulments_alone_and_together),
        cmocka_unit_test(only_together),
        cmocka_unit_test(nothing_changes_and_that_is_proved),
        cmocka_unit_test(a_search_that_stops_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
