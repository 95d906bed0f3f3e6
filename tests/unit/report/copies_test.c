#include "copies_sample.h"

#include "report/copies.h"

static void every_class_and_word_has_its_name(void **state)
{
    (void)state;
    static const char *const apart[] = {"unit", "transposed", "digit", "shift",
                                        "rows", "other",      "state"};
    static const char *const held[] = {"decides", "too_few", "no_cap", "no_list", "rule"};
    for (int32_t i = 0; i < CV_N_APART; i++)
        ROW_STR("class", cv_str_of(cv_apart_word((cv_apart)i)), cv_str_of(apart[i]));
    for (int32_t i = 0; i <= CV_HELD_RULE; i++)
        ROW_STR("held", cv_str_of(cv_held_word_name((cv_held_word)i)), cv_str_of(held[i]));
}

/* Widest apart first, then by lines, then as in the case; placeholders last. */
static void the_widest_come_first(void **state)
{
    (void)state;
    static const cv_copy_station station[] = {
        {.votes_apart = 5,   .n_cells = 1},
        {.votes_apart = 900, .n_cells = 2, .zero_b = true},
        {.votes_apart = 40,                  .n_cells = 2             },
        {.votes_apart = 5,                  .n_cells = 3 },
        {.votes_apart = 5,                  .n_cells = 1             },
    };
    static const int64_t want[] = {2, 3, 0, 4, 1};
    cv_arena keep = cv_arena_open();
    const cv_copy_pair pair = {.n_stations = 5, .station = station};
    const int64_t *order = cv_copies_widest(&pair, &keep);
    for (int32_t i = 0; i < 5; i++) assert_int_equal(order[i], want[i]);
    cv_arena_close(&keep);
}

static void lines_have_their_ids(void **state)
{
    (void)state;
    copies_sample s;
    copies_sample_open(&s, true);
    const cv_copy_cell votes = {1, CV_F_NONE, 0}, line = {-1, CV_F_INVALID, 0};
    const cv_forms *f = &s.t.e.forms[0];
    ROW_STR("option", cv_copies_line_id(&s.t.e, s.t.contest, &votes), CV_STR("B"));
    ROW_STR("field", cv_copies_line_id(&s.t.e, s.t.contest, &line), CV_STR("invalid"));
    assert_int_equal(cv_copies_column(f, &votes)[0], 150);
    assert_int_equal(cv_copies_column(f, &line)[0], 5);
    assert_true(cv_copies_any(&s.report));
    copies_sample_close(&s);
    copies_sample_open(&s, false);
    assert_false(cv_copies_any(&s.report));
    copies_sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_class_and_word_has_its_name),
        cmocka_unit_test(the_widest_come_first),
        cmocka_unit_test(lines_have_their_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
