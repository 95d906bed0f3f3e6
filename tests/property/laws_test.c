/* Forms of laws on forms: the Kyrgyz protocol with one slip each, the rule book of Abacus number by
 * number, and the legal triggers on both sides of their limits. */
#include "../unit/check/papers.h"

#include "read/case/form.h"

static void use_form(papers *t, const char *id)
{
    static cv_form_profile form;
    cv_error err = {0};
    cv_str name = cv_str_of(id);
    if (cv_form_read(&form, name, name, cv_form_shipped(name), &t->keep, &err) != CV_OK)
        fail_msg("%s: %s", id, err.text);
    cv_profile *profile = &cv_build_head(t->b)->profile;
    profile->form = &form;
    profile->n_relations = form.n_relations;
    profile->relation = form.relation;
    profile->n_settings = form.n_settings;
    profile->setting = form.setting;
    if (form.took_part.n) profile->took_part = cv_field_named(form.took_part);
}

typedef struct {
    const char *name, *form;
    int16_t code;
    papers_says want;
    cv_count left, right; /* where it fails; -1: not compared */
} law_row;

static void check_rows(const char *law, int32_t n_options, const law_row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        papers t;
        papers_open(&t, n_options, 1);
        papers_form(&t, "s1", rows[i].form);
        use_form(&t, law);
        papers_check(&t);
        /* Several relations have one code: the others may not apply. */
        const cv_finding *f = papers_find(&t, rows[i].code, "s1");
        cv_rule_count c = papers_count(&t, rows[i].code);
        papers_says says = f                     ? FAILS
                           : c.n_undecidable > 0 ? OPEN
                           : c.n_checked > 0     ? HOLDS
                                                 : NOT_HERE;
        ROW_INT(rows[i].name, says, rows[i].want);
        if (f && rows[i].left >= 0) {
            ROW_INT(rows[i].name, f->left, rows[i].left);
            ROW_INT(rows[i].name, f->right, rows[i].right);
        }
        papers_close(&t);
    }
}

/* ---- Kyrgyzstan 2005: lines 1 to 14 ---- */

#define REGISTER "reg_main=900 reg_add=11 "
#define PAPERS   "iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 "
#define BOXES    "box_out=31 box_station=708 "
#define VOTES    "against=29 | 402 251 39"

static const law_row kyrgyz[] = {
    {"consistent",                           REGISTER "recv=1200 " PAPERS BOXES "valid=721 invalid=18 " VOTES, 201, HOLDS,    0,
     0                                                                                                                                },
    {"early papers in the stationary box",
     REGISTER "recv=1200 " PAPERS BOXES "valid=721 invalid=18 " VOTES,                                         209, NOT_HERE, 0,   0  },
    {"recv 120",                             REGISTER "recv=120 " PAPERS BOXES "valid=721 invalid=18 " VOTES,  201, FAILS,    120,
     1200                                                                                                                             },
    {"candidate 2 is 215",
     REGISTER "recv=1200 " PAPERS BOXES "valid=721 invalid=18 against=29 | 402 215 39",                        401, FAILS,
     721,                                                                                                                          685},
    {"valid and invalid exchanged",
     REGISTER "recv=1200 " PAPERS BOXES "valid=18 invalid=721 " VOTES,                                         401, FAILS,    18,  721},
    {"and boxes still agree",                REGISTER "recv=1200 " PAPERS BOXES "valid=18 invalid=721 " VOTES, 204,
     HOLDS,                                                                                                                   0,   0  },
    {"40 papers more than persons",
     REGISTER "recv=1200 " PAPERS
              "box_out=31 box_station=748 valid=761 invalid=18 against=29 | 442 251 39",                       306, FAILS,    779, 739},
    {"attended is not took part",
     REGISTER "x_attended=740 recv=1200 " PAPERS BOXES "valid=721 invalid=18 " VOTES,                          303, FAILS,
     740,                                                                                                                          739},
    {"took part is not issued",
     REGISTER "recv=1200 iss_early=6 iss_station=702 iss_out=31 "
              "took_part=738 cancelled=461 " BOXES "valid=721 invalid=18 " VOTES,
     303,                                                                                                           FAILS,    738, 739},
    {"mobile boxes hold all that was early",
     REGISTER "recv=1200 " PAPERS "box_out=37 box_station=702 valid=721 invalid=18 " VOTES,                    208,
     HOLDS,                                                                                                                   0,   0  },
    {"and one more",
     REGISTER "recv=1200 " PAPERS "box_out=38 box_station=701 valid=721 invalid=18 " VOTES,                    208,
     FAILS,                                                                                                                   38,  37 },
    {"more than the lists",
     "reg_main=700 reg_add=38 recv=1200 " PAPERS BOXES "valid=721 invalid=18 " VOTES,                          302, FAILS,
     739,                                                                                                                          738},
    {"valid is blank",                       REGISTER "recv=1200 " PAPERS BOXES "valid=. invalid=18 " VOTES,   401,
     NOT_HERE,                                                                                                                0,   0  },
};

