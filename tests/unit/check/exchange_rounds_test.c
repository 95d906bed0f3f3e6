/* Two rounds, two candidates: stations that lie on a line, and one that lies on its mirror image.
 */
#include "../row.h"

#include <stdlib.h>

#include "check/exchange_rounds.h"

enum { N = 120 };

typedef struct {
    cv_arena keep, scratch;
    cv_cell a1[N], b1[N], a2[N], b2[N];
    cv_rounds_found found;
} bench;

/* Station i: A has 200 to 795 of 1,000 votes in both rounds, a few more or fewer in the second. */
static void bench_open(bench *b)
{
    *b = (bench){.keep = cv_arena_open(), .scratch = cv_arena_open()};
    for (int32_t i = 0; i < N; i++) {
        b->a1[i] = 200 + 5 * i;
        b->b1[i] = 1000 - b->a1[i];
        b->a2[i] = b->a1[i] + i % 7 - 3;
        b->b2[i] = 1000 - b->a2[i];
    }
}

static void run(bench *b, int32_t n)
{
    cv_rounds_task task = {n, b->a1, b->b1, b->a2, b->b2};
    cv_exchange_rounds(&b->found, &task, &b->keep, b->scratch);
}

static void bench_close(bench *b)
{
    cv_arena_close(&b->scratch);
    cv_arena_close(&b->keep);
}

static void exchange(bench *b, int32_t i)
{
    cv_cell was = b->a2[i];
    b->a2[i] = b->b2[i];
    b->b2[i] = was;
}

static void nothing_is_named_where_all_lie_on_the_line(void **state)
{
    (void)state;
    bench b;
    bench_open(&b);
    run(&b, N);
    ROW_INT("named", b.found.n, 0);
    ROW_TRUE("slope 1", b.found.slope > 0.98 && b.found.slope < 1.02);
    ROW_TRUE("through 0", b.found.intercept > -0.02 && b.found.intercept < 0.02);
    bench_close(&b);
}

/* Station 10 has 250 to 750, station 100 has 700 to 300: exchanged they lie far off. Station 60 has
 * 500 to 500: exchanged it is as it was, and nobody can tell. */
static void what_fits_the_other_way_round_is_named(void **state)
{
    (void)state;
    bench b;
    bench_open(&b);
    exchange(&b, 10);
    exchange(&b, 60);
    exchange(&b, 100);
    run(&b, N);
    ROW_INT("named", b.found.n, 2);
    ROW_INT("first", b.found.at[0], 10);
    ROW_INT("second", b.found.at[1], 100);
    bench_close(&b);
}

/* 99 votes are too few; and what is far off either way is something else. */
static void small_and_odd_stations_are_not_named(void **state)
{
    (void)state;
    bench b;
    bench_open(&b);
    b.a2[10] = 74, b.b2[10] = 25;
    b.a2[20] = 990, b.b2[20] = 10;
    run(&b, N);
    ROW_INT("named", b.found.n, 0);
    b.a2[10] = 75;
    run(&b, N);
    ROW_INT("one vote more", b.found.n, 1);
    bench_close(&b);
}

static void few_stations_are_not_judged(void **state)
{
    (void)state;
    bench b;
    bench_open(&b);
    exchange(&b, 10);
    run(&b, 99);
    ROW_INT("99 stations", b.found.n, 0);
    run(&b, 100);
    ROW_INT("100 stations", b.found.n, 1);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_named_where_all_lie_on_the_line),
        cmocka_unit_test(what_fits_the_other_way_round_is_named),
        cmocka_unit_test(small_and_odd_stations_are_not_named),
        cmocka_unit_test(few_stations_are_not_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
