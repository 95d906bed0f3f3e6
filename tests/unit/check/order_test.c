/* Order, hiding, components and counts. */
#include "papers.h"

#include "check/tray.h"

/* A tray with room for findings of two contests; nothing else of it is used. */
typedef struct {
    cv_arena keep, pool;
    cv_election e;
    cv_forms forms[2];
    cv_rule_use use[CV_N_RULES];
    cv_tray s;
    cv_check_result r;
} drain;

static void drain_open(drain *d)
{
    *d = (drain){.keep = cv_arena_open(), .pool = cv_arena_open()};
    static const cv_station_ix station[] = {{0}, {0}, {1}, {2}};
    static const int16_t copy[] = {0, 0, 0, 1};
    for (int i = 0; i < 2; i++) d->forms[i] = (cv_forms){.n = 4, .station = station, .copy = copy};
    d->e.n_contests = 2;
    d->e.forms = d->forms;
    d->s = (cv_tray){
        .e = &d->e,
        .n_rules = CV_N_RULES,
        .use = d->use,
        .count = cv_new(&d->keep, cv_rule_count, 2 * CV_N_RULES),
        .pool = &d->pool,
    };
    for (int32_t i = 0; i < CV_N_RULES; i++) d->use[i].severity = CV_RULES[i].severity;
}

static void drain_close(drain *d)
{
    cv_arena_close(&d->pool);
    cv_arena_close(&d->keep);
}

/* `votes` > 0 makes the finding one that takes votes off. */
static void add(drain *d, int32_t contest, int32_t row, int16_t code, cv_count votes,
                cv_lines lines)
{
    cv_finding f = cv_tray_new(&d->s, (cv_contest_ix){contest}, row, code);
    f.contradicted = f.k = votes;
    if (votes > 0) f.change = CV_CHANGE_OFF;
    cv_tray_add(&d->s, &f, lines);
}

static void findings_are_in_order(void **state)
{
    (void)state;
    drain d;
    drain_open(&d);
    add(&d, 1, 0, 306, 1, 1);
    add(&d, 0, 3, 302, 1, 1);
    add(&d, 0, 2, 306, 1, 1);
    add(&d, 0, 2, 302, 1, 1);
    add(&d, 0, 1, 302, 1, 1);
    add(&d, 0, 0, 306, 1, 1);
    add(&d, 0, 0, 302, 1, 1);
    add(&d, 1, -1, 806, 1, 0);
    cv_tray_finish(&d.r, &d.s, &d.keep);
    static const struct {
        int32_t contest, row;
        int16_t code;
    } want[] = {
        {0, 0,  302},
        {0, 1,  302},
        {0, 0,  306},
        {0, 2,  302},
        {0, 2,  306},
        {0, 3,  302},
        {1, -1, 806},
        {1, 0,  306},
    };
    assert_int_equal(d.r.n_findings, N_ROWS(want));
    for (size_t i = 0; i < N_ROWS(want); i++) {
        assert_int_equal(d.r.finding[i].contest.i, want[i].contest);
        assert_int_equal(d.r.finding[i].row, want[i].row);
        assert_int_equal(d.r.finding[i].code, want[i].code);
    }
    assert_int_equal(d.r.contest[0].first, 0);
    assert_int_equal(d.r.contest[0].n, 6);
    assert_int_equal(d.r.contest[1].first, 6);
    assert_int_equal(d.r.contest[1].n, 2);
    drain_close(&d);
}

typedef struct {
    const char *name;
    struct {
        int16_t code;
        cv_count votes;
        cv_lines lines;
    } add[4];
    uint32_t group[4];
} group_row;

/* Codes are errors, but for 212, a warning. */
static const group_row groups[] = {
    {"one",                                      {{201, 1, 1}},                           {1}      },
    {"no line shared",                           {{201, 1, 1}, {302, 1, 2}},              {1, 2}   },
    {"a line shared",                            {{201, 1, 3}, {302, 1, 2}},              {1, 1}   },
    {"joined by a third",                        {{201, 1, 1}, {302, 1, 2}, {306, 1, 3}}, {1, 1, 1}},
    {"two of three",                             {{201, 1, 1}, {302, 1, 4}, {306, 1, 6}}, {1, 2, 2}},
    {"a warning touches both and joins nothing",
     {{201, 1, 1}, {212, 0, 3}, {302, 1, 2}},
     {1, 3, 2}                                                                                     },
    {"an error without votes joins nothing",     {{201, 1, 1}, {202, 0, 3}, {302, 1, 2}}, {1, 3, 2}},
    {"alone and without votes",                  {{202, 0, 1}},                           {0}      },
};

