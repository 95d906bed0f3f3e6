/* Highest averages against the one-by-one way, and the theorems of divisor methods: more seats
 * never take one from anybody; votes gained by one list and lost by another never move a seat
 * the other way (Balinski and Young, Fair Representation, 1982). */
#include <stdio.h>

#include "elections.h"
#include "tally/divisor.h"

enum { CASES = 10000, LISTS = 12, SEATS = 60 };

typedef struct {
    int32_t seats[LISTS], order[SEATS];
    bool in_lot[LISTS];
    int32_t n_given, lot_seats;
} naive_result;

/* An average as a fraction v²/d² in floating point would do for a race; here in integers: is
 * the next average of a larger than that of b? By the definition of each series. */
static int compare(cv_divisors s, cv_count v, int32_t a, cv_count w, int32_t b)
{
    cv_wide vn = v, wn = w, vd, wd;
    if (v == 0 || w == 0) return (v > 0) - (w > 0);
    switch (s.kind) {
    case CV_SERIES_LINEAR:
        vd = a == 0 ? s.first : s.base + (cv_wide)s.step * a;
        wd = b == 0 ? s.first : s.base + (cv_wide)s.step * b;
        break;
    case CV_SERIES_DOUBLING:
        vd = (cv_wide)1 << a;
        wd = (cv_wide)1 << b;
        break;
    case CV_SERIES_ADAMS:
        vd = a;
        wd = b;
        break;
    case CV_SERIES_HUNTINGTON_HILL:
        vn = vn * vn;
        wn = wn * wn;
        vd = (cv_wide)a * (a + 1);
        wd = (cv_wide)b * (b + 1);
        break;
    case CV_SERIES_DEAN:
        vn *= 2 * a + 1;
        wn *= 2 * b + 1;
        vd = 2 * (cv_wide)a * (a + 1);
        wd = 2 * (cv_wide)b * (b + 1);
        break;
    default: return 0;
    }
    if (vd == 0 && wd == 0) return (v > w) - (v < w);
    if (vd == 0 || wd == 0) return vd == 0 ? 1 : -1;
    return (vn * wd > wn * vd) - (vn * wd < wn * vd);
}

/* Seat by seat, looking at every list each time. */
static naive_result one_by_one(const cv_divisor_input *in)
{
    naive_result r = {0};
    while (r.n_given < in->seats) {
        int32_t best = -1, n_best = 0;
        for (int32_t i = 0; i < in->n_lists; i++) {
            bool asks = in->votes[i] > 0 && (in->cap == 0 || r.seats[i] < in->cap);
            int order = best < 0 ? 1
                                 : compare(in->series, in->votes[i], r.seats[i], in->votes[best],
                                           r.seats[best]);
            if (!asks || order < 0) continue;
            n_best = order > 0 ? 1 : n_best + 1;
            if (order > 0) best = i;
        }
        if (best < 0) break;
        bool fits = n_best <= in->seats - r.n_given;
        int32_t seats_now[LISTS];
        for (int32_t i = 0; i < in->n_lists; i++) seats_now[i] = r.seats[i];
        for (int32_t i = 0; i < in->n_lists; i++) {
            bool asks = in->votes[i] > 0 && (in->cap == 0 || seats_now[i] < in->cap);
            if (!asks || compare(in->series, in->votes[i], seats_now[i], in->votes[best],
                                 seats_now[best]) != 0)
                continue;
            r.in_lot[i] = !fits;
            if (!fits) continue;
            r.order[r.n_given++] = i;
            r.seats[i]++;
        }
        if (!fits) {
            r.lot_seats = in->seats - r.n_given;
            break;
        }
    }
    return r;
}

static void random_input(cv_divisor_input *in, cv_count *votes, dice *d)
{
    static const cv_count scales[] = {5, 40, 1000, 50000000, CV_COUNT_MAX / LISTS};
    cv_count most = scales[pick(d, LEN(scales))];
    *in = (cv_divisor_input){.votes = votes,
                             .n_lists = 1 + (int32_t)pick(d, LISTS),
                             .seats = (int32_t)pick(d, SEATS + 1),
                             .series = CV_SERIES_NAMES[pick(d, CV_N_SERIES)].series};
    if (chance(d, 5)) in->cap = 1 + (int32_t)pick(d, 12);
    for (int32_t i = 0; i < in->n_lists; i++)
        votes[i] = i > 0 && chance(d, 6) ? votes[pick(d, i)] : pick(d, most + 1);
}

static cv_divisor_result assign(bench *b, const cv_divisor_input *in)
{
    cv_divisor_result r;
    assert_int_equal(cv_divisor_assign(&r, in, &b->keep, b->scratch, &b->err), CV_OK);
    return r;
}

