#include "../../row.h"

#include "read/guess/normal.h"

static const struct {
    const char *name, *in, *want;
} rows[] = {
    {"case",                       "Registered VOTERS",                                    "registered voters"                                   },
    {"camel case",                 "RegisteredVoters",                                     "registered voters"                                   },
    {"underscores",                "votos_validos",                                        "votos validos"                                       },
    {"accents go",                 "Número de circonscripción",                          "numero de circonscripcion"                           },
    {"a capital with an accent",   "Électeurs",                                           "electeurs"                                           },
    {"yo is ye",                   "учтённых",                                     "учтенных"                                    },
    {"short i stays",              "районный",                                     "районный"                                    },
    {"short i of two characters",  "и\xcc\x86",                                           "й"                                                  },
    {"sharp s",                    "außerhalb",                                           "ausserhalb"                                          },
    {"Vietnamese d",               "điểm bỏ phiếu",                                 "diem bo phieu"                                       },
    {"Polish l",                   "głosy ważne",                                        "glosy wazne"                                         },
    {"Turkish dotless i",          "sandık",                                              "sandik"                                              },
    {"Turkish dotted capital I",   "İmza",                                                "imza"                                                },
    {"Kyrgyz letters stay",        "үкөктө",                                         "үкөктө"                                        },
    {"Georgian",                   "ბათილი ბიულეტენები", "ბათილი ბიულეტენები"},
    {"Chinese full stop",          "達摩．阿雄",                                      "達摩 阿雄"                                       },
    {"punctuation",                "Boletas (recibidas), «total».",                      "boletas recibidas total"                             },
    {"percent",                    "Hofer %",                                              "hofer percent"                                       },
    {"numbering",                  "12. Число голосов",                        "число голосов"                           },
    {"a number alone stays",       "41",                                                   "41"                                                  },
    {"a number inside stays",      "t 12 00",                                              "t 12 00"                                             },
    {"a letter and a number stay", "B1 Wähler",                                           "b1 wahler"                                           },
    {"nothing",                    "",                                                     ""                                                    },
    {"signs only",                 " --- ",                                                ""                                                    },
    {"bytes that are not UTF-8",
     "a\xff"
     "b",                                                                                  "a b"                                                 },
    {"full width",                 "ＶＯＴＥＳ",                                      "votes"                                               },
};

static void spellings(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(rows[i].name, cv_normal(cv_str_of(rows[i].in), &keep), cv_str_of(rows[i].want));
    cv_arena_close(&keep);
}

static void stems_are_six_letters(void **state)
{
    (void)state;
    cv_normal_word a[CV_NORMAL_WORDS], b[CV_NORMAL_WORDS];
    assert_int_equal(cv_normal_words(a, CV_STR("действительных бюллетеней ab")), 3);
    assert_int_equal(cv_normal_words(b, CV_STR("действительные бюллетени abc")), 3);
    assert_true(a[0].whole != b[0].whole && a[0].stem == b[0].stem);
    assert_true(a[1].whole != b[1].whole && a[1].stem == b[1].stem);
    assert_true(a[2].stem != b[2].stem && a[2].stem == a[2].whole);
    assert_int_equal(cv_normal_words(a, CV_STR("")), 0);
}

static void long_heads_are_cut(void **state)
{
    (void)state;
    cv_normal_word w[CV_NORMAL_WORDS];
    char text[4 * CV_NORMAL_WORDS] = "";
    for (int i = 0; i < CV_NORMAL_WORDS + 5; i++) strcat(text, "a ");
    assert_int_equal(cv_normal_words(w, cv_str_of(text)), CV_NORMAL_WORDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings),
        cmocka_unit_test(stems_are_six_letters),
        cmocka_unit_test(long_heads_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
