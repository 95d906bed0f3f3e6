#include "../seat.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

/* Four stations: two counted, one with a gap, one awaited with 90 registered. */
static void open_four(seat *t)
{
    seat_open(t, 2, 1, &plurality);
    seat_form(t, "s0", (cv_cell[]){10, 20}, (cv_cell[]){1, 100, 31});
    seat_form(t, "s1", (cv_cell[]){5, 7}, (cv_cell[]){CV_CELL_BLANK, 50, 12});
    seat_form(t, "s2", (cv_cell[]){3, CV_CELL_ILLEGIBLE}, (cv_cell[]){0, 40, 9});
    seat_await(t, "s3", 90);
    seat_form_of(t, t->other_copy, "s0", (cv_cell[]){11, 20}, (cv_cell[]){0, 100, 31});
    seat_freeze(t);
}

static void forms_add_up_and_gaps_are_counted(void **state)
{
    (void)state;
    seat t;
    open_four(&t);
    cv_sums s;
    cv_totals_sum(&s, &t.e, t.contest, NULL, &t.keep);
    assert_int_equal(s.totals.votes[0], 18);
    assert_int_equal(s.totals.votes[1], 27);
    assert_int_equal(s.totals.valid, 45);
    assert_int_equal(s.totals.invalid, 1);
    assert_int_equal(s.totals.participants, 52);
    assert_int_equal(s.totals.registered, 280); /* the awaited station's voters too */
    assert_int_equal(s.totals.blank, 0);        /* the forms have no such line      */
    assert_int_equal(s.n_counted, 3);
    assert_int_equal(s.n_awaited, 1);
    assert_int_equal(s.n_gaps, 1);
    assert_int_equal(s.no_invalid, 1);
    assert_int_equal(s.no_participants, 0);
    seat_close(&t);
}

static void a_total_that_no_form_states_is_blank(void **state)
{
    (void)state;
    seat t;
    seat_open(&t, 2, 1, &plurality);
    seat_form(&t, "s0", (cv_cell[]){1, 2}, NULL);
    seat_freeze(&t);
    cv_sums s;
    cv_totals_sum(&s, &t.e, t.contest, NULL, &t.keep);
    assert_int_equal(s.totals.valid, 3);
    assert_int_equal(s.totals.registered, CV_BLANK);
    assert_int_equal(s.totals.invalid, CV_BLANK);
    assert_int_equal(s.no_registered, 1);
    seat_close(&t);
}

/* Row 0 annulled, row 1 with the figures of a decision, row 3 takes those of row 4. */
static void decisions_change_what_is_added(void **state)
{
    (void)state;
    seat t;
    open_four(&t);
    const cv_cell votes[] = {6, 6};
    const cv_overlay_figures own = {.votes = votes, .invalid = 2, .registered = 50};
    cv_overlay_change changes[] = {CV_OVERLAY_CHANGE_NONE(0), CV_OVERLAY_CHANGE_NONE(1),
                                   CV_OVERLAY_CHANGE_NONE(3)};
    changes[0].now = CV_NOW_ANNULLED;
    changes[1].own = &own;
    changes[2].figures_row = 4;
    cv_overlay_contest contest = CV_OVERLAY_CONTEST_NONE;
    contest.n_changes = 3;
    contest.change = changes;
    const cv_overlay overlay = {.n_contests = 1, .contest = &contest};
    cv_sums s;
    cv_totals_sum(&s, &t.e, t.contest, &overlay, &t.keep);
    assert_int_equal(s.totals.votes[0], 6 + 3 + 11);
    assert_int_equal(s.totals.votes[1], 6 + 20);
    assert_int_equal(s.totals.invalid, 2);
    assert_int_equal(s.no_invalid, 0);
    assert_int_equal(s.totals.registered, 100 + 50 + 40 + 100); /* an annulled register stays */
    assert_int_equal(s.n_counted, 3);
    assert_int_equal(s.n_annulled, 1);
    assert_int_equal(s.n_awaited, 0);
    assert_ptr_equal(cv_counted_form_at(&t.e, t.contest, &overlay, 1).own, &own);
    assert_int_equal(cv_counted_form_at(&t.e, t.contest, &overlay, 2).figures_row, 2);
    assert_false(cv_counted_form_at(&t.e, t.contest, &overlay, 0).counts);
    seat_close(&t);
}

static void the_forms_of_one_copy_add_up(void **state)
{
    (void)state;
    seat t;
    open_four(&t);
    cv_sums s;
    cv_totals_sum_rows(&s, &t.e, t.contest, 4, 5, &t.keep);
    assert_int_equal(s.totals.votes[0], 11);
    assert_int_equal(s.n_counted, 1);
    cv_totals_sum_rows(&s, &t.e, t.contest, 0, 4, &t.keep);
    assert_int_equal(s.totals.votes[0], 18);
    assert_int_equal(s.n_counted, 3);
    seat_close(&t);
}

static void figures_of_a_form_keep_what_is_unknown(void **state)
{
    (void)state;
    seat t;
    open_four(&t);
    cv_count votes[2];
    cv_figures f = {.votes = votes};
    cv_figures_of(&f, &t.e, t.contest, cv_counted_form_at(&t.e, t.contest, NULL, 2));
    assert_int_equal(votes[0], 3);
    assert_int_equal(votes[1], CV_BLANK);
    assert_int_equal(f.registered, 40);
    cv_figures_of(&f, &t.e, t.contest, cv_counted_form_at(&t.e, t.contest, NULL, 1));
    assert_int_equal(f.invalid, CV_BLANK);
    assert_int_equal(f.blank, 0);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_add_up_and_gaps_are_counted),
        cmocka_unit_test(a_total_that_no_form_states_is_blank),
        cmocka_unit_test(decisions_change_what_is_added),
        cmocka_unit_test(the_forms_of_one_copy_add_up),
        cmocka_unit_test(figures_of_a_form_keep_what_is_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
