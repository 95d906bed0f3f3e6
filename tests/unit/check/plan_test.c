/* What a case's stations, profile and reports do to the rules. */
#include "papers.h"

#include "check/plan.h"

static void postal_stations_have_no_register(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_build_station_at(t.b, papers_station(&t, "s1"))->kind = CV_STATION_POSTAL;
    papers_form(&t, "s1", "reg=60 took_part=70 | 40 30");
    papers_form(&t, "s2", "reg=60 took_part=70 | 40 30");
    papers_check(&t);
    const int16_t codes[] = {302, 311, 905};
    for (size_t i = 0; i < N_ROWS(codes); i++)
        assert_int_equal(papers_count(&t, codes[i]).n_not_applicable, 1);
    assert_null(papers_find(&t, 302, "s1"));
    assert_int_equal(papers_find(&t, 302, "s2")->severity, CV_ERROR);
    papers_close(&t);
}

static void a_special_register_is_not_closed(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_build_station_at(t.b, papers_station(&t, "s1"))->kind = CV_STATION_SPECIAL;
    papers_form(&t, "s1", "reg=60 took_part=70 | 40 30");
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 302, "s1");
    assert_non_null(f);
    assert_int_equal(f->severity, CV_NOTE);
    assert_int_equal(f->cap, CV_BLANK);
    papers_close(&t);
}

typedef struct {
    const char *name, *source; /* form of s2, merged into s1; NULL: it has none */
    papers_says want;
    cv_count excess;
} merge_row;

/* s1: register 100, 130 took part. */
static const merge_row merge_rows[] = {
    {"the merged register covers them", "reg=30 took_part=0 | 0 0", HOLDS, 0},
    {"one too many all the same",       "reg=29 took_part=0 | 0 0", FAILS, 1},
    {"the merged register is blank",    "reg=. took_part=0 | 0 0",  OPEN,  0},
};

static void merged_registers_are_added(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(merge_rows); i++) {
        const merge_row *row = &merge_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        cv_station_ix s1 = papers_station(&t, "s1"), s2 = papers_station(&t, "s2");
        cv_build_station_at(t.b, s2)->merged_into = s1;
        papers_form(&t, "s1", "reg=100 took_part=130 | 70 60");
        papers_form(&t, "s2", row->source);
        papers_check(&t);
        ROW_INT(row->name, papers_verdict(&t, 302), row->want);
        const cv_finding *f = papers_find(&t, 302, "s1");
        if (f) ROW_INT(row->name, f->contradicted, row->excess);
        papers_close(&t);
    }
}

/* Opening at 8:00, closing at 20:00: a report of 17:00 has 540 minutes before it and 180 after. */
typedef struct {
    const char *name;
    int16_t code;
    const char *form;
    papers_says want;
} report_row;

static const report_row report_rows[] = {
    {"no fall",                            601, "t[12:00]=400 t[17:00]=400 signed=500 reg=900 | 300 200", HOLDS   },
    {"a fall by one",                      601, "t[12:00]=400 t[17:00]=399 signed=500 reg=900 | 300 200", FAILS   },
    {"named out of order",                 601, "t[17:00]=400 t[12:00]=399 signed=500 reg=900 | 300 200", HOLDS   },
    {"one report",                         601, "t[17:00]=400 signed=500 reg=900 | 300 200",              NOT_HERE},
    {"the last is final",                  602, "t[12:00]=400 t[17:00]=500 signed=500 reg=900 | 300 200", HOLDS   },
    {"the last is above",                  602, "t[12:00]=400 t[17:00]=501 signed=500 reg=900 | 300 200", FAILS   },
    {"participants for signatures",        602, "t[17:00]=501 took_part=500 reg=900 | 300 200",           FAILS   },
 /* (signed - 270) * 540 <= 3 * 270 * 180 + 30: signed <= 540 */
    {"three times as fast",                603, "t[17:00]=270 signed=540 reg=900 | 300 240",              HOLDS   },
    {"faster",                             603, "t[17:00]=270 signed=541 reg=900 | 300 241",              FAILS   },
    {"two equal reports",                  604, "t[12:00]=400 t[17:00]=400 signed=500 reg=200 | 300 200", FAILS   },
    {"two equal reports in a small place", 604,
     "t[12:00]=100 t[17:00]=100 signed=150 reg=199 | 90 60",                                              NOT_HERE},
    {"two equal zeros",                    604, "t[12:00]=0 t[17:00]=0 signed=150 reg=200 | 90 60",       NOT_HERE},
    {"soon after each other",              604, "t[12:00]=400 t[14:59]=400 signed=500 reg=200 | 300 200",
     NOT_HERE                                                                                                     },
    {"three hours after each other",       604, "t[12:00]=400 t[15:00]=400 signed=500 reg=200 | 300 200",
     FAILS                                                                                                        },
};

