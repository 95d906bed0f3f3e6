#include "built.h"

enum {
    BLANK = CV_CELL_BLANK,
    ILL = CV_CELL_ILLEGIBLE,
    ABS = CV_CELL_ABSENT,
    UNR = CV_CELL_UNREPORTED
};

/* One form with votes for A and B and up to four fields; one derived cell that follows. */
static const struct {
    const char *name;
    cv_cell a, b;
    struct {
        cv_field field;
        cv_cell cell;
    } more[4];
    int32_t n_more;
    cv_derived what;
    cv_cell want;
} rows[] = {
    {"the sum of options",                           30,          12,    {{0}},                                    0, CV_D_SUM,     42   },
    {"an absent option counts nothing",              30,          ABS,   {{0}},                                    0, CV_D_SUM,     30   },
    {"a blank option makes the sum unknown",         30,          BLANK, {{0}},                                    0, CV_D_SUM,     BLANK},
    {"an illegible one tells more than a blank one", BLANK,       ILL,   {{0}},                                    0, CV_D_SUM,     ILL  },
    {"against all is part of the sum",               30,          12,    {{CV_F_AGAINST, 3}},                      1, CV_D_SUM,     45   },
    {"a blank against all makes it unknown",         30,          12,    {{CV_F_AGAINST, BLANK}},                  1, CV_D_SUM,     BLANK},
    {"valid as stated",                              30,          12,    {{CV_F_VALID, 40}},                       1, CV_D_VALID,   40   },
    {"valid as the sum",                             30,          12,    {{0}},                                    0, CV_D_VALID,   42   },
    {"a valid line left blank stays blank",          30,          12,    {{CV_F_VALID, BLANK}},                    1, CV_D_VALID,   BLANK},
    {"register of three lists",
     1,                                                           1,
     {{CV_F_REG_MAIN, 500}, {CV_F_REG_ADD, 20}, {CV_F_REG_SPECIAL, 3}},
     3,                                                                                                               CV_D_REG,
     523                                                                                                                                 },
    {"register as stated before its parts",
     1,                                                           1,
     {{CV_F_REG, 510}, {CV_F_REG_MAIN, 500}},
     2,                                                                                                               CV_D_REG,
     510                                                                                                                                 },
    {"a blank part of the register",
     1,                                                           1,
     {{CV_F_REG_MAIN, 500}, {CV_F_REG_ADD, BLANK}},
     2,                                                                                                               CV_D_REG,
     BLANK                                                                                                                               },
    {"a form without a register",                    1,           1,     {{CV_F_INVALID, 2}},                      1, CV_D_REG,     UNR  },
    {"papers counted",                               30,          12,    {{CV_F_INVALID, 5}, {CV_F_BLANK, 1}},     2, CV_D_CAST,    48   },
    {"papers counted without blanks on the form",    30,          12,    {{CV_F_INVALID, 5}},                      1, CV_D_CAST,    47   },
    {"papers counted unknown without invalid",       30,          12,    {{0}},                                    0, CV_D_CAST,    UNR  },
    {"invalid from all papers",                      30,          12,    {{CV_F_CAST, 50}},                        1, CV_D_INVALID, 8    },
    {"no invalid from fewer papers than votes",      30,          12,    {{CV_F_CAST, 40}},                        1, CV_D_INVALID, UNR  },
    {"invalid by kind",                              30,          12,    {{CV_F_INV_OVER, 2}, {CV_F_INV_MARK, 3}}, 2, CV_D_INVALID, 5    },
    {"issued from parts",
     1,                                                           1,
     {{CV_F_ISS_EARLY, 4}, {CV_F_ISS_STATION, 100}, {CV_F_ISS_OUT, 6}},
     3,                                                                                                               CV_D_ISS,
     110                                                                                                                                 },
    {"papers found from two boxes",
     1,                                                           1,
     {{CV_F_BOX_OUT, 6}, {CV_F_BOX_STATION, 100}},
     2,                                                                                                               CV_D_BOX,
     106                                                                                                                                 },
    {"papers found as counted",                      30,          12,    {{CV_F_INVALID, 5}},                      1, CV_D_BOX,     47   },
    {"persons: signatures",                          30,          12,    {{CV_F_SIGNED, 60}, {CV_F_INVALID, 5}},   2, CV_D_PERSONS, 60   },
    {"persons: issued papers",                       30,          12,    {{CV_F_ISS, 61}, {CV_F_INVALID, 5}},      2, CV_D_PERSONS, 61   },
    {"persons: papers counted",                      30,          12,    {{CV_F_INVALID, 5}},                      1, CV_D_PERSONS, 47   },
    {"a sum past what a form can hold",              CV_CELL_MAX, 1,     {{0}},                                    0, CV_D_SUM,     ILL  },
};

static void derived(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        built t;
        built_open(&t);
        int32_t form = built_form(&t, "s1", rows[i].a, rows[i].b);
        for (int32_t k = 0; k < rows[i].n_more; k++)
            built_field(&t, form, rows[i].more[k].field, rows[i].more[k].cell);
        cv_election e = built_freeze(&t);
        ROW_INT(rows[i].name, e.forms[0].derived[rows[i].what][0], rows[i].want);
        built_close(&t);
    }
}

static void special_list_inside_the_main_one(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_head(t.b)->profile.special_inside = true;
    int32_t form = built_form(&t, "s1", 1, 1);
    built_field(&t, form, CV_F_REG_MAIN, 500);
    built_field(&t, form, CV_F_REG_SPECIAL, 3);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.forms[0].derived[CV_D_REG][0], 500);
    built_close(&t);
}

static void blank_options_as_zero_where_the_law_says_so(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_head(t.b)->profile.options_blank_zero = true;
    built_form(&t, "s1", 30, CV_CELL_BLANK);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.forms[0].derived[CV_D_SUM][0], 30);
    assert_int_equal(e.forms[0].votes[1][0], CV_CELL_BLANK); /* the cell itself stays blank */
    built_close(&t);
}

static void the_profile_names_the_participants(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    cv_build_head(t.b)->profile.took_part = CV_F_ISS;
    int32_t form = built_form(&t, "s1", 30, 12);
    built_field(&t, form, CV_F_SIGNED, 60);
    built_field(&t, form, CV_F_ISS_STATION, 64);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.forms[0].derived[CV_D_PERSONS][0], 64);
    built_close(&t);
}

static void two_sources_carry_different_lines(void **state)
{
    (void)state;
    built t;
    built_open(&t);
    int32_t stated = built_form(&t, "s1", 30, 12);
    built_form(&t, "s2", 20, 5);
    built_field(&t, stated, CV_F_VALID, 41);
    cv_election e = built_freeze(&t);
    assert_int_equal(e.forms[0].derived[CV_D_VALID][0], 41);
    assert_int_equal(e.forms[0].derived[CV_D_VALID][1], 25);
    built_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(derived),
        cmocka_unit_test(special_list_inside_the_main_one),
        cmocka_unit_test(blank_options_as_zero_where_the_law_says_so),
        cmocka_unit_test(the_profile_names_the_participants),
        cmocka_unit_test(two_sources_carry_different_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
