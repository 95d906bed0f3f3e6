#include "case.h"

#include "read/case/lines.h"

/* A file with a name and a number; the number under two names. */
static const cv_line_column columns[] = {
    {CV_STR("name"),   CV_STR(""),      true },
    {CV_STR("number"), CV_STR("count"), false},
};

typedef struct {
    cv_text seen;
} taker;

static cv_status take(cv_lines *l, void *who)
{
    taker *t = who;
    if (cv_str_eq(cv_line_cell(l, 0), CV_STR("bad"))) return cv_line_fail(l, 1, "not this: '%.*s'");
    cv_text_addf(&t->seen, "%lld %.*s %.*s\n", (long long)l->line, CV_ARG(cv_line_cell(l, 0)),
                 CV_ARG(cv_line_cell(l, 1)));
    return CV_OK;
}

/* clang-format off */
static const struct {
    const char *name, *text; /* NULL: no file */
    bool good;
    const char *want; /* what was taken, or place and text of the error */
} ROWS[] = {
    {"no file",              NULL,                        true,  ""},
    {"lines as they stand",  "number,name\n1,a\n2,b\n",   true,  "2 a 1\n3 b 2\n"},
    {"another name",         "count,name\n1,a\n",         true,  "2 a 1\n"},
    {"a column left out",    "name\na\n",                 true,  "2 a \n"},
    {"no such column",       "name,nunber\n",             false, "1:2 unknown column 'nunber'"},
    {"a column twice",       "name,name\n",               false, "1:2 unknown column 'name'"},
    {"a column that is needed", "number\n",               false, "1:0 no column 'name'"},
    {"a cell that is wrong", "name,number\na,1\nbad,2\n", false, "3:2 not this: '2'"},
    {"a cell too many",      "name,number\na,1,2\n",      false, "2:3 expected 2 cells, found 3"},
};
/* clang-format on */

static void lines_are_taken_or_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        test_case t;
        case_open(&t);
        if (ROWS[i].text) case_file(&t, "x.csv", ROWS[i].text);
        cv_spec spec = {0};
        cv_read_options options = CV_READ_OPTIONS_DEFAULT;
        cv_reading r = {.spec = &spec,
                        .options = &options,
                        .folder = cv_str_of(t.dir),
                        .b = cv_build_open(&t.keep, &t.work),
                        .keep = &t.keep,
                        .work = &t.work,
                        .err = &t.err};
        taker who = {cv_text_open(&t.keep)};
        cv_lines l = {.r = &r, .column = columns, .n_columns = 2, .take = take, .who = &who};
        bool found;
        cv_status status = cv_lines_read(&l, &found, &spec.incidents, CV_STR("x.csv"));
        ROW_INT(ROWS[i].name, status == CV_OK, ROWS[i].good);
        ROW_INT(ROWS[i].name, found, ROWS[i].good && ROWS[i].text);
        cv_str got = status == CV_OK ? cv_text_str(&who.seen)
                                     : cv_str_format(&t.keep, "%lld:%lld %s", (long long)t.err.line,
                                                     (long long)t.err.column, t.err.text);
        ROW_STR(ROWS[i].name, got, cv_str_of(ROWS[i].want));
        case_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lines_are_taken_or_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
