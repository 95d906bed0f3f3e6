#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/text.h"
#include "keep.h"
#include "read/law.h"
#include "read/table.h"

static cv_arena work;

static int open_both(void **state)
{
    work = cv_arena_open();
    return set_up(state);
}

static int close_both(void **state)
{
    cv_arena_close(&work);
    return tear_down(state);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_both, close_both)

static cv_date day(const char *text)
{
    cv_date d;
    assert_true(cv_date_parse(&d, cv_str_of(text)));
    return d;
}

/* ---- what is shipped ---- */

static void every_profile_is_read_and_has_a_title(void **state)
{
    (void)state;
    cv_laws all = cv_laws_shipped(&keep, &work);
    assert_true(all.n >= 30);
    for (int32_t i = 0; i < all.n; i++) {
        const cv_law *law = &all.law[i];
        if (cv_str_eq(cv_law_title(law), law->id)) fail_msg("%s has no title", law->id.s);
        for (int32_t k = 0; k < i; k++) assert_false(cv_str_eq(all.law[k].id, law->id));
    }
    assert_null(cv_laws_named(&all, CV_STR("kg-1895")));
}

/* Article 75(2) of 1999 counts voters who took part; article 46(3) has no figure for turnout. */
static void the_kyrgyz_code_of_2005(void **state)
{
    (void)state;
    cv_laws all = cv_laws_shipped(&keep, &work);
    const cv_law *law = cv_laws_named(&all, CV_STR("kg-2005"));
    const cv_law_rule *win = cv_law_find(law, "win.round1", day("2005-02-27"));
    assert_int_equal(win->condition[0].base[0], CV_LAW_PARTICIPANTS);
    assert_int_equal(win->status, CV_LAW_READ);
    const cv_law_rule *turnout = cv_law_find(law, "turnout.min", day("2005-02-27"));
    assert_false(turnout->has_number);
    assert_int_equal(turnout->condition[0].q, 0);
    assert_null(cv_law_find(law, "win.round1", day("2007-12-16")));
    assert_int_equal(law->n_offsets, 2);
    assert_int_equal(law->offset[0].minutes, 300);
    assert_false(cv_date_is(law->offset[0].from));
    assert_int_equal(law->offset[1].minutes, 360);
    assert_int_equal(cv_date_cmp(law->offset[1].from, day("2005-03-27T02:30")), 0);
    assert_int_equal(law->n_holidays, 2);
    assert_int_equal(law->holiday[0].day, day("2005-03-08").day);
}

/* The districts of 2021 take "against all" from the law of 2011. */
static void a_profile_builds_on_its_parents(void **state)
{
    (void)state;
    cv_laws all = cv_laws_shipped(&keep, &work);
    const cv_law *law = cv_laws_named(&all, CV_STR("kg-2021-smd"));
    assert_true(cv_str_eq(law->parent->id, CV_STR("kg-2021")));
    const cv_law_rule *against = cv_law_find(law, "against_all", day("2021-11-28"));
    assert_true(cv_str_eq(against->jurisdiction, CV_STR("kg-2011")));
    const cv_law_rule *cancelled = cv_law_find(law, "void.by_cancelled_votes", day("2021-11-28"));
    assert_int_equal(cancelled->condition[0].n_bases, 2);
    const cv_law_rule *stations = cv_law_find(law, "void.by_stations", day("2021-11-28"));
    assert_int_equal(stations->modal, CV_LAW_MAY);
}

/* ---- against the table of parameters ---- */

static const char *const COLUMNS[] = {"key", "jurisdiction", "relation", "p",
                                      "q",   "extra",        "status"};
enum { KEY, WHERE, RELATION, P, Q, EXTRA, STATUS, N_WANTED };

/* The shipped lines say in `value` what four relations of the table say in words. */
static bool same_relation(cv_str table, cv_str own)
{
    static const char *const words[] = {"text", "may_affect", "affected", "none"};
    for (int i = 0; i < 4; i++)
        if (cv_str_eq(table, cv_str_of(words[i]))) return cv_str_eq(own, CV_STR("words"));
    return cv_str_eq(table, own) || (!table.n && cv_str_eq(own, CV_STR("words")));
}

static bool same_number(cv_str table, const cv_law_rule *r, int64_t own)
{
    cv_count n;
    if (cv_str_eq(table, CV_STR("?"))) return !r->has_number;
    if (!table.n) return !r->has_number || own == 1;
    return cv_count_parse(&n, table) == CV_PARSE_OK && r->has_number && n == own;
}

static bool is_the_row(const cv_law_rule *r, const cv_str *cell)
{
    static const cv_str absolute = {"absolute: ", 10};
    cv_str p = cell[P], relation = cell[RELATION], status = cell[STATUS];
    if (cv_str_starts(cell[EXTRA], absolute)) /* "absolute: 2000 votes" */
        p = cv_str_cut(cell[EXTRA], absolute.n, cv_str_find(cell[EXTRA], CV_STR(" votes"), 0));
    return cv_str_eq(r->key, cell[KEY]) && same_relation(relation, r->relation) &&
           same_number(p, r, r->p) && same_number(cell[Q], r, r->q) &&
           cv_str_eq(cv_law_status_word(r->status), status);
}

static bool is_shipped(const cv_laws *all, const cv_str *cell)
{
    const cv_law *law = cv_laws_named(all, cell[WHERE]);
    for (int32_t i = 0; law && i < law->n_rules; i++)
        if (is_the_row(&law->rule[i], cell)) return true;
    return false;
}

/* The row about Ukraine that is a remark on the others stands as a note of its profile. */
static bool is_a_remark(const cv_str *cell)
{
    return cv_str_eq(cell[WHERE], CV_STR("ua-note"));
}

