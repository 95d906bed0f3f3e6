#include "country.h"

#include "check/check.h"
#include "disputes/disputes.h"
#include "review/contest.h"

static void run(cv_contest_review *out, cv_contest_facts *facts, country *t)
{
    cv_error err = {0};
    cv_check_result check;
    cv_review review = {.election = &t->e, .check = &check};
    const cv_refused_rows none = {0};
    if (cv_check_forms(&check, &t->e, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("check: %s", err.text);
    cv_disputes_fold(&review.disputes, &t->e, &CV_LEDGER_QUESTION_DEFAULT, &t->keep, t->scratch);
    cv_contest_job job = {&review, {0}, &none};
    if (cv_review_contest(out, facts, &job, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("contest: %s", err.text);
}

/* Summed A is first; annulling s1 makes it B. */
static void decisions_make_a_second_count(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    cv_contest_facts f;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){50, 60, 1}, 111);
    country_form(&t, c, 0, "s1", (cv_cell[]){30, 10, 1}, 41);
    const cv_station_ix place = {1};
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("d1");
    d.contest = c;
    d.n_places = 1;
    d.place = &place;
    cv_build_decision(t.b, &d);
    country_freeze(&t);
    run(&r, &f, &t);
    assert_int_equal(r.summed.totals.votes[0], 80);
    assert_int_equal(r.summed_tally.winner[0], 0);
    assert_int_equal(r.decided.totals.votes[0], 50);
    assert_int_equal(r.tally.winner[0], 1);
    assert_true(f.decisions_change);
    assert_int_equal(r.n_decisions, 1);
    assert_int_equal(r.n_changed_forms, 1);
    country_close(&t);
}

static void findings_become_votes_in_question(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    cv_contest_facts f;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){50, 40, 1}, 88); /* C306: 3 more votes than voters */
    country_freeze(&t);
    run(&r, &f, &t);
    assert_int_equal(r.sensitivity.lead, 10);
    assert_int_equal(r.sensitivity.contradicted, 3);
    assert_int_equal(r.sensitivity.fall, 3);
    assert_int_equal(r.sensitivity.reach, CV_REACH_NOTHING);
    country_close(&t);
}

static void other_holders_are_counted_and_summed(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    cv_contest_facts f;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){50, 40, 1}, 91);
    country_form(&t, c, 0, "s1", (cv_cell[]){50, 40, 1}, 91);
    country_form(&t, c, 0, "s2", (cv_cell[]){50, 40, 1}, 91);
    country_form(&t, c, 1, "s1", (cv_cell[]){49, 41, 1}, 91);
    country_form(&t, c, 2, "s2", (cv_cell[]){50, 40, 1}, 91); /* the same body, earlier */
    country_freeze(&t);
    run(&r, &f, &t);
    assert_int_equal(f.n_without_copy, 2);
    assert_int_equal(f.n_copy_sums, 3);
    assert_int_equal(f.copy_sums[1].copy.i, 1);
    assert_int_equal(f.copy_sums[1].sums.totals.votes[1], 41);
    assert_false(f.all_recounts);
    assert_int_equal(r.sensitivity.fall, 2); /* agents: one vote moved from A to B */
    country_close(&t);
}

static void declared_votes_are_counted_too(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    cv_contest_facts f;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){50, 40, 1}, 91);
    for (int32_t o = 0; o < 3; o++) cv_build_declare(t.b, c, o, 40 + o, -1);
    country_freeze(&t);
    run(&r, &f, &t);
    assert_true(r.has_declared_tally);
    assert_int_equal(r.declared_tally.winner[0], 2);
    assert_int_equal(r.tally.winner[0], 0);
    country_close(&t);
}

/* A lot that no tie needs is set aside, and said. */
static void a_lot_that_does_not_fit_is_not_used(void **state)
{
    (void)state;
    static const int32_t drawn[] = {1};
    country t;
    cv_contest_review r;
    cv_contest_facts f;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){50, 40, 1}, 91);
    cv_build_lot(t.b, c, &(cv_lot){1, drawn, CV_STR("minutes")});
    country_freeze(&t);
    run(&r, &f, &t);
    assert_true(f.lot_unused);
    assert_int_equal(r.tally.winner[0], 0);
    country_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decisions_make_a_second_count),
        cmocka_unit_test(findings_become_votes_in_question),
        cmocka_unit_test(other_holders_are_counted_and_summed),
        cmocka_unit_test(declared_votes_are_counted_too),
        cmocka_unit_test(a_lot_that_does_not_fit_is_not_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
