#include "table.h"

static const table_case rows[] = {
    {"a key by name",       "District,Station,Valid,A,B,C", "dsVABC",
     "District=area; Station=key; Valid=valid; A=option; B=option; C=option"},
    {"name and address",    "Station,Address,Valid,A,B,C",  "snVABC",
     "Station=key; Address=place; Valid=valid; A=option; B=option; C=option"},
    {"a key by arithmetic", "Thing,Other,Valid,A,B,C",      "ntVABC",
     "Thing=key; Other=-; Valid=valid; A=option; B=option; C=option"        },
};

static void keys(void **state)
{
    (void)state;
    table_check(rows, N_ROWS(rows));
}

/* Station numbers begin anew in each district: 1 to 15 in four of them. */
static void a_key_of_two_columns(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Precinct,District,Valid,A,B,C\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "%d,D%d,%d,%d,%d,%d\n", i % 15 + 1, i / 15, f.valid, f.a, f.b, f.c);
    }
    cv_guess g;
    ROW_STR("two", table_guess(&g, cv_text_str(&t), &keep),
            CV_STR("Precinct=key; District=key; Valid=valid; A=option; B=option; C=option"));
    assert_int_equal(g.n_key, 2);
    assert_int_equal(g.n_repeats, 0);
    assert_int_equal(g.n_areas, 1);
    assert_true(g.key_is_sure);
    cv_arena_close(&keep);
}

/* 400 rows of which one has the number of another: the key is taken and the row counted. */
static void a_repeated_key(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Precinct,Valid,A,B,C,Total row\n"));
    for (int32_t i = 0; i < 400; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "%d,%d,%d,%d,%d,x%d\n", i == 7 ? 5 : i, f.valid, f.a, f.b, f.c, i % 2);
    }
    cv_guess g;
    table_guess(&g, cv_text_str(&t), &keep);
    assert_int_equal(g.n_key, 1);
    assert_int_equal(g.n_repeats, 1);
    assert_true(g.key_is_sure);
    cv_arena_close(&keep);
}

static void rows_of_totals(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Precinct,Valid,A,B,C\n"));
    cv_text_add(&t, table_text(NULL, "nVABC", &keep));
    cv_text_add(&t, CV_STR("Total,9999,5000,4000,999\n"));
    cv_guess g;
    table_guess(&g, cv_text_str(&t), &keep);
    assert_int_equal(g.n_totals, 1);
    assert_int_equal(g.total_column, 0);
    ROW_STR("word", g.total_word[0], CV_STR("Total"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys),
        cmocka_unit_test(a_key_of_two_columns),
        cmocka_unit_test(a_repeated_key),
        cmocka_unit_test(rows_of_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
