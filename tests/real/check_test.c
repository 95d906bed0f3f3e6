/* What the rules find in published forms of real elections, against counts made from the same
 * files with other programs (methods.md, From findings to votes). Each number can be redone from
 * the columns of the file; exact equality. */
#include "../unit/row.h"

#include <stdlib.h>

#include "check/check.h"
#include "read/read.h"

typedef struct {
    const char *contest; /* an id; "-id": all but this one; "": all         */
    int16_t code;
    int64_t n_raised;
    cv_count amount, largest; /* -1: not published                          */
} count_row;

enum { MOST_SETTINGS = 2, MOST_COUNTS = 24 };

typedef struct {
    const char *name; /* folder under examples/, and under elections/ or observation/ of the data */
    const char *data;
    cv_rule_setting setting[MOST_SETTINGS]; /* other lower limits than the catalogue's */
    count_row count[MOST_COUNTS];
} case_row;

#define WITHOUT_LIMIT(code)                                                                        \
    {                                                                                              \
        code, CV_WARNING, true, 0,                                                                 \
        {                                                                                          \
            "published without a limit", 25                                                        \
        }                                                                                          \
    }

static const case_row rows[] = {
  /* More papers than signatures: 236 in 11 districts' forms, 208 of them in one. */
    {"georgia-2012",
     "elections/georgia-2012",      {{0}},
     {{"-list", 302, 3, -1, -1},
      {"-list", 306, 11, 236, 208},
      {"-list", 307, 1904, 8720, 273},
      {"-list", 601, 6, -1, -1},
      {"-list", 602, 6, -1, -1},
      {"-list", 803, 1, -1, -1},
      {"-list", 808, 4, -1, -1},
      {"list", 302, 17, -1, -1},
      {"list", 306, 19, 716, 477},
      {"list", 307, 918, 36432, 3599},
      {"list", 601, 8, -1, -1},
      {"list", 602, 2, -1, -1},
      {"list", 803, 1, -1, -1},
      {"list", 808, 17, -1, -1}}                                                        },
    {"russia-2011",
     "elections/russia-2011",       {WITHOUT_LIMIT(905), WITHOUT_LIMIT(906)},
     {{"", 201, 0, -1, -1},
      {"", 204, 0, -1, -1},
      {"", 206, 1, -1, -1},
      {"", 207, 18, 247, -1},
      {"", 208, 10, -1, -1},
      {"", 209, 19, -1, -1},
      {"", 210, 12056, 118151, -1},
      {"", 304, 0, -1, -1},
      {"", 313, 0, -1, -1},
      {"", 401, 0, -1, -1},
      {"", 803, 0, -1, -1},
      {"", 804, 12, -1, -1},
      {"", 905, 3750, -1, -1},
      {"", 906, 365, -1, -1}}                                                           },
 /* 50 groups of stations with the same votes, one of three stations: 51 findings. */
    {"russia-2018",
     "elections/russia-2018",       {WITHOUT_LIMIT(905), WITHOUT_LIMIT(906)},
     {{"", 201, 0, -1, -1},
      {"", 204, 0, -1, -1},
      {"", 207, 6, 8, -1},
      {"", 208, 26, -1, -1},
      {"", 209, 6, -1, -1},
      {"", 210, 10728, 50597, -1},
      {"", 304, 0, -1, -1},
      {"", 401, 0, -1, -1},
      {"", 804, 51, -1, -1},
      {"", 905, 2613, -1, -1},
      {"", 906, 238, -1, -1}}                                                           },
 /* C605: 427 stations of the first preliminary count and 546 of the second. C906: 86 published,
  * with the 4 forms that have no valid vote at all. */
    {"bolivia-2019",
     "elections/bolivia-2019",      {WITHOUT_LIMIT(905), WITHOUT_LIMIT(906)},
     {{"", 302, 0, -1, -1},
      {"", 605, 427 + 546, -1, -1},
      {"", 803, 0, -1, -1},
      {"", 807, 0, -1, -1},
      {"", 813, 549 - 427 + 706 - 546, -1, -1},
      {"", 905, 280, -1, -1},
      {"", 906, 86 - 4, -1, -1}}                                                        },
 /* 149 polls have more votes than electors; 138 of them counted the ballots of merged polls. */
    {"canada-2011",
     "elections/canada-2011",       {{0}},
     {{"", 302, 11, -1, -1}, {"", 806, 0, -1, -1}, {"", 810, 0, -1, -1}}                },
    {"mexico-2012",
     "elections/mexico-2012",       {{0}},
     {{"", 213, 0, -1, -1}, {"", 302, 81, -1, -1}, {"", 904, 32, -1, -1}}               },
    {"taiwan-2016",
     "elections/taiwan-2016",       {{703, CV_WARNING, true, 100, {"published with 100", 18}}},
     {{"", 703, 7, -1, -1}}                                                             },
 /* 6,588 stations differ in a candidate; in 4,011 of them neither copy is 0 and 0. */
    {"indonesia-2019",
     "observation/kawalpemilu2019", {{0}},
     {{"", 401, 13778, -1, -1}, {"", 807, 4011, -1, -1}, {"", 812, 6588 - 4011, -1, -1}}},
};

