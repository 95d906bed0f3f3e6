#include "country.h"

#include "review/refused.h"

/* c0 has forms from file 0, c1 from file 1; file 2 has none. */
static void rows_go_where_their_votes_may_belong(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t source, contest, station;
        int32_t unknown[2], known[2];
    } rows[] = {
        {"contest and station",        0,  0,  0,  {0, 0}, {1, 0}},
        {"station not read",           0,  1,  -1, {0, 1}, {0, 0}},
        {"contest not read",           1,  -1, 0,  {0, 0}, {0, 1}},
        {"neither read",               1,  -1, -1, {0, 1}, {0, 0}},
        {"of a file that has nothing", 2,  -1, -1, {1, 1}, {0, 0}},
        {"of no file",                 -1, -1, -1, {1, 1}, {0, 0}},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        country t;
        country_open(&t);
        country_form(&t, country_contest(&t, "c0", 0), 0, "s0", (cv_cell[]){5, 4, 3}, 12);
        t.source = cv_build_source(t.b, &(cv_source){.file = CV_STR("more.csv")});
        country_form(&t, country_contest(&t, "c1", 0), 0, "s1", (cv_cell[]){5, 4, 3}, 12);
        cv_build_source(t.b, &(cv_source){.file = CV_STR("empty.csv")});
        const cv_refused row = {.source = {rows[i].source},
                                .line = 7,
                                .code = 2,
                                .contest = {rows[i].contest},
                                .station = {rows[i].station}};
        country_freeze(&t);
        t.e.refused = &row;
        t.e.n_refused = 1;
        const cv_refused_rows *r = cv_refused_by_contest(&t.e, &t.keep, t.scratch);
        for (int32_t c = 0; c < 2; c++) {
            ROW_INT(rows[i].name, r[c].n_unknown, rows[i].unknown[c]);
            ROW_INT(rows[i].name, r[c].n, rows[i].known[c]);
        }
        country_close(&t);
    }
}

static void a_station_stands_once(void **state)
{
    (void)state;
    country t;
    country_open(&t);
    country_form(&t, country_contest(&t, "c0", 0), 0, "s0", (cv_cell[]){5, 4, 3}, 12);
    country_freeze(&t);
    const cv_refused rows[] = {
        {.contest = {0}, .station = {4}},
        {.contest = {0}, .station = {2}},
        {.contest = {0}, .station = {4}}
    };
    t.e.refused = rows;
    t.e.n_refused = 3;
    const cv_refused_rows *r = cv_refused_by_contest(&t.e, &t.keep, t.scratch);
    assert_int_equal(r[0].n, 2);
    assert_int_equal(r[0].station[0].i, 2);
    assert_int_equal(r[0].station[1].i, 4);
    country_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_go_where_their_votes_may_belong),
        cmocka_unit_test(a_station_stands_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
