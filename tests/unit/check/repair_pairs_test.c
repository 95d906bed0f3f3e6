/* Two figures, each changed by a slip that costs little, when no single one does it. */
#include "repairs.h"

/* cast = valid + invalid (C213) and valid = AA + AB (C401). */
static const struct {
    const char *name, *form, *want;
} rows[] = {
  /* 181 and 18 were exchanged with 118 or 81: C213 is off by 63, C401 by 18. */
    {"digits exchanged in two equations",         "cast=118 valid=100 invalid=81 | 35 47",
     "invalid 81>18 + AA 35>53 (2), cast 118>181 + AA 35>53 (2)"                             },
    {"nothing that costs 4 or less",              "cast=118 valid=100 invalid=81 | 35 24", ""},
    {"one slip does it: no pairs are looked for", "cast=118 valid=100 invalid=18 | 35 47",
     "AA 35>53 (1), AB 47>65 (4)"                                                            },
};

static void pairs_are_found_where_no_single_figure_does_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        char text[4000];
        papers_open(&t, 2, 1);
        papers_form(&t, "s1", rows[i].form);
        papers_form(&t, "s2", "cast=2036 valid=2000 invalid=36 | 1106 894");
        papers_check(&t);
        ROW_STR(rows[i].name, cv_str_of(repairs_text(text, &t, "s1")), cv_str_of(rows[i].want));
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_are_found_where_no_single_figure_does_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
