#include "../row.h"

#include "base/str.h"

#define NBSP  "\xc2\xa0"
#define KA    "\xe1\x83\x90"     /* Georgian an, U+10D0 */
#define DE    "\xd0\xb4"         /* Cyrillic de, U+0434 */
#define CJK   "\xe7\xa5\xa8"     /* vote, U+7968        */
#define BOX   "\xf0\x9f\x97\xb3" /* ballot box, U+1F5F3 */
#define ACUTE "\xcc\x81"         /* combining acute, U+0301 */

static const struct {
    const char *name;
    cv_str a, b;
    int sign;
} pairs[] = {
    {"both empty",                 CV_STR(""),        CV_STR(""),         0 },
    {"empty and null",             CV_STR(""),        {NULL, 0},          0 },
    {"the same",                   CV_STR("abc"),     CV_STR("abc"),      0 },
    {"the same in longer memory",  {"abcd", 3},       {"abcx", 3},        0 },
    {"a beginning comes first",    CV_STR("ab"),      CV_STR("abc"),      -1},
    {"empty comes first",          {NULL, 0},         CV_STR("a"),        -1},
    {"capitals come first",        CV_STR("Z"),       CV_STR("a"),        -1},
    {"bytes are unsigned",         CV_STR("z"),       CV_STR(DE),         -1},
    {"NUL is a byte",              CV_STR("a\0b"),    CV_STR("a\0c"),     -1},
    {"composed is not decomposed", CV_STR("e" ACUTE), CV_STR("\xc3\xa9"), -1},
    {"digits are not numbers",     CV_STR("10"),      CV_STR("9"),        -1},
};

static void equal(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(pairs); i++) {
        ROW_INT(pairs[i].name, cv_str_eq(pairs[i].a, pairs[i].b), pairs[i].sign == 0);
    }
    ROW_STR("of", cv_str_of("abc"), CV_STR("abc"));
}

static const struct {
    const char *name;
    cv_str s, part;
    bool starts, ends;
    int64_t found;
} finds[] = {
    {"itself",               CV_STR("abc"),  CV_STR("abc"), true,  true,  0 },
    {"a beginning",          CV_STR("abc"),  CV_STR("ab"),  true,  false, 0 },
    {"an end",               CV_STR("abc"),  CV_STR("bc"),  false, true,  1 },
    {"inside",               CV_STR("abcd"), CV_STR("bc"),  false, false, 1 },
    {"nothing in something", CV_STR("abc"),  CV_STR(""),    true,  true,  0 },
    {"nothing in nothing",   CV_STR(""),     CV_STR(""),    true,  true,  0 },
    {"something in nothing", {NULL, 0},      CV_STR("a"),   false, false, -1},
    {"longer than the text", CV_STR("ab"),   CV_STR("abc"), false, false, -1},
    {"the first of two",     CV_STR("xaxa"), CV_STR("a"),   false, true,  1 },
    {"after a false start",  CV_STR("aab"),  CV_STR("ab"),  false, true,  1 },
    {"past the slice",       {"abc", 2},     CV_STR("bc"),  false, false, -1},
    {"behind a NUL",         CV_STR("a\0b"), CV_STR("b"),   false, true,  2 },
};

static void find(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(finds); i++) {
        ROW_INT(finds[i].name, cv_str_starts(finds[i].s, finds[i].part), finds[i].starts);
        ROW_INT(finds[i].name, cv_str_ends(finds[i].s, finds[i].part), finds[i].ends);
        ROW_INT(finds[i].name, cv_str_find(finds[i].s, finds[i].part, 0), finds[i].found);
    }
}

static void find_from(void **state)
{
    (void)state;
    cv_str s = CV_STR("a/b/c");
    const int64_t wants[][2] = {
        {-9, 1 },
        {0,  1 },
        {1,  1 },
        {2,  3 },
        {3,  3 },
        {4,  -1},
        {5,  -1},
        {6,  -1}
    };
    for (size_t i = 0; i < N_ROWS(wants); i++)
        ROW_INT("slash", cv_str_find(s, CV_STR("/"), wants[i][0]), wants[i][1]);
    ROW_INT("nothing at the end", cv_str_find(s, CV_STR(""), 5), 5);
    ROW_INT("nothing past the end", cv_str_find(s, CV_STR(""), 6), -1);
}

