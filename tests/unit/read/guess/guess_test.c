#include "table.h"

/* Options 1 and 2 stand in districts A and B, 2 and 3 in C and D: empty where they do not. */
static void districts_by_empty_cells(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("District,Precinct,Voters,Invalid,1,2,3\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        int32_t d = i / 15;
        cv_text_addf(&t, "%c,%d,%d,%d", 'A' + d, i, f.a + f.b + f.invalid, f.invalid);
        cv_text_addf(&t, d < 2 ? ",%d,%d,\n" : ",,%d,%d\n", f.a, f.b);
    }
    cv_guess g;
    ROW_STR("districts", table_guess(&g, cv_text_str(&t), &keep),
            CV_STR("District=area; Precinct=key; Voters=took_part; Invalid=invalid; 1=option; "
                   "2=option; 3=option"));
    assert_int_equal(g.contest, 0);
    assert_true(g.contest_by_option && g.absent_blanks);
    cv_arena_close(&keep);
}

/* A rows are whole numbers, P rows the same in percent. */
static void rows_of_two_kinds(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Ausgabe;Wahlbezirk;Ungültige;Gültige;SPD;CDU\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "A;%d;%d;%d;%d;%d\n", i, f.invalid, f.a + f.b, f.a, f.b);
        cv_text_addf(&t, "P;%d;0,%d;99,%d;6%d,1;3%d,9\n", i, i % 9, 9 - i % 9, i % 10, i % 10);
    }
    cv_guess g;
    ROW_STR("kinds", table_guess(&g, cv_text_str(&t), &keep),
            CV_STR("Ausgabe=where; Wahlbezirk=key; Ungültige=invalid; Gültige=valid; SPD=option; "
                   "CDU=option"));
    assert_int_equal(g.where, 0);
    ROW_STR("rows", g.where_value, CV_STR("A"));
    cv_arena_close(&keep);
}

/* Groups of three are told from decimals by what else is in the column. */
static void thousands(void **state)
{
    (void)state;
    static const struct {
        const char *name, *first, *second, *third;
        char want;
    } rows[] = {
        {"no number of a thousand without a comma", "\"1,127\"", "\"2,004\"", "\"1,980\"", ','},
        {"one without it: nobody can tell",         "\"1,127\"", "2004",      "\"1,980\"", 0  },
    };
    for (size_t k = 0; k < N_ROWS(rows); k++) {
        cv_arena keep = cv_arena_open();
        cv_text t = cv_text_open(&keep);
        cv_text_add(&t, CV_STR("Station,Valid,A,B\n"));
        cv_text_addf(&t, "1,%s,1100,27\n2,%s,2000,4\n3,%s,1979,1\n", rows[k].first, rows[k].second,
                     rows[k].third);
        for (int32_t i = 0; i < 20; i++) cv_text_addf(&t, "%d,%d,%d,1\n", i + 4, 500 + i, 499 + i);
        cv_guess g;
        table_guess(&g, cv_text_str(&t), &keep);
        ROW_INT(rows[k].name, g.thousands, rows[k].want);
        cv_arena_close(&keep);
    }
}

/* The same text twice gives the same guess. */
static void same_again(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_str text = table_text("Mesa,Inscritos,A,B,C,Válidos,Nulos", "sRABCVI", &keep);
    cv_str once = table_guess(NULL, text, &keep);
    ROW_STR("again", table_guess(NULL, text, &keep), once);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(districts_by_empty_cells),
        cmocka_unit_test(rows_of_two_kinds),
        cmocka_unit_test(thousands),
        cmocka_unit_test(same_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
