/* Rules of the law are compared exactly: against long multiplication by hand, digit by digit, on
 * random figures up to 10^12 and shares up to 10^9, many of them equal or one apart; and a rule
 * whose base is open has an answer exactly when every reading gives it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/law.h"
#include "num/rng.h"

/* ---- long multiplication ---- */

enum { DIGITS = 24 };

typedef struct {
    int digit[DIGITS]; /* the least first */
} decimal;

static decimal decimal_of(int64_t n)
{
    decimal d = {{0}};
    for (int i = 0; n > 0; i++, n /= 10) d.digit[i] = (int)(n % 10);
    return d;
}

static decimal product(int64_t a, int64_t b)
{
    decimal x = decimal_of(a), y = decimal_of(b), out = {{0}};
    for (int i = 0; i < DIGITS; i++) {
        int carry = 0;
        for (int k = 0; i + k < DIGITS; k++) {
            int sum = out.digit[i + k] + x.digit[i] * y.digit[k] + carry;
            out.digit[i + k] = sum % 10;
            carry = sum / 10;
        }
    }
    return out;
}

static int order_of(decimal a, decimal b)
{
    for (int i = DIGITS - 1; i >= 0; i--)
        if (a.digit[i] != b.digit[i]) return a.digit[i] < b.digit[i] ? -1 : 1;
    return 0;
}

static bool expected(int order, cv_law_relation r)
{
    switch (r) {
    case CV_LAW_LT: return order < 0;
    case CV_LAW_LE: return order <= 0;
    case CV_LAW_EQ: return order == 0;
    case CV_LAW_GE: return order >= 0;
    default: return order > 0;
    }
}

static int64_t up_to(cv_rng *rng, int64_t most)
{
    return cv_rng_below(rng, most + 1);
}

/* ---- properties ---- */

static void compares_as_long_multiplication_does(void **state)
{
    (void)state;
    cv_rng rng = cv_rng_open(20050227, 1, 0, 0);
    int equal = 0;
    for (int i = 0; i < 200000; i++) {
        int64_t q = 1 + up_to(&rng, 999999999), p = up_to(&rng, q);
        int64_t whole = up_to(&rng, CV_COUNT_MAX), part = up_to(&rng, CV_COUNT_MAX);
        if (i % 2) { /* whole = k q, part = k p: equal, or one apart */
            int64_t k = up_to(&rng, CV_COUNT_MAX / q);
            whole = k * q;
            part = k * p + up_to(&rng, 2) - 1;
            if (part < 0) part = 0;
        }
        int order = order_of(product(part, q), product(p, whole));
        equal += order == 0;
        for (int r = CV_LAW_LT; r <= CV_LAW_GT; r++)
            if (cv_law_compares(part, (cv_law_relation)r, p, q, whole) !=
                expected(order, (cv_law_relation)r))
                fail_msg("%lld of %lld against %lld/%lld, relation %d", (long long)part,
                         (long long)whole, (long long)p, (long long)q, r);
    }
    assert_true(equal > 20000); /* the boundary was met */
}

static cv_law_answer answer_of(const cv_law_condition *c, const cv_law_figures *f, cv_arena *keep)
{
    const cv_law_rule rule = {.n_conditions = 1, .condition = c};
    cv_law_line line;
    cv_law_ask(&line, &rule, f, keep);
    return line.answer;
}

static void an_open_base_is_answered_when_all_readings_agree(void **state)
{
    (void)state;
    cv_rng rng = cv_rng_open(20050227, 2, 0, 0);
    int undecidable = 0;
    cv_arena keep = cv_arena_open();
    for (int i = 0; i < 20000; i++) {
        cv_arena here = keep;
        cv_law_figures f = cv_law_no_figures();
        f.value[CV_LAW_CANCELLED] = up_to(&rng, 50);
        f.value[CV_LAW_VALID] = up_to(&rng, 100);
        f.value[CV_LAW_PARTICIPANTS] = f.value[CV_LAW_VALID] + up_to(&rng, 20);
        cv_law_condition c = {
            .part = CV_LAW_CANCELLED,
            .relation = up_to(&rng, 1) ? CV_LAW_GT : CV_LAW_GE,
            .p = 1,
            .q = 3,
            .n_bases = 1,
            .base = {CV_LAW_VALID, CV_LAW_PARTICIPANTS}
        };
        cv_law_answer valid = answer_of(&c, &f, &here);
        c.base[0] = CV_LAW_PARTICIPANTS;
        cv_law_answer persons = answer_of(&c, &f, &here);
        c.base[0] = CV_LAW_VALID;
        c.n_bases = 2;
        cv_law_answer both = answer_of(&c, &f, &here);
        assert_int_equal(both, valid == persons ? valid : CV_LAW_UNDECIDABLE);
        undecidable += both == CV_LAW_UNDECIDABLE;
    }
    cv_arena_close(&keep);
    assert_true(undecidable > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_as_long_multiplication_does),
        cmocka_unit_test(an_open_base_is_answered_when_all_readings_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
