/* disputes/clock.h — when a term ends, step by step, and whether something came in time.
 *
 * Method: docs/reference/methods.md, Complaints and clocks
 */
#ifndef CV_DISPUTES_CLOCK_H
#define CV_DISPUTES_CLOCK_H

#include "disputes/calendar.h"

/* `anchor` is a date, with minutes or without. */
cv_deadline cv_clock_deadline(const cv_calendar *c, const cv_clock_rule *rule, cv_date anchor,
                              bool court);

typedef enum { CV_TIME_IN, CV_TIME_LATE, CV_TIME_UNKNOWN } cv_in_time;

/* Whether what came at `when` came in time: at the deadline or before. A day without an hour is
 * told where the day alone tells it. */
cv_in_time cv_clock_in_time(const cv_calendar *c, const cv_deadline *d, cv_date when);

/* How the deadline is found, a step a line, in `keep`; returns how many. A long term is shown by
 * its first 60 days. */
int32_t cv_clock_steps(const cv_clock_step **out, const cv_calendar *c, const cv_clock_rule *rule,
                       cv_date anchor, bool court, cv_arena *keep);

#endif
