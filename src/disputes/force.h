/* disputes/force.h — which effects are in force (methods.md, Decisions). Internal to disputes/.
 *
 * From the last decision to the first: one that is revoked by what is in force itself does
 * nothing, so revoking a revocation brings the first back.
 */
#ifndef CV_DISPUTES_FORCE_H
#define CV_DISPUTES_FORCE_H

#include "disputes/disputes.h"

typedef struct {
    uint8_t *state;      /* [n_decisions] cv_effect_state                                      */
    int32_t *revoked_by; /* [n_decisions] -1                                                   */
    int32_t n;
    const int32_t *in; /* [n] effects in force but for REVOKE, in the order of application     */
    int32_t n_later;
} cv_force;

cv_force cv_force_find(const cv_election *e, const cv_ledger_question *q, cv_arena *keep,
                       cv_arena scratch);

/* True when `d` is not after `limit`: a limit without minutes is the end of its day, and a date
 * without minutes the start of its own. No date is before everything, no limit after it. */
bool cv_date_is_by(cv_date d, cv_date limit);

#endif
