/* What holds of every count, whatever the system (methods.md, Contract): names do not matter,
 * seats are given or left empty, the same question has the same answer. */
#include <stdio.h>
#include <string.h>

#include "elections.h"

enum { CASES = 6000 };

static cv_tally count(bench *b, election *e)
{
    cv_tally t;
    cv_tally_task task = task_of(e);
    assert_int_equal(cv_tally_count(&t, &task, &b->keep, b->scratch, &b->err), CV_OK);
    return t;
}

static void random_case(election *e, dice *d)
{
    random_election(e, d, 6, chance(d, 2) ? 20 : 100000);
    for (int32_t i = 1; i < e->n; i++)
        if (chance(d, 4)) e->votes[i] = e->votes[pick(d, i)]; /* ties everywhere */
    fill_totals(e, pick(d, 50));
}

/* place[i]: where option i stands after shuffling */
static election shuffle(const election *e, int32_t *place, dice *d)
{
    election s = *e;
    for (int32_t i = 0; i < e->n; i++) place[i] = i;
    for (int32_t i = e->n - 1; i > 0; i--) {
        int32_t j = (int32_t)pick(d, i + 1), t = place[i];
        place[i] = place[j];
        place[j] = t;
    }
    for (int32_t i = 0; i < e->n; i++) {
        s.votes[place[i]] = e->votes[i];
        s.option[place[i]] = e->option[i];
    }
    return s;
}

static bool is_winner(const cv_tally *t, int32_t option)
{
    for (int32_t i = 0; i < t->n_winners; i++)
        if (t->winner[i] == option) return true;
    return false;
}

static void names_do_not_matter(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {3};
    for (int32_t c = 0; c < CASES; c++) {
        election e, s;
        int32_t place[N_MAX];
        random_case(&e, &d);
        s = shuffle(&e, place, &d);
        cv_tally one = count(&b, &e), two = count(&b, &s);
        bool same = one.kind == two.kind && one.why == two.why && one.vacant == two.vacant &&
                    one.lot_places == two.lot_places && one.n_steps == two.n_steps &&
                    one.margin.kind == two.margin.kind && one.margin.votes == two.margin.votes &&
                    one.margin.switched == two.margin.switched &&
                    one.margin.removal == two.margin.removal &&
                    one.margin.addition == two.margin.addition;
        for (int32_t i = 0; i < e.n; i++)
            same &= one.seats[i] == two.seats[place[i]] && one.in_lot[i] == two.in_lot[place[i]] &&
                    is_winner(&one, i) == is_winner(&two, place[i]);
        if (!same) fail_msg("case %d: names matter: %s", c, describe(&e));
        bench_clear(&b);
    }
    bench_close(&b);
}

static void seats_add_up(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {4};
    for (int32_t c = 0; c < CASES; c++) {
        election e;
        random_case(&e, &d);
        cv_tally t = count(&b, &e);
        int64_t given = t.vacant, n_tied = 0;
        for (int32_t i = 0; i < e.n; i++) {
            given += t.seats[i];
            n_tied += t.in_lot[i];
            if (t.seats[i] > 0 && e.option[i].standing != CV_SEATABLE)
                fail_msg("case %d: %d sits and may not: %s", c, i, describe(&e));
        }
        if (t.lot_for == CV_LOT_FOR_SEAT) given += t.lot_places;
        if (t.lot_for == CV_LOT_FOR_LOSS) given += n_tied - t.lot_places;
        bool gives = t.kind == CV_DECIDED || (t.kind == CV_TIE && t.lot_for != CV_LOT_FOR_RUNOFF);
        if (gives && given != e.seats)
            fail_msg("case %d: %lld of %d seats: %s", c, (long long)given, e.seats, describe(&e));
        if (!gives && given != t.vacant) fail_msg("case %d: seats given: %s", c, describe(&e));
        bench_clear(&b);
    }
    bench_close(&b);
}

/* The quick way gives what the whole count gives, and twice is the same. */
static void the_same_question_has_the_same_answer(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {5};
    for (int32_t c = 0; c < CASES; c++) {
        election e;
        random_case(&e, &d);
        cv_tally one = count(&b, &e), two = count(&b, &e), quick;
        cv_tally_task task = task_of(&e);
        assert_int_equal(cv_tally_decide(&quick, &task, &b.keep, b.scratch, &b.err), CV_OK);
        assert_true(cv_tally_same(&one, &two) && cv_tally_same(&one, &quick));
        assert_int_equal(one.n_steps, quick.n_steps);
        assert_int_equal(one.n_assertions, two.n_assertions);
        for (int32_t i = 0; i < one.n_steps; i++) {
            assert_int_equal(one.step[i].option, two.step[i].option);
            assert_true(one.step[i].number == two.step[i].number);
        }
        bench_clear(&b);
    }
    bench_close(&b);
}

/* No figure of a margin is negative, a tie has margin 0, and nothing else has. */
static void only_ties_have_no_margin(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {6};
    for (int32_t c = 0; c < CASES; c++) {
        election e;
        random_case(&e, &d);
        cv_tally t = count(&b, &e);
        const cv_count m[] = {t.margin.votes, t.margin.switched, t.margin.removal,
                              t.margin.addition};
        for (int32_t i = 0; i < 4; i++) {
            bool zero = m[i] == 0, bad = m[i] < 0 && m[i] != CV_BLANK;
            if (bad || zero != (t.kind == CV_TIE))
                fail_msg("case %d: margin %lld of outcome %d: %s", c, (long long)m[i], (int)t.kind,
                         describe(&e));
        }
        assert_true((t.margin.kind == CV_MARGIN_NONE) ==
                    (m[0] == CV_BLANK && m[1] == CV_BLANK && m[2] == CV_BLANK && m[3] == CV_BLANK &&
                     t.margin.kind != CV_MARGIN_BOUND));
        bench_clear(&b);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_do_not_matter),
        cmocka_unit_test(seats_add_up),
        cmocka_unit_test(the_same_question_has_the_same_answer),
        cmocka_unit_test(only_ties_have_no_margin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
