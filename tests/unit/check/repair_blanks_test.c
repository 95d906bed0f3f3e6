/* Blank lines: filled in where the equations force it, or the mark of a sheet that slipped. */
#include "repairs.h"

#define HEAD                                                                                       \
    "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "     \
    "box_station=708 "

static const struct {
    const char *name, *form, *want;
} rows[] = {
    {"an option is blank: or the lines above slipped up and the first is lost",
     HEAD "valid=721 invalid=18 | 402 251 39 .",
     "AD .>29 (1), AA 402>29 + AB 251>402 + AC 39>251 + AD .>39 (3)"                                                                          },
    {"slipped down from the second: against all is lost",
     HEAD "valid=721 invalid=18 | 402 . 251 39",
     "AB .>29 (1), AA 402>29 + AB .>402 (2), AB .>251 + AC 251>39 + AD 39>29 (3)"                                                             },
    {"illegible is as blank",                                                   HEAD "valid=721 invalid=? | 402 251 39 29", "invalid ?>18 (1)"},
    {"two that the equations force one after the other",                        HEAD "valid=. invalid=18 | 402 . 39 29",
     "valid .>721 + AB .>251 (2)"                                                                                                             },
    {"two in one equation: anything goes",                                      HEAD "valid=721 invalid=18 | 402 . . 29",   "none"            },
 /* 402 + 351 + 29 are 61 more than 721: the hundreds of one must be fewer as well. */
    {"no figure is left for it",                                                HEAD "valid=721 invalid=18 | 402 351 . 29",
     "AB 351>251 + AC .>39 (3), AA 402>302 + AC .>39 (3), AB 351>151 + AC .>139 (3), "
     "AA 402>202 + AC .>139 (3), AA 402>102 + AC .>239 (3)"                                                                                   },
};

static void blanks_are_filled_or_explained(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        char text[4000];
        repairs_open(&t, 4);
        papers_form(&t, "s1", rows[i].form);
        papers_form(&t, "s2", KYRGYZ_TWICE);
        papers_check(&t);
        ROW_STR(rows[i].name, cv_str_of(repairs_text(text, &t, "s1")), cv_str_of(rows[i].want));
        papers_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_filled_or_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
