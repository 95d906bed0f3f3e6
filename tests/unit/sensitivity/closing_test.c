#include "../row.h"

#include "sensitivity/closing.h"

/* Minimal sets over questions 0 to 5, and what meets all of them. */
static void the_smallest_sets_that_meet_all(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t n_sets, sets[4][3], size, n_closing, first[3];
    } rows[] = {
        {"none",                0, {{0}},                             0, 1, {0}   },
        {"one question",        1, {{1, 2}},                          1, 1, {2}   },
        {"either of two",       1, {{2, 1, 3}},                       1, 2, {1}   },
        {"one alone, one pair", 2, {{1, 0}, {2, 1, 4}},               2, 2, {0, 1}},
        {"a shared question",   3, {{2, 0, 2}, {2, 2, 3}, {2, 2, 5}}, 1, 1, {2}   },
        {"three of a triangle", 3, {{2, 0, 1}, {2, 1, 2}, {2, 0, 2}}, 2, 3, {0, 1}},
    };
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
        cv_question_set set[4];
        for (int32_t k = 0; k < rows[i].n_sets; k++)
            set[k] = (cv_question_set){rows[i].sets[k][0], &rows[i].sets[k][1]};
        cv_search s = {
            .complete = true, .n_questions = 6, .n_minimal = rows[i].n_sets, .minimal = set};
        cv_tests none = {0};
        cv_closing_find(&s, &none, &keep, scratch);
        ROW_TRUE(rows[i].name, s.can_close);
        ROW_INT(rows[i].name, s.closing_low, rows[i].size);
        ROW_INT(rows[i].name, s.n_closing, rows[i].n_closing);
        ROW_INT(rows[i].name, s.closing[0].n, rows[i].size);
        for (int32_t k = 0; k < rows[i].size; k++)
            ROW_INT(rows[i].name, s.closing[0].question[k], rows[i].first[k]);
        cv_arena_close(&scratch);
        cv_arena_close(&keep);
    }
}

/* Without all minimal sets: a lead of 10 against falls of 6, 5 and 4. Without the first, 9 are
 * left, which is less. */
static void the_heaviest_close_where_the_search_stopped(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_wide need[] = {10}, share[] = {6, 5, 4};
    int32_t closing[] = {1}, order[] = {2, 0, 1};
    cv_tests tests = {.n = 1,
                      .n_issues = 3,
                      .exact = true,
                      .need = need,
                      .share = share,
                      .closing = closing,
                      .order = order};
    cv_search s = {.n_questions = 3, .smallest = 2};
    cv_closing_find(&s, &tests, &keep, scratch);
    assert_true(s.can_close);
    assert_int_equal(s.closing_low, 1);
    assert_int_equal(s.n_closing, 1);
    assert_int_equal(s.closing[0].n, 1);
    assert_int_equal(s.closing[0].question[0], 2);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_sets_that_meet_all),
        cmocka_unit_test(the_heaviest_close_where_the_search_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
