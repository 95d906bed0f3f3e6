/* What the tests of tally/ share: an election of a few numbers, counted. */
#ifndef CV_TEST_COUNTING_H
#define CV_TEST_COUNTING_H

#include "../../bench.h"

/* Totals of n options without blank or invalid papers: everybody registered took part. */
static inline cv_totals totals_of(const cv_count *votes, int32_t n)
{
    cv_totals t = {.n_options = n, .votes = votes};
    for (int32_t i = 0; i < n; i++) t.valid += votes[i];
    t.participants = t.box = t.registered = t.valid;
    return t;
}

static inline cv_share_test share(int64_t p, int64_t q, cv_relation relation, cv_base base)
{
    return (cv_share_test){
        {p, q},
        relation, base
    };
}

/* Counts, and fails the test with the row's name when it cannot. */
static inline cv_tally count_or_fail(bench *b, const char *row, cv_tally_task task)
{
    cv_tally out = {0};
    if (cv_tally_count(&out, &task, &b->keep, b->scratch, &b->err) != CV_OK)
        fail_msg("%s: %s", row, b->err.text);
    return out;
}

static inline void expect_int(const char *row, const char *what, int64_t found, int64_t expected)
{
    if (found != expected)
        fail_msg("%s: %s is %lld, not %lld", row, what, (long long)found, (long long)expected);
}

static inline void expect_seats(const char *row, const int32_t *found, const int32_t *expected,
                                int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (found[i] != expected[i])
            fail_msg("%s: option %d has %d seats, not %d", row, i, found[i], expected[i]);
}

#endif
