#include "../seat.h"

#include "review/asked.h"

/* Two decisions order recounts: one at two stations, one at a third. */
static void one_decision_is_one_question(void **state)
{
    (void)state;
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    seat t;
    seat_open(&t, 2, 1, &plurality);
    for (int32_t i = 0; i < 3; i++)
        seat_form(&t, (const char *[]){"s0", "s1", "s2"}[i], (cv_cell[]){5, 4}, NULL);
    for (int32_t i = 0; i < 2; i++) {
        cv_decision d = CV_DECISION_DEFAULT;
        d.id = cv_str_of((const char *[]){"court-1", "court-2"}[i]);
        d.effect = CV_EFFECT_RECOUNT;
        d.contest = t.contest;
        cv_build_decision(t.b, &d);
    }
    seat_freeze(&t);
    cv_overlay_change change[3];
    for (int32_t i = 0; i < 3; i++) {
        change[i] = CV_OVERLAY_CHANGE_NONE(i);
        change[i].recount_by = i == 1 ? 1 : 0;
    }
    cv_overlay_contest contest = CV_OVERLAY_CONTEST_NONE;
    contest.n_changes = 3;
    contest.change = change;
    cv_review review = {.election = &t.e,
                        .disputes = {.overlay = {.n_contests = 1, .contest = &contest}}};
    int32_t n;
    const cv_asked *asked = cv_review_asked(&n, &review, t.contest, &t.keep);
    assert_int_equal(n, 2);
    ROW_STR("first", asked[0].id, CV_STR("court-1"));
    assert_int_equal(asked[0].n_places, 2);
    assert_int_equal(asked[0].place[1].i, t.e.forms[0].station[2].i);
    assert_int_equal(asked[0].by, CV_BY_RECOUNT_ORDERED);
    assert_int_equal(asked[1].n_places, 1);
    contest.n_changes = 0;
    assert_null(cv_review_asked(&n, &review, t.contest, &t.keep));
    assert_int_equal(n, 0);
    seat_close(&t);
}

/* Complaints of the contest before recounts; those of other contests are not asked here. */
static void complaints_come_first(void **state)
{
    (void)state;
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    seat t;
    seat_open(&t, 2, 1, &plurality);
    seat_form(&t, "s0", (cv_cell[]){5, 4}, NULL);
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("court-1"), d.effect = CV_EFFECT_RECOUNT, d.contest = t.contest;
    cv_build_decision(t.b, &d);
    seat_freeze(&t);
    cv_overlay_change change = CV_OVERLAY_CHANGE_NONE(0);
    change.recount_by = 0;
    cv_overlay_contest contest = CV_OVERLAY_CONTEST_NONE;
    contest.n_changes = 1, contest.change = &change;
    const cv_asked complaints[] = {
        {.id = CV_STR("K1"), .by = CV_BY_COMPLAINT, .ask = CV_ASK_VOID},
        {.id = CV_STR("K2"), .by = CV_BY_COMPLAINT, .ask = CV_ASK_VOID},
        {.id = CV_STR("K3"), .by = CV_BY_COMPLAINT, .contest = {1}    }
    };
    const int32_t first[] = {0, 2, 3};
    cv_review review = {
        .election = &t.e,
        .disputes = {.overlay = {.n_contests = 1, .contest = &contest}},
        .complaints = { .n_asked = 3, .asked = complaints, .first_asked = first}
    };
    int32_t n;
    const cv_asked *asked = cv_review_asked(&n, &review, t.contest, &t.keep);
    assert_int_equal(n, 3);
    ROW_STR("first", asked[0].id, CV_STR("K1"));
    ROW_STR("second", asked[1].id, CV_STR("K2"));
    ROW_STR("then the recount", asked[2].id, CV_STR("court-1"));
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_decision_is_one_question),
                                       cmocka_unit_test(complaints_come_first)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
