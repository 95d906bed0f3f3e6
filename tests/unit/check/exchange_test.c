/* Neighbouring options that look exchanged: values that a person can redo. */
#include "papers.h"

#include "check/exchange.h"

enum { N = 9, OPTIONS = 4 };

/* Forms of 1,000 votes: 500, 450, 48 and 2 for the options in order; at the last form the last two
 * are exchanged, or the first and the last but one. */
typedef struct {
    cv_arena keep, scratch;
    cv_cell votes[OPTIONS][N];
    const cv_cell *column[OPTIONS];
    int32_t group[N], parent[2];
    cv_exchange_task task;
    cv_exchange_found found;
} bench;

static void bench_open(bench *b, int32_t n)
{
    static const cv_cell votes[OPTIONS] = {500, 450, 48, 2};
    *b = (bench){.keep = cv_arena_open(), .scratch = cv_arena_open()};
    for (int32_t o = 0; o < OPTIONS; o++) {
        b->column[o] = b->votes[o];
        for (int32_t i = 0; i < N; i++) b->votes[o][i] = votes[o];
    }
    for (int32_t i = 0; i < 2; i++) b->parent[i] = -1;
    b->task = (cv_exchange_task){n, OPTIONS, b->column, b->group, 2, b->parent};
}

static void swap(bench *b, int32_t row, int32_t i, int32_t j)
{
    cv_cell was = b->votes[i][row];
    b->votes[i][row] = b->votes[j][row];
    b->votes[j][row] = was;
}

static void run(bench *b)
{
    cv_exchange_lines(&b->found, &b->task, &b->keep, b->scratch);
}

static void bench_close(bench *b)
{
    cv_arena_close(&b->scratch);
    cv_arena_close(&b->keep);
}

/* 48 where 2 are expected, 2 where 48 are: L = (48 - 2) ln(0.048 / 0.002) = 46 ln 24 = 146.19. */
static void neighbours_exchanged_are_found(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, N);
    swap(&b, 4, 2, 3);
    run(&b);
    ROW_INT("checked", b.found.count.n_checked, N);
    ROW_INT("found", b.found.count.n[0], 1);
    ROW_INT("mirror", b.found.count.n[1] + b.found.count.n[2], 0);
    const cv_exchange *x = &b.found.found[0];
    ROW_INT("row", x->row, 4);
    ROW_INT("too many", x->option, 3);
    ROW_INT("too few", x->other, 2);
    ROW_INT("votes", x->has, 48);
    ROW_TRUE("expected", x->expected > 1.999 && x->expected < 2.001);
    ROW_TRUE("expected of the other", x->other_expected > 47.99 && x->other_expected < 48.01);
    ROW_TRUE("gain", x->gain > 146.18 && x->gain < 146.20);
    bench_close(&b);
}

/* Two lines apart: 450 and 2. Three: 500 and 2. */
static void lines_further_apart_are_the_mirror(void **state)
{
    (void)state;
    for (int32_t apart = 2; apart <= 3; apart++) {
        bench b;
        bench_open(&b, N);
        swap(&b, 0, 3 - apart, 3);
        run(&b);
        ROW_INT("neighbours", b.found.count.n[0], 0);
        ROW_INT("as far", b.found.count.n[apart - 1], 1);
        ROW_INT("otherwise", b.found.count.n[4 - apart], 0);
        bench_close(&b);
    }
}

/* Six other forms are enough, five are not; a larger surrounding helps. */
static void small_surroundings_are_not_judged(void **state)
{
    (void)state;
    bench b;
    bench_open(&b, 7);
    swap(&b, 0, 2, 3);
    run(&b);
    ROW_INT("six others", b.found.count.n[0], 1);
    bench_close(&b);
    bench_open(&b, 6);
    swap(&b, 0, 2, 3);
    run(&b);
    ROW_INT("five others", b.found.count.n_checked, 0);
    bench_close(&b);
    bench_open(&b, N);
    swap(&b, 0, 2, 3);
    b.parent[1] = 0;
    for (int32_t i = 0; i < 3; i++) b.group[i] = 1;
    run(&b);
    ROW_INT("two others, eight further out", b.found.count.n[0], 1);
    ROW_INT("all are judged there", b.found.count.n_checked, N);
    bench_close(&b);
}

/* The rule, by areas and ways of voting; every sum holds, and no vote is in question. */
static void the_rule_warns(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 4, 1);
    for (int i = 0; i < 8; i++) {
        const char code[] = {'s', (char)('1' + i), 0};
        papers_form(&t, code, i == 2 ? "valid=1000 | 500 450 2 48" : "valid=1000 | 500 450 48 2");
    }
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 908, NULL);
    assert_non_null(f);
    ROW_INT("severity", f->severity, CV_WARNING);
    ROW_INT("option", f->option, 3);
    ROW_INT("row", f->row, 2);
    ROW_INT("no vote in question", f->contradicted + f->change, 0);
    ROW_INT("one", t.r.n_exchanges, 1);
    ROW_INT("checked", papers_count(&t, 908).n_checked, 8);
    ROW_INT("all of them", papers_count(&t, 908).n_not_applicable, 0);
    ROW_INT("no repair", t.r.n_repairs, 0);
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_exchanged_are_found),
        cmocka_unit_test(lines_further_apart_are_the_mirror),
        cmocka_unit_test(small_surroundings_are_not_judged),
        cmocka_unit_test(the_rule_warns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
