#include "num/frac.h"

static int64_t gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t r = a % b;
        a = b;
        b = r;
    }
    return a < 0 ? -a : a;
}

cv_frac cv_frac_of(int64_t p, int64_t q)
{
    cv_assert(q > 0);
    int64_t g = gcd(p, q);
    return (cv_frac){p / g, q / g};
}

bool cv_frac_parse(cv_frac *out, cv_str s)
{
    int64_t slash = cv_str_find(s, CV_STR("/"), 0);
    cv_count p, q = 1;
    if (cv_count_parse(&p, slash < 0 ? s : cv_str_cut(s, 0, slash)) != CV_PARSE_OK) return false;
    if (slash >= 0 && cv_count_parse(&q, cv_str_cut(s, slash + 1, s.n)) != CV_PARSE_OK)
        return false;
    if (q < 1 || p > CV_FRAC_PART_MAX || q > CV_FRAC_PART_MAX) return false;
    *out = cv_frac_of(p, q);
    return true;
}

int cv_share_cmp(cv_count part, cv_frac share, cv_count base)
{
    cv_assert(part != CV_BLANK && base != CV_BLANK);
    return cv_wide_cmp(cv_times(part, share.q), cv_times(share.p, base));
}
