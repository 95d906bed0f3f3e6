/* Each relation of the catalogue with a form that just keeps it and one that breaks it. */
#include "papers.h"

#include "check/catalogue.h"

typedef struct {
    const char *name;
    int16_t code;
    const char *form;   /* of station s1                                        */
    const char *beside; /* of station s2, which satisfies the rule; NULL: none  */
    papers_says want;
    cv_count votes; /* contradicted */
    cv_change_kind change;
    cv_count k;
} relation_row;

static const relation_row rows[] = {
  /* C201: received = issued + cancelled + lost */
    {"papers balance",                         201, "recv=100 iss=70 cancelled=28 lost=2 | 40 30",                   NULL,                                              HOLDS,    0,  0,              0},
    {"papers from nowhere",                    201, "recv=95 iss=70 cancelled=28 lost=2 | 40 30",                    NULL,                                              FAILS,    5,
     CV_CHANGE_OFF,                                                                                                                                                                                   5},
    {"no more may go than were counted",       201, "recv=5 iss=70 cancelled=28 invalid=0 | 2 1",                    NULL,
     FAILS,                                                                                                                                                                       93, CV_CHANGE_OFF,  3},
    {"papers missing",                         201, "recv=103 iss=70 cancelled=28 lost=2 | 40 30",                   NULL,                                              FAILS,    0,
     CV_CHANGE_NONE,                                                                                                                                                                                  0},
    {"deliveries and surplus count",           201,
     "recv=60 recv_later=20 printed=15 surplus=5 iss=70 cancelled=30 | 4 3",                                         NULL,                                              HOLDS,    0,  0,              0},
    {"unused and spoiled for cancelled",       201, "recv=100 iss=70 unused=28 spoiled=2 | 4 3",                     NULL,
     HOLDS,                                                                                                                                                                       0,  0,              0},
    {"cancelled not given",                    201, "recv=100 iss=70 | 4 3",                                         NULL,                                              NOT_HERE, 0,  0,              0},
    {"lost is blank",                          201, "recv=100 iss=70 cancelled=28 lost=. | 4 3",
     "recv=100 iss=70 cancelled=29 lost=1 | 4 3",                                                                                                                       OPEN,     0,  0,              0},
    {"lost is blank and the rest is too much", 201, "recv=97 iss=70 cancelled=28 lost=. | 90 3",
     "recv=100 iss=70 cancelled=29 lost=1 | 4 3",                                                                                                                       FAILS,    1,  CV_CHANGE_OFF,  1},
    {"lost is absent",                         201, "recv=98 iss=70 cancelled=28 lost=x | 4 3",
     "recv=100 iss=70 cancelled=29 lost=1 | 4 3",                                                                                                                       HOLDS,    0,  0,              0},
    {"lost is not reported here",              201, "recv=97 iss=70 cancelled=28 lost=u | 4 3",
     "recv=100 iss=70 cancelled=29 lost=1 | 4 3",                                                                                                                       NOT_HERE, 0,  0,              0},
 /* C202, C203 */
    {"issue adds up",                          202, "iss=10 iss_early=1 iss_station=7 iss_out=1 iss_post=1 | 4 3",   NULL,
     HOLDS,                                                                                                                                                                       0,  0,              0},
    {"issue does not",                         202, "iss=11 iss_early=1 iss_station=7 iss_out=1 iss_post=1 | 4 3",   NULL,
     FAILS,                                                                                                                                                                       0,  CV_CHANGE_NONE, 0},
    {"boxes add up",                           203, "box=10 box_out=1 box_station=9 | 6 4",                          NULL,                                              HOLDS,    0,  0,              0},
    {"boxes hold more",                        203, "box=10 box_out=2 box_station=9 | 6 4",                          NULL,                                              FAILS,    1,  CV_CHANGE_OFF,
     1                                                                                                                                                                                                 },
    {"boxes hold less",                        203, "box=10 box_out=0 box_station=9 | 6 4",                          NULL,                                              FAILS,    1,  CV_CHANGE_ADD,
     1                                                                                                                                                                                                 },
    {"paper and machine",                      203, "box=10 box_machine=4 box_station=6 | 6 4",                      NULL,                                              HOLDS,    0,  0,              0},
 /* C204 */
    {"found are counted",                      204, "box=10 invalid=1 blank=2 | 4 3",                                NULL,                                              HOLDS,    0,  0,              0},
    {"counted more than found",                204, "box=9 invalid=1 blank=2 | 4 3",                                 NULL,                                              FAILS,    1,  CV_CHANGE_OFF,
     1                                                                                                                                                                                                 },
    {"counted fewer than found",               204, "box=12 invalid=1 blank=2 | 4 3",                                NULL,                                              FAILS,    2,
     CV_CHANGE_ADD,                                                                                                                                                                                   2},
    {"two boxes for the total",                204, "box_out=3 box_station=7 valid=8 invalid=2 | 5 3",               NULL,                                              HOLDS,
     0,                                                                                                                                                                               0,              0},
    {"two boxes, one paper more",              204, "box_out=3 box_station=8 valid=8 invalid=2 | 5 3",               NULL,
     FAILS,                                                                                                                                                                       1,  CV_CHANGE_ADD,  1},
    {"a blank box, and fewer counted",         204, "box_out=. box_station=3 valid=8 invalid=2 | 5 3",
     "box_out=3 box_station=7 valid=8 invalid=2 | 5 3",                                                                                                                 OPEN,     0,  0,              0},
    {"a blank box, and too much in the other", 204,
     "box_out=. box_station=13 valid=8 invalid=2 | 5 3",                                                             "box_out=3 box_station=7 valid=8 invalid=2 | 5 3", FAILS,    3,  CV_CHANGE_ADD,  3},
    {"no box on the form",                     204, "valid=8 invalid=2 | 5 3",                                       NULL,                                              NOT_HERE, 0,  0,              0},
 /* C205 */
    {"cancelled adds up",                      205, "cancelled=10 unused=8 spoiled=2 | 4 3",                         NULL,                                              HOLDS,    0,  0,              0},
    {"cancelled does not",                     205, "cancelled=10 unused=8 spoiled=1 | 4 3",                         NULL,                                              FAILS,    0,
     CV_CHANGE_NONE,                                                                                                                                                                                  0},
 /* C206 */
    {"all papers issued",                      206, "recv=90 printed=10 iss=100 | 4 3",                              NULL,                                              HOLDS,    0,  0,              0},
    {"one more issued",                        206, "recv=90 printed=10 iss=101 valid=101 invalid=0 | 60 41",        NULL,                                              FAILS,
     1,                                                                                                                                                                               CV_CHANGE_OFF,  1},
    {"counted for issued",                     206, "recv=10 invalid=2 | 5 4",                                       NULL,                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"received is blank",                      206, "recv=. iss=3 | 4 3",                                            "recv=9 iss=9 | 4 3",                              OPEN,     0,  0,              0},
    {"received is blank, nothing issued",      206, "recv=. iss=0 | 0 0",                                            "recv=9 iss=9 | 4 3",                              HOLDS,    0,
     0,                                                                                                                                                                                               0},
 /* C207 to C210 */
    {"box equals issue",                       207, "iss=10 box=10 | 6 4",                                           NULL,                                              HOLDS,    0,  0,              0},
    {"box above issue",                        207, "iss=10 box=11 | 6 5",                                           NULL,                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"box is blank",                           207, "iss=10 box=. | 6 5",                                            "iss=10 box=10 | 6 4",                             OPEN,     0,  0,              0},
    {"papers counted for the box",             207, "iss=10 invalid=1 | 6 4",                                        NULL,                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"mobile boxes with early votes",          208, "iss_out=5 iss_early=2 box_out=7 | 6 4",                         NULL,                                              HOLDS,    0,
     0,                                                                                                                                                                                               0},
    {"mobile boxes exceed",                    208, "iss_out=5 iss_early=2 box_out=8 | 6 4",                         NULL,                                              FAILS,    1,
     CV_CHANGE_OFF,                                                                                                                                                                                   1},
    {"early votes have their own box",         208, "iss_out=5 iss_early=2 box_early=2 box_out=6 | 6 4",
     NULL,                                                                                                                                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"stationary boxes",                       209, "iss_station=5 box_station=5 | 3 2",                             NULL,                                              HOLDS,    0,  0,              0},
    {"stationary boxes exceed",                209, "iss_station=5 box_station=7 | 3 4",                             NULL,                                              FAILS,    2,
     CV_CHANGE_OFF,                                                                                                                                                                                   2},
    {"all issued are found",                   210, "iss=10 box=10 | 6 4",                                           NULL,                                              HOLDS,    0,  0,              0},
    {"three are not found",                    210, "iss=10 box=7 | 4 3",                                            NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
 /* C211 to C214 */
    {"kinds add up",                           211, "invalid=4 inv_blank=1 inv_over=1 inv_mark=1 inv_other=1 | 4 3", NULL,
     HOLDS,                                                                                                                                                                       0,  0,              0},
    {"kinds do not",                           211, "invalid=4 inv_blank=1 inv_over=1 inv_mark=1 inv_other=2 | 4 3", NULL,
     FAILS,                                                                                                                                                                       0,  CV_CHANGE_NONE, 0},
    {"nothing lost",                           212, "lost=0 surplus=0 | 4 3",                                        NULL,                                              HOLDS,    0,  0,              0},
    {"one lost",                               212, "lost=1 surplus=0 | 4 3",                                        NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"one too many",                           212, "surplus=1 | 4 3",                                               NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"lost is blank, surplus is not",          212, "lost=. surplus=2 | 4 3",                                        "lost=0 surplus=0 | 4 3",
     FAILS,                                                                                                                                                                       0,  CV_CHANGE_NONE, 0},
    {"the total adds up",                      213, "cast=10 valid=7 blank=1 invalid=2 | 4 3",                       NULL,                                              HOLDS,    0,  0,              0},
    {"the total is short",                     213, "cast=9 valid=7 blank=1 invalid=2 | 4 3",                        NULL,                                              FAILS,    1,
     CV_CHANGE_OFF,                                                                                                                                                                                   1},
    {"the total is above",                     213, "cast=11 valid=7 blank=1 invalid=2 | 4 3",                       NULL,                                              FAILS,    1,
     CV_CHANGE_ADD,                                                                                                                                                                                   1},
    {"options for valid",                      213, "cast=9 invalid=2 | 4 3",                                        NULL,                                              HOLDS,    0,  0,              0},
    {"no foreign papers",                      214, "foreign=0 | 4 3",                                               NULL,                                              HOLDS,    0,  0,              0},
    {"a foreign paper",                        214, "foreign=1 | 4 3",                                               NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
 /* C301 to C307 */
    {"register adds up",                       301, "reg=12 reg_main=8 reg_add=2 reg_special=2 | 4 3",               NULL,                                              HOLDS,    0,  0,
     0                                                                                                                                                                                                 },
    {"register does not",                      301, "reg=10 reg_main=8 reg_add=2 reg_special=2 | 4 3",               NULL,                                              FAILS,    0,
     CV_CHANGE_NONE,                                                                                                                                                                                  0},
    {"all took part",                          302, "reg=10 took_part=10 | 4 3",                                     NULL,                                              HOLDS,    0,  0,              0},
    {"one more took part",                     302, "reg=10 took_part=11 | 4 3",                                     NULL,                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"register of parts",                      302, "reg_main=8 reg_add=3 took_part=11 | 4 3",                       NULL,                                              HOLDS,    0,  0,              0},
    {"register is 0",                          302, "reg=0 took_part=11 | 4 3",                                      "reg=9 took_part=9 | 4 3",                         NOT_HERE, 0,  0,
     0                                                                                                                                                                                                 },
    {"register is blank",                      302, "reg=. took_part=11 | 4 3",                                      "reg=9 took_part=9 | 4 3",                         OPEN,     0,  0,
     0                                                                                                                                                                                                 },
    {"lines of participants agree",            303, "took_part=10 signed=10 | 4 3",                                  NULL,                                              HOLDS,    0,  0,              0},
    {"lines of participants differ",           303, "took_part=10 signed=12 | 4 3",                                  NULL,                                              FAILS,    2,
     CV_CHANGE_NONE,                                                                                                                                                                                  0},
    {"issue within register",                  304, "reg=10 iss=10 | 4 3",                                           NULL,                                              HOLDS,    0,  0,              0},
    {"issue above register",                   304, "reg=10 iss=12 invalid=5 | 4 3",                                 NULL,                                              FAILS,    2,  CV_CHANGE_OFF,
     2                                                                                                                                                                                                 },
    {"one signature a paper",                  305, "iss=10 signed=10 | 4 3",                                        NULL,                                              HOLDS,    0,  0,              0},
    {"a paper without signature",              305, "iss=11 signed=10 | 6 4",                                        NULL,                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"a signature without paper",              305, "iss=10 signed=12 | 6 4",                                        NULL,                                              FAILS,    2,  CV_CHANGE_NONE, 0},
    {"as many votes as voters",                306, "signed=10 invalid=1 blank=1 | 5 3",                             NULL,                                              HOLDS,    0,  0,              0},
    {"a vote too many",                        306, "signed=9 invalid=1 blank=1 | 5 3",                              NULL,                                              FAILS,    1,  CV_CHANGE_OFF,  1},
    {"took_part for signatures",               306, "took_part=9 invalid=2 | 5 3",                                   NULL,                                              FAILS,    1,  CV_CHANGE_OFF,
     1                                                                                                                                                                                                 },
    {"an illegible option",                    306, "signed=9 invalid=2 | ? 3",                                      "signed=10 invalid=2 | 5 3",                       OPEN,     0,
     0,                                                                                                                                                                                               0},
    {"an absent option",                       306, "signed=5 invalid=2 | x 3",                                      NULL,                                              HOLDS,    0,  0,              0},
    {"signatures are blank",                   306, "signed=. invalid=2 | 5 3",                                      "signed=10 invalid=2 | 5 3",                       OPEN,     0,
     0,                                                                                                                                                                                               0},
    {"nobody left with a paper",               307, "signed=10 invalid=2 | 5 3",                                     NULL,                                              HOLDS,    0,  0,              0},
    {"one left with a paper",                  307, "signed=11 invalid=2 | 5 3",                                     NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"more votes are C306, not C307",          307, "signed=9 invalid=2 | 5 3",                                      NULL,                                              HOLDS,    0,  0,              0},
 /* C308, C312 to C314 */
    {"admitted adds up",                       308, "admitted=10 adm_card=8 adm_proxy=1 adm_pass=1 | 4 3",           NULL,                                              HOLDS,    0,
     0,                                                                                                                                                                                               0},
    {"admitted does not",                      308, "admitted=10 adm_card=8 adm_proxy=1 adm_pass=2 | 4 3",           NULL,                                              FAILS,
     0,                                                                                                                                                                               CV_CHANGE_NONE, 0},
    {"cards within register",                  312, "reg=10 adm_card=10 | 4 3",                                      NULL,                                              HOLDS,    0,  0,              0},
    {"cards above register",                   312, "reg=10 adm_card=11 | 4 3",                                      NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"certificates add up",                    313, "cert_in=10 cert_out=6 cert_unused=3 cert_lost=1 | 4 3",         NULL,
     HOLDS,                                                                                                                                                                       0,  0,              0},
    {"certificates do not",                    313, "cert_in=10 cert_out=6 cert_unused=3 cert_lost=0 | 4 3",         NULL,
     FAILS,                                                                                                                                                                       0,  CV_CHANGE_NONE, 0},
    {"certificates within signatures",         314, "cert_used=5 signed=5 | 4 1",                                    NULL,                                              HOLDS,    0,  0,              0},
    {"certificates above signatures",          314, "cert_used=6 signed=5 | 4 1",                                    NULL,                                              FAILS,    0,
     CV_CHANGE_NONE,                                                                                                                                                                                  0},
    {"certificates above participants",        314, "cert_used=6 took_part=5 | 4 1",                                 NULL,                                              FAILS,    0,
     CV_CHANGE_NONE,                                                                                                                                                                                  0},
 /* C401 */
    {"options add up",                         401, "valid=10 against=1 gone=1 writein=1 | 4 3",                     NULL,                                              HOLDS,    0,  0,              0},
    {"options exceed",                         401, "valid=9 against=1 gone=1 writein=1 | 4 3",                      NULL,                                              FAILS,    1,
     CV_CHANGE_OFF,                                                                                                                                                                                   1},
    {"options fall short",                     401, "valid=12 against=1 gone=1 writein=1 | 4 3",                     NULL,                                              FAILS,    2,
     CV_CHANGE_ADD,                                                                                                                                                                                   2},
    {"one option blank",                       401, "valid=10 | . 3",                                                "valid=10 | 7 3",                                  OPEN,     0,  0,              0},
    {"no line for valid papers",               401, "invalid=3 | 4 3",                                               NULL,                                              NOT_HERE, 0,  0,              0},
 /* C901, C902, C904, C905 */
    {"under 3 per cent blank",                 901, "blank=2 invalid=0 | 50 48",                                     NULL,                                              HOLDS,    0,  0,              0},
    {"3 per cent blank",                       901, "blank=3 invalid=0 | 50 47",                                     NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"blank of nothing",                       901, "blank=0 invalid=0 | 0 0",                                       NULL,                                              NOT_HERE, 0,  0,              0},
    {"under 3 per cent invalid",               902, "invalid=2 | 50 48",                                             NULL,                                              HOLDS,    0,  0,              0},
    {"3 per cent invalid",                     902, "invalid=3 | 50 47",                                             NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"one vote",                               904, "invalid=0 | 1 0",                                               NULL,                                              HOLDS,    0,  0,              0},
    {"an invalid paper is a vote cast",        904, "invalid=1 | 0 0",                                               NULL,                                              HOLDS,    0,  0,              0},
    {"no vote",                                904, "invalid=0 | 0 0",                                               NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"no vote, form without invalid",          904, "reg=9 | 0 0",                                                   NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"all but one voted",                      905, "reg=50 took_part=49 | 4 3",                                     NULL,                                              HOLDS,    0,  0,              0},
    {"everybody voted",                        905, "reg=50 took_part=50 | 4 3",                                     NULL,                                              FAILS,    0,  CV_CHANGE_NONE, 0},
    {"everybody in a small place",             905, "reg=49 took_part=49 | 4 3",                                     NULL,                                              NOT_HERE, 0,  0,              0},
};

static void each_relation_holds_and_fails(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const relation_row *row = &rows[i];
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", row->form);
        if (row->beside) papers_form(&t, "s2", row->beside);
        papers_check(&t);
        ROW_INT(row->name, papers_verdict(&t, row->code), row->want);
        const cv_finding *f = papers_find(&t, row->code, "s1");
        if (f) {
            ROW_INT(row->name, f->contradicted, row->votes);
            ROW_INT(row->name, f->change, row->change);
            ROW_INT(row->name, f->k, row->k);
        }
        papers_close(&t);
    }
}

static void every_relation_has_both_rows(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_RELATIONS; i++) {
        int16_t code = CV_RELATIONS[i].code;
        bool holds = code == 402, fails = code == 402; /* several votes a paper: below */
        for (size_t k = 0; k < N_ROWS(rows); k++) {
            if (rows[k].code != code) continue;
            holds = holds || rows[k].want == HOLDS;
            fails = fails || rows[k].want == FAILS;
        }
        if (!holds || !fails) fail_msg("C%d has no row on both sides", code);
    }
}