static void kyrgyz_protocols(void **state)
{
    (void)state;
    check_rows("kg-2005", 3, kyrgyz, N_ROWS(kyrgyz));
    check_rows("kg-2011", 3, kyrgyz, N_ROWS(kyrgyz));
}

/* ---- Netherlands: the numbers of the rule book ---- */

#define COUNT "adm_card=90 adm_proxy=9 adm_pass=1 admitted=100 "
#define CAST  "valid=95 blank=2 invalid=1 "

static const law_row abacus[] = {
    {"F.201",                             "adm_card=90 adm_proxy=9 adm_pass=2 admitted=100 cast=98 " CAST "| 60 35",    308, FAILS,
     100,                                                                                                                                  101},
    {"F.201 without voter passes",        "adm_card=90 adm_proxy=10 admitted=100 cast=98 " CAST "| 60 35",
     308,                                                                                                                    HOLDS,    0,  0  },
    {"F.202",                             COUNT "cast=98 " CAST "| 60 34",                                              408, FAILS,    95, 94 },
    {"F.202 is said once",                COUNT "cast=98 " CAST "| 60 34",                                              401, NOT_HERE, 0,  0  },
    {"F.203",                             COUNT "cast=99 " CAST "| 60 35",                                              213, FAILS,    99, 98 },
    {"F.204",                             COUNT "cast=98 valid=0 blank=2 invalid=1 | 60 35",                            406, FAILS,    -1, -1 },
    {"F.204 hides F.202",                 COUNT "cast=98 valid=0 blank=2 invalid=1 | 60 35",                            408, HOLDS,    0,  0  },
    {"F.204 hides F.203",                 COUNT "cast=98 valid=0 blank=2 invalid=1 | 60 35",                            213, HOLDS,    0,  0  },
    {"F.301",                             COUNT "cast=98 " CAST "x_equal=1 x_above=. x_below=. | 60 35",                503, FAILS,    -1, -1 },
    {"F.303 keeps",                       COUNT "cast=98 " CAST "x_equal=. x_above=. x_below=1 | 60 35",                503, HOLDS,    0,
     0                                                                                                                                        },
    {"F.304, two ticked",                 COUNT "cast=98 " CAST "x_equal=1 x_above=. x_below=1 | 60 35",                501, FAILS,
     2,                                                                                                                                    1  },
    {"F.305",                             "adm_card=98 adm_proxy=0 admitted=98 cast=98 more=1 fewer=. " CAST "| 60 35", 310,
     FAILS,                                                                                                                            -1, -1 },
    {"F.307",                             "adm_card=97 adm_proxy=0 admitted=97 cast=98 more=1 fewer=1 " CAST "| 60 35", 310,
     FAILS,                                                                                                                            -1, -1 },
    {"F.308",                             COUNT "cast=98 more=. fewer=1 " CAST "| 60 35",                               309, FAILS,    99, 100},
    {"F.308 keeps",                       COUNT "cast=98 more=. fewer=2 " CAST "| 60 35",                               309, HOLDS,    0,  0  },
    {"F.401",                             COUNT "cast=98 " CAST "listpage[AA]=. | 60 35",                               405, FAILS,    -1, -1 },
    {"F.402",                             COUNT "cast=98 " CAST "listpage[AA]=60 pref[AA][1]=59 | 60 35",               403, FAILS,    60, 59 },
    {"F.403",                             COUNT "cast=98 " CAST "listpage[AA]=61 | 60 35",                              404, FAILS,    61, 60 },
    {"W.201",                             COUNT "cast=100 valid=96 blank=3 invalid=1 | 61 35",                          901, FAILS,    3,  100},
    {"W.201 keeps",                       COUNT "cast=101 valid=97 blank=3 invalid=1 | 61 36",                          901, HOLDS,    0,  0  },
    {"W.202",                             COUNT "cast=100 valid=96 blank=1 invalid=3 | 61 35",                          902, FAILS,    3,  100},
 /* the rule book: 2 per cent and 15 */
    {"W.203, 15 of 98",                   "adm_card=113 adm_proxy=0 admitted=113 cast=98 " CAST "| 60 35",              903, FAILS,
     -1,                                                                                                                                   -1 },
    {"W.203, 14",                         "adm_card=112 adm_proxy=0 admitted=112 cast=98 " CAST "| 60 35",              903, HOLDS,    0,
     0                                                                                                                                        },
    {"W.203, 15 of 1000",
     "adm_card=1015 adm_proxy=0 admitted=1015 cast=1000 valid=997 blank=2 "
     "invalid=1 | 600 397",                                                                                             903, HOLDS,    0,  0  },
    {"W.203, nothing cast",
     "adm_card=15 adm_proxy=0 admitted=15 cast=0 valid=0 blank=0 invalid=0 "
     "| 0 0",                                                                                                           903, FAILS,    -1, -1 },
    {"W.204",                             COUNT "cast=0 valid=0 blank=0 invalid=0 | 0 0",                               904, FAILS,    -1, -1 },
    {"W.206",                             COUNT "reg=89 cast=98 " CAST "| 60 35",                                       312, FAILS,    90, 89 },
    {"W.206 keeps",                       COUNT "reg=90 cast=98 " CAST "| 60 35",                                       312, HOLDS,    0,  0  },
    {"the difference is stated: no C306",
     "adm_card=97 adm_proxy=0 admitted=97 cast=98 more=1 " CAST "| 60 35",                                              306, NOT_HERE, 0,  0  },
};

