/* Missing forms, declared totals, merges. */
#include "papers.h"

static void a_missing_form_can_hold_its_register(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "reg=200 | 70 60");
    papers_form(&t, "s2", "reg=300 | 70 60");
    cv_build_expect(t.b, t.contest, papers_station(&t, "s1"), 200);
    cv_build_expect(t.b, t.contest, papers_station(&t, "s2"), 300);
    cv_build_expect(t.b, t.contest, papers_station(&t, "s3"), 161);
    cv_build_expect(t.b, t.contest, papers_station(&t, "s4"), CV_CELL_UNREPORTED);
    papers_check(&t);
    assert_int_equal(papers_count(&t, 801).n_checked, 4);
    assert_int_equal(papers_count(&t, 801).n_raised, 2);
    const cv_finding *f = papers_find(&t, 801, "s3");
    assert_int_equal(f->change, CV_CHANGE_CAP);
    assert_int_equal(f->k, 161);
    assert_int_equal(f->cap, 161);
    assert_int_equal(f->contradicted, 0);
    /* Nothing is known of s4: as much as the largest station. */
    f = papers_find(&t, 801, "s4");
    assert_int_equal(f->k, 300);
    assert_int_equal(f->cap, CV_BLANK);
    papers_close(&t);
}

/* That a form is not there is a fact, whatever the case switches off. */
static void a_missing_form_cannot_be_switched_off(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_set(&t, 801, CV_SEVERITY_OFF, CV_BLANK);
    papers_form(&t, "s1", "reg=200 | 70 60");
    cv_build_expect(t.b, t.contest, papers_station(&t, "s1"), 200);
    cv_build_expect(t.b, t.contest, papers_station(&t, "s3"), 161);
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 801, "s3");
    assert_non_null(f);
    assert_int_equal(f->severity, CV_WARNING);
    assert_int_equal(f->change, CV_CHANGE_CAP);
    assert_int_equal(f->k, 161);
    papers_close(&t);
}

static void without_a_list_nothing_is_missing(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "reg=200 | 70 60");
    papers_check(&t);
    assert_int_equal(papers_count(&t, 801).n_checked, 0);
    papers_close(&t);
}

typedef struct {
    const char *name, *second; /* the form of s2, after s1 with 70 and 60 votes; NULL: awaited */
    cv_count declared;         /* for the first option */
    papers_says want;
    cv_count votes;
} total_row;

static const total_row total_rows[] = {
    {"the sum",                                     "| 30 20", 100, HOLDS, 0},
    {"one more declared",                           "| 30 20", 101, FAILS, 1},
    {"two fewer declared",                          "| 30 20", 98,  FAILS, 2},
    {"a blank may be the rest",                     "| . 20",  100, OPEN,  0},
    {"a blank, and the rest is too much",           "| . 20",  69,  FAILS, 1},
    {"an absent option has none",                   "| x 20",  70,  HOLDS, 0},
    {"a form is missing",                           NULL,      100, OPEN,  0},
    {"a form is missing, and the rest is too much", NULL,      69,  FAILS, 1},
};

static void declared_totals_are_sums(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(total_rows); i++) {
        const total_row *row = &total_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", "| 70 60");
        if (row->second)
            papers_form(&t, "s2", row->second);
        else
            cv_build_expect(t.b, t.contest, papers_station(&t, "s2"), 50);
        cv_build_declare(t.b, t.contest, 0, row->declared, -1);
        papers_check(&t);
        const cv_finding *f = papers_find(&t, 806, NULL);
        cv_rule_count n = papers_count(&t, 806);
        ROW_INT(row->name, f ? FAILS : n.n_undecidable ? OPEN : HOLDS, row->want);
        ROW_INT(row->name, n.n_checked + n.n_undecidable, 1);
        if (f) {
            ROW_INT(row->name, f->contradicted, row->votes);
            ROW_INT(row->name, f->row, -1);
            ROW_INT(row->name, f->option, 0);
            ROW_INT(row->name, f->change, CV_CHANGE_EXACT);
            ROW_INT(row->name, f->group, 0);
        }
        papers_close(&t);
    }
}

static void declared_fields_are_sums(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "reg=200 invalid=3 | 70 60");
    papers_form(&t, "s2", "reg=100 invalid=4 | 30 20");
    cv_build_declare_field(t.b, t.contest, CV_F_REG, 300);
    cv_build_declare_field(t.b, t.contest, CV_F_INVALID, 8);
    papers_check(&t);
    assert_int_equal(papers_count(&t, 806).n_raised, 1);
    const cv_finding *f = papers_find(&t, 806, NULL);
    assert_int_equal(f->field, CV_F_INVALID);
    assert_int_equal(f->left, 8);
    assert_int_equal(f->right, 7);
    assert_int_equal(f->change, CV_CHANGE_NONE);
    papers_close(&t);
}

static void closed_stations_have_registers(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "reg=200 invalid=3 | 70 60");
    cv_build_station_at(t.b, papers_station(&t, "s2"))->closed = true;
    papers_form(&t, "s2", "reg=100 invalid=0 | 0 0");
    cv_build_expect(t.b, t.contest, papers_station(&t, "s1"), 200);
    cv_build_expect(t.b, t.contest, papers_station(&t, "s3"), 50);
    cv_build_declare_field(t.b, t.contest, CV_F_REG, 351);
    papers_check(&t);
    const cv_finding *f = papers_find(&t, 806, NULL);
    assert_non_null(f);
    assert_int_equal(f->right, 350);
    papers_close(&t);
}

