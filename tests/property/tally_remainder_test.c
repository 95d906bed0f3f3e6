/* Largest remainders against a second way of counting: each seat in turn to the list with the
 * most votes not yet used up, a seat using up one quota. Whole quotas and remainders are the
 * same thing said otherwise, as long as the quotas give no more seats than there are. */
#include <stdio.h>

#include "elections.h"
#include "tally/remainder.h"

enum { CASES = 10000, LISTS = 10 };

typedef struct {
    int32_t seats[LISTS];
    bool in_lot[LISTS];
    int32_t lot_seats;
} second_result;

static cv_wide unused(const cv_remainder_input *in, cv_quota_value q, const int32_t *seats,
                      int32_t list)
{
    return cv_times(in->votes[list], q.den) - cv_times(seats[list], q.num);
}

static int32_t most_unused(const cv_remainder_input *in, cv_quota_value q, const int32_t *seats)
{
    int32_t best = -1;
    for (int32_t i = 0; i < in->n_lists; i++)
        if (in->votes[i] > 0 && (best < 0 || unused(in, q, seats, i) > unused(in, q, seats, best)))
            best = i;
    return best;
}

static second_result second_way(const cv_remainder_input *in, cv_quota_value q)
{
    second_result r = {0};
    int32_t by_list[LISTS] = {0};
    cv_wide last = 0;
    for (int32_t s = 0; s < in->seats; s++) {
        int32_t best = most_unused(in, q, by_list);
        if (best < 0) return r;
        last = unused(in, q, by_list, best);
        by_list[best]++;
    }
    int32_t next = in->seats > 0 ? most_unused(in, q, by_list) : -1;
    bool tie = next >= 0 && unused(in, q, by_list, next) == last;
    for (int32_t i = 0; i < in->n_lists; i++) {
        r.seats[i] = by_list[i];
        if (!tie || in->votes[i] == 0) continue;
        int32_t before = by_list[i] - 1;
        bool took_last = before >= 0 && unused(in, q, by_list, i) + q.num == last;
        r.in_lot[i] = took_last || unused(in, q, by_list, i) == last;
        r.seats[i] -= took_last;
        r.lot_seats += took_last;
    }
    return r;
}

static void random_input(cv_remainder_input *in, cv_count *votes, dice *d)
{
    static const cv_count scales[] = {30, 1000, 50000000, CV_COUNT_MAX / LISTS};
    cv_count most = scales[pick(d, LEN(scales))];
    *in = (cv_remainder_input){.votes = votes,
                               .n_lists = 1 + (int32_t)pick(d, LISTS),
                               .seats = (int32_t)pick(d, 40),
                               .quota = (cv_quota)pick(d, 9),
                               .over_award = CV_OVER_SUBTRACT,
                               .repeat = true};
    for (int32_t i = 0; i < in->n_lists; i++)
        votes[i] = i > 0 && chance(d, 6) ? votes[pick(d, i)] : pick(d, most + 1);
}

static cv_remainder_result assign(bench *b, const cv_remainder_input *in)
{
    cv_remainder_result r;
    assert_int_equal(cv_remainder_assign(&r, in, &b->keep, b->scratch, &b->err), CV_OK);
    return r;
}

static void equals_the_second_way(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {17};
    int32_t compared = 0, n_ties = 0;
    for (int32_t c = 0; c < CASES; c++) {
        cv_remainder_input in;
        cv_count votes[LISTS], sum = 0;
        random_input(&in, votes, &d);
        cv_remainder_result r = assign(&b, &in);
        for (int32_t i = 0; i < in.n_lists; i++) sum += votes[i];
        if (sum > 0 && r.over == 0) {
            second_result s = second_way(&in, cv_quota_of(in.quota, sum, in.seats));
            compared++;
            n_ties += s.lot_seats > 0;
            for (int32_t i = 0; i < in.n_lists; i++)
                if (r.seats[i] != s.seats[i] || r.in_lot[i] != s.in_lot[i] ||
                    r.lot_seats != s.lot_seats)
                    fail_msg("case %d, %s: list %d has %d seats (lot %d), not %d (lot %d)", c,
                             cv_rule_word(CV_QUOTA_NAMES, (int)in.quota).s, i, r.seats[i],
                             r.lot_seats, s.seats[i], s.lot_seats);
        }
        bench_clear(&b);
    }
    assert_true(compared > CASES / 2);
    assert_true(n_ties > CASES / 200);
    bench_close(&b);
}

/* Whatever the law says of over-award, no seat is lost and nobody is below none. */
static void loses_no_seat(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {18};
    int32_t n_over = 0;
    for (int32_t c = 0; c < CASES; c++) {
        cv_remainder_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        in.over_award = chance(&d, 2) ? CV_OVER_SUBTRACT : CV_OVER_RECOMPUTE;
        in.repeat = chance(&d, 2);
        cv_remainder_result r = assign(&b, &in);
        int64_t given = r.vacant + (r.lot_takes ? -r.lot_seats : r.lot_seats);
        for (int32_t i = 0; i < in.n_lists; i++) {
            given += r.seats[i];
            assert_true(r.seats[i] >= 0);
        }
        if (given != in.seats)
            fail_msg("case %d: %lld seats given, not %d", c, (long long)given, in.seats);
        n_over += r.over > 0 || r.grown;
        bench_clear(&b);
    }
    assert_true(n_over > CASES / 200);
    bench_close(&b);
}

/* The quota grew by no more than it had to. */
static void recomputed_quota_is_the_least(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {19};
    int32_t n_grown = 0;
    for (int32_t c = 0; c < CASES; c++) {
        cv_remainder_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        in.over_award = CV_OVER_RECOMPUTE;
        cv_remainder_result r = assign(&b, &in);
        if (r.grown) {
            cv_wide less = r.quota_num - r.quota_den, at = 0, below = 0;
            for (int32_t i = 0; i < in.n_lists; i++) {
                at += cv_times(votes[i], r.quota_den) / r.quota_num;
                below += cv_times(votes[i], r.quota_den) / less;
            }
            if (at > in.seats || below <= in.seats) fail_msg("case %d: quota not the least", c);
            n_grown++;
        }
        bench_clear(&b);
    }
    assert_true(n_grown > 20);
    bench_close(&b);
}

/* Exact quotas: a million times the votes give the same seats. */
static void scale_does_not_matter(void **state)
{
    (void)state;
    bench b = bench_open();
    dice d = {20};
    for (int32_t c = 0; c < CASES / 5; c++) {
        cv_remainder_input in;
        cv_count votes[LISTS];
        random_input(&in, votes, &d);
        if (!cv_quota_is_exact(in.quota)) continue;
        for (int32_t i = 0; i < in.n_lists; i++) votes[i] %= 90000;
        cv_remainder_result one = assign(&b, &in);
        for (int32_t i = 0; i < in.n_lists; i++) votes[i] *= 1000000;
        cv_remainder_result million = assign(&b, &in);
        for (int32_t i = 0; i < in.n_lists; i++) {
            assert_int_equal(one.seats[i], million.seats[i]);
            assert_int_equal(one.in_lot[i], million.in_lot[i]);
        }
        bench_clear(&b);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equals_the_second_way),
        cmocka_unit_test(loses_no_seat),
        cmocka_unit_test(recomputed_quota_is_the_least),
        cmocka_unit_test(scale_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
