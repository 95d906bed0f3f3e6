#include "dump.h"

#include <iconv.h>
#include <stdlib.h>

#include "base/file.h"
#include "read/eight_bit.h"
#include "read/encoding.h"

#include "keep.h"

/* The text in another encoding. */
static cv_str in(cv_encoding e, const char *utf8)
{
    size_t left = strlen(utf8), room = left + 16;
    char *out = cv_new(&keep, char, (int64_t)room), *to = out, *from = (char *)(uintptr_t)utf8;
    iconv_t conv = iconv_open(cv_encoding_iconv(e), "UTF-8");
    assert_true(conv != (iconv_t)-1);
    assert_int_equal(iconv(conv, &from, &left, &to, &room), 0);
    iconv_close(conv);
    return (cv_str){out, to - out};
}

static cv_eight_bit guess(cv_str text)
{
    cv_arena scratch = cv_arena_open();
    cv_eight_bit g;
    assert_int_equal(cv_eight_bit_guess(&g, text, scratch, NULL), CV_OK);
    cv_arena_close(&scratch);
    return g;
}

/* Headers of results tables and names of places, as a speaker of the language writes them. */
static const struct {
    const char *name;
    cv_encoding is;
    const char *text;
} clear_cases[] = {
    {"Spanish",                         CV_WINDOWS_1252,
     "Número mesa;Recinto;Inscritos;Votos válidos;En blanco;Año;España;Niño;Peñas;Logroño"                                                                         },
    {"French",                          CV_WINDOWS_1252,
     "Numéro du bureau;Électeurs inscrits;Bulletins rejetés;Suffrages exprimés;Liste "
     "complémentaire;Thérèse;première;Français"                                                                                                                      },
    {"Portuguese",                      CV_WINDOWS_1252,
     "Seção;Município;Eleitores aptos;Comparecimento;Votos válidos;Abstenções;SÃO "
     "PAULO;GOIÂNIA;BRASÍLIA"                                                                                                                                           },
    {"German",                          CV_WINDOWS_1252,
     "Wahlberechtigte;Wähler;ungültige;gültige;Übrige;Größe;Straße;Köln;München"                                                                                 },
    {"Swedish",                         CV_WINDOWS_1252,
     "Röstberättigade;Ogiltiga röster;Valdeltagande;Skåne;Örebro;Västerås;Malmö"                                                                                  },
    {"Norwegian",                       CV_WINDOWS_1252,
     "Fylke;Tromsø;Ålesund;Færder;Bærum;Grünerløkka;Førde;Bodø;Sør-Trøndelag"                                                                                   },
    {"Polish",                          CV_WINDOWS_1250,
     "Liczba wyborców uprawnionych;głosów ważnych;głosów nieważnych;Łódź;Kraków;Gdańsk;Wrocław"                                                              },
    {"Czech",                           CV_WINDOWS_1250,
     "Okrsek;Počet voličů;Vydané obálky;Odevzdané;Platné hlasy;Kraj Vysočina;Plzeň;Ústí;Třebíč"                                                             },
    {"Slovak",                          CV_WINDOWS_1250,
     "Okres;Čadca;Žilina;Počet zapísaných voličov;Platné hlasy;Šaľa;Kysucké Nové Mesto"                                                                        },
    {"Hungarian",                       CV_WINDOWS_1250,
     "Választópolgárok száma;érvényes "
     "szavazatok;érvénytelen;szavazókör;Győr;Szombathely;Nyíregyháza;első"                                                                                        },
    {"Croatian",                        CV_WINDOWS_1250,
     "Biračko mjesto;birača;nevažeći listići;važeći;Čakovec;Šibenik;Županja"                                                                                    },
    {"Romanian",                        CV_WINDOWS_1250,
     "Secţia de votare;voturi valabil exprimate;Alegători "
     "înscrişi;Timişoara;Iaşi;Bârlad;Constanţa"                                                                                                                     },
    {"Russian",                         CV_WINDOWS_1251,
     "Регион;Номер избирательного участка;Число избирателей;действительных;недействительных"},
    {"Russian in capitals",             CV_WINDOWS_1251, "УИК;ИЗБИРАТЕЛЬНЫЙ УЧАСТОК;ЧИСЛО ИЗБИРАТЕЛЕЙ;МОСКВА"                },
    {"Russian in small letters",        CV_WINDOWS_1251, "уик;участок;избирателей;москва;область"                                       },
    {"Russian",                         CV_KOI8_R,
     "Регион;Номер избирательного участка;Число избирателей;действительных;недействительных"},
    {"Russian in capitals",             CV_KOI8_R,       "УИК;ИЗБИРАТЕЛЬНЫЙ УЧАСТОК;ЧИСЛО ИЗБИРАТЕЛЕЙ;МОСКВА"                },
    {"Russian in small letters",        CV_KOI8_R,       "уик;участок;избирателей;москва;область"                                       },
    {"Russian",                         CV_ISO_8859_5,   "Регион;Номер избирательного участка;Число избирателей"          },
    {"Ukrainian",                       CV_WINDOWS_1251,
     "Виборча дільниця;кількість виборців;недійсних бюлетенів;Київ;Вінницька"                              },
    {"Bulgarian",                       CV_WINDOWS_1251,
     "Секция;Брой избиратели;действителни гласове;недействителни;Пловдив;Търново"                      },
    {"Turkish",                         CV_WINDOWS_1254,
     "İl;İlçe;Sandık No;Kayıtlı seçmen;Oy kullanan seçmen;Geçerli oy;Geçersiz oy;Iğdır;Şırnak"                                                              },
    {"Lithuanian",                      CV_WINDOWS_1257,
     "Apylinkė;Rinkėjų skaičius;Negaliojančių biuletenių;Šiauliai;Vilniaus "
     "miesto;Panevėžys;Tauragė"                                                                                                                                        },
    {"Latvian",                         CV_WINDOWS_1257,
     "Iecirknis;Vēlētāju skaits;derīgās zīmes;nederīgās;Rīga;Jūrmala;Rēzekne;Ventspils"                                                                        },
    {"Polish, ISO",                     CV_ISO_8859_2,
     "Liczba wyborców uprawnionych;głosów ważnych;głosów "
     "nieważnych;Łódź;Śląskie;Świdnica;część;wyborcą"                                                                                                          },
    {"Vietnamese",                      CV_WINDOWS_1258,
     "Tổng số cử tri;Số phiếu hợp lệ;Số phiếu không hợp lệ;Đơn vị bầu cử;thành phố Hồ Chí Minh"                                      },
    {"Spanish, capitals of ASCII only", CV_WINDOWS_1252,
     "CAñUELAS;PEñA;GENERAL GüEMES;PATIñO;LA VIñA"                                                                                                                   },
    {"quotation marks and dashes",      CV_WINDOWS_1252, "Wähler – „gültig“ – Zweitstimmen · Übrige"                                                          },
    {"Slovene, ISO",                    CV_ISO_8859_2,
     "volišče;volivcev;število;veljavnih;Škofja Loka;Žalec;Črnomelj;Brežice"                                                                                       },
};

