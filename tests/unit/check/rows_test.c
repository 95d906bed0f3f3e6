/* Rules that are no sums, each with a form that just keeps it and one that breaks it. */
#include "papers.h"

#include "check/rows.h"

typedef struct {
    const char *name;
    int16_t code;
    const char *form;   /* of station s1                                        */
    const char *beside; /* of station s2, which satisfies the rule; NULL: none  */
    papers_says want;
} row_row;

static const row_row rows[] = {
  /* C103, C104 */
    {"all filled",                                        103, "signed=9 invalid=1 | 5 3",                  NULL,                       HOLDS   },
    {"signed is blank",                                   103, "signed=. invalid=1 | 5 3",                  "signed=9 invalid=1 | 5 3", FAILS   },
    {"a column that is empty throughout is not reported", 103, "signed=. invalid=1 | 5 3",                  NULL,
     HOLDS                                                                                                                                      },
    {"an absent line is not blank",                       103, "signed=x invalid=1 | 5 x",                  "signed=9 invalid=1 | 5 3",
     HOLDS                                                                                                                                      },
    {"illegible is not blank",                            103, "signed=? invalid=1 | 5 3",                  "signed=9 invalid=1 | 5 3", HOLDS   },
    {"the stated difference may be empty",                103, "admitted=9 more=. | 5 4",
     "admitted=8 more=1 | 5 4",                                                                                                         HOLDS   },
    {"an option is blank",                                103, "signed=9 | . 3",                            NULL,                       FAILS   },
    {"a missing total is C406",                           103, "valid=. | 5 3",                             "valid=8 | 5 3",            HOLDS   },
    {"illegible",                                         104, "signed=9 | ? 3",                            NULL,                       FAILS   },
    {"legible",                                           104, "signed=. | 4 3",                            "signed=9 | 5 3",           HOLDS   },
 /* C309, C310: cast = 8 */
    {"no difference, none stated",                        309, "admitted=8 more=. fewer=. invalid=0 | 5 3",
     "admitted=7 more=1 fewer=0 invalid=0 | 5 3",                                                                                       HOLDS   },
    {"one more, stated",                                  309, "admitted=7 more=1 fewer=0 invalid=0 | 5 3", NULL,                       HOLDS   },
    {"one fewer, stated",                                 309, "admitted=9 more=0 fewer=1 invalid=0 | 5 3", NULL,                       HOLDS   },
    {"one more, not stated",                              309, "admitted=7 more=0 fewer=0 invalid=0 | 5 3", NULL,                       FAILS   },
    {"stated the wrong way",                              309, "admitted=9 more=1 fewer=0 invalid=0 | 5 3", NULL,                       FAILS   },
    {"the difference is illegible",                       309, "admitted=7 more=? fewer=0 invalid=0 | 5 3",
     "admitted=7 more=1 fewer=0 invalid=0 | 5 3",                                                                                       OPEN    },
    {"admitted is blank",                                 309, "admitted=. more=1 fewer=0 invalid=0 | 5 3",
     "admitted=7 more=1 fewer=0 invalid=0 | 5 3",                                                                                       OPEN    },
    {"no such lines",                                     309, "signed=8 invalid=0 | 5 3",                  NULL,                       NOT_HERE},
    {"one of the two",                                    310, "admitted=7 more=1 fewer=0 invalid=0 | 5 3", NULL,                       HOLDS   },
    {"both",                                              310, "admitted=7 more=2 fewer=1 invalid=0 | 5 3", NULL,                       FAILS   },
    {"stated where there is none",                        310, "admitted=8 more=1 fewer=0 invalid=0 | 5 3", NULL,                       FAILS   },
 /* C311 */
    {"a register of one",                                 311, "reg=1 invalid=0 | 5 3",                     NULL,                       HOLDS   },
    {"a register of none",                                311, "reg=0 invalid=0 | 5 3",                     NULL,                       FAILS   },
    {"a blank register",                                  311, "reg=. invalid=0 | 5 3",                     "reg=9 invalid=0 | 5 3",    FAILS   },
    {"nobody registered, nobody voted",                   311, "reg=0 invalid=0 | 0 0",                     NULL,                       HOLDS   },
    {"the register is not reported here",                 311, "reg=u invalid=0 | 5 3",                     "reg=9 invalid=0 | 5 3",
     NOT_HERE                                                                                                                                   },
 /* C406 */
    {"the total is there",                                406, "valid=8 | 5 3",                             NULL,                       HOLDS   },
    {"the total is blank",                                406, "valid=. | 5 3",                             "valid=8 | 5 3",            FAILS   },
    {"blank and no votes",                                406, "valid=. | 0 0",                             "valid=8 | 5 3",            HOLDS   },
    {"blank and a blank option",                          406, "valid=. | . 3",                             "valid=8 | 5 3",            OPEN    },
 /* C407 */
    {"an option has all",                                 407, "valid=8 | 8 0",                             NULL,                       HOLDS   },
    {"an option has one more",                            407, "valid=8 | 9 0",                             NULL,                       FAILS   },
    {"an option has one more, another is blank",          407, "valid=8 | 9 .",                             NULL,                       FAILS   },
    {"none has more, another is blank",                   407, "valid=8 | 8 .",                             NULL,                       OPEN    },
    {"the total of valid papers is blank",                407, "valid=. | 8 1",                             "valid=9 | 8 1",            OPEN    },
 /* C808 */
    {"one paper",                                         808, "reg=50 invalid=1 | 0 0",                    NULL,                       HOLDS   },
    {"no paper",                                          808, "reg=50 invalid=0 | 0 0",                    NULL,                       FAILS   },
    {"persons and no paper",                              808, "reg=50 signed=40 invalid=0 | 0 0",          NULL,                       FAILS   },
    {"nobody registered",                                 808, "reg=0 invalid=0 | 0 0",                     "reg=5 invalid=0 | 1 0",    NOT_HERE},
    {"a blank option",                                    808, "reg=50 invalid=0 | . 0",                    NULL,                       OPEN    },
 /* C903: 2 per cent of 1,000 are 20; from 750 papers on 15 persons are less */
    {"under 2 per cent",                                  903, "admitted=102 cast=100 | 0 0",               NULL,                       FAILS   },
    {"1 of 100",                                          903, "admitted=101 cast=100 | 0 0",               NULL,                       HOLDS   },
    {"14 of 1000",                                        903, "admitted=986 cast=1000 | 0 0",              NULL,                       HOLDS   },
    {"15 of 1000",                                        903, "admitted=985 cast=1000 | 0 0",              NULL,                       FAILS   },
    {"nobody and nothing",                                903, "admitted=0 cast=0 | 0 0",                   NULL,                       HOLDS   },
 /* C906 */
    {"one has 49 of 50",                                  906, "signed=50 | 49 1",                          NULL,                       HOLDS   },
    {"one has 50 of 50",                                  906, "signed=50 | 50 0",                          NULL,                       FAILS   },
    {"one has 49 of 49",                                  906, "signed=50 | 49 0",                          NULL,                       NOT_HERE},
    {"one has 49, one is against all",                    906, "against=1 | 49 0",                          NULL,                       HOLDS   },
 /* C907 */
    {"one paper left",                                    907, "recv=100 printed=10 box=109 | 60 49",       NULL,                       HOLDS   },
    {"no paper left",                                     907, "recv=100 printed=10 box=110 | 60 50",       NULL,                       FAILS   },
    {"nothing received, nothing found",                   907, "recv=0 box=0 | 0 0",                        "recv=9 box=1 | 1 0",       NOT_HERE},
};

