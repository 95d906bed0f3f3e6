#include "country.h"

#include "disputes/disputes.h"
#include "review/readings.h"
#include "tally/decided.h"
#include "tally/tally.h"
#include "tally/totals.h"

/* s0: A 50, B 60; s1: A 30, B 10. Together A 80, B 70; without s1 it is B. */
typedef struct {
    country t;
    cv_contest_ix c;
    int32_t n;
    cv_decision d[4];
    cv_review review;
    cv_tally tally;
} bench;

static const cv_station_ix PLACE = {1};

static cv_decision *decide(bench *b, cv_effect_kind effect)
{
    cv_decision *d = &b->d[b->n];
    *d = CV_DECISION_DEFAULT;
    d->seq = ++b->n;
    d->position = 1;
    d->effect = effect;
    d->contest = b->c;
    d->n_places = 1;
    d->place = &PLACE;
    return d;
}

static void open_bench(bench *b)
{
    *b = (bench){0};
    country_open(&b->t);
    b->c = country_contest(&b->t, "c0", 0);
    country_form(&b->t, b->c, 0, "s0", (cv_cell[]){50, 60, 1}, 111);
    country_form(&b->t, b->c, 0, "s1", (cv_cell[]){30, 10, 1}, 41);
    country_freeze(&b->t);
}

static cv_readings compared(bench *b)
{
    cv_readings r;
    cv_error err = {0};
    cv_sums sums;
    const cv_contest *contest = &b->t.e.contest[b->c.i];
    b->t.e.decision = b->d;
    b->t.e.n_decisions = b->n;
    b->review = (cv_review){.election = &b->t.e};
    cv_disputes *d = &b->review.disputes;
    cv_disputes_fold(d, &b->t.e, &CV_LEDGER_QUESTION_DEFAULT, &b->t.keep, b->t.scratch);
    cv_totals_sum(&sums, &b->t.e, b->c, &d->overlay, &b->t.keep);
    cv_tally_facts facts =
        cv_tally_facts_decided(contest, &d->overlay.contest[b->c.i], &sums, &b->t.keep);
    cv_tally_task task = {&sums.totals, contest->seats, &b->t.e.rule_set[contest->rule], &facts};
    if (cv_tally_count(&b->tally, &task, &b->t.keep, b->t.scratch, &err) != CV_OK ||
        cv_readings_compare(&r, &b->review, b->c, &b->tally, b->t.scratch, &err) != CV_OK)
        fail_msg("%s", err.text);
    return r;
}

static void two_bodies_decide_who_is_first(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    decide(&b, CV_EFFECT_ANNUL);
    decide(&b, CV_EFFECT_CONFIRM);
    cv_readings r = compared(&b);
    assert_int_equal(r.n_open, 1);
    assert_true(r.differ);
    assert_int_equal(b.tally.winner[0], 1);
    b.d[0].rank = 2; /* the annulling body is the higher one: nothing is open */
    b.d[1].rank = 1;
    r = compared(&b);
    assert_int_equal(r.n_open, 0);
    assert_false(r.differ);
    country_close(&b.t);
}

/* 31 is to become 25 where 30 stands: A keeps 75 or 80 against 70. To become 15: 65. */
static void a_correction_that_does_not_fit_may_not_matter(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_cell now;
        bool differ;
    } rows[] = {
        {"A stays first", 25, false},
        {"a tie",         20, true },
        {"B is first",    15, true },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        bench b;
        open_bench(&b);
        cv_decision *d = decide(&b, CV_EFFECT_CORRECT);
        d->option = 0;
        d->old = 31;
        d->now = rows[i].now;
        cv_readings r = compared(&b);
        ROW_INT(rows[i].name, r.n_open, 1);
        ROW_INT(rows[i].name, r.differ, rows[i].differ);
        country_close(&b.t);
    }
}

static void void_by_decision_is_its_own_outcome(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    decide(&b, CV_EFFECT_VOID)->n_places = 0;
    cv_readings r = compared(&b);
    assert_int_equal(b.tally.kind, CV_VOID);
    assert_int_equal(b.tally.why, CV_WHY_DECISION);
    assert_int_equal(b.tally.n_winners, 0);
    assert_int_equal(r.n_open, 0);
    decide(&b, CV_EFFECT_CONFIRM)->n_places = 0;
    r = compared(&b);
    assert_int_equal(r.n_open, 1);
    assert_true(r.differ);
    country_close(&b.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_bodies_decide_who_is_first),
        cmocka_unit_test(a_correction_that_does_not_fit_may_not_matter),
        cmocka_unit_test(void_by_decision_is_its_own_outcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
