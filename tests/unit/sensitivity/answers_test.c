#include "../asked_seat.h"

#include "sensitivity/answers.h"

/* An annulment (-30) and a recount (-330) of one station are not added. */
static void answers_that_meet_are_not_added(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_ask first, second;
        int32_t second_row;
        int64_t fall;
    } rows[] = {
        {"annul and recount there", CV_ASK_ANNUL,   CV_ASK_RECOUNT, 0, 330       },
        {"annul and repeat there",  CV_ASK_ANNUL,   CV_ASK_REPEAT,  0, 530       },
        {"twice the same",          CV_ASK_ANNUL,   CV_ASK_ANNUL,   0, 30        },
        {"at two stations",         CV_ASK_ANNUL,   CV_ASK_ANNUL,   1, 60        },
        {"recounts at two",         CV_ASK_RECOUNT, CV_ASK_RECOUNT, 1, 330 + 4030},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        asked_seat a;
        asked_open(&a);
        seat_ask_body(&a.t, "first", rows[i].first, 0, 0);
        seat_ask_body(&a.t, "second", rows[i].second, rows[i].second_row, 0);
        asked_take_apart(&a);
        cv_weights w = asked_lead(&a, false);
        ROW_INT(rows[i].name, cv_answers_fall(&a.s, &w, a.t.scratch).fall, rows[i].fall);
        seat_close(&a.t);
    }
}

static void what_is_missing_falls_once(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask(&a.t, 0, CV_CHANGE_CAP, 40);
    seat_ask_body(&a.t, "annul", CV_ASK_ANNUL, 0, 0);
    asked_take_apart(&a);
    cv_weights w = asked_lead(&a, false);
    /* 40 are missing; annulled, the station loses 30 of the lead and nothing is missing. */
    assert_int_equal(cv_answers_fall(&a.s, &w, a.t.scratch).fall, 40);
    seat_close(&a.t);
}

/* Both bounds of a recount are given: 330 and 270, 180 and 150. */
static void each_question_has_its_range(void **state)
{
    (void)state;
    asked_seat a;
    cv_search s;
    cv_error err = {0};
    asked_open(&a);
    seat_ask_body(&a.t, "recount", CV_ASK_RECOUNT, 0, 0);
    seat_ask_body(&a.t, "annul", CV_ASK_ANNUL, 1, 0);
    asked_take_apart(&a);
    assert_int_equal(
        cv_answers_find(&s, &a.s, &a.t.tally.assertion[0], &a.t.keep, a.t.scratch, &err), CV_OK);
    assert_int_equal(s.question[0].low, -330);
    assert_int_equal(s.question[0].high, 270);
    assert_int_equal(s.question[0].other_low, -180);
    assert_int_equal(s.question[0].other_high, 150);
    assert_int_equal(s.question[1].low, -30);
    assert_int_equal(s.question[1].high, 0);
    assert_true(s.question[1].other_low == CV_BLANK);
    seat_close(&a.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_that_meet_are_not_added),
        cmocka_unit_test(what_is_missing_falls_once),
        cmocka_unit_test(each_question_has_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
