#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "case.h"

/* In the order of cv_why. */
static const char *const reasons[] = {
    "none",        "most-votes", "win-condition", "two-on-ballot", "against-all",
    "turnout",     "min-share",  "no-majority",   "no-votes",      "total-unknown",
    "law-unknown", "lot",        "barred",
};

static cv_str file_name;

static void fail_case(const seat_case *c, const char *what, int64_t found, int64_t expected_)
{
    fail_msg("%.*s:%lld: %.*s: %s is %lld, not %lld", CV_ARG(file_name), (long long)c->line,
             CV_ARG(c->name), what, (long long)found, (long long)expected_);
}

static void check(const seat_case *c, const char *what, int64_t found, int64_t expected_)
{
    if (found != expected_) fail_case(c, what, found, expected_);
}

static void check_option(const seat_case *c, int32_t o, const char *what, int64_t found,
                         int64_t expected_)
{
    if (found == expected_) return;
    print_message("# %.*s\n", CV_ARG(c->option[o]));
    fail_case(c, what, found, expected_);
}

static void check_seats(const seat_case *c, const cv_tally *t)
{
    check(c, "outcome", t->kind, c->lot_places ? CV_TIE : CV_DECIDED);
    check(c, "places of the lot", t->lot_places, c->lot_places);
    check(c, "vacant", t->vacant, c->vacant);
    if (c->lot_places) check(c, "the lot takes seats", t->lot_for == CV_LOT_FOR_LOSS, c->loss);
    for (int32_t i = 0; i < c->n; i++) {
        check_option(c, i, "seats", t->seats[i], c->expect_seats[i]);
        check_option(c, i, "in the lot", t->in_lot[i], c->in_lot[i]);
    }
}

static void check_runoff(const seat_case *c, const cv_tally *t)
{
    bool goes_on[CASE_OPTIONS] = {0};
    check(c, "outcome", t->kind, CV_RUNOFF);
    for (int32_t i = 0; i < t->n_winners; i++) goes_on[t->winner[i]] = true;
    for (int32_t i = 0; i < c->n; i++)
        check_option(c, i, "in the run-off", goes_on[i], c->goes_on[i]);
}

static void check_reason(const seat_case *c, const cv_tally *t, cv_outcome_kind kind)
{
    check(c, "outcome", t->kind, kind);
    if (!cv_str_eq(cv_str_of(reasons[t->why]), c->reason))
        fail_msg("%.*s:%lld: %.*s: the reason is %s, not %.*s", CV_ARG(file_name),
                 (long long)c->line, CV_ARG(c->name), reasons[t->why], CV_ARG(c->reason));
}

static void check_margin(const seat_case *c, const cv_margin *m)
{
    static const char *names[] = {"margin", "switch margin", "margin by removal",
                                  "margin by addition"};
    const cv_count found[] = {m->votes, m->switched, m->removal, m->addition};
    if (c->no_margin) check(c, "kind of margin", m->kind, CV_MARGIN_NONE);
    for (int32_t i = 0; i < 4 && !c->no_margin; i++)
        if (c->margin[i] != CV_BLANK) check(c, names[i], found[i], c->margin[i]);
}

static void count_case(const seat_case *c)
{
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_error err;
    cv_tally t;
    cv_tally_facts facts = {c->facts, c->n_lots, c->lot};
    cv_tally_task task = {&c->totals, c->seats, &c->rules, &facts};
    cv_status status = cv_tally_count(&t, &task, &keep, scratch, &err);
    if (c->expected != EXPECT_REFUSED && status != CV_OK)
        fail_msg("%.*s:%lld: %.*s: %s", CV_ARG(file_name), (long long)c->line, CV_ARG(c->name),
                 err.text);
    switch (c->expected) {
    case EXPECT_SEATS: check_seats(c, &t); break;
    case EXPECT_RUNOFF: check_runoff(c, &t); break;
    case EXPECT_VOID: check_reason(c, &t, CV_VOID); break;
    case EXPECT_INCOMPLETE: check_reason(c, &t, CV_INCOMPLETE); break;
    case EXPECT_REFUSED: check(c, "status", status, CV_E_INPUT); break;
    }
    if (c->has_margin) check_margin(c, &t.margin);
    cv_arena_close(&keep);
    cv_arena_close(&scratch);
}

static void count_file(void **state)
{
    cv_arena keep = cv_arena_open();
    cv_error err;
    cv_str text, wrong;
    file_name = cv_str_of(*state);
    if (cv_file_read(&text, file_name, 1 << 20, &keep, &err) != CV_OK) fail_msg("%s", err.text);
    int64_t at = 0, line = 0, n = 0;
    seat_case c;
    while (case_read(&c, text, &at, &line, &wrong)) {
        if (wrong.n)
            fail_msg("%.*s:%lld: '%.*s' cannot be read", CV_ARG(file_name), (long long)line,
                     CV_ARG(wrong));
        c.totals.votes = c.votes;
        for (int32_t i = 0; i < c.n_lots; i++) c.lot[i].option = c.drawn[i];
        count_case(&c);
        n++;
    }
    print_message("# %lld cases in %.*s\n", (long long)n, CV_ARG(cv_path_base(file_name)));
    assert_true(n > 0);
    cv_arena_close(&keep);
}

static int is_case(const struct dirent *entry)
{
    return cv_str_ends(cv_str_of(entry->d_name), CV_STR(".case"));
}

int main(void)
{
    cv_arena keep = cv_arena_open();
    const char *root = getenv("CANVASS_ROOT");
    cv_str dir = cv_path_join(cv_str_of(root ? root : "."), CV_STR("tests/seats"), &keep);
    struct dirent **names;
    int n = scandir(dir.s, &names, is_case, alphasort);
    if (n <= 0) return 1;
    struct CMUnitTest *tests = cv_new(&keep, struct CMUnitTest, n);
    for (int i = 0; i < n; i++) {
        cv_str name = cv_str_copy(&keep, cv_str_of(names[i]->d_name));
        cv_str path = cv_str_copy(&keep, cv_path_join(dir, name, &keep));
        tests[i] = (struct CMUnitTest){name.s, count_file, NULL, NULL, (void *)(uintptr_t)path.s};
        free(names[i]);
    }
    free(names);
    int status = _cmocka_run_group_tests("seats", tests, (size_t)n, NULL, NULL);
    cv_arena_close(&keep);
    return status;
}
