#include "../row.h"

#include "copies/apart.h"

typedef struct {
    const char *name;
    cv_cell a, b;
    bool rows;
    cv_apart want;
} apart_row;

/* The first class that fits, in the order of the enum. */
static const apart_row rows[] = {
    {"one more",                      120,               121,               false, CV_APART_UNIT      },
    {"one less, all digits other",    200,               199,               false, CV_APART_UNIT      },
    {"one and none",                  1,                 0,                 false, CV_APART_UNIT      },
    {"a unit before two rows",        120,               121,               true,  CV_APART_UNIT      },
    {"neighbours exchanged",          1234,              1324,              false, CV_APART_TRANSPOSED},
    {"the last two exchanged",        21,                12,                false, CV_APART_TRANSPOSED},
    {"the first two exchanged",       120,               210,               false, CV_APART_TRANSPOSED},
    {"two that are no neighbours",    1234,              4231,              false, CV_APART_OTHER     },
    {"two neighbours, not exchanged", 1234,              1564,              false, CV_APART_OTHER     },
    {"two pairs exchanged",           1234,              2143,              false, CV_APART_OTHER     },
    {"ten is not one exchanged",      10,                1,                 false, CV_APART_SHIFT     },
    {"one digit",                     120,               170,               false, CV_APART_DIGIT     },
    {"the only digit",                0,                 7,                 false, CV_APART_DIGIT     },
    {"one digit before two rows",     120,               170,               true,  CV_APART_DIGIT     },
    {"a digit more at the end",       12,                123,               false, CV_APART_SHIFT     },
    {"a digit less at the end",       3456,              345,               false, CV_APART_SHIFT     },
    {"a zero more",                   45,                450,               false, CV_APART_SHIFT     },
    {"a digit more in front",         45,                145,               false, CV_APART_OTHER     },
    {"two digits more at the end",    12,                1234,              false, CV_APART_OTHER     },
    {"two rows",                      98,                145,               true,  CV_APART_ROWS      },
    {"none fits",                     98,                145,               false, CV_APART_OTHER     },
    {"the largest cells",             999999999,         99999999,          false, CV_APART_SHIFT     },
    {"blank is not zero",             CV_CELL_BLANK,     0,                 false, CV_APART_STATE     },
    {"blank is not one",              1,                 CV_CELL_BLANK,     true,  CV_APART_STATE     },
    {"blank is not illegible",        CV_CELL_BLANK,     CV_CELL_ILLEGIBLE, false, CV_APART_STATE     },
    {"illegible",                     CV_CELL_ILLEGIBLE, 9,                 false, CV_APART_STATE     },
};

static void the_first_class_fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const apart_row *r = &rows[i];
        ROW_INT(r->name, cv_apart_of(r->a, r->b, r->rows), r->want);
        ROW_INT(r->name, cv_apart_of(r->b, r->a, r->rows), r->want);
    }
}

static void what_a_sheet_does_not_carry(void **state)
{
    (void)state;
    assert_true(cv_apart_carries(0));
    assert_true(cv_apart_carries(CV_CELL_BLANK));
    assert_true(cv_apart_carries(CV_CELL_ILLEGIBLE));
    assert_false(cv_apart_carries(CV_CELL_ABSENT));
    assert_false(cv_apart_carries(CV_CELL_UNREPORTED));
    ROW_STOPS("equal", cv_apart_of(5, 5, false));
    ROW_STOPS("absent", cv_apart_of(5, CV_CELL_ABSENT, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_class_fits),
        cmocka_unit_test(what_a_sheet_does_not_carry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
