#include "../seat.h"

#include "copies/copies.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
static const cv_copies_law usual = CV_COPIES_LAW_DEFAULT;

static cv_copy_ix copy_of(seat *t, const char *id, cv_copy_kind kind, int32_t version)
{
    return cv_build_copy(t->b, &(cv_copy){.id = cv_str_of(id), .kind = kind, .version = version});
}

static void compare(cv_copies *out, seat *t, const cv_copies_law *law)
{
    const cv_copies_input in = {&t->e, t->contest, 0, 1, law};
    cv_copies_compare(out, &in, &t->keep, t->scratch);
}

static void without_copies_there_is_nothing(void **state)
{
    (void)state;
    seat t;
    cv_copies c;
    seat_open(&t, 2, 1, &plurality);
    seat_form(&t, "s0", (cv_cell[]){10, 20}, NULL);
    seat_freeze(&t);
    compare(&c, &t, &usual);
    assert_int_equal(c.n_pairs, 0);
    assert_int_equal(c.n_held, 0);
    seat_close(&t);
}

static void equal_sheets_give_nothing(void **state)
{
    (void)state;
    seat t;
    cv_copies c;
    seat_open(&t, 2, 1, &plurality);
    for (int32_t i = 0; i < 2; i++)
        seat_form_of(&t, i ? t.other_copy : t.copy, "s0", (cv_cell[]){10, 20}, NULL);
    seat_freeze(&t);
    compare(&c, &t, &usual);
    assert_int_equal(c.n_pairs, 1);
    assert_int_equal(c.pair[0].n_both, 1);
    assert_int_equal(c.pair[0].n_stations, 0);
    assert_int_equal(c.pair[0].votes_apart, 0);
    seat_close(&t);
}

/* Three copies beside the forms that count: each against these, then each other, the more trusted
 * first: posted, agents, first publication. */
static void every_pair_by_trust(void **state)
{
    (void)state;
    seat t;
    cv_copies c;
    seat_open(&t, 2, 1, &plurality);
    cv_copy_ix earlier = copy_of(&t, "first", CV_COPY_EARLIER, 0);
    cv_copy_ix posted = copy_of(&t, "door", CV_COPY_POSTED, 0);
    seat_form(&t, "s0", (cv_cell[]){10, 20}, NULL);
    seat_form_of(&t, t.other_copy, "s0", (cv_cell[]){11, 20}, NULL);
    seat_form_of(&t, earlier, "s0", (cv_cell[]){12, 20}, NULL);
    seat_form_of(&t, posted, "s0", (cv_cell[]){13, 20}, NULL);
    seat_freeze(&t);
    compare(&c, &t, &usual);
    const int32_t want[6][3] = {
        {-1,             posted.i,       -3},
        {-1,             t.other_copy.i, -1},
        {-1,             earlier.i,      -2},
        {posted.i,       t.other_copy.i, 2 },
        {posted.i,       earlier.i,      1 },
        {t.other_copy.i, earlier.i,      -1},
    };
    assert_int_equal(c.n_pairs, 6);
    for (int32_t i = 0; i < 6; i++) {
        ROW_INT("a", c.pair[i].a, want[i][0]);
        ROW_INT("b", c.pair[i].b, want[i][1]);
        ROW_INT("apart", c.pair[i].station[0].lead_change, want[i][2]);
    }
    /* An earlier publication is nobody's hand. */
    assert_int_equal(c.n_held, 3);
    assert_int_equal(c.held[0].copy, posted.i);
    assert_int_equal(c.held[1].copy, t.other_copy.i);
    assert_int_equal(c.held[2].copy, -1);
    seat_close(&t);
}

static void the_law_says_whom_to_trust(void **state)
{
    (void)state;
    seat t;
    cv_copies c;
    seat_open(&t, 2, 1, &plurality);
    cv_copy_ix posted = copy_of(&t, "door", CV_COPY_POSTED, 0);
    seat_form(&t, "s0", (cv_cell[]){10, 20}, NULL);
    seat_form_of(&t, t.other_copy, "s0", (cv_cell[]){11, 20}, NULL);
    seat_form_of(&t, posted, "s0", (cv_cell[]){13, 20}, NULL);
    seat_freeze(&t);
    const cv_copies_law agents = {
        .order = {CV_COPY_AGENT}, .n_order = 1, .open_from = CV_COPY_BIT(CV_COPY_AGENT)};
    compare(&c, &t, &agents);
    assert_int_equal(c.pair[0].b, t.other_copy.i);
    assert_int_equal(c.n_held, 1);
    assert_int_equal(c.held[0].copy, t.other_copy.i);
    seat_close(&t);
}

/* The recount counts at s0, so the first form there is compared with it. */
static void what_a_recount_replaced_is_compared(void **state)
{
    (void)state;
    seat t;
    cv_copies c;
    seat_open(&t, 2, 1, &plurality);
    cv_copy_ix recount = cv_build_copy(
        t.b, &(cv_copy){.id = CV_STR("recount"), .kind = CV_COPY_RECOUNT, .counts = true});
    seat_form(&t, "s0", (cv_cell[]){10, 20}, NULL);
    seat_form(&t, "s1", (cv_cell[]){10, 20}, NULL);
    seat_form_of(&t, recount, "s0", (cv_cell[]){15, 20}, NULL);
    seat_form_of(&t, t.other_copy, "s0", (cv_cell[]){15, 20}, NULL);
    seat_freeze(&t);
    compare(&c, &t, &usual);
    assert_int_equal(c.n_pairs, 2);
    assert_int_equal(c.pair[0].b, t.copy.i);
    assert_int_equal(c.pair[0].n_votes, 1);
    assert_int_equal(c.pair[0].station[0].lead_change, 5);
    assert_int_equal(c.pair[1].b, t.other_copy.i);
    assert_int_equal(c.pair[1].n_votes, 0);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_copies_there_is_nothing),
        cmocka_unit_test(equal_sheets_give_nothing),
        cmocka_unit_test(every_pair_by_trust),
        cmocka_unit_test(the_law_says_whom_to_trust),
        cmocka_unit_test(what_a_recount_replaced_is_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
