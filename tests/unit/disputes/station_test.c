#include "ledger.h"

/* The recount of s1 counts unless something else is said: 151, 149, 30 without decisions. */
static void without_decisions_the_papers_stand(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    ledger_fold(&t);
    ledger_votes(&t, 151, 149, 30);
    assert_int_equal(t.d.overlay.contest[0].n_changes, 0);
    assert_int_equal(t.d.overlay.contest[0].all_stations, 3);
    assert_int_equal(t.d.overlay.contest[0].all_registered, 650);
    ledger_close(&t);
}

static void a_correction_needs_the_old_figure(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_CORRECT, "s0");
    d->option = 0;
    d->old = 100;
    d->now = 90;
    d = ledger_decide(&t, CV_EFFECT_CORRECT, "s0");
    d->field = CV_F_INVALID;
    d->old = 5;
    d->now = 15;
    d = ledger_decide(&t, CV_EFFECT_CORRECT, "s0");
    d->option = 1;
    d->old = 81;
    d->now = 80;
    ledger_freeze(&t);
    ledger_fold(&t);
    ledger_votes(&t, 141, 149, 30);
    assert_int_equal(t.sums.totals.invalid, 17);
    const cv_overlay_change *c = ledger_change(&t, "s0");
    assert_int_equal(c->n_causes, 2);
    assert_int_equal(c->cause[0], 0);
    assert_int_equal(c->cause[1], 1);
    assert_int_equal(c->own->registered, 300);
    assert_int_equal(c->own->persons, 205);
    assert_int_equal(c->own->cast, 205); /* 90 + 80 + 20 + 15 */
    assert_int_equal(t.d.n_notes, 1);
    assert_int_equal(t.d.note[0].kind, CV_DECISION_UNFIT);
    assert_int_equal(t.d.note[0].decision, 2);
    ledger_close(&t);
}

static void annulled_stations_leave_and_registers_stay(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
    ledger_freeze(&t);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    ledger_ask(&t, &q);
    ledger_votes(&t, 51, 69, 10);
    assert_int_equal(t.sums.totals.registered, 650);
    assert_int_equal(t.sums.totals.participants, 132);
    assert_int_equal(t.d.overlay.contest[0].annulled_stations, 1);
    assert_int_equal(t.d.overlay.contest[0].annulled_registered, 300);
    q.rules.totals.annul_drops_registered = true;
    q.rules.totals.annul_keeps_persons = true;
    ledger_ask(&t, &q);
    assert_int_equal(t.sums.totals.registered, 350);
    assert_int_equal(t.sums.totals.participants, 337);
    ledger_close(&t);
}

/* The box's own form: 10, 4, 1 and one invalid; sixteen ballots. */
static void a_box_on_record_is_subtracted(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
    d->scope = CV_SCOPE_BOX;
    d->copy.i = MOBILE;
    ledger_freeze(&t);
    ledger_fold(&t);
    ledger_votes(&t, 141, 145, 29);
    assert_int_equal(t.sums.totals.invalid, 6);
    assert_int_equal(t.sums.totals.participants, 337 - 16);
    assert_int_equal(t.sums.totals.registered, 650);
    assert_int_equal(t.sums.removed_unknown, 0);
    ledger_close(&t);
}

static void a_box_of_unknown_content_is_an_interval(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
    d->scope = CV_SCOPE_BOX;
    d->k = 16;
    d = ledger_decide(&t, CV_EFFECT_ANNUL, "");
    d->scope = CV_SCOPE_BOX;
    d->k = 3;
    ledger_freeze(&t);
    ledger_fold(&t);
    ledger_votes(&t, 151, 149, 30); /* they are still in the figures */
    assert_int_equal(ledger_change(&t, "s0")->removed_unknown, 16);
    assert_int_equal(t.d.overlay.contest[0].removed_unknown, 3);
    assert_int_equal(t.sums.removed_unknown, 19);
    ledger_close(&t);
}

