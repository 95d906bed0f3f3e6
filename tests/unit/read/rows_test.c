#include "dump.h"

#include "keep.h"

static const struct {
    const char *name;
    cv_str text;
    int32_t n_lines;
    int32_t line[3];
    const char *want;
    char separator, comment;
} headers[] = {
    {"line 1",                             CV_STR("a;b\n1;2\n"),        1,      {1},                                                "@ [a][b]\n2 1|2\n.1\n"   },
    {"names are trimmed",
     CV_STR(" a ;\xc2\xa0"
            "b\n1;2\n"),
     1,                                                                         {1},
     "@ [a][b]\n2 1|2\n.1\n"                                                                                                                                  },
    {"a name over two lines",              CV_STR("\"a\nb\";c\n1;2\n"), 1,      {1},                                                "@ [a\nb][c]\n3 1|2\n.1\n"},
    {"a name that is missing",             CV_STR(";b\n1;2\n"),         1,      {1},                                                "@ [][b]\n2 1|2\n.1\n"    },
    {"no rows",                            CV_STR("a;b\n"),             1,      {1},                                                "@ [a][b]\n.0\n"          },
    {"line 3",
     CV_STR("Results\nof, \"all\na;b\n1;2\n"),
     1,                                                                         {3},
     "@ [a][b]\n4 1|2\n.1 line above the header 2@1\n"                                                                                                        },
    {"titles do not choose the separator",
     CV_STR("x,y,z\nx,y,z\nx,y,z\na;b\n1;2\n"),
     1,                                                                         {4},
     "@ [a][b]\n5 1|2\n.1 line above the header 3@1\n"                                                                                                        },
    {"a blank line before it",
     CV_STR("\na;b\n1;2\n"),
     1,                                                                         {1},
     "@ [a][b]\n3 1|2\n.1 blank line 1@1\n"                                                                                                                   },
    {"comments before it",
     CV_STR("#x,y\n#z\na;b\n1;2\n"),
     1,                                                                         {1},
     "@ [a][b]\n4 1|2\n.1 comment line 2@1\n",                                                                                                                  .comment = '#'},
    {"none",                                    CV_STR("1;2\n3;4\n"),                                                          0,         {0}, "@ [][]\n1 1|2\n2 3|4\n.2\n"               },
    {"none, after a blank line",
     CV_STR("\n1;2\n3;4\n"),
     0,                                                    {0},
     "@ [][]\n2 1|2\n3 3|4\n.2 blank line 1@1\n"                                                                                                },
    {"none, and no rows",                                    CV_STR("\n\n"),                                             0,  {0},       "@ \n.0 blank line 2@1\n"},
    {"two lines",
     CV_STR("A;;B\nx;y;z\n1;2;3\n"),
     2,                                            {1, 2},
     "@ [A / x][A / y][B / z]\n3 1|2|3\n.1\n"                                                                                                     },
    {"three lines after titles",
     CV_STR("T\n\nA;\nM;\nx;y\n1;2\n"),
     3,                                         {3, 4, 5},
     "@ [A / M / x][A / M / y]\n6 1|2\n.1 line above the header 2@1\n"                                                                                                     },
    {"lines apart",
     CV_STR("A;B\n--\nx;y\n1;2\n"),
     2,                                             {1, 3},
     "@ [A / x][B / y]\n4 1|2\n.1 line above the header 1@2\n"                                                                                                    },
    {"a line of several that is blank",
     CV_STR("A;B\n\nx;y\n"),
     2,                                                    {1, 2},
     "E2:2:0 no header is found here\n"                                                                                             },
    {"past the end",                                    CV_STR("a;b\n1;2\n"),                                                  1, {4}, "E2:4:0 no header is found here\n"},
    {"only blank lines",                                    CV_STR("\n\n"),                                              1,   {1},       "E2:1:0 no header is found here\n"                                                                                                 },
    {"a broken quote",
     CV_STR("a;b\"\n1;2\n"),
     1,                                                    {1},
     "E2:1:2 cell 2 has a quote that is not closed or not doubled\n"                                                                                                },
    {"sep=",
     CV_STR("sep=|\na|b,c\n1|2,3\n"),
     1,                                           {1},
     "@ [a][b,c]\n3 1|2,3\n.1 separator line 1@1\n"                                                                                                         },
    {"sep= and a later header",
     CV_STR("sep=|\nT\na|b\n1|2\n"),
     1,                                            {3},
     "@ [a][b]\n4 1|2\n.1 separator line 1@1 line above the header 1@2\n"                                                                                                        },
    {"sep= and no header",
     CV_STR("sep=|\n1|2\n"),
     0,                                                    {0},
     "@ [][]\n2 1|2\n.1 separator line 1@1\n"                                                                                                },
    {"the case file goes before sep=",
     CV_STR("sep=|\na;b\n1;2\n"),
     1,                                               {1},
     "@ [a][b]\n3 1|2\n.1 separator line 1@1\n",                                                                                                      .separator = ';'},
    {"another separator",                    CV_STR("a:b\n1:2\n"),                                               1,                                   {1},                                              "@ [a][b]\n2 1|2\n.1\n",.separator = ':'},
    {"one column",             CV_STR("a\n1\na\n"),                        1,                              {1},                        "@ [a]\n2 1\n3 a\n.2\n"                                                                                               },
};

static cv_table_format format_of(size_t i)
{
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.n_header_lines = headers[i].n_lines;
    for (int32_t k = 0; k < f.n_header_lines; k++) f.header_line[k] = headers[i].line[k];
    f.separator = headers[i].separator;
    f.comment = headers[i].comment;
    f.one_thread = true;
    return f;
}

