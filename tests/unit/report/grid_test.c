#include "../row.h"

#include "../base/made_language.h"
#include "report/grid.h"

static const cv_grid_column seat_columns[] = {
    {"seat",           CV_LEFT,  4, false},
    {"first by votes", CV_LEFT,  8, false},
    {"margin",         CV_RIGHT, 0, false},
    {"party",          CV_LEFT,  5, true },
};

typedef struct {
    const char *seat, *first;
    cv_count margin;
    const char *party;
} seat_row;

static cv_str shown(const seat_row *row, int32_t n, int64_t most, cv_look look, cv_arena *keep)
{
    cv_grid t = cv_grid_open(seat_columns, 4, NULL, keep);
    for (int32_t i = 0; i < n && row[i].seat; i++) {
        cv_grid_add(&t, cv_str_of(row[i].seat), CV_INK_PLAIN);
        cv_grid_add(&t, cv_str_of(row[i].first), CV_INK_PLAIN);
        cv_grid_add_count(&t, row[i].margin);
        cv_grid_add(&t, cv_str_of(row[i].party), CV_INK_PLAIN);
    }
    cv_text text = cv_text_open(keep);
    cv_grid_show(&text, &t, most, 0, &look);
    return cv_text_str(&text);
}

enum { ROWS_MAX = 4 };

/* The expected texts are drawn by hand: in a terminal each column begins at one place. */
static const struct {
    const char *name;
    int32_t columns;
    int64_t most;
    seat_row row[ROWS_MAX];
    const char *want;
} cases[] = {
    {"nothing to show",                            100, 9, {{0}},                                                   ""},
    {"latin",
     100,                                               9,
     {{"1", "Opitz", 26, "C"}, {"2", "Wrzesnewskyj", 1234567, "L"}},
     "seat  first by votes     margin  party\n"
     "1     Opitz                  26  C\n"
     "2     Wrzesnewskyj    1,234,567  L\n"                                                                           },
    {"cut to the first row",
     100,                                               1,
     {{"1", "Opitz", 26, "C"}, {"2", "Wrzesnewskyj", 1234567, "L"}},
     "seat  first by votes  margin  party\n"
     "1     Opitz               26  C\n"                                                                              },
    {"georgian and cyrillic are as wide as latin",
     100,                                               9,
     {{"გორი", "ხიდაშელი", 861, "a"}, {"Ош", "Сооронкулова", CV_BLANK, "b"}},
     "seat  first by votes  margin  party\n"
     "გორი  ხიდაშელი           861  a\n"
     "Ош    Сооронкулова         –  b\n"                                                              },
    {"chinese takes two columns a character",
     100,                                               9,
     {{"臺北", "王世堅", 5, "民"}, {"x", "Ng", 5, "y"}},
     "seat  first by votes  margin  party\n"
     "臺北  王世堅               5  民\n"
     "x     Ng                   5  y\n"                                                                              },
    {"combining marks take none",
     100,                                               9,
     {{"Vo\xcc\x83", "Nguye\xcc\x82\xcc\x83n", 5, "z"}},
     "seat  first by votes  margin  party\n"
     "Vo\xcc\x83    Nguye\xcc\x82\xcc\x83n               5  z\n"                                                      },
    {"the widest text is shortened first",
     40,                                                9,
     {{"Tetritskaro", "a name that goes on and on", 161, "party"}},
     /* 11 + 2 + x + 2 + 6 + 2 + 5 = 40, so x = 12 */
     "seat         first by vo…  margin  party\n"
     "Tetritskaro  a name that…     161  party\n"                                                                   },
    {"a wide character is never halved",
     40,                                                9,
     {{"Tetritskaro", "王世堅王世堅王世堅", 161, "party"}},
     /* 11 columns are left for an even number of characters: 5 and a blank */
     "seat         first by vo…  margin  party\n"
     "Tetritskaro  王世堅王世…      161  party\n"                                                              },
    {"a column that may go",
     24,                                                9,
     {{"12345678", "Wrzesnewskyj", 161, "party"}},
     /* without party: x + 2 + y + 2 + 6 = 24, the widest first: x = 6, y = 8 */
     "seat    first b…  margin\n"
     "12345…  Wrzesne…     161\n"                                                                                 },
    {"to the bone",
     20,                                                9,
     {{"12345678", "Wrzesnewskyj", 161, "party"}},
     "seat  first…  margin\n"
     "123…  Wrzes…     161\n"                                                                                     },
};

