/* Ties and lots: every lot that could be drawn completes the count, in every order, and every
 * other is refused (methods.md, Ties). */
#include <stdio.h>

#include "elections.h"

enum { CASES = 4000, DRAWS_MAX = 3 };

static cv_status count(bench *b, cv_tally *t, election *e, const cv_lot *lots, int32_t n)
{
    e->facts.lot = lots;
    e->facts.n_lots = n;
    cv_tally_task task = task_of(e);
    return cv_tally_count(t, &task, &b->keep, b->scratch, &b->err);
}

static void equal_votes(election *e, dice *d)
{
    random_election(e, d, 6, 12);
    e->rules.has_turnout_min = false;
    cv_count same = 1 + pick(d, 9);
    for (int32_t i = 0; i < e->n; i++)
        if (!chance(d, 3)) e->votes[i] = same;
    fill_totals(e, pick(d, 5));
}

/* A random subset of those who tie, as many as there are places. */
static void draw(int32_t *option, const cv_tally *t, dice *d)
{
    int32_t tied[N_MAX], n = 0;
    for (int32_t i = 0; i < t->n_options; i++)
        if (t->in_lot[i]) tied[n++] = i;
    for (int32_t i = 0; i < t->lot_places; i++) {
        int32_t j = i + (int32_t)pick(d, n - i), swap = tied[j];
        tied[j] = tied[i];
        tied[i] = swap;
        option[i] = swap;
    }
}

static void expect_refused(bench *b, election *e, const cv_lot *lots, int32_t n, int32_t number,
                           const char *why)
{
    cv_tally t;
    if (count(b, &t, e, lots, n) != CV_E_INPUT)
        fail_msg("case %d: %s was taken: %s", number, why, describe(e));
}

static void wrong_lots_are_refused(bench *b, election *e, const cv_tally *tie, const cv_lot *before,
                                   int32_t n_before, int32_t number)
{
    int32_t option[N_MAX + 1] = {0}, n = tie->lot_places, stranger = -1, first = -1;
    cv_lot lots[DRAWS_MAX + 1];
    for (int32_t i = 0; i < n_before; i++) lots[i] = before[i];
    for (int32_t i = 0; i < e->n; i++) {
        if (!tie->in_lot[i]) stranger = i;
        if (tie->in_lot[i] && first < 0) first = i;
    }
    for (int32_t i = 0; i <= n; i++) option[i] = first;
    lots[n_before] = (cv_lot){n + 1, option, CV_STR("")};
    expect_refused(b, e, lots, n_before + 1, number, "a lot of the wrong size");
    lots[n_before].n = n;
    if (n > 1) expect_refused(b, e, lots, n_before + 1, number, "a lot with one option twice");
    if (stranger < 0) return;
    option[0] = stranger;
    expect_refused(b, e, lots, n_before + 1, number, "a lot with a stranger");
}

/* Draws until the count has an outcome; then one lot more is too many. */
static int32_t draw_to_the_end(bench *b, election *e, dice *d, int32_t number)
{
    int32_t option[DRAWS_MAX][N_MAX], n = 0;
    cv_lot lots[DRAWS_MAX + 1];
    cv_tally t;
    assert_int_equal(count(b, &t, e, lots, 0), CV_OK);
    while (t.kind == CV_TIE) {
        assert_true(n < DRAWS_MAX);
        wrong_lots_are_refused(b, e, &t, lots, n, number);
        draw(option[n], &t, d);
        lots[n] = (cv_lot){t.lot_places, option[n], CV_STR("")};
        cv_lot_purpose purpose = t.lot_for;
        int32_t before[N_MAX], places = t.lot_places;
        for (int32_t i = 0; i < e->n; i++) before[i] = t.seats[i];
        if (count(b, &t, e, lots, ++n) != CV_OK) fail_msg("case %d: %s", number, b->err.text);
        assert_int_equal(t.n_lots_used, n);
        for (int32_t i = 0; i < places && purpose == CV_LOT_FOR_SEAT && e->rules.seat_cap == 0; i++)
            assert_true(t.seats[option[n - 1][i]] == before[option[n - 1][i]] + 1);
    }
    lots[n] = (cv_lot){1, (const int32_t[]){0}, CV_STR("")};
    if (t.kind != CV_INCOMPLETE) {
        expect_refused(b, e, lots, n + 1, number, "a lot that is not needed");
        if (n > 0) assert_true(t.margin.votes == 0);
    }
    return n;
}

static void every_lot_completes_the_count(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {12};
    int32_t drawn[DRAWS_MAX + 1] = {0};
    for (int32_t c = 0; c < CASES; c++) {
        election e;
        equal_votes(&e, &d);
        drawn[draw_to_the_end(&b, &e, &d, c)]++;
        bench_clear(&b);
    }
    print_message("# lots drawn: none %d, one %d, two %d\n", drawn[0], drawn[1], drawn[2]);
    assert_true(drawn[1] > CASES / 10);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_lot_completes_the_count)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
