/* review/ledger_rules.h — what the legal profile says of decisions. */
#ifndef CV_REVIEW_LEDGER_RULES_H
#define CV_REVIEW_LEDGER_RULES_H

#include "disputes/disputes.h"

/* The profile as it is on the day of the election; what it does not say is as without a profile.
 * keep     owns the names of bodies */
cv_ledger_rules cv_ledger_rules_of(const cv_election *e, cv_arena *keep);

/* A recount only judges anew what is valid; else any paper may be anything. */
bool cv_recount_is_narrow(const cv_election *e);

#endif
