#include "base/date.h"

#include "base/check.h"

bool cv_date_is(cv_date d)
{
    return d.day != INT32_MIN;
}

/* Days before month m of a year that begins in March: the leap day comes last. */
static int32_t days_from_civil(int32_t y, int32_t m, int32_t d)
{
    y -= m <= 2;
    int32_t era = y / 400, year_of_era = y - era * 400;
    int32_t day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void civil_from_days(int32_t days, int32_t *y, int32_t *m, int32_t *d)
{
    int32_t z = days + 719468, era = z / 146097, day_of_era = z - era * 146097;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month = (5 * day_of_year + 2) / 153;
    *d = day_of_year - (153 * month + 2) / 5 + 1;
    *m = month < 10 ? month + 3 : month - 9;
    *y = year_of_era + era * 400 + (*m <= 2);
}

/* `n` digits at `at`, or -1. */
static int32_t digits(cv_str s, int64_t at, int32_t n)
{
    int32_t value = 0;
    if (at + n > s.n) return -1;
    for (int64_t i = at; i < at + n; i++) {
        if (s.s[i] < '0' || s.s[i] > '9') return -1;
        value = 10 * value + (s.s[i] - '0');
    }
    return value;
}

bool cv_date_parse(cv_date *out, cv_str s)
{
    if (s.n != 10 && s.n != 16) return false;
    int32_t y = digits(s, 0, 4), m = digits(s, 5, 2), d = digits(s, 8, 2);
    if (y < 1000 || m < 1 || m > 12 || d < 1 || s.s[4] != '-' || s.s[7] != '-') return false;
    int32_t day = days_from_civil(y, m, d), y2, m2, d2;
    civil_from_days(day, &y2, &m2, &d2);
    if (y2 != y || m2 != m || d2 != d) return false;
    if (s.n == 10) {
        *out = (cv_date){day, -1};
        return true;
    }
    int32_t hour = digits(s, 11, 2), minute = digits(s, 14, 2);
    if (s.s[10] != 'T' || s.s[13] != ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return false;
    *out = (cv_date){day, (int16_t)(60 * hour + minute)};
    return true;
}

int cv_date_cmp(cv_date a, cv_date b)
{
    if (a.day != b.day) return a.day < b.day ? -1 : 1;
    return (a.minute > b.minute) - (a.minute < b.minute);
}

cv_date cv_date_add_months(cv_date d, int32_t months)
{
    cv_assert(cv_date_is(d));
    int32_t y, m, day;
    civil_from_days(d.day, &y, &m, &day);
    int32_t month = 12 * y + m - 1 + months;
    int32_t first = days_from_civil(month / 12, month % 12 + 1, 1);
    int32_t length = days_from_civil((month + 1) / 12, (month + 1) % 12 + 1, 1) - first;
    return (cv_date){first + (day < length ? day : length) - 1, d.minute};
}

cv_str cv_date_text(cv_date d, cv_arena *keep)
{
    cv_assert(cv_date_is(d));
    int32_t y, m, day;
    civil_from_days(d.day, &y, &m, &day);
    if (d.minute < 0) return cv_str_format(keep, "%04d-%02d-%02d", y, m, day);
    return cv_str_format(keep, "%04d-%02d-%02dT%02d:%02d", y, m, day, d.minute / 60, d.minute % 60);
}
