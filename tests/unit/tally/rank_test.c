#include "counting.h"

#include "tally/rank.h"

static const struct {
    const char *name;
    int32_t n, places;
    int64_t value[6];
    int32_t order[6];
    int32_t n_sure, n_tied, left;
} rows[] = {
    {"clear cut",                4, 2, {3, 9, 5, 1}, {1, 2, 0, 3}, 2, 0, 0},
    {"tie at the cut",           4, 2, {5, 9, 5, 1}, {1, 0, 2, 3}, 1, 2, 1},
    {"tie that fits",            4, 3, {5, 9, 5, 1}, {1, 0, 2, 3}, 3, 0, 0},
    {"tie above the cut",        4, 2, {9, 9, 5, 1}, {0, 1, 2, 3}, 2, 0, 0},
    {"all equal",                3, 2, {4, 4, 4},    {0, 1, 2},    0, 3, 2},
    {"more places than options", 2, 5, {4, 4},       {0, 1},       2, 0, 0},
    {"no place",                 2, 0, {4, 3},       {0, 1},       0, 0, 0},
    {"nobody",                   0, 3, {0},          {0},          0, 0, 0},
    {"negative values",          3, 1, {-7, -3, -5}, {1, 2, 0},    1, 0, 0},
};

static void ranks_and_cuts(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        cv_rank rank = cv_rank_open(&b.keep, rows[i].n);
        for (int32_t o = 0; o < rows[i].n; o++) cv_rank_add(&rank, o, rows[i].value[o]);
        cv_rank_sort(&rank);
        for (int32_t o = 0; o < rows[i].n; o++)
            expect_int(rows[i].name, "option", rank.option[o], rows[i].order[o]);
        cv_cut cut = cv_rank_cut(&rank, rows[i].places);
        expect_int(rows[i].name, "sure", cut.n_sure, rows[i].n_sure);
        expect_int(rows[i].name, "tied", cut.n_tied, rows[i].n_tied);
        expect_int(rows[i].name, "places", cut.places, rows[i].left);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(ranks_and_cuts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