static const struct {
    const char *name;
    int64_t from, to;
    cv_str want;
} cut_rows[] = {
    {"all",                   0,  5,  CV_STR("seats")},
    {"the middle",            1,  3,  CV_STR("ea")   },
    {"before the start",      -3, 2,  CV_STR("se")   },
    {"past the end",          3,  99, CV_STR("ts")   },
    {"nothing",               2,  2,  CV_STR("")     },
    {"the wrong way round",   4,  2,  CV_STR("")     },
    {"behind the end",        7,  9,  CV_STR("")     },
    {"before the start only", -5, -1, CV_STR("")     },
};

static void cut(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cut_rows); i++)
        ROW_STR(cut_rows[i].name, cv_str_cut(CV_STR("seats"), cut_rows[i].from, cut_rows[i].to),
                cut_rows[i].want);
}

static const struct {
    const char *name;
    cv_str s, want;
} trims[] = {
    {"nothing to do",                  CV_STR("a b"),                                    CV_STR("a b")       },
    {"nothing",                        CV_STR(""),                                       CV_STR("")          },
    {"a null slice",                   {NULL, 0},                                        CV_STR("")          },
    {"spaces",                         CV_STR("  a b  "),                                CV_STR("a b")       },
    {"tabs and line ends",             CV_STR("\t\r\na\n\r\t"),                          CV_STR("a")         },
    {"no-break spaces",                CV_STR(NBSP NBSP "a" NBSP "b" NBSP),              CV_STR("a" NBSP "b")},
    {"mixed",                          CV_STR(" " NBSP "\t" NBSP " a " NBSP " \n" NBSP), CV_STR("a")         },
    {"only spaces",                    CV_STR("   "),                                    CV_STR("")          },
    {"one space",                      CV_STR(" "),                                      CV_STR("")          },
    {"only no-break spaces",           CV_STR(NBSP NBSP NBSP),                           CV_STR("")          },
    {"one no-break space",             CV_STR(NBSP),                                     CV_STR("")          },
    {"half a no-break space",          CV_STR("a\xc2"),                                  CV_STR("a\xc2")     },
    {"its other half",
     CV_STR("\xa0"
            "a\xa0"),
     CV_STR("\xa0"
            "a\xa0")                                                                                         },
    {"a grave, whose last byte is a0", CV_STR("\xc3\xa0"),                               CV_STR("\xc3\xa0")  },
    {"an em space stays",
     CV_STR("\xe2\x80\x83"
            "a"),
     CV_STR("\xe2\x80\x83"
            "a")                                                                                             },
    {"a vertical tab stays",           CV_STR("\va"),                                    CV_STR("\va")       },
};

static void trim(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(trims); i++)
        ROW_STR(trims[i].name, cv_str_trim(trims[i].s), trims[i].want);
}

static void copy_and_format(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    char from[] = "abcdef";
    cv_str copy = cv_str_copy(&keep, (cv_str){from, 3});
    memset(from, 'x', 6);
    ROW_STR("copy", copy, CV_STR("abc"));
    ROW_INT("copy ends in NUL", copy.s[3], 0);
    copy = cv_str_copy(&keep, (cv_str){NULL, 0});
    ROW_INT("copy of nothing", copy.n, 0);
    ROW_INT("copy of nothing ends in NUL", copy.s[0], 0);
    cv_str text = cv_str_format(&keep, "%.*s has %d%%", CV_ARG(CV_STR("list")), 7);
    ROW_STR("format", text, CV_STR("list has 7%"));
    ROW_INT("format ends in NUL", text.s[text.n], 0);
    ROW_STR("format of nothing", cv_str_format(&keep, "%s", ""), CV_STR(""));
    ROW_INT("a long format", cv_str_format(&keep, "%*d", 100000, 1).n, 100000);
    cv_arena_close(&keep);
}

