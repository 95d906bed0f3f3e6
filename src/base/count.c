#include "base/count.h"

bool cv_count_is(cv_count n)
{
    return n >= 0 && n <= CV_COUNT_MAX;
}

cv_parse cv_count_parse(cv_count *out, cv_str s)
{
    if (s.n == 0) return CV_PARSE_EMPTY;
    for (int64_t i = 0; i < s.n; i++)
        if (s.s[i] < '0' || s.s[i] > '9') return CV_PARSE_NOT_A_COUNT;
    if (s.n > 1 && s.s[0] == '0') return CV_PARSE_LEADING_ZERO;
    cv_count n = 0;
    for (int64_t i = 0; i < s.n; i++) {
        n = 10 * n + (s.s[i] - '0');
        if (n > CV_COUNT_MAX) return CV_PARSE_TOO_LARGE;
    }
    *out = n;
    return CV_PARSE_OK;
}
