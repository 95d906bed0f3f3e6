#include "counting.h"

#define SHARE(p, q, relation, base)                                                                \
    {                                                                                              \
        {p, q}, relation, base                                                                     \
    }
#define DHONDT    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1}
#define REMAINDER .engine = CV_ENGINE_REMAINDER

static const cv_rule_set dhondt = {DHONDT};
static const cv_rule_set dhondt_cap_4 = {DHONDT, .seat_cap = 4};
static const cv_rule_set lague = {
    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 2}
};
static const cv_rule_set hare = {REMAINDER};
static const cv_rule_set hare_cap_2 = {REMAINDER, .seat_cap = 2};
static const cv_rule_set hare_cap_5 = {REMAINDER, .seat_cap = 5};
static const cv_rule_set hare_cap_6 = {REMAINDER, .seat_cap = 6};
static const cv_rule_set hare_cap_65 = {REMAINDER, .seat_cap = 65};
static const cv_rule_set imperiali = {REMAINDER, .quota = CV_QUOTA_IMPERIALI};
static const cv_rule_set hb_subtract = {REMAINDER, .quota = CV_QUOTA_HAGENBACH_BISCHOFF,
                                        .over_award = CV_OVER_SUBTRACT};
static const cv_rule_set from_5 = {DHONDT, .n_thresholds = 1,
                                   .threshold = {SHARE(1, 20, CV_AT_LEAST, CV_BASE_VALID)}};
static const cv_rule_set above_5 = {DHONDT, .n_thresholds = 1,
                                    .threshold = {SHARE(1, 20, CV_ABOVE, CV_BASE_VALID)}};
static const cv_rule_set from_60 = {DHONDT, .n_thresholds = 1,
                                    .threshold = {SHARE(3, 5, CV_AT_LEAST, CV_BASE_VALID)}};
static const cv_rule_set register_5 = {
    DHONDT, .n_thresholds = 1, .threshold = {SHARE(1, 20, CV_AT_LEAST, CV_BASE_REGISTERED)}};
static const cv_rule_set unread_5 = {DHONDT, .n_thresholds = 1,
                                     .threshold = {SHARE(1, 20, CV_AT_LEAST, CV_BASE_UNKNOWN)}};
static const cv_rule_set georgia = {REMAINDER, .n_thresholds = 1,
                                    .threshold = {SHARE(1, 20, CV_AT_LEAST, CV_BASE_VALID)}};

/* clang-format off */
static const struct {
    const char *name;
    const cv_rule_set *rules;
    int32_t seats;
    cv_count votes[8];
    cv_count registered; /* 0: as many as votes */
    cv_outcome_kind kind;
    int32_t expect[8];
} rows[] = {
    {"at 5 %, >=", &from_5, 20, {55, 40, 5}, 0, CV_DECIDED, {11, 8, 1}},
    {"at 5 %, >", &above_5, 20, {55, 40, 5}, 0, CV_DECIDED, {12, 8, 0}},
    {"below 5 %", &from_5, 20, {56, 40, 4}, 0, CV_DECIDED, {12, 8, 0}},
    {"5 % of the register", &register_5, 20, {55, 40, 5}, 100, CV_DECIDED, {11, 8, 1}},
    {"5 % of a larger register", &register_5, 20, {55, 40, 5}, 101, CV_DECIDED, {12, 8, 0}},
    {"register not known", &register_5, 20, {55, 40, 5}, CV_BLANK, CV_INCOMPLETE, {0}},
    {"base not read", &unread_5, 20, {55, 40, 5}, 0, CV_INCOMPLETE, {0}},
    {"nobody passes", &from_60, 20, {55, 40, 5}, 0, CV_INCOMPLETE, {0}},
    {"nobody voted", &dhondt, 20, {0, 0}, 0, CV_INCOMPLETE, {0}},
    {"cap, next averages", &dhondt_cap_4, 7, {70, 20, 10}, 0, CV_DECIDED, {4, 2, 1}},
    {"no cap", &dhondt, 7, {70, 20, 10}, 0, CV_DECIDED, {6, 1, 0}},
    /* 60 25 15 for 10: 6, 2.5, 1.5; past a cap of 5: 25 and 15 for 5: 3.125 and 1.875 */
    {"cap, counted anew", &hare_cap_5, 10, {60, 25, 15}, 0, CV_DECIDED, {5, 3, 2}},
    {"cap just met", &hare_cap_6, 10, {60, 25, 15}, 0, CV_TIE, {6, 2, 1}},
    {"all at the cap", &hare_cap_2, 10, {60, 25, 15}, 0, CV_DECIDED, {2, 2, 2}},
    {"tie for the last seat", &dhondt, 3, {100, 100}, 0, CV_TIE, {1, 1}},
    {"over-award, not read", &imperiali, 3, {60, 40}, 0, CV_INCOMPLETE, {0}},
    {"over-award, a lot for the loss", &hb_subtract, 3, {50, 50}, 0, CV_TIE, {1, 1}},
    /* published: the lists that passed */
    {"Kyrgyzstan 2015", &hare_cap_65, 120, {432846, 318266, 205268, 147115, 134039, 122500}, 0, CV_DECIDED, {38, 28, 18, 13, 12, 11}},
    {"Kyrgyzstan 2010", &hare_cap_65, 120, {266923, 241528, 232682, 217601, 168218}, 0, CV_DECIDED, {28, 26, 25, 23, 18}},
    {"Taiwan 2016", &hare, 34, {5370953, 3280949, 794838, 744315}, 0, CV_DECIDED, {18, 11, 3, 2}},
    {"Russia 2011", &hare, 450, {32379135, 12599507, 8695522, 7664570}, 0, CV_DECIDED, {238, 92, 64, 56}},
    {"Georgia 2012", &georgia, 77, {1181862, 867432, 100903}, 0, CV_DECIDED, {44, 33, 0}},
    {"Germany 2025", &lague, 630, {11196374, 10328780, 8149124, 5762380, 4356532, 2964028, 76138}, 0, CV_DECIDED, {164, 152, 120, 85, 64, 44, 1}},
    {"Germany 2025, had BSW passed", &lague, 630, {11196374, 10328780, 8149124, 5762380, 4356532, 2964028, 76138, 2482476}, 0, CV_DECIDED, {156, 144, 113, 80, 61, 41, 1, 34}},
    {"Austria 1995", &dhondt, 183, {1843474, 1370510, 1060377, 233208, 267026}, 0, CV_DECIDED, {71, 52, 41, 9, 10}},
};
/* clang-format on */

