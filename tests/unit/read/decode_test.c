#include "dump.h"

#include "read/decode.h"

#include "keep.h"

#define HEADER "a,b\n"
#define U16LE  "a\0,\0b\0\n\0"
#define U16BE  "\0a\0,\0b\0\n"

/* Rows after the header "a,b". Letters are checked against the code charts:
 * windows-1251 CF = П, E8 = и; koi8-r CF = о, F0 = П; windows-1254 FE = ş, DD = İ, D0 = Ğ;
 * windows-1250 C8 = Č, 9A = š; iso-8859-2 B9 = š; windows-1252 C8 = È, 80 = €; iso-8859-15 A4 = €;
 * windows-1257 D0 = Š; iso-8859-5 BF = П; iso-8859-9 FE = ş. */
static const struct {
    const char *name;
    cv_encoding declared;
    cv_str bytes;
    const char *want;  /* what dump_bytes() gives after its first line; or its error */
    cv_encoding found; /* AUTO: an error */
} decodings[] = {
    {"ASCII",                                 CV_ENCODING_AUTO, CV_STR(HEADER "x,1\n"),                          "2 x|1\n.1\n",      CV_UTF_8        },
    {"UTF-8",                                 CV_ENCODING_AUTO, CV_STR(HEADER "\xc4\x8c,1\n"),                   "2 Č|1\n.1\n",     CV_UTF_8        },
    {"UTF-8 with mark",                       CV_ENCODING_AUTO, CV_STR("\xef\xbb\xbf" HEADER "\xc4\x8c,1\n"),
     "2 Č|1\n.1\n",                                                                                                                 CV_UTF_8        },
    {"UTF-8 with mark, declared",             CV_UTF_8,         CV_STR("\xef\xbb\xbf" HEADER "x,1\n"),           "2 x|1\n.1\n",
     CV_UTF_8                                                                                                                                        },
    {"UTF-16LE with mark",                    CV_ENCODING_AUTO, CV_STR("\xff\xfe" U16LE "\x0c\x01,\0001\0\n\0"),
     "2 Č|1\n.1\n",                                                                                                                 CV_UTF_16LE     },
    {"UTF-16BE with mark",                    CV_ENCODING_AUTO, CV_STR("\xfe\xff" U16BE "\x01\x0c\0,\0001\0\n"),
     "2 Č|1\n.1\n",                                                                                                                 CV_UTF_16BE     },
    {"UTF-16LE without mark",                 CV_ENCODING_AUTO, CV_STR(U16LE "x\0,\0001\0\n\0"),                 "2 x|1\n.1\n",
     CV_UTF_16LE                                                                                                                                     },
    {"UTF-16BE without mark",                 CV_ENCODING_AUTO, CV_STR(U16BE "\0x\0,\0001\0\n"),                 "2 x|1\n.1\n",
     CV_UTF_16BE                                                                                                                                     },
    {"UTF-16 declared, little",               CV_UTF_16,        CV_STR(U16LE "x\0,\0001\0\n\0"),                 "2 x|1\n.1\n",
     CV_UTF_16LE                                                                                                                                     },
    {"UTF-16 declared, big",                  CV_UTF_16,        CV_STR(U16BE "\0x\0,\0001\0\n"),                 "2 x|1\n.1\n",
     CV_UTF_16BE                                                                                                                                     },
    {"UTF-16LE declared, with mark",          CV_UTF_16LE,      CV_STR("\xff\xfe" U16LE "x\0,\0001\0\n\0"),
     "2 x|1\n.1\n",                                                                                                                  CV_UTF_16LE     },
    {"UTF-16LE, beyond the first plane",      CV_UTF_16LE,      CV_STR(U16LE "\x3d\xd8\x00\xde,\0001\0\n\0"),
     "2 \xf0\x9f\x98\x80|1\n.1\n",                                                                                                   CV_UTF_16LE     },
    {"UTF-16LE, half a pair",                 CV_UTF_16LE,      CV_STR(U16LE "\x3d\xd8,\0001\0\n\0"),            "2 R07.1 |1\n.1\n",
     CV_UTF_16LE                                                                                                                                     },
    {"UTF-16LE, an odd byte at the end",      CV_UTF_16LE,      CV_STR(U16LE "x\0,\0001\0\n"),
     "2 R07.2 x|\n.1\n",                                                                                                             CV_UTF_16LE     },
    {"windows-1251",                          CV_WINDOWS_1251,  CV_STR(HEADER "\xcf\xe8,1\n"),                   "2 Пи|1\n.1\n",
     CV_WINDOWS_1251                                                                                                                                 },
    {"KOI8-R",                                CV_KOI8_R,        CV_STR(HEADER "\xf0\xcf,1\n"),                   "2 По|1\n.1\n",   CV_KOI8_R       },
    {"windows-1254",                          CV_WINDOWS_1254,  CV_STR(HEADER "\xfe\xdd\xd0,1\n"),               "2 şİĞ|1\n.1\n",
     CV_WINDOWS_1254                                                                                                                                 },
    {"windows-1250",                          CV_WINDOWS_1250,  CV_STR(HEADER "\xc8\x9a,1\n"),                   "2 Čš|1\n.1\n",
     CV_WINDOWS_1250                                                                                                                                 },
    {"windows-1252, the same bytes",          CV_WINDOWS_1252,  CV_STR(HEADER "\xc8\x9a,1\n"),                   "2 Èš|1\n.1\n",
     CV_WINDOWS_1252                                                                                                                                 },
    {"windows-1252, euro",                    CV_WINDOWS_1252,  CV_STR(HEADER "\x80,1\n"),                       "2 €|1\n.1\n",
     CV_WINDOWS_1252                                                                                                                                 },
    {"windows-1252, a byte it does not have", CV_WINDOWS_1252,  CV_STR(HEADER "\x81,1\nx,2\n"),
     "2 R07.1 |1\n3 x|2\n.2\n",                                                                                                      CV_WINDOWS_1252 },
    {"Latin-1 is read as windows-1252",       CV_ISO_8859_1,    CV_STR(HEADER "\xe9\x80,1\n"),
     "2 é€|1\n.1\n",                                                                                                              CV_ISO_8859_1   },
    {"ISO 8859-2",                            CV_ISO_8859_2,    CV_STR(HEADER "\xb9,1\n"),                       "2 š|1\n.1\n",     CV_ISO_8859_2   },
    {"ISO 8859-5",                            CV_ISO_8859_5,    CV_STR(HEADER "\xbf,1\n"),                       "2 П|1\n.1\n",     CV_ISO_8859_5   },
    {"ISO 8859-9",                            CV_ISO_8859_9,    CV_STR(HEADER "\xfe,1\n"),                       "2 ş|1\n.1\n",     CV_ISO_8859_9   },
    {"ISO 8859-15",                           CV_ISO_8859_15,   CV_STR(HEADER "\xa4,1\n"),                       "2 €|1\n.1\n",    CV_ISO_8859_15  },
    {"windows-1257",                          CV_WINDOWS_1257,  CV_STR(HEADER "\xd0,1\n"),                       "2 Š|1\n.1\n",     CV_WINDOWS_1257 },
    {"windows-1258",                          CV_WINDOWS_1258,  CV_STR(HEADER "\xd0,1\n"),                       "2 Đ|1\n.1\n",     CV_WINDOWS_1258 },
    {"no-break space of one byte",            CV_WINDOWS_1252,  CV_STR(HEADER "\xa0x,1\n"),
     "2 x|1\n.1 trimmed 1\n",                                                                                                        CV_WINDOWS_1252 },

    {"not UTF-8, nobody said what",           CV_ENCODING_AUTO, CV_STR(HEADER "\xc8,1\n"),
     "E2:2:1 byte 0xc8 is not UTF-8\n",                                                                                              CV_ENCODING_AUTO},
    {"not UTF-8, later",                      CV_ENCODING_AUTO, CV_STR(HEADER "1,2\r\n\"x\ny\",abc \xe9\n"),
     "E2:4:8 byte 0xe9 is not UTF-8\n",                                                                                              CV_ENCODING_AUTO},
    {"not UTF-8, but clear",                  CV_ENCODING_AUTO,
     CV_STR(HEADER "Qu\xe9"
                   "bec,1\nMontr\xe9"
                   "al,2\n"),
     "2 Québec|1\n3 Montréal|2\n.2\n",                                                                                             CV_WINDOWS_1252 },
    {"a byte that the guessed one lacks",     CV_ENCODING_AUTO,
     CV_STR(HEADER "Qu\xe9"
                   "bec,Montr\xe9"
                   "al\n\x81,2\nB\xe9gin,3\nD\xe9ry,4\n"),
     "2 Québec|Montréal\n3 R07.1 |2\n4 Bégin|3\n5 Déry|4\n.4\n",                                                                 CV_WINDOWS_1252 },
    {"UTF-8 with damage is UTF-8",            CV_ENCODING_AUTO,
     CV_STR(HEADER "Qu\xc3\xa9"
                   "bec,1\nMontr\xe9"
                   "al,2\n"),
     "E2:3:6 byte 0xe9 is not UTF-8\n",                                                                                              CV_ENCODING_AUTO},
    {"not UTF-8 in the header",               CV_ENCODING_AUTO, CV_STR("a,\xe9\n1,2\n"),
     "E2:1:3 byte 0xe9 is not UTF-8\n",                                                                                              CV_ENCODING_AUTO},
    {"not UTF-8 in a comment",                CV_ENCODING_AUTO, CV_STR(HEADER "1,2\n\n\xe9"),
     "E2:4:1 byte 0xe9 is not UTF-8\n",                                                                                              CV_ENCODING_AUTO},
    {"a character that the file cuts",        CV_ENCODING_AUTO, CV_STR(HEADER "1,\xe2\x82"),
     "E2:2:3 byte 0xe2 is not UTF-8\n",                                                                                              CV_ENCODING_AUTO},
    {"not UTF-8, which was said",             CV_UTF_8,         CV_STR(HEADER "\xc8,1\n"),                       "2 R07.1 |1\n.1\n",
     CV_UTF_8                                                                                                                                        },
    {"mark of UTF-8, other declared",         CV_WINDOWS_1251,  CV_STR("\xef\xbb\xbf" HEADER),
     "E2:1:0 begins with the mark of utf-8, not 'windows-1251'\n",                                                                   CV_ENCODING_AUTO},
    {"mark of the other order",               CV_UTF_16BE,      CV_STR("\xff\xfe" U16LE),
     "E2:1:0 begins with the mark of utf-16le, not 'utf-16be'\n",                                                                    CV_ENCODING_AUTO},
};

