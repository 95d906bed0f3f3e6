/* base/date.h — calendar dates and minutes of a day, without a clock and without time zones. */
#ifndef CV_BASE_DATE_H
#define CV_BASE_DATE_H

#include "base/str.h"

/* A local date with minutes since midnight; minute is -1 when only the day is known. */
typedef struct {
    int32_t day;    /* days since 1970-01-01, Gregorian; INT32_MIN: no date */
    int16_t minute; /* 0..1439, or -1 */
} cv_date;

#define CV_NO_DATE ((cv_date){INT32_MIN, -1})

bool cv_date_is(cv_date d);

/* `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, years 1000 to 9999, existing days only. Returns false
 * and leaves `out` untouched otherwise. */
bool cv_date_parse(cv_date *out, cv_str s);

/* Negative, 0 or positive; a day without minute comes before all minutes of that day. */
int cv_date_cmp(cv_date a, cv_date b);

/* The same number of day some months later, or the last day of a shorter month. */
cv_date cv_date_add_months(cv_date d, int32_t months);

/* As parsed. */
cv_str cv_date_text(cv_date d, cv_arena *keep);

#endif
