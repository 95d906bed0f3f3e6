#include "../row.h"

#include "model/law.h"
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

static void a_profile_says_it_in_words(void **state)
{
    (void)state;
    const cv_law_rule rules[] = {
        {.key = CV_STR("trust.order"),
         .value = CV_STR("posted original posted sheet"),
         .from = CV_NO_DATE,
         .to = CV_NO_DATE},
        {.key = CV_STR("trust.count_from"),
         .value = CV_STR("posted"),
         .from = CV_NO_DATE,
         .to = CV_NO_DATE},
        {.key = CV_STR("recount.adopt"),
         .value = CV_STR("by_decision"),
         .from = CV_NO_DATE,
         .to = CV_NO_DATE},
    };
    const cv_law law = {.n_rules = 3, .rule = rules};
    cv_trust t = cv_trust_of(&law, CV_NO_DATE);
    assert_int_equal(t.n_order, 2);
    assert_int_equal(cv_trust_rank(&t, CV_COPY_POSTED), 8);
    assert_int_equal(cv_trust_rank(&t, CV_COPY_RECOUNT), 6);
    assert_true(cv_trust_counts(&t, CV_COPY_POSTED));
    assert_false(cv_trust_counts(&t, CV_COPY_ORIGINAL));
    assert_true(t.recount_by_decision);
    t = cv_trust_of(NULL, CV_NO_DATE);
    assert_int_equal(t.n_order, 0);
    assert_false(t.has_count_from);
    assert_false(t.recount_by_decision);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_order_is_that_of_the_papers),
        cmocka_unit_test(the_law_may_say_otherwise),
        cmocka_unit_test(a_profile_says_it_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