static void languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(clear_cases); i++) {
        cv_eight_bit g = guess(in(clear_cases[i].is, clear_cases[i].text));
        ROW_STR(clear_cases[i].name, cv_encoding_name(g.is), cv_encoding_name(clear_cases[i].is));
        ROW_TRUE(clear_cases[i].name, g.is_sure);
    }
}

/* What two encodings both make words of, or none does. */
static const struct {
    const char *name;
    cv_encoding in;
    const char *text;
    cv_encoding is, rival; /* AUTO: none */
    const char *words, *rival_words;
} open_cases[] = {
    {"one word, Spanish or Polish",                        CV_WINDOWS_1252, "Año",             CV_WINDOWS_1252, CV_WINDOWS_1250, "Año",
     "Ańo"                                                                                                                                             },
    {"one word, the same bytes as Portuguese or Romanian", CV_WINDOWS_1252, "SÃO",             CV_WINDOWS_1252,
     CV_WINDOWS_1250,                                                                                                             "SÃO",     "SĂO"    },
    {"one word, Czech or French",                          CV_WINDOWS_1250, "Čadca",           CV_WINDOWS_1252, CV_WINDOWS_1250,
     "Èadca",                                                                                                                                "Čadca"  },
    {"one word, Turkish or Icelandic",                     CV_WINDOWS_1254, "Sandık",          CV_WINDOWS_1252, CV_WINDOWS_1254,
     "Sandýk",                                                                                                                               "Sandık" },
    {"one letter",                                         CV_WINDOWS_1252, "1,é",             CV_WINDOWS_1252, CV_KOI8_R,       "é",       "И"      },
    {"what two read otherwise is shown",                   CV_WINDOWS_1252, "Québec,Rivière", CV_WINDOWS_1252,
     CV_WINDOWS_1250,                                                                                                             "Rivière", "Rivičre"},
};

static void asks(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(open_cases); i++) {
        cv_eight_bit g = guess(in(open_cases[i].in, open_cases[i].text));
        ROW_TRUE(open_cases[i].name, !g.is_sure);
        ROW_STR(open_cases[i].name, cv_encoding_name(g.is), cv_encoding_name(open_cases[i].is));
        ROW_STR(open_cases[i].name, cv_encoding_name(g.rival),
                cv_encoding_name(open_cases[i].rival));
        ROW_STR(open_cases[i].name, cv_str_of(g.words), cv_str_of(open_cases[i].words));
        ROW_STR(open_cases[i].name, cv_str_of(g.rival_words), cv_str_of(open_cases[i].rival_words));
    }
}