/* An option's votes at one station, in the three modes: s0 has 100 for A. */
static void an_option_is_cancelled_in_three_ways(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_cancel mode;
        cv_count valid, invalid, participants;
    } rows[] = {
        {"as invalid",       CV_CANCEL_AS_INVALID,   230, 107, 337},
        {"removed",          CV_CANCEL_REMOVED,      230, 7,   237},
        {"kept in the base", CV_CANCEL_KEPT_IN_BASE, 330, 7,   337},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        ledger t;
        ledger_open(&t);
        cv_decision *d = ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
        d->scope = CV_SCOPE_OPTION;
        d->option = 0;
        d->mode = rows[i].mode;
        ledger_freeze(&t);
        ledger_fold(&t);
        ROW_INT(rows[i].name, t.sums.totals.votes[0], 51);
        ROW_INT(rows[i].name, t.sums.totals.valid, rows[i].valid);
        ROW_INT(rows[i].name, t.sums.totals.invalid, rows[i].invalid);
        ROW_INT(rows[i].name, t.sums.totals.participants, rows[i].participants);
        const cv_overlay_cancelled *c = &t.d.overlay.contest[0].cancelled;
        const cv_count went[] = {0, c->as_invalid, c->removed, c->kept};
        ROW_INT(rows[i].name, went[rows[i].mode], 100);
        ROW_INT(rows[i].name, c->as_invalid + c->removed + c->kept, 100);
        ledger_close(&t);
    }
}

/* Ordered on the 12th, held on the 20th; the annulment before it is past. */
static void a_repeat_is_awaited_until_its_form_is_known(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_ANNUL, "s1")->effective = ledger_day("2005-03-10");
    ledger_decide(&t, CV_EFFECT_REPEAT, "s1")->effective = ledger_day("2005-03-12");
    ledger_freeze(&t);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    q.known_at = ledger_day("2005-03-15");
    ledger_ask(&t, &q);
    const cv_overlay_change *c = ledger_change(&t, "s1");
    assert_int_equal(c->now, CV_NOW_AWAITED);
    assert_int_equal(c->awaited_cap, 200);
    assert_int_equal(c->n_causes, 1);
    assert_int_equal(c->cause[0], 1);
    ledger_votes(&t, 100, 80, 20);
    assert_int_equal(t.sums.n_awaited, 2); /* s2 as well */
    assert_int_equal(t.sums.totals.registered, 650);
    q.known_at = CV_NO_DATE;
    ledger_ask(&t, &q);
    c = ledger_change(&t, "s1");
    assert_int_equal(c->now, CV_NOW_COUNTED);
    assert_int_equal(t.s.e.forms[0].copy[c->figures_row], REPEAT);
    ledger_votes(&t, 140, 140, 25);
    ledger_close(&t);
}

/* The recount of s1 became known on 5 March at 10:00; that of s0 never did. */
static void a_recount_stays_open_until_its_form_is_known(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_RECOUNT, "s1")->effective = ledger_day("2005-03-03");
    ledger_decide(&t, CV_EFFECT_RECOUNT, "s0")->effective = ledger_day("2005-03-03");
    ledger_freeze(&t);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    q.known_at = ledger_day("2005-03-05T09:59");
    ledger_ask(&t, &q);
    ledger_votes(&t, 150, 150, 30);
    assert_int_equal(ledger_change(&t, "s1")->recount_by, 0);
    assert_int_equal(ledger_change(&t, "s0")->recount_by, 1);
    assert_int_equal(ledger_change(&t, "s0")->n_causes, 0);
    q.known_at = ledger_day("2005-03-05T10:00");
    ledger_ask(&t, &q);
    ledger_votes(&t, 151, 149, 30);
    assert_null(ledger_change(&t, "s1"));
    assert_int_equal(ledger_change(&t, "s0")->recount_by, 1);
    ledger_close(&t);
}

static void what_was_not_held_is_postponed(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_POSTPONE, "s2");
    ledger_decide(&t, CV_EFFECT_POSTPONE, "s0");
    ledger_freeze(&t);
    ledger_fold(&t);
    assert_int_equal(ledger_change(&t, "s2")->now, CV_NOW_POSTPONED);
    assert_null(ledger_change(&t, "s0"));
    assert_int_equal(t.sums.n_postponed, 1);
    assert_int_equal(t.sums.n_awaited, 0);
    assert_int_equal(t.d.note[0].kind, CV_DECISION_HELD);
    ledger_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_decisions_the_papers_stand),
        cmocka_unit_test(a_correction_needs_the_old_figure),
        cmocka_unit_test(annulled_stations_leave_and_registers_stay),
        cmocka_unit_test(a_box_on_record_is_subtracted),
        cmocka_unit_test(a_box_of_unknown_content_is_an_interval),
        cmocka_unit_test(an_option_is_cancelled_in_three_ways),
        cmocka_unit_test(a_repeat_is_awaited_until_its_form_is_known),
        cmocka_unit_test(a_recount_stays_open_until_its_form_is_known),
        cmocka_unit_test(what_was_not_held_is_postponed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
