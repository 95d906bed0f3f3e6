#include "../row.h"

#include "model/trust.h"

static void the_default_order_is_that_of_the_papers(void **state)
{
    (void)state;
    static const cv_copy_kind order[] = {CV_COPY_RECOUNT, CV_COPY_ORIGINAL, CV_COPY_POSTED,
                                         CV_COPY_AGENT,   CV_COPY_OBSERVER, CV_COPY_MACHINE,
                                         CV_COPY_PORTAL,  CV_COPY_EARLIER};
    cv_trust t = {0};
    for (int32_t i = 0; i < CV_N_COPY_KINDS; i++)
        assert_int_equal(cv_trust_rank(&t, order[i]), CV_N_COPY_KINDS - i);
    for (int32_t i = 0; i < CV_N_COPY_KINDS; i++)
        assert_int_equal(cv_trust_counts(&t, order[i]), i < 2);
}

/* A law that puts the posted copy before the recount, and names nothing else. */
static void the_law_may_say_otherwise(void **state)
{
    (void)state;
    cv_trust t = {
        .n_order = 2, .order = {CV_COPY_POSTED, CV_COPY_RECOUNT}
    };
    assert_int_equal(cv_trust_rank(&t, CV_COPY_POSTED), 8);
    assert_int_equal(cv_trust_rank(&t, CV_COPY_RECOUNT), 7);
    assert_int_equal(cv_trust_rank(&t, CV_COPY_ORIGINAL), 6);
    assert_int_equal(cv_trust_rank(&t, CV_COPY_AGENT), 5);
    assert_int_equal(cv_trust_rank(&t, CV_COPY_EARLIER), 1);
    t.has_count_from = true;
    t.count_from[CV_COPY_POSTED] = t.count_from[CV_COPY_RECOUNT] = true;
    assert_true(cv_trust_counts(&t, CV_COPY_POSTED));
    assert_false(cv_trust_counts(&t, CV_COPY_ORIGINAL));
    assert_true(cv_trust_counts(&t, CV_COPY_RECOUNT));
    t.recount_by_decision = true;
    assert_false(cv_trust_counts(&t, CV_COPY_RECOUNT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_order_is_that_of_the_papers),
        cmocka_unit_test(the_law_may_say_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
