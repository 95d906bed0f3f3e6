/* The smallest repairs of forms that a person can redo. */
#include "repairs.h"

#define REST "iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "

/* The consistent form of repairs.h with one thing changed, and all that would make it add up. */
static const struct {
    const char *name, *form, *want;
} worked[] = {
    {"as it should be",                                   KYRGYZ,                                                                 "none"             },
    {"candidate 2: 215 for 251",
     "recv=1200 " REST "box_station=708 valid=721 invalid=18 | 402 215 39 29",
     "AB 215>251 (1), AA 402>438 (4), AC 39>75 (4), AD 29>65 (4)"                                                                                    },
    {"received: 120 for 1200",
     "recv=120 " REST "box_station=708 valid=721 invalid=18 | 402 251 39 29",                                                     "recv 120>1200 (2)"},
    {"valid and invalid exchanged",
     "recv=1200 " REST "box_station=708 valid=18 invalid=721 | 402 251 39 29",
     "valid 18>721 + invalid 721>18 (2)"                                                                                                             },
    {"valid left blank",                                  "recv=1200 " REST "box_station=708 valid=. invalid=18 | 402 251 39 29",
     "valid .>721 (1)"                                                                                                                               },
    {"candidate 1: 462 for 402",
     "recv=1200 " REST "box_station=708 valid=721 invalid=18 | 462 251 39 29",
     "AA 462>402 (1), AB 251>191 (4)"                                                                                                                },
    {"candidate 1 and invalid: digits exchanged in both",
     "recv=1200 " REST "box_station=708 valid=721 invalid=81 | 420 251 39 29",
     "invalid 81>18 + AA 420>402 (2)"                                                                                                                },
    {"40 papers more than persons",
     "recv=1200 " REST "box_station=748 valid=761 invalid=18 | 442 251 39 29",                                                    ""                 },
};

static void the_worked_values_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(worked); i++) {
        papers t;
        char text[2000];
        repairs_open(&t, 4);
        papers_form(&t, "s1", worked[i].form);
        papers_form(&t, "s2", KYRGYZ_TWICE);
        papers_check(&t);
        ROW_STR(worked[i].name, cv_str_of(repairs_text(text, &t, "s1")), cv_str_of(worked[i].want));
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_values_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
