/* C909: a station beside five others of its area. */
#include "papers.h"

static papers_says verdict(const char *form, int32_t n_around, const char *around, cv_count points)
{
    papers t;
    papers_open(&t, 2, 1);
    papers_form(&t, "s1", form);
    for (int32_t i = 0; i < n_around; i++) {
        char code[16];
        snprintf(code, sizeof code, "r%d", i);
        papers_form(&t, code, around);
    }
    if (points != CV_BLANK) papers_set(&t, 909, CV_WARNING, points);
    papers_check(&t);
    cv_rule_count n = papers_count(&t, 909);
    papers_says says = papers_find(&t, 909, "s1")             ? FAILS
                       : n.n_not_applicable == t.e.forms[0].n ? NOT_HERE
                                                              : HOLDS;
    papers_close(&t);
    return says;
}

static void shares_beside_their_surroundings(void **state)
{
    (void)state;
    /* around 25 %: 75 % is 50 points more, 74 % is not */
    assert_int_equal(verdict("invalid=0 | 75 25", 5, "invalid=0 | 25 75", CV_BLANK), FAILS);
    assert_int_equal(verdict("invalid=0 | 74 26", 5, "invalid=0 | 25 75", CV_BLANK), HOLDS);
    assert_int_equal(verdict("invalid=0 | 55 45", 5, "invalid=0 | 25 75", 30), FAILS);
    assert_int_equal(verdict("invalid=0 | 54 46", 5, "invalid=0 | 25 75", 30), HOLDS);
    /* too few votes here, around, too few stations */
    assert_int_equal(verdict("invalid=0 | 49 0", 5, "invalid=0 | 25 75", CV_BLANK), NOT_HERE);
    assert_int_equal(verdict("invalid=0 | 50 0", 5, "invalid=0 | 25 75", CV_BLANK), FAILS);
    assert_int_equal(verdict("invalid=0 | 75 25", 4, "invalid=0 | 25 75", CV_BLANK), NOT_HERE);
    assert_int_equal(verdict("invalid=0 | 75 25", 2, "invalid=0 | 250 750", CV_BLANK), NOT_HERE);
    assert_int_equal(verdict("invalid=0 | 75 25", 3, "invalid=0 | 250 750", CV_BLANK), FAILS);
    assert_int_equal(verdict("invalid=0 | . 80", 5, "invalid=0 | 25 75", CV_BLANK), NOT_HERE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_beside_their_surroundings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
