#include "ledger.h"

#include "disputes/force.h"

/* s0 is annulled by d1; what d2.. say about it, as a chain of revocations. */
static void revoking_a_revocation_brings_the_first_back(void **state)
{
    (void)state;
    for (int32_t n = 0; n < 6; n++) {
        ledger t;
        ledger_open(&t);
        ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
        for (int32_t k = 1; k <= n; k++) ledger_decide(&t, CV_EFFECT_REVOKE, "")->revokes_seq = k;
        ledger_freeze(&t);
        ledger_fold(&t);
        assert_int_equal(t.d.overlay.contest[0].n_changes, n % 2 == 0);
        assert_int_equal(t.d.n_in_force, n % 2 == 0);
        assert_int_equal(t.d.state[0], n % 2 ? CV_EFFECT_REVOKED : CV_EFFECT_IN_FORCE);
        assert_int_equal(t.d.revoked_by[0], n % 2 ? 1 : -1);
        ledger_close(&t);
    }
}

/* Two effects of one decision; the second alone is revoked, and one with no such number. */
static void one_effect_of_several_is_revoked(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
    ledger_decide(&t, CV_EFFECT_ANNUL, "s1");
    t.decision[1].seq = 1;
    t.decision[1].position = 2;
    cv_decision *d = ledger_decide(&t, CV_EFFECT_REVOKE, "");
    d->revokes_seq = 1;
    d->revokes_position = 2;
    ledger_freeze(&t);
    ledger_fold(&t);
    assert_non_null(ledger_change(&t, "s0"));
    assert_null(ledger_change(&t, "s1"));
    t.decision[2].revokes_position = 3;
    ledger_fold(&t);
    assert_non_null(ledger_change(&t, "s1"));
    ledger_close(&t);
}

static void effects_have_their_times(void **state)
{
    (void)state;
    static const struct {
        const char *name, *recorded, *effective, *until, *known_at, *as_of;
        cv_effect_state want;
    } rows[] = {
        {"always",                    "",                 "",           "",           "",                 "",                 CV_EFFECT_IN_FORCE},
        {"known on its day",          "2005-03-02T10:00", "",           "",           "2005-03-02",       "",                 CV_EFFECT_IN_FORCE},
        {"not known before",          "2005-03-02T10:00", "",           "",           "2005-03-02T09:59", "",
         CV_EFFECT_NOT_KNOWN                                                                                                                    },
        {"later",                     "",                 "2005-03-05", "",           "",                 "2005-03-04T23:59", CV_EFFECT_LATER   },
        {"from the start of its day", "",                 "2005-03-05", "",           "",                 "2005-03-05T00:00",
         CV_EFFECT_IN_FORCE                                                                                                                     },
        {"before its end",            "",                 "",           "2005-03-09", "",                 "2005-03-08",       CV_EFFECT_IN_FORCE},
        {"ended",                     "",                 "",           "2005-03-09", "",                 "2005-03-09T00:00", CV_EFFECT_ENDED   },
        {"ended, of no day",          "",                 "",           "2005-03-09", "",                 "",                 CV_EFFECT_ENDED   },
        {"known after it took force", "2005-03-08",       "2005-03-01", "",           "2005-03-08",       "2005-03-01",
         CV_EFFECT_IN_FORCE                                                                                                                     },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        ledger t;
        ledger_open(&t);
        cv_decision *d = ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
        d->recorded = ledger_day(rows[i].recorded);
        d->effective = ledger_day(rows[i].effective);
        d->until = ledger_day(rows[i].until);
        ledger_freeze(&t);
        cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
        q.known_at = ledger_day(rows[i].known_at);
        q.as_of = ledger_day(rows[i].as_of);
        ledger_ask(&t, &q);
        ROW_INT(rows[i].name, t.d.state[0], rows[i].want);
        ROW_INT(rows[i].name, t.d.n_later, rows[i].want == CV_EFFECT_LATER);
        ledger_close(&t);
    }
}

/* A stay: a revocation that ends gives the decision its force back. */
static void a_stay_ends(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_decide(&t, CV_EFFECT_ANNUL, "s0");
    cv_decision *d = ledger_decide(&t, CV_EFFECT_REVOKE, "");
    d->revokes_seq = 1;
    d->effective = ledger_day("2005-03-05");
    d->until = ledger_day("2005-03-09");
    ledger_freeze(&t);
    cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
    static const char *const days[] = {"2005-03-04", "2005-03-06", "2005-03-09"};
    for (int i = 0; i < 3; i++) {
        q.as_of = ledger_day(days[i]);
        ledger_ask(&t, &q);
        assert_int_equal(t.d.overlay.contest[0].n_changes, i != 1);
    }
    ledger_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(revoking_a_revocation_brings_the_first_back),
        cmocka_unit_test(one_effect_of_several_is_revoked),
        cmocka_unit_test(effects_have_their_times),
        cmocka_unit_test(a_stay_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
