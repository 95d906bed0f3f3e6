/* Which column a name of a relation is, on forms that state it and on forms that do not. */
#include "papers.h"

#include "check/lines.h"

typedef struct {
    const char *name, *form;
    int64_t want; /* the figure on the form; -9: not carried */
} line_row;

enum { NOT_CARRIED = -9 };

static const line_row rows[] = {
    {"recv",         "recv=5 | 1 2",                     5          },
    {"recv",         "recv=. | 1 2",                     NOT_CARRIED},
    {"recv",         "iss=5 | 1 2",                      NOT_CARRIED},
    {"x_home",       "x_home=4 | 1 2",                   4          },
    {"x_home",       "iss=4 | 1 2",                      NOT_CARRIED},
    {"t[12:00]",     "t[12:00]=3 | 1 2",                 3          },
    {"reg",          "reg_main=7 reg_add=2 | 1 2",       9          },
    {"reg",          "reg=8 reg_main=7 reg_add=2 | 1 2", 8          },
    {"iss",          "iss_station=7 iss_out=2 | 1 2",    9          },
    {"box",          "box_station=7 box_out=2 | 1 2",    9          },
    {"box",          "valid=3 invalid=1 | 1 2",          NOT_CARRIED},
    {"cast",         "valid=3 invalid=1 | 1 2",          4          },
    {"cast",         "valid=3 invalid=1 cast=5 | 1 2",   5          },
    {"valid",        "invalid=1 | 1 2",                  NOT_CARRIED},
    {"votes",        "invalid=1 writein=4 | 1 2",        7          },
    {"participants", "signed=6 | 1 2",                   6          },
    {"limit",        "reg=6 | 1 2",                      6          },
};

static void names_are_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        cv_plan p;
        cv_rule_use use[CV_N_RULES] = {0};
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", rows[i].form);
        papers_check(&t);
        cv_plan_make(&p, &t.e, t.contest, use, &t.work);
        const cv_expr_node node = {.op = CV_X_LINE, .name = cv_str_of(rows[i].name)};
        cv_found_line line = cv_plan_named(&p, &node, &t.work);
        int64_t got = line.column ? line.column[0] : NOT_CARRIED;
        char name[128];
        snprintf(name, sizeof name, "%s on %s", rows[i].name, rows[i].form);
        ROW_INT(name, got, rows[i].want);
        if (line.column) ROW_TRUE(name, line.lines != 0);
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_columns),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