static void reports_of_turnout_grow(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(report_rows); i++) {
        const report_row *row = &report_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        cv_build_head(t.b)->profile.opens = 8 * 60;
        cv_build_head(t.b)->profile.closes = 20 * 60;
        papers_form(&t, "s1", row->form);
        papers_check(&t);
        ROW_INT(row->name, papers_verdict(&t, row->code), row->want);
        papers_close(&t);
    }
}

static void growth_needs_the_hours_of_voting(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "t[17:00]=270 signed=541 reg=900 | 300 241");
    papers_check(&t);
    assert_int_equal(papers_verdict(&t, 603), NOT_HERE);
    papers_close(&t);
}

typedef struct {
    const char *name;
    int16_t code;
    cv_severity severity;
    cv_count tolerance;
    const char *form;
    papers_says want;
    cv_severity raised;
} setting_row;

static const setting_row setting_rows[] = {
    {"off",                           306, CV_SEVERITY_OFF, CV_BLANK, "signed=5 invalid=0 | 5 3",                  HOLDS, 0         },
    {"lowered",                       306, CV_NOTE,         CV_BLANK, "signed=5 invalid=0 | 5 3",                  FAILS, CV_NOTE   },
    {"within tolerance",              306, CV_ERROR,        3,        "signed=5 invalid=0 | 5 3",                  HOLDS, 0         },
    {"past tolerance",                306, CV_ERROR,        2,        "signed=5 invalid=0 | 5 3",                  FAILS, CV_ERROR  },
    {"a sum within tolerance",        401, CV_ERROR,        1,        "valid=9 | 5 3",                             HOLDS, 0         },
    {"a sum past tolerance",          401, CV_ERROR,        1,        "valid=10 | 5 3",                            FAILS, CV_ERROR  },
    {"below, past tolerance",         401, CV_ERROR,        1,        "valid=6 | 5 3",                             FAILS, CV_ERROR  },
    {"a note up to the tolerance",    307, CV_NOTE,         2,        "signed=10 invalid=0 | 5 3",                 FAILS, CV_NOTE   },
    {"a warning above it",            307, CV_NOTE,         1,        "signed=10 invalid=0 | 5 3",                 FAILS, CV_WARNING},
    {"an error above it",             307, CV_ERROR,        1,        "signed=10 invalid=0 | 5 3",                 FAILS, CV_ERROR  },
    {"another per cent",              902, CV_WARNING,      5,        "invalid=4 | 90 6",                          HOLDS, 0         },
    {"another per cent, reached",     902, CV_WARNING,      5,        "invalid=5 | 90 5",                          FAILS, CV_WARNING},
    {"another least register",        905, CV_WARNING,      8,        "reg=8 took_part=8 | 5 3",                   FAILS, CV_WARNING},
    {"no least register",             905, CV_WARNING,      0,        "reg=1 took_part=1 | 1 0",                   FAILS, CV_WARNING},
    {"another least number of votes", 906, CV_WARNING,      8,        "reg=9 | 8 0",                               FAILS, CV_WARNING},
    {"another number of persons",     903, CV_WARNING,      30,       "admitted=2029 cast=2000 | 0 0",             HOLDS, 0         },
    {"another floor",                 603, CV_WARNING,      540,      "t[17:00]=270 signed=541 reg=900 | 300 241", HOLDS, 0         },
};

static void the_profile_sets_severity_and_tolerance(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(setting_rows); i++) {
        const setting_row *row = &setting_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        cv_build_head(t.b)->profile.opens = 8 * 60;
        cv_build_head(t.b)->profile.closes = 20 * 60;
        papers_set(&t, row->code, row->severity, row->tolerance);
        papers_form(&t, "s1", row->form);
        papers_check(&t);
        ROW_INT(row->name, papers_verdict(&t, row->code), row->want);
        const cv_finding *f = papers_find(&t, row->code, "s1");
        if (f) ROW_INT(row->name, f->severity, row->raised);
        papers_close(&t);
    }
}

/* Kyrgyz form of 2005: line 6 took part, line 12 attended. */
static void the_profile_names_the_line_of_participants(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    cv_field own = cv_build_field(t.b, CV_STR("x_attended"), CV_STR("attended"));
    cv_build_head(t.b)->profile.took_part = own;
    papers_form(&t, "s1", "took_part=10 x_attended=11 reg=12 invalid=0 | 5 5");
    papers_form(&t, "s2", "x_attended=9 reg=12 invalid=0 | 5 5");
    papers_check(&t);
    assert_int_equal(papers_find(&t, 303, "s1")->contradicted, 1);
    assert_null(papers_find(&t, 303, "s2"));
    papers_close(&t);

    papers_open(&t, 2, 1);
    own = cv_build_field(t.b, CV_STR("x_attended"), CV_STR("attended"));
    cv_build_head(t.b)->profile.took_part = own;
    papers_form(&t, "s1", "x_attended=9 reg=8 invalid=0 | 5 5");
    papers_check(&t);
    assert_int_equal(papers_find(&t, 306, "s1")->contradicted, 1);
    assert_int_equal(papers_find(&t, 302, "s1")->contradicted, 1);
    papers_close(&t);
}

