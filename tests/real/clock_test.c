/* The 18 deadlines of observation/golden_dispute/clock_cases.csv, computed by others: days, hours,
 * months and working days of spring 2005, over holidays and the change of the clock. */
#include "../unit/row.h"

#include <stdlib.h>

#include "../unit/disputes/calendar_2005.h"
#include "base/file.h"
#include "disputes/clock.h"

static cv_str take(cv_str *rest, const char *until)
{
    int64_t end = cv_str_find(*rest, cv_str_of(until), 0);
    cv_str part = cv_str_cut(*rest, 0, end < 0 ? rest->n : end);
    *rest = cv_str_cut(*rest, part.n + 1, rest->n);
    return part;
}

/* event_local,amount,unit,roll,election_day_and_eve_are_working,deadline_local */
static void one_case(cv_str line, cv_arena *keep)
{
    static cv_offset change[1];
    static int32_t holiday[3];
    cv_str row = line, event = take(&row, ","), amount = take(&row, ","), unit = take(&row, ",");
    cv_str roll = take(&row, ","), courts = take(&row, ","), want = cv_str_trim(row);
    cv_calendar c = calendar_2005(change, holiday, cv_str_eq(courts, CV_STR("1")));
    cv_str text = cv_str_format(keep, "%.*s %.*s%s", CV_ARG(amount), CV_ARG(unit),
                                cv_str_eq(roll, CV_STR("next_working")) ? " next_working" : "");
    cv_clock_rule rule;
    ROW_TRUE(line.s, cv_clock_rule_parse(&rule, text));
    cv_deadline d = cv_clock_deadline(&c, &rule, date_of(cv_str_copy(keep, event).s), true);
    ROW_TRUE(line.s, d.is_known);
    ROW_STR(cv_str_copy(keep, line).s, cv_deadline_text(&d, keep), want);
}

static void every_deadline(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    const char *data = getenv("CANVASS_DATA");
    cv_str path = cv_path_join(cv_str_of(data ? data : "."),
                               CV_STR("observation/golden_dispute/clock_cases.csv"), &keep);
    path = cv_str_copy(&keep, path);
    if (!cv_file_exists(path)) {
        print_message("# skipped: no %s\n", path.s);
        cv_arena_close(&keep);
        skip();
    }
    cv_str text, line;
    cv_error err;
    if (cv_file_read(&text, path, 1 << 20, &keep, &err) != CV_OK) fail_msg("%s", err.text);
    take(&text, "\n");
    int32_t n = 0;
    while ((line = take(&text, "\n")).n) {
        one_case(line, &keep);
        n++;
    }
    ROW_INT("rows", n, 18);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_deadline)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
