#include "../row.h"

#include "calendar_2005.h"

static cv_offset change[1];
static int32_t holiday[3];

/* The same instant, from local time and back. */
static const struct {
    const char *name, *local;
    int64_t utc_minutes; /* since 2005-03-26T00:00 UTC */
    const char *back;    /* NULL: as given */
} instants[] = {
    {"an hour before the change",                "2005-03-27T01:30", 20 * 60 + 30,      NULL              },
    {"the last minute before it",                "2005-03-27T02:29", 21 * 60 + 29,      NULL              },
    {"at the change the clock shows 03:30",      "2005-03-27T03:30", 21 * 60 + 30,      NULL              },
    {"a time that the clock skipped",            "2005-03-27T02:45", 21 * 60 + 45,      "2005-03-27T03:45"},
    {"the change itself is a skipped time",      "2005-03-27T02:30", 21 * 60 + 30,      "2005-03-27T03:30"},
    {"midnight of the next day, six hours east", "2005-03-28T00:00", 24 * 60 + 18 * 60, NULL              },
};

static void to_instants_and_back(void **state)
{
    (void)state;
    cv_calendar c = calendar_2005(change, holiday, false);
    cv_arena keep = cv_arena_open();
    int64_t base = 1440 * (int64_t)date_of("2005-03-26").day;
    for (size_t i = 0; i < N_ROWS(instants); i++) {
        cv_date d = date_of(instants[i].local);
        int64_t at = cv_calendar_instant(&c, d.day, d.minute);
        ROW_INT(instants[i].name, at - base, instants[i].utc_minutes);
        const char *back = instants[i].back ? instants[i].back : instants[i].local;
        ROW_STR(instants[i].name, cv_date_text(cv_calendar_local(&c, at), &keep), cv_str_of(back));
    }
    cv_arena_close(&keep);
}

/* In autumn the clock goes back at 03:00, and shows 02:00 to 02:59 twice. */
static void a_time_shown_twice_is_the_first(void **state)
{
    (void)state;
    cv_offset back = {date_of("2005-10-30T03:00"), 300};
    cv_calendar c = {.offset = 360, .n_changes = 1, .change = &back};
    int32_t day = date_of("2005-10-30").day;
    ROW_INT("02:30", cv_calendar_instant(&c, day, 150), 1440 * (int64_t)day + 150 - 360);
    ROW_INT("03:00 by the new offset", cv_calendar_instant(&c, day, 180),
            1440 * (int64_t)day + 180 - 300);
    cv_date second = cv_calendar_local(&c, 1440 * (int64_t)day + 180 - 360);
    ROW_INT("an instant at the change", second.minute, 120);
}

static void before_1970(void **state)
{
    (void)state;
    cv_calendar c = {.offset = 60};
    cv_date d = cv_calendar_local(&c, -61);
    ROW_INT("day", d.day, -1);
    ROW_INT("minute", d.minute, 1439);
    ROW_INT("31 December 1969 was a Wednesday", cv_calendar_weekday(-1), 2);
    ROW_INT("ten weeks and a day before Thursday", cv_calendar_weekday(-71), 2);
}

static const struct {
    const char *name, *day;
    bool court;
    cv_day_kind want;
} days[] = {
    {"a Monday",                      "2005-02-28", false, CV_DAY_WORKED  },
    {"a Saturday",                    "2005-02-26", false, CV_DAY_REST    },
    {"the eve, for courts",           "2005-02-26", true,  CV_DAY_ELECTION},
    {"the day itself, for courts",    "2005-02-27", true,  CV_DAY_ELECTION},
    {"the Sunday after, for courts",  "2005-03-06", true,  CV_DAY_REST    },
    {"8 March",                       "2005-03-08", false, CV_DAY_HOLIDAY },
    {"8 March, for courts",           "2005-03-08", true,  CV_DAY_HOLIDAY },
    {"a Saturday declared a workday", "2005-03-05", false, CV_DAY_EXTRA   },
};

static void which_days_are_worked(void **state)
{
    (void)state;
    cv_calendar c = calendar_2005(change, holiday, true);
    int32_t extra = date_of("2005-03-05").day;
    c.n_workdays = 1, c.workday = &extra;
    for (size_t i = 0; i < N_ROWS(days); i++) {
        cv_day_kind kind = cv_calendar_day(&c, date_of(days[i].day).day, days[i].court);
        ROW_INT(days[i].name, kind, days[i].want);
        ROW_INT(days[i].name, cv_day_is_worked(kind), kind <= CV_DAY_ELECTION);
    }
    c.courts_work_on_election_days = false;
    ROW_INT("courts rest where no rule says otherwise",
            cv_calendar_day(&c, date_of("2005-02-27").day, true), CV_DAY_REST);
    c.rest = 1 << 4; /* Friday alone */
    ROW_INT("another week", cv_calendar_day(&c, date_of("2005-03-04").day, false), CV_DAY_REST);
    ROW_INT("its Saturday", cv_calendar_day(&c, date_of("2005-03-12").day, false), CV_DAY_WORKED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(to_instants_and_back),
        cmocka_unit_test(a_time_shown_twice_is_the_first),
        cmocka_unit_test(before_1970),
        cmocka_unit_test(which_days_are_worked),
    };
    return cmocka_run_group_tests_name("disputes/calendar", tests, NULL, NULL);
}
