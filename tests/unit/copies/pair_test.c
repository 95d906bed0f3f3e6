#include "../seat.h"

#include "copies/pair.h"

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

typedef struct {
    seat t;
    cv_copy_pair p;
} pair;

static void pair_open(pair *x)
{
    seat_open(&x->t, 3, 1, &plurality);
}

/* The official sheet and the agents' of one station; options A, B, C, then the invalid papers. */
static void both(pair *x, const char *station, const cv_cell *a, const cv_cell *b)
{
    const cv_cell more_a[] = {a[3], 400, CV_CELL_UNREPORTED};
    const cv_cell more_b[] = {b[3], CV_CELL_UNREPORTED, CV_CELL_UNREPORTED};
    seat_form(&x->t, station, a, more_a);
    seat_form_of(&x->t, x->t.other_copy, station, b, more_b);
}

static void compare(pair *x, bool reverse)
{
    seat *t = &x->t;
    if (!t->e.n_contests) seat_freeze(t);
    const cv_forms *f = &t->e.forms[0];
    cv_sheets a = cv_sheets_of(f, t->copy.i, &t->scratch);
    cv_sheets b = cv_sheets_of(f, t->other_copy.i, &t->scratch);
    const cv_pair_task task = {f, 3, 0, 1};
    cv_pair_compare(&x->p, &task, reverse ? &b : &a, reverse ? &a : &b, &t->keep);
}

/* ---- one station ---- */

enum { BL = CV_CELL_BLANK, IL = CV_CELL_ILLEGIBLE, AB = CV_CELL_ABSENT, UN = CV_CELL_UNREPORTED };

typedef struct {
    const char *name;
    cv_cell a[4], b[4];
    int32_t n_compared, n_votes, n_cells;
    cv_count apart, ballots, lead;
    bool first, turns;
    int32_t zero; /* 1: a, 2: b */
    int32_t exchanged;
} station_row;

static const station_row stations[] = {
  /* methods.md: A 190 to 180, B 140 to 150: ten ballots, twenty votes of the lead */
    {"ten ballots",                          {190, 140, 5, 2}, {180, 150, 5, 2}, 4, 2, 2, 20,  10,  20,       false, false, 0, 0},
    {"from invalid",                         {10, 4, 0, 1},    {10, 5, 0, 0},    4, 1, 2, 1,   1,   1,        false, false, 0, 0},
    {"other lines only",                     {10, 4, 0, 1},    {10, 4, 0, 3},    4, 0, 1, 0,   2,   0,        false, false, 0, 0},
    {"another is first",                     {10, 8, 0, 0},    {10, 18, 0, 0},   4, 1, 1, 10,  10,  10,       true,  true,  0, 0},
    {"the third is first",                   {10, 8, 0, 0},    {10, 8, 50, 0},   4, 1, 1, 50,  50,  0,        true,  false, 0, 0},
    {"a tie is another first",               {10, 8, 0, 0},    {10, 10, 0, 0},   4, 1, 1, 2,   2,   2,        true,  true,  0, 0},
    {"exchanged neighbours",                 {70, 30, 4, 0},   {30, 70, 4, 0},   4, 2, 2, 80,  40,  80,       true,  true,  0, 1},
    {"exchanged over one",                   {70, 30, 4, 0},   {4, 30, 70, 0},   4, 2, 2, 132, 66,  66,       true,  true,  0, 1},
    {"two differ, not exchanged",
     {70, 30, 4, 0},
     {60, 40, 4, 0},
     4,                                                                             2,
     2,                                                                                   20,
     10,                                                                                            20,
     false,                                                                                                          false,
     0,                                                                                                                        0},
    {"zeros on the copy",                    {70, 30, 4, 0},   {0, 0, 0, 0},     4, 3, 3, 104, 104, 40,       true,  true,  2, 0},
    {"zeros on the sheet that counts",
     {0, 0, 0, 0},
     {3, 0, 0, 0},
     4,                                                                             1,
     1,                                                                                   3,
     3,                                                                                             -3,
     true,                                                                                                           true,
     1,                                                                                                                        0},
    {"blank beside zeros is no placeholder",
     {0, 0, 0, 0},
     {BL, 0, 0, 0},
     4,                                                                             1,
     1,                                                                                   0,
     0,                                                                                             CV_BLANK,
     false,                                                                                                          false,
     0,                                                                                                                        0},
    {"blank is not 5",                       {5, 9, 0, 0},     {BL, 9, 0, 0},    4, 1, 1, 0,   0,   CV_BLANK, false, false, 0, 0},
    {"blank is not illegible",
     {BL, 9, 0, 0},
     {IL, 9, 0, 0},
     4,                                                                             1,
     1,                                                                                   0,
     0,                                                                                             CV_BLANK,
     false,                                                                                                          false,
     0,                                                                                                                        0},
    {"no such line on one sheet",
     {5, 9, 0, UN},
     {6, 9, AB, 3},
     2,                                                                             1,
     1,                                                                                   1,
     1,                                                                                             -1,
     false,                                                                                                          false,
     0,                                                                                                                        0},
};