static void the_rule_book_of_abacus(void **state)
{
    (void)state;
    check_rows("nl", 2, abacus, N_ROWS(abacus));
}

/* ---- legal triggers ---- */

static const law_row ukraine[] = {
    {"illegal 5 %",          "iss=100 x_illegal=5 | 50 40",   920, HOLDS,    0,   0  },
    {"illegal above",        "iss=100 x_illegal=6 | 50 40",   920, FAILS,    6,   100},
    {"110 %",                "iss=100 box=110 | 50 40",       920, HOLDS,    0,   0  },
    {"above 110 %",          "iss=100 box=111 | 50 40",       920, FAILS,    111, 100},
    {"destroyed 5 %",        "iss=100 x_destroyed=5 | 50 40", 920, HOLDS,    0,   0  },
    {"destroyed above",      "iss=100 x_destroyed=6 | 50 40", 920, FAILS,    6,   100},
    {"nobody got a paper",   "iss=0 box=4 | 4 0",             920, NOT_HERE, 0,   0  },
    {"recipients not known", "iss=. box=4 recv=1 | 4 0",      920, NOT_HERE, 0,   0  },
};

static const law_row kenya[] = {
    {"all registered",      "reg=90 valid=90 invalid=0 | 50 40", 920, HOLDS, 0,  0 },
    {"one more",            "reg=89 valid=90 invalid=0 | 50 40", 920, FAILS, 90, 89},
    {"votes above turnout", "signed=89 valid=90 | 50 40",        920, FAILS, 90, 89},
};

static const law_row afghanistan[] = {
    {"599",                      "invalid=0 | 300 299", 920, HOLDS, 0,   0  },
    {"600",                      "invalid=0 | 300 300", 920, FAILS, 600, 600},
    {"95 of 101",                "invalid=0 | 95 6",    920, HOLDS, 0,   0  },
    {"96 of 101",                "invalid=0 | 96 5",    920, FAILS, 96,  101},
    {"all of 100: not above it", "invalid=0 | 100 0",   920, HOLDS, 0,   0  },
};

static const law_row mexico[] = {
    {"null votes at the lead",    "invalid=10 | 50 40 3", 920, HOLDS, 0,  0 },
    {"null votes above the lead", "invalid=11 | 50 40 3", 920, FAILS, 11, 10},
    {"all for one",               "invalid=0 | 0 7 0",    920, FAILS, 7,  7 },
};

static void triggers_name_their_law(void **state)
{
    (void)state;
    check_rows("ua-2020", 2, ukraine, N_ROWS(ukraine));
    check_rows("ke-34a", 2, kenya, N_ROWS(kenya));
    check_rows("af-2009", 2, afghanistan, N_ROWS(afghanistan));
    check_rows("mx", 3, mexico, N_ROWS(mexico));
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "iss=100 box=111 | 50 40");
    use_form(&t, "ua-2020");
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 920, "s1");
    assert_int_equal(f->severity, CV_WARNING);
    assert_int_equal(f->contradicted, 0); /* it changes nothing by itself */
    assert_int_equal(f->change, CV_CHANGE_NONE);
    assert_true(cv_str_find(t.e.profile.relation[f->relation].cite, CV_STR("110 per cent"), 0) > 0);
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kyrgyz_protocols),
        cmocka_unit_test(the_rule_book_of_abacus),
        cmocka_unit_test(triggers_name_their_law),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
