/* Sums of areas: one a key, each line once, in order. */
#include "../row.h"

#include "model/build.h"

static void a_sum_is_gathered_by_its_key(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), work = cv_arena_open();
    cv_builder *b = cv_build_open(&keep, &work);
    cv_build_rule_set(b, &(cv_rule_set){.id = CV_STR("r"), .per_ballot = 1});
    cv_contest_ix c = cv_build_contest(b, CV_STR("c"), NULL);
    cv_build_contest_at(b, c)->rule = 0;
    cv_copy_ix copy = cv_build_copy(b, &(cv_copy){.id = CV_STR("o"), .counts = true});
    cv_source_ix source = cv_build_source(b, &(cv_source){.file = CV_STR("f")});
    cv_area_ix x = cv_build_area(b, CV_NO_AREA, CV_STR("l"), CV_STR("x"));
    cv_area_ix y = cv_build_area(b, CV_NO_AREA, CV_STR("l"), CV_STR("y"));
    cv_sum_key key = {c, y, copy, source, 7};
    int32_t of_y = cv_build_sum(b, &key);
    key.line = 8;
    assert_int_equal(cv_build_sum(b, &key), of_y);
    key.area = x;
    int32_t of_x = cv_build_sum(b, &key);
    assert_int_not_equal(of_x, of_y);
    for (int i = 0; i < 40; i++) cv_build_sum_set(b, of_y, (cv_slot){CV_F_NONE, i}, i);
    cv_build_sum_set(b, of_y, (cv_slot){CV_F_NONE, 3}, 33);
    cv_build_sum_set(b, of_x, (cv_slot){CV_F_REG, -1}, CV_COUNT_MAX);
    cv_election e;
    cv_error err = {0};
    assert_int_equal(cv_build_freeze(&e, b, &err), CV_OK);
    assert_int_equal(e.n_sums, 2);
    assert_int_equal(e.sum[0].area.i, x.i); /* by area */
    assert_int_equal(e.sum[0].cell[0].figure, CV_COUNT_MAX);
    assert_int_equal(e.sum[1].line, 7); /* where it stood first */
    assert_int_equal(e.sum[1].n_cells, 40);
    assert_int_equal(e.sum[1].cell[3].figure, 33);
    assert_int_equal(e.sum[1].cell[39].figure, 39);
    cv_arena_close(&work);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_is_gathered_by_its_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
