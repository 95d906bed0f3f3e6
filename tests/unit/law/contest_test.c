#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/law.h"
#include "read/law.h"

static cv_arena keep, work, scratch;
static cv_laws shipped;

static int open_laws(void **state)
{
    (void)state;
    keep = cv_arena_open();
    work = cv_arena_open();
    scratch = cv_arena_open();
    shipped = cv_laws_shipped(&keep, &work);
    return 0;
}

static int close_laws(void **state)
{
    (void)state;
    cv_arena_close(&scratch);
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_laws, close_laws)

static cv_date day(const char *text)
{
    cv_date d;
    assert_true(cv_date_parse(&d, cv_str_of(text)));
    return d;
}

static cv_law_input input(const char *law, const char *date)
{
    return (cv_law_input){.law = cv_laws_named(&shipped, cv_str_of(law)),
                          .day = day(date),
                          .figures = cv_law_no_figures()};
}

static const cv_law_line *line_of(const cv_law_contest *c, const char *key)
{
    for (int32_t i = 0; i < c->n_lines; i++)
        if (cv_str_eq(c->line[i].rule->key, cv_str_of(key))) return &c->line[i];
    return NULL;
}

/* 2005: the majority was read, the turnout floor was not found; nobody stood against all. */
static void says_which_rules_the_outcome_rests_on(void **state)
{
    (void)state;
    cv_law_input in = input("kg-2005", "2005-02-27");
    in.two_round = true;
    in.figures.value[CV_LAW_VOTES_LEADER] = 51;
    in.figures.value[CV_LAW_PARTICIPANTS] = 100;
    cv_law_contest c;
    cv_law_of_contest(&c, &in, &keep, scratch);
    assert_int_equal(c.n_lines, 3); /* win, turnout, station.invalid */
    assert_int_equal(line_of(&c, "win.round1")->answer, CV_LAW_REACHED);
    assert_true(line_of(&c, "win.round1")->is_used);
    assert_int_equal(line_of(&c, "turnout.min")->answer, CV_LAW_UNDECIDABLE);
    assert_int_equal(line_of(&c, "station.invalid")->answer, CV_LAW_JUDGED);
    assert_null(line_of(&c, "against_all"));
    assert_int_equal(c.n_not_read, 1); /* turnout.min */
    assert_false(c.may_void);
}

/* 2021: "against all" was read; the rules on stations and cancelled votes are reports, and count
 * only where there is something to ask. */
static void a_rule_that_asks_nothing_is_not_rested_on(void **state)
{
    (void)state;
    cv_law_input in = input("kg-2021-smd", "2021-11-28");
    in.has_against = true;
    in.figures.value[CV_LAW_STATIONS_INVALID] = 0;
    in.figures.value[CV_LAW_CANCELLED] = 0;
    cv_law_contest c;
    cv_law_of_contest(&c, &in, &keep, scratch);
    assert_true(line_of(&c, "against_all")->is_used);
    assert_false(line_of(&c, "void.by_stations")->is_used);
    assert_int_equal(c.n_not_read, 0);
    in.figures.value[CV_LAW_STATIONS_INVALID] = 1;
    in.figures.value[CV_LAW_CANCELLED] = 5;
    cv_law_of_contest(&c, &in, &keep, scratch);
    assert_int_equal(c.n_not_read, 2);
}

/* A third of the voters and one more: the commission may void the seat, and nobody asked it. */
static void what_a_body_may_do_is_an_open_question(void **state)
{
    (void)state;
    cv_law_input in = input("kg-2025", "2025-11-30");
    in.may_void = true;
    cv_law_contest c;
    cv_law_of_contest(&c, &in, &keep, scratch);
    assert_true(c.may_void);
}

/* Ukraine: 110 papers for each 100 given out is the limit; 111 are past it. Two grounds rest on
 * figures that no form has. */
static void asks_every_station(void **state)
{
    (void)state;
    const cv_law_form forms[] = {
        {.row = 3, .box = 110,      .issued = 100},
        {.row = 5, .box = 111,      .issued = 100},
        {.row = 6, .box = CV_BLANK, .issued = 100},
        {.row = 8, .box = 2,        .issued = 1  },
    };
    cv_law_input in = input("ua-2020", "2020-10-25");
    in.form = forms;
    in.n_forms = 4;
    cv_law_contest c;
    cv_law_of_contest(&c, &in, &keep, scratch);
    int32_t of_stations = 0;
    for (int32_t i = 0; i < c.n_lines; i++) {
        const cv_law_line *l = &c.line[i];
        if (!l->of_stations) {
            assert_int_equal(l->answer, CV_LAW_UNDECIDABLE);
            continue;
        }
        of_stations++;
        assert_int_equal(l->answer, CV_LAW_REACHED);
        assert_int_equal(l->n_stations, 2);
        assert_int_equal(l->station[0].row, 5);
        assert_int_equal(l->station[0].part, 111);
        assert_int_equal(l->station[1].row, 8);
        assert_int_equal(l->n_not_reached, 1);
        assert_int_equal(l->n_undecidable, 1);
    }
    assert_int_equal(of_stations, 1);
    assert_int_equal(c.n_lines, 3);
}

/* Georgia 2012: five of a hundred valid votes, list by list. */
static void asks_every_list(void **state)
{
    (void)state;
    static const cv_count votes[] = {55, 49, 896};
    static const int32_t lists[] = {0, 2, 5};
    cv_law_input in = input("ge-2012", "2012-10-01");
    in.n_lists = 3;
    in.list_votes = votes;
    in.list = lists;
    in.figures.value[CV_LAW_VALID] = 1000;
    cv_law_contest c;
    cv_law_of_contest(&c, &in, &keep, scratch);
    assert_int_equal(c.n_lines, 3);
    assert_int_equal(c.line[0].answer, CV_LAW_REACHED);
    assert_int_equal(c.line[1].answer, CV_LAW_NOT_REACHED);
    assert_int_equal(c.line[1].option, 2);
    assert_int_equal(c.n_not_read, 1); /* one rule, whatever the number of lists */
}

static void without_a_law_nothing_is_asked(void **state)
{
    (void)state;
    cv_law_input in = {.day = CV_NO_DATE, .figures = cv_law_no_figures()};
    cv_law_contest c;
    cv_law_of_contest(&c, &in, &keep, scratch);
    assert_int_equal(c.n_lines + c.n_not_read, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(says_which_rules_the_outcome_rests_on),
        TEST(a_rule_that_asks_nothing_is_not_rested_on),
        TEST(what_a_body_may_do_is_an_open_question),
        TEST(asks_every_station),
        TEST(asks_every_list),
        TEST(without_a_law_nothing_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
