#include "../row.h"

#include "sensitivity/unknown.h"

/* Two options; contents: A, B, none of them, blank, invalid; then participants and papers. */
enum { OPTIONS = 2, CONTENTS = OPTIONS + CV_CONTENT_MORE, INVALID = OPTIONS + CV_CONTENT_INVALID };

static const bool OPTION[CONTENTS] = {true, true};
static const bool SPOILT[CONTENTS] = {[INVALID] = true};
static const bool READABLE[CONTENTS] = {[0] = true, [1] = true, [INVALID] = true};
static const bool ONLY_A[CONTENTS] = {true};
static const bool ONLY_B[CONTENTS] = {false, true};
static const cv_count X[CONTENTS + 2] = {3, 2, 0, 0, 1, 6, 6};

static const cv_pool TAKE_2 = {
    .takes = true, .from = READABLE, .k = 2, .persons = CV_WITH_PERSONS, .x = X};
static const cv_pool ADD_2 = {.gives = true, .to = READABLE, .k = 2, .persons = CV_WITH_PERSONS};
static const cv_pool MOVE_2 = {
    .takes = true, .gives = true, .from = ONLY_A, .to = ONLY_B, .k = 2, .x = X};
static const cv_pool RESCUE = {
    .takes = true, .gives = true, .from = SPOILT, .to = OPTION, .k = CV_BLANK, .x = X};
static const cv_pool RECOUNT = {
    .takes = true, .gives = true, .whole = true, .from = READABLE, .to = READABLE, .k = 6, .x = X};

static cv_weights lead(int64_t value, cv_arena *keep)
{
    static const int64_t weight[OPTIONS] = {1, -1};
    cv_assertion a = {.weight = weight, .relation = CV_ABOVE, .value = value};
    return cv_weights_of(&a, OPTIONS, keep);
}

typedef struct {
    cv_weights w;
    int64_t n;
    cv_wide most;
    bool negative;
} seen;

static bool see(void *who, const cv_change *z)
{
    seen *s = who;
    cv_wide fall = -cv_weigh(&s->w, z, z[CONTENTS], z[CONTENTS + 1]);
    if (fall > s->most) s->most = fall;
    for (int32_t i = 0; i < CONTENTS; i++) s->negative = s->negative || z[i] < -X[i];
    s->n++;
    return true;
}

/* Counted on fingers: take none, 3 single ones, 5 pairs (two invalid are not there); add none, 3,
 * 6; move 0, 1, 2; rescue none, for A, for B; 6 papers in 3 piles: 28 ways. */
static const struct {
    const char *name;
    const cv_pool *pool;
    int64_t ways, fall;
} ROWS[] = {
    {"two are taken",         &TAKE_2,  9,  2},
    {"two are added",         &ADD_2,   10, 2},
    {"two are moved",         &MOVE_2,  3,  4},
    {"an invalid one is B's", &RESCUE,  3,  1},
    {"all are read anew",     &RECOUNT, 28, 7},
};

static void every_content_is_shown(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
        cv_pools pools = {1, CONTENTS, ROWS[i].pool};
        cv_change z[CONTENTS + 2] = {0};
        seen s = {.w = lead(10, &keep)};
        cv_pools_each(&pools, z, see, &s, scratch);
        ROW_INT(ROWS[i].name, s.n, ROWS[i].ways);
        ROW_INT(ROWS[i].name, s.most, ROWS[i].fall);
        ROW_INT(ROWS[i].name, cv_pool_fall(ROWS[i].pool, &s.w).fall, ROWS[i].fall);
        ROW_TRUE(ROWS[i].name, !s.negative);
        ROW_TRUE(ROWS[i].name, cv_pools_count(&pools, 1000) >= ROWS[i].ways);
        for (int32_t k = 0; k < CONTENTS + 2; k++) ROW_INT(ROWS[i].name, z[k], 0);
        cv_arena_close(&scratch);
        cv_arena_close(&keep);
    }
}

static void pools_of_one_place_share_its_papers(void **state)
{
    (void)state;
    static const cv_count one[CONTENTS + 2] = {1, 0, 0, 0, 0, 1, 1};
    const cv_pool both[] = {
        {.takes = true, .from = ONLY_A, .k = 1, .x = one},
        {.takes = true, .from = ONLY_A, .k = 1, .x = one},
    };
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_pools pools = {2, CONTENTS, both};
    cv_change z[CONTENTS + 2] = {0};
    cv_weights w = lead(10, &keep);
    assert_false(cv_pools_fill(z, &pools, &w, 2, false, scratch)); /* the bound says 2 */
    assert_int_equal(z[0], -1);
    assert_int_equal(cv_pools_fall(&pools, &w).fall, 2);
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

/* A recount moves the lead by two a paper: an odd lead ends in a tie with one paper spoilt. */
static void a_fall_can_be_met_exactly(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open(), scratch = cv_arena_open();
    cv_pools pools = {1, CONTENTS, &RECOUNT};
    cv_weights w = lead(3, &keep);
    for (int64_t target = 1; target <= 7; target++) {
        cv_change z[CONTENTS + 2] = {0};
        assert_true(cv_pools_fill(z, &pools, &w, target, true, scratch));
        assert_int_equal(-cv_weigh(&w, z, 0, 0), target);
    }
    cv_change z[CONTENTS + 2] = {0};
    assert_false(cv_pools_fill(z, &pools, &w, 8, true, scratch));
    cv_arena_close(&scratch);
    cv_arena_close(&keep);
}

/* C, with one vote, passes A and B only when ballots of both go. */
static void the_third_passes_both(void **state)
{
    (void)state;
    enum { THREE = 3 + CV_CONTENT_MORE };
    static const bool all[THREE] = {true, true, true};
    static const cv_count x[THREE + 2] = {5, 5, 4};
    static const cv_count votes[] = {5, 5, 4};
    const cv_pool take = {.takes = true, .from = all, .k = 4, .x = x};
    cv_arena scratch = cv_arena_open();
    cv_pools pools = {1, THREE, &take};
    cv_change z[THREE + 2] = {0};
    cv_pools_favour(z, &pools, votes, 3, 2, scratch);
    assert_int_equal(z[0], -2);
    assert_int_equal(z[1], -2);
    assert_int_equal(z[2], 0);
    cv_arena_close(&scratch);
}

static void any_number_has_no_count(void **state)
{
    (void)state;
    cv_pool any = ADD_2;
    any.k = CV_BLANK;
    cv_pools pools = {1, CONTENTS, &any};
    cv_arena keep = cv_arena_open();
    cv_weights w = lead(10, &keep);
    assert_int_equal(cv_pools_count(&pools, 50), 51);
    assert_true(cv_pool_fall(&any, &w).no_limit);
    cv_arena_close(&keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_content_is_shown),
        cmocka_unit_test(pools_of_one_place_share_its_papers),
        cmocka_unit_test(a_fall_can_be_met_exactly),
        cmocka_unit_test(the_third_passes_both),
        cmocka_unit_test(any_number_has_no_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
