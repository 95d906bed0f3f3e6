/* One reason for many failures. */
#include "papers.h"

/* 30 forms that hold and `n` that fail; `failing` is printf'd with the number of the form. */
static void fill(papers *t, const char *holding, const char *failing, int n)
{
    papers_open(t, 2, 1);
    for (int i = 0; i < 30; i++) {
        char station[16];
        snprintf(station, sizeof station, "h%d", i);
        papers_form(t, station, holding);
    }
    for (int i = 0; i < n; i++) {
        char station[16], form[128];
        snprintf(station, sizeof station, "f%d", i);
        snprintf(form, sizeof form, failing, 60 + i, i + 1);
        papers_form(t, station, form);
    }
}

typedef struct {
    const char *name, *holding, *failing;
    int n, n_found;
    cv_structural_why why;
    int64_t value;
} reason_row;

/* valid = 60 + i, options 59 and 0: short by i + 1, and so is x_nua. */
static const reason_row rows[] = {
    {"a term is missing",                 "valid=8 x_nua=0 | 5 3", "valid=%d x_nua=%d | 59 0", 20, 1, CV_WHY_TERM,
     0                                                                                                                  },
    {"19 forms are few",                  "valid=8 x_nua=0 | 5 3", "valid=%d x_nua=%d | 59 0", 19, 0, 0,               0},
    {"forms that hold have the term too", "valid=8 x_nua=1 | 5 3", "valid=%d x_nua=%d | 59 0", 20,
     0,                                                                                               0,               0},
    {"always two",                        "valid=8 | 5 3",         "valid=62 | 60 0",          20, 1, CV_WHY_CONSTANT, 2},
    {"no reason",                         "valid=8 x_nua=0 | 5 3", "valid=%d x_nua=7 | 59 0",  20, 0, 0,               0},
};

static void reasons_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const reason_row *row = &rows[i];
        papers t;
        fill(&t, row->holding, row->failing, row->n);
        papers_check(&t);
        ROW_INT(row->name, t.r.n_structural, row->n_found);
        ROW_INT(row->name, papers_count(&t, 401).n_raised, row->n);
        if (row->n_found) {
            const cv_structural *s = &t.r.structural[0];
            ROW_INT(row->name, s->code, 401);
            ROW_INT(row->name, s->why, row->why);
            ROW_INT(row->name, s->value, row->value);
            ROW_INT(row->name, s->n_failing, row->n);
            ROW_INT(row->name, s->n_explained, row->n);
            ROW_INT(row->name, s->n_holding, 30);
            ROW_INT(row->name, s->field, row->why == CV_WHY_TERM ? CV_F_FIXED : CV_F_NONE);
        }
        papers_close(&t);
    }
}

static void one_form_in_twenty_may_have_another_reason(void **state)
{
    (void)state;
    for (int others = 1; others <= 2; others++) {
        papers t;
        fill(&t, "valid=8 x_nua=0 | 5 3", "valid=%d x_nua=%d | 59 0", 19);
        for (int i = 0; i < others; i++) papers_form(&t, i ? "o1" : "o2", "valid=9 x_nua=0 | 5 3");
        papers_check(&t);
        assert_int_equal(t.r.n_structural, others == 1);
        papers_close(&t);
    }
}

static void one_kind_of_station_or_one_file(void **state)
{
    (void)state;
    for (int by_kind = 0; by_kind < 2; by_kind++) {
        papers t;
        fill(&t, "valid=8 | 5 3", "", 0);
        if (!by_kind) t.source = cv_build_source(t.b, &(cv_source){.file = CV_STR("two.csv")});
        for (int i = 0; i < 20; i++) {
            char station[16], form[64];
            snprintf(station, sizeof station, "f%d", i);
            snprintf(form, sizeof form, "valid=%d | 59 0", 70 + i);
            papers_form(&t, station, form);
            if (by_kind)
                cv_build_station_at(t.b, papers_station(&t, station))->kind = CV_STATION_POSTAL;
        }
        papers_check(&t);
        assert_int_equal(t.r.n_structural, 1);
        assert_int_equal(t.r.structural[0].why, by_kind ? CV_WHY_STATION_KIND : CV_WHY_SOURCE);
        assert_int_equal(t.r.structural[0].value, by_kind ? CV_STATION_POSTAL : t.source.i);
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reasons_are_found),
        cmocka_unit_test(one_form_in_twenty_may_have_another_reason),
        cmocka_unit_test(one_kind_of_station_or_one_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
