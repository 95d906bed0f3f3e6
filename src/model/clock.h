/* model/clock.h — terms set by law, and the calendar in which they run.
 *
 * Dates are local to the election. A calendar names its offsets from UTC with the moments at
 * which they begin, so that nothing depends on the zones of a machine.
 *
 * Method: docs/reference/methods.md, Complaints and clocks
 */
#ifndef CV_MODEL_CLOCK_H
#define CV_MODEL_CLOCK_H

#include "base/date.h"

/* ---- calendar ---- */

/* An offset from UTC in minutes, and the local time, by the offset before it, at which it begins.
 * 27 March 2005, 02:30, from +05:00 to +06:00 is {{day, 150}, 360}. */
typedef struct {
    cv_date from;
    int32_t minutes;
} cv_offset;

/* A calendar of zeros has no holidays, knows no change of the clock, and rests on Saturday and
 * Sunday. */
typedef struct cv_calendar {
    int32_t offset; /* minutes from UTC before the first change */
    int32_t n_changes;
    const cv_offset *change; /* [n_changes] ascending */
    int32_t n_holidays;
    const int32_t *holiday; /* [n_holidays] days since 1970-01-01, any order */
    int32_t n_workdays;
    const int32_t *workday; /* [n_workdays] worked although a day of rest or a holiday */
    uint8_t rest;           /* days of rest of a week, bit 0 Monday ... bit 6 Sunday; 0: Saturday
                               and Sunday */
    cv_date election_day;   /* CV_NO_DATE: not known */
    /* The day of the election and its eve are worked (Kyrgyz Code on Elections 1999, art. 53). */
    bool courts_work_on_election_days;
} cv_calendar;

/* ---- terms ---- */

typedef enum {
    CV_UNIT_HOURS,    /* of 3600 seconds, whatever the clock on the wall did     */
    CV_UNIT_DAYS,     /* the day of the anchor is day 0; ends with the last day  */
    CV_UNIT_MONTHS,   /* the same number of day, or the last day of a shorter month */
    CV_UNIT_WORKDAYS, /* working days after day 0                                */
    CV_UNIT_SAME_DAY, /* ends with the day of the anchor                         */
    CV_N_UNITS
} cv_clock_unit;

typedef enum {
    CV_FROM_MOVE, /* the move before */
    CV_FROM_ACT,
    CV_FROM_KNOWLEDGE, /* of the act; of the act itself where the file does not say when it was
                          known */
    CV_FROM_ELECTION_DAY,
    CV_FROM_PUBLICATION,
    CV_FROM_RECEIPT, /* of the complaint by the body that has it */
    CV_N_ANCHORS
} cv_clock_anchor;

typedef struct {
    bool is_set;    /* false: no term is known */
    int32_t amount; /* 0 or more               */
    cv_clock_unit unit;
    cv_clock_anchor anchor;
    bool next_working; /* a term that ends on a day that is not worked ends with the next that is */
    cv_str cite;       /* the article; empty: not said */
} cv_clock_rule;

enum { CV_CLOCK_AMOUNT_MAX = 10000 };

extern const cv_str CV_UNIT_WORDS[CV_N_UNITS];     /* "hours", ...  */
extern const cv_str CV_ANCHOR_WORDS[CV_N_ANCHORS]; /* "move", "act", ... */

/* `3 days`, `24 hours from knowledge`, `5 workdays from receipt next_working`, `same_day`: an
 * amount and a unit, then if need be the anchor and the roll. False for anything else; `out` is
 * then untouched. */
bool cv_clock_rule_parse(cv_clock_rule *out, cv_str s);

/* As parsed: "3 days from receipt". */
cv_str cv_clock_rule_text(const cv_clock_rule *rule, cv_arena *keep);

/* ---- what comes out (disputes/clock.h) ---- */

/* Why a day is worked or not. */
typedef enum {
    CV_DAY_WORKED,
    CV_DAY_EXTRA,    /* worked although a day of rest                          */
    CV_DAY_ELECTION, /* worked by courts: the day of the election, or its eve  */
    CV_DAY_REST,     /* of the week                                            */
    CV_DAY_HOLIDAY
} cv_day_kind;

/* The end of a term: local, minute 1440 is the end of the day; and the same as an instant, in
 * minutes since 1970-01-01T00:00 UTC. Not known when a term of hours begins on a day whose hour the
 * papers do not give. */
typedef struct {
    bool is_known;
    int32_t day, minute;
    int64_t instant;
    int32_t day_before_roll; /* INT32_MIN: the roll moved nothing */
} cv_deadline;

/* `2005-03-02T24:00`; the deadline must be known. */
cv_str cv_deadline_text(const cv_deadline *d, cv_arena *keep);

/* A line of the computation as a person would write it on paper. */
typedef enum {
    CV_STEP_DAY_ZERO,  /* day: the anchor's                             */
    CV_STEP_BEGINS,    /* day, minute: of the anchor of a term of hours */
    CV_STEP_COUNTED,   /* day is the n-th working day, why              */
    CV_STEP_PASSED,    /* day is not counted, why                       */
    CV_STEP_CLOCK_SET, /* the clock was put forward by n minutes        */
    CV_STEP_ROLLED,    /* day is not worked, why: the next that is      */
    CV_STEP_NO_HOUR,   /* the end is not known                          */
    CV_STEP_ENDS       /* day, minute                                   */
} cv_clock_step_kind;

typedef struct {
    cv_clock_step_kind kind;
    cv_day_kind why;
    int32_t day, minute, n;
} cv_clock_step;

#endif
