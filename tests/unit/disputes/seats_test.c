#include "ledger.h"

static void void_is_said_and_figures_stay(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_VOID, "");
    d->scope = CV_SCOPE_NATION;
    d->contest = CV_NO_CONTEST;
    ledger_freeze(&t);
    ledger_fold(&t);
    assert_int_equal(t.d.overlay.contest[0].void_by, 0);
    assert_int_equal(t.d.n_in_contest[0], 1);
    ledger_votes(&t, 151, 149, 30);
    ledger_close(&t);
}

/* A barred with mode `removed`: its 151 votes leave; then it is let in again. */
static void a_barred_option_may_be_reinstated(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_BAR, "");
    d->option = 0;
    d->mode = CV_CANCEL_REMOVED;
    d->effective = ledger_day("2005-03-01");
    d = ledger_decide(&t, CV_EFFECT_REINSTATE, "");
    d->option = 0;
    d->effective = ledger_day("2005-03-08");
    ledger_freeze(&t);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    q.as_of = ledger_day("2005-03-02");
    ledger_ask(&t, &q);
    ledger_votes(&t, 0, 149, 30);
    assert_int_equal(t.sums.totals.participants, 337 - 151);
    assert_int_equal(t.d.overlay.contest[0].option_state[0], CV_CANCEL_REMOVED);
    assert_int_equal(t.d.overlay.contest[0].option_by[0], 0);
    assert_int_equal(t.d.overlay.contest[0].cancelled.removed, 151);
    q.as_of = ledger_day("2005-03-08");
    ledger_ask(&t, &q);
    ledger_votes(&t, 151, 149, 30);
    assert_int_equal(t.d.overlay.contest[0].option_state[0], CV_CANCEL_NONE);
    assert_int_equal(t.d.overlay.contest[0].cancelled.removed, 0);
    ledger_close(&t);
}

/* Unless decision or law say otherwise the votes of a barred option stay where they are. */
static void votes_of_a_barred_option_stay_by_default(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_BAR, "")->option = 1;
    ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
    ledger_decide(&t, CV_EFFECT_REINSTATE, "")->option = 2;
    ledger_freeze(&t);
    ledger_fold(&t);
    ledger_votes(&t, 51, 69, 10);
    assert_int_equal(t.d.overlay.contest[0].option_state[1], CV_CANCEL_KEPT_IN_BASE);
    assert_int_equal(t.d.overlay.contest[0].cancelled.kept, 0); /* they are still its own */
    assert_int_equal(t.d.n_notes, 1);
    assert_int_equal(t.d.note[0].kind, CV_DECISION_NOTHING);
    assert_int_equal(t.d.note[0].decision, 2);
    ledger_close(&t);
}

static void a_seat_where_nothing_was_held_is_postponed(void **state)
{
    (void)state;
    for (int held = 0; held < 2; held++) {
        static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
        seat t;
        cv_disputes d;
        seat_open(&t, 2, 1, &plurality);
        seat_await(&t, "s0", 100);
        if (held) seat_form(&t, "s1", (cv_cell[]){5, 7}, NULL);
        cv_decision put = CV_DECISION_DEFAULT;
        put.effect = CV_EFFECT_POSTPONE;
        put.scope = CV_SCOPE_SEAT;
        put.contest = t.contest;
        cv_build_decision(t.b, &put);
        seat_freeze(&t);
        cv_disputes_fold(&d, &t.e, &CV_LEDGER_QUESTION_DEFAULT, &t.keep, t.scratch);
        assert_int_equal(d.overlay.contest[0].postponed_by, held ? -1 : 0);
        assert_int_equal(d.overlay.contest[0].n_changes, 1);
        assert_int_equal(d.overlay.contest[0].change[0].now, CV_NOW_POSTPONED);
        seat_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(void_is_said_and_figures_stay),
        cmocka_unit_test(a_barred_option_may_be_reinstated),
        cmocka_unit_test(votes_of_a_barred_option_stay_by_default),
        cmocka_unit_test(a_seat_where_nothing_was_held_is_postponed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
