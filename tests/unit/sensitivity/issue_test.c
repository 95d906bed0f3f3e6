#include "../asked_seat.h"

#include "sensitivity/issue_fall.h"

static void one_question_of_many_stations_is_one(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    cv_station_ix both[] = {a.t.e.forms[0].station[0], a.t.e.forms[0].station[1]};
    cv_asked *q = seat_ask_body(&a.t, "both", CV_ASK_ANNUL, 0, 0);
    q->n_places = 2;
    q->place = both;
    asked_take_apart(&a);
    cv_weights down = asked_lead(&a, false);
    assert_int_equal(a.s.n_issues, 1);
    assert_int_equal(cv_issue_fall(&a.s, &a.s.issue[0], &down, a.t.scratch).fall, 60);
    assert_int_equal(a.s.issue[0].answer[0].unit[0].registered, 5500);
    assert_int_equal(a.s.issue[0].answer[0].unit[0].n_stations, 2);
    seat_close(&a.t);
}

/* Two findings of one slip: one of them holds. Of two slips: both do. */
static void findings_of_a_form_are_one_question(void **state)
{
    (void)state;
    for (uint32_t same = 0; same < 2; same++) {
        asked_seat a;
        asked_open(&a);
        seat_ask(&a.t, 0, CV_CHANGE_OFF, 5)->group = 1;
        seat_ask(&a.t, 0, CV_CHANGE_ADD, 3)->group = same ? 1 : 2;
        asked_take_apart(&a);
        cv_weights down = asked_lead(&a, false);
        assert_int_equal(a.s.n_issues, 1);
        assert_int_equal(a.s.issue[0].n_answers, same ? 2 : 1);
        assert_int_equal(cv_issue_fall(&a.s, &a.s.issue[0], &down, a.t.scratch).fall, same ? 5 : 8);
        seat_close(&a.t);
    }
}

static void what_is_missing_is_no_question(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask(&a.t, 0, CV_CHANGE_CAP, 40)->cap = 400;
    seat_ask(&a.t, 1, CV_CHANGE_CAP, 2)->cap = 5000;
    asked_take_apart(&a);
    assert_int_equal(a.s.n_issues, 0);
    assert_int_equal(a.s.n_facts, 1); /* nobody asks about these places: one pool */
    assert_int_equal(a.s.fact[0].pool.k, 42);
    seat_close(&a.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_question_of_many_stations_is_one),
        cmocka_unit_test(findings_of_a_form_are_one_question),
        cmocka_unit_test(what_is_missing_is_no_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