static void one_station(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(stations); i++) {
        const station_row *r = &stations[i];
        pair x;
        pair_open(&x);
        both(&x, "s0", r->a, r->b);
        compare(&x, false);
        ROW_INT(r->name, x.p.n_both, 1);
        ROW_INT(r->name, x.p.n_stations, 1);
        const cv_copy_station *s = &x.p.station[0];
        ROW_INT(r->name, s->n_compared, r->n_compared);
        ROW_INT(r->name, s->n_votes, r->n_votes);
        ROW_INT(r->name, s->n_cells, r->n_cells);
        ROW_INT(r->name, s->votes_apart, r->apart);
        ROW_INT(r->name, s->ballots, r->ballots);
        ROW_INT(r->name, s->lead_change, r->lead);
        ROW_INT(r->name, s->first_differs, r->first);
        ROW_INT(r->name, s->lead_turns, r->turns);
        ROW_INT(r->name, s->zero_a + 2 * s->zero_b, r->zero);
        ROW_INT(r->name, s->exchanged[0] >= 0, r->exchanged);
        ROW_INT(r->name, x.p.n_zero_a + x.p.n_zero_b, r->zero > 0);
        ROW_INT(r->name, x.p.votes_apart, r->zero ? 0 : r->apart);
        ROW_INT(r->name, x.p.n_votes + x.p.n_lines, r->zero ? 0 : 1);
        seat_close(&x.t);
    }
}

static void cells_are_named(void **state)
{
    (void)state;
    pair x;
    pair_open(&x);
    both(&x, "s0", (cv_cell[]){98, 145, 12, 7}, (cv_cell[]){145, 98, 120, BL});
    compare(&x, false);
    const cv_copy_cell *c = x.p.cell;
    assert_int_equal(x.p.n_cells, 4);
    assert_int_equal(c[0].option, 0);
    assert_int_equal(c[0].apart, CV_APART_ROWS);
    assert_int_equal(c[1].option, 1);
    assert_int_equal(c[1].apart, CV_APART_ROWS);
    assert_int_equal(c[2].option, 2);
    assert_int_equal(c[2].apart, CV_APART_SHIFT);
    assert_int_equal(c[3].option, -1);
    assert_int_equal(c[3].field, CV_F_INVALID);
    assert_int_equal(c[3].apart, CV_APART_STATE);
    assert_int_equal(x.p.votes_by[CV_APART_ROWS], 2);
    assert_int_equal(x.p.votes_by[CV_APART_SHIFT], 1);
    assert_int_equal(x.p.lines_by[CV_APART_STATE], 1);
    seat_close(&x.t);
}

/* ---- sums ---- */

/* Five stations: equal, A 4 fewer, B 6 fewer and C 1 more, a placeholder, zeros on both. */
static void open_five(pair *x)
{
    pair_open(x);
    both(x, "s0", (cv_cell[]){10, 20, 30, 1}, (cv_cell[]){10, 20, 30, 1});
    both(x, "s1", (cv_cell[]){10, 20, 30, 1}, (cv_cell[]){14, 20, 30, 1});
    both(x, "s2", (cv_cell[]){10, 20, 30, 1}, (cv_cell[]){10, 26, 29, 1});
    both(x, "s3", (cv_cell[]){10, 20, 30, 1}, (cv_cell[]){0, 0, 0, 0});
    both(x, "s4", (cv_cell[]){0, 0, 0, 0}, (cv_cell[]){0, 0, 0, 0});
    seat_form(&x->t, "s5", (cv_cell[]){1, 1, 1}, NULL);
    seat_form_of(&x->t, x->t.other_copy, "s6", (cv_cell[]){1, 1, 1}, NULL);
    seat_form_of(&x->t, x->t.other_copy, "s7", (cv_cell[]){1, 1, 1}, NULL);
}