static void several_votes_a_paper(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 3, 2);
    papers_form(&t, "s1", "valid=10 | 7 7 7");
    papers_form(&t, "s2", "valid=10 | 7 7 6");
    papers_check(&t);
    assert_int_equal(papers_count(&t, 402).n_raised, 1);
    assert_int_equal(papers_count(&t, 402).n_checked, 2);
    assert_int_equal(papers_count(&t, 401).n_not_applicable, 2);
    const cv_finding *f = papers_find(&t, 402, "s1");
    assert_non_null(f);
    assert_int_equal(f->left, 21);
    assert_int_equal(f->right, 20);
    assert_int_equal(f->k, 1);
    papers_close(&t);
}

static void codes_ascend_and_have_texts(void **state)
{
    (void)state;
    for (int32_t i = 0; i < CV_N_RELATIONS; i++) {
        assert_true(cv_rule_row(CV_RELATIONS[i].code) >= 0);
        assert_true(i == 0 || CV_RELATIONS[i - 1].code <= CV_RELATIONS[i].code);
    }
    for (int32_t i = 0; i < CV_N_HIDINGS; i++) {
        assert_true(cv_rule_row(CV_HIDINGS[i].code) >= 0);
        assert_true(cv_rule_row(CV_HIDINGS[i].hides) >= 0);
    }
}

