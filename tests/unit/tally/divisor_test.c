#include "counting.h"

#include "tally/divisor.h"

/* Each row is an assignment that a person can redo on paper. */
static const struct {
    const char *name;
    const cv_divisors *series;
    int32_t n, seats, cap;
    cv_count votes[8];
    int32_t expect[8];
    int32_t lot_seats, vacant;
} rows[] = {
    {"d'Hondt",                             &CV_DHONDT,          4, 7,   0, {340, 280, 160, 60},              {3, 3, 1, 0}, 0, 0},
    {"Sainte-Laguë helps small",
     &CV_SAINTE_LAGUE,
     4,                                                             7,
     0,                                                                     {340, 280, 160, 60},
     {3, 2, 1, 1},
     0,                                                                                                                        0},
    {"tie with room for both",              &CV_DHONDT,          2, 2,   0, {100, 100},                       {1, 1},       0, 0},
    {"tie for the last seat",               &CV_DHONDT,          2, 3,   0, {100, 100},                       {1, 1},       1, 0},
    {"tie from the start",                  &CV_DHONDT,          3, 2,   0, {7, 7, 7},                        {0, 0, 0},    2, 0},
    {"tie of a first and a second average", &CV_DHONDT,          2, 2,   0, {100, 50},                        {1, 0},       1, 0},
    {"the same with a seat more",           &CV_DHONDT,          2, 3,   0, {100, 50},                        {2, 1},       0, 0},
    {"nobody voted",                        &CV_DHONDT,          2, 3,   0, {0, 0},                           {0, 0},       0, 3},
    {"no list",                             &CV_DHONDT,          0, 3,   0, {0},                              {0},          0, 3},
    {"no seat",                             &CV_DHONDT,          2, 0,   0, {5, 4},                           {0, 0},       0, 0},
    {"no vote, no seat",                    &CV_SAINTE_LAGUE,    2, 5,   0, {9, 0},                           {5, 0},       0, 0},
    {"one vote in 10^12 decides",
     &CV_DHONDT,
     2,                                                             1,
     0,                                                                     {CV_COUNT_MAX, CV_COUNT_MAX - 1},
     {1, 0},
     0,                                                                                                                        0},
    {"cap: the rest goes on",               &CV_DHONDT,          3, 7,   3, {700, 80, 60},                    {3, 2, 2},    0, 0},
    {"cap not reached",                     &CV_DHONDT,          3, 7,   7, {700, 80, 60},                    {7, 0, 0},    0, 0},
    {"all at the cap",                      &CV_DHONDT,          2, 7,   2, {700, 80},                        {2, 2},       0, 3},
    {"Macau: 1, 2, 4",                      &CV_MACAU,           2, 4,   0, {80, 9},                          {4, 0},       0, 0},
    {"Macau: a tie at the eighth part",     &CV_MACAU,           2, 4,   0, {80, 10},                         {3, 0},       1, 0},
    {"Macau past 2^62",                     &CV_MACAU,           2, 200, 0, {3, 2},                           {100, 100},   0, 0},
    {"Adams: one each, largest first",      &CV_ADAMS,           3, 2,   0, {3, 2, 1},                        {1, 1, 0},    0, 0},
    {"Adams: first seats can tie",          &CV_ADAMS,           3, 2,   0, {3, 2, 2},                        {1, 0, 0},    1, 0},
    {"Adams: then by v/k",                  &CV_ADAMS,           3, 5,   0, {60, 29, 1},                      {3, 1, 1},    0, 0},
    {"Huntington-Hill: 2^0.5 apart",        &CV_HUNTINGTON_HILL, 2, 3,   0, {100, 99},                        {2, 1},       0, 0},
    {"Dean: 4/3 against 12/5",              &CV_DEAN,            2, 4,   0, {180, 100},                       {2, 1},       1, 0},
    {"Dean: one vote more",                 &CV_DEAN,            2, 4,   0, {181, 100},                       {3, 1},       0, 0},
};

static void assigns(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_divisor_input in = {rows[i].votes, rows[i].n, rows[i].seats, rows[i].cap,
                               *rows[i].series};
        cv_divisor_result r;
        assert_int_equal(cv_divisor_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
        expect_seats(rows[i].name, r.seats, rows[i].expect, rows[i].n);
        expect_int(rows[i].name, "seats for the lot", r.lot_seats, rows[i].lot_seats);
        expect_int(rows[i].name, "vacant", r.vacant, rows[i].vacant);
    }
    bench_close(&b);
}