static void sums_of_both_signs(void **state)
{
    (void)state;
    pair x;
    open_five(&x);
    compare(&x, false);
    assert_int_equal(x.p.n_both, 5);
    assert_int_equal(x.p.n_only_a, 1);
    assert_int_equal(x.p.n_only_b, 2);
    assert_int_equal(x.p.n_zero_a, 0);
    assert_int_equal(x.p.n_zero_b, 1);
    assert_int_equal(x.p.n_zero_both, 1);
    assert_int_equal(x.p.beside_zero_b[1], 20);
    assert_int_equal(x.p.beside_zero_a[1], 0);
    assert_int_equal(x.p.n_compared, 4 * 4);
    assert_int_equal(x.p.n_votes, 2);
    assert_int_equal(x.p.n_lines, 0);
    assert_int_equal(x.p.more[0], 0);
    assert_int_equal(x.p.fewer[0], 4);
    assert_int_equal(x.p.fewer[1], 6);
    assert_int_equal(x.p.more[2], 1);
    assert_int_equal(x.p.votes_apart, 11);
    assert_int_equal(x.p.ballots, 4 + 6);
    /* A over B: 10 - 20 beside 14 - 20, and beside 10 - 26 */
    assert_int_equal(x.p.n_lead_down, 1);
    assert_int_equal(x.p.lead_down, 4);
    assert_int_equal(x.p.n_lead_up, 1);
    assert_int_equal(x.p.lead_up, 6);
    assert_int_equal(x.p.n_first, 0);
    seat_close(&x.t);
}

static void the_other_way_round_mirrors(void **state)
{
    (void)state;
    pair x;
    open_five(&x);
    compare(&x, false);
    cv_copy_pair p = x.p;
    compare(&x, true);
    const cv_copy_pair *q = &x.p;
    assert_int_equal(q->n_only_a, p.n_only_b);
    assert_int_equal(q->n_only_b, p.n_only_a);
    assert_int_equal(q->n_zero_a, p.n_zero_b);
    assert_int_equal(q->beside_zero_a[2], 30);
    assert_int_equal(q->n_votes, p.n_votes);
    assert_int_equal(q->votes_apart, p.votes_apart);
    assert_int_equal(q->ballots, p.ballots);
    assert_int_equal(q->lead_up, p.lead_down);
    assert_int_equal(q->n_lead_up, p.n_lead_down);
    for (int32_t o = 0; o < 3; o++) {
        assert_int_equal(q->more[o], p.fewer[o]);
        assert_int_equal(q->fewer[o], p.more[o]);
    }
    assert_int_equal(q->n_stations, p.n_stations);
    for (int64_t i = 0; i < p.n_stations; i++) {
        assert_int_equal(q->station[i].row_a, p.station[i].row_b);
        assert_int_equal(q->station[i].lead_change, -p.station[i].lead_change);
        assert_int_equal(q->station[i].first_a, p.station[i].first_b);
    }
    for (int32_t k = 0; k < CV_N_APART; k++) assert_int_equal(q->votes_by[k], p.votes_by[k]);
    seat_close(&x.t);
}

static void several_sheets_of_a_station(void **state)
{
    (void)state;
    pair x;
    pair_open(&x);
    both(&x, "s0", (cv_cell[]){10, 20, 30, 1}, (cv_cell[]){10, 20, 31, 1});
    seat_form_of(&x.t, x.t.other_copy, "s0", (cv_cell[]){10, 20, 30}, NULL);
    compare(&x, false);
    assert_int_equal(x.p.n_several, 1);
    assert_int_equal(x.p.n_both, 0);
    assert_int_equal(x.p.n_stations, 0);
    seat_close(&x.t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_station),
        cmocka_unit_test(cells_are_named),
        cmocka_unit_test(sums_of_both_signs),
        cmocka_unit_test(the_other_way_round_mirrors),
        cmocka_unit_test(several_sheets_of_a_station),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
