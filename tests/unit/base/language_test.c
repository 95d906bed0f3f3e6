#include "../row.h"

#include "base/language.h"
#include "made_language.h"

static const cv_language *named(const char *id)
{
    return cv_language_named(cv_str_of(id));
}

static void by_name(void **state)
{
    (void)state;
    static const struct {
        const char *locale, *want;
    } rows[] = {
        {"en",          "en"},
        {"vi",          "vi"},
        {"ru",          "ru"},
        {"ky",          "ky"},
        {"ru_RU.UTF-8", "ru"},
        {"ky-KG",       "ky"},
        {"vi.UTF-8",    "vi"},
        {"ru@latin",    "ru"},
        {"",            NULL},
        {"r",           NULL},
        {"run",         NULL},
        {"RU",          NULL},
        {"de_DE.UTF-8", NULL},
        {"C",           NULL},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const cv_language *l = named(rows[i].locale);
        ROW_INT(rows[i].locale, l != NULL, rows[i].want != NULL);
        if (l) ROW_STR(rows[i].locale, l->id, cv_str_of(rows[i].want));
    }
    ROW_STR("the first", cv_language_at(0)->id, CV_STR("en"));
}

/* Numbers as the Unicode CLDR prints them in each language. */
static void counts(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    static const struct {
        const char *id;
        cv_count n;
        const char *want;
    } rows[] = {
        {"en", -100,          "-100"                      },
        {"en", 1000001,       "1,000,001"                 },
        {"en", 0,             "0"                         },
        {"en", 999,           "999"                       },
        {"en", 12345,         "12,345"                    },
        {"en", -1000,         "-1,000"                    },
        {"en", CV_COUNT_MAX,  "1,000,000,000,000"         },
        {"en", INT64_MAX,     "9,223,372,036,854,775,807" },
        {"en", INT64_MIN + 1, "-9,223,372,036,854,775,807"},
        {"en", CV_BLANK,      "–"                       },
        {"vi", 1234567,       "1.234.567"                 },
        {"ru", 12345,
         "12\xc2\xa0"
         "345"                                            },
        {"ky", 1234567,
         "1\xc2\xa0"
         "234\xc2\xa0"
         "567"                                            },
        {"ky", CV_BLANK,      "–"                       },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(rows[i].want, cv_language_count(named(rows[i].id), rows[i].n, &keep),
                cv_str_of(rows[i].want));
    ROW_STR("nobody's", cv_language_count(NULL, 1000, &keep), CV_STR("1,000"));
    cv_arena_close(&keep);
}

/* Russian: 1 голос, 2 голоса, 5 голосов, 11 голосов, 21 голос, 111 голосов. */
static void forms(void **state)
{
    (void)state;
    static const struct {
        cv_count n;
        int32_t en, ru;
    } rows[] = {
        {0,        1, 2},
        {1,        0, 0},
        {2,        1, 1},
        {4,        1, 1},
        {5,        1, 2},
        {10,       1, 2},
        {11,       1, 2},
        {12,       1, 2},
        {14,       1, 2},
        {15,       1, 2},
        {21,       1, 0},
        {22,       1, 1},
        {25,       1, 2},
        {100,      1, 2},
        {101,      1, 0},
        {111,      1, 2},
        {112,      1, 2},
        {1001,     1, 0},
        {-1,       0, 0},
        {-3,       1, 1},
        {CV_BLANK, 1, 2},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        ROW_INT("English", cv_language_form(NULL, rows[i].n), rows[i].en);
        ROW_INT("Russian", cv_language_form(named("ru"), rows[i].n), rows[i].ru);
        ROW_INT("Vietnamese", cv_language_form(named("vi"), rows[i].n), 0);
        ROW_INT("Kyrgyz", cv_language_form(named("ky"), rows[i].n), 0);
    }
    ROW_INT("English", cv_language_n_forms(NULL), 2);
    ROW_INT("Russian", cv_language_n_forms(named("ru")), 3);
    ROW_INT("Vietnamese", cv_language_n_forms(named("vi")), 1);
    ROW_INT("Kyrgyz", cv_language_n_forms(named("ky")), 1);
}

static void dates(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    static const struct {
        const char *id, *iso, *want;
    } rows[] = {
        {"en", "2005-03-13",       "2005-03-13"      },
        {"en", "2005-03-13T08:05", "2005-03-13T08:05"},
        {"vi", "2005-03-13",       "13/03/2005"      },
        {"ru", "2005-03-13",       "13.03.2005"      },
        {"ru", "2005-03-13T08:05", "13.03.2005 08:05"},
        {"ky", "2005-03-13",       "13.03.2005"      },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_date d;
        assert_true(cv_date_parse(&d, cv_str_of(rows[i].iso)));
        ROW_STR(rows[i].want, cv_language_date(named(rows[i].id), d, &keep),
                cv_str_of(rows[i].want));
    }
    cv_arena_close(&keep);
}

/* 1/3 is 33.33 %, 2/3 is 66.67 %, 1/20000 is exactly half a hundredth and goes up. */
static void percents(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    static const struct {
        const char *id;
        cv_count part, whole;
        const char *want;
    } rows[] = {
        {"en", 1,            3,            "33.33 %" },
        {"ru", 2,            3,            "66,67 %" },
        {"vi", 1,            20000,        "0,01 %"  },
        {"en", 0,            7,            "0.00 %"  },
        {"en", 7,            7,            "100.00 %"},
        {"en", CV_BLANK,     7,            "–"     },
        {"en", 7,            0,            "–"     },
        {"en", 7,            CV_BLANK,     "–"     },
        {"en", CV_COUNT_MAX, CV_COUNT_MAX, "100.00 %"},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(rows[i].want,
                cv_language_percent(named(rows[i].id), rows[i].part, rows[i].whole, &keep),
                cv_str_of(rows[i].want));
    cv_arena_close(&keep);
}

static void texts(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    made_pair pair[] = {
        {"Inputs", "Исходные файлы"},
        {"empty",  ""                           },
    };
    cv_language ru = made_language("ru", pair, 2, &keep);
    ROW_STR("id", ru.id, CV_STR("ru"));
    ROW_INT("forms", cv_language_n_forms(&ru), 3);
    ROW_STR("known", cv_tr(&ru, "Inputs"), CV_STR("Исходные файлы"));
    ROW_STR("unknown", cv_tr(&ru, "Outputs"), CV_STR("Outputs"));
    ROW_STR("not translated", cv_tr(&ru, "empty"), CV_STR("empty"));
    ROW_STR("nothing", cv_tr(&ru, ""), CV_STR(""));
    ROW_STR("English", cv_tr(NULL, "Inputs"), CV_STR("Inputs"));
    ROW_STR("English", cv_tr(cv_language_at(0), "Inputs"), CV_STR("Inputs"));
    cv_arena_close(&keep);
}

static void from_bytes(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_language l = {0};
    assert_false(cv_language_from(&l, CV_STR("no catalogue at all, but longer than its head")));
    assert_int_equal(l.id.n, 0);
    made_pair pair[] = {
        {"No", "⟦No⟧"}
    };
    l = made_language("en-XA", pair, 1, &keep);
    ROW_STR("its own id", l.id, CV_STR("en-XA"));
    ROW_INT("forms as English", cv_language_n_forms(&l), 2);
    cv_arena_close(&keep);
}

/* Whoever translates writes the head too. */
static void built_in(void **state)
{
    (void)state;
    for (int32_t i = 1; i < CV_N_LANGUAGES; i++) {
        const cv_language *l = cv_language_at(i);
        assert_true(cv_catalogue_is_sound(l->texts));
        assert_true(cv_catalogue_is_sound(l->page));
        ROW_STR("head", cv_catalogue_head(l->texts, CV_STR("Language")), l->id);
        ROW_TRUE("page is a part", cv_catalogue_n(l->page) <= cv_catalogue_n(l->texts));
        cv_str head = cv_catalogue_head(l->texts, CV_STR("Plural-Forms"));
        char want[] = "nplurals=0;";
        want[9] = (char)('0' + cv_language_n_forms(l));
        ROW_TRUE("as many forms", cv_str_starts(head, cv_str_of(want)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_name),    cmocka_unit_test(counts),   cmocka_unit_test(forms),
        cmocka_unit_test(dates),      cmocka_unit_test(percents), cmocka_unit_test(texts),
        cmocka_unit_test(from_bytes), cmocka_unit_test(built_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
