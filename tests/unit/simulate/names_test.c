#include "sheets.h"

#include "base/map.h"
#include "simulate/names.h"

static bool is_plain(cv_str s)
{
    for (int64_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && c != ' ' && !(c >= '0' && c <= '9')) return false;
    }
    return s.n > 0;
}

static void no_name_comes_twice(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (uint64_t seed = 1; seed <= 3; seed++) {
        cv_map persons = {0}, places = {0};
        for (int32_t k = 0; k < 1800; k++) {
            cv_str name = cv_sim_person(seed, k, &keep);
            ROW_TRUE("letters", is_plain(name));
            ROW_INT(name.s, cv_map_add(&persons, name, k, &keep), k);
        }
        for (int32_t k = 0; k < 3600; k++) {
            cv_str name = cv_sim_place(seed, k, &keep);
            ROW_TRUE("letters", is_plain(name));
            ROW_INT(name.s, cv_map_add(&places, name, k, &keep), k);
        }
    }
    cv_arena_close(&keep);
}

static void past_the_list(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    ROW_STR("the first region", cv_sim_region_name(0, &keep), CV_STR("Amber Coast"));
    ROW_STR("the thirteenth", cv_sim_region_name(12, &keep), CV_STR("Amber Coast 2"));
    cv_str far = cv_sim_place(1, 3600, &keep);
    ROW_TRUE("a place with a number", far.s[far.n - 1] == '2' && far.s[far.n - 2] == '1');
    ROW_STR("they come again in the same order", cv_sim_person(1, 0, &keep),
            cv_sim_person(1, 1800, &keep));
    ROW_TRUE("seeds differ", !cv_str_eq(cv_sim_person(1, 0, &keep), cv_sim_person(2, 0, &keep)));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_comes_twice),
        cmocka_unit_test(past_the_list),
    };
    return cmocka_run_group_tests_name("simulate/names", tests, NULL, NULL);
}
