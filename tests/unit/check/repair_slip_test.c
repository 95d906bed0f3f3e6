/* Slips of the pen on one figure. */
#include "../row.h"

#include "check/repair_slip.h"

enum { B = CV_CELL_BLANK, Q = CV_CELL_ILLEGIBLE };

static const struct {
    const char *name;
    cv_cell from, to;
    cv_slip slip;
    int32_t cost;
} rows[] = {
    {"blank filled in",                     B,    721,  CV_SLIP_FILLED,         1},
    {"blank filled in with none",           B,    0,    CV_SLIP_FILLED,         1},
    {"illegible filled in",                 Q,    12,   CV_SLIP_FILLED,         1},
    {"neighbouring digits",                 215,  251,  CV_SLIP_DIGITS_SWAPPED, 1},
    {"first two digits",                    125,  215,  CV_SLIP_DIGITS_SWAPPED, 1},
    {"digits that are not neighbours",      123,  321,  CV_SLIP_OTHER,          4},
    {"0 for 6",                             462,  402,  CV_SLIP_DIGIT_ALIKE,    1},
    {"1 for 7",                             7,    1,    CV_SLIP_DIGIT_ALIKE,    1},
    {"3 for 8 in front",                    31,   81,   CV_SLIP_DIGIT_ALIKE,    1},
    {"2 for 3",                             2,    3,    CV_SLIP_DIGIT,          2},
    {"0 for 8",                             10,   18,   CV_SLIP_DIGIT,          2},
    {"a digit is missing at the end",       120,  1200, CV_SLIP_LENGTH,         2},
    {"a digit is missing inside",           12,   152,  CV_SLIP_LENGTH,         2},
    {"a digit is missing in front",         20,   120,  CV_SLIP_LENGTH,         2},
    {"a digit twice",                       4411, 441,  CV_SLIP_LENGTH,         2},
    {"one digit missing and another wrong", 12,   345,  CV_SLIP_OTHER,          4},
    {"two digits wrong",                    402,  438,  CV_SLIP_OTHER,          4},
    {"two digits missing",                  12,   1200, CV_SLIP_OTHER,          4},
    {"0 for 10",                            0,    10,   CV_SLIP_LENGTH,         2},
    {"0 for 15",                            0,    15,   CV_SLIP_OTHER,          4},
};

static void each_slip_has_its_cost(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        int32_t cost = 0;
        ROW_INT(rows[i].name, cv_slip_between(rows[i].from, rows[i].to, &cost), rows[i].slip);
        ROW_INT(rows[i].name, cost, rows[i].cost);
    }
}

/* A slip goes both ways: 12 for 21 is as 21 for 12. */
static void slips_go_both_ways(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        int32_t cost = 0;
        if (rows[i].from < 0) continue;
        ROW_INT(rows[i].name, cv_slip_between(rows[i].to, rows[i].from, &cost), rows[i].slip);
    }
}

static int32_t cost_in(const cv_slip_value *v, int32_t n, cv_cell value)
{
    int32_t least = CV_SLIP_COST_OTHER;
    for (int32_t i = 0; i < n; i++)
        if (v[i].value == value && v[i].cost < least) least = v[i].cost;
    return least;
}

/* The list is what the function says of every number that could be meant. */
static void the_list_is_complete(void **state)
{
    (void)state;
    static const cv_cell figures[] = {0, 1, 5, 10, 11, 21, 90, 99, 100, 101, 120, 307, 999, 1000};
    for (size_t i = 0; i < N_ROWS(figures); i++) {
        cv_slip_value v[CV_SLIP_VALUES];
        char name[16];
        snprintf(name, sizeof name, "%d", figures[i]);
        int32_t n = cv_slip_values(v, figures[i], true), all = n;
        for (cv_cell to = 0; to < 20000; to++) {
            int32_t cost = 0;
            if (to == figures[i]) continue;
            cv_slip_between(figures[i], to, &cost);
            ROW_INT(name, cost_in(v, n, to), cost);
        }
        n = cv_slip_values(v, figures[i], false);
        ROW_TRUE(name, n < all);
        for (int32_t k = 0; k < n; k++) {
            int32_t cost = 0;
            ROW_TRUE(name, cv_slip_between(figures[i], v[k].value, &cost) <= CV_SLIP_DIGIT);
            ROW_INT(name, v[k].cost, cost);
        }
    }
}

static void the_largest_figure_has_room(void **state)
{
    (void)state;
    cv_slip_value v[CV_SLIP_VALUES];
    int32_t n = cv_slip_values(v, 123456789, true);
    ROW_TRUE("not more than there is room for", n <= CV_SLIP_VALUES);
    for (int32_t i = 0; i < n; i++)
        ROW_TRUE("within a cell", v[i].value >= 0 && v[i].value <= CV_CELL_MAX);
    ROW_INT("blank: no digits", cv_slip_values(v, CV_CELL_BLANK, true), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_slip_has_its_cost),
        cmocka_unit_test(slips_go_both_ways),
        cmocka_unit_test(the_list_is_complete),
        cmocka_unit_test(the_largest_figure_has_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
