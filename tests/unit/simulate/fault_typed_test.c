#include "sheets.h"

static int32_t differing(const cv_cell *row, int32_t *which)
{
    int32_t n = 0;
    for (int32_t i = 0; i < WIDTH; i++)
        if (row[i] != SHEET[0][i]) n++, *which = i;
    return n;
}

static int64_t digit_sum(cv_cell x)
{
    int64_t sum = 0;
    for (; x > 0; x /= 10) sum += x % 10;
    return sum;
}

/* One option's figure changes, by one digit or by two exchanged. */
static void digits(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    int32_t exchanged = 0;
    small_open(&s);
    for (uint64_t seed = 0; seed < 200; seed++) {
        int32_t i = -1;
        ROW_TRUE("digit", done(row, &s, cv_sim_digit, at(0, 0, -1, -1), seed));
        ROW_INT("digit: one cell", differing(row, &i), 1);
        ROW_TRUE("digit: of an option", i >= CV_SIM_LINES);
        cv_cell d = row[i] > SHEET[0][i] ? row[i] - SHEET[0][i] : SHEET[0][i] - row[i];
        ROW_TRUE("digit: d, d0 or d00", d % 100 == 0 || d < 10 || (d < 100 && d % 10 == 0));
        ROW_TRUE("digit: no sign", row[i] >= 0);
        if (!done(row, &s, cv_sim_swap_digits, at(0, 0, -1, -1), seed)) continue;
        ROW_INT("exchanged: one cell", differing(row, &i), 1);
        ROW_INT("exchanged: the same digits", digit_sum(row[i]), digit_sum(SHEET[0][i]));
        exchanged++;
    }
    ROW_TRUE("exchanged: mostly possible", exchanged > 100);
    small_close(&s);
}

static const struct {
    const char *name;
    cv_sim_deed *deed;
    uint64_t seeds;
    cv_cell want[3][3]; /* votes that may come of it; others may not */
    int n;
} lines[] = {
    {"rows",      cv_sim_swap_rows, 50, {{250, 400, 40}, {400, 40, 250}},                       2},
    {"shifted",   cv_sim_shift,     50, {{CV_CELL_BLANK, 400, 250}, {400, CV_CELL_BLANK, 250}}, 2},
    {"neighbour", cv_sim_neighbour, 50, {{200, 250, 40}, {400, 90, 40}, {400, 250, 10}},        3},
    {"blank",     cv_sim_blank,     50, {{-1, 250, 40}, {400, -1, 40}, {400, 250, -1}},         3},
    {"illegible", cv_sim_illegible, 50, {{-2, 250, 40}, {400, -2, 40}, {400, 250, -2}},         3},
};

static void whole_lines(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    small_open(&s);
    for (size_t i = 0; i < N_ROWS(lines); i++) {
        int met[3] = {0};
        for (uint64_t seed = 0; seed < lines[i].seeds; seed++) {
            ROW_TRUE(lines[i].name, done(row, &s, lines[i].deed, at(0, 0, -1, -1), seed));
            int k = 0;
            while (k < lines[i].n &&
                   memcmp(row + CV_SIM_LINES, lines[i].want[k], sizeof lines[i].want[k]))
                k++;
            ROW_TRUE(lines[i].name, k < lines[i].n);
            met[k]++;
        }
        for (int k = 0; k < lines[i].n; k++) ROW_TRUE(lines[i].name, met[k] > 0);
    }
    ROW_TRUE("the last station has no neighbour",
             !done(row, &s, cv_sim_neighbour, at(1, 0, -1, -1), 1));
    small_close(&s);
}

static void totals(void **state)
{
    (void)state;
    small s;
    cv_cell row[WIDTH];
    int32_t i = -1;
    small_open(&s);
    for (uint64_t seed = 0; seed < 50; seed++) {
        ROW_TRUE("total", done(row, &s, cv_sim_total, at(0, 0, -1, -1), seed));
        ROW_INT("one cell", differing(row, &i), 1);
        ROW_INT("the total", i, CV_SIM_VALID);
    }
    ROW_TRUE("lost",
             done(row, &s, cv_sim_lose, at(1, 0, -1, -1), 1) && s.missing[1] && !s.missing[0]);
    ROW_TRUE("late", done(row, &s, cv_sim_delay, at(0, 0, -1, -1), 1));
    ROW_INT("ten hours", s.minutes[0], 600);
    small_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits),
        cmocka_unit_test(whole_lines),
        cmocka_unit_test(totals),
    };
    return cmocka_run_group_tests_name("simulate/fault_typed", tests, NULL, NULL);
}