/* Unicode 15, table 3-7: well-formed byte sequences, and each way to leave them by one step. */
static const struct {
    const char *name;
    cv_str s;
    bool want;
} utf8[] = {
    {"nothing",                          CV_STR(""),                         true },
    {"ASCII",                            CV_STR("seats"),                    true },
    {"NUL",                              CV_STR("a\0b"),                     true },
    {"two bytes, the first: U+0080",     CV_STR("\xc2\x80"),                 true },
    {"two bytes, the last: U+07FF",      CV_STR("\xdf\xbf"),                 true },
    {"three bytes, the first: U+0800",   CV_STR("\xe0\xa0\x80"),             true },
    {"below the surrogates: U+D7FF",     CV_STR("\xed\x9f\xbf"),             true },
    {"above the surrogates: U+E000",     CV_STR("\xee\x80\x80"),             true },
    {"three bytes, the last: U+FFFF",    CV_STR("\xef\xbf\xbf"),             true },
    {"four bytes, the first: U+10000",   CV_STR("\xf0\x90\x80\x80"),         true },
    {"the last of all: U+10FFFF",        CV_STR("\xf4\x8f\xbf\xbf"),         true },
    {"a byte order mark",
     CV_STR("\xef\xbb\xbf"
            "a"),
     true                                                                         },
    {"Georgian, Cyrillic, CJK",          CV_STR(KA DE CJK),                  true },

    {"a continuation alone",             CV_STR("\x80"),                     false},
    {"the last continuation alone",      CV_STR("\xbf"),                     false},
    {"two bytes cut",                    CV_STR("\xd0"),                     false},
    {"three bytes cut by one",           CV_STR("\xe1\x83"),                 false},
    {"three bytes cut by two",           CV_STR("\xe1"),                     false},
    {"four bytes cut by one",            CV_STR("\xf0\x9f\x97"),             false},
    {"cut by the slice",                 {KA, 2},                            false},
    {"a lead before ASCII",
     CV_STR("\xd0"
            "a"),
     false                                                                        },
    {"a lead before a lead",             CV_STR("\xd0\xd0\xb4"),             false},
    {"overlong NUL",                     CV_STR("\xc0\x80"),                 false},
    {"overlong slash, two bytes",        CV_STR("\xc0\xaf"),                 false},
    {"the last overlong of two bytes",   CV_STR("\xc1\xbf"),                 false},
    {"overlong slash, three bytes",      CV_STR("\xe0\x80\xaf"),             false},
    {"the last overlong of three bytes", CV_STR("\xe0\x9f\xbf"),             false},
    {"overlong slash, four bytes",       CV_STR("\xf0\x80\x80\xaf"),         false},
    {"the last overlong of four bytes",  CV_STR("\xf0\x8f\xbf\xbf"),         false},
    {"the first surrogate: U+D800",      CV_STR("\xed\xa0\x80"),             false},
    {"the last surrogate: U+DFFF",       CV_STR("\xed\xbf\xbf"),             false},
    {"a pair of surrogates",             CV_STR("\xed\xa0\xbd\xed\xb7\xb3"), false},
    {"U+110000",                         CV_STR("\xf4\x90\x80\x80"),         false},
    {"lead f5",                          CV_STR("\xf5\x80\x80\x80"),         false},
    {"five bytes",                       CV_STR("\xf8\x88\x80\x80\x80"),     false},
    {"fe",                               CV_STR("\xfe"),                     false},
    {"ff",                               CV_STR("\xff"),                     false},
    {"Latin-1",
     CV_STR("Orl\xe9"
            "ans"),
     false                                                                        },
    {"UTF-16",
     CV_STR("\xff\xfe"
            "a\0"),
     false                                                                        },
};