static void papers_issued_as_participants_are_checked_once(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "iss_station=10 reg=8 | 5 5");
    papers_check(&t);
    assert_int_equal(papers_count(&t, 304).n_raised, 1);
    assert_int_equal(papers_count(&t, 302).n_raised, 0);
    assert_int_equal(papers_count(&t, 302).n_not_applicable, 1);
    papers_close(&t);
}

static void a_special_list_is_inside_or_on_top(void **state)
{
    (void)state;
    for (int inside = 0; inside < 2; inside++) {
        papers t;
        papers_open(&t, 2, 1);
        cv_build_head(t.b)->profile.special_inside = inside;
        papers_form(&t, "s1", "reg=10 reg_main=8 reg_add=2 reg_special=2 | 4 3");
        papers_check(&t);
        assert_int_equal(papers_count(&t, 301).n_raised, !inside);
        papers_close(&t);
    }
}

typedef struct {
    const char *name, *form;
    int32_t per_ballot;
    cv_count station_max, want;
} cap_row;

static const cap_row cap_rows[] = {
    {"the register",                    "reg=20 invalid=0 | 4 3",                     1, CV_BLANK, 20      },
    {"papers received",                 "reg=20 recv=9 recv_later=2 invalid=0 | 4 3", 1, CV_BLANK, 11      },
    {"papers received in part unknown", "reg=20 recv=9 recv_later=. invalid=0 | 4 3", 1, CV_BLANK,
     20                                                                                                    },
    {"the legal maximum",               "reg=20 invalid=0 | 4 3",                     1, 15,       15      },
    {"two votes a paper",               "reg=20 invalid=0 | 4 3",                     2, CV_BLANK, 40      },
    {"a register of 0 says nothing",    "reg=0 invalid=0 | 4 3",                      1, CV_BLANK, CV_BLANK},
};

static void a_form_holds_at_most(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(cap_rows); i++) {
        const cap_row *row = &cap_rows[i];
        papers t;
        papers_open(&t, 2, row->per_ballot);
        cv_build_head(t.b)->profile.station_max = row->station_max;
        papers_form(&t, "s1", row->form);
        papers_form(&t, "s2", "reg=5 recv=5 recv_later=0 invalid=0 | 1 0");
        papers_check(&t);
        cv_rule_use use[CV_N_RULES] = {0};
        cv_plan p;
        cv_plan_make(&p, &t.e, t.contest, use, &t.work);
        ROW_INT(row->name, p.n, 0); /* all rules are off */
        ROW_INT(row->name, cv_plan_cap(&p, 0), row->want);
        ROW_INT(row->name, cv_plan_room(&p, 0), row->want == CV_BLANK ? 5 : row->want);
        papers_close(&t);
    }
}

static void derived_lines_are_those_that_are_carried(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1",
                "valid=7 inv_over=1 inv_other=1 box_out=3 box_station=6 reg_main=9 | 4 3");
    papers_check(&t);
    cv_rule_use use[CV_N_RULES] = {0};
    cv_plan p;
    cv_plan_make(&p, &t.e, t.contest, use, &t.work);
    cv_lines invalid = cv_lines_of(CV_F_INV_OVER) | cv_lines_of(CV_F_INV_OTHER);
    assert_true(cv_plan_derived_lines(&p, CV_D_SUM) == CV_LINES_OPTIONS);
    assert_true(cv_plan_derived_lines(&p, CV_D_VALID) == cv_lines_of(CV_F_VALID));
    assert_true(cv_plan_derived_lines(&p, CV_D_INVALID) == invalid);
    assert_true(cv_plan_derived_lines(&p, CV_D_CAST) == (invalid | cv_lines_of(CV_F_VALID)));
    assert_true(cv_plan_derived_lines(&p, CV_D_REG) == cv_lines_of(CV_F_REG_MAIN));
    assert_true(cv_plan_derived_lines(&p, CV_D_BOX) ==
                (cv_lines_of(CV_F_BOX_OUT) | cv_lines_of(CV_F_BOX_STATION)));
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(postal_stations_have_no_register),
        cmocka_unit_test(a_special_register_is_not_closed),
        cmocka_unit_test(merged_registers_are_added),
        cmocka_unit_test(reports_of_turnout_grow),
        cmocka_unit_test(growth_needs_the_hours_of_voting),
        cmocka_unit_test(the_profile_sets_severity_and_tolerance),
        cmocka_unit_test(the_profile_names_the_line_of_participants),
        cmocka_unit_test(papers_issued_as_participants_are_checked_once),
        cmocka_unit_test(a_special_list_is_inside_or_on_top),
        cmocka_unit_test(a_form_holds_at_most),
        cmocka_unit_test(derived_lines_are_those_that_are_carried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
