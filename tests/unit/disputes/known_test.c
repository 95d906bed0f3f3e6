#include "ledger.h"

#include "disputes/known.h"

static cv_known at(const ledger *t, const char *station, const char *known_at)
{
    int32_t s = 0;
    while (!cv_str_eq(t->s.e.station[s].code, cv_str_of(station))) s++;
    return (cv_known){&t->s.e, &t->s.e.forms[0], s, ledger_day(known_at)};
}

/* The copy of a row; -1: no row. */
static int32_t copy_of(const ledger *t, int32_t row)
{
    return row < 0 ? -1 : t->s.e.forms[0].copy[row];
}

static void the_base_is_what_was_known_and_prevails(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    cv_known k = at(&t, "s1", "");
    assert_int_equal(copy_of(&t, cv_known_base(&k)), RECOUNT);
    k = at(&t, "s1", "2005-03-05T09:59");
    assert_int_equal(copy_of(&t, cv_known_base(&k)), OFFICIAL);
    k = at(&t, "s0", "");
    assert_int_equal(copy_of(&t, cv_known_base(&k)), OFFICIAL); /* never the agents' */
    assert_int_equal(copy_of(&t, cv_known_of_copy(&k, AGENTS)), AGENTS);
    k = at(&t, "s2", "");
    assert_int_equal(cv_known_base(&k), -1);
    ledger_close(&t);
}

static void repeats_and_recounts_are_found_by_their_time(void **state)
{
    (void)state;
    ledger t;
    ledger_open(&t);
    ledger_freeze(&t);
    cv_known k = at(&t, "s1", "");
    assert_int_equal(copy_of(&t, cv_known_repeat(&k, CV_NO_DATE)), REPEAT);
    assert_int_equal(cv_known_repeat(&k, ledger_day("2005-03-21")), -1);
    assert_true(cv_known_recount(&k, ledger_day("2005-03-05")));
    assert_false(cv_known_recount(&k, ledger_day("2005-03-06")));
    k = at(&t, "s1", "2005-03-20T22:59");
    assert_int_equal(cv_known_repeat(&k, CV_NO_DATE), -1);
    ledger_close(&t);
}

/* Three versions of one published form, with the times of publication: the latest counts. */
static void versions_of_one_copy_follow_their_times(void **state)
{
    (void)state;
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    static const char *const times[] = {"2005-02-28", "2005-03-03", "2005-03-01"};
    seat t;
    seat_open(&t, 1, 1, &plurality);
    for (int i = 0; i < 3; i++) {
        const cv_date time = ledger_day(times[i]);
        const cv_slot slot = {CV_F_NONE, 0};
        const cv_cell cell = 10 + i;
        const cv_form_key key = {.contest = t.contest,
                                 .station = cv_build_station(t.b, CV_STR("s"), NULL),
                                 .copy = t.copy,
                                 .source = t.source,
                                 .line = i + 2,
                                 .recorded = &time};
        cv_build_form(t.b, &key, &slot, &cell, 1);
    }
    seat_freeze(&t);
    static const struct {
        const char *known_at;
        int32_t votes;
    } rows[] = {
        {"",           11},
        {"2005-03-02", 12},
        {"2005-02-28", 10},
        {"2005-02-27", 0 },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_disputes d;
        cv_ledger_question q = CV_LEDGER_QUESTION_DEFAULT;
        q.known_at = ledger_day(rows[i].known_at);
        cv_disputes_fold(&d, &t.e, &q, &t.keep, t.scratch);
        seat_count(&t, &d.overlay);
        ROW_INT(rows[i].known_at, t.sums.totals.votes[0], rows[i].votes);
        ROW_INT(rows[i].known_at, t.sums.n_counted, rows[i].votes > 0);
        ROW_INT(rows[i].known_at, t.sums.n_awaited, rows[i].votes == 0);
    }
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_base_is_what_was_known_and_prevails),
        cmocka_unit_test(repeats_and_recounts_are_found_by_their_time),
        cmocka_unit_test(versions_of_one_copy_follow_their_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
