#include "disputes/calendar.h"

static int64_t minutes(int32_t day, int32_t minute)
{
    return 1440 * (int64_t)day + minute;
}

static int32_t offset_of(const cv_calendar *c, int32_t i)
{
    return i < 0 ? c->offset : c->change[i].minutes;
}

/* The instant at which change i begins: its local time by the offset before it. */
static int64_t begins(const cv_calendar *c, int32_t i)
{
    cv_date from = c->change[i].from;
    return minutes(from.day, from.minute < 0 ? 0 : from.minute) - offset_of(c, i - 1);
}

int64_t cv_calendar_instant(const cv_calendar *c, int32_t day, int32_t minute)
{
    int64_t local = minutes(day, minute);
    for (int32_t i = -1; i + 1 < c->n_changes; i++) {
        int64_t by_this = local - offset_of(c, i), next = begins(c, i + 1);
        bool skipped = local - offset_of(c, i + 1) < next;
        if (by_this < next || skipped) return by_this;
    }
    return local - offset_of(c, c->n_changes - 1);
}

cv_date cv_calendar_local(const cv_calendar *c, int64_t instant)
{
    int32_t i = c->n_changes - 1;
    while (i >= 0 && begins(c, i) > instant) i--;
    int64_t local = instant + offset_of(c, i);
    int64_t day = local / 1440 - (local % 1440 < 0);
    return (cv_date){(int32_t)day, (int16_t)(local - 1440 * day)};
}

/* 1 January 1970 was a Thursday. */
int32_t cv_calendar_weekday(int32_t day)
{
    int32_t w = (int32_t)(((int64_t)day + 3) % 7);
    return w < 0 ? w + 7 : w;
}

static bool is_among(const int32_t *days, int32_t n, int32_t day)
{
    for (int32_t i = 0; i < n; i++)
        if (days[i] == day) return true;
    return false;
}

cv_day_kind cv_calendar_day(const cv_calendar *c, int32_t day, bool court)
{
    enum { SATURDAY_AND_SUNDAY = 1 << 5 | 1 << 6 };
    int32_t election = c->election_day.day;
    if (is_among(c->workday, c->n_workdays, day)) return CV_DAY_EXTRA;
    bool holiday = is_among(c->holiday, c->n_holidays, day);
    bool rest = (c->rest ? c->rest : SATURDAY_AND_SUNDAY) >> cv_calendar_weekday(day) & 1;
    if (!holiday && !rest) return CV_DAY_WORKED;
    if (court && c->courts_work_on_election_days && cv_date_is(c->election_day) &&
        (day == election || day == election - 1))
        return CV_DAY_ELECTION;
    return holiday ? CV_DAY_HOLIDAY : CV_DAY_REST;
}