typedef struct {
    cv_arena keep, work, scratch;
    cv_election e;
    cv_check_result r;
} checked;

static void open_case(checked *c, const case_row *row)
{
    *c = (checked){.keep = cv_arena_open(), .work = cv_arena_open(), .scratch = cv_arena_open()};
    cv_error err = {0};
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.data_root = cv_str_of(getenv("CANVASS_DATA"));
    cv_str path = cv_str_format(&c->keep, "%s/examples/%s", getenv("CANVASS_ROOT"), row->name);
    if (cv_read_case(&c->e, path, &options, &c->keep, &c->work, &err) != CV_OK)
        fail_msg("%s: %s:%lld: %s", row->name, err.file, (long long)err.line, err.text);
    c->e.profile.setting = row->setting;
    c->e.profile.n_settings = 0;
    while (c->e.profile.n_settings < MOST_SETTINGS && row->setting[c->e.profile.n_settings].code)
        c->e.profile.n_settings++;
    if (cv_check_forms(&c->r, &c->e, &c->keep, c->scratch, &err) != CV_OK)
        fail_msg("%s: %s", row->name, err.text);
}

static void close_case(checked *c)
{
    cv_arena_close(&c->scratch);
    cv_arena_close(&c->work);
    cv_arena_close(&c->keep);
}

static bool is_meant(const char *which, cv_str id)
{
    bool all_but = which[0] == '-';
    if (!*which) return true;
    return cv_str_eq(cv_str_of(which + all_but), id) != all_but;
}

static cv_rule_count sum_up(const checked *c, const count_row *row)
{
    cv_rule_count sum = {0};
    for (int32_t i = 0; i < c->e.n_contests; i++) {
        if (!is_meant(row->contest, c->e.contest[i].id)) continue;
        const cv_rule_count *n = &c->r.contest[i].count[cv_rule_row(row->code)];
        sum.n_checked += n->n_checked;
        sum.n_raised += n->n_raised;
        sum.amount += n->amount;
        if (n->largest > sum.largest) sum.largest = n->largest;
    }
    return sum;
}

static void published_counts_come_out(void **state)
{
    const case_row *row = *state;
    const char *data = getenv("CANVASS_DATA");
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", data ? data : "", row->data);
    if (access(path, R_OK) != 0) {
        print_message("# skipped: no data at %s\n", path);
        skip();
    }
    checked c;
    open_case(&c, row);
    for (int i = 0; i < MOST_COUNTS && row->count[i].code; i++) {
        const count_row *want = &row->count[i];
        char name[128];
        snprintf(name, sizeof name, "%s, %s, C%d", row->name, want->contest, want->code);
        cv_rule_count got = sum_up(&c, want);
        ROW_INT(name, got.n_raised, want->n_raised);
        if (want->amount >= 0) ROW_INT(name, got.amount, want->amount);
        if (want->largest >= 0) ROW_INT(name, got.largest, want->largest);
        /* A rule that looked at nothing has not found nothing. */
        if (want->n_raised == 0 && want->code != 807) ROW_TRUE(name, got.n_checked > 0);
    }
    close_case(&c);
}

int main(void)
{
    struct CMUnitTest tests[N_ROWS(rows)];
    for (size_t i = 0; i < N_ROWS(rows); i++)
        tests[i] = (struct CMUnitTest){.name = rows[i].name,
                                       .test_func = published_counts_come_out,
                                       .initial_state = (void *)(uintptr_t)&rows[i]};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
