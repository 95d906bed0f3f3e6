/* Lines exchanged, blocks moved, limits, and what stands on the neighbour's form. */
#include "repairs.h"

/* clang-format off */
static const struct {
    const char *name, *before, *form, *want;
} rows[] = {
    {"lines exchanged",
     KYRGYZ_TWICE,
     "recv=702 iss_early=6 iss_station=1200 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=18 | 402 251 39 29",
     "recv 702>1200 + iss_station 1200>702 (3)"},
    /* The three kinds issued have one sum in any order: the first two lines would do, too. */
    {"received to outside one line too low",
     KYRGYZ_TWICE,
     "recv=31 iss_early=1200 iss_station=6 iss_out=702 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=18 | 402 251 39 29",
     "recv 31>1200 + iss_early 1200>31 (2), "
     "recv 31>1200 + iss_early 1200>6 + iss_station 6>702 + iss_out 702>31 (3)"},
    {"against all is that of the form before",
     "recv=2400 iss_early=12 iss_station=1404 iss_out=62 took_part=1478 cancelled=922 box_out=62 "
     "box_station=1416 valid=1442 invalid=36 | 804 502 60 76",
     "recv=1200 iss_early=6 iss_station=702 iss_out=31 took_part=739 cancelled=461 box_out=31 "
     "box_station=708 valid=721 invalid=18 | 402 251 39 76",
     "AD 76>29 (2), AA 402>355 (4), AB 251>204 (4)"},
};
/* clang-format on */

static void lines_and_neighbours_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        papers t;
        char text[4000];
        repairs_open(&t, 4);
        papers_form(&t, "s1", rows[i].before);
        papers_form(&t, "s2", rows[i].form);
        papers_check(&t);
        ROW_STR(rows[i].name, cv_str_of(repairs_text(text, &t, "s2")), cv_str_of(rows[i].want));
        ROW_TRUE(rows[i].name, repairs_of(&t, "s1") == NULL);
        papers_close(&t);
    }
}

/* 52 papers, 50 signatures: no equation says which figure is wrong. Signatures 52 to 59 are one
 * other digit, 56 (0 for 6) and 59 (0 for 9) look alike, 60, 70, 80, 90 one digit; 50 with a
 * digit more, from 150 to 950 and 500 to 509. The votes could be 2 fewer in as many ways. */
static void limits_force_no_value(void **state)
{
    (void)state;
    papers t;
    papers_open(&t, 1, 1);
    papers_form(&t, "s1", "signed=50 invalid=2 | 50");
    papers_check(&t);
    const cv_form_repairs *f = repairs_of(&t, "s1");
    assert_non_null(f);
    ROW_INT("as many as are shown", f->n, CV_REPAIRS_SHOWN);
    ROW_TRUE("and more", f->n_more > 10);
    ROW_INT("the cheapest first", f->repair[0].cost, 1);
    ROW_INT("the least change of these", f->repair[0].figure[0].to, 56);
    papers_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_and_neighbours_are_found),
        cmocka_unit_test(limits_force_no_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
