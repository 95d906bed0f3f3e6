#include "../row.h"

#include "tally/decided.h"

enum { N = 4 };

static const cv_option OPTIONS[N] = {
    {.kind = CV_OPTION_CANDIDATE},
    {.kind = CV_OPTION_CANDIDATE},
    {.kind = CV_OPTION_CANDIDATE, .barred = true},
    {.kind = CV_OPTION_AGAINST                          },
};
static const cv_contest CONTEST = {.seats = 1, .n_options = N, .option = OPTIONS};
static const cv_count VOTES[N] = {0, 70, 20, 10};
static const cv_sums SUMS = {
    .totals = {.n_options = N, .votes = VOTES, .registered = 900},
    .n_counted = 5,
    .n_awaited = 2,
    .n_annulled = 1
};

static void without_decisions_it_is_the_contest_as_read(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_tally_facts f = cv_tally_facts_decided(&CONTEST, NULL, &SUMS, &keep);
    assert_int_equal(f.option[0].standing, CV_SEATABLE);
    assert_int_equal(f.option[2].standing, CV_BARRED);
    assert_int_equal(f.option[3].standing, CV_AGAINST_ALL);
    assert_int_equal(f.annulled.stations, 1);
    assert_int_equal(f.annulled.all_stations, 8);
    assert_int_equal(f.annulled.all_registered, 900);
    assert_true(f.annulled.registered == CV_BLANK); /* of zero forms nobody says how many */
    cv_arena_close(&keep);
}

/* 300 of the first option's votes became invalid, or were removed; the second keeps its 70. */
static void cancelled_votes_are_told_by_where_they_went(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint8_t option[N];
        cv_overlay_cancelled cancelled;
    } rows[] = {
        {"as invalid",       {CV_CANCEL_AS_INVALID},                    {300, 0, 0} },
        {"removed",          {CV_CANCEL_REMOVED},                       {0, 300, 0} },
        {"kept in the base", {CV_CANCEL_NONE, CV_CANCEL_KEPT_IN_BASE},  {0, 0, 0}   },
        {"one of each",      {CV_CANCEL_AS_INVALID, CV_CANCEL_REMOVED}, {300, 70, 5}},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_arena keep = cv_arena_open();
        cv_overlay_contest d = CV_OVERLAY_CONTEST_NONE;
        d.option_state = rows[i].option;
        d.cancelled = rows[i].cancelled;
        cv_tally_facts f = cv_tally_facts_decided(&CONTEST, &d, &SUMS, &keep);
        ROW_INT(rows[i].name, f.cancelled.as_invalid, rows[i].cancelled.as_invalid);
        ROW_INT(rows[i].name, f.cancelled.removed, rows[i].cancelled.removed);
        ROW_INT(rows[i].name, f.cancelled.kept, rows[i].cancelled.kept);
        ROW_TRUE(rows[i].name, !f.is_void);
        d.void_by = 3;
        ROW_TRUE(rows[i].name, cv_tally_facts_decided(&CONTEST, &d, &SUMS, &keep).is_void);
        ROW_INT(rows[i].name, f.option[0].standing == CV_BARRED, rows[i].option[0] != 0);
        ROW_INT(rows[i].name, f.option[3].standing, CV_AGAINST_ALL);
        cv_arena_close(&keep);
    }
}

static void annulled_stations_are_those_of_the_decisions(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_overlay_contest d = CV_OVERLAY_CONTEST_NONE;
    d.all_stations = 8;
    d.annulled_stations = 3;
    d.all_registered = 900;
    d.annulled_registered = 310;
    cv_tally_facts f = cv_tally_facts_decided(&CONTEST, &d, &SUMS, &keep);
    assert_int_equal(f.annulled.stations, 3);
    assert_int_equal(f.annulled.registered, 310);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_decisions_it_is_the_contest_as_read),
        cmocka_unit_test(cancelled_votes_are_told_by_where_they_went),
        cmocka_unit_test(annulled_stations_are_those_of_the_decisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
