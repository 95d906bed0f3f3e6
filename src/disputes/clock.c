#include "disputes/clock.h"

#include "base/check.h"

enum { END_OF_DAY = 1440, LONGEST_REST = 1000 };

static int32_t next_working(const cv_calendar *c, int32_t day, bool court)
{
    int32_t d = day;
    for (int32_t i = 0; i < LONGEST_REST; i++, d++)
        if (cv_day_is_worked(cv_calendar_day(c, d, court))) return d;
    return day; /* a calendar without work: nothing to roll to */
}

static int32_t end_of_workdays(const cv_calendar *c, int32_t day, int32_t amount, bool court)
{
    for (int32_t i = 0; i < amount; i++) day = next_working(c, day + 1, court);
    return day;
}

static cv_deadline end_of_day(const cv_calendar *c, int32_t day)
{
    return (cv_deadline){true, day, END_OF_DAY, cv_calendar_instant(c, day, END_OF_DAY), INT32_MIN};
}

static cv_deadline end_of_hours(const cv_calendar *c, int32_t hours, cv_date anchor)
{
    if (anchor.minute < 0) return (cv_deadline){.day_before_roll = INT32_MIN};
    int64_t instant = cv_calendar_instant(c, anchor.day, anchor.minute) + 60 * (int64_t)hours;
    cv_date local = cv_calendar_local(c, instant);
    return (cv_deadline){true, local.day, local.minute, instant, INT32_MIN};
}

cv_deadline cv_clock_deadline(const cv_calendar *c, const cv_clock_rule *rule, cv_date anchor,
                              bool court)
{
    cv_assert(cv_date_is(anchor) && rule->is_set);
    cv_deadline d = {.day_before_roll = INT32_MIN};
    switch (rule->unit) {
    case CV_UNIT_HOURS: d = end_of_hours(c, rule->amount, anchor); break;
    case CV_UNIT_DAYS: d = end_of_day(c, anchor.day + rule->amount); break;
    case CV_UNIT_MONTHS: d = end_of_day(c, cv_date_add_months(anchor, rule->amount).day); break;
    case CV_UNIT_WORKDAYS:
        d = end_of_day(c, end_of_workdays(c, anchor.day, rule->amount, court));
        break;
    case CV_UNIT_SAME_DAY: d = end_of_day(c, anchor.day); break;
    case CV_N_UNITS: break;
    }
    if (!d.is_known || !rule->next_working) return d;
    int32_t day = next_working(c, d.day, court), before = d.day;
    if (day == before) return d;
    d = end_of_day(c, day);
    d.day_before_roll = before;
    return d;
}

cv_in_time cv_clock_in_time(const cv_calendar *c, const cv_deadline *d, cv_date when)
{
    if (!d->is_known || !cv_date_is(when)) return CV_TIME_UNKNOWN;
    if (d->minute == END_OF_DAY || when.minute < 0) {
        if (when.day != d->day) return when.day < d->day ? CV_TIME_IN : CV_TIME_LATE;
        return d->minute == END_OF_DAY ? CV_TIME_IN : CV_TIME_UNKNOWN;
    }
    return cv_calendar_instant(c, when.day, when.minute) <= d->instant ? CV_TIME_IN : CV_TIME_LATE;
}

/* ---- on paper ---- */

typedef struct {
    cv_clock_step *step;
    int32_t n, cap;
    cv_arena *keep;
} paper;

static void add(paper *p, cv_clock_step step)
{
    cv_room(p->keep, cv_clock_step, p->step, p->n, p->cap);
    p->step[p->n++] = step;
}

enum { DAYS_SHOWN = 60 };

static void add_workdays(paper *p, const cv_calendar *c, int32_t day, int32_t amount, bool court)
{
    int32_t count = 0;
    for (int32_t i = 0; i < DAYS_SHOWN && count < amount; i++) {
        cv_day_kind why = cv_calendar_day(c, ++day, court);
        bool counts = cv_day_is_worked(why);
        if (counts) count++;
        add(p, (cv_clock_step){counts ? CV_STEP_COUNTED : CV_STEP_PASSED, why, day, -1, count});
    }
}

/* The changes of the clock between two instants. */
static void add_changes(paper *p, const cv_calendar *c, int64_t from, int64_t to)
{
    int32_t before = c->offset;
    for (int32_t i = 0; i < c->n_changes; i++) {
        cv_date at = c->change[i].from;
        int64_t instant = cv_calendar_instant(c, at.day, at.minute < 0 ? 0 : at.minute);
        if (instant > from && instant <= to)
            add(p, (cv_clock_step){CV_STEP_CLOCK_SET, CV_DAY_WORKED, at.day, at.minute,
                                   c->change[i].minutes - before});
        before = c->change[i].minutes;
    }
}

static void add_end(paper *p, const cv_calendar *c, const cv_deadline *d, bool court)
{
    if (d->day_before_roll != INT32_MIN)
        add(p, (cv_clock_step){CV_STEP_ROLLED, cv_calendar_day(c, d->day_before_roll, court),
                               d->day_before_roll, -1, 0});
    add(p, (cv_clock_step){CV_STEP_ENDS, CV_DAY_WORKED, d->day, d->minute, 0});
}

int32_t cv_clock_steps(const cv_clock_step **out, const cv_calendar *c, const cv_clock_rule *rule,
                       cv_date anchor, bool court, cv_arena *keep)
{
    paper p = {.keep = keep};
    cv_deadline d = cv_clock_deadline(c, rule, anchor, court);
    bool hours = rule->unit == CV_UNIT_HOURS;
    add(&p, (cv_clock_step){hours ? CV_STEP_BEGINS : CV_STEP_DAY_ZERO, CV_DAY_WORKED, anchor.day,
                            anchor.minute, 0});
    if (rule->unit == CV_UNIT_WORKDAYS) add_workdays(&p, c, anchor.day, rule->amount, court);
    if (hours && d.is_known)
        add_changes(&p, c, cv_calendar_instant(c, anchor.day, anchor.minute), d.instant);
    if (d.is_known)
        add_end(&p, c, &d, court);
    else
        add(&p, (cv_clock_step){CV_STEP_NO_HOUR, CV_DAY_WORKED, anchor.day, -1, 0});
    *out = p.step;
    return p.n;
}
