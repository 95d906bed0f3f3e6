/* What a failing relation says about votes, and how severe it is. */
#include "papers.h"

typedef struct {
    const char *name, *form;
    bool missing_adds;
    int16_t code;
    cv_count left, right, votes;
    cv_change_kind change;
    cv_count k;
} effect_row;

static const effect_row rows[] = {
    {"excess goes off",                  "signed=9 invalid=2 | 5 4",         false, 306, 11,  9,   2,   CV_CHANGE_OFF,  2 },
    {"papers from nowhere",              "recv=9 iss=10 cancelled=1 | 6 4",  false, 201, 9,   11,  2,   CV_CHANGE_OFF,
     2                                                                                                                    },
    {"papers gone",                      "recv=14 iss=10 cancelled=1 | 6 4", false, 201, 14,  11,  0,   CV_CHANGE_NONE, 0 },
    {"counted more than found",          "box=9 invalid=0 | 6 4",            false, 204, 9,   10,  1,   CV_CHANGE_OFF,  1 },
    {"counted fewer than found",         "box=12 invalid=0 | 6 4",           false, 204, 12,  10,  2,   CV_CHANGE_ADD,  2 },
    {"two lines unlike",                 "signed=9 took_part=7 | 4 3",       false, 303, 7,   9,   2,   CV_CHANGE_NONE, 0 },
    {"voters without a paper",           "signed=12 invalid=0 | 6 4",        false, 307, 12,  10,  0,   CV_CHANGE_NONE,
     0                                                                                                                    },
    {"voters whose paper is missing",    "signed=12 invalid=0 | 6 4",        true,  307, 12,  10,  0,
     CV_CHANGE_ADD,                                                                                                     2 },
    {"papers issued and missing",        "iss=12 box=10 | 6 4",              true,  210, 12,  10,  0,   CV_CHANGE_ADD,  2 },
 /* 300 papers too many were issued, but only 10 were counted. */
    {"no more can go than were counted", "iss=320 reg=20 invalid=0 | 6 4",   false, 304, 320, 20,  300,
     CV_CHANGE_OFF,                                                                                                     10},
 /* The reader sees papers, not hundreds of them. */
    {"a share",                          "invalid=5 | 60 35",                false, 902, 5,   100, 0,   CV_CHANGE_NONE, 0 },
};

static void relations_become_votes(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const effect_row *row = &rows[i];
        papers t;
        papers_open(&t, 2, 1);
        cv_build_head(t.b)->profile.missing_adds = row->missing_adds;
        papers_form(&t, "s1", row->form);
        papers_check(&t);
        const cv_finding *f = papers_find(&t, row->code, "s1");
        ROW_TRUE(row->name, f != NULL);
        ROW_INT(row->name, f->left, row->left);
        ROW_INT(row->name, f->right, row->right);
        ROW_INT(row->name, f->contradicted, row->votes);
        ROW_INT(row->name, f->change, row->change);
        ROW_INT(row->name, f->k, row->k);
        papers_close(&t);
    }
}

static void every_place_is_accounted_for(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "signed=10 invalid=2 | 5 3");
    papers_form(&t, "s2", "signed=9 invalid=2 | 5 3");
    papers_form(&t, "s3", "signed=. invalid=2 | 5 3");
    papers_form(&t, "s4", "signed=u invalid=2 | 5 3");
    papers_check(&t);
    cv_rule_count n = papers_count(&t, 306);
    assert_int_equal(n.n_checked, 2);
    assert_int_equal(n.n_raised, 1);
    assert_int_equal(n.n_undecidable, 1);
    assert_int_equal(n.n_not_applicable, 1);
    n = papers_count(&t, 201); /* no such lines */
    assert_int_equal(n.n_not_applicable, 4);
    assert_int_equal(n.n_checked, 0);
    papers_close(&t);
}

static void a_finding_names_its_form(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "signed=10 foreign=0 invalid=2 reg=30 | 5 3");
    papers_form(&t, "s2", "signed=10 foreign=1 invalid=2 reg=40 | 5 3");
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 214, NULL);
    assert_int_equal(f->contest.i, t.contest.i);
    assert_int_equal(f->station.i, papers_find(&t, 214, "s2")->station.i);
    assert_int_equal(f->row, 1);
    assert_int_equal(f->other, -1);
    assert_int_equal(f->option, -1);
    assert_int_equal(f->field, CV_F_FOREIGN);
    assert_int_equal(f->cap, 40);
    assert_int_equal(f->severity, CV_WARNING);
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relations_become_votes),
        cmocka_unit_test(every_place_is_accounted_for),
        cmocka_unit_test(a_finding_names_its_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