static void each_rule_holds_and_fails(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const row_row *row = &rows[i];
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", row->form);
        if (row->beside) papers_form(&t, "s2", row->beside);
        papers_check(&t);
        ROW_INT(row->name, papers_verdict(&t, row->code), row->want);
        papers_close(&t);
    }
}

static void every_rule_has_both_rows(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_ROW_RULES; i++) {
        int16_t code = CV_ROW_RULES[i].code;
        bool holds = code == 107, fails = code == 107; /* needs the profile: below */
        for (size_t k = 0; k < N_ROWS(rows); k++) {
            if (rows[k].code != code) continue;
            holds = holds || rows[k].want == HOLDS;
            fails = fails || rows[k].want == FAILS;
        }
        if (!holds || !fails) fail_msg("C%d has no row on both sides", code);
    }
}

static void blanks_can_be_read_as_zero(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 3, 1);
    cv_build_head(t.b)->profile.options_blank_zero = true;
    papers_form(&t, "s1", "valid=8 | 5 . 3");
    papers_form(&t, "s2", "valid=8 | 5 0 3");
    papers_form(&t, "s3", "valid=8 | 5 ? 3");
    papers_check(&t);
    assert_int_equal(papers_count(&t, 107).n_raised, 1);
    assert_non_null(papers_find(&t, 107, "s1"));
    assert_int_equal(papers_count(&t, 103).n_raised, 0);
    assert_int_equal(papers_count(&t, 401).n_raised, 0);
    assert_int_equal(papers_count(&t, 401).n_checked, 2);
    assert_int_equal(papers_count(&t, 401).n_undecidable, 1);
    papers_close(&t);
}

