#include "table.h"

/* No sum shows the options: all figures that nothing names, within a line that is known. */
static const table_case rows[] = {
    {"within the register",                       "Mesa,Inscritos,CC,MAS,21F,Blancos,Nulos", "sRABCLI",
     "Mesa=key; Inscritos=reg; CC=option; MAS=option; 21F=option; Blancos=blank; Nulos=invalid"                                     },
    {"near to who voted",                         "Station,Voters,A,B,C,Invalid",            "sKABCI",
     "Station=key; Voters=took_part; A=option; B=option; C=option; Invalid=invalid"                                                 },
    {"far from who voted",                        "Station,Voters,A,C,Invalid",              "sKACI",
     "Station=key; Voters=took_part; A=?; C=?; Invalid=invalid"                                                                     },
    {"more votes than voters",                    "Station,Voters,A,B,C,D",                  "sKABCA",
     "Station=key; Voters=took_part; A=?; B=?; C=?; D=?"                                                                            },
    {"nothing to hold them against",              "Station,A,B,C",                           "sABC",    "Station=key; A=?; B=?; C=?"},
    {"a register by arithmetic",                  "Mesa,Listed here,Válidos,A,B,C",         "sRVABC",
     "Mesa=key; Listed here=reg; Válidos=valid; A=option; B=option; C=option"                                                      },
    {"two that could be the register",            "Mesa,Listed here,Printed,Válidos,A,B,C", "sRKVABC",
     "Mesa=key; Listed here=?; Printed=?; Válidos=valid; A=option; B=option; C=option"                                             },
    {"a register that is smaller than the votes", "Mesa,Inscritos,Válidos,A,B,C",           "sBVABC",
     "Mesa=key; Inscritos=?; Válidos=valid; A=option; B=option; C=option"                                                          },
    {"a code is no votes",                        "Mesa,Inscritos,A,B,C,Zone",               "sRABC0",
     "Mesa=key; Inscritos=reg; A=option; B=option; C=option; Zone=-"                                                                },
};

static void what_is_left(void **state)
{
    (void)state;
    table_check(rows, N_ROWS(rows));
}

/* Papers are handed out in round numbers: a column of them that nothing names is no register. */
static void round_numbers(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Mesa,Something,Válidos,A,B,C\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "%d,%d,%d,%d,%d,%d\n", 1000 + i, 400 + 10 * (7 * i % 23), f.valid, f.a,
                     f.b, f.c);
    }
    ROW_STR("tens", table_guess(NULL, cv_text_str(&t), &keep),
            CV_STR("Mesa=key; Something=?; Válidos=valid; A=option; B=option; C=option"));
    cv_arena_close(&keep);
}

/* Rows that agree are counted: 58 of 60 forms add up. */
static void agreement_is_counted(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Mesa,Válidos,A,B,C,Nulos,Emitidos\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "%d,%d,%d,%d,%d,%d,%d\n", 1000 + i, f.valid, f.a, f.b, f.c, f.invalid,
                     f.valid + f.invalid + (i == 7 || i == 31 ? 2 : 0));
    }
    cv_guess g;
    table_guess(&g, cv_text_str(&t), &keep);
    assert_int_equal(g.column[6].agree, 58);
    assert_int_equal(g.column[6].rows, 60);
    assert_int_equal(g.column[1].agree, 60);
    assert_true(cv_guess_is_certain(&g));
    cv_arena_close(&keep);
}

/* Five forms, one of which does not add up (904 votes, 903 written): one slip is no reason to see
 * no votes at all; two of five are. */
static void one_slip_in_a_short_table(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    ROW_STR("one of five",
            table_guess(NULL,
                        CV_STR("Mesa,Válidos,A,B,C,Nulos\n001,790,400,300,90,11\n"
                               "002,645,200,345,100,5\n003,690,350,240,100,10\n"
                               "004,498,199,209,90,3\n005,903,503,300,101,7\n"),
                        &keep),
            CV_STR("Mesa=key; Válidos=valid; A=option; B=option; C=option; Nulos=invalid"));
    ROW_STR("two of five",
            table_guess(NULL,
                        CV_STR("Mesa,Válidos,A,B,C,Nulos\n001,790,400,300,90,11\n"
                               "002,645,200,345,100,5\n003,690,350,240,100,10\n"
                               "004,497,199,209,90,3\n005,903,503,300,101,7\n"),
                        &keep),
            CV_STR("Mesa=key; Válidos=valid; A=?; B=?; C=?; Nulos=invalid"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left),
        cmocka_unit_test(round_numbers),
        cmocka_unit_test(agreement_is_counted),
        cmocka_unit_test(one_slip_in_a_short_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
