#include "ledger.h"

static cv_sums sums_of(ledger *t, uint64_t second)
{
    cv_sums s;
    cv_overlay_contest c = cv_disputes_reading(&t->d, t->s.contest, second, &t->s.keep);
    const cv_overlay other = {1, &c, t->d.overlay.rules};
    cv_totals_sum(&s, &t->s.e, t->s.contest, &other, &t->s.keep);
    return s;
}

/* s0 annulled by the court and confirmed by the commission, in either order. */
static void annulled_and_confirmed_are_two_readings(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t court, commission; /* ranks */
        int32_t in_force;          /* 0: the court, 1: the commission */
        cv_count first, second;    /* votes for A */
    } rows[] = {
        {"nobody ranks them",   0, 0, -1, 51,  151},
        {"equal",               2, 2, -1, 51,  151},
        {"the court is higher", 2, 1, 0,  51,  151},
        {"the other is higher", 1, 2, 1,  151, 51 },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        for (int turned = 0; turned < 2; turned++) {
            ledger t;
            ledger_open(&t);
            cv_decision *d = ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
            d->rank = rows[i].court;
            d->effective = ledger_day(turned ? "2005-03-09" : "2005-03-07");
            d = ledger_decide(&t, CV_EFFECT_CONFIRM, "s0");
            d->rank = rows[i].commission;
            d->effective = ledger_day("2005-03-08");
            ledger_freeze(&t);
            ledger_fold(&t);
            ROW_INT(rows[i].name, t.d.n_conflicts, 1);
            ROW_INT(rows[i].name, t.d.conflict[0].kind, CV_CONFLICT_CONFIRMED);
            ROW_INT(rows[i].name, t.d.conflict[0].in_force, rows[i].in_force);
            ROW_INT(rows[i].name, t.sums.totals.votes[0], rows[i].first);
            ROW_INT(rows[i].name, sums_of(&t, 0).totals.votes[0], rows[i].first);
            ROW_INT(rows[i].name, sums_of(&t, 1).totals.votes[0], rows[i].second);
            ledger_close(&t);
        }
    }
}

/* Two bodies adopt different figures for s0; the profile names them, the higher first. */
static void two_adoptions_of_two_bodies(void **state)
{
    (void)state;
    static const cv_cell figures[] = {90, 90, 20};
    static const cv_str bodies[] = {
        {"supreme_court", 13},
        {"commission",    10}
    };
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_ADOPT, "s0");
    d->body = CV_STR("Supreme Court");
    d->copy.i = AGENTS;
    d = ledger_decide(&t, CV_EFFECT_ADOPT, "s0");
    d->body = CV_STR("commission");
    d->votes = figures;
    ledger_freeze(&t);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    ledger_ask(&t, &q);
    assert_int_equal(t.d.n_conflicts, 1);
    assert_int_equal(t.d.conflict[0].in_force, -1);
    assert_int_equal(t.sums.totals.votes[0], 90 + 51); /* the later one is shown */
    assert_int_equal(sums_of(&t, 1).totals.votes[0], 98 + 51);
    q.rules.n_bodies = 2;
    q.rules.body = bodies;
    ledger_ask(&t, &q);
    assert_int_equal(t.d.conflict[0].in_force, 0);
    assert_int_equal(t.sums.totals.votes[0], 98 + 51);
    assert_int_equal(sums_of(&t, 1).totals.votes[0], 90 + 51);
    t.decision[1].body = CV_STR("Supreme Court"); /* one body corrects itself */
    ledger_ask(&t, &q);
    assert_int_equal(t.d.n_conflicts, 0);
    assert_int_equal(t.sums.totals.votes[0], 90 + 51);
    ledger_close(&t);
}

/* 100 is written, 101 is to become 60: applied or not. */
static void a_correction_that_does_not_fit_is_two_readings(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    cv_decision *d = ledger_decide(&t, CV_EFFECT_CORRECT, "s0");
    d->option = 0;
    d->old = 101;
    d->now = 60;
    ledger_freeze(&t);
    ledger_fold(&t);
    assert_int_equal(t.d.n_conflicts, 1);
    assert_int_equal(t.d.conflict[0].other, -1);
    assert_int_equal(t.sums.totals.votes[0], 151);
    assert_int_equal(sums_of(&t, 1).totals.votes[0], 111);
    ledger_decide(&t, CV_EFFECT_ANNUL, "s0"); /* then it does not matter any more */
    ledger_fold(&t);
    assert_int_equal(t.d.n_conflicts, 0);
    assert_int_equal(t.d.n_notes, 1);
    ledger_close(&t);
}

static void a_void_seat_that_is_confirmed(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_VOID, "")->rank = 1;
    ledger_decide(&t, CV_EFFECT_CONFIRM, "")->rank = 1;
    ledger_freeze(&t);
    ledger_fold(&t);
    assert_int_equal(t.d.n_conflicts, 1);
    assert_int_equal(t.d.overlay.contest[0].void_by, 0);
    assert_int_equal(cv_disputes_reading(&t.d, t.s.contest, 1, &t.s.keep).void_by, -1);
    t.decision[1].rank = 2;
    ledger_fold(&t);
    assert_int_equal(t.d.overlay.contest[0].void_by, -1);
    assert_int_equal(t.d.conflict[0].in_force, 1);
    assert_int_equal(cv_disputes_reading(&t.d, t.s.contest, 1, &t.s.keep).void_by, 0);
    ledger_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(annulled_and_confirmed_are_two_readings),
        cmocka_unit_test(two_adoptions_of_two_bodies),
        cmocka_unit_test(a_correction_that_does_not_fit_is_two_readings),
        cmocka_unit_test(a_void_seat_that_is_confirmed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