/* Each pair on a form that breaks both; the second is counted and not listed. */
static void each_pair_of_the_table_hides(void **state)
{
    (void)state;
    const struct {
        int16_t code, hides;
        const char *form;
    } pair[] = {
        {311, 312, "reg=0 adm_card=5 invalid=0 | 3 2"      },
        {406, 213, "cast=5 valid=0 blank=1 invalid=9 | 4 3"},
        {406, 401, "valid=0 invalid=0 | 4 3"               },
        {406, 408, "valid=0 invalid=0 | 4 3"               },
    };
    assert_int_equal(N_ROWS(pair), CV_N_HIDINGS);
    for (size_t i = 0; i < N_ROWS(pair); i++) {
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", pair[i].form);
        papers_relation(&t, 408, "valid = sum(opt)", NULL);
        papers_relation(&t, 406, "ticked(valid) = 1 or sum(opt) = 0", NULL);
        papers_check(&t);
        ROW_INT(pair[i].form, CV_HIDINGS[i].code, pair[i].code);
        ROW_INT(pair[i].form, CV_HIDINGS[i].hides, pair[i].hides);
        ROW_TRUE(pair[i].form, papers_find(&t, pair[i].code, "s1") != NULL);
        ROW_TRUE(pair[i].form, papers_find(&t, pair[i].hides, "s1") == NULL);
        ROW_INT(pair[i].form, papers_count(&t, pair[i].hides).n_hidden, 1);
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_relation_holds_and_fails),
        cmocka_unit_test(every_relation_has_both_rows),
        cmocka_unit_test(several_votes_a_paper),
        cmocka_unit_test(codes_ascend_and_have_texts),
        cmocka_unit_test(each_pair_of_the_table_hides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