typedef struct {
    const char *name, *form;
    int32_t option;
    cv_field field;
    cv_change_kind change;
    cv_count k;
} gap_row;

/* What a blank line can hold: register 20; valid papers, where stated, say more. */
static const gap_row gap_rows[] = {
    {"one option",             "reg=20 invalid=1 | 5 .", 1,  CV_F_NONE,    CV_CHANGE_CAP,  15},
    {"two options",            "reg=20 invalid=1 | . .", -1, CV_F_NONE,    CV_CHANGE_CAP,  20},
    {"valid papers known",     "reg=20 valid=9 | 5 .",   1,  CV_F_NONE,    CV_CHANGE_CAP,  4 },
    {"valid papers all taken", "reg=20 valid=5 | 6 .",   1,  CV_F_NONE,    CV_CHANGE_CAP,  0 },
    {"an option and a field",  "reg=20 invalid=. | 5 .", -1, CV_F_NONE,    CV_CHANGE_CAP,  15},
    {"a field",                "reg=20 invalid=. | 5 6", -1, CV_F_INVALID, CV_CHANGE_NONE, 0 },
};

static void a_blank_option_can_hold_the_rest(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(gap_rows); i++) {
        const gap_row *row = &gap_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", row->form);
        papers_form(&t, "s2", "reg=5 valid=2 invalid=0 | 1 1");
        papers_check(&t);
        const cv_finding *f = papers_find(&t, 103, "s1");
        ROW_TRUE(row->name, f != NULL);
        ROW_INT(row->name, f->option, row->option);
        ROW_INT(row->name, f->field, row->field);
        ROW_INT(row->name, f->change, row->change);
        ROW_INT(row->name, f->k, row->k);
        papers_close(&t);
    }
}

static void zeros_can_mean_a_missing_form(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_build_head(t.b)->profile.zero_form = CV_ZERO_MISSING;
    papers_form(&t, "s1", "reg=161 invalid=0 | 0 0");
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 808, "s1");
    assert_non_null(f);
    assert_int_equal(f->severity, CV_ERROR);
    assert_int_equal(f->change, CV_CHANGE_CAP);
    assert_int_equal(f->k, 161);
    assert_int_equal(f->contradicted, 0);
    papers_close(&t);
}

static void annulled_forms_are_seen_by_c808_alone(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_build_head(t.b)->profile.zero_form = CV_ZERO_ANNULLED;
    papers_form(&t, "s1", "reg=161 invalid=0 | 0 0");
    papers_form(&t, "s2", "reg=9 invalid=0 | 1 0");
    papers_check(&t);
    assert_int_equal(papers_count(&t, 808).n_raised, 1);
    assert_int_equal(papers_count(&t, 808).n_checked, 2);
    assert_int_equal(papers_count(&t, 904).n_raised, 0);
    assert_int_equal(papers_count(&t, 904).n_checked, 1);
    papers_close(&t);
}

static void the_legal_maximum_fills_a_box(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_build_head(t.b)->profile.station_max = 760;
    papers_form(&t, "s1", "box=760 | 700 60");
    papers_form(&t, "s2", "box=759 | 700 59");
    papers_check(&t);
    assert_int_equal(papers_count(&t, 907).n_raised, 1);
    assert_non_null(papers_find(&t, 907, "s1"));
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_holds_and_fails),
        cmocka_unit_test(every_rule_has_both_rows),
        cmocka_unit_test(blanks_can_be_read_as_zero),
        cmocka_unit_test(a_blank_option_can_hold_the_rest),
        cmocka_unit_test(zeros_can_mean_a_missing_form),
        cmocka_unit_test(annulled_forms_are_seen_by_c808_alone),
        cmocka_unit_test(the_legal_maximum_fills_a_box),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