static void header(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(headers); i++) {
        cv_table_format f = format_of(i);
        for (f.block_bytes = 0; f.block_bytes < 12; f.block_bytes++)
            ROW_STR(headers[i].name, dump_bytes(headers[i].text, &f, &keep),
                    cv_str_of(headers[i].want));
    }
}

static void columns_limit(void **state)
{
    (void)state;
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.limits.columns = 3;
    ROW_STR("three", dump_bytes(CV_STR("a,b,c\n"), &f, &keep), CV_STR("@ [a][b][c]\n.0\n"));
    ROW_STR("four", dump_bytes(CV_STR("a,b,c,d\n"), &f, &keep),
            CV_STR("E3:1:0 4 columns are past the limit of 3\n"));
    f.n_header_lines = 0;
    ROW_STR("four without header", dump_bytes(CV_STR("a,b,c,d\n"), &f, &keep),
            CV_STR("E3:1:0 4 columns are past the limit of 3\n"));
}

/* 20,000 columns, more than a window shows at first; rows of 40,000 bytes. */
static void widest(void **state)
{
    (void)state;
    enum { COLUMNS = 20000, ROWS = 30 };
    cv_text text = cv_text_open(&keep);
    for (int r = 0; r <= ROWS; r++)
        for (int i = 0; i < COLUMNS; i++)
            cv_text_addf(&text, "%d%c", r ? r : i, i + 1 < COLUMNS ? ';' : '\n');
    cv_table *t;
    const cv_table_member *m;
    cv_batch b;
    assert_int_equal(cv_table_open_bytes(&t, CV_STR("wide"), cv_text_str(&text),
                                         &CV_TABLE_FORMAT_DEFAULT, &keep, NULL),
                     CV_OK);
    assert_int_equal(cv_table_next_member(t, &m, NULL), CV_OK);
    assert_int_equal(m->n_columns, COLUMNS);
    assert_int_equal(m->separator, ';');
    assert_int_equal(cv_table_column(t, CV_STR("19999")), 19999);
    int row = 0;
    for (;;) {
        assert_int_equal(cv_table_next(t, &b, NULL), CV_OK);
        if (!b.n_rows) break;
        for (int32_t i = 0; i < b.n_rows; i++) {
            cv_str want = cv_str_format(&keep, "%d", ++row);
            assert_int_equal(b.code[i], 0);
            assert_true(cv_str_eq(cv_batch_cell(&b, i, COLUMNS - 1), want));
        }
    }
    assert_int_equal(row, ROWS);
    cv_table_close(t);
}

/* A line of 100 MB is refused, costs little memory, and the rows after it are read. */
static void endless_line(void **state)
{
    (void)state;
    const int64_t n = 100000000;
    char *p = cv_new(&keep, char, n + 32);
    memset(p, 'x', (size_t)n + 32);
    memcpy(p, "a,b\n1,2\n3,", 10);
    memcpy(p + n, "\n5,6\n", 5);
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    cv_table *t;
    cv_arena own = cv_arena_open();
    cv_text out = cv_text_open(&keep);
    assert_int_equal(cv_table_open_bytes(&t, CV_STR(""), (cv_str){p, n + 5}, &f, &own, NULL),
                     CV_OK);
    assert_int_equal(dump_members(&out, t, NULL), CV_OK);
    ROW_STR("100 MB", cv_text_str(&out), CV_STR("@ [a][b]\n2 1|2\n3 R15.0 3|\n4 5|6\n.3\n"));
    cv_arena_close(&own);
}

/* The limits of the design: a cell of 64 KiB is taken, one byte more is refused; a line of 1 MiB
 * with its end is taken. */
static void real_limits(void **state)
{
    (void)state;
    const int64_t kib = 1024;
    const struct {
        const char *name;
        int64_t cells, bytes; /* after "a" in the first column: cells of so many bytes */
        int code;
    } rows[] = {
        {"cell of 64 KiB",     1,  64 * kib,     0          },
        {"cell of 64 KiB + 1", 1,  64 * kib + 1, CV_R15_LONG},
        {"line of 1 MiB",      15, 64 * kib,     0          },
        {"line past 1 MiB",    16, 64 * kib,     CV_R15_LONG},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_text text = cv_text_open(&keep);
        cv_text_add(&text, CV_STR("h"));
        cv_text_repeat(&text, ',', rows[i].cells);
        cv_text_add(&text, CV_STR("\na"));
        for (int64_t k = 0; k < rows[i].cells; k++) {
            cv_text_add(&text, CV_STR(","));
            cv_text_repeat(&text, 'x', rows[i].bytes);
        }
        cv_text_add(&text, CV_STR("\n"));
        cv_table *t;
        const cv_table_member *m;
        cv_batch b;
        ROW_INT(rows[i].name,
                cv_table_open_bytes(&t, CV_STR(""), cv_text_str(&text), &CV_TABLE_FORMAT_DEFAULT,
                                    &keep, NULL),
                CV_OK);
        ROW_INT(rows[i].name, cv_table_next_member(t, &m, NULL), CV_OK);
        ROW_INT(rows[i].name, cv_table_next(t, &b, NULL), CV_OK);
        ROW_INT(rows[i].name, b.n_rows, 1);
        ROW_INT(rows[i].name, b.code[0], rows[i].code);
        cv_table_close(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(header, set_up, tear_down),
        cmocka_unit_test_setup_teardown(columns_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(widest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(endless_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(real_limits, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
