#include "country.h"

#include "check/check.h"
#include "disputes/disputes.h"
#include "read/law.h"
#include "review/contest.h"

/* Contest c0 at two stations, with the law of this name. */
static void run(cv_contest_review *out, country *t, const char *law, const char *date)
{
    cv_error err = {0};
    cv_check_result check;
    cv_contest_facts facts;
    const cv_refused_rows none = {0};
    country_freeze(t);
    cv_laws all = cv_laws_shipped(&t->keep, &t->work);
    t->e.law = cv_laws_named(&all, cv_str_of(law));
    assert_true(cv_date_parse(&t->e.date, cv_str_of(date)));
    cv_review review = {.election = &t->e, .check = &check};
    assert_int_equal(cv_check_forms(&check, &t->e, &t->keep, t->scratch, &err), CV_OK);
    cv_disputes_fold(&review.disputes, &t->e, &CV_LEDGER_QUESTION_DEFAULT, &t->keep, t->scratch);
    cv_contest_job job = {&review, {0}, &none};
    if (cv_review_contest(out, &facts, &job, &t->keep, t->scratch, &err) != CV_OK)
        fail_msg("contest: %s", err.text);
}

static const cv_law_line *line_of(const cv_contest_review *r, const char *key)
{
    for (int32_t i = 0; i < r->law.n_lines; i++)
        if (cv_str_eq(r->law.line[i].rule->key, cv_str_of(key))) return &r->law.line[i];
    fail_msg("no rule %s", key);
    return NULL;
}

/* A 1,001, B 1,000, C 7: a lead of 1 against 2,008 votes is below a thousandth. */
static void a_close_seat_is_recounted_by_law(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){600, 500, 3}, 1103);
    country_form(&t, c, 0, "s1", (cv_cell[]){401, 500, 4}, 905);
    run(&r, &t, "ca", "2011-05-02");
    const cv_law_line *l = line_of(&r, "recount.auto");
    assert_int_equal(l->answer, CV_LAW_REACHED);
    assert_int_equal(l->side[0].part, 1);
    assert_int_equal(l->side[0].whole, 2008);
    assert_int_equal((int64_t)l->side[0].left, 1000);
    assert_int_equal(line_of(&r, "annul.test")->answer, CV_LAW_NOT_REACHED); /* 0 in question */
    country_close(&t);
}

/* One of two stations is annulled: more than two fifths. The rule is used, and it was read; with
 * plain plurality the count itself does not apply it. */
static void annulled_stations_are_counted(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){600, 500, 3}, 1103);
    country_form(&t, c, 0, "s1", (cv_cell[]){401, 500, 4}, 905);
    const cv_station_ix place = {1};
    cv_decision d = CV_DECISION_DEFAULT;
    d.id = CV_STR("d1");
    d.contest = c;
    d.n_places = 1;
    d.place = &place;
    cv_build_decision(t.b, &d);
    run(&r, &t, "az-2003", "2005-11-06");
    const cv_law_line *l = line_of(&r, "void.by_stations");
    assert_int_equal(l->answer, CV_LAW_REACHED);
    assert_int_equal(l->side[0].part, 1);
    assert_int_equal(l->side[0].whole, 2);
    assert_true(l->is_used);
    assert_int_equal(r.law.n_not_read, 0);
    country_close(&t);
}

static void without_a_law_there_are_no_lines(void **state)
{
    (void)state;
    country t;
    cv_contest_review r;
    country_open(&t);
    cv_contest_ix c = country_contest(&t, "c0", 0);
    country_form(&t, c, 0, "s0", (cv_cell[]){600, 500, 3}, 1103);
    run(&r, &t, "none", "2011-05-02");
    assert_int_equal(r.law.n_lines, 0);
    assert_false(r.law.may_void);
    country_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_close_seat_is_recounted_by_law),
        cmocka_unit_test(annulled_stations_are_counted),
        cmocka_unit_test(without_a_law_there_are_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
