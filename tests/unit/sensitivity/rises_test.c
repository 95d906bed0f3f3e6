#include "../row.h"

#include "sensitivity/rises.h"

static void a_total_that_must_stay_ends_both_ways(void **state)
{
    (void)state;
    static const int64_t weight[] = {2, -3};
    cv_assertion given[] = {
        {.on = CV_ON_PAIR, .weight = weight, .relation = CV_ABOVE,    .value = 7                     },
        {.on = CV_ON_PAIR, .weight = weight, .relation = CV_AT_LEAST, .value = 0,                      .valid = -1},
        {.on = CV_ON_THRESHOLD,                .weight = weight,            .relation = CV_AT_LEAST,    .value = 0},
    };
    cv_arena keep = cv_arena_open();
    const int32_t *source;
    cv_tally t = {.n_options = 2, .n_assertions = 3, .assertion = given};
    cv_tally out = cv_with_rises(&t, &source, &keep);
    assert_int_equal(out.n_assertions, 4); /* the second one; a share just reached may rise */
    assert_int_equal(source[3], 1);
    assert_int_equal(out.assertion[3].weight[0], -2);
    assert_int_equal(out.assertion[3].weight[1], 3);
    assert_int_equal(out.assertion[3].valid, 1);
    for (int32_t i = 0; i < 3; i++) assert_int_equal(source[i], i);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_total_that_must_stay_ends_both_ways)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