/* The same name in a thousand rows is no more evidence than in one. */
static void repetition(void **state)
{
    (void)state;
    cv_text text = cv_text_open(&keep);
    for (int i = 0; i < 1000; i++) cv_text_add(&text, in(CV_WINDOWS_1252, "Año;"));
    assert_false(guess(cv_text_str(&text)).is_sure);
}

/* Encodings that canvass does not know, by the names that iconv has for them. */
static const struct {
    const char *iconv, *text;
} strangers[] = {
    {"BIG5",       "投票所;選舉人數;候選人;宋楚瑜;蔡英文;國民黨"                                       },
    {"GBK",        "投票所;选举人数;候选人;北京"                                                              },
    {"SHIFT-JIS",  "投票所;選挙人数;候補者;東京"                                                              },
    {"EUC-KR",     "투표소;선거인수;후보자;서울특별시"                                                     },
    {"CP866",      "Регион;Номер избирательного участка;Число избирателей"},
    {"CP850",      "Número mesa;Recinto;Votos válidos;Año;España"                                                     },
    {"CP852",      "Počet voličů;Platné hlasy;Třebíč"                                                              },
    {"MACINTOSH",  "Número mesa;Votos válidos;Año;España;Seção"                                                     },
    {"ISO-8859-7", "Εκλογικό τμήμα;Εγγεγραμμένοι;Άκυρα;Έγκυρα;Αθήνα"            },
    {"TIS-620",    "หน่วยเลือกตั้ง;บัตรดี;บัตรเสีย"               },
};

static void none_fits(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(strangers); i++) {
        size_t left = strlen(strangers[i].text), room = 2 * left;
        char *out = cv_new(&keep, char, (int64_t)room), *to = out;
        char *from = (char *)(uintptr_t)strangers[i].text;
        iconv_t conv = iconv_open(strangers[i].iconv, "UTF-8");
        ROW_TRUE(strangers[i].iconv, conv != (iconv_t)-1);
        ROW_TRUE(strangers[i].iconv, iconv(conv, &from, &left, &to, &room) != (size_t)-1);
        iconv_close(conv);
        cv_eight_bit g = guess((cv_str){out, to - out});
        ROW_TRUE(strangers[i].iconv, !g.is_sure);
        ROW_STR(strangers[i].iconv, cv_encoding_name(g.is), CV_STR("auto"));
    }
    cv_eight_bit g = guess(CV_STR("only ASCII"));
    assert_false(g.is_sure);
    assert_int_equal(g.is, CV_ENCODING_AUTO);
}

/* Three words, each once, and no more than fit. */
static void shown(void **state)
{
    (void)state;
    cv_eight_bit g = guess(in(CV_WINDOWS_1252, "Wähler;Wähler;gültig;Köln;Straße"));
    assert_string_equal(g.words, "Wähler, gültig, Köln");
    cv_text long_word = cv_text_open(&keep);
    for (int i = 0; i < CV_EIGHT_BIT_WORDS; i++) cv_text_add(&long_word, CV_STR("\xe4"));
    cv_text_add(&long_word, in(CV_WINDOWS_1252, ";Wähler;gültig;Köln"));
    assert_string_equal(guess(cv_text_str(&long_word)).words, "Wähler, gültig, Köln");
}

/* ---- real files; the encodings are those of their README.md ---- */

static const struct {
    const char *path, *member;
    cv_encoding is;
} real_files[] = {
    {"elections/canada-2011/table_tableau11.csv",             "",                      CV_WINDOWS_1252},
    {"elections/bolivia-2020-live/snapshots.tar.xz",          "*_20201018_195655.csv", CV_WINDOWS_1252},
    {"elections/bolivia-2020-live/snapshots.tar.xz",          "*_20201018_211655.csv", CV_UTF_8       },
    {"forensics/argentina-2015/EG15cod_DEPARTAMENTOS.csv.xz", "",                      CV_WINDOWS_1252},
    {"tally/votelib/sk_prez_2019.csv",                        "",                      CV_WINDOWS_1250},
};

static void from_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(real_files); i++) {
        const char *root = getenv("CANVASS_DATA");
        cv_str path = cv_str_format(&keep, "%s/%s", root ? root : "", real_files[i].path);
        if (!root || !cv_file_exists(path)) {
            print_message("%s: not found; skipped\n", path.s);
            skip();
        }
        cv_table_format f = CV_TABLE_FORMAT_DEFAULT;
        cv_table *t;
        const cv_table_member *m;
        f.member = cv_str_of(real_files[i].member);
        ROW_INT(path.s, cv_table_open(&t, path, &f, &keep, NULL), CV_OK);
        ROW_INT(path.s, cv_table_next_member(t, &m, NULL), CV_OK);
        ROW_STR(path.s, cv_encoding_name(m->encoding), cv_encoding_name(real_files[i].is));
        cv_table_close(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(languages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(asks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repetition, set_up, tear_down),
        cmocka_unit_test_setup_teardown(none_fits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(from_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
