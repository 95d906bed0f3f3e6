#include "../seat.h"

#include "copies/sheets.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

/* Official s0, s1, s3; a recount of s1, which counts; agents s3 and, twice, s0. */
static void open_case(seat *t)
{
    seat_open(t, 2, 1, &plurality);
    cv_copy_ix recount = cv_build_copy(
        t->b, &(cv_copy){.id = CV_STR("recount"), .kind = CV_COPY_RECOUNT, .counts = true});
    seat_form(t, "s0", (cv_cell[]){1, 2}, NULL);
    seat_form(t, "s1", (cv_cell[]){3, 4}, NULL);
    seat_form(t, "s3", (cv_cell[]){5, 6}, NULL);
    seat_await(t, "s2", 9);
    seat_form_of(t, recount, "s1", (cv_cell[]){4, 3}, NULL);
    seat_form_of(t, t->other_copy, "s3", (cv_cell[]){7, 8}, NULL);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){1, 2}, NULL);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){1, 3}, NULL);
    seat_freeze(t);
}

static cv_cell first_votes(const seat *t, const cv_sheets *s, int32_t i)
{
    return t->e.forms[0].votes[0][s->row[i]];
}

static void one_sheet_a_station_in_order(void **state)
{
    (void)state;
    seat t;
    open_case(&t);
    cv_sheets s = cv_sheets_of(&t.e.forms[0], -1, &t.keep);
    assert_int_equal(s.n, 3); /* s2 has no figures */
    for (int32_t i = 1; i < s.n; i++) assert_true(s.station[i - 1] < s.station[i]);
    assert_int_equal(first_votes(&t, &s, 0), 1);
    assert_int_equal(first_votes(&t, &s, 1), 4); /* the recount stands for s1 */
    assert_int_equal(first_votes(&t, &s, 2), 5);
    seat_close(&t);
}

static void a_copy_with_what_it_has(void **state)
{
    (void)state;
    seat t;
    open_case(&t);
    cv_sheets official = cv_sheets_of(&t.e.forms[0], t.copy.i, &t.keep);
    assert_int_equal(official.n, 3); /* the recounted form stays one of its sheets */
    assert_int_equal(first_votes(&t, &official, 1), 3);
    cv_sheets agents = cv_sheets_of(&t.e.forms[0], t.other_copy.i, &t.keep);
    assert_int_equal(agents.n, 2);
    assert_true(agents.row[0] < 0); /* two sheets of s0: which is meant is not known */
    assert_int_equal(first_votes(&t, &agents, 1), 7);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sheet_a_station_in_order),
        cmocka_unit_test(a_copy_with_what_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
