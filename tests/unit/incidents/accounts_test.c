#include "claims.h"

#include "incidents/accounts.h"

/* Parts of a chamber of 75: what newspapers wrote of it in 2005, and what just misses. */
static const struct {
    const char *name;
    cv_span part[5];
    int32_t n;
    cv_account_state state;
    cv_count low, high, apart;
} ROWS[] = {
    {"31 and 44",                   {{31, 31}, {44, 44}},                 2, CV_ACCOUNT_CLOSES,    75, 75,   0},
    {"31, 42, 1 and 1",             {{31, 31}, {42, 42}, {1, 1}, {1, 1}}, 4, CV_ACCOUNT_CLOSES,    75, 75,   0},
    {"27 to 30, 45 to 50, 1, 1",
     {{27, 30}, {45, 50}, {1, 1}, {1, 1}},
     4,                                                                      CV_ACCOUNT_CAN_CLOSE,
     74,                                                                                               82,
     0                                                                                                        },
    {"by label: three are missing",
     {{17, 17}, {6, 6}, {1, 1}, {1, 1}, {47, 47}},
     5,                                                                      CV_ACCOUNT_SHORT,
     72,                                                                                               72,
     3                                                                                                        },
    {"one too many",                {{70, 70}, {6, 6}},                   2, CV_ACCOUNT_OVER,      76, 76,   1},
    {"at least 70 and 5",           {{70, OPEN}, {5, 5}},                 2, CV_ACCOUNT_CAN_CLOSE, 75, OPEN, 0},
    {"at least 71 and 5",           {{71, OPEN}, {5, 5}},                 2, CV_ACCOUNT_OVER,      76, OPEN, 1},
};

static void an_account_closes_or_says_by_how_much_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_ROWS(ROWS); i++) {
        cv_arena keep = cv_arena_open();
        cv_claim claim[5];
        for (int32_t k = 0; k < ROWS[i].n; k++) {
            claim[k] = claim_of("o", ROWS[i].part[k].low, ROWS[i].part[k].high);
            claim[k].account = CV_STR("a");
        }
        cv_incidents in = {.n_claims = ROWS[i].n, .claim = claim};
        int32_t n;
        const cv_seat_account *a = cv_incident_accounts(&n, &in, 75, &keep);
        ROW_INT(ROWS[i].name, n, 1);
        ROW_INT(ROWS[i].name, a->n_parts, ROWS[i].n);
        ROW_INT(ROWS[i].name, a->low, ROWS[i].low);
        ROW_INT(ROWS[i].name, a->high, ROWS[i].high);
        ROW_INT(ROWS[i].name, a->state, ROWS[i].state);
        ROW_INT(ROWS[i].name, a->apart, ROWS[i].apart);
        cv_arena_close(&keep);
    }
}

/* Two sources with 31 each stay two; a claim without an account, or without a figure, is in none.
 */
static void two_accounts_are_never_one(void **state)
{
    (void)state;
    cv_arena keep = cv_arena_open();
    cv_claim claim[] = {claim_of("x", 31, 31), claim_of("y", 31, 31), claim_of("x", 44, 44),
                        claim_of("x", 9, 9), claim_of("y", -1, 0)};
    claim[0].account = claim[2].account = CV_STR("first");
    claim[1].account = claim[4].account = CV_STR("second");
    cv_incidents in = {.n_claims = 5, .claim = claim};
    int32_t n;
    const cv_seat_account *a = cv_incident_accounts(&n, &in, 75, &keep);
    assert_int_equal(n, 2);
    assert_int_equal(a[0].low, 75);
    assert_int_equal(a[0].n_parts, 2);
    assert_int_equal(a[0].claim[1], 2);
    assert_int_equal(a[1].low, 31);
    assert_int_equal(a[1].n_parts, 1);
    assert_int_equal(a[1].apart, 44);
    cv_arena_close(&keep);
}

static void a_run_off_is_no_seat_of_its_own(void **state)
{
    (void)state;
    cv_contest contest[] = {
        {.seats = 1,  .in_chamber = true,  .runoff_of = CV_NO_CONTEST},
        {.seats = 1,  .in_chamber = true,  .runoff_of = {0}          },
        {.seats = 30, .in_chamber = true,  .runoff_of = CV_NO_CONTEST},
        {.seats = 1,  .in_chamber = false, .runoff_of = CV_NO_CONTEST},
    };
    assert_int_equal(cv_chamber_seats(&(cv_election){.n_contests = 4, .contest = contest}), 31);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_account_closes_or_says_by_how_much_not),
        cmocka_unit_test(two_accounts_are_never_one),
        cmocka_unit_test(a_run_off_is_no_seat_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
