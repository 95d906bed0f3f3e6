#include "../seat.h"

#include "sensitivity/bounds.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
static const cv_rule_set third = {
    .engine = CV_ENGINE_PLURALITY,
    .has_min_share = true,
    .min_share = {{1, 3}, CV_AT_LEAST, CV_BASE_VALID},
};
static const cv_rule_set majority = {
    .engine = CV_ENGINE_TWO_ROUND,
    .n_win = 1,
    .win = {{.share = {{1, 2}, CV_ABOVE, CV_BASE_VALID}}},
    .runoff_top = 2,
};
static const cv_rule_set dhondt = {
    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1}
};
static const cv_rule_set hare = {.engine = CV_ENGINE_REMAINDER, .quota = CV_QUOTA_HARE};

typedef struct {
    const char *name;
    const cv_rule_set *rules;
    int32_t seats;
    cv_cell votes[3];
    cv_change_kind change;
    cv_count k;
    int32_t low[3], high[3], vacant_low, vacant_high;
} bound_row;

/* One station; k votes in question. Lists: A's second seat stands at 30, level with B's first and
 * one above C's. */
static const bound_row ROWS[] = {
    {"safe: as counted",          &plurality, 1, {50, 40, 10}, CV_CHANGE_OFF, 9,  {1, 0, 0}, {1, 0, 0}, 0, 0},
    {"two within reach",
     &plurality,
     1,                                          {50, 40, 10},
     CV_CHANGE_OFF,                                                           10,
     {0, 0, 0},
     {1, 1, 0},
     0,                                                                                                    0},
    {"moved votes reach further",
     &plurality,
     1,                                          {50, 40, 10},
     CV_CHANGE_MOVE,                                                          20,
     {0, 0, 0},
     {1, 1, 1},
     0,                                                                                                    0},
    {"the first of two is sure",
     &plurality,
     2,                                          {50, 40, 38},
     CV_CHANGE_OFF,                                                           3,
     {1, 0, 0},
     {1, 1, 1},
     0,                                                                                                    0},
    {"nobody by the share",       &third,     1, {35, 33, 32}, CV_CHANGE_OFF, 3,  {0, 0, 0}, {1, 1, 1}, 0, 1},
    {"a run-off within reach",
     &majority,
     1,                                          {52, 30, 18},
     CV_CHANGE_OFF,                                                           5,
     {0, 0, 0},
     {1, 0, 0},
     0,                                                                                                    1},
    {"the last seat of a list",
     &dhondt,
     3,                                          {60, 30, 29},
     CV_CHANGE_OFF,                                                           2,
     {1, 0, 0},
     {2, 1, 1},
     0,                                                                                                    0},
    {"a list's seat and more",
     &dhondt,
     3,                                          {60, 30, 29},
     CV_CHANGE_ADD,                                                           1,
     {1, 0, 0},
     {2, 1, 1},
     0,                                                                                                    0},
    {"remainders: at most one",
     &hare,
     3,                                          {50, 30, 10},
     CV_CHANGE_OFF,                                                           15,
     {1, 0, 0},
     {3, 2, 1},
     0,                                                                                                    0},
};

static void bounds_hold_what_can_be(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        const bound_row *r = &ROWS[i];
        seat t;
        seat_open(&t, 3, r->seats, r->rules);
        seat_form(&t, "s0", r->votes, NULL);
        seat_freeze(&t);
        seat_count(&t, NULL);
        seat_ask(&t, 0, r->change, r->k);
        cv_sensitivity s = seat_sensitivity(&t);
        for (int32_t o = 0; o < 3; o++) {
            ROW_INT(r->name, s.seats_low[o], r->low[o]);
            ROW_INT(r->name, s.seats_high[o], r->high[o]);
            ROW_INT(r->name, s.missing_low[o], t.tally.seats[o]); /* nothing is missing */
        }
        ROW_INT(r->name, s.vacant_low, r->vacant_low);
        ROW_INT(r->name, s.vacant_high, r->vacant_high);
        seat_close(&t);
    }
}

static void a_fall_reaches_from_its_need_on(void **state)
{
    (void)state;
    cv_weights w = {.need = 26};
    assert_false(cv_fall_reaches((cv_fall){25, false}, &w));
    assert_true(cv_fall_reaches((cv_fall){26, false}, &w));
    assert_true(cv_fall_reaches((cv_fall){1, true}, &w));
    w.need = 0; /* a tie that a lot broke: nothing open leaves it as it is */
    assert_false(cv_fall_reaches((cv_fall){0, false}, &w));
    assert_true(cv_fall_reaches((cv_fall){1, false}, &w));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_hold_what_can_be),
        cmocka_unit_test(a_fall_reaches_from_its_need_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
