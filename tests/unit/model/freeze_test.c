#include "built.h"

static void expect_state(const cv_election *e, int32_t row, const char *station, int32_t line,
                         cv_form_state want)
{
    const cv_forms *f = &e->forms[0];
    ROW_STR(station, e->station[f->station[row].i].code, cv_str_of(station));
    ROW_INT(station, f->line[row], line);
    ROW_INT(station, f->state[row], want);
}

static void forms_stand_by_copy_station_and_reading_order(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_station(t.b, CV_STR("s1"), NULL); /* the list of stations came first */
    built_form(&t, "s2", 20, 1);               /* line 2 */
    built_form(&t, "s1", 10, 1);               /* line 3 */
    cv_copy_ix official = t.copy;
    t.copy = cv_build_copy(t.b, &(cv_copy){.id = CV_STR("party"), .kind = CV_COPY_AGENT});
    built_form(&t, "s1", 11, 1); /* line 4 */
    t.copy = official;
    built_form(&t, "s3", 30, 1); /* line 5 */
    cv_election e = built_freeze(&t);
    assert_int_equal(e.forms[0].n, 4);
    expect_state(&e, 0, "s1", 3, CV_FORM_COUNTED);
    expect_state(&e, 1, "s2", 2, CV_FORM_COUNTED);
    expect_state(&e, 2, "s3", 5, CV_FORM_COUNTED);
    expect_state(&e, 3, "s1", 4, CV_FORM_COPY);
    assert_int_equal(e.forms[0].votes[0][3], 11);
    built_close(&t);
}

static void the_later_version_counts_station_by_station(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    built_form(&t, "s1", 10, 1); /* version 1 */
    built_form(&t, "s2", 20, 1);
    t.copy = cv_build_copy(t.b, &(cv_copy){.id = CV_STR("final"), .version = 2, .counts = true});
    built_form(&t, "s1", 12, 1);
    cv_election e = built_freeze(&t);
    expect_state(&e, 0, "s1", 2, CV_FORM_COPY);
    expect_state(&e, 1, "s2", 3, CV_FORM_COUNTED); /* no later version of it is on record */
    expect_state(&e, 2, "s1", 4, CV_FORM_COUNTED);
    built_close(&t);
}

static void a_recount_stands_before_any_version(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    t.copy = cv_build_copy(
        t.b,
        &(cv_copy){.id = CV_STR("recount"), .kind = CV_COPY_RECOUNT, .version = 1, .counts = true});
    built_form(&t, "s1", 9, 1);
    t.copy = cv_build_copy(t.b, &(cv_copy){.id = CV_STR("late"), .version = 7, .counts = true});
    built_form(&t, "s1", 10, 1);
    cv_election e = built_freeze(&t);
    expect_state(&e, 0, "s1", 2, CV_FORM_COUNTED);
    expect_state(&e, 1, "s1", 3, CV_FORM_COPY);
    built_close(&t);
}

static const struct {
    const char *name;
    cv_duplicates rule;
    cv_cell second; /* votes of A on the second form of s1; the first has 10 */
    cv_form_state want[2];
} duplicates[] = {
    {"different figures: both count", CV_DUPLICATES_ALL,   11, {CV_FORM_COUNTED, CV_FORM_COUNTED}  },
    {"identical figures count once",  CV_DUPLICATES_ALL,   10, {CV_FORM_COUNTED, CV_FORM_DUPLICATE}},
    {"the first",                     CV_DUPLICATES_FIRST, 11, {CV_FORM_COUNTED, CV_FORM_DUPLICATE}},
    {"the last",                      CV_DUPLICATES_LAST,  11, {CV_FORM_DUPLICATE, CV_FORM_COUNTED}},
};

static void two_forms_with_one_key(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(duplicates); i++) {
        built t;
        built_open(&t);
        cv_build_head(t.b)->profile.duplicates = duplicates[i].rule;
        built_form(&t, "s1", 10, 1);
        built_form(&t, "s1", duplicates[i].second, 1);
        cv_election e = built_freeze(&t);
        for (int k = 0; k < 2; k++)
            ROW_INT(duplicates[i].name, e.forms[0].state[k], duplicates[i].want[k]);
        built_close(&t);
    }
}

static void a_repeat_vote_replaces_what_was_there_before(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    built_form(&t, "s1", 10, 1);
    const cv_form_key repeat = {
        t.contest, cv_build_station(t.b, CV_STR("s1"), NULL), t.copy, t.source, 99, true, false};
    cv_build_form(t.b, &repeat, NULL, NULL, 0);
    cv_election e = built_freeze(&t);
    expect_state(&e, 0, "s1", 2, CV_FORM_REPLACED);
    expect_state(&e, 1, "s1", 99, CV_FORM_COUNTED);
    built_close(&t);
}

