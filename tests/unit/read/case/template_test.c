#include "../../row.h"

#include "read/case/template.h"

/* The table of every row: A|B:1-2|Näme|empty, and its one row. */
static const char table_text[] = "A,B:1-2,Näme,empty\nx1,boo,Žižek Ana,\n";

typedef struct {
    const char *name, *text;
    cv_template_kind kind;
    const char *want;
    int32_t empty, too_short; /* columns; -1: none */
} template_row;

#define COL CV_TEMPLATE_COLUMN
#define LIT CV_TEMPLATE_LITERAL

static const template_row rows[] = {
    {"a column's name",                   "A",               COL, "x1",            -1, -1},
    {"a literal",                         "A",               LIT, "A",             -1, -1},
    {"a column in braces",                "{A}",             COL, "x1",            -1, -1},
    {"spaces in braces",                  "{ A }",           LIT, "x1",            -1, -1},
    {"texts and columns",                 "a-{A}-z",         LIT, "a-x1-z",        -1, -1},
    {"a column by number",                "{#1}{#3}",        LIT, "x1Žižek Ana", -1, -1},
    {"characters, not bytes",             "{Näme:1-3}",     LIT, "Žiž",         -1, -1},
    {"one character",                     "{Näme:5-5}",     LIT, "k",             -1, -1},
    {"a name that looks like a range",    "{B:1-2}",         LIT, "boo",           -1, -1},
    {"a range of it",                     "{B:1-2:2-3}",     LIT, "oo",            -1, -1},
    {"a cell that is too short",          "{A:1-5}",         LIT, "x1",            -1, 0 },
    {"a cell that ends before",           "{A:4-5}",         LIT, "",              -1, 0 },
    {"an empty cell",                     "{empty}",         LIT, "",              3,  -1},
    {"no double space for an empty cell", "{A} {empty} {A}", LIT, "x1 x1",         3,  -1},
    {"no space at the ends",              "{empty} {A}",     LIT, "x1",            3,  -1},
};

typedef struct {
    cv_arena keep;
    cv_table *table;
    cv_spec spec;
    cv_columns columns;
    cv_error err;
    const cv_str *cell;
} fixture;

static void open_table(fixture *f, cv_str text)
{
    *f = (fixture){.keep = cv_arena_open()};
    const cv_table_member *m;
    cv_batch batch;
    cv_str bytes = {table_text, sizeof table_text - 1};
    f->spec.text = (cv_json_text){.file = CV_STR("e.json"), .text = text};
    assert_int_equal(cv_table_open_bytes(&f->table, CV_STR("r.csv"), bytes,
                                         &CV_TABLE_FORMAT_DEFAULT, &f->keep, &f->err),
                     CV_OK);
    assert_int_equal(cv_table_next_member(f->table, &m, &f->err), CV_OK);
    f->columns = cv_columns_open(&f->spec, f->table, m, CV_STR("r.csv"), &f->keep, &f->err);
    assert_int_equal(cv_table_next(f->table, &batch, &f->err), CV_OK);
    f->cell = batch.cell;
}

static void close_table(fixture *f)
{
    cv_table_close(f->table);
    cv_arena_close(&f->keep);
}

static void fills_in(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        fixture f;
        open_table(&f, CV_STR(""));
        cv_template t;
        cv_said said = {cv_str_of(rows[i].text), 0};
        ROW_INT(rows[i].name, cv_template_make(&t, &said, rows[i].kind, &f.columns, &f.keep),
                CV_OK);
        cv_buffer buffer = {.work = &f.keep};
        cv_template_gap gap;
        ROW_STR(rows[i].name, cv_template_text(&t, f.cell, &buffer, &gap), cv_str_of(rows[i].want));
        ROW_INT(rows[i].name, gap.empty_column, rows[i].empty);
        ROW_INT(rows[i].name, gap.short_column, rows[i].too_short);
        close_table(&f);
    }
}

static void joins_with_a_slash(void **state)
{
    (void)state;
    fixture f;
    open_table(&f, CV_STR(""));
    const cv_said parts[] = {
        {CV_STR("A"),        0},
        {CV_STR("{#2}-{A}"), 0}
    };
    const cv_saids said = {parts, 2, 0, true};
    cv_template t;
    assert_int_equal(cv_template_join(&t, &said, &f.columns, &f.keep), CV_OK);
    cv_buffer buffer = {.work = &f.keep};
    cv_template_gap gap;
    cv_str text = cv_template_text(&t, f.cell, &buffer, &gap);
    assert_true(cv_str_eq(text, CV_STR("x1/boo-x1")));
    assert_false(cv_template_is_fixed(&t));
    close_table(&f);
}

static void says_nothing_for_nothing(void **state)
{
    (void)state;
    fixture f;
    open_table(&f, CV_STR(""));
    cv_template t;
    cv_buffer buffer = {.work = &f.keep};
    cv_template_gap gap;
    const cv_said absent = {0};
    assert_int_equal(cv_template_make(&t, &absent, LIT, &f.columns, &f.keep), CV_OK);
    assert_int_equal(t.n, 0);
    assert_int_equal(cv_template_text(&t, f.cell, &buffer, &gap).n, 0);
    assert_true(cv_template_is_fixed(&t));
    close_table(&f);
}

typedef struct {
    const char *name, *text, *error;
} wrong_row;

static const wrong_row wrong[] = {
    {"an open brace",        "a{A",     "a brace is not closed in 'a{A' (k)"},
    {"no such column",       "{C}",     "no column 'C' in 'r.csv' (k)"      },
    {"empty braces",         "{}",      "no column '' in 'r.csv' (k)"       },
    {"a range from the end", "{A:5-1}", "no column 'A:5-1' in 'r.csv' (k)"  },
    {"a range from nothing", "{A:0-1}", "no column 'A:0-1' in 'r.csv' (k)"  },
};

static void refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(wrong); i++) {
        fixture f;
        open_table(&f, CV_STR("{\"k\": 1}"));
        cv_template t;
        const cv_said said = {cv_str_of(wrong[i].text), 6};
        ROW_INT(wrong[i].name, cv_template_make(&t, &said, LIT, &f.columns, &f.keep), CV_E_INPUT);
        ROW_STR(wrong[i].name, cv_str_of(f.err.text), cv_str_of(wrong[i].error));
        ROW_INT(wrong[i].name, f.err.column, 7);
        close_table(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_in),
        cmocka_unit_test(joins_with_a_slash),
        cmocka_unit_test(says_nothing_for_nothing),
        cmocka_unit_test(refuses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
