/* Figures in words (C106), and pages of lists (C403 to C405): one that keeps each and one that
 * breaks it. */
#include "papers.h"

typedef struct {
    const char *name, *form;
    int16_t code;
    papers_says want;
    cv_count votes;
    cv_change_kind change;
} page_row;

/* The options are AA and AB. */
static const page_row rows[] = {
    {"the same in words",             "valid=7 valid_words=7 | 4 3",                      106, HOLDS,    0, 0             },
    {"words say one more",            "valid=7 valid_words=8 | 4 3",                      106, FAILS,    1, CV_CHANGE_NONE},
    {"words of an option",            "opt[AB]_words=3 | 4 3",                            106, HOLDS,    0, 0             },
    {"words of an option say more",   "opt[AB]_words=5 | 4 3",                            106, FAILS,    2, CV_CHANGE_ADD },
    {"words of an option say fewer",  "opt[AB]_words=1 | 4 3",                            106, FAILS,    2, CV_CHANGE_OFF },
    {"no words written",              "valid=7 valid_words=. | 4 3",                      106, OPEN,     0, 0             },
    {"words that the form has not",   "valid=7 valid_words=x | 4 3",                      106, NOT_HERE, 0, 0             },
    {"the worst of two",              "valid=7 valid_words=8 opt[AA]_words=9 | 4 3",      106, FAILS,    5,
     CV_CHANGE_ADD                                                                                                        },

    {"candidates add up",             "listpage[AA]=4 pref[AA][1]=3 pref[AA][2]=1 | 4 3", 403, HOLDS,    0, 0             },
    {"candidates do not",             "listpage[AA]=4 pref[AA][1]=3 pref[AA][2]=2 | 4 3", 403, FAILS,    1,
     CV_CHANGE_NONE                                                                                                       },
    {"a candidate is blank",          "listpage[AA]=4 pref[AA][1]=3 pref[AA][2]=. | 4 3", 403, OPEN,     0, 0             },
    {"a blank, and already too many", "listpage[AA]=4 pref[AA][1]=5 pref[AA][2]=. | 4 3", 403,
     FAILS,                                                                                              1, CV_CHANGE_NONE},
    {"no page",                       "valid=7 | 4 3",                                    403, NOT_HERE, 0, 0             },
    {"a page without candidates",     "listpage[AA]=4 | 4 3",                             403, NOT_HERE, 0, 0             },

    {"page and summary",              "listpage[AA]=4 listpage[AB]=3 | 4 3",              404, HOLDS,    0, 0             },
    {"page above summary",            "listpage[AA]=4 listpage[AB]=9 | 4 3",              404, FAILS,    6, CV_CHANGE_ADD },
    {"page below summary",            "listpage[AA]=1 listpage[AB]=3 | 4 3",              404, FAILS,    3, CV_CHANGE_OFF },
    {"the list is blank",             "listpage[AA]=1 | . 3",                             404, OPEN,     0, 0             },
    {"the list does not stand here",  "listpage[AA]=0 | x 3",                             404, NOT_HERE, 0, 0             },

    {"page filled",                   "listpage[AA]=4 | 4 3",                             405, HOLDS,    0, 0             },
    {"page blank, list has votes",    "listpage[AA]=. listpage[AB]=3 | 4 3",              405, FAILS,    0,
     CV_CHANGE_NONE                                                                                                       },
    {"page 0, candidate has votes",   "listpage[AA]=0 pref[AA][1]=2 | 0 3",               405, FAILS,    0,
     CV_CHANGE_NONE                                                                                                       },
    {"page blank, nobody has votes",  "listpage[AA]=. pref[AA][1]=0 | 0 3",               405, HOLDS,    0, 0             },
    {"page blank, candidate blank",   "listpage[AA]=. pref[AA][1]=. | 0 3",               405, OPEN,     0, 0             },
};

static void pages_keep_their_rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", rows[i].form);
        papers_check(&t);
        ROW_INT(rows[i].name, papers_verdict(&t, rows[i].code), rows[i].want);
        if (rows[i].want == FAILS) {
            const cv_finding *f = papers_find(&t, rows[i].code, "s1");
            ROW_INT(rows[i].name, f->contradicted, rows[i].votes);
            ROW_INT(rows[i].name, f->change, rows[i].change);
        }
        papers_close(&t);
    }
}

/* A page without its total is C405 alone (Abacus rule book, F.401); the other list's is C404. */
static void a_missing_total_says_it_all(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "listpage[AA]=. pref[AA][1]=4 listpage[AB]=5 pref[AB][1]=5 | 4 3");
    papers_check(&t);
    assert_non_null(papers_find(&t, 405, "s1"));
    assert_int_equal(papers_find(&t, 405, "s1")->option, 0);
    assert_null(papers_find(&t, 403, "s1"));
    assert_int_equal(papers_find(&t, 404, "s1")->option, 1);
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_keep_their_rules),
        cmocka_unit_test(a_missing_total_says_it_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
