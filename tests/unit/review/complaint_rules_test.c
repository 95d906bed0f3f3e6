#include "../row.h"

#include "../disputes/calendar_2005.h"
#include "model/law.h"
#include "review/complaint_rules.h"

static cv_law_rule line(const char *key, int64_t p, const char *unit, const char *anchor,
                        const char *value)
{
    return (cv_law_rule){.key = cv_str_of(key),
                         .from = CV_NO_DATE,
                         .to = CV_NO_DATE,
                         .has_number = p >= 0,
                         .p = p,
                         .q = 1,
                         .numerator = cv_str_of(unit),
                         .denominator = cv_str_of(anchor),
                         .value = cv_str_of(value),
                         .source = CV_STR("art. 53")};
}

static void what_the_profile_says(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_law_rule rules[] = {
        line("clock.complaint", 3, "days", "act or its knowledge", ""),
        line("clock.decide", 2, "weeks", "receipt", ""),
        line("clock.answer", 24, "hours", "", ""),
        line("clock.appeal", 5, "sessions", "", ""),
        line("clock.execute", -1, "days", "", ""),
        line("lapse", -1, "", "", "up"),
        line("forward.clock", -1, "", "", "restart"),
        line("grounds", -1, "", "", "seal count"),
        line("calendar.courts_work_on_election_days", -1, "", "", "yes"),
    };
    const cv_law_offset offset[] = {
        {CV_NO_DATE,                  300, NULL},
        {date_of("2005-03-27T02:30"), 360, NULL}
    };
    const cv_law_day holiday = {date_of("2005-03-08").day, NULL};
    const cv_law law = {.n_rules = N_ROWS(rules),
                        .rule = rules,
                        .n_offsets = 2,
                        .offset = offset,
                        .n_holidays = 1,
                        .holiday = &holiday};
    const cv_election e = {.date = date_of("2005-02-27"), .law = &law};
    cv_complaint_rules r = cv_complaint_rules_of(&e, &keep);
    ROW_STR("file", cv_clock_rule_text(&r.clock[CV_CLOCK_FILE], &keep),
            CV_STR("3 days from knowledge"));
    ROW_STR("its article", r.clock[CV_CLOCK_FILE].cite, CV_STR("art. 53"));
    ROW_STR("two weeks", cv_clock_rule_text(&r.clock[CV_CLOCK_DECIDE], &keep),
            CV_STR("14 days from receipt"));
    ROW_STR("answer", cv_clock_rule_text(&r.clock[CV_CLOCK_ANSWER], &keep),
            CV_STR("24 hours from move"));
    ROW_TRUE("a unit that no calendar has", !r.clock[CV_CLOCK_APPEAL].is_set);
    ROW_TRUE("no number", !r.clock[CV_CLOCK_EXECUTE].is_set);
    ROW_TRUE("no line", !r.clock[CV_CLOCK_REVIEW].is_set);
    ROW_INT("lapse", r.lapse, CV_LAPSE_UP);
    ROW_TRUE("restart", r.forward_restarts);
    ROW_INT("grounds", r.n_grounds, 2);
    ROW_STR("the second", r.ground[1], CV_STR("count"));
    ROW_TRUE("courts", r.calendar.courts_work_on_election_days);
    ROW_INT("the first offset", r.calendar.offset, 300);
    ROW_INT("changes", r.calendar.n_changes, 1);
    ROW_INT("to", r.calendar.change[0].minutes, 360);
    ROW_INT("8 March", cv_calendar_day(&r.calendar, holiday.day, false), CV_DAY_HOLIDAY);
    cv_arena_close(&keep);
}

static void no_law_says_nothing(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const cv_election e = {.date = date_of("2005-02-27")};
    cv_complaint_rules r = cv_complaint_rules_of(&e, &keep);
    for (int k = 0; k < CV_N_CLOCKS; k++) ROW_TRUE("no term", !r.clock[k].is_set);
    ROW_INT("lapse", r.lapse, CV_LAPSE_UNSAID);
    ROW_INT("day", r.calendar.election_day.day, date_of("2005-02-27").day);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_profile_says),
        cmocka_unit_test(no_law_says_nothing),
    };
    return cmocka_run_group_tests_name("review/complaint_rules", tests, NULL, NULL);
}
