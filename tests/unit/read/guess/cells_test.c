#include "../../row.h"

#include "read/guess/cells.h"

static const struct {
    const char *cell;
    cv_cell_kind kind;
    int32_t figure;
} rows[] = {
    {"",                 CV_CELL_IS_BLANK,   -1       },
    {"-",                CV_CELL_IS_BLANK,   -1       },
    {"–",              CV_CELL_IS_BLANK,   -1       },
    {"..",               CV_CELL_IS_BLANK,   -1       },
    {"NA",               CV_CELL_IS_BLANK,   -1       },
    {"\\N",              CV_CELL_IS_BLANK,   -1       },
    {"0",                CV_CELL_IS_COUNT,   0        },
    {"17",               CV_CELL_IS_COUNT,   17       },
    {"999999999",        CV_CELL_IS_COUNT,   999999999},
    {"1000000000",       CV_CELL_IS_CODE,    -1       },
    {"007",              CV_CELL_IS_CODE,    -1       },
    {"1,204",            CV_CELL_IS_GROUPED, 1204     },
    {"1.127",            CV_CELL_IS_GROUPED, 1127     },
    {"1 204 567",        CV_CELL_IS_GROUPED, 1204567  },
    {"12\u00a0345",      CV_CELL_IS_GROUPED, 12345    },
    {"1\u202f345",       CV_CELL_IS_GROUPED, 1345     },
    {"1’345",          CV_CELL_IS_GROUPED, 1345     },
    {"1,204.567",        CV_CELL_IS_TEXT,    -1       },
    {"0,204",            CV_CELL_IS_DECIMAL, -1       },
    {"1,20",             CV_CELL_IS_DECIMAL, -1       },
    {"52,4",             CV_CELL_IS_DECIMAL, -1       },
    {".5",               CV_CELL_IS_DECIMAL, -1       },
    {"-5",               CV_CELL_IS_DECIMAL, -1       },
    {"-16.5123",         CV_CELL_IS_DECIMAL, -1       },
    {"45 %",             CV_CELL_IS_DECIMAL, -1       },
    {"99.5%",            CV_CELL_IS_DECIMAL, -1       },
    {"x",                CV_CELL_IS_MARKER,  -1       },
    {"?",                CV_CELL_IS_MARKER,  -1       },
    {"12a",              CV_CELL_IS_TEXT,    -1       },
    {"1/Rostock",        CV_CELL_IS_TEXT,    -1       },
    {"+",                CV_CELL_IS_TEXT,    -1       },
    {"%",                CV_CELL_IS_TEXT,    -1       },
    {"03.03.2025 13:17", CV_CELL_IS_TEXT,    -1       },
};

static void kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_cell_look look = cv_cell_look_at(cv_str_of(rows[i].cell));
        ROW_INT(rows[i].cell, look.kind, rows[i].kind);
        ROW_INT(rows[i].cell, look.figure, rows[i].figure);
    }
}

static void separators(void **state)
{
    (void)state;
    ROW_STR("comma", cv_cell_group(cv_cell_look_at(CV_STR("1,204")).group), CV_STR(","));
    ROW_STR("no-break", cv_cell_group(cv_cell_look_at(CV_STR("1\u00a0204")).group),
            CV_STR("\u00a0"));
    ROW_STR("none", cv_cell_group(0), CV_STR(""));
    assert_true(cv_cell_look_at(CV_STR("NULL")).is_program);
    assert_false(cv_cell_look_at(CV_STR("-")).is_program);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds),
        cmocka_unit_test(separators),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
