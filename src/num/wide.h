/* num/wide.h — 128-bit products and exact division of counts.
 *
 * Votes are at most 10^12 and the numerators and denominators of shares at most 10^9, so every
 * product of two of them fits with room to spare (methods.md, Arithmetic). Nothing rounds here
 * unless its name says in which direction.
 */
#ifndef CV_NUM_WIDE_H
#define CV_NUM_WIDE_H

#include "base/check.h"
#include "base/count.h"

typedef __int128 cv_wide;

static inline cv_wide cv_times(int64_t a, int64_t b)
{
    return (cv_wide)a * b;
}

/* ⌊a / b⌋ and ⌈a / b⌉ for any a and b > 0. */
static inline cv_wide cv_floor_div(cv_wide a, cv_wide b)
{
    cv_assert(b > 0);
    cv_wide q = a / b;
    return q - (a % b < 0);
}

static inline cv_wide cv_ceil_div(cv_wide a, cv_wide b)
{
    cv_assert(b > 0);
    cv_wide q = a / b;
    return q + (a % b > 0);
}

static inline int cv_wide_cmp(cv_wide a, cv_wide b)
{
    return (a > b) - (a < b);
}

/* The value as an int64_t; the program is wrong when it does not fit. INT64_MIN does not: it
 * would be read as CV_BLANK. */
static inline int64_t cv_narrow(cv_wide a)
{
    cv_assert(a > INT64_MIN && a <= INT64_MAX);
    return (int64_t)a;
}

#endif
