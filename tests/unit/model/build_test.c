#include "built.h"

static void things_are_added_once_by_their_id(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    bool is_new;
    cv_station_ix s = cv_build_station(t.b, CV_STR("12/7"), &is_new);
    assert_true(is_new);
    assert_int_equal(cv_build_station(t.b, CV_STR("12/7"), &is_new).i, s.i);
    assert_false(is_new);
    assert_int_equal(cv_build_station_named(t.b, CV_STR("12/8")).i, -1);
    assert_int_equal(cv_build_contest(t.b, CV_STR("seat"), &is_new).i, t.contest.i);
    assert_false(is_new);
    assert_int_equal(cv_build_option(t.b, t.contest, CV_STR("B"), &is_new), 1);
    assert_false(is_new);
    assert_int_equal(cv_build_option_named(t.b, t.contest, CV_STR("b")), -1);
    assert_int_equal(cv_build_rule_set(t.b, &(cv_rule_set){.id = CV_STR("plurality")}), -1);
    built_close(&t);
}

static void an_option_belongs_to_its_contest(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_contest_ix other = cv_build_contest(t.b, CV_STR("other"), NULL);
    assert_int_equal(cv_build_option_named(t.b, other, CV_STR("A")), -1);
    assert_int_equal(cv_build_option(t.b, other, CV_STR("B"), NULL), 0);
    built_close(&t);
}

static void areas_of_one_name_differ_by_parent(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_area_ix north = cv_build_area(t.b, CV_NO_AREA, CV_STR("region"), CV_STR("North"));
    cv_area_ix south = cv_build_area(t.b, CV_NO_AREA, CV_STR("region"), CV_STR("South"));
    cv_area_ix a = cv_build_area(t.b, north, CV_STR("district"), CV_STR("Old Town"));
    cv_area_ix b = cv_build_area(t.b, south, CV_STR("district"), CV_STR("Old Town"));
    assert_int_not_equal(a.i, b.i);
    assert_int_equal(cv_build_area(t.b, north, CV_STR("district"), CV_STR("Old Town")).i, a.i);
    built_close(&t);
}

static void own_fields_begin_with_x_or_are_turnout(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    assert_int_equal(cv_build_field(t.b, CV_STR("signed"), CV_STR("")), CV_F_SIGNED);
    cv_field noon = cv_build_field(t.b, CV_STR("t[12:00]"), CV_STR(""));
    assert_int_equal(noon, CV_F_FIXED);
    assert_int_equal(cv_build_field(t.b, CV_STR("x_attended"), CV_STR("attended")), CV_F_FIXED + 1);
    assert_int_equal(cv_build_field(t.b, CV_STR("t[12:00]"), CV_STR("")), noon);
    assert_int_equal(cv_build_field(t.b, CV_STR("attended"), CV_STR("")), CV_F_NONE);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.field[noon].minute, 720);
    assert_string_equal(e.field[CV_F_FIXED + 1].name.s, "attended");
    built_close(&t);
}

static void refused_and_skipped_rows_are_counted_where_they_belong(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_station_ix s = cv_build_station(t.b, CV_STR("s1"), NULL);
    cv_build_refuse(t.b, &(cv_refused){t.source, 9, 2, 2, cv_message_just("'x'"), t.contest, s});
    cv_build_refuse(t.b, &(cv_refused){t.source, 4, 0, 1, cv_message_just("short"), CV_NO_CONTEST,
                                       CV_NO_STATION});
    cv_build_skip(t.b, t.source, CV_STR("blank line"), 5);
    cv_build_skip(t.b, t.source, CV_STR("total row"), 6);
    cv_build_skip(t.b, t.source, CV_STR("blank line"), 7);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.source[0].refused, 2);
    assert_int_equal(e.source[0].skipped, 3);
    assert_int_equal(e.contest[0].n_refused, 1);
    assert_int_equal(e.refused[0].line, 4); /* by place, not by arrival */
    assert_int_equal(e.n_skipped, 2);
    assert_int_equal(e.skipped[0].n, 2);
    assert_int_equal(e.skipped[0].first_line, 5);
    built_close(&t);
}

static void what_is_not_declared_is_blank(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_declare(t.b, t.contest, 1, 500, 1);
    cv_build_declare_field(t.b, t.contest, CV_F_VALID, 900);
    cv_election e = built_freeze(&t);
    const cv_declared *d = &e.contest[0].declared;
    assert_true(d->has_winners);
    assert_int_equal(d->seats[0], 0);
    assert_int_equal(d->seats[1], 1);
    assert_true(d->votes[0] == CV_BLANK);
    assert_true(d->votes[1] == 500);
    assert_true(d->total[CV_F_VALID] == 900);
    assert_true(d->total[CV_F_INVALID] == CV_BLANK);
    built_close(&t);
}

static void votes_without_seats_declare_no_winner(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_declare(t.b, t.contest, 0, 500, -1);
    cv_election e = built_freeze(&t);
    assert_false(e.contest[0].declared.has_winners);
    assert_non_null(e.contest[0].declared.votes);
    built_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(things_are_added_once_by_their_id),
        cmocka_unit_test(an_option_belongs_to_its_contest),
        cmocka_unit_test(areas_of_one_name_differ_by_parent),
        cmocka_unit_test(own_fields_begin_with_x_or_are_turnout),
        cmocka_unit_test(refused_and_skipped_rows_are_counted_where_they_belong),
        cmocka_unit_test(what_is_not_declared_is_blank),
        cmocka_unit_test(votes_without_seats_declare_no_winner),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
