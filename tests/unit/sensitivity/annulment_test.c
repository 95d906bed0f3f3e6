#include "../seat.h"

#include "sensitivity/annulment.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

/* Leads of A over B: 100, 60, 10, -130, 20; A ahead by 60 in all. */
static void open_five(seat *t, bool with_register)
{
    static const cv_cell votes[5][3] = {
        {400, 300, 50},
        {350, 290, 20},
        {250, 240, 30},
        {200, 330, 10},
        {220, 200, 10}
    };
    static const cv_cell registered[5] = {1000, 800, 600, 700, 500};
    static const char *const codes[5] = {"s1", "s2", "s3", "s4", "s5"};
    seat_open(t, 3, 1, &plurality);
    for (int32_t i = 0; i < 5; i++)
        seat_form(
            t, codes[i], votes[i],
            (cv_cell[]){5, with_register ? registered[i] : CV_CELL_UNREPORTED, CV_CELL_UNREPORTED});
    seat_freeze(t);
    seat_count(t, NULL);
}

static cv_annulment_set find(seat *t, int64_t effort)
{
    cv_annulment_set out;
    cv_error err = {0};
    cv_sensitivity_input in = seat_input(t, NULL);
    in.effort = effort;
    if (cv_annulment_find(&out, &in, &t->keep, t->scratch, &err) != CV_OK) fail_msg("%s", err.text);
    return out;
}

/* s2 alone makes a tie, s1 alone a change (1,000 registered); s2 and s3 hold 1,400, s2 and s5
 * 1,300: s1 is the cheapest. */
static void one_station_is_enough(void **state)
{
    (void)state;
    seat t;
    open_five(&t, true);
    cv_annulment_set a = find(&t, CV_EFFORT_DEFAULT);
    assert_int_equal(a.n_tie, 1);
    assert_int_equal(a.n_change, 1);
    assert_int_equal(a.row[0], 0);
    assert_true(a.proved);
    assert_int_equal(a.registered, 1000);
    assert_int_equal(a.fewest_registered, 1000);
    assert_int_equal(a.fewest_registered_low, 1000);
    assert_int_equal(a.all_registered, 3600);
    assert_int_equal(a.winner, 0);
    assert_int_equal(a.loser, 1);
    seat_close(&t);
}

static void without_registers_there_are_no_voters_to_count(void **state)
{
    (void)state;
    seat t;
    open_five(&t, false);
    cv_annulment_set a = find(&t, CV_EFFORT_DEFAULT);
    assert_int_equal(a.n_change, 1);
    assert_int_equal(a.registered, CV_BLANK);
    assert_int_equal(a.fewest_registered, CV_BLANK);
    seat_close(&t);
}

/* Annulling can only take lead away where there is one: A leads everywhere. */
static void nothing_but_a_tie_of_nobody_is_left(void **state)
{
    (void)state;
    seat t;
    seat_open(&t, 2, 1, &plurality);
    seat_form(&t, "s0", (cv_cell[]){5, 2}, (cv_cell[]){0, 10, 7});
    seat_form(&t, "s1", (cv_cell[]){6, 3}, (cv_cell[]){0, 10, 9});
    seat_freeze(&t);
    seat_count(&t, NULL);
    cv_annulment_set a = find(&t, CV_EFFORT_DEFAULT);
    assert_int_equal(a.n_tie, 2);
    assert_int_equal(a.n_change, -1);
    assert_true(a.proved);
    assert_int_equal(a.fewest_registered, CV_BLANK);
    seat_close(&t);
}

static void little_effort_claims_little(void **state)
{
    (void)state;
    seat t;
    open_five(&t, true);
    cv_annulment_set a = find(&t, 1);
    assert_int_equal(a.n_change, 1);
    assert_false(a.proved); /* C was not looked at */
    seat_close(&t);
}

