/* num/frac.h — exact fractions p/q: shares in laws, quotas, thresholds.
 *
 * A share is compared by multiplying out (v·q against p·B), never by dividing, so an empty
 * base cannot divide by zero and no seat hangs on a rounding.
 */
#ifndef CV_NUM_FRAC_H
#define CV_NUM_FRAC_H

#include "base/count.h"
#include "num/wide.h"

typedef struct {
    int64_t p, q; /* q > 0; in lowest terms when made by cv_frac_of or cv_frac_parse */
} cv_frac;

#define CV_FRAC_PART_MAX INT64_C(1000000000) /* 10^9, for parsed fractions */

/* p/q in lowest terms; q > 0. */
cv_frac cv_frac_of(int64_t p, int64_t q);

/* `p/q` with 0 <= p, 1 <= q, both at most 10^9; or a whole number. Returns false otherwise. */
bool cv_frac_parse(cv_frac *out, cv_str s);

/* Negative, 0 or positive as `part` is below, at or above `share` of `base`; neither is blank. */
int cv_share_cmp(cv_count part, cv_frac share, cv_count base);

#endif