static void findings_that_share_a_line_are_one_component(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(groups); i++) {
        drain d;
        drain_open(&d);
        for (int k = 0; k < 4 && groups[i].add[k].code; k++)
            add(&d, 0, 0, groups[i].add[k].code, groups[i].add[k].votes, groups[i].add[k].lines);
        add(&d, 0, 1, 201, 1, 7); /* another form of the station is another matter */
        cv_tray_finish(&d.r, &d.s, &d.keep);
        for (int64_t k = 0, n = 0; k < d.r.n_findings; k++) {
            if (d.r.finding[k].row == 0)
                ROW_INT(groups[i].name, d.r.finding[k].group, groups[i].group[n++]);
            else
                ROW_INT(groups[i].name, d.r.finding[k].group, 1);
        }
        drain_close(&d);
    }
}

/* A blank option is a warning, and votes that nobody knows. */
static void missing_figures_count_as_warnings_too(void **state)
{
    (void)state;
    drain d;
    drain_open(&d);
    add(&d, 0, 0, 201, 1, 1);
    cv_finding f = cv_tray_new(&d.s, (cv_contest_ix){0}, 0, 103);
    f.change = CV_CHANGE_CAP;
    f.k = 5;
    cv_tray_add(&d.s, &f, 2);
    cv_tray_finish(&d.r, &d.s, &d.keep);
    assert_int_equal(d.r.finding[0].group, 1);
    assert_int_equal(d.r.finding[1].group, 2);
    drain_close(&d);
}

static void the_last_bit_takes_what_is_left(void **state)
{
    (void)state;
    drain d;
    drain_open(&d);
    for (int16_t i = 0; i < 40; i++) {
        cv_finding f = cv_tray_new(&d.s, (cv_contest_ix){0}, 0, 407);
        f.option = i;
        f.contradicted = 1;
        cv_tray_add(&d.s, &f, UINT64_C(1) << i);
    }
    cv_tray_finish(&d.r, &d.s, &d.keep);
    for (int64_t i = 0; i < 40; i++)
        assert_true(d.r.finding[i].group == (i < 32 ? UINT32_C(1) << i : UINT32_C(1) << 31));
    drain_close(&d);
}

static void one_code_hides_another_on_the_same_line(void **state)
{
    (void)state;
    drain d;
    drain_open(&d);
    add(&d, 0, 0, 311, 0, 1);
    add(&d, 0, 0, 312, 0, 3); /* hidden */
    add(&d, 0, 1, 312, 0, 3); /* another form */
    add(&d, 0, 2, 311, 0, 1);
    add(&d, 0, 2, 312, 0, 2); /* another line */
    cv_tray_finish(&d.r, &d.s, &d.keep);
    assert_int_equal(d.r.n_findings, 4);
    assert_int_equal(d.r.total[cv_rule_row(312)].n_raised, 2);
    assert_int_equal(d.r.total[cv_rule_row(312)].n_hidden, 1);
    drain_close(&d);
}

static void amounts_are_added(void **state)
{
    (void)state;
    drain d;
    drain_open(&d);
    for (int32_t i = 0; i < 3; i++) {
        cv_finding f = cv_tray_new(&d.s, (cv_contest_ix){i == 2}, i, 307);
        f.left = 100 + 10 * i;
        f.right = 95;
        cv_tray_add(&d.s, &f, 1);
        f.code = 905; /* unusual: no amount */
        cv_tray_add(&d.s, &f, 1);
    }
    cv_tray_finish(&d.r, &d.s, &d.keep);
    const cv_rule_count *first = &d.r.contest[0].count[cv_rule_row(307)];
    const cv_rule_count *all = &d.r.total[cv_rule_row(307)];
    assert_int_equal(first->n_raised, 2);
    assert_int_equal(first->amount, 5 + 15);
    assert_int_equal(first->largest, 15);
    assert_int_equal(all->n_raised, 3);
    assert_int_equal(all->amount, 5 + 15 + 25);
    assert_int_equal(all->largest, 25);
    assert_int_equal(d.r.total[cv_rule_row(905)].n_raised, 3);
    assert_int_equal(d.r.total[cv_rule_row(905)].amount, 0);
    drain_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_are_in_order),
        cmocka_unit_test(findings_that_share_a_line_are_one_component),
        cmocka_unit_test(missing_figures_count_as_warnings_too),
        cmocka_unit_test(the_last_bit_takes_what_is_left),
        cmocka_unit_test(one_code_hides_another_on_the_same_line),
        cmocka_unit_test(amounts_are_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
