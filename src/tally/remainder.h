/* tally/remainder.h — seats by quota and largest remainder.
 *
 * Each list gets as many seats as it has whole quotas; the seats left go one each to the largest
 * remainders. Quotas are exact fractions unless their name says how they round. Equal remainders
 * with too few seats are a tie, which a lot must break. Lists without votes win nothing.
 *
 * Method: docs/reference/methods.md, "Tally" 7.2.
 */
#ifndef CV_TALLY_REMAINDER_H
#define CV_TALLY_REMAINDER_H

#include "base/error.h"
#include "model/rule_set.h"
#include "num/wide.h"

typedef struct {
    const cv_count *votes; /* [n_lists], none blank; the caller has applied any threshold   */
    int32_t n_lists;
    int32_t seats; /* 0..CV_SEATS_MAX */
    cv_quota quota;
    cv_over_award over_award;
    bool repeat; /* more seats left than lists: go round again; else they stay empty        */
} cv_remainder_input;

typedef struct {
    int64_t quota_num, quota_den; /* the quota that was used; den > 0                       */
    int32_t *whole;               /* [n_lists] whole quotas                                 */
    int64_t *remainder;           /* [n_lists] in units of 1/quota_den votes                */
    int32_t *seats;               /* [n_lists] seats beyond doubt: before the lot           */
    bool *in_lot;                 /* [n_lists] who ties                                     */
    int32_t lot_seats;            /* seats a lot must give, or take when lot_takes          */
    bool lot_takes;
    int32_t vacant; /* seats left without a list to take them                           */
    int32_t over;   /* seats that whole quotas gave beyond `seats`; 0 mostly            */
    bool grown;     /* the quota was enlarged (CV_OVER_RECOMPUTE)                       */
    bool unknown;   /* over > 0 and the rule set does not say what then                 */
    int32_t *order; /* [n_order] who got, or gave back, a seat by remainder, in order   */
    int32_t n_order;
} cv_remainder_result;

/* Fails with CV_E_LIMIT past CV_SEATS_MAX. keep and scratch are different arenas. */
cv_status cv_remainder_assign(cv_remainder_result *out, const cv_remainder_input *in,
                              cv_arena *keep, cv_arena scratch, cv_error *err);

/* The quota of a rule for `votes` and `seats` as a fraction; num 0 when there are no votes.
 * A rounded quota of 0 becomes 1, the least that a seat can cost. */
typedef struct {
    int64_t num, den;
} cv_quota_value;
cv_quota_value cv_quota_of(cv_quota quota, cv_count votes, int32_t seats);

/* What the votes are divided by: S, S+1 or S+2. */
int32_t cv_quota_parts(cv_quota quota, int32_t seats);
/* True for the quotas that are V/parts without rounding. */
bool cv_quota_is_exact(cv_quota quota);

#endif