static void check(size_t i, int32_t block)
{
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.encoding = decodings[i].declared;
    f.one_thread = true;
    f.block_bytes = block;
    cv_str got = dump_bytes(decodings[i].bytes, &f, &keep);
    bool fails = decodings[i].found == CV_ENCODING_AUTO;
    cv_str want = cv_str_format(&keep, "%s%s", fails ? "" : "@ [a][b]\n", decodings[i].want);
    ROW_STR(decodings[i].name, got, want);
}

static void decoding(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(decodings); i++)
        for (int32_t block = 0; block < 5; block++) check(i, block);
}

static void found(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(decodings); i++) {
        if (decodings[i].found == CV_ENCODING_AUTO) continue;
        cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
        const cv_table_member *m;
        cv_table *t;
        f.encoding = decodings[i].declared;
        ROW_INT(decodings[i].name,
                cv_table_open_bytes(&t, CV_STR(""), decodings[i].bytes, &f, &keep, NULL), CV_OK);
        ROW_INT(decodings[i].name, cv_table_next_member(t, &m, NULL), CV_OK);
        ROW_INT(decodings[i].name, m->encoding, decodings[i].found);
        cv_table_close(t);
    }
}

/* A text of ASCII for longer than is looked at before the start; then letters that settle it. The
 * facts at the end know it, and the word in which the first of them stands is whole. */
