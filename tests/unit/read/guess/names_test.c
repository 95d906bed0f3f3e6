#include "../../row.h"

#include "read/guess/names.h"

enum { ROOM = 8, NOTHING = CV_ROLE_NONE };

/* What the best reading of a head is, and its score. */
static const struct {
    const char *head;
    cv_role role;
    int32_t score;
} heads[] = {
  /* each score */
    {"Valid votes",                                                                                                                                                             CV_F_VALID,       100},
    {"valid_votes",                                                                                                                                                             CV_F_VALID,       100},
    {"Number of valid votes",                                                                                                                                                   CV_F_VALID,       90 },
    {"votes that are valid",                                                                                                                                                    CV_F_VALID,       90 },
    {"Found ballots",                                                                                                                                                           CV_F_BOX,         80 },
    {"Бюллетени действительные",                                                                                                                         CV_F_VALID,       90 },
    {"действительная бюллетень",                                                                                                                         CV_F_VALID,       60 },
    {"Liberal Alliance",                                                                                                                                                        NOTHING,          0  },
 /* the form of 2011 and 2018 */
    {"Число избирателей, внесенных в список избирателей",                                                                            CV_F_REG,         90 },
    {"Число избирательных бюллетеней, полученных участковой избирательной комиссией",                     CV_F_RECV,
     90                                                                                                                                                                                              },
    {"Число избирательных бюллетеней, выданных избирателям, проголосовавшим досрочно",
     CV_F_ISS_EARLY,                                                                                                                                                                              90 },
    {"Число избирательных бюллетеней, выданных избирателям в помещении для голосования",
     CV_F_ISS_STATION,                                                                                                                                                                            90 },
    {"Число избирательных бюллетеней, выданных вне помещения для голосования в день голосования",
     CV_F_ISS_OUT,                                                                                                                                                                                90 },
    {"Число погашенных избирательных бюллетеней",                                                                                         CV_F_CANCELLED,   90 },
    {"Число избирательных бюллетеней в переносных ящиках для голосования",                                           CV_F_BOX_OUT,     90 },
    {"Число бюллетеней в стационарных ящиках для голосования",                                                                  CV_F_BOX_STATION, 90 },
    {"Число недействительных избирательных бюллетеней",                                                                             CV_F_INVALID,     90 },
    {"Число действительных избирательных бюллетеней",                                                                                 CV_F_VALID,       90 },
    {"Число утраченных избирательных бюллетеней",                                                                                         CV_F_LOST,        90 },
    {"Число избирательных бюллетеней, не учтенных при получении",                                                             CV_F_SURPLUS,     90 },
    {"Число погашенных неиспользованных открепительных удостоверений",                                                CV_F_CERT_UNUSED, 90 },
    {"Число утраченных открепительных удостоверений",                                                                                 CV_F_CERT_LOST,   90 },
 /* both sides of a bilingual head */
    {"Electors for Polling Station/Électeurs du bureau",                                                                                                                       CV_F_REG,         100},
    {"Rejected Ballots for Polling Station/Bulletins rejetés du bureau",                                                                                                       CV_F_INVALID,     90 },
    {"Candidate Poll Votes Count/Votes du candidat pour le bureau",                                                                                                             CV_ROLE_VOTES,    100},
    {"Registriert/Inscritos",                                                                                                                                                   CV_F_REG,         100},
 /* abbreviations match whole heads only */
    {"HAB",                                                                                                                                                                     CV_F_REG,         100},
    {"RE",                                                                                                                                                                      CV_F_REG,         100},
    {"RE JAMA",                                                                                                                                                                 NOTHING,          0  },
    {"Partido NU",                                                                                                                                                              CV_ROLE_PARTY,    90 },
 /* the longer phrase, then the nearer words, then the earlier word */
    {"FREIE WÄHLER insgesamt",                                                                                                                                                 CV_F_TOOK_PART,   90 },
    {"Bezeichnung Wahlbezirk",                                                                                                                                                  CV_ROLE_PLACE,    100},
    {"აქტივობა 12 საათი",                                                                                                                             CV_ROLE_TURNOUT,  100},
    {"Voter Turnout (%)",                                                                                                                                                       CV_ROLE_DERIVED,  100},
    {"Hofer_perc",                                                                                                                                                              CV_ROLE_DERIVED,  90 },
    {"VOTO_VALIDO_SISTEMA",                                                                                                                                                     CV_F_VALID,       90 },
};

