#include "../asked_seat.h"

#include "sensitivity/explore.h"

typedef struct {
    cv_arena pool, scratch;
    cv_error err;
    cv_explorer e;
    cv_seen_list list;
} exploring;

/* Explores with all questions answered. */
static bool explore_all(exploring *x, asked_seat *a)
{
    static const int32_t all[] = {0, 1, 2, 3}, first[] = {0, 0, 0, 0};
    cv_leaf leaf;
    *x = (exploring){.pool = cv_arena_open(), .scratch = cv_arena_open()};
    x->e = (cv_explorer){.s = &a->s,
                         .effort = 100000,
                         .pool = &x->pool,
                         .keep = &a->t.keep,
                         .err = &x->err,
                         .status = CV_OK};
    cv_leaf_of(&leaf, &a->s, a->s.n_issues, all, first, &a->t.keep);
    return cv_explore(&x->list, &x->e, &leaf, x->scratch);
}

static void close_all(exploring *x, asked_seat *a)
{
    cv_arena_close(&x->scratch);
    cv_arena_close(&x->pool);
    seat_close(&a->t);
}

static bool has(const exploring *x, cv_outcome_kind kind, int32_t winner)
{
    for (int32_t i = 0; i < x->list.n; i++) {
        const cv_seen *s = &x->list.seen[i];
        if (s->kind == kind && (winner < 0 || (s->n_winners && s->winner[0] == winner)))
            return true;
    }
    return false;
}

/* The lead is 60: with 59 more ballots A stays, with 60 there can be a tie, with 61 B is first. */
static void many_unknown_ballots_end_in_what_they_can(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_count k;
        bool tie, b;
    } rows[] = {
        {"59", 59, false, false},
        {"60", 60, true,  false},
        {"61", 61, true,  true },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        asked_seat a;
        exploring x;
        asked_open(&a);
        seat_ask_body(&a.t, "turned away", CV_ASK_ADD, 0, rows[i].k);
        asked_take_apart(&a);
        bool proved = explore_all(&x, &a);
        ROW_TRUE(rows[i].name, has(&x, CV_DECIDED, 0));
        ROW_INT(rows[i].name, has(&x, CV_TIE, -1), rows[i].tie);
        ROW_INT(rows[i].name, has(&x, CV_DECIDED, 1), rows[i].b);
        ROW_TRUE(rows[i].name, proved == (rows[i].k == 59) || rows[i].k > 59);
        close_all(&x, &a);
    }
}

/* A third option is first only by a mixture: A 5, B 5, C 4, and four of them go. */
static void a_third_wins_by_a_mixture(void **state)
{
    (void)state;
    for (cv_count k = 3; k <= 4; k++) {
        asked_seat a = {0};
        exploring x;
        seat_open(&a.t, 3, 1, &MOST_VOTES);
        seat_form(&a.t, "s0", (cv_cell[]){5005, 5005, 5004}, (cv_cell[]){0, 20000, 15014});
        seat_freeze(&a.t);
        seat_count(&a.t, NULL);
        seat_ask_body(&a.t, "set aside", CV_ASK_REMOVE, 0, k);
        asked_take_apart(&a);
        explore_all(&x, &a);
        assert_int_equal(has(&x, CV_DECIDED, 2), k == 4);
        close_all(&x, &a);
    }
}

static void a_seat_that_a_body_voids_is_void(void **state)
{
    (void)state;
    asked_seat a;
    exploring x;
    asked_open(&a);
    seat_ask_body(&a.t, "void it", CV_ASK_VOID, -1, 0);
    asked_take_apart(&a);
    assert_true(explore_all(&x, &a));
    assert_int_equal(x.list.n, 1);
    assert_true(has(&x, CV_VOID, -1));
    assert_int_equal(x.list.seen[0].why, CV_WHY_NONE);
    close_all(&x, &a);
}

static void an_option_that_is_barred_is_not_seated(void **state)
{
    (void)state;
    asked_seat a;
    exploring x;
    asked_open(&a);
    seat_ask_body(&a.t, "bar A", CV_ASK_BAR, -1, 0)->option = 0;
    asked_take_apart(&a);
    assert_true(explore_all(&x, &a));
    assert_int_equal(x.list.n, 1);
    assert_true(has(&x, CV_DECIDED, 1));
    assert_int_equal(x.list.seen[0].votes[0], 0);
    assert_int_equal(x.list.seen[0].votes[1], 2090);
    close_all(&x, &a);
}

/* Where every content is counted, the answer is proved even if a comparison can turn. */
static void few_unknown_ballots_are_counted_in_full(void **state)
{
    (void)state;
    asked_seat a = {0};
    exploring x;
    seat_open(&a.t, 2, 1, &MOST_VOTES);
    seat_form(&a.t, "s0", (cv_cell[]){5, 4}, (cv_cell[]){0, 20, 9});
    seat_freeze(&a.t);
    seat_count(&a.t, NULL);
    seat_ask_body(&a.t, "set aside", CV_ASK_REMOVE, 0, 2);
    asked_take_apart(&a);
    assert_true(explore_all(&x, &a));
    assert_int_equal(x.list.n, 3); /* A, a tie, B */
    close_all(&x, &a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_unknown_ballots_end_in_what_they_can),
        cmocka_unit_test(a_third_wins_by_a_mixture),
        cmocka_unit_test(a_seat_that_a_body_voids_is_void),
        cmocka_unit_test(an_option_that_is_barred_is_not_seated),
        cmocka_unit_test(few_unknown_ballots_are_counted_in_full),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
