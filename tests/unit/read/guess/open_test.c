#include "table.h"

#include "../pack.h"
#include "read/guess/open.h"

#include <stdlib.h>

static char folder[64];

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/canvass-open-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    char command[96];
    snprintf(command, sizeof command, "%s/t", folder);
    remove(command);
    return rmdir(folder);
}

/* The bytes as a file, opened and guessed. */
static cv_open_tables open_bytes(cv_str bytes, cv_arena *keep)
{
    cv_str path = cv_str_format(keep, "%s/t", folder);
    FILE *f = fopen(path.s, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.s, 1, (size_t)bytes.n, f), bytes.n);
    fclose(f);
    cv_error err = {0};
    cv_open_tables out;
    const cv_str file = CV_STR("../t");
    const cv_open_files files = {.path = &path, .file = &file, .n_paths = 1};
    if (cv_open_guess(&out, &files, keep, &err) != CV_OK) fail_msg("%s", err.text);
    return out;
}

static const char *const head = "Mesa,Ana,Beto,Caro,Válidos";

static void one_table(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_open_tables t = open_bytes(table_text(head, "sABCV", &keep), &keep);
    assert_int_equal(t.n, 1);
    ROW_STR("file", t.table[0].file, CV_STR("../t"));
    ROW_STR("stem", t.table[0].stem, CV_STR("t"));
    ROW_STR("member", t.table[0].member, CV_STR(""));
    cv_arena_close(&keep);
}

/* The same stations in two members: versions. */
static void versions_in_an_archive(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_str text = table_text(head, "sABCV", &keep);
    const pack_member m[] = {
        {"first.csv",  text, NULL},
        {"second.csv", text, NULL}
    };
    cv_open_tables t = open_bytes(pack(archive_write_set_format_zip, NULL, m, 2, &keep), &keep);
    assert_int_equal(t.n, 2);
    assert_int_equal(t.table[1].is, CV_DRAFT_VERSION);
    ROW_STR("member", t.table[1].member, CV_STR("second.csv"));
    assert_int_equal(t.table[1].version, 2);
    cv_arena_close(&keep);
}

/* Other stations in the second member: one table, read from all of them. */
static void parts_in_an_archive(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text north = cv_text_open(&keep);
    cv_text_addf(&north, "%s\n", head);
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&north, "%d,%d,%d,%d,%d\n", 9000 + i, f.a, f.b, f.c, f.valid);
    }
    const pack_member m[] = {
        {"a.csv", table_text(head, "sABCV", &keep), NULL},
        {"b.csv",   cv_text_str(&north),                  NULL                  }
    };
    cv_open_tables t = open_bytes(pack(archive_write_set_format_zip, NULL, m, 2, &keep), &keep);
    assert_int_equal(t.n, 1);
    ROW_STR("member", t.table[0].member, CV_STR(""));
    assert_int_equal(t.table[0].survey->n_rows, 2 * TABLE_ROWS);
    cv_arena_close(&keep);
}

/* A second header in the archive, and a table without votes. */
static void other_headers_in_an_archive(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const pack_member m[] = {
        {"president.csv", table_text(head,                  "sABCV", &keep), NULL},
        {"list.csv",      table_text("Mesa,P,Q,R,Válidos", "sABCV", &keep), NULL},
        {"schools.csv",   table_text("Mesa,Address",        "sn",    &keep), NULL},
    };
    cv_open_tables t = open_bytes(pack(archive_write_set_format_zip, NULL, m, 3, &keep), &keep);
    assert_int_equal(t.n, 2);
    assert_int_equal(t.table[1].is, CV_DRAFT_CONTEST);
    ROW_STR("member", t.table[0].member, CV_STR("president.csv"));
    assert_int_equal(t.n_others, 1);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(versions_in_an_archive, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parts_in_an_archive, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_headers_in_an_archive, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
