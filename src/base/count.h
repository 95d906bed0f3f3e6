/* base/count.h — whole numbers of people, papers, votes and seats.
 *
 * Signed, because differences are numbers too; an overflow traps, in release as well. A count
 * that is not known is CV_BLANK, which is not zero.
 */
#ifndef CV_BASE_COUNT_H
#define CV_BASE_COUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef int64_t cv_count;

#define CV_COUNT_MAX INT64_C(1000000000000) /* 10^12 */
#define CV_BLANK     INT64_MIN              /* nothing is known; never a number */

/* True for 0..CV_COUNT_MAX. */
bool cv_count_is(cv_count n);

typedef enum {
    CV_PARSE_OK,
    CV_PARSE_EMPTY,       /* no characters                                   */
    CV_PARSE_NOT_A_COUNT, /* a sign, a space, a letter, decimals             */
    CV_PARSE_LEADING_ZERO,
    CV_PARSE_TOO_LARGE /* more than CV_COUNT_MAX                          */
} cv_parse;

/* Digits only, 0..10^12; `out` is untouched unless CV_PARSE_OK. */
cv_parse cv_count_parse(cv_count *out, cv_str s);

#endif
