#include "../row.h"

#include "base/error.h"
#include "made_language.h"

#define A10  "aaaaaaaaaa"
#define A50  A10 A10 A10 A10 A10
#define A250 A50 A50 A50 A50 A50
#define A750 A250 A250 A250

static cv_status fails(cv_error *err)
{
    return cv_fail(err, CV_E_INPUT, "expected %d cells, found %d", 12, 11);
}

static cv_status passes_on(cv_error *err, bool *went_on)
{
    CV_TRY(CV_OK);
    CV_TRY(fails(err));
    *went_on = true;
    return CV_OK;
}

static void text_and_status(void **state)
{
    (void)state;
    cv_error err;
    memset(&err, 0x55, sizeof err); /* what was there before is gone */
    assert_int_equal(fails(&err), CV_E_INPUT);
    assert_int_equal(err.status, CV_E_INPUT);
    assert_string_equal(err.text, "expected 12 cells, found 11");
    assert_string_equal(err.hint, "");
    assert_string_equal(err.file, "");
    assert_int_equal(err.line, 0);
    assert_int_equal(err.column, 0);
}

static void place(void **state)
{
    (void)state;
    cv_error err;
    cv_place at = {
        .file = {"results.csv.gz", 11},
          .line = 118, .column = 7
    };
    assert_int_equal(cv_fail_at(&err, CV_E_LIMIT, at, "too many"), CV_E_LIMIT);
    assert_int_equal(err.status, CV_E_LIMIT);
    assert_string_equal(err.file, "results.csv");
    assert_int_equal(err.line, 118);
    assert_int_equal(err.column, 7);
    assert_string_equal(err.text, "too many");
    cv_fail_at(&err, CV_E_INPUT, (cv_place){0}, "nowhere");
    assert_string_equal(err.file, "");
}

static void hint(void **state)
{
    (void)state;
    cv_error err;
    cv_status got = cv_hint(&err, cv_fail(&err, CV_E_USAGE, "no such command: '%s'", "reveiw"),
                            "did you mean '%s'?", "review");
    assert_int_equal(got, CV_E_USAGE);
    assert_string_equal(err.text, "no such command: 'reveiw'");
    assert_string_equal(err.hint, "did you mean 'review'?");
    cv_fail(&err, CV_E_INPUT, "another");
    assert_string_equal(err.hint, ""); /* the next error does not inherit it */
}

/* Who reads it decides in which language; what was cut in English need not be cut again. */
static void said_again(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    made_pair pair[] = {
        {"no contest '%.*s' in this case", "в этом деле нет округа «%2$.*1$s»"},
        {"there are %d of them",           "всего их %d"                                   },
    };
    cv_language ru = made_language("ru", pair, 2, &keep);
    cv_error err;
    memset(&err, 0x55, sizeof err);
    cv_fail(&err, CV_E_USAGE, "no contest '%.*s' in this case", 3, "7\x01_and more");
    ROW_STR("English", cv_error_text(&err, NULL, &keep), CV_STR("no contest '7?_' in this case"));
    ROW_STR("tamed", cv_error_text(&err, &ru, &keep), CV_STR("в этом деле нет округа «7?_»"));
    ROW_STR("no hint", cv_error_hint(&err, &ru, &keep), CV_STR(""));
    cv_hint(&err, CV_E_USAGE, "there are %d of them", 75);
    ROW_STR("hint", cv_error_hint(&err, &ru, &keep), CV_STR("всего их 75"));
    ROW_STR("English hint", cv_error_hint(&err, NULL, &keep), CV_STR("there are 75 of them"));
    cv_fail(&err, CV_E_USAGE, "not in the catalogue: %d", 5);
    ROW_STR("not there", cv_error_text(&err, &ru, &keep), CV_STR("not in the catalogue: 5"));
    ROW_STR("the hint is gone", cv_error_hint(&err, &ru, &keep), CV_STR(""));
    cv_error plain = {.status = CV_E_SYSTEM, .text = "made by hand", .hint = "so is this"};
    ROW_STR("by hand", cv_error_text(&plain, &ru, &keep), CV_STR("made by hand"));
    ROW_STR("by hand", cv_error_hint(&plain, &ru, &keep), CV_STR("so is this"));
    cv_arena_close(&keep);
}

static void nobody_listens(void **state)
{
    (void)state;
    assert_int_equal(cv_fail(NULL, CV_E_SYSTEM, "x"), CV_E_SYSTEM);
    assert_int_equal(cv_fail_at(NULL, CV_E_INPUT, (cv_place){0}, "x"), CV_E_INPUT);
    assert_int_equal(cv_hint(NULL, CV_E_LIMIT, "x"), CV_E_LIMIT);
}

static void passed_on(void **state)
{
    (void)state;
    cv_error err = {0};
    bool went_on = false;
    assert_int_equal(passes_on(&err, &went_on), CV_E_INPUT);
    assert_false(went_on);
    assert_string_equal(err.text, "expected 12 cells, found 11");
}

