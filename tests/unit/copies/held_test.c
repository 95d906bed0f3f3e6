#include "../seat.h"

#include "copies/held.h"

/* Two stations with sheets of the agents, s2 and s3 without: 60 and 40 registered. */
static void open_case(seat *t, const cv_rule_set *rules, int32_t n_options, const cv_cell *first,
                      const cv_cell *second)
{
    seat_open(t, n_options, 1, rules);
    const cv_cell zeros[SEAT_OPTIONS] = {0};
    seat_form(t, "s0", zeros, (cv_cell[]){0, 500, CV_CELL_UNREPORTED});
    seat_form(t, "s1", zeros, (cv_cell[]){0, 500, CV_CELL_UNREPORTED});
    seat_form(t, "s2", (cv_cell[]){30, 20, 0, 0}, (cv_cell[]){0, 60, CV_CELL_UNREPORTED});
    seat_await(t, "s3", 40);
    seat_form_of(t, t->other_copy, "s0", first, NULL);
    seat_form_of(t, t->other_copy, "s1", second, NULL);
}

static cv_held judge(seat *t)
{
    static const cv_copies_law law = CV_COPIES_LAW_DEFAULT;
    cv_held out;
    seat_freeze(t);
    cv_sheets s = cv_sheets_of(&t->e.forms[0], t->other_copy.i, &t->keep);
    const cv_copies_input in = {&t->e, t->contest, 0, 1, &law};
    cv_held_judge(&out, &in, &s, 1, t->scratch);
    return out;
}

#define HALF(relation_)                                                                            \
    {                                                                                              \
        .engine = CV_ENGINE_TWO_ROUND, .n_win = 1, .runoff_top = 2, .win = {                       \
            {.share = {{1, 2}, relation_, CV_BASE_VALID}}                                          \
        }                                                                                          \
    }

typedef struct {
    const char *name;
    cv_rule_set rules;
    int32_t n_options;
    cv_cell first[3], second[3];
    cv_held_word word;
    cv_count lead, need;
    bool by_share;
} held_row;

static const held_row rows[] = {
  /* 60 + 40 ballots elsewhere: a lead of 100 can be made a tie, one of 101 cannot. */
    {"a tie is within reach",
     {.engine = CV_ENGINE_PLURALITY},
     2, {150, 50},
     {30, 30},
     CV_HELD_TOO_FEW, 100,
     100,      false},
    {"one vote more decides",
     {.engine = CV_ENGINE_PLURALITY},
     2, {151, 50},
     {30, 30},
     CV_HELD_DECIDES, 101,
     101,      false},
    {"the nearest is not the second listed",
     {.engine = CV_ENGINE_PLURALITY},
     3, {200, 10, 90},
     {0, 0, 9},
     CV_HELD_DECIDES, 101,
     101,      false},
    {"nobody is first",
     {.engine = CV_ENGINE_PLURALITY},
     2, {50, 50},
     {30, 30},
     CV_HELD_RULE,    CV_BLANK,
     CV_BLANK, false},
 /* 2 x 330 - (540 + k) > 0 up to k = 119; with 300 up to 59. */
    {"more than half",
     HALF(CV_ABOVE),
     3, {300, 100, 100},
     {30, 5, 5},
     CV_HELD_DECIDES, 225,
     120,      true },
    {"more than half within reach",
     HALF(CV_ABOVE),
     3, {270, 100, 100},
     {30, 20, 20},
     CV_HELD_TOO_FEW, 180,
     60,       true },
    {"exactly half serves where the law says so",
     HALF(CV_AT_LEAST),
     3, {300, 100, 100},
     {30, 5, 5},
     CV_HELD_DECIDES, 225,
     121,      true },
    {"a list is not counted so",
     {.engine = CV_ENGINE_DIVISOR},
     2, {900, 0},
     {9, 0},
     CV_HELD_RULE,    CV_BLANK,
     CV_BLANK, false},
    {"turnout is not on the copies",
     {.engine = CV_ENGINE_PLURALITY, .has_turnout_min = true},
     2, {900, 0},
     {9, 0},
     CV_HELD_RULE,    CV_BLANK,
     CV_BLANK, false},
 /* A sheet of zeros may be a placeholder: s1 is one of the others, with 500 registered. */
    {"zeros hold nothing",
     {.engine = CV_ENGINE_PLURALITY},
     2, {600, 0},
     {0, 0},
     CV_HELD_TOO_FEW, 600,
     600,      false},
    {"nor does a blank",
     {.engine = CV_ENGINE_PLURALITY},
     2, {600, 0},
     {9, CV_CELL_BLANK},
     CV_HELD_TOO_FEW, 600,
     600,      false},
};

