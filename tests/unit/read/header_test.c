#include "../row.h"

#include "base/text.h"
#include "read/header.h"
#include "read/table.h"

enum { LINES = 3, CELLS = 6 };

/* A line is written with ; between its cells. */
static const struct {
    const char *name;
    const char *line[LINES];
    const char *want;
} joins[] = {
    {"one line",                           {"a;b;c"},                       "a;b;c"                  },
    {"one line with a gap",                {"a;;c"},                        "a;;c"                   },
    {"two lines",                          {"A;B", "x;y"},                  "A / x;B / y"            },
    {"an empty cell repeats the left one", {"A;;B;", "x;y;x;y"},            "A / x;A / y;B / x;B / y"},
    {"but not in the last line",           {"A;;B;", "x;;y;"},              "A / x;A;B / y;B"        },
    {"nothing to the left",                {";;B", "x;y;z"},                "x;y;B / z"              },
    {"three lines, as in kerg files",
     {"Nr;Gebiet;SPD;;;", ";;Erst;;Zweit;", ";;jetzt;vorher;jetzt;vorher"},
     "Nr;Gebiet;SPD / Erst / jetzt;SPD / Erst / vorher;SPD / Zweit / jetzt;SPD / Zweit / vorher"     },
    {"first line shorter",                 {"A", "x;y"},                    "A / x;A / y"            },
    {"last line shorter",                  {"A;B", "x"},                    "A / x;B"                },
};

static int32_t cells_of(const char *line, cv_str *cell)
{
    cv_str rest = cv_str_of(line);
    int32_t n = 0;
    for (int64_t at; (at = cv_str_find(rest, CV_STR(";"), 0)) >= 0;
         rest = cv_str_cut(rest, at + 1, rest.n))
        cell[n++] = cv_str_cut(rest, 0, at);
    cell[n++] = rest;
    return n;
}

static void join(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(joins); i++) {
        cv_str cell[LINES][CELLS];
        const cv_str *line[LINES];
        int32_t n_cells[LINES], n_lines = 0, n;
        for (; n_lines < LINES && joins[i].line[n_lines]; n_lines++) {
            line[n_lines] = cell[n_lines];
            n_cells[n_lines] = cells_of(joins[i].line[n_lines], cell[n_lines]);
        }
        const cv_str *got = cv_header_join(line, n_cells, n_lines, &n, &keep);
        cv_text all = cv_text_open(&keep);
        for (int32_t k = 0; k < n; k++) cv_text_addf(&all, "%s%.*s", k ? ";" : "", CV_ARG(got[k]));
        ROW_STR(joins[i].name, cv_text_str(&all), cv_str_of(joins[i].want));
    }
    cv_arena_close(&keep);
}

static const cv_str columns[] = {
    {"id",    2},
    {"votes", 5},
    {"%",     1},
    {"votes", 5},
    {"%",     1},
    {"E#2",   3},
    {"",      0},
    {"E",     1}
};

static const struct {
    const char *name;
    cv_str text;
    int32_t want;
} finds[] = {
    {"by name",                          CV_STR("id"),      0                  },
    {"by number",                        CV_STR("#1"),      0                  },
    {"last by number",                   CV_STR("#8"),      7                  },
    {"a column without name by number",  CV_STR("#7"),      6                  },
    {"number past the end",              CV_STR("#9"),      CV_COLUMN_NONE     },
    {"number zero",                      CV_STR("#0"),      CV_COLUMN_NONE     },
    {"number with a leading zero",       CV_STR("#01"),     CV_COLUMN_NONE     },
    {"a name that occurs twice",         CV_STR("votes"),   CV_COLUMN_AMBIGUOUS},
    {"its first",                        CV_STR("votes#1"), 1                  },
    {"its second",                       CV_STR("votes#2"), 3                  },
    {"its third",                        CV_STR("votes#3"), CV_COLUMN_NONE     },
    {"second percent",                   CV_STR("%#2"),     4                  },
    {"an exact name goes first",         CV_STR("E#2"),     5                  },
    {"first of a name that occurs once", CV_STR("E#1"),     7                  },
    {"case matters",                     CV_STR("ID"),      CV_COLUMN_NONE     },
    {"unknown",                          CV_STR("x"),       CV_COLUMN_NONE     },
    {"unknown with number",              CV_STR("x#1"),     CV_COLUMN_NONE     },
    {"hash and no number",               CV_STR("votes#"),  CV_COLUMN_NONE     },
};

static void find(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(finds); i++)
        ROW_INT(finds[i].name, cv_header_find(columns, N_ROWS(columns), finds[i].text),
                finds[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(join), cmocka_unit_test(find)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
