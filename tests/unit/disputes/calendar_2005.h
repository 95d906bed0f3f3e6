/* tests/unit/disputes/calendar_2005.h — the calendar of Kyrgyzstan in spring 2005: +05:00, from
 * 27 March 02:30 +06:00; holidays 8, 21 and 24 March; the election on 27 February. */
#ifndef CV_TESTS_CALENDAR_2005_H
#define CV_TESTS_CALENDAR_2005_H

#include "disputes/calendar.h"

static inline cv_date date_of(const char *text)
{
    cv_date d = CV_NO_DATE;
    if (!cv_date_parse(&d, cv_str_of(text))) fail_msg("date '%s'", text);
    return d;
}

/* `change` and `holiday` must outlive it. */
static inline cv_calendar calendar_2005(cv_offset change[1], int32_t holiday[3], bool courts)
{
    change[0] = (cv_offset){date_of("2005-03-27T02:30"), 360};
    holiday[0] = date_of("2005-03-08").day;
    holiday[1] = date_of("2005-03-21").day;
    holiday[2] = date_of("2005-03-24").day;
    return (cv_calendar){.offset = 300,
                         .n_changes = 1,
                         .change = change,
                         .n_holidays = 3,
                         .holiday = holiday,
                         .election_day = date_of("2005-02-27"),
                         .courts_work_on_election_days = courts};
}

#endif
