#include "pack.h"

#include "keep.h"

#define CSV  CV_STR("a,b\n1,2\n")
#define ROWS " [a][b]\n2 1|2\n.1\n"

/* ---- packed files and archives ---- */

static const struct {
    const char *name;
    pack_set format, filter;
} packings[] = {
    {"gzip",    archive_write_set_format_raw,   archive_write_add_filter_gzip },
    {"xz",      archive_write_set_format_raw,   archive_write_add_filter_xz   },
    {"zstd",    archive_write_set_format_raw,   archive_write_add_filter_zstd },
    {"bzip2",   archive_write_set_format_raw,   archive_write_add_filter_bzip2},
    {"zip",     archive_write_set_format_zip,   NULL                          },
    {"tar",     archive_write_set_format_ustar, NULL                          },
    {"pax tar", archive_write_set_format_pax,   NULL                          },
    {"tar.gz",  archive_write_set_format_ustar, archive_write_add_filter_gzip },
    {"tar.xz",  archive_write_set_format_ustar, archive_write_add_filter_xz   },
};

static bool is_raw(size_t i)
{
    return packings[i].format == archive_write_set_format_raw;
}

static void packed(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"d/x.csv", CSV, NULL},
        {"d/y.csv", CSV, NULL}
    };
    for (size_t i = 0; i < N_ROWS(packings); i++) {
        cv_str bytes = pack(packings[i].format, packings[i].filter, m, is_raw(i) ? 1 : 2, &keep);
        cv_str want = is_raw(i) ? CV_STR("@" ROWS) : CV_STR("@!d/x.csv" ROWS "@!d/y.csv" ROWS);
        ROW_STR(packings[i].name, dump_bytes(bytes, &CV_TABLE_FORMAT_DEFAULT, &keep), want);
    }
}

/* Text that does not pack well, so that a cut goes through its middle. */
static cv_str noise(int64_t n)
{
    cv_text t = cv_text_open(&keep);
    uint32_t seed = 3;
    cv_text_add(&t, CV_STR("a,b\n"));
    while (t.n < n) {
        seed = seed * 1664525 + 1013904223;
        cv_text_addf(&t, "%u,%u\n", seed >> 8, seed);
    }
    return cv_text_str(&t);
}

static void cut_short(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"x.csv", noise(600000), NULL}
    };
    for (size_t i = 0; i < N_ROWS(packings); i++) {
        cv_str bytes = pack(packings[i].format, packings[i].filter, m, 1, &keep);
        static const int parts[] = {10, 50, 90};
        for (size_t k = 0; k < N_ROWS(parts); k++) {
            cv_str part = cv_str_cut(bytes, 0, bytes.n * parts[k] / 100);
            cv_str got = dump_bytes(part, &CV_TABLE_FORMAT_DEFAULT, &keep);
            ROW_TRUE(packings[i].name,
                     cv_str_find(got, CV_STR("E2:0:0 '' is damaged or cut short: "), 0) >= 0);
        }
    }
}

static void flipped(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"x.csv", noise(60000), NULL}
    };
    for (size_t i = 0; i < N_ROWS(packings); i++) {
        /* A tar has no sum over its data, and libarchive writes zstd without one. */
        if (!packings[i].filter && packings[i].format != archive_write_set_format_zip) continue;
        if (packings[i].filter == archive_write_add_filter_zstd) continue;
        cv_str bytes = pack(packings[i].format, packings[i].filter, m, 1, &keep);
        char *p = (char *)(uintptr_t)bytes.s;
        p[bytes.n / 2] ^= 0x10;
        cv_str got = dump_bytes(bytes, &CV_TABLE_FORMAT_DEFAULT, &keep);
        ROW_TRUE(packings[i].name, cv_str_find(got, CV_STR("E2:0:0 '' is damaged"), 0) >= 0);
    }
}

/* ---- which members ---- */

static const struct {
    const char *name;
    pack_member m[4];
    const char *glob;
    const char *want;
} archives[] = {
    {"one",                                {{"x.csv", CSV, NULL}},        "",      "@!x.csv" ROWS                                                       },
    {"in archive order",
     {{"b.csv", CSV, NULL}, {"a.csv", CSV, NULL}},
     "",                                                                           "@!b.csv" ROWS "@!a.csv" ROWS                                        },
    {"by their last part",
     {{"d/b.csv", CSV, NULL}, {"d/a.txt", CSV, NULL}},
     "*.csv",                                                                      "@!d/b.csv" ROWS                                                     },
    {"by their whole name",
     {{"d/b.csv", CSV, NULL}, {"e/b.csv", CSV, NULL}},
     "e/*",                                                                        "@!e/b.csv" ROWS                                                     },
    {"a letter of a set",
     {{"b1.csv", CSV, NULL}, {"b9.csv", CSV, NULL}},
     "b[1-3].csv",                                                                 "@!b1.csv" ROWS                                                      },
    {"own headers",
     {{"x.csv", CSV, NULL}, {"y.csv", CV_STR("c;d;e\n\n7;8;9\n"), NULL}},
     "",                                                                           "@!x.csv" ROWS "@!y.csv [c][d][e]\n3 7|8|9\n.1 blank line 1@2\n"     },
    {"a name in Cyrillic",                 {{"\xd0\xb4.csv", CSV, NULL}}, "",      "@!\xd0\xb4.csv" ROWS                                                },
    {"Finder's shadows",
     {{"x.csv", CSV, NULL}, {"__MACOSX/._x.csv", CV_STR("\1\2"), NULL}},
     "",                                                                           "@!x.csv" ROWS                                                       },
    {"none matches",                       {{"x.csv", CSV, NULL}},        "*.txt", "E2:0:0 no member of '' matches '*.txt'\n"                           },
    {"dots",                               {{"x..y.csv", CSV, NULL}},     "",      "@!x..y.csv" ROWS                                                    },
    {"a path that climbs",
     {{"../x.csv", CSV, NULL}},
     "",                                                                           "E2:0:0 '' has a member with the unsafe path '../x.csv'\n"           },
    {"a path that climbs inside",
     {{"d/../../x.csv", CSV, NULL}},
     "",                                                                           "E2:0:0 '' has a member with the unsafe path 'd/../../x.csv'\n"      },
    {"an absolute path",
     {{"/etc/passwd", CSV, NULL}},
     "",                                                                           "E2:0:0 '' has a member with the unsafe path '/etc/passwd'\n"        },
    {"a drive",
     {{"c:x.csv", CSV, NULL}},
     "",                                                                           "E2:0:0 '' has a member with the unsafe path 'c:x.csv'\n"            },
    {"an unsafe path that does not match",
     {{"x.csv", CSV, NULL}, {"../y", CSV, NULL}},
     "x.csv",                                                                      "@!x.csv" ROWS "E2:0:0 '' has a member with the unsafe path '../y'\n"},
    {"a link",
     {{"x.csv", CV_STR(""), "/etc/passwd"}},
     "",                                                                           "E2:0:0 '' has a link, 'x.csv'; links are not followed\n"            },
    {"a workbook",
     {{"docProps/app.xml", CSV, NULL}, {"xl/workbook.xml", CSV, NULL}},
     "",                                                                           "E2:0:0 '' does not look like a table: it is a document\n"           },
    {"an empty member",                    {{"x.csv", CV_STR(""), NULL}}, "",      "E2:0:0 '!x.csv' is empty\n"                                         },
};

