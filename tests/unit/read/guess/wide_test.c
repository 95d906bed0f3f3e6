#include "table.h"

static const table_case sums[] = {
    {"valid = options",                              "Mesa,Inscritos,Ana,Beto,Caro,Válidos,Nulos",     "sRABCVI",
     "Mesa=key; Inscritos=reg; Ana=option; Beto=option; Caro=option; Válidos=valid; Nulos=invalid"                                                                                              },
    {"columns in another order",                     "Nulos,Caro,Válidos,Mesa,Ana,Inscritos,Beto",     "ICVsARB",
     "Nulos=invalid; Caro=option; Válidos=valid; Mesa=key; Ana=option; Inscritos=reg; Beto=option"                                                                                              },
    {"papers = options + blank + invalid",           "Mesa,Ana,Beto,Caro,Blancos,Nulos,Votos emitidos",
     "sABCLIK",                                                                                                    "Mesa=key; Ana=option; Beto=option; Caro=option; Blancos=blank; Nulos=invalid; "
     "Votos emitidos=cast"                                                                                                                                                        },
    {"a party whose name holds the word for voters", "Wahlbezirk,SPD,FREIE WÄHLER,CDU,Gültige",
     "sABCV",                                                                                                      "Wahlbezirk=key; SPD=option; FREIE WÄHLER=option; CDU=option; Gültige=valid"},
    {"a party without a vote stands among options",  "Mesa,Ana,Dora,Beto,Caro,Válidos",                "sA0BCV",
     "Mesa=key; Ana=option; Dora=option; Beto=option; Caro=option; Válidos=valid"                                                                                                               },
    {"one without a vote elsewhere does not",        "Mesa,Ana,Beto,Caro,Válidos,Dora",                "sABCV0",
     "Mesa=key; Ana=option; Beto=option; Caro=option; Válidos=valid; Dora=-"                                                                                                                    },
    {"votes for nobody that stand among options",    "Mesa,Ana,Against all,Caro,Valid",                 "sABCV",
     "Mesa=key; Ana=option; Against all=against; Caro=option; Valid=valid"                                                                                                                       },
    {"a total that holds others: votes or papers?",  "Mesa,Ana,Beto,Otros,Total",                       "sABCV",
     "Mesa=key; Ana=option; Beto=option; Otros=?; Total=?"                                                                                                                                       },
    {"others among valid votes are an option",       "Mesa,Ana,Beto,Otros,Válidos",                    "sABCV",
     "Mesa=key; Ana=option; Beto=option; Otros=option; Válidos=valid"                                                                                                                           },
};

static void options_are_parts_of_a_sum(void **state)
{
    (void)state;
    table_check(sums, N_ROWS(sums));
}

/* 60 rows of text, register, A, B, C, valid = A + B + C, invalid, papers = valid + invalid. */
static cv_str bare(bool with_papers_received, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "school %d,%d,%d,%d,%d,%d,%d,%d", i, f.reg, f.a, f.b, f.c, f.valid,
                     f.invalid, f.valid + f.invalid);
        if (with_papers_received) cv_text_addf(&t, ",%d", f.valid + 300 + 17 * i % 31);
        cv_text_add(&t, CV_STR("\n"));
    }
    return cv_text_str(&t);
}

static void arithmetic_alone(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    ROW_STR(
        "no header", table_guess(NULL, bare(false, &keep), &keep),
        CV_STR("#1=key; #2=reg; #3=option; #4=option; #5=option; #6=valid; #7=invalid; #8=cast"));
    cv_arena_close(&keep);
}

/* Two columns that are never smaller: the register, or papers received. Papers issued and used add
 * up as votes do, so that with more in the table nothing is said. */
static void more_than_one_reading(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_guess g;
    table_guess(&g, bare(true, &keep), &keep);
    assert_int_equal(g.n_options, 0);
    assert_int_equal(g.n_fields, 0);
    assert_false(cv_guess_is_certain(&g));
    cv_arena_close(&keep);
}

/* A table with the first and the second vote of one row: A + B, and (B + C) + (2C + 5). */
static void two_contests_in_a_row(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_text t = cv_text_open(&keep);
    cv_text_add(&t, CV_STR("Wahlbezirk,ungültige Erst,gültige Erst,E_SPD,E_CDU,"
                           "ungültige Zweit,gültige Zweit,Z_SPD,Z_CDU\n"));
    for (int32_t i = 0; i < TABLE_ROWS; i++) {
        table_figures f = table_row(i);
        cv_text_addf(&t, "%d,%d,%d,%d,%d,%d,%d,%d,%d\n", 1000 + i, f.invalid, f.a + f.b, f.a, f.b,
                     f.blank, f.b + 3 * f.c + 5, f.b + f.c, 2 * f.c + 5);
    }
    cv_guess g;
    cv_str want = CV_STR("Wahlbezirk=key; ungültige Erst=invalid@0; gültige Erst=valid@0; "
                         "E_SPD=option@0; E_CDU=option@0; ungültige Zweit=invalid@1; "
                         "gültige Zweit=valid@1; Z_SPD=option@1; Z_CDU=option@1");
    ROW_STR("two", table_guess(&g, cv_text_str(&t), &keep), want);
    ROW_STR("first", g.form_name[0], CV_STR("erst"));
    ROW_STR("second", g.form_name[1], CV_STR("zweit"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_parts_of_a_sum),
        cmocka_unit_test(arithmetic_alone),
        cmocka_unit_test(more_than_one_reading),
        cmocka_unit_test(two_contests_in_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
