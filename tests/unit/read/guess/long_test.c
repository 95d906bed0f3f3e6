#include "table.h"

/* 20 stations in two districts, three candidates each: votes are 10 times the station plus the
 * candidate, the register 100 plus the station. */
static cv_str candidates(const char *head, const char *form, bool own, cv_arena *keep)
{
    static const char *const name[] = {"Abel", "Baker", "Cain", "Dahl", "Eliot", "Ford"};
    cv_text t = cv_text_open(keep);
    cv_text_addf(&t, "%s\n", head);
    for (int32_t s = 0; s < 20; s++)
        for (int32_t k = 0; k < 3; k++) {
            int32_t district = s / 10, who = own ? 3 * district + k : k;
            for (const char *c = form; *c; c++) {
                if (c > form) cv_text_add(&t, CV_STR(","));
                if (*c == 's') cv_text_addf(&t, "%d", s % 10 + 1);
                if (*c == 'u') cv_text_addf(&t, "P%03d", s);
                if (*c == 'd') cv_text_addf(&t, "%d", 11 + district);
                if (*c == 'n') cv_text_addf(&t, "%s", name[who]);
                if (*c == 'p') cv_text_addf(&t, "party %d", k);
                if (*c == '#') cv_text_addf(&t, "%d", k + 1);
                if (*c == 'v') cv_text_addf(&t, "%d", 10 * s + k);
                if (*c == 'R') cv_text_addf(&t, "%d", 100 + s);
            }
            cv_text_add(&t, CV_STR("\n"));
        }
    return cv_text_str(&t);
}

static void one_contest(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_guess g;
    cv_str text = candidates("precinct,candidate,party,votes,registered", "unpvR", false, &keep);
    ROW_STR("names", table_guess(&g, text, &keep),
            CV_STR("precinct=key; candidate=id; party=party; votes=votes; registered=reg"));
    assert_true(g.is_long && cv_guess_is_certain(&g));
    assert_int_equal(g.contest, -1);
    text = candidates("station,no,name,party,votes", "u#npv", false, &keep);
    ROW_STR("numbers", table_guess(&g, text, &keep),
            CV_STR("station=key; no=id; name=name; party=party; votes=votes"));
    assert_true(g.options_are_sure);
    text = candidates("precinct,party,votes", "upv", false, &keep);
    ROW_STR("parties", table_guess(&g, text, &keep), CV_STR("precinct=key; party=id; votes=votes"));
    cv_arena_close(&keep);
}

/* Candidates that stand in one district each: the district is the contest, and part of the key
 * although the candidates alone would tell its stations apart. */
static void a_contest_for_each_district(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_guess g;
    cv_str text = candidates("district,poll,candidate,votes", "dsnv", true, &keep);
    ROW_STR("districts", table_guess(&g, text, &keep),
            CV_STR("district=key; poll=key; candidate=id; votes=votes"));
    assert_int_equal(g.contest, 0);
    assert_true(g.contest_by_option);
    cv_arena_close(&keep);
}

/* Number 1 is Abel in one district and Dahl in the other, and no column says which it is. */
static void one_number_for_several_people(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_guess g;
    cv_str text = candidates("station,no,name,votes", "u#nv", true, &keep);
    table_guess(&g, text, &keep);
    assert_false(g.options_are_sure);
    assert_false(cv_guess_is_certain(&g));
    cv_arena_close(&keep);
}

/* A register that differs within a station is none of the station's. */
static void lines_must_repeat(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_str text = candidates("precinct,candidate,votes,registered", "unvv", false, &keep);
    ROW_STR("differs", table_guess(NULL, text, &keep),
            CV_STR("precinct=key; candidate=id; votes=votes; registered=?"));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_contest),
        cmocka_unit_test(a_contest_for_each_district),
        cmocka_unit_test(one_number_for_several_people),
        cmocka_unit_test(lines_must_repeat),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
