#include "../row.h"

#include "base/text.h"

static void grows(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    ROW_STR("new", cv_text_str(&t), CV_STR(""));
    ROW_TRUE("new", cv_text_str(&t).s);
    cv_text_add(&t, CV_STR(""));
    cv_text_add(&t, (cv_str){NULL, 0});
    ROW_STR("nothing added", cv_text_str(&t), CV_STR(""));
    cv_text_add(&t, CV_STR("seat"));
    cv_text_addf(&t, " %d of %s", 3, "7");
    cv_text_addf(&t, "%s", "");
    cv_text_repeat(&t, '-', 4);
    cv_text_repeat(&t, '-', 0);
    cv_text_repeat(&t, '-', -5);
    cv_text_add(&t, CV_STR("a\0b"));
    ROW_STR("all", cv_text_str(&t), CV_STR("seat 3 of 7----a\0b"));
    cv_arena_close(&keep);
}

/* By every step from 1 to 600 bytes, across the first 256 and with another text beside it. */
static void grows_past_its_room(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text a = cv_text_open(&keep), b = cv_text_open(&keep);
    int64_t n = 0;
    for (int step = 1; step <= 600; step++) {
        cv_text_repeat(&a, (char)('a' + step % 26), step);
        cv_text_addf(&b, "%0*d", step, step);
        n += step;
    }
    assert_int_equal(n, 180300); /* 600 * 601 / 2 */
    assert_int_equal(a.n, n);
    assert_int_equal(b.n, n);
    int64_t at = 0;
    for (int step = 1; step <= 600; step++) {
        for (int i = 0; i < step; i++) assert_int_equal(a.s[at + i], 'a' + step % 26);
        cv_str want = cv_str_format(&keep, "%0*d", step, step);
        ROW_STR("step", cv_str_cut(cv_text_str(&b), at, at + want.n), want);
        at += step;
    }
    cv_arena_close(&keep);
}

/* Alone in its arena a text grows where it is, so it costs what it holds. */
static void grows_in_place(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("0123456789"));
    const char *s = t.s;
    for (int i = 1; i < 1000; i++) cv_text_add(&t, CV_STR("0123456789"));
    assert_ptr_equal(t.s, s);
    assert_int_equal(t.n, 10000);
    assert_int_equal(cv_arena_bytes(&keep), 1 << 14);
    cv_arena_close(&keep);
}

static void adds_itself(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_repeat(&t, 'x', 200);
    cv_text_add(&t, CV_STR("y"));
    cv_text_add(&t, cv_text_str(&t));
    assert_int_equal(t.n, 402);
    assert_int_equal(t.s[200], 'y');
    assert_int_equal(t.s[201], 'x');
    assert_int_equal(t.s[401], 'y');
    cv_arena_close(&keep);
}

static const struct {
    const char *name;
    cv_str cell, want;
} cells[] = {
    {"a word",                     CV_STR("Tbilisi"),          CV_STR("Tbilisi")              },
    {"nothing",                    CV_STR(""),                 CV_STR("")                     },
    {"a null slice",               {NULL, 0},                  CV_STR("")                     },
    {"a comma",                    CV_STR("Smith, Ann"),       CV_STR("\"Smith, Ann\"")       },
    {"a quote",                    CV_STR("Ann \"Bee\" C"),    CV_STR("\"Ann \"\"Bee\"\" C\"")},
    {"a quote alone",              CV_STR("\""),               CV_STR("\"\"\"\"")             },
    {"a line end",                 CV_STR("a\nb"),             CV_STR("\"a\nb\"")             },
    {"CR",                         CV_STR("a\rb"),             CV_STR("\"a\rb\"")             },
    {"CR LF",                      CV_STR("a\r\nb"),           CV_STR("\"a\r\nb\"")           },
    {"spaces stay",                CV_STR(" a "),              CV_STR(" a ")                  },
    {"a semicolon is no comma",    CV_STR("a;b"),              CV_STR("a;b")                  },
    {"Georgian",                   CV_STR("\xe1\x83\x90,"),    CV_STR("\"\xe1\x83\x90,\"")    },

    {"a formula",                  CV_STR("=1+1"),             CV_STR("'=1+1")                },
    {"plus",                       CV_STR("+1"),               CV_STR("'+1")                  },
    {"minus: a text, not a count", CV_STR("-5"),               CV_STR("'-5")                  },
    {"a dash alone",               CV_STR("-"),                CV_STR("'-")                   },
    {"at",                         CV_STR("@SUM(A1)"),         CV_STR("'@SUM(A1)")            },
    {"tab",                        CV_STR("\t=1"),             CV_STR("'\t=1")                },
    {"CR first",                   CV_STR("\r=1"),             CV_STR("\"'\r=1\"")            },
    {"a formula with a comma",     CV_STR("=A(1,2)"),          CV_STR("\"'=A(1,2)\"")         },
    {"a formula with quotes",      CV_STR("=\"x\""),           CV_STR("\"'=\"\"x\"\"\"")      },
    {"not first",                  CV_STR("a=1"),              CV_STR("a=1")                  },
    {"a hyphen inside",            CV_STR("Anne-Marie"),       CV_STR("Anne-Marie")           },
    {"an apostrophe stays one",    CV_STR("'s-Hertogenbosch"), CV_STR("'s-Hertogenbosch")     },
    {"NUL is no formula",          CV_STR("\0"),               CV_STR("\0")                   },
};

static void csv_cell(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(cells); i++) {
        cv_text t = cv_text_open(&keep);
        cv_csv_cell(&t, cells[i].cell);
        ROW_STR(cells[i].name, cv_text_str(&t), cells[i].want);
    }
    cv_arena_close(&keep);
}

static const struct {
    const char *name;
    cv_count n;
    cv_str want;
} counts[] = {
    {"zero is not blank",                   0,                      CV_STR("0")                   },
    {"blank",                               CV_BLANK,               CV_STR("")                    },
    {"10^12",                               INT64_C(1000000000000), CV_STR("1000000000000")       },
    {"a negative difference is no formula", -5,                     CV_STR("-5")                  },
    {"the largest",                         INT64_MAX,              CV_STR("9223372036854775807") },
    {"one above blank",                     INT64_MIN + 1,          CV_STR("-9223372036854775807")},
};

static void csv_count(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(counts); i++) {
        cv_text t = cv_text_open(&keep);
        cv_csv_count(&t, counts[i].n);
        ROW_STR(counts[i].name, cv_text_str(&t), counts[i].want);
    }
    cv_arena_close(&keep);
}

static void csv_rows(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_csv_cell(&t, CV_STR("list"));
    cv_csv_next(&t);
    cv_csv_cell(&t, CV_STR("votes"));
    cv_csv_end(&t);
    cv_csv_cell(&t, CV_STR("A, B"));
    cv_csv_next(&t);
    cv_csv_count(&t, CV_BLANK);
    cv_csv_end(&t);
    ROW_STR("two rows", cv_text_str(&t), CV_STR("list,votes\n\"A, B\",\n"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grows),          cmocka_unit_test(grows_past_its_room),
        cmocka_unit_test(grows_in_place), cmocka_unit_test(adds_itself),
        cmocka_unit_test(csv_cell),       cmocka_unit_test(csv_count),
        cmocka_unit_test(csv_rows),
    };
    return cmocka_run_group_tests_name("base/text", tests, NULL, NULL);
}
