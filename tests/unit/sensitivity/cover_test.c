#include "../row.h"

#include "sensitivity/cover.h"

static void small_covers_are_least(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_cover_item item[4];
        int32_t n;
        int64_t need;
        bool exists;
        cv_count cost;
    } rows[] = {
        {"one is enough",            {{10, 7}, {4, 1}},                2, 10, true,  7 },
        {"two cheap ones",           {{10, 7}, {5, 2}, {5, 2}},        3, 10, true,  4 },
        {"best price is not enough", {{9, 1}, {10, 7}, {1, 8}},        3, 10, true,  7 },
        {"all together",             {{3, 5}, {4, 5}},                 2, 7,  true,  10},
        {"one short",                {{3, 5}, {4, 5}},                 2, 8,  false, 0 },
        {"free ones first",          {{6, 0}, {6, 9}, {4, 3}, {4, 2}}, 4, 10, true,  2 },
        {"nothing",                  {{0}},                            0, 1,  false, 0 },
    };
    cv_arena scratch = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_cover c =
            cv_cover_least(rows[i].item, rows[i].n, rows[i].need, CV_COUNT_MAX, 10000, scratch);
        ROW_INT(rows[i].name, c.exists, rows[i].exists);
        ROW_TRUE(rows[i].name, c.proved);
        if (!c.exists) continue;
        ROW_INT(rows[i].name, c.cost, rows[i].cost);
        ROW_INT(rows[i].name, c.low, rows[i].cost);
    }
    cv_arena_close(&scratch);
}

static uint32_t draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

/* All subsets. */
static int64_t enumerate(const cv_cover_item *item, int32_t n, int64_t need)
{
    int64_t best = -1;
    for (uint32_t set = 0; set < 1u << n; set++) {
        int64_t gain = 0, cost = 0;
        for (int32_t i = 0; i < n; i++) {
            gain += set >> i & 1 ? item[i].gain : 0;
            cost += set >> i & 1 ? item[i].cost : 0;
        }
        if (gain >= need && (best < 0 || cost < best)) best = cost;
    }
    return best;
}

/* Whatever the effort, the bounds hold; with enough of it they meet. */
static void covers_agree_with_enumeration(void **state)
{
    (void)state;
    static const int64_t EFFORTS[] = {100000, 30, 1};
    cv_arena scratch = cv_arena_open();
    uint64_t seed = 3;
    for (int32_t k = 0; k < 3000; k++) {
        cv_cover_item item[10];
        int32_t n = 1 + (int32_t)(draw(&seed) % 10);
        for (int32_t i = 0; i < n; i++)
            item[i] = (cv_cover_item){1 + draw(&seed) % 40, draw(&seed) % 60};
        int64_t need = 1 + draw(&seed) % 120, want = enumerate(item, n, need);
        for (size_t e = 0; e < N_ROWS(EFFORTS); e++) {
            cv_cover c = cv_cover_least(item, n, need, CV_COUNT_MAX, EFFORTS[e], scratch);
            char name[32];
            snprintf(name, sizeof name, "draw %d", k);
            ROW_INT(name, c.exists, want >= 0);
            if (want < 0) continue;
            ROW_TRUE(name, c.low <= want && c.cost >= want);
            if (e == 0 || c.proved) ROW_TRUE(name, c.low == want && c.cost == want);
            cv_cover again = cv_cover_least(item, n, need, want, EFFORTS[e], scratch);
            ROW_INT(name, again.cost, want);
        }
    }
    cv_arena_close(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_covers_are_least),
        cmocka_unit_test(covers_agree_with_enumeration),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
