#include "pack.h"

#include "base/file.h"

#include <stdlib.h>
#include <unistd.h>

static cv_arena keep;
static char folder[64];

static int set_up(void **state)
{
    (void)state;
    keep = cv_arena_open();
    strcpy(folder, "/tmp/canvass-bytes-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    cv_arena_close(&keep);
    return rmdir(folder);
}

static const struct {
    const char *name;
    cv_str head;
    const char *want;
} signs[] = {
    {"PDF",                    CV_STR("%PDF-1.7\n"),                       "E2:0:0 '' does not look like a table: it is a PDF document\n"},
    {"old Excel",              CV_STR("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
     "E2:0:0 '' does not look like a table: it is an old or encrypted Excel or Word file\n"                                              },
    {"7z",                     CV_STR("7z\xbc\xaf\x27\x1c"),
     "E2:0:0 '' does not look like a table: it is a 7z archive\n"                                                                        },
    {"RAR",                    CV_STR("Rar!\x1a\x07"),                     "E2:0:0 '' does not look like a table: it is a RAR archive\n" },
    {"SQLite",                 CV_STR("SQLite format 3\0"),
     "E2:0:0 '' does not look like a table: it is an SQLite database\n"                                                                  },
    {"a picture",              CV_STR("\x89PNG\r\n"),                      "E2:0:0 '' does not look like a table: it is a picture\n"     },
    {"nothing",                CV_STR(""),                                 "E2:0:0 '' is empty\n"                                        },
    {"the sign of gzip alone", CV_STR("\x1f\x8b"),
     "E2:0:0 '' is damaged or cut short: gzip ends too early\n"                                                                          },
};

static void sign(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(signs); i++)
        ROW_STR(signs[i].name, dump_bytes(signs[i].head, &CV_TABLE_FORMAT_DEFAULT, &keep),
                cv_str_of(signs[i].want));
}

static cv_str put_file(const char *name, cv_str bytes)
{
    cv_str path = cv_path_join(cv_str_of(folder), cv_str_of(name), &keep);
    FILE *f = fopen(path.s, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.s, 1, (size_t)bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
    return path;
}

static void no_file(void **state)
{
    (void)state;
    cv_str path = cv_path_join(cv_str_of(folder), CV_STR("x.csv"), &keep);
    ROW_STR("missing", dump_path(path.s, &CV_TABLE_FORMAT_DEFAULT, &keep),
            cv_str_format(&keep, "E2:0:0 no such file: '%s'\n", path.s));
    ROW_STR("a directory", dump_path(folder, &CV_TABLE_FORMAT_DEFAULT, &keep),
            cv_str_format(&keep, "E2:0:0 '%s' is a directory, not a file\n", folder));
}

/* The hash is of the bytes on disk, those after the last member too. */
static void facts(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"x.csv", CV_STR("a,b\n1,2\n"), NULL}
    };
    const struct {
        const char *name;
        cv_str bytes;
    } files[] = {
        {"plain", CV_STR("a,b\n1,2\n")},
        { "zip",    pack(archive_write_set_format_zip,   NULL,                          m, 1, &keep)},
        {                    "tar",    pack(archive_write_set_format_ustar, NULL,                          m, 1, &keep)},
        {                    "tar.xz", pack(archive_write_set_format_ustar, archive_write_add_filter_xz,   m, 1, &keep)},
        {                    "gz",     pack(archive_write_set_format_raw,   archive_write_add_filter_gzip, m, 1, &keep)},
    };
    for (size_t i = 0; i < N_ROWS(files); i++) {
        cv_table *t;
        cv_text out = cv_text_open(&keep);
        cv_str path = put_file("x", files[i].bytes);
        ROW_INT(files[i].name, cv_table_open(&t, path, &CV_TABLE_FORMAT_DEFAULT, &keep, NULL),
                CV_OK);
        ROW_INT(files[i].name, dump_members(&out, t, NULL), CV_OK);
        ROW_TRUE(files[i].name, cv_str_find(cv_text_str(&out), CV_STR("2 1|2\n"), 0) > 0);
        const cv_file_facts *got = cv_table_file_facts(t);
        cv_sha256 want = cv_sha256_of(files[i].bytes);
        ROW_INT(files[i].name, got->bytes, files[i].bytes.n);
        ROW_STR(files[i].name, cv_sha256_hex(&got->sha256, &keep), cv_sha256_hex(&want, &keep));
        cv_table_close(t);
        unlink(path.s);
    }
}

/* A pipe gives what a file gives. */
static void standard_input(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"x.csv", CV_STR("a,b\n1,2\n"), NULL}
    };
    const struct {
        const char *name;
        cv_str bytes;
        const char *want;
    } files[] = {
        {"plain", CV_STR("a,b\n1,2\n"), "@- [a][b]\n2 1|2\n.1\n"},
        { "zip", pack(archive_write_set_format_zip, NULL,                          m, 1, &keep),
         "@-!x.csv [a][b]\n2 1|2\n.1\n"},
        {                          "gz",  pack(archive_write_set_format_raw, archive_write_add_filter_gzip, m, 1, &keep),
         "@- [a][b]\n2 1|2\n.1\n"},
    };
    int old = dup(0);
    for (size_t i = 0; i < N_ROWS(files); i++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(write(ends[1], files[i].bytes.s, (size_t)files[i].bytes.n),
                         files[i].bytes.n);
        close(ends[1]);
        dup2(ends[0], 0);
        close(ends[0]);
        ROW_STR(files[i].name, dump_path("-", &CV_TABLE_FORMAT_DEFAULT, &keep),
                cv_str_of(files[i].want));
    }
    dup2(old, 0);
    close(old);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sign, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(facts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(standard_input, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