static void what_the_others_can_add(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        const held_row *r = &rows[i];
        seat t;
        open_case(&t, &r->rules, r->n_options, r->first, r->second);
        cv_held h = judge(&t);
        bool all = r->second[0] + r->second[2] > 0 && r->second[1] >= 0;
        ROW_INT(r->name, h.n_held, all ? 2 : 1);
        ROW_INT(r->name, h.n_others, all ? 2 : 3);
        ROW_INT(r->name, h.cap, all ? 100 : 600);
        ROW_INT(r->name, h.word, r->word);
        ROW_INT(r->name, h.lead, r->lead);
        ROW_INT(r->name, h.need, r->need);
        ROW_INT(r->name, h.by_share, r->by_share);
        seat_close(&t);
    }
}

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};

static void without_a_limit_nothing_is_decided(void **state)
{
    (void)state;
    seat t;
    open_case(&t, &plurality, 2, (cv_cell[]){400, 0}, (cv_cell[]){400, 0});
    seat_await(&t, "s4", CV_CELL_UNREPORTED);
    cv_held h = judge(&t);
    assert_int_equal(h.n_others, 3);
    assert_int_equal(h.n_no_cap, 1);
    assert_int_equal(h.cap, 100); /* of those with a limit */
    assert_int_equal(h.word, CV_HELD_NO_CAP);
    seat_close(&t);

    open_case(&t, &plurality, 2, (cv_cell[]){400, 0}, (cv_cell[]){400, 0});
    seat_await(&t, "s4", CV_CELL_UNREPORTED);
    cv_build_head(t.b)->profile.station_max = 300;
    assert_int_equal(judge(&t).word, CV_HELD_DECIDES); /* 800 against 60 + 40 + 300 */
    seat_close(&t);
}

static void without_a_list_of_stations_nothing_is_decided(void **state)
{
    (void)state;
    seat t;
    open_case(&t, &plurality, 2, (cv_cell[]){400, 0}, (cv_cell[]){400, 0});
    cv_build_expect(t.b, t.contest, cv_build_station(t.b, CV_STR("s0"), NULL), 500);
    cv_build_contest_at(t.b, t.contest)->completeness = CV_COMPLETE_NOT;
    cv_held h = judge(&t);
    assert_int_equal(h.word, CV_HELD_NO_LIST);
    seat_close(&t);
}

/* More papers than voters on a form of the station: the papers are the limit. */
static void papers_past_the_register(void **state)
{
    (void)state;
    seat t;
    open_case(&t, &plurality, 2, (cv_cell[]){151, 50}, (cv_cell[]){30, 30});
    seat_form(&t, "s5", (cv_cell[]){4, 3}, (cv_cell[]){0, 5, CV_CELL_UNREPORTED});
    cv_held h = judge(&t);
    assert_int_equal(h.cap, 60 + 40 + 7);
    assert_int_equal(h.word, CV_HELD_TOO_FEW);
    seat_close(&t);
}

/* Two holders: at each station the sheet that gives the first least. */
static void several_hands_together(void **state)
{
    (void)state;
    seat t;
    open_case(&t, &plurality, 2, (cv_cell[]){151, 50}, (cv_cell[]){30, 30});
    cv_copy_ix more =
        cv_build_copy(t.b, &(cv_copy){.id = CV_STR("observers"), .kind = CV_COPY_OBSERVER});
    seat_form_of(&t, more, "s0", (cv_cell[]){150, 50}, NULL);
    seat_form_of(&t, more, "s3", (cv_cell[]){20, 10}, NULL);
    seat_freeze(&t);
    cv_sheets s[2] = {cv_sheets_of(&t.e.forms[0], t.other_copy.i, &t.keep),
                      cv_sheets_of(&t.e.forms[0], more.i, &t.keep)};
    static const cv_copies_law law = CV_COPIES_LAW_DEFAULT;
    const cv_copies_input in = {&t.e, t.contest, 0, 1, &law};
    cv_held h;
    cv_held_judge(&h, &in, s, 2, t.scratch);
    assert_int_equal(h.n_held, 3);
    assert_int_equal(h.n_others, 1);
    assert_int_equal(h.cap, 60);
    assert_int_equal(h.lead, 100 + 0 + 10);
    assert_int_equal(h.word, CV_HELD_DECIDES);
    seat_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_others_can_add),
        cmocka_unit_test(without_a_limit_nothing_is_decided),
        cmocka_unit_test(without_a_list_of_stations_nothing_is_decided),
        cmocka_unit_test(papers_past_the_register),
        cmocka_unit_test(several_hands_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
