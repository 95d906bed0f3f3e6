/* disputes/calendar.h — local times as instants, and which days are worked.
 *
 * Instants are minutes since 1970-01-01T00:00 UTC. Minutes of a day may be 1440: its end.
 * Method: docs/reference/methods.md, Complaints and clocks
 */
#ifndef CV_DISPUTES_CALENDAR_H
#define CV_DISPUTES_CALENDAR_H

#include "model/clock.h"

/* A local time that the clock skipped is read by the offset before, one that it showed twice as
 * the first of the two. */
int64_t cv_calendar_instant(const cv_calendar *c, int32_t day, int32_t minute);
/* The local time of an instant. */
cv_date cv_calendar_local(const cv_calendar *c, int64_t instant);

/* 0 Monday ... 6 Sunday. */
int32_t cv_calendar_weekday(int32_t day);
/* `court`: for courts and prosecutors, who may work on the day of the election and its eve. */
cv_day_kind cv_calendar_day(const cv_calendar *c, int32_t day, bool court);
static inline bool cv_day_is_worked(cv_day_kind kind)
{
    return kind <= CV_DAY_ELECTION;
}

#endif
