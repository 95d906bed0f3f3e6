#include "../row.h"

#include "calendar_2005.h"
#include "disputes/clock.h"

static cv_offset change[1];
static int32_t holiday[3];

static cv_clock_rule term(const char *text)
{
    cv_clock_rule r = {0};
    if (!cv_clock_rule_parse(&r, cv_str_of(text))) fail_msg("term '%s'", text);
    return r;
}

/* Counted on a calendar of 2005 by hand: 25 February was a Friday, 27 March a Sunday. */
static const struct {
    const char *name, *anchor, *term;
    bool courts;
    const char *want; /* "": not known */
} terms[] = {
    {"a day over the change of the clock",                "2005-03-26T20:00", "24 hours",                false,
     "2005-03-27T21:00"                                                                                                           },
    {"the day after it",                                  "2005-03-27T21:00", "24 hours",                false, "2005-03-28T21:00"},
    {"at once",                                           "2005-02-27T11:00", "0 hours",                 false, "2005-02-27T11:00"},
    {"hours over midnight",                               "2005-02-28T23:30", "2 hours",                 false, "2005-03-01T01:30"},
    {"hours from a day without an hour",                  "2005-02-28",       "2 hours",                 false, ""                },
    {"hours that end on a Saturday, rolled",              "2005-02-25T09:00", "24 hours next_working",   false,
     "2005-02-28T24:00"                                                                                                           },
    {"days from a day without an hour",                   "2005-02-28",       "3 days",                  false, "2005-03-03T24:00"},
    {"no day at all",                                     "2005-02-28T10:00", "0 days",                  false, "2005-02-28T24:00"},
    {"over a leap day",                                   "2004-02-27",       "3 days",                  false, "2004-03-01T24:00"},
    {"a month from the last of January",                  "2005-01-31",       "1 month",                 false, "2005-02-28T24:00"},
    {"the same in a leap year",                           "2004-01-31",       "1 month",                 false, "2004-02-29T24:00"},
    {"a month from the last of April",                    "2005-04-30",       "1 month",                 false, "2005-05-30T24:00"},
    {"fourteen months",                                   "2004-12-31",       "14 months",               false, "2006-02-28T24:00"},
    {"no working day",                                    "2005-02-26",       "0 workdays",              false, "2005-02-26T24:00"},
    {"no working day, rolled from a Saturday",            "2005-02-26",       "0 workdays next_working", false,
     "2005-02-28T24:00"                                                                                                           },
    {"two working days for a court, Saturday and Sunday", "2005-02-25",       "2 workdays",              true,
     "2005-02-27T24:00"                                                                                                           },
    {"five working days over 8 March",                    "2005-03-04",       "5 workdays",              false, "2005-03-14T24:00"},
    {"the same day",                                      "2005-03-04T23:59", "same_day",                false, "2005-03-04T24:00"},
};

static void deadlines(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(terms); i++) {
        cv_calendar c = calendar_2005(change, holiday, true);
        cv_clock_rule rule = term(terms[i].term);
        cv_deadline d = cv_clock_deadline(&c, &rule, date_of(terms[i].anchor), terms[i].courts);
        ROW_INT(terms[i].name, d.is_known, terms[i].want[0] != 0);
        if (d.is_known)
            ROW_STR(terms[i].name, cv_deadline_text(&d, &keep), cv_str_of(terms[i].want));
    }
    cv_arena_close(&keep);
}

static const struct {
    const char *name, *term, *when;
    cv_in_time want;
} arrivals[] = {
    {"the last minute of the last day", "3 days",   "2005-03-29T23:59", CV_TIME_IN     },
    {"the next minute",                 "3 days",   "2005-03-30T00:00", CV_TIME_LATE   },
    {"the last day, no hour",           "3 days",   "2005-03-29",       CV_TIME_IN     },
    {"the next day, no hour",           "3 days",   "2005-03-30",       CV_TIME_LATE   },
    {"the minute itself",               "24 hours", "2005-03-27T21:00", CV_TIME_IN     },
    {"a minute later",                  "24 hours", "2005-03-27T21:01", CV_TIME_LATE   },
    {"that day, no hour",               "24 hours", "2005-03-27",       CV_TIME_UNKNOWN},
    {"the day before, no hour",         "24 hours", "2005-03-26",       CV_TIME_IN     },
    {"the day after, no hour",          "24 hours", "2005-03-28",       CV_TIME_LATE   },
};

static void in_time_or_late(void **state)
{
    (void)state;
    cv_calendar c = calendar_2005(change, holiday, false);
    for (size_t i = 0; i < N_ROWS(arrivals); i++) {
        cv_clock_rule rule = term(arrivals[i].term);
        cv_deadline d = cv_clock_deadline(&c, &rule, date_of("2005-03-26T20:00"), false);
        ROW_INT(arrivals[i].name, cv_clock_in_time(&c, &d, date_of(arrivals[i].when)),
                arrivals[i].want);
    }
    cv_clock_rule rule = term("2 hours");
    cv_deadline unknown = cv_clock_deadline(&c, &rule, date_of("2005-03-26"), false);
    ROW_INT("an end that is not known", cv_clock_in_time(&c, &unknown, date_of("2005-03-30T10:00")),
            CV_TIME_UNKNOWN);
}

static void steps_are(const char *name, const cv_calendar *c, const char *rule_text,
                      const char *anchor, const char *want)
{
    static const char *const letter = "0bcpsrne"; /* of cv_clock_step_kind */
    cv_arena keep = cv_arena_open();
    const cv_clock_step *step;
    cv_clock_rule rule = term(rule_text);
    int32_t n = cv_clock_steps(&step, c, &rule, date_of(anchor), false, &keep);
    char got[16] = "";
    for (int32_t i = 0; i < n && i < 15; i++) got[i] = letter[step[i].kind];
    ROW_STR(name, cv_str_of(got), cv_str_of(want));
    cv_arena_close(&keep);
}

/* Friday 18 March and three working days: Saturday and Sunday passed, Monday a holiday, Tuesday 1,
 * Wednesday 2, Thursday a holiday, Friday 3. */
static void on_paper(void **state)
{
    (void)state;
    cv_calendar c = calendar_2005(change, holiday, false);
    steps_are("working days", &c, "3 workdays", "2005-03-18", "0pppccpce");
    steps_are("the clock is put forward", &c, "24 hours", "2005-03-26T20:00", "bse");
    steps_are("it was put forward before", &c, "24 hours", "2005-03-27T20:00", "be");
    steps_are("no hour", &c, "24 hours", "2005-03-26", "bn");
    steps_are("rolled", &c, "3 days next_working", "2005-03-03", "0re");
    steps_are("not rolled", &c, "3 days next_working", "2005-02-27", "0e");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deadlines),
        cmocka_unit_test(in_time_or_late),
        cmocka_unit_test(on_paper),
    };
    return cmocka_run_group_tests_name("disputes/clock", tests, NULL, NULL);
}
