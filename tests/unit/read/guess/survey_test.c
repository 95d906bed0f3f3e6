#include "table.h"

static cv_survey read_text(const char *text, cv_arena *keep)
{
    return table_survey(cv_str_of(text), keep);
}

static const struct {
    const char *name, *text;
    int32_t n_lines, line, columns, rows;
    const char *first;
} headers[] = {
    {"in line 1",              "a,b\n1,2\n3,4\n5,6\n",                                 1, 1, 2, 3, "a"},
    {"below titles",           "Results\nof 2020\n\na;b\n1;2\n3;4\n5;6\n",             1, 4, 2, 3, "a"},
    {"none",                   "1,2\n3,4\n5,6\n7,8\n",                                 0, 0, 2, 4, "" },
    {"numbers of lists in it", "station,valid,4,5\n1,2,3,4\n5,6,7,8\n9,1,2,3\n",       1, 1, 4, 3,
     "station"                                                                                        },
    {"two lines",              "p;A;;B;\n;x;y;x;y\n1;2;3;4;5\n6;7;8;9;1\n2;3;4;5;6\n", 2, 1, 5, 3, "p"},
    {"text only",              "a,b\nx,y\nz,w\n",                                      1, 1, 2, 2, "a"},
};

static void where_the_header_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(headers); i++) {
        cv_arena keep = cv_arena_open();
        cv_survey s = read_text(headers[i].text, &keep);
        ROW_INT(headers[i].name, s.n_header_lines, headers[i].n_lines);
        if (s.n_header_lines) ROW_INT(headers[i].name, s.header_line[0], headers[i].line);
        ROW_INT(headers[i].name, s.n_columns, headers[i].columns);
        ROW_INT(headers[i].name, s.n_rows, headers[i].rows);
        ROW_STR(headers[i].name, s.column[0].name, cv_str_of(headers[i].first));
        cv_arena_close(&keep);
    }
}

static void names_of_columns(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_survey s = read_text("a,b,a,\n1,2,3,4\n5,6,7,8\n", &keep);
    ROW_STR("first of two", s.column[0].ref, CV_STR("a#1"));
    ROW_STR("alone", s.column[1].ref, CV_STR("b"));
    ROW_STR("second of two", s.column[2].ref, CV_STR("a#2"));
    ROW_STR("without a name", s.column[3].ref, CV_STR("#4"));
    cv_arena_close(&keep);
}

static void counts_of_cells(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_survey s = read_text("k,v\na,1\na,\nb,\"1,204\"\nb,x\nc,NA\nc,007\nd,1.5\nd,7\n", &keep);
    const cv_survey_column *v = &s.column[1];
    assert_int_equal(v->n_count, 3); /* 1, 1204, 7 */
    assert_int_equal(v->n_grouped, 1);
    assert_int_equal(v->n_blank, 2); /* nothing, NA */
    assert_int_equal(v->n_marker, 1);
    assert_int_equal(v->n_code, 1);
    assert_int_equal(v->n_decimal, 1);
    assert_int_equal(v->figure[2], 1204);
    assert_int_equal(v->figure[1], CV_CELL_BLANK);
    assert_int_equal(v->figure[6], CV_NOT_A_FIGURE);
    ROW_STR("marker", v->null_marker, CV_STR("NA"));
    assert_int_equal(s.column[0].n_samples, 3);
    ROW_STR("third sample", s.column[0].sample[2], CV_STR("c"));
    cv_arena_close(&keep);
}

static void questions(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_survey s = read_text("d,s,n\n1,1,x\n1,2,x\n2,1,y\n2,2,y\n2,2,z\n", &keep);
    assert_int_equal(cv_survey_distinct(&s, 0, 10, scratch), 2);
    assert_int_equal(cv_survey_distinct(&s, 2, 2, scratch), 2); /* at most two are counted */
    assert_int_equal(cv_survey_repeats(&s, (int32_t[]){0}, 1, 0, 5, scratch), 3);
    assert_int_equal(cv_survey_repeats(&s, (int32_t[]){0, 1}, 2, 0, 5, scratch), 1);
    assert_int_equal(cv_survey_repeats(&s, (int32_t[]){0, 1}, 2, 0, 4, scratch), 0);
    /* d decides n: of the three rows that repeat a d, two say what it said first */
    assert_int_equal(cv_survey_decides(&s, (int32_t[]){0}, 1, s.column[2].hash, scratch), 66);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

static void only_some_rows(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_survey s = read_text("k,v\nA,1\nP,0.5\nA,2\nP,0.7\nA,\n", &keep);
    assert_false(cv_survey_is_figures(&s.column[1], s.n_rows));
    cv_survey a = cv_survey_only(&s, 0, s.column[0].hash[0], &keep);
    assert_int_equal(a.n_rows, 3);
    assert_int_equal(a.column[1].n_count, 2);
    assert_int_equal(a.column[1].n_blank, 1);
    assert_true(cv_survey_is_figures(&a.column[1], a.n_rows));
    cv_arena_close(&keep);
}

/* At most so many cells are read; the rest of the file is not looked at. */
static void a_limit_of_cells(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("a,b\n"));
    for (int32_t i = 0; i < 20000; i++) cv_text_addf(&t, "%d,%d\n", i, i % 7);
    cv_survey s;
    cv_error err = {0};
    cv_survey_from from = {.path = CV_STR("t"), .in_memory = true, .memory = cv_text_str(&t)};
    from.cells = 2000;
    assert_int_equal(cv_survey_read(&s, &from, &keep, &work, &err), CV_OK);
    assert_false(s.is_whole);
    assert_true(s.n_rows >= 1000 && s.n_rows < 20000);
    from.cells = 0;
    assert_int_equal(cv_survey_read(&s, &from, &keep, &work, &err), CV_OK);
    assert_true(s.is_whole);
    assert_int_equal(s.n_rows, 20000);
    cv_arena_close(&work);
    cv_arena_close(&keep);
}

static void no_table(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "one column\nof\ntext\n", "a,b\n"};
    for (size_t i = 0; i < N_ROWS(texts); i++) {
        cv_arena keep = cv_arena_open(), work = cv_arena_open();
        cv_survey s;
        cv_error err = {0};
        cv_survey_from from = {
            .path = CV_STR("t"), .in_memory = true, .memory = cv_str_of(texts[i])};
        ROW_INT(texts[i], cv_survey_read(&s, &from, &keep, &work, &err), CV_E_INPUT);
        cv_arena_close(&work);
        cv_arena_close(&keep);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_the_header_is),
        cmocka_unit_test(names_of_columns),
        cmocka_unit_test(counts_of_cells),
        cmocka_unit_test(questions),
        cmocka_unit_test(only_some_rows),
        cmocka_unit_test(a_limit_of_cells),
        cmocka_unit_test(no_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