static void gives_seats(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        int32_t n = 8;
        while (n > 1 && rows[i].votes[n - 1] == 0) n--;
        cv_totals totals = totals_of(rows[i].votes, n);
        if (rows[i].registered) totals.registered = rows[i].registered;
        cv_tally t = count_or_fail(&b, rows[i].name,
                                   (cv_tally_task){&totals, rows[i].seats, rows[i].rules, NULL});
        expect_int(rows[i].name, "outcome", t.kind, rows[i].kind);
        expect_seats(rows[i].name, t.seats, rows[i].expect, n);
        int64_t given = t.vacant + t.lot_places;
        if (t.lot_for == CV_LOT_FOR_LOSS) given = 1; /* two stand to lose, one does */
        for (int32_t o = 0; o < n; o++) given += t.seats[o];
        if (t.kind == CV_DECIDED || t.kind == CV_TIE)
            expect_int(rows[i].name, "seats given and vacant", given, rows[i].seats);
    }
    bench_close(&b);
}

static void a_lot_gives_the_last_seat(void **state)
{
    (void)state;
    static const cv_count votes[] = {100, 100};
    static const int32_t second[] = {1};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 2);
    cv_lot lot = {1, second, CV_STR("")};
    cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
    cv_tally t = count_or_fail(&b, "lot", (cv_tally_task){&totals, 3, &dhondt, &facts});
    assert_int_equal(t.kind, CV_DECIDED);
    assert_int_equal(t.seats[0], 1);
    assert_int_equal(t.seats[1], 2);
    assert_int_equal(t.step[t.n_steps - 1].kind, CV_STEP_LOT_SEAT);
    bench_close(&b);
}

/* Hagenbach-Bischoff quota 25: two whole quotas each, four seats for three. */
static void a_lot_takes_a_seat_back(void **state)
{
    (void)state;
    static const cv_count votes[] = {50, 50};
    static const int32_t first[] = {0};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 2);
    cv_tally t = count_or_fail(&b, "no lot", (cv_tally_task){&totals, 3, &hb_subtract, NULL});
    assert_int_equal(t.lot_for, CV_LOT_FOR_LOSS);
    assert_int_equal(t.lot_places, 1);
    cv_lot lot = {1, first, CV_STR("")};
    cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
    t = count_or_fail(&b, "lot", (cv_tally_task){&totals, 3, &hb_subtract, &facts});
    assert_int_equal(t.seats[0], 1);
    assert_int_equal(t.seats[1], 2);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_seats),
        cmocka_unit_test(a_lot_gives_the_last_seat),
        cmocka_unit_test(a_lot_takes_a_seat_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