/* A negation makes the opposite in every language; the row without it matches. */
static const struct {
    const char *language, *head;
    cv_role never;
    cv_role role;
} negations[] = {
    {"en",                      "Invalid votes",                                         CV_F_VALID,   CV_F_INVALID },
    {"en, apart",               "not valid votes",                                       CV_F_VALID,   CV_ROLE_VOTES},
    {"en, hyphen",              "non-valid ballots",                                     CV_F_VALID,   NOTHING      },
    {"es",                      "votos no válidos",                                     CV_F_VALID,   CV_ROLE_VOTES},
    {"fr",                      "suffrages non exprimés",                               CV_F_VALID,   CV_ROLE_VOTES},
    {"pt",                      "votos não válidos",                                   CV_F_VALID,   CV_ROLE_VOTES},
    {"de",                      "Ungültige Stimmen",                                    CV_F_VALID,   CV_F_INVALID },
    {"de, apart",               "nicht gültige Stimmen",                                CV_F_VALID,   CV_ROLE_VOTES},
    {"ru",                      "недействительных бюллетеней", CV_F_VALID,   CV_F_INVALID },
    {"ru, apart",               "не действительных",                     CV_F_VALID,   NOTHING      },
    {"ky",                      "жараксыз бюллетендер",               CV_F_VALID,   CV_F_INVALID },
    {"ky, apart",               "жарактуу эмес",                             CV_F_VALID,   NOTHING      },
    {"ka",                      "არა ნამდვილი",                    CV_F_VALID,   NOTHING      },
    {"tr",                      "geçersiz oy",                                          CV_F_VALID,   CV_F_INVALID },
    {"tr, apart",               "geçerli olmayan",                                      CV_F_VALID,   NOTHING      },
    {"vi",                      "phiếu không hợp lệ",                             CV_F_VALID,   CV_F_INVALID },
    {"pl",                      "głosy nieważne",                                      CV_F_VALID,   CV_F_INVALID },
    {"pl, apart",               "głosy nie ważne",                                     CV_F_VALID,   CV_ROLE_VOTES},
    {"a number is no negation", "No. of valid votes",                                    CV_F_INVALID, CV_F_VALID   },
};

/* One valid and one invalid for each language, as forms write them. */
static const struct {
    const char *language, *reg, *invalid, *valid;
} languages[] = {
    {"en", "Registered voters",                                                                              "Rejected ballots",                        "Valid ballots"                                               },
    {"es", "Lista nominal",                                                                                  "Votos nulos",                             "Votos válidos"                                              },
    {"fr", "Inscrits",                                                                                       "Bulletins nuls",                          "Suffrages exprimés"                                         },
    {"pt", "Eleitores aptos",                                                                                "Votos nulos",                             "Votos válidos"                                              },
    {"de", "Wahlberechtigte",                                                                                "Ungültige Stimmen",                      "Gültige Stimmen"                                            },
    {"ru", "Число избирателей, включенных в список избирателей",
     "Число недействительных бюллетеней",                                                                                "Число действительных бюллетеней"},
    {"ky", "Катталган шайлоочулар",                                                      "Жараксыз бюллетендер", "Жарактуу бюллетендер"                     },
    {"ka", "ამომრჩეველთა რაოდენობა",                               "ბათილი",                      "ნამდვილი ბიულეტენები"  },
    {"tr", "Kayıtlı seçmen sayısı",                                                                     "Geçersiz oy",                            "Geçerli oy"                                                 },
    {"vi", "Tổng số cử tri",                                                                           "Số phiếu không hợp lệ",          "Số phiếu hợp lệ"                                     },
    {"pl", "Liczba wyborców uprawnionych",                                                                  "Głosy nieważne",                        "Głosy ważne"                                               },
};

static cv_name_reading best(const cv_names *names, const char *head, cv_arena *scratch)
{
    cv_name_reading out[ROOM] = {{.role = CV_ROLE_NONE}};
    if (!cv_names_read(out, ROOM, names, cv_str_of(head), *scratch)) out[0].role = CV_ROLE_NONE;
    return out[0];
}

static void scores(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    const cv_names *names = cv_names_open(&keep);
    for (size_t i = 0; i < N_ROWS(heads); i++) {
        cv_name_reading r = best(names, heads[i].head, &scratch);
        ROW_INT(heads[i].head, r.role, heads[i].role);
        if (r.role >= 0) ROW_INT(heads[i].head, r.score, heads[i].score);
    }
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

static void a_negation_forbids(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    const cv_names *names = cv_names_open(&keep);
    for (size_t i = 0; i < N_ROWS(negations); i++) {
        cv_name_reading out[ROOM];
        int32_t n = cv_names_read(out, ROOM, names, cv_str_of(negations[i].head), scratch);
        for (int32_t k = 0; k < n; k++)
            ROW_TRUE(negations[i].language, out[k].role != negations[i].never);
        ROW_INT(negations[i].language, n ? out[0].role : NOTHING, negations[i].role);
    }
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

static void each_language_is_read(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    const cv_names *names = cv_names_open(&keep);
    assert_int_equal(N_ROWS(languages), CV_WORD_LANGUAGES);
    for (size_t i = 0; i < N_ROWS(languages); i++) {
        ROW_INT(languages[i].language, best(names, languages[i].reg, &scratch).role, CV_F_REG);
        ROW_INT(languages[i].language, best(names, languages[i].invalid, &scratch).role,
                CV_F_INVALID);
        ROW_INT(languages[i].language, best(names, languages[i].valid, &scratch).role, CV_F_VALID);
    }
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

static void hours(void **state)
{
    (void)state;
    static const struct {
        const char *head;
        int32_t minute;
    } rows[] = {
        {"აქტივობა 12 საათი", 720 },
        {"turnout at 17:30",                            1050},
        {"до 8.15 ч",                                495 },
        {"bis 7 Uhr",                                   420 },
        {"in 2012",                                     -1  },
        {"at 24",                                       -1  },
        {"явка",                                    -1  },
        {"at 9:75",                                     -1  },
        {"2012 at 20",                                  1200},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_INT(rows[i].head, cv_names_hour(cv_str_of(rows[i].head)), rows[i].minute);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores),
        cmocka_unit_test(a_negation_forbids),
        cmocka_unit_test(each_language_is_read),
        cmocka_unit_test(hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