/* ASCII is skipped eight bytes at a time, so each row is also tried behind 0 to 17 letters
 * and before as many. */
static void valid_utf8(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(utf8); i++)
        for (int n = 0; n <= 17; n++) {
            char text[64];
            memset(text, 'a', sizeof text);
            if (utf8[i].s.n) memcpy(text + n, utf8[i].s.s, (size_t)utf8[i].s.n);
            ROW_INT(utf8[i].name, cv_str_is_utf8((cv_str){text, n + utf8[i].s.n}), utf8[i].want);
            ROW_INT(utf8[i].name, cv_str_is_utf8((cv_str){text, 2 * n + utf8[i].s.n}),
                    utf8[i].want);
        }
    cv_arena_close(&keep);
}

static const struct {
    const char *name;
    cv_str s;
    int32_t columns;
} widths[] = {
    {"nothing",                      CV_STR(""),                    0},
    {"ASCII",                        CV_STR("seats"),               5},
    {"Georgian",                     CV_STR(KA KA KA),              3},
    {"Cyrillic",                     CV_STR(DE DE),                 2},
    {"CJK",                          CV_STR(CJK CJK),               4},
    {"Hangul",                       CV_STR("\xed\x91\x9c"),        2},
    {"fullwidth A",                  CV_STR("\xef\xbc\xa1"),        2},
    {"e and a combining acute",      CV_STR("e" ACUTE),             1},
    {"three marks on one letter",    CV_STR("e" ACUTE ACUTE ACUTE), 1},
    {"composed e acute",             CV_STR("\xc3\xa9"),            1},
    {"a no-break space",             CV_STR("1" NBSP "2"),          3},
    {"a zero-width space",
     CV_STR("a\xe2\x80\x8b"
            "b"),
     2                                                               },
    {"a byte that is not UTF-8",
     CV_STR("a\xe9"
            "b"),
     3                                                               },
    {"a character cut by the slice", {KA, 2},                       2},
    {"mixed",                        CV_STR("a" KA CJK "e" ACUTE),  5},
};

static void width(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(widths); i++)
        ROW_INT(widths[i].name, cv_str_width(widths[i].s), widths[i].columns);
}

static const struct {
    const char *name;
    cv_str s;
    int32_t columns;
    cv_str want;
} fits[] = {
    {"room enough",                                     CV_STR("abc"),          9,  CV_STR("abc")     },
    {"exactly",                                         CV_STR("abc"),          3,  CV_STR("abc")     },
    {"one too many",                                    CV_STR("abc"),          2,  CV_STR("ab")      },
    {"no room",                                         CV_STR("abc"),          0,  CV_STR("")        },
    {"less than no room",                               CV_STR("abc"),          -1, CV_STR("")        },
    {"nothing",                                         {NULL, 0},              5,  CV_STR("")        },
    {"Georgian is not cut",                             CV_STR(KA KA KA),       2,  CV_STR(KA KA)     },
    {"a wide character does not fit by half",           CV_STR("a" CJK),        2,  CV_STR("a")       },
    {"a wide character fits",                           CV_STR("a" CJK),        3,  CV_STR("a" CJK)   },
    {"a mark stays with its letter",                    CV_STR("e" ACUTE "x"),  1,  CV_STR("e" ACUTE) },
    {"a narrow one behind a wide one is not pulled up", CV_STR(CJK "a"),        1,  CV_STR("")        },
    {"bytes that are not UTF-8",                        CV_STR("\xe9\xe9\xe9"), 2,  CV_STR("\xe9\xe9")},
};

static void fit(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(fits); i++)
        ROW_STR(fits[i].name, cv_str_fit(fits[i].s, fits[i].columns), fits[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal),      cmocka_unit_test(find),  cmocka_unit_test(find_from),
        cmocka_unit_test(cut),        cmocka_unit_test(trim),  cmocka_unit_test(copy_and_format),
        cmocka_unit_test(valid_utf8), cmocka_unit_test(width), cmocka_unit_test(fit),
    };
    return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