static const struct {
    const char *name, *text, *want;
} tamed[] = {
    {"plain",                          "no such file: 'a b'",      "no such file: 'a b'"     },
    {"a line end",                     "a\nb",                     "a?b"                     },
    {"CR, tab, bell",                  "a\r\t\ab",                 "a???b"                   },
    {"a colour of a terminal",         "\033[31mred",              "?[31mred"                },
    {"delete",                         "a\177b",                   "a?b"                     },
    {"C1 control sequence introducer",
     "a\xc2\x9b"
     "31m",                                                        "a?31m"                   },
    {"the last C1",                    "\xc2\x9f.",                "?."                      },
    {"a no-break space is no control",
     "1\xc2\xa0"
     "200",                                                        "1\xc2\xa0"
     "200"                                                                        },
    {"Georgian",                       "\xe1\x83\x90\xe1\x83\x91", "\xe1\x83\x90\xe1\x83\x91"},
    {"a character of four bytes",      "\xf0\x9f\x97\xb3",         "\xf0\x9f\x97\xb3"        },
    {"Latin-1",                        "caf\xe9.csv",              "caf?.csv"                },
    {"a lone continuation byte",       "a\x80z",                   "a?z"                     },
    {"half a character before ASCII",  "\xe1\x83z",                "??z"                     },
    {"an overlong slash",              "\xc0\xaf",                 "??"                      },
};

static void tame(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(tamed); i++) {
        cv_error err;
        cv_place at = {.file = cv_str_of(tamed[i].text)};
        cv_fail_at(&err, CV_E_INPUT, at, "%s", tamed[i].text);
        cv_hint(&err, CV_E_INPUT, "%s", tamed[i].text);
        ROW_STR(tamed[i].name, cv_str_of(err.text), cv_str_of(tamed[i].want));
        ROW_STR(tamed[i].name, cv_str_of(err.hint), cv_str_of(tamed[i].want));
        ROW_STR(tamed[i].name, cv_str_of(err.file), cv_str_of(tamed[i].want));
    }
}

/* A text has 767 bytes. `n_a` letters and then `tail`, of which `n_left` bytes stay. */
static const struct {
    const char *name;
    int n_a;
    const char *tail;
    int n_left;
} cuts[] = {
    {"fits exactly",                   765, "\xd0\xb4",             2},
    {"half of two bytes",              766, "\xd0\xb4",             0},
    {"all of two bytes, more follows", 765, "\xd0\xb4z",            2},
    {"one byte of three",              766, "\xe1\x83\x90",         0},
    {"two bytes of three",             765, "\xe1\x83\x90",         0},
    {"all of three bytes",             764, "\xe1\x83\x90zz",       3},
    {"one byte of four",               766, "\xf0\x9f\x97\xb3",     0},
    {"two bytes of four",              765, "\xf0\x9f\x97\xb3",     0},
    {"three bytes of four",            764, "\xf0\x9f\x97\xb3",     0},
    {"all of four bytes",              763, "\xf0\x9f\x97\xb3zzzz", 4},
    {"letters only",                   760, "zzzzzzzzzzzz",         7},
    {"the second of two characters",   764, "\xd0\xb4\xd0\xb4",     2},
};

static void long_texts_are_cut_between_characters(void **state)
{
    (void)state;
    static const char letters[] = A750 A50;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(cuts); i++) {
        cv_error err;
        cv_str a = {letters, cuts[i].n_a}, tail = {cuts[i].tail, cuts[i].n_left};
        cv_str want = cv_str_format(&keep, "%.*s%.*s", CV_ARG(a), CV_ARG(tail));
        cv_fail(&err, CV_E_INPUT, "%.*s%s", CV_ARG(a), cuts[i].tail);
        ROW_INT(cuts[i].name, (int64_t)strlen(err.text), want.n);
        ROW_STR(cuts[i].name, cv_str_of(err.text), want);
    }
    cv_arena_close(&keep);
}

/* A byte that is not UTF-8 early in a text must not cost its end, nor spare the cut. */
static void a_bad_byte_does_not_confuse_the_cut(void **state)
{
    (void)state;
    cv_error err;
    cv_fail(&err, CV_E_INPUT, "\xff%s%s", A750 "aaaaaaaaaaaaaa", "\xd0\xb4\xd0\xb4");
    assert_int_equal(strlen(err.text), 767);
    assert_memory_equal(err.text + 765, "\xd0\xb4", 2);
    cv_fail(&err, CV_E_INPUT, "\xff%s%s", A750 "aaaaaaaaaaaaaaa", "\xd0\xb4\xd0\xb4");
    assert_int_equal(strlen(err.text), 766);
    assert_int_equal(err.text[0], '?');
    assert_int_equal(err.text[765], 'a');
}

/* Names of files and hints have 511 bytes. */
static void long_names_and_hints(void **state)
{
    (void)state;
    cv_error err;
    cv_str file = cv_str_of(A250 A250 A10 "\xe1\x83\x90");
    cv_fail_at(&err, CV_E_INPUT, (cv_place){.file = file}, "x");
    assert_string_equal(err.file, A250 A250 A10);
    cv_fail_at(&err, CV_E_INPUT, (cv_place){.file = cv_str_cut(file, 2, file.n)}, "x");
    assert_string_equal(err.file, A250 A250 "aaaaaaaa\xe1\x83\x90");
    cv_hint(&err, CV_E_INPUT, "%s", A250 A250 A10 "\xe1\x83\x90");
    assert_string_equal(err.hint, A250 A250 A10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_status),
        cmocka_unit_test(place),
        cmocka_unit_test(hint),
        cmocka_unit_test(said_again),
        cmocka_unit_test(nobody_listens),
        cmocka_unit_test(passed_on),
        cmocka_unit_test(tame),
        cmocka_unit_test(long_texts_are_cut_between_characters),
        cmocka_unit_test(a_bad_byte_does_not_confuse_the_cut),
        cmocka_unit_test(long_names_and_hints),
    };
    return cmocka_run_group_tests_name("base/error", tests, NULL, NULL);
}
