#include "../../row.h"

#include "base/text.h"
#include "read/guess/sums.h"

enum { COLUMNS = 8, ROWS = 64 };

/* A table whose columns are made by a rule from the number of the row: figures that can be worked
 * out on paper, with no relation but those that are built in. */
typedef struct {
    int32_t cell[COLUMNS][ROWS];
    const int32_t *column[COLUMNS];
    cv_figures f;
} table;

/* Remainders by different primes: no column depends on others. */
static int32_t free_figure(int32_t column, int32_t row)
{
    static const int32_t prime[] = {31, 37, 41, 43, 47, 53, 59, 61};
    return (row * row * (column + 3) + 7 * row + column) % prime[column];
}

static void open_table(table *t, int32_t n_rows, int32_t n_columns)
{
    for (int32_t c = 0; c < n_columns; c++) {
        t->column[c] = t->cell[c];
        for (int32_t i = 0; i < n_rows; i++) t->cell[c][i] = free_figure(c, i);
    }
    t->f = (cv_figures){n_rows, n_columns, t->column};
}

static void set_sum(table *t, int32_t total, const int32_t *part, int32_t n)
{
    for (int32_t i = 0; i < t->f.n_rows; i++) {
        t->cell[total][i] = 0;
        for (int32_t k = 0; k < n; k++) t->cell[total][i] += t->cell[part[k]][i];
    }
}

/* "3=0+1 64/64; 5=2+3 63/64" */
static cv_str found(const table *t, cv_arena *keep)
{
    cv_arena scratch = cv_arena_open();
    const cv_sum *s;
    cv_text text = cv_text_open(keep);
    int32_t n = cv_sums_find(&s, &t->f, keep, scratch);
    for (int32_t i = 0; i < n; i++) {
        cv_text_addf(&text, "%s%d=", i ? "; " : "", s[i].total);
        for (int32_t k = 0; k < s[i].n_parts; k++)
            cv_text_addf(&text, "%s%d", k ? "+" : "", s[i].part[k]);
        cv_text_addf(&text, " %d/%d", s[i].holds, s[i].rows);
    }
    cv_arena_close(&scratch);
    return cv_text_str(&text);
}

static void nothing_adds_up(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 6);
    ROW_STR("none", found(&t, &keep), CV_STR(""));
    cv_arena_close(&keep);
}

/* Column 3 = 0 + 1 + 2, then 5 = 3 + 4, and so 5 = 0 + 1 + 2 + 4. */
static void a_total_of_a_total(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 6);
    set_sum(&t, 3, (int32_t[]){0, 1, 2}, 3);
    set_sum(&t, 5, (int32_t[]){3, 4}, 2);
    ROW_STR("all three", found(&t, &keep), CV_STR("5=3+4 64/64; 3=0+1+2 64/64; 5=0+1+2+4 64/64"));
    cv_arena_close(&keep);
}

static void rows_that_do_not_add_up(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 4);
    set_sum(&t, 3, (int32_t[]){0, 1, 2}, 3);
    t.cell[3][10] += 1;
    t.cell[3][40] -= 2;
    ROW_STR("two of 64", found(&t, &keep), CV_STR("3=0+1+2 62/64"));
    for (int32_t i = 0; i < 8; i++) t.cell[3][8 * i + 1] += 1;
    ROW_STR("a tenth of them: no relation", found(&t, &keep), CV_STR(""));
    cv_arena_close(&keep);
}

/* A line that is rarely filled belongs to the sum all the same. */
static void a_rare_part(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 4);
    for (int32_t i = 0; i < ROWS; i++) t.cell[2][i] = i == 20 || i == 50 ? 3 : 0;
    set_sum(&t, 3, (int32_t[]){0, 1, 2}, 3);
    ROW_STR("with it in all rows, without it in 62", found(&t, &keep), CV_STR("3=0+1+2 64/64"));
    cv_arena_close(&keep);
}

/* Column 0 is (3i² + 7i) mod 31: zero in rows 0, 8, 31, 39 and 62, which say nothing. */
static void equal_columns(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 3);
    set_sum(&t, 2, (int32_t[]){0}, 1);
    ROW_STR("equal", found(&t, &keep), CV_STR("2=0 59/59"));
    cv_arena_close(&keep);
}

/* Column 4 is column 0 again: it is a part of the same total. */
static void parts_that_are_equal(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 5);
    set_sum(&t, 3, (int32_t[]){0, 1, 2}, 3);
    set_sum(&t, 4, (int32_t[]){0}, 1);
    ROW_STR("either", found(&t, &keep), CV_STR("4=0 59/59; 3=0+1+2 64/64; 3=1+2+4 64/64"));
    cv_arena_close(&keep);
}

/* Blank cells (-1) count nothing; a column of zeros takes no part. */
static void blanks_and_zeros(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, ROWS, 5);
    memset(t.cell[4], 0, sizeof t.cell[4]);
    set_sum(&t, 3, (int32_t[]){0, 1, 2}, 3);
    for (int32_t i = 0; i < ROWS; i++)
        if (t.cell[1][i] == 0) t.cell[1][i] = -1;
    ROW_STR("blank", found(&t, &keep), CV_STR("3=0+1+2 64/64"));
    cv_arena_close(&keep);
}

static void too_few_rows(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    table t;
    open_table(&t, 6, 4);
    set_sum(&t, 3, (int32_t[]){0, 1, 2}, 3);
    ROW_STR("6 rows for 4 columns", found(&t, &keep), CV_STR(""));
    t.f.n_rows = 0;
    ROW_STR("no rows", found(&t, &keep), CV_STR(""));
    cv_arena_close(&keep);
}

static void supposed_relations(void **state)
{
    (void)state;
    const int32_t a[] = {5, 7, 0, -1}, b[] = {3, 9, 0, 4}, c[] = {8, 16, 0, 5};
    const int32_t *const columns[] = {a, b, c};
    const cv_figures f = {4, 3, columns};
    cv_sum s = {
        .total = 2, .n_parts = 2, .part = (int32_t[]){0, 1}
    };
    cv_sum_count(&s, &f);
    assert_int_equal(s.holds, 2); /* 5 + 3, 7 + 9; not 0 + 4 = 5; zeros say nothing */
    assert_int_equal(s.rows, 3);
    int32_t rows;
    assert_int_equal(cv_sums_at_least(&f, 0, 1, &rows), 1); /* 5 >= 3, not 7 >= 9 */
    assert_int_equal(rows, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_adds_up),         cmocka_unit_test(a_total_of_a_total),
        cmocka_unit_test(rows_that_do_not_add_up), cmocka_unit_test(a_rare_part),
        cmocka_unit_test(equal_columns),           cmocka_unit_test(parts_that_are_equal),
        cmocka_unit_test(blanks_and_zeros),        cmocka_unit_test(too_few_rows),
        cmocka_unit_test(supposed_relations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
