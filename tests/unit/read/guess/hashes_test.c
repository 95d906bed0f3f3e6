#include "../../row.h"

#include "read/guess/hashes.h"

static void a_set(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_hashes h = cv_hashes_open(100, &keep);
    bool is_new;
    *cv_hashes_put(&h, 7, &is_new) = 70;
    assert_true(is_new);
    assert_int_equal(*cv_hashes_put(&h, 7, &is_new), 70);
    assert_false(is_new);
    assert_true(cv_hashes_has(&h, 7));
    assert_false(cv_hashes_has(&h, 8));
    for (uint64_t i = 1000; i < 1099; i++) cv_hashes_put(&h, i << 40, &is_new);
    assert_int_equal(h.n, 100);
    assert_true(cv_hashes_has(&h, UINT64_C(1050) << 40));
    cv_arena_close(&keep);
}

/* 0 is a hash like any other, for its neighbour 1. */
static void zero(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_hashes h = cv_hashes_open(2, &keep);
    bool is_new;
    assert_false(cv_hashes_has(&h, 0));
    cv_hashes_put(&h, 0, &is_new);
    assert_true(is_new && cv_hashes_has(&h, 0));
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_set),
        cmocka_unit_test(zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