/* s1 set aside by a decision: A leads by -40; B is first, and s4 is what B rests on. */
static void decided_figures_are_weighed(void **state)
{
    (void)state;
    seat t;
    open_five(&t, true);
    cv_overlay_change change = CV_OVERLAY_CHANGE_NONE(0);
    change.now = CV_NOW_ANNULLED;
    cv_overlay_contest contest = CV_OVERLAY_CONTEST_NONE;
    contest.n_changes = 1;
    contest.change = &change;
    const cv_overlay overlay = {.n_contests = 1, .contest = &contest};
    seat_count(&t, &overlay);
    cv_annulment_set out;
    cv_sensitivity_input in = seat_input(&t, &overlay);
    in.effort = CV_EFFORT_DEFAULT;
    assert_int_equal(cv_annulment_find(&out, &in, &t.keep, t.scratch, NULL), CV_OK);
    assert_int_equal(out.n_change, 1);
    assert_int_equal(out.row[0], 3);
    assert_int_equal(out.winner, 1);
    seat_close(&t);
}

/* A leads by 100: 120, 60, 10, -130 and 40, with 1,500, 800, 600, 700 and 500 of 4,100 voters. The
 * first alone turns it with the fewest voters: more than a third of them, less than two fifths. */
static void annulling_enough_may_leave_the_seat_empty(void **state)
{
    (void)state;
    static const cv_cell votes[5][2] = {
        {420, 300},
        {350, 290},
        {250, 240},
        {200, 330},
        {240, 200}
    };
    static const cv_cell registered[] = {1500, 800, 600, 700, 500};
    static const struct {
        const char *name;
        cv_stations_test test;
        int32_t n_tests;
        bool may;
        cv_trap trap;
    } rows[] = {
        {"no rule",                       {{1, 3}, CV_ABOVE, false},   0, false, CV_TRAP_NONE    },
        {"more than a third, must",       {{1, 3}, CV_ABOVE, false},   1, false, CV_TRAP_VOIDS   },
        {"more than a third, may",        {{1, 3}, CV_ABOVE, false},   1, true,  CV_TRAP_MAY_VOID},
        {"two fifths of the voters",      {{2, 5}, CV_ABOVE, false},   1, false, CV_TRAP_ELECTS  },
        {"a fifth of the stations, just", {{1, 5}, CV_AT_LEAST, true}, 1, false, CV_TRAP_VOIDS   },
        {"more than a fifth of them",     {{1, 5}, CV_ABOVE, true},    1, false, CV_TRAP_ELECTS  },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        seat t;
        cv_rule_set rules = {.engine = CV_ENGINE_PLURALITY,
                             .n_void_stations = rows[i].n_tests,
                             .void_stations = {rows[i].test},
                             .void_stations_may = rows[i].may};
        seat_open(&t, 2, 1, &rules);
        for (int32_t s = 0; s < 5; s++)
            seat_form(&t, (const char *[]){"s1", "s2", "s3", "s4", "s5"}[s], votes[s],
                      (cv_cell[]){0, registered[s], votes[s][0] + votes[s][1]});
        seat_freeze(&t);
        cv_option_facts plain[2] = {{0}};
        cv_tally_facts facts = {
            .option = plain, .annulled = {0, 5, 0, 4100}
        };
        cv_totals_sum(&t.sums, &t.e, t.contest, NULL, &t.keep);
        cv_tally_task task = {&t.sums.totals, 1, &t.e.rule_set[0], &facts};
        assert_int_equal(cv_tally_count(&t.tally, &task, &t.keep, t.scratch, NULL), CV_OK);
        cv_annulment_set out;
        cv_sensitivity_input in = seat_input(&t, NULL);
        in.effort = CV_EFFORT_DEFAULT;
        in.facts = &facts;
        assert_int_equal(cv_annulment_find(&out, &in, &t.keep, t.scratch, NULL), CV_OK);
        ROW_INT(rows[i].name, out.trap, rows[i].trap);
        ROW_INT(rows[i].name, out.n_cheapest, 1);
        ROW_INT(rows[i].name, out.cheapest[0], 0);
        ROW_INT(rows[i].name, out.cheapest_registered, 1500);
        seat_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_station_is_enough),
        cmocka_unit_test(without_registers_there_are_no_voters_to_count),
        cmocka_unit_test(nothing_but_a_tie_of_nobody_is_left),
        cmocka_unit_test(little_effort_claims_little),
        cmocka_unit_test(decided_figures_are_weighed),
        cmocka_unit_test(annulling_enough_may_leave_the_seat_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