static void members(void **state)
{
    (void)state;
    static const pack_set formats[] = {archive_write_set_format_zip,
                                       archive_write_set_format_ustar};
    for (size_t i = 0; i < N_ROWS(archives); i++) {
        int32_t n = 0;
        while (n < 4 && archives[i].m[n].name) n++;
        for (size_t k = 0; k < N_ROWS(formats); k++) {
            cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
            f.member = cv_str_of(archives[i].glob);
            f.block_bytes = 64;
            cv_str bytes = pack(formats[k], NULL, archives[i].m, n, &keep);
            ROW_STR(archives[i].name, dump_bytes(bytes, &f, &keep), cv_str_of(archives[i].want));
        }
    }
}

/* A tar keeps it as it is; in a zip it is read as a slash. */
static void backslash(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"..\\x.csv", CSV, NULL}
    };
    cv_str bytes = pack(archive_write_set_format_ustar, NULL, m, 1, &keep);
    ROW_STR("backslash", dump_bytes(bytes, &CV_TABLE_FORMAT_DEFAULT, &keep),
            CV_STR("E2:0:0 '' has a member with the unsafe path '..\\x.csv'\n"));
}

/* ---- limits ---- */

static void too_many_members(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"x.csv", CSV, NULL},
        {"y.csv", CSV, NULL}
    };
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.limits.members = 1;
    cv_str got = dump_bytes(pack(archive_write_set_format_ustar, NULL, m, 2, &keep), &f, &keep);
    ROW_STR("two of one", got, CV_STR("@!x.csv" ROWS "E3:0:0 '' has more than 1 members\n"));
    f.limits.members = 2;
    got = dump_bytes(pack(archive_write_set_format_ustar, NULL, m, 2, &keep), &f, &keep);
    ROW_STR("two of two", got, CV_STR("@!x.csv" ROWS "@!y.csv" ROWS));
}

static void too_large(void **state)
{
    (void)state;
    const pack_member m[] = {
        {"x.csv", CSV, NULL},
        {"y.csv", CSV, NULL}
    };
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    cv_str bytes = pack(archive_write_set_format_ustar, archive_write_add_filter_gzip, m, 2, &keep);
    f.limits.expanded_bytes = 2 * CSV.n;
    ROW_STR("just so", dump_bytes(bytes, &f, &keep), CV_STR("@!x.csv" ROWS "@!y.csv" ROWS));
    f.limits.expanded_bytes--;
    ROW_STR("one more", dump_bytes(bytes, &f, &keep),
            CV_STR("@!x.csv" ROWS "E3:0:0 '' expands to more than 15 bytes\n"));
}

/* 80 MiB of one letter pack a thousandfold: 80 comments of 1 MiB. */
static void bomb(void **state)
{
    (void)state;
    const int64_t mib = INT64_C(1) << 20, n = 80 * mib;
    char *p = cv_new(&keep, char, n);
    memset(p, '#', (size_t)n);
    for (int64_t i = mib; i <= n; i += mib) p[i - 1] = '\n';
    memcpy(p, "a,b\n1,2\n", 8);
    const pack_member m[] = {
        {"x.csv", {p, n}, NULL}
    };
    cv_str bytes = pack(archive_write_set_format_raw, archive_write_add_filter_gzip, m, 1, &keep);
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.comment = '#';
    ROW_STR("100 times", dump_bytes(bytes, &f, &keep),
            CV_STR("@ [a][b]\n2 1|2\nE3:0:0 '' expands to more than 100 times its size\n"));
    f.limits.ratio = 5000;
    ROW_STR("5000 times", dump_bytes(bytes, &f, &keep),
            CV_STR("@ [a][b]\n2 1|2\n.1 comment line 80@3\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(packed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cut_short, set_up, tear_down),
        cmocka_unit_test_setup_teardown(flipped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(members, set_up, tear_down),
        cmocka_unit_test_setup_teardown(backslash, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_many_members, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_large, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bomb, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
