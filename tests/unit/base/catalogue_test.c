/* A catalogue written by hand, after the table of the format in gettext's manual, and the ways in
 * which its bytes can lie. */
#include "../row.h"

#include "base/catalogue.h"

typedef struct {
    unsigned char s[512];
    int64_t n;
} file;

static void put_word(file *f, int64_t at, uint32_t x, bool swap)
{
    for (int i = 0; i < 4; i++) f->s[at + i] = (unsigned char)(x >> 8 * (swap ? 3 - i : i));
}

typedef struct {
    cv_str msgid, text;
} pair;

static const pair pairs[] = {
    {{"", 0},             {"Language: ru\nX-Other: 1\n", 24}},
    {{"No", 2},           {"Нет", 6}                     },
    {{"Yes", 3},          {"Да", 4}                       },
    {{"seat\0seats", 10}, {"место\0мест", 19}      },
};
enum { N_PAIRS = 4, MSGIDS = 28, TEXTS = MSGIDS + 8 * N_PAIRS, BYTES = TEXTS + 8 * N_PAIRS };

/* Head of seven words, two tables of length and place, then the texts. */
static file written(bool swap)
{
    file f = {.n = BYTES};
    uint32_t head[] = {0x950412de, 0, N_PAIRS, MSGIDS, TEXTS, 0, 0};
    for (int i = 0; i < 7; i++) put_word(&f, 4 * i, head[i], swap);
    for (int i = 0; i < 2 * N_PAIRS; i++) {
        cv_str s = i < N_PAIRS ? pairs[i].msgid : pairs[i - N_PAIRS].text;
        put_word(&f, MSGIDS + 8 * i, (uint32_t)s.n, swap);
        put_word(&f, MSGIDS + 8 * i + 4, (uint32_t)f.n, swap);
        memcpy(f.s + f.n, s.s, (size_t)s.n);
        f.n += s.n + 1;
    }
    return f;
}

static cv_catalogue of(const file *f)
{
    return (cv_catalogue){f->s, f->n};
}

static void finds(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cv_str msgid, want;
    } rows[] = {
        {"the first",         {"No", 2},    {"Нет", 6}     },
        {"the one behind it", {"Yes", 3},   {"Да", 4}       },
        {"up to the plural",  {"seat", 4},  {"место", 10}},
        {"a beginning",       {"Ye", 2},    {"", 0}           },
        {"something longer",  {"Yes.", 4},  {"", 0}           },
        {"before all",        {"!", 1},     {"", 0}           },
        {"behind all",        {"zebra", 5}, {"", 0}           },
    };
    for (int swap = 0; swap < 2; swap++) {
        file f = written(swap);
        assert_true(cv_catalogue_is_sound(of(&f)));
        assert_int_equal(cv_catalogue_n(of(&f)), N_PAIRS);
        for (size_t i = 0; i < N_ROWS(rows); i++)
            ROW_STR(rows[i].name, cv_catalogue_find(of(&f), rows[i].msgid), rows[i].want);
        ROW_STR("language", cv_catalogue_head(of(&f), CV_STR("Language")), CV_STR("ru"));
        ROW_STR("other", cv_catalogue_head(of(&f), CV_STR("X-Other")), CV_STR("1"));
        ROW_STR("no such line", cv_catalogue_head(of(&f), CV_STR("X")), CV_STR(""));
    }
}

static void nothing(void **state)
{
    (void)state;
    cv_catalogue none = {0};
    assert_false(cv_catalogue_is_sound(none));
    ROW_STR("nothing", cv_catalogue_find(none, CV_STR("No")), CV_STR(""));
    ROW_INT("nothing", cv_catalogue_n(none), 0);
}

/* Each row changes one word of the file; "Yes" is then not found, and nothing is read outside. */
static void lies(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int64_t at;
        uint32_t word;
        bool sound;
    } rows[] = {
        {"another magic",                 0,                  0x950412df, false},
        {"a later format",                4,                  2u << 16,   false},
        {"more pairs than bytes",         8,                  1000,       false},
        {"as many pairs as there can be", 8,                  UINT32_MAX, false},
        {"msgids begin behind the end",   12,                 100000,     false},
        {"texts begin behind the end",    16,                 UINT32_MAX, false},
        {"no pairs",                      8,                  0,          true },
        {"a msgid behind the end",        MSGIDS + 8 * 2 + 4, 100000,     true },
        {"a msgid longer than the file",  MSGIDS + 8 * 2,     UINT32_MAX, true },
        {"a text behind the end",         TEXTS + 8 * 2 + 4,  UINT32_MAX, true },
        {"a text longer than the file",   TEXTS + 8 * 2,      100000,     true },
        {"a text that is not UTF-8",      TEXTS + 8 * 2,      3,          true },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        file f = written(false);
        put_word(&f, rows[i].at, rows[i].word, false);
        ROW_INT(rows[i].name, cv_catalogue_is_sound(of(&f)), rows[i].sound);
        ROW_STR(rows[i].name, cv_catalogue_find(of(&f), CV_STR("Yes")), CV_STR(""));
    }
    for (int64_t n = 0; n < BYTES; n++) {
        file f = written(false);
        f.n = n;
        ROW_STR("cut short", cv_catalogue_find(of(&f), CV_STR("Yes")), CV_STR(""));
    }
}

static void in_order(void **state)
{
    (void)state;
    file f = written(false);
    cv_str msgid, text;
    for (int64_t i = 0; i < 3; i++) {
        assert_true(cv_catalogue_at(of(&f), i, &msgid, &text));
        ROW_STR("msgid", msgid, pairs[i].msgid);
        ROW_STR("text", text, pairs[i].text);
    }
    assert_false(cv_catalogue_at(of(&f), N_PAIRS, &msgid, &text));
    assert_false(cv_catalogue_at(of(&f), -1, &msgid, &text));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(nothing),
        cmocka_unit_test(lies),
        cmocka_unit_test(in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