static void late_letters(void **state)
{
    (void)state;
    enum { ROWS = 40000 };
    cv_text text = cv_text_open(&keep);
    cv_text_add(&text, CV_STR(HEADER));
    for (int i = 0; i < ROWS; i++) cv_text_addf(&text, "Laval,%d\n", i);
    cv_text_add(&text, CV_STR("Qu\xe9"
                              "bec,1\nMontr\xe9"
                              "al,2\n"));
    static const int32_t blocks[] = {1, 1000, 4097, 65536, 0};
    for (size_t i = 0; i < N_ROWS(blocks); i++) {
        cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
        const cv_table_member *m;
        cv_table *t;
        cv_batch b, last = {0};
        f.block_bytes = blocks[i];
        assert_int_equal(cv_table_open_bytes(&t, CV_STR(""), cv_text_str(&text), &f, &keep, NULL),
                         CV_OK);
        assert_int_equal(cv_table_next_member(t, &m, NULL), CV_OK);
        assert_int_equal(m->encoding, CV_UTF_8);
        while (cv_table_next(t, &b, NULL) == CV_OK && b.n_rows) last = b;
        cv_str cell = cv_batch_cell(&last, last.n_rows - 2, 0);
        assert_true(cv_str_eq(cell, CV_STR("Québec")));
        const cv_member_facts *facts = cv_table_member_facts(t);
        assert_int_equal(facts->rows, ROWS + 2);
        assert_int_equal(facts->encoding, CV_WINDOWS_1252);
        assert_true(cv_str_eq(facts->words, CV_STR("Québec, Montréal")));
        cv_table_close(t);
    }
}

