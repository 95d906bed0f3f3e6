/* review/complaint_rules.h — what the election's law says about complaints. */
#ifndef CV_REVIEW_COMPLAINT_RULES_H
#define CV_REVIEW_COMPLAINT_RULES_H

#include "disputes/complaints.h"

/* From the profile's keys `clock.*`, `calendar.*`, `lapse`, `forward.clock`, `grounds`, as they
 * were in force on the day of the election; what the profile does not say stays unsaid. Without a
 * law only the day of the election is known. */
cv_complaint_rules cv_complaint_rules_of(const cv_election *e, cv_arena *keep);

#endif
