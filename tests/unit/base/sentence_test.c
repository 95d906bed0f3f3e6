#include "../row.h"

#include "base/sentence.h"
#include "made_language.h"

static void in_english(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    static const struct {
        const char *text;
        cv_count n;
        const char *want;
    } rows[] = {
        {"{n:form/forms} missing.", 1,        "1 form missing."                    },
        {"{n:form/forms} missing.", 1234,     "1,234 forms missing."               },
        {"{n:form/forms} missing.", 0,        "0 forms missing."                   },
        {"{n:form/forms} missing.", CV_BLANK, "an unknown number of forms missing."},
        {"a lead of {n}",           12345,    "a lead of 12,345"                   },
        {"a lead of {n}",           CV_BLANK, "a lead of an unknown number"        },
        {"{who}: {n}, {n}",         2,        "Nur {n}: 2, 2"                      },
        {"no slot",                 2,        "no slot"                            },
        {"",                        2,        ""                                   },
        {"{nobody} gave this",      2,        "{nobody} gave this"                 },
        {"{n",                      2,        "{n"                                 },
        {"n} {",                    2,        "n} {"                               },
        {"{} {:} {n:}",             2,        "{} {:} 2"                           },
        {"{n:only}",                2,        "2 only"                             },
        {"{n:/s}",                  2,        "2 s"                                },
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(
            rows[i].text,
            cv_sentence(NULL, rows[i].text,
                        CV_SLOTS(cv_slot_n("n", rows[i].n), cv_slot_s("who", CV_STR("Nur {n}"))),
                        &keep),
            cv_str_of(rows[i].want));
    cv_arena_close(&keep);
}

static void in_russian(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    made_pair pair[] = {
        {"{n:form/forms} of {who} missing.", "У {who} нет {n:формы/форм/форм}."},
        {"an unknown number of {noun}",      "неизвестное число {noun}"         },
        {"bad {n}",                          "{lost} {n:"                                       },
    };
    cv_language ru = made_language("ru", pair, 3, &keep);
    static const struct {
        cv_count n;
        const char *want;
    } rows[] = {
        {1,        "У Нур нет 1 формы."                              },
        {3,        "У Нур нет 3 форм."                                },
        {12345,    "У Нур нет 12\xc2\xa0"
                "345 форм."                                   },
        {CV_BLANK, "У Нур нет неизвестное число форм."},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++)
        ROW_STR(rows[i].want,
                cv_sentence(&ru, "{n:form/forms} of {who} missing.",
                            CV_SLOTS(cv_slot_n("n", rows[i].n), cv_slot_s("who", CV_STR("Нур"))),
                            &keep),
                cv_str_of(rows[i].want));
    ROW_STR("a bad translation shows itself",
            cv_sentence(&ru, "bad {n}", CV_SLOTS(cv_slot_n("n", 1)), &keep), CV_STR("{lost} {n:"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_english),
        cmocka_unit_test(in_russian),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
