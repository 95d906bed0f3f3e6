/* Forms of several laws: each can be read, names lines and rules that exist, and its file is
 * refused at the place where it is wrong. */
#include "../../row.h"

#include "read/case/form.h"

static cv_status read_text(cv_form_profile *out, const char *text, cv_arena *keep, cv_error *err)
{
    return cv_form_read(out, CV_STR("f"), CV_STR("f.txt"), cv_str_of(text), keep, err);
}

static void every_form_of_the_program_is_whole(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    int32_t n = 0;
    for (cv_str id; (id = cv_form_shipped_name(n)).n; n++) {
        cv_form_profile form;
        cv_error err = {0};
        cv_str copy = cv_str_copy(&keep, id);
        if (cv_form_read(&form, id, id, cv_form_shipped(id), &keep, &err) != CV_OK)
            fail_msg("%s:%d:%d: %s", copy.s, (int)err.line, (int)err.column, err.text);
        ROW_TRUE(copy.s, form.n_relations > 0 && form.n_lines > 0);
        for (int32_t i = 0; i < form.n_relations; i++) {
            ROW_TRUE(copy.s, form.relation[i].cite.n > 0);
            /* A trigger is no contradiction. */
            if (form.relation[i].code == 920)
                ROW_INT(copy.s, form.relation[i].severity, CV_WARNING);
        }
        if (form.took_part.n) ROW_TRUE(copy.s, cv_field_named(form.took_part) != CV_F_NONE);
    }
    assert_true(n >= 11);
    assert_null(cv_form_shipped(CV_STR("atlantis")).s);
    cv_arena_close(&keep);
}

#define GOOD "name | n\nlaw | l\n"

static void rows_become_a_form(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_form_profile form;
    cv_error err = {0};
    const char *text =
        "# said\n\n" GOOD "took_part | signed\n"
        "line | 1a | reg_add | added\n"
        "line | 13 | opt | votes\n"
        "rule | C201 | warning | 5 | 2 = 3 | recv = iss where reg > 0 | read | a. 1\n"
        "rule | C309 | error | 0 | | - | secondary | a. 2\n"
        "off | C209 | because\n";
    assert_int_equal(read_text(&form, text, &keep, &err), CV_OK);
    assert_int_equal(form.n_lines, 2);
    assert_true(cv_str_eq(form.line[0].number, CV_STR("1a")));
    assert_int_equal(form.n_relations, 2);
    assert_int_equal(form.relation[0].severity, CV_WARNING);
    assert_int_equal(form.relation[0].tolerance, 5);
    assert_int_equal(form.relation[0].that.n, 3);
    assert_int_equal(form.relation[0].when.n, 3);
    assert_int_equal(form.relation[1].that.n, 0); /* the catalogue's own */
    assert_int_equal(form.relation[1].mark, CV_FORM_MARK_SECONDARY);
    assert_int_equal(form.n_settings, 1);
    cv_arena_close(&keep);
}

static void wrong_rows_are_refused_where_they_are(void **state)
{
    (void)state;
    const struct {
        const char *text;
        int64_t line, column;
    } bad[] = {
        {GOOD "relation | C201\n",                                         3, 1 },
        {GOOD "name\n",                                                    3, 1 },
        {GOOD "off | C209\n",                                              3, 1 },
        {GOOD "off | C209 | why | more\n",                                 3, 1 },
        {GOOD "off | C299 | why\n",                                        3, 7 },
        {GOOD "line | 1 | rgister | r\n",                                  3, 12},
        {GOOD "rule | C201 | fatal | 0 | | recv = 1 | read | c\n",         3, 15},
        {GOOD "rule | C201 | error | -1 | | recv = 1 | read | c\n",        3, 23},
        {GOOD "rule | C201 | error | 0 | | recv = what | read | c\n",      3, 36},
        {GOOD "rule | C201 | error | 0 | | recv = 1 where x | read | c\n", 3, 44},
        {GOOD "rule | C201 | error | 0 | | recv = 1 | maybe | c\n",        3, 40},
        {GOOD "rule | C201 | error | 0 | | recv = 1 | read | \n",          3, 1 },
        {"law | l\n",                                                      1, 1 },
    };
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(bad); i++) {
        cv_form_profile form = {0};
        cv_error err = {0};
        ROW_INT(bad[i].text, read_text(&form, bad[i].text, &keep, &err), CV_E_INPUT);
        ROW_INT(bad[i].text, err.line, bad[i].line);
        ROW_INT(bad[i].text, err.column, bad[i].column);
        ROW_TRUE(bad[i].text, !form.name.n);
    }
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_of_the_program_is_whole),
        cmocka_unit_test(rows_become_a_form),
        cmocka_unit_test(wrong_rows_are_refused_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