static void closed_and_merged_stations_expect_no_figures(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    built_form(&t, "s1", 0, 0);
    built_form(&t, "s2", 0, 0);
    built_form(&t, "s3", 4, 0); /* merged away, yet it has votes: they are not dropped */
    built_form(&t, "s4", 50, 40);
    cv_station_ix s4 = cv_build_station_named(t.b, CV_STR("s4"));
    cv_build_station_at(t.b, cv_build_station_named(t.b, CV_STR("s1")))->closed = true;
    cv_build_station_at(t.b, cv_build_station_named(t.b, CV_STR("s2")))->merged_into = s4;
    cv_build_station_at(t.b, cv_build_station_named(t.b, CV_STR("s3")))->merged_into = s4;
    cv_election e = built_freeze(&t);
    expect_state(&e, 0, "s1", 2, CV_FORM_CLOSED);
    expect_state(&e, 1, "s2", 3, CV_FORM_CLOSED);
    expect_state(&e, 2, "s3", 4, CV_FORM_COUNTED);
    expect_state(&e, 3, "s4", 5, CV_FORM_COUNTED);
    assert_true(e.station[s4.i].is_merge_target);
    built_close(&t);
}

static void expected_stations_without_a_form_are_awaited(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    const char *listed[] = {"s1", "s2", "s3"};
    for (int i = 0; i < 3; i++)
        cv_build_expect(t.b, t.contest, cv_build_station(t.b, cv_str_of(listed[i]), NULL), 161);
    cv_build_station_at(t.b, cv_build_station_named(t.b, CV_STR("s3")))->closed = true;
    built_form(&t, "s1", 10, 1);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.contest[0].completeness, CV_COMPLETE_LISTED);
    assert_int_equal(e.forms[0].n, 2);
    expect_state(&e, 0, "s1", 2, CV_FORM_COUNTED);
    expect_state(&e, 1, "s2", 0, CV_FORM_AWAITED);
    assert_int_equal(e.forms[0].derived[CV_D_REG][1], 161);
    assert_int_equal(e.forms[0].derived[CV_D_SUM][1], CV_CELL_UNREPORTED);
    built_close(&t);
}

static void a_form_that_only_others_hold_is_awaited(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    built_form(&t, "s1", 10, 1);
    t.copy = cv_build_copy(t.b, &(cv_copy){.id = CV_STR("party"), .kind = CV_COPY_AGENT});
    built_form(&t, "s1", 10, 1);
    built_field(&t, built_form(&t, "s2", 30, 5), CV_F_REG_MAIN, 400);
    built_form(&t, "s2", 31, 5); /* twice in the party's list: still one form is awaited */
    cv_election e = built_freeze(&t);
    assert_int_equal(e.forms[0].n, 5);
    expect_state(&e, 0, "s1", 2, CV_FORM_COUNTED);
    expect_state(&e, 1, "s2", 0, CV_FORM_AWAITED);
    assert_int_equal(e.forms[0].derived[CV_D_REG][1], 400);
    assert_int_equal(e.contest[0].completeness, CV_COMPLETE_UNKNOWN);
    built_close(&t);
}

static void all_zero_is_annulled_only_where_the_case_says_so(void **state)
{
    (void)state;
    for (int annulled = 0; annulled < 2; annulled++) {
        built t;
        built_open(&t);
        cv_build_head(t.b)->profile.zero_form = annulled ? CV_ZERO_ANNULLED : CV_ZERO_COUNTS;
        built_field(&t, built_form(&t, "s1", 0, 0), CV_F_REG, 300);
        built_field(&t, built_form(&t, "s2", 0, 0), CV_F_REG, 0); /* nobody was registered */
        built_field(&t, built_form(&t, "s3", CV_CELL_BLANK, 0), CV_F_REG, 300); /* not zero */
        cv_election e = built_freeze(&t);
        expect_state(&e, 0, "s1", 2, annulled ? CV_FORM_ANNULLED : CV_FORM_COUNTED);
        expect_state(&e, 1, "s2", 3, CV_FORM_COUNTED);
        expect_state(&e, 2, "s3", 4, CV_FORM_COUNTED);
        built_close(&t);
    }
}

static void runoffs_know_each_other(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_contest_ix second = cv_build_contest(t.b, CV_STR("seat-2"), NULL);
    cv_build_contest_at(t.b, second)->rule = 0;
    cv_build_contest_at(t.b, second)->runoff_of = t.contest;
    cv_election e = built_freeze(&t);
    assert_int_equal(e.contest[t.contest.i].runoff.i, second.i);
    assert_int_equal(e.contest[second.i].runoff.i, -1);
    built_close(&t);
}

static void a_contest_without_a_rule_set_is_refused(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_contest(t.b, CV_STR("mystery"), NULL);
    cv_election e = {0};
    cv_error err = {0};
    assert_int_equal(cv_build_freeze(&e, t.b, &err), CV_E_INPUT);
    assert_string_equal(err.text, "contest 'mystery' has no rule set");
    assert_null(e.forms); /* untouched */
    built_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_stand_by_copy_station_and_reading_order),
        cmocka_unit_test(the_later_version_counts_station_by_station),
        cmocka_unit_test(a_recount_stands_before_any_version),
        cmocka_unit_test(two_forms_with_one_key),
        cmocka_unit_test(a_repeat_vote_replaces_what_was_there_before),
        cmocka_unit_test(closed_and_merged_stations_expect_no_figures),
        cmocka_unit_test(expected_stations_without_a_form_are_awaited),
        cmocka_unit_test(a_form_that_only_others_hold_is_awaited),
        cmocka_unit_test(all_zero_is_annulled_only_where_the_case_says_so),
        cmocka_unit_test(runoffs_know_each_other),
        cmocka_unit_test(a_contest_without_a_rule_set_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