static void aligns(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        cv_look look = {.columns = cases[i].columns};
        ROW_STR(cases[i].name, shown(cases[i].row, ROWS_MAX, cases[i].most, look, &keep),
                cv_str_of(cases[i].want));
    }
    cv_arena_close(&keep);
}

/* Colour adds no width. */
static void colours(void **state)
{
    (void)state;
    static const cv_grid_column columns[] = {
        {"a", CV_LEFT, 0, false},
        {"b", CV_LEFT, 0, false}
    };
    cv_arena keep = cv_arena_open();
    cv_grid t = cv_grid_open(columns, 2, NULL, &keep);
    cv_grid_add(&t, CV_STR("holds"), CV_INK_GOOD);
    cv_grid_add(&t, CV_STR("x"), CV_INK_PLAIN);
    cv_text text = cv_text_open(&keep);
    cv_look look = {.columns = 80, .colour = true};
    cv_grid_show(&text, &t, 9, 2, &look);
    ROW_STR("colour", cv_text_str(&text),
            CV_STR("  \033[1ma\033[0m      \033[1mb\033[0m\n  \033[32mholds\033[0m  x\n"));
    cv_arena_close(&keep);
}

/* Codes differ at their end, so it stays; widths as drawn. */
static void cuts_codes_in_the_middle(void **state)
{
    (void)state;
    static const cv_grid_column columns[] = {
        {"station", CV_LEFT,  4, false, true },
        {"n",       CV_RIGHT, 0, false, false}
    };
    static const struct {
        const char *name, *code;
        int32_t columns;
        const char *want;
    } rows[] = {
        {"fits",                         "Ош/2405",                      20, "Ош/2405"      },
        {"cut to 8",                     "Свердловск/2405",      11, "Свер…405" },
        {"an even cut",                  "Свердловск/2405",      12, "Свер…2405"},
        {"wide characters",              "王世堅王世堅王世堅",    12, "王世…世堅"},
        {"marks stay with their letter", "abcdefghNguye\xcc\x82\xcc\x83n", 10,
         "abc…ye\xcc\x82\xcc\x83n"                                                            },
    };
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_grid g = cv_grid_open(columns, 2, NULL, &keep);
        cv_grid_add(&g, cv_str_of(rows[i].code), CV_INK_PLAIN);
        cv_grid_add_count(&g, 7);
        cv_text text = cv_text_open(&keep);
        cv_look look = {.columns = rows[i].columns};
        cv_grid_show(&text, &g, 1, 0, &look);
        cv_str shown = cv_text_str(&text);
        int64_t line = cv_str_find(shown, CV_STR("\n"), 0) + 1;
        cv_str cell = cv_str_cut(shown, line, cv_str_find(shown, CV_STR(" "), line));
        ROW_STR(rows[i].name, cell, cv_str_of(rows[i].want));
    }
    cv_arena_close(&keep);
}

/* Heads are looked up and may be wider; a name at the head of a column is nobody's to translate. */
static void speaks(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    made_pair pair[] = {
        {"seat",  "округ"                    },
        {"votes", "голосов в округе"},
        {"open",  "открыт"                  },
    };
    cv_language ru = made_language("ru", pair, 3, &keep);
    static const cv_grid_column columns[] = {
        {"seat",  CV_LEFT,  4, false, false, false},
        {"votes", CV_RIGHT, 0, false, false, false},
        {"open",  CV_RIGHT, 0, false, false, true },
    };
    cv_grid g = cv_grid_open(columns, 3, &ru, &keep);
    cv_grid_add(&g, CV_STR("Баткен"), CV_INK_PLAIN);
    cv_grid_add_count(&g, 12345);
    cv_grid_add_count(&g, 7);
    cv_text text = cv_text_open(&keep);
    cv_look look = {.columns = 80, .language = &ru};
    cv_grid_show(&text, &g, 9, 0, &look);
    ROW_STR("Russian", cv_text_str(&text),
            CV_STR("округ   голосов в округе  open\n"
                   "Баткен            12\xc2\xa0"
                   "345     7\n"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(aligns), cmocka_unit_test(colours),
                                       cmocka_unit_test(cuts_codes_in_the_middle),
                                       cmocka_unit_test(speaks)};
    return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