static void every_row_of_the_table_of_parameters_is_shipped(void **state)
{
    (void)state;
    const char *data = getenv("CANVASS_DATA");
    cv_str path =
        cv_str_format(&keep, "%s/observation/law_parameters.csv", data ? data : "/nonexistent");
    if (!cv_file_exists(path)) skip();
    cv_laws all = cv_laws_shipped(&keep, &work);
    cv_table *table;
    const cv_table_member *member;
    cv_batch batch;
    cv_error err;
    int32_t at[N_WANTED], n = 0, remarks = 0;
    assert_int_equal(cv_table_open(&table, path, &CV_TABLE_FORMAT_DEFAULT, &work, &err), CV_OK);
    assert_int_equal(cv_table_next_member(table, &member, &err), CV_OK);
    for (int i = 0; i < N_WANTED; i++) {
        at[i] = cv_table_column(table, cv_str_of(COLUMNS[i]));
        assert_true(at[i] >= 0);
    }
    for (;;) {
        assert_int_equal(cv_table_next(table, &batch, &err), CV_OK);
        if (!batch.n_rows) break;
        for (int32_t row = 0; row < batch.n_rows; row++, n++) {
            cv_str cell[N_WANTED];
            for (int i = 0; i < N_WANTED; i++) cell[i] = cv_batch_cell(&batch, row, at[i]);
            if (is_a_remark(cell))
                remarks++;
            else if (!is_shipped(&all, cell))
                fail_msg("line %lld: %.*s of %.*s is not shipped", (long long)batch.line[row],
                         CV_ARG(cell[KEY]), CV_ARG(cell[WHERE]));
        }
    }
    cv_table_close(table);
    assert_int_equal(n, 60);
    assert_int_equal(remarks, 1);
    const cv_law *ukraine = cv_laws_named(&all, CV_STR("ua-2020"));
    assert_non_null(cv_law_find(ukraine, "note", CV_NO_DATE));
}

/* ---- a case's own ---- */

static const char *own(const char *text, const cv_law **law)
{
    cv_laws all = cv_laws_shipped(&keep, &work);
    cv_error err = {0};
    const cv_law_text from = {
        .id = CV_STR("law.csv"), .file = CV_STR("law.csv"), .text = cv_str_of(text)};
    cv_status s = cv_law_read_own(law, &from, &all, &keep, &work, &err);
    if (s == CV_OK) return "";
    return cv_str_format(&keep, "%s:%lld:%lld: %s / %s", err.file, (long long)err.line,
                         (long long)err.column, err.text, err.hint)
        .s;
}

static void a_case_overrides_single_keys_of_a_shipped_profile(void **state)
{
    (void)state;
    const cv_law *law = NULL;
    const char *text = "# found in the Special Part\n"
                       "key,value,numerator,relation,p,q,denominator,modal,source,status\n"
                       "parent,kg-2005,,,,,,,,\n"
                       "\n"
                       "turnout.min,,participants,ge,1,2,registered,must,art. 70,read\n"
                       "against_all,none,,,,,,,art. 1,unverified\n"
                       "calendar.holiday,2005-03-24,,,,,,,decree,unverified\n";
    assert_string_equal(own(text, &law), "");
    const cv_law_rule *turnout = cv_law_find(law, "turnout.min", day("2005-02-27"));
    assert_true(turnout->has_number);
    assert_int_equal(turnout->line, 5);
    assert_null(cv_law_find(law, "against_all", day("2005-02-27")));
    assert_non_null(cv_law_find(law, "win.round1", day("2005-02-27")));
    assert_int_equal(law->n_holidays, 3);
    assert_int_equal(law->holiday[2].day, day("2005-03-24").day);
    assert_int_equal(law->n_offsets, 2);
    assert_true(cv_str_eq(cv_law_title(law), CV_STR("law.csv")));
}

static void what_is_wrong_is_said_at_its_place(void **state)
{
    (void)state;
    const cv_law *law;
    assert_string_equal(own("key,source,status,moda\n", &law),
                        "law.csv:1:4: unknown column 'moda' / did you mean 'modal'?");
    assert_string_equal(own("key,status\n", &law), "law.csv:1:0: no column 'source' / ");
    assert_string_equal(own("key,source,status,key\n", &law),
                        "law.csv:1:4: column 'key' stands twice / ");
    assert_string_equal(own("# a\n# b\nkey,value,source,status\nparent,kg-2006,,\n", &law),
                        "law.csv:4:0: no profile 'kg-2006' / did you mean 'kg-2005'?");
    assert_string_equal(own("key,source,status\n\ngrund,a,read\n", &law),
                        "law.csv:3:1: unknown key 'grund' / the keys are in "
                        "docs/reference/law.md");
    assert_string_equal(own("key,source,status\ngrounds,a\n", &law),
                        "law.csv:2:2: expected 3 cells, found 2 / ");
}

static void a_circle_of_parents_is_an_error(void **state)
{
    (void)state;
    const cv_law_file files[] = {
        {"law/x.csv", "key,jurisdiction,value,source,status\nparent,a,b,,\nparent,b,a,,\n"},
    };
    cv_laws all;
    cv_error err;
    assert_int_equal(cv_laws_read(&all, files, 1, &keep, &work, &err), CV_E_INPUT);
    assert_string_equal(err.text, "the profile 'a' is its own parent");
    assert_int_equal(err.line, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_profile_is_read_and_has_a_title),
        TEST(the_kyrgyz_code_of_2005),
        TEST(a_profile_builds_on_its_parents),
        TEST(every_row_of_the_table_of_parameters_is_shipped),
        TEST(a_case_overrides_single_keys_of_a_shipped_profile),
        TEST(what_is_wrong_is_said_at_its_place),
        TEST(a_circle_of_parents_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
