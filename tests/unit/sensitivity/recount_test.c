#include "../seat.h"

#include "sensitivity/recount.h"

static const cv_rule_set majority = {
    .engine = CV_ENGINE_TWO_ROUND,
    .n_win = 1,
    .win = {{.share = {{1, 2}, CV_ABOVE, CV_BASE_PARTICIPANTS}}},
    .runoff_top = 2,
};

/* methods.md, From findings to votes: 660 of 1300 participants is more than half; 11 fewer votes
 * are not, unless the 11 are no participants either. */
static void changed_totals_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_change z[3 + CV_CONTENT_MORE + 2];
        cv_outcome_kind kind;
    } rows[] = {
        {"nothing",                {0},                       CV_DECIDED},
        {"11 set aside",           {-11},                     CV_RUNOFF },
        {"10 set aside",           {-10},                     CV_RUNOFF },
        {"9 set aside",            {-9},                      CV_DECIDED},
        {"11 and as participants", {-11, 0, 0, 0, 0, 0, -11}, CV_DECIDED},
        {"more than there are",    {-900},                    CV_RUNOFF },
    };
    seat t;
    seat_open(&t, 3, 1, &majority);
    seat_form(&t, "s0", (cv_cell[]){660, 380, 220}, (cv_cell[]){40, 1900, 1300});
    seat_freeze(&t);
    seat_count(&t, NULL);
    cv_sensitivity_input in = seat_input(&t, NULL);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_tally out;
        cv_error err = {0};
        assert_int_equal(cv_recount(&out, &in, rows[i].z, &t.keep, t.scratch, &err), CV_OK);
        ROW_INT(rows[i].name, out.kind, rows[i].kind);
    }
    cv_tally base;
    assert_int_equal(cv_recount_base(&base, &in, &t.keep, t.scratch, NULL), CV_OK);
    assert_true(cv_tally_same(&base, &t.tally));
    seat_close(&t);
}

/* A lot broke the tie of these figures; for others it was not drawn. */
static void lots_are_not_carried_over(void **state)
{
    (void)state;
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    static const int32_t drawn[] = {1};
    seat t;
    seat_open(&t, 2, 1, &plurality);
    seat_form(&t, "s0", (cv_cell[]){50, 50}, NULL);
    cv_build_lot(t.b, t.contest, &(cv_lot){1, drawn, CV_STR("minutes")});
    seat_freeze(&t);
    seat_count(&t, NULL);
    assert_int_equal(t.tally.kind, CV_DECIDED);
    cv_sensitivity_input in = seat_input(&t, NULL);
    cv_tally base;
    assert_int_equal(cv_recount_base(&base, &in, &t.keep, t.scratch, NULL), CV_OK);
    assert_int_equal(base.kind, CV_TIE);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_totals_are_counted),
        cmocka_unit_test(lots_are_not_carried_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
