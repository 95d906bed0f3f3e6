/* review/ledger_law.h — what the legal profile of a case says of decisions (methods.md, Decisions):
 * the keys annul.registered, annul.participants, repeat.registered, bar.votes and bodies.rank. */
#ifndef CV_REVIEW_LEDGER_LAW_H
#define CV_REVIEW_LEDGER_LAW_H

#include "disputes/disputes.h"

/* In force on the day of the election. A key that the profile does not have, or a word that is
 * none of its words, leaves the default. */
cv_ledger_rules cv_ledger_rules_of(const cv_election *e, cv_arena *keep);

#endif
