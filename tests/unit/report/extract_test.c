#include "sample.h"

#include "report/extract.h"

/* The sample by rank: 202 has a finding with the second most votes, 103 the first; 101, 102, 201
 * are spoken of by nothing. A station with its one form weighs 80 to 90 bytes. */
static const struct {
    const char *name;
    cv_extract_limits limits;
    const char *findings, *stations, *areas;
    int32_t every;
} rows[] = {
    {"all of it",                   {100000, 10, 0, 10, 20}, "0 1", "0 1 2 3 4", "0 1 2", 1},
    {"the finding with most votes", {100000, 1, 0, 10, 20},  "0",   "0 1 2 3 4", "0 1 2", 1},
    {"no room",                     {0, 10, 0, 10, 20},      "0 1", "",          "",      0},
    {"room for those spoken of",    {200, 10, 0, 10, 20},    "0 1", "2 4",       "0 1",   0},
    {"and every other of the rest", {300, 10, 0, 10, 20},    "0 1", "0 2 4",     "0 1",   2},
};

static cv_str joined(const int32_t *number, int64_t n, cv_arena *keep)
{
    cv_text t = cv_text_open(keep);
    for (int64_t i = 0; i < n; i++) cv_text_addf(&t, "%s%d", i ? " " : "", number[i]);
    return cv_text_str(&t);
}

static void chooses(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_arena scratch = cv_arena_open();
        cv_extract x;
        cv_extract_make(&x, &s.report, &rows[i].limits, &s.keep, scratch);
        int32_t finding[2];
        for (int64_t k = 0; k < x.n_findings; k++) finding[k] = (int32_t)x.finding[k];
        ROW_STR(rows[i].name, joined(finding, x.n_findings, &s.keep), cv_str_of(rows[i].findings));
        ROW_STR(rows[i].name, joined(x.station, x.n_stations, &s.keep),
                cv_str_of(rows[i].stations));
        ROW_STR(rows[i].name, joined(x.area, x.n_areas, &s.keep), cv_str_of(rows[i].areas));
        ROW_INT(rows[i].name, x.all_findings, 2);
        ROW_INT(rows[i].name, x.every, rows[i].every);
        cv_arena_close(&scratch);
    }
    sample_close(&s);
}

/* Left out in the middle, the others move up; the way back is the same numbers. */
static void numbers(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    cv_arena scratch = cv_arena_open();
    cv_extract x;
    cv_extract_make(&x, &s.report, &(cv_extract_limits){200, 10, 0, 10, 20}, &s.keep, scratch);
    ROW_STR("stations", joined(x.station_at, 5, &s.keep), CV_STR("-1 -1 0 -1 1"));
    ROW_STR("areas", joined(x.area_at, 3, &s.keep), CV_STR("0 1 -1"));
    ROW_STR("forms of seat-1", joined(x.form_at[0], 3, &s.keep), CV_STR("-1 -1 0"));
    ROW_STR("forms of seat-2", joined(x.form_at[1], 2, &s.keep), CV_STR("-1 0"));
    ROW_STR("how many", joined(x.n_forms, 2, &s.keep), CV_STR("1 1"));
    cv_arena_close(&scratch);
    sample_close(&s);
}

/* Five of C902 with 50, 40 ... 10 votes, two of C605 with 2 and 1: C605 is below every cut by
 * votes. */
static const cv_finding found[] = {
    {.code = 902, .contest = {0}, .station = {0}, .contradicted = 10},
    {.code = 902, .contest = {0}, .station = {1}, .contradicted = 50},
    {.code = 605, .contest = {0}, .station = {2}, .contradicted = 1 },
    {.code = 902, .contest = {0}, .station = {3}, .contradicted = 40},
    {.code = 605, .contest = {0}, .station = {4}, .contradicted = 2 },
    {.code = 902, .contest = {0}, .station = {0}, .contradicted = 30},
    {.code = 902, .contest = {0}, .station = {1}, .contradicted = 20},
};

static const struct {
    const char *name;
    int64_t findings, of_rule;
    const char *chosen;
} shares[] = {
    {"all",                                 7, 1, "1 3 5 6 0 4 2"},
    {"by votes alone",                      4, 0, "1 3 5 6"      },
    {"one of each rule, the rest by votes", 4, 1, "1 3 5 4"      },
    {"two of each rule",                    4, 2, "1 3 4 2"      },
    {"more than the room: a fair half",     4, 9, "1 3 4 2"      },
    {"a rule with fewer leaves its room",   6, 3, "1 3 5 6 4 2"  },
    {"less room than rules",                1, 9, "1"            },
};

static void leaves_no_rule_out(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    cv_check_result check = *s.review.check;
    check.finding = found;
    check.n_findings = N_ROWS(found);
    s.review.check = &check;
    for (size_t i = 0; i < N_ROWS(shares); i++) {
        cv_arena scratch = cv_arena_open();
        cv_extract x;
        cv_extract_limits limits = {100000, shares[i].findings, shares[i].of_rule, 10, 20};
        cv_extract_make(&x, &s.report, &limits, &s.keep, scratch);
        int32_t finding[N_ROWS(found)];
        for (int64_t k = 0; k < x.n_findings; k++) finding[k] = (int32_t)x.finding[k];
        ROW_STR(shares[i].name, joined(finding, x.n_findings, &s.keep),
                cv_str_of(shares[i].chosen));
        ROW_INT(shares[i].name, x.all_findings, N_ROWS(found));
        cv_arena_close(&scratch);
    }
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(chooses), cmocka_unit_test(numbers),
                                       cmocka_unit_test(leaves_no_rule_out)};
    return cmocka_run_group_tests_name("extract", tests, NULL, NULL);
}