/* Both readings are named, so that a person can choose. */
static void asked(void **state)
{
    (void)state;
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    cv_error err = {0};
    const cv_table_member *m;
    cv_table *t;
    cv_str text = CV_STR(HEADER "\xc8"
                                "adca,1\n");
    assert_int_equal(cv_table_open_bytes(&t, CV_STR(""), text, &f, &keep, &err), CV_OK);
    assert_int_equal(cv_table_next_member(t, &m, &err), CV_E_INPUT);
    assert_string_equal(err.hint,
                        "say which it is in election.json: \"encoding\": \"windows-1252\" reads "
                        "'Èadca', \"windows-1250\" reads 'Čadca'");
    cv_table_close(t);
}

static const struct {
    const char *name;
    cv_str text;
    const char *want;
} others[] = {
    {"HTML",                 CV_STR(" <!DOCTYPE html>\n"),
     "E2:0:0 '' does not look like a table: it is an HTML or XML file\n"                                                    },
    {"JSON",                 CV_STR("{\"a\": 1}\n"),             "E2:0:0 '' does not look like a table: it is a JSON file\n"},
    {"control characters",   CV_STR("\1\2\3\4\5abc\n"),
     "E2:0:0 '' does not look like a table: it holds control characters\n"                                                  },
    {"UTF-16 read as UTF-8", CV_STR("\1\4\2\4\3\4\4\4\5\4\n\4"),
     "E2:0:0 '' does not look like a table: it holds control characters\n"                                                  },
    {"only a mark",          CV_STR("\xef\xbb\xbf"),             "E2:0:0 '' is empty\n"                                     },
};

static void no_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(others); i++)
        ROW_STR(others[i].name, dump_bytes(others[i].text, &CV_TABLE_FORMAT_DEFAULT, &keep),
                cv_str_of(others[i].want));
}

/* A text longer than what is looked at before the start, so that every block is met. */
static void long_text(void **state)
{
    (void)state;
    enum { ROWS = 40000 };
    cv_text text = cv_text_open(&keep), want = cv_text_open(&keep);
    cv_text_add(&text, CV_STR(HEADER));
    cv_text_add(&want, CV_STR("@ [a][b]\n"));
    for (int i = 0; i < ROWS; i++) {
        cv_text_addf(&text, "\xcf\xe8\xcf,%d\n", i);
        cv_text_addf(&want, "%d ПиП|%d\n", i + 2, i);
    }
    cv_text_addf(&want, ".%d\n", ROWS);
    cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
    f.encoding = CV_WINDOWS_1251;
    static const int32_t blocks[] = {1000, 4097, 65536, 0};
    for (size_t i = 0; i < N_ROWS(blocks); i++) {
        f.block_bytes = blocks[i];
        assert_true(cv_str_eq(dump_bytes(cv_text_str(&text), &f, &keep), cv_text_str(&want)));
    }
}

static const struct {
    const char *name;
    cv_str text;
    int64_t want;
} texts[] = {
    {"nothing",                   CV_STR(""),                                     -1},
    {"ASCII",                     CV_STR("abc\n"),                                -1},
    {"two, three and four bytes", CV_STR("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"), -1},
    {"a byte that never is",      CV_STR("ab\xfe"),                               2 },
    {"cut after one",             CV_STR("ab\xc3"),                               2 },
    {"cut in the middle",         CV_STR("\xc3\xa9\xe2\x82x"),                    2 },
    {"overlong",                  CV_STR("a\xc0\xaf"),                            1 },
    {"surrogate",                 CV_STR("a\xed\xa0\x80"),                        1 },
    {"zero",                      CV_STR("abc\0"),                                3 },
    {"zero before another",       CV_STR("a\0\xff"),                              1 },
};

static void bad(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(texts); i++)
        ROW_INT(texts[i].name, cv_text_bad(texts[i].text), texts[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(decoding, set_up, tear_down),
        cmocka_unit_test_setup_teardown(found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(late_letters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(asked, set_up, tear_down),
        cmocka_unit_test(bad),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
