#include "num/real.h"

#include <float.h>
#include <stdint.h>
#include <string.h>

#include "base/check.h"

/* Doubles must be evaluated as doubles, not in wider registers. */
_Static_assert(FLT_EVAL_METHOD == 0, "doubles must not be evaluated in wider registers");
_Static_assert(DBL_MANT_DIG == 53, "IEEE doubles are needed");

/* ln 2 = HIGH + LOW; HIGH has 21 zero bits at its end, so k × HIGH is exact for |k| < 2^20. */
static const double LN2_HIGH = 0x1.62e42feep-1, LN2_LOW = 0x1.a39ef35793c76p-33;
static const double ONE_BY_LN2 = 0x1.71547652b82fep+0;

enum { EXP_TERMS = 14, LN_TERMS = 12, EXPONENT_BIAS = 1023, MANTISSA_BITS = 52 };

static double power_of_two(int64_t k)
{
    uint64_t bits = (uint64_t)(k + EXPONENT_BIAS) << MANTISSA_BITS;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* x = k ln 2 + r with |r| <= (ln 2)/2; then Taylor's series for r, from its smallest term. */
double cv_exp(double x)
{
    if (!(x > -700)) x = -700;
    if (x > 700) x = 700;
    double halves = x * ONE_BY_LN2;
    int64_t k = (int64_t)(halves < 0 ? halves - 0.5 : halves + 0.5);
    double r = (x - (double)k * LN2_HIGH) - (double)k * LN2_LOW;
    double sum = 1;
    for (int i = EXP_TERMS; i > 0; i--) sum = 1 + r * sum / i;
    return sum * power_of_two(k);
}

/* x = 2^k m with 1/sqrt(2) <= m < sqrt(2); ln m = 2 artanh((m - 1) / (m + 1)). */
double cv_ln(double x)
{
    cv_assert(x >= 1e-300 && x <= DBL_MAX);
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int64_t k = (int64_t)(bits >> MANTISSA_BITS) - EXPONENT_BIAS;
    double m = x * power_of_two(k < 1000 ? -k : -1000);
    if (k >= 1000) m *= power_of_two(1000 - k);
    if (m > 1.4142135623730951) {
        m /= 2;
        k++;
    }
    double s = (m - 1) / (m + 1), square = s * s, sum = 0;
    for (int i = LN_TERMS; i >= 0; i--) sum = 1.0 / (2 * i + 1) + square * sum;
    return (double)k * LN2_HIGH + ((double)k * LN2_LOW + 2 * s * sum);
}

double cv_logistic(double x)
{
    return x < 0 ? 1 - 1 / (1 + cv_exp(x)) : 1 / (1 + cv_exp(-x));
}