static void equals_one_by_one(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {7};
    int32_t n_ties = 0;
    for (int32_t c = 0; c < CASES; c++) {
        cv_divisor_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        cv_divisor_result r = assign(&b, &in);
        naive_result n = one_by_one(&in);
        const char *name = cv_divisors_word(in.series).s;
        if (r.n_steps != n.n_given || r.lot_seats != n.lot_seats)
            fail_msg("case %d, %s: %d given and %d by lot, not %d and %d", c, name, r.n_steps,
                     r.lot_seats, n.n_given, n.lot_seats);
        for (int32_t i = 0; i < in.n_lists; i++)
            if (r.seats[i] != n.seats[i] || r.in_lot[i] != n.in_lot[i])
                fail_msg("case %d, %s: list %d has %d seats, not %d", c, name, i, r.seats[i],
                         n.seats[i]);
        for (int32_t i = 0; i < r.n_steps; i++)
            if (r.steps[i].list != n.order[i])
                fail_msg("case %d, %s: seat %d goes to %d, not %d", c, name, i, r.steps[i].list,
                         n.order[i]);
        if (r.n_steps + r.lot_seats + r.vacant != in.seats)
            fail_msg("case %d, %s: seats are lost", c, name);
        n_ties += n.lot_seats > 0;
        bench_clear(&b);
    }
    assert_true(n_ties > CASES / 100);
    bench_close(&b);
}

static void a_larger_house_takes_from_nobody(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {8};
    for (int32_t c = 0; c < CASES; c++) {
        cv_divisor_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        cv_divisor_result small = assign(&b, &in);
        in.seats++;
        cv_divisor_result large = assign(&b, &in);
        for (int32_t i = 0; i < in.n_lists; i++)
            if (large.seats[i] < small.seats[i])
                fail_msg("case %d: list %d loses a seat to a larger house", c, i);
        bench_clear(&b);
    }
    bench_close(&b);
}

/* Lots aside: seats beyond doubt, and seats beyond doubt and by any lot. */
static void gained_votes_lose_no_seat(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {9};
    for (int32_t c = 0; c < CASES; c++) {
        cv_divisor_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        int32_t up = (int32_t)pick(&d, in.n_lists), down = (int32_t)pick(&d, in.n_lists);
        if (up == down) continue;
        cv_divisor_result before = assign(&b, &in);
        votes[up] += pick(&d, votes[up] + 3);
        votes[down] -= pick(&d, votes[down] + 1);
        cv_divisor_result after = assign(&b, &in);
        int32_t up_most = after.seats[up] + after.in_lot[up];
        int32_t down_least = after.seats[down];
        if (up_most < before.seats[up] && down_least > before.seats[down] + before.in_lot[down])
            fail_msg("case %d: a seat moves from %d, which gained votes, to %d", c, up, down);
        bench_clear(&b);
    }
    bench_close(&b);
}

static void a_million_times_the_votes_give_the_same(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {10};
    for (int32_t c = 0; c < CASES / 10; c++) {
        cv_divisor_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        for (int32_t i = 0; i < in.n_lists; i++) votes[i] %= 80000;
        cv_divisor_result one = assign(&b, &in);
        for (int32_t i = 0; i < in.n_lists; i++) votes[i] *= 1000000;
        cv_divisor_result million = assign(&b, &in);
        for (int32_t i = 0; i < in.n_lists; i++) {
            assert_int_equal(one.seats[i], million.seats[i]);
            assert_int_equal(one.in_lot[i], million.in_lot[i]);
        }
        bench_clear(&b);
    }
    bench_close(&b);
}

/* 10^12 votes, 100,000 seats, every series: no product leaves its type. */
static void the_largest_numbers_fit(void **state)
{
    (void)state;
    static const cv_count votes[] = {CV_COUNT_MAX, CV_COUNT_MAX - 1, CV_COUNT_MAX, 1};
    bench b = bench_open();
    for (int32_t s = 0; s < CV_N_SERIES; s++) {
        cv_divisor_input in = {votes, 4, CV_SEATS_MAX, 0, CV_SERIES_NAMES[s].series};
        cv_divisor_result r = assign(&b, &in);
        int32_t given = r.lot_seats;
        for (int32_t i = 0; i < 4; i++) given += r.seats[i];
        assert_int_equal(given, CV_SEATS_MAX);
        bench_clear(&b);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equals_one_by_one),
        cmocka_unit_test(a_larger_house_takes_from_nobody),
        cmocka_unit_test(gained_votes_lose_no_seat),
        cmocka_unit_test(a_million_times_the_votes_give_the_same),
        cmocka_unit_test(the_largest_numbers_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