static void declared_figures_may_be_computed(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "invalid=3 | 70 60");
    cv_build_declare_field(t.b, t.contest, CV_F_VALID, 130);
    cv_build_declare_field(t.b, t.contest, CV_F_CAST, 134);
    cv_build_declare_field(t.b, t.contest, CV_F_RECV, 200);
    papers_check(&t);
    assert_int_equal(papers_count(&t, 806).n_checked, 2);
    assert_int_equal(papers_count(&t, 806).n_not_applicable, 1);
    assert_int_equal(papers_find(&t, 806, NULL)->field, CV_F_CAST);
    papers_close(&t);
}

typedef struct {
    const char *name, *source, *target; /* forms of s2, merged into s1, and of s1; NULL: none */
    bool circular;
    int64_t n_raised;
} merge_row;

static const merge_row merge_rows[] = {
    {"empty, and the target is there", "reg=30 | 0 0", "reg=100 | 70 60", false, 0},
    {"not empty",                      "reg=30 | 1 0", "reg=100 | 70 60", false, 1},
    {"no target",                      "reg=30 | 0 0", NULL,              false, 1},
    {"circular",                       "reg=30 | 0 0", "reg=100 | 0 0",   true,  2},
};

static void merges_must_fit(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(merge_rows); i++) {
        const merge_row *row = &merge_rows[i];
        papers t;
        papers_open(&t, 2, 1);
        cv_station_ix s1 = papers_station(&t, "s1"), s2 = papers_station(&t, "s2");
        cv_build_station_at(t.b, s2)->merged_into = s1;
        if (row->circular) cv_build_station_at(t.b, s1)->merged_into = s2;
        if (row->target) papers_form(&t, "s1", row->target);
        papers_form(&t, "s2", row->source);
        papers_form(&t, "s3", "reg=9 | 5 3");
        papers_check(&t);
        ROW_INT(row->name, papers_count(&t, 810).n_raised, row->n_raised);
        papers_close(&t);
    }
}

/* s1: 10 and 5, s2: 20 and 7. */
static void a_total_with_other_stations(void **state)
{
    (void)state;
    const struct {
        const char *name;
        cv_count first, second;
        const char *station; /* NULL: none explains it */
    } at[] = {
        {"all in force",             30, 12, NULL},
        {"the first twice",          40, 17, "s1"},
        {"without the second",       10, 5,  "s2"},
        {"no form has 3",            33, 12, NULL},
        {"one figure of the second", 10, 12, NULL},
    };
    for (size_t i = 0; i < N_ROWS(at); i++) {
        papers t;
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", "reg=50 | 10 5");
        papers_form(&t, "s2", "reg=50 | 20 7");
        cv_build_declare(t.b, t.contest, 0, at[i].first, -1);
        cv_build_declare(t.b, t.contest, 1, at[i].second, -1);
        papers_check(&t);
        ROW_INT(at[i].name, papers_count(&t, 809).n_checked, 1);
        ROW_INT(at[i].name, papers_count(&t, 809).n_raised, at[i].station != NULL);
        if (at[i].station) ROW_TRUE(at[i].name, papers_find(&t, 809, at[i].station) != NULL);
        papers_close(&t);
    }
}

static void a_total_with_an_open_form_is_open(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "reg=50 | . 5");
    cv_build_declare(t.b, t.contest, 0, 10, -1);
    cv_build_declare(t.b, t.contest, 1, 5, -1);
    papers_check(&t);
    assert_int_equal(papers_count(&t, 809).n_undecidable, 1);
    papers_close(&t);
}

static void a_row_of_no_station_is_said(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", "reg=50 | 10 5");
    cv_build_expect(t.b, t.contest, papers_station(&t, "s1"), 50);
    cv_build_refuse(t.b, &(cv_refused){.source = t.source,
                                       .line = 4,
                                       .code = 10,
                                       .contest = t.contest,
                                       .station = CV_NO_STATION});
    cv_build_refuse(t.b, &(cv_refused){.source = t.source,
                                       .line = 5,
                                       .code = 2,
                                       .contest = t.contest,
                                       .station = CV_NO_STATION});
    papers_check(&t);
    assert_int_equal(papers_count(&t, 802).n_checked, 2);
    assert_int_equal(papers_count(&t, 802).n_raised, 1);
    assert_int_equal(t.e.refused[papers_find(&t, 802, NULL)->listed].line, 4);
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_form_can_hold_its_register),
        cmocka_unit_test(a_missing_form_cannot_be_switched_off),
        cmocka_unit_test(without_a_list_nothing_is_missing),
        cmocka_unit_test(declared_totals_are_sums),
        cmocka_unit_test(declared_fields_are_sums),
        cmocka_unit_test(closed_stations_have_registers),
        cmocka_unit_test(declared_figures_may_be_computed),
        cmocka_unit_test(merges_must_fit),
        cmocka_unit_test(a_total_with_other_stations),
        cmocka_unit_test(a_total_with_an_open_form_is_open),
        cmocka_unit_test(a_row_of_no_station_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
