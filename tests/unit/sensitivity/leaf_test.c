#include "../asked_seat.h"

#include "sensitivity/leaf.h"

static cv_leaf leaf_of(asked_seat *a, int32_t n)
{
    static const int32_t all[] = {0, 1, 2, 3}, first[] = {0, 0, 0, 0};
    cv_leaf leaf;
    cv_leaf_of(&leaf, &a->s, n, all, first, &a->t.keep);
    return leaf;
}

static void an_annulled_place_has_nothing_left_to_recount(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask_body(&a.t, "recount", CV_ASK_RECOUNT, 0, 0);
    seat_ask_body(&a.t, "annul", CV_ASK_ANNUL, 0, 0);
    asked_take_apart(&a);
    assert_true(a.s.issue[0].shares && a.s.issue[1].shares);
    cv_leaf leaf = leaf_of(&a, 2);
    assert_int_equal(leaf.pools.n, 0);
    assert_int_equal(leaf.z[0], -150);
    assert_int_equal(leaf.z[1], -120);
    assert_int_equal(leaf.annulled_registered, 500);
    assert_int_equal(leaf.annulled_stations, 1);
    leaf = leaf_of(&a, 1);
    assert_int_equal(leaf.pools.n, 1);
    assert_int_equal(leaf.pools.pool[0].k, 300); /* every paper of the place */
    assert_int_equal(leaf.z[0], 0);
    seat_close(&a.t);
}

static void a_place_that_two_bodies_annul_is_annulled_once(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask_body(&a.t, "one", CV_ASK_ANNUL, 0, 0);
    seat_ask_body(&a.t, "two", CV_ASK_ANNUL, 0, 0);
    asked_take_apart(&a);
    cv_leaf leaf = leaf_of(&a, 2);
    assert_int_equal(leaf.z[0], -150);
    assert_int_equal(leaf.annulled_registered, 500);
    seat_close(&a.t);
}

static void a_repeat_takes_the_old_figures_away(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask_body(&a.t, "repeat", CV_ASK_REPEAT, 0, 0);
    seat_ask_body(&a.t, "set aside", CV_ASK_REMOVE, 0, 5);
    asked_take_apart(&a);
    cv_leaf leaf = leaf_of(&a, 2);
    assert_int_equal(leaf.z[0], -150);
    assert_int_equal(leaf.pools.n, 1); /* the ballots to be set aside are gone */
    assert_true(leaf.pools.pool[0].gives && !leaf.pools.pool[0].takes);
    assert_int_equal(leaf.pools.pool[0].k, 500);
    assert_int_equal(leaf.annulled_registered, 0);
    seat_close(&a.t);
}

/* The papers that are counted again are those of the figures that stand in. */
static void other_figures_come_before_a_recount(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    cv_asked_figures agents = {
        .votes = (cv_cell[]){105, 165},
        .other = CV_CELL_UNREPORTED,
        .blank = CV_CELL_UNREPORTED,
        .invalid = 35,
        .persons = CV_CELL_UNREPORTED,
        .box = CV_CELL_UNREPORTED
    };
    cv_asked *q = seat_ask_body(&a.t, "adopt", CV_ASK_FIGURES, 0, 0);
    q->n_alternatives = 1;
    q->alternative = &agents;
    seat_ask_body(&a.t, "recount", CV_ASK_RECOUNT, 0, 0);
    asked_take_apart(&a);
    cv_leaf leaf = leaf_of(&a, 2);
    assert_int_equal(leaf.z[0], -45);
    assert_int_equal(leaf.z[1], 45);
    assert_int_equal(leaf.pools.pool[0].k, 105 + 165 + 35);
    assert_int_equal(leaf.pools.pool[0].x[1], 165);
    seat_close(&a.t);
}

static void ballots_of_one_place_are_taken_once(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask_body(&a.t, "one", CV_ASK_REMOVE, 0, 5);
    seat_ask_body(&a.t, "two", CV_ASK_REMOVE, 0, 7);
    asked_take_apart(&a);
    cv_leaf leaf = leaf_of(&a, 2);
    assert_int_equal(leaf.pools.n, 2);
    assert_ptr_equal(leaf.pools.pool[0].x, leaf.pools.pool[1].x);
    seat_close(&a.t);
}

static void a_missing_form_stays_missing_until_it_is_annulled(void **state)
{
    (void)state;
    asked_seat a;
    asked_open(&a);
    seat_ask(&a.t, 0, CV_CHANGE_CAP, 40);
    seat_ask_body(&a.t, "annul", CV_ASK_ANNUL, 0, 0);
    asked_take_apart(&a);
    assert_int_equal(leaf_of(&a, 0).pools.n, 1);
    assert_int_equal(leaf_of(&a, 1).pools.n, 0);
    seat_close(&a.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_annulled_place_has_nothing_left_to_recount),
        cmocka_unit_test(a_place_that_two_bodies_annul_is_annulled_once),
        cmocka_unit_test(a_repeat_takes_the_old_figures_away),
        cmocka_unit_test(other_figures_come_before_a_recount),
        cmocka_unit_test(ballots_of_one_place_are_taken_once),
        cmocka_unit_test(a_missing_form_stays_missing_until_it_is_annulled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