/* 47,000 16,000 15,900 12,000 6,000 3,100 over ten seats (methods.md, Lists). */
static const struct {
    const char *name;
    const cv_divisors *series;
    int32_t expect[6];
} one_votes_all_series[] = {
    {"D'Hondt",         &CV_DHONDT,           {5, 2, 2, 1, 0, 0}},
    {"Sainte-Laguë",   &CV_SAINTE_LAGUE,     {4, 2, 2, 1, 1, 0}},
    {"1.4",             &CV_SAINTE_LAGUE_14,  {5, 2, 2, 1, 0, 0}},
    {"1.2",             &CV_SAINTE_LAGUE_12,  {5, 2, 2, 1, 0, 0}},
    {"Danish",          &CV_DANISH,           {4, 2, 2, 1, 1, 0}},
    {"Imperiali",       &CV_IMPERIALI_SERIES, {7, 1, 1, 1, 0, 0}},
    {"1.42",            &CV_CZECH_142,        {5, 2, 2, 1, 0, 0}},
    {"Macau",           &CV_MACAU,            {3, 2, 2, 2, 1, 0}},
    {"Adams",           &CV_ADAMS,            {3, 2, 2, 1, 1, 1}},
    {"Huntington-Hill", &CV_HUNTINGTON_HILL,  {4, 2, 1, 1, 1, 1}},
    {"Dean",            &CV_DEAN,             {4, 2, 1, 1, 1, 1}},
};

static void knows_eleven_series(void **state)
{
    (void)state;
    static const cv_count votes[] = {47000, 16000, 15900, 12000, 6000, 3100};
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(one_votes_all_series); i++) {
        cv_divisor_input in = {votes, 6, 10, 0, *one_votes_all_series[i].series};
        cv_divisor_result r;
        assert_int_equal(cv_divisor_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
        expect_seats(one_votes_all_series[i].name, r.seats, one_votes_all_series[i].expect, 6);
    }
    bench_close(&b);
}

/* 340/1, 280/1, 340/2, 160/1, 280/2, 340/3, 280/3. */
static void keeps_the_order(void **state)
{
    (void)state;
    static const cv_count votes[] = {340, 280, 160, 60};
    static const int32_t order[] = {0, 1, 0, 2, 1, 0, 1};
    bench b = bench_open();
    cv_divisor_input in = {votes, 4, 7, 0, CV_DHONDT};
    cv_divisor_result r;
    assert_int_equal(cv_divisor_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    assert_int_equal(r.n_steps, 7);
    for (int32_t i = 0; i < 7; i++) assert_int_equal(r.steps[i].list, order[i]);
    assert_int_equal(r.steps[6].k, 3);
    bench_close(&b);
}

static void names_who_ties(void **state)
{
    (void)state;
    static const cv_count votes[] = {100, 30, 50, 25};
    bench b = bench_open();
    cv_divisor_input in = {votes, 4, 3, 0, CV_DHONDT}; /* 100, then 50 = 50 fit */
    cv_divisor_result r;
    assert_int_equal(cv_divisor_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    assert_int_equal(r.lot_seats, 0);
    in.seats = 2;
    assert_int_equal(cv_divisor_assign(&r, &in, &b.keep, b.scratch, &b.err), CV_OK);
    assert_int_equal(r.lot_seats, 1);
    assert_true(r.in_lot[0] && r.in_lot[2]);
    assert_false(r.in_lot[1] || r.in_lot[3]);
    bench_close(&b);
}

static void refuses(void **state)
{
    (void)state;
    static const cv_count votes[] = {2, 1};
    static const struct {
        int32_t seats;
        cv_divisors series;
        cv_status status;
    } bad[] = {
        {CV_SEATS_MAX + 1, {CV_SERIES_LINEAR, 1, 1, 1},   CV_E_LIMIT},
        {3,                {CV_SERIES_LINEAR, 0, 1, 1},   CV_E_INPUT},
        {3,                {CV_SERIES_LINEAR, 1, 1, 0},   CV_E_INPUT},
        {3,                {CV_SERIES_LINEAR, 5, 1, 1},   CV_E_INPUT},
        {CV_SEATS_MAX,     {CV_SERIES_LINEAR, 1, 1, 100}, CV_E_LIMIT},
    };
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(bad); i++) {
        cv_divisor_input in = {votes, 2, bad[i].seats, 0, bad[i].series};
        cv_divisor_result r = {.vacant = -7};
        assert_int_equal(cv_divisor_assign(&r, &in, &b.keep, b.scratch, &b.err), bad[i].status);
        assert_int_equal(r.vacant, -7);
    }
    cv_divisor_input most = {votes, 2, CV_SEATS_MAX, 0, CV_DHONDT};
    cv_divisor_result r;
    assert_int_equal(cv_divisor_assign(&r, &most, &b.keep, b.scratch, &b.err), CV_OK);
    assert_int_equal(r.seats[0] + r.seats[1] + r.lot_seats, CV_SEATS_MAX);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(assigns),         cmocka_unit_test(knows_eleven_series),
        cmocka_unit_test(keeps_the_order), cmocka_unit_test(names_who_ties),
        cmocka_unit_test(refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
