#include "counting.h"

/* Plurality, block and two-round: one row per rule key and side of its relation. */

#define SHARE(p, q, relation, base)                                                                \
    {                                                                                              \
        {p, q}, relation, base                                                                     \
    }
#define PLURALITY .engine = CV_ENGINE_PLURALITY
#define TWO_ROUND .engine = CV_ENGINE_TWO_ROUND, .runoff_top = 2, .n_win = 1

static const cv_rule_set plurality = {PLURALITY};
static const cv_rule_set block = {.engine = CV_ENGINE_BLOCK, .per_ballot = 2};
static const cv_rule_set against_above = {PLURALITY, .against = CV_AGAINST_VOID_IF_ABOVE_LEADER};
static const cv_rule_set against_level = {PLURALITY, .against = CV_AGAINST_VOID_IF_AT_LEAST_LEADER};
static const cv_rule_set against_half = {PLURALITY, .against = CV_AGAINST_VOID_IF_ABOVE_HALF};
static const cv_rule_set from_30 = {PLURALITY, .has_min_share = true,
                                    .min_share = SHARE(3, 10, CV_AT_LEAST, CV_BASE_VALID)};
static const cv_rule_set above_30 = {PLURALITY, .has_min_share = true,
                                     .min_share = SHARE(3, 10, CV_ABOVE, CV_BASE_VALID)};
static const cv_rule_set runoff_30 = {PLURALITY, .has_min_share = true,
                                      .min_share = SHARE(3, 10, CV_AT_LEAST, CV_BASE_VALID),
                                      .min_share_runoff = true, .runoff_top = 2};
static const cv_rule_set turnout_from = {PLURALITY, .has_turnout_min = true,
                                         .turnout_min =
                                             SHARE(1, 3, CV_AT_LEAST, CV_BASE_REGISTERED)};
static const cv_rule_set turnout_above = {PLURALITY, .has_turnout_min = true,
                                          .turnout_min = SHARE(1, 3, CV_ABOVE, CV_BASE_REGISTERED)};
static const cv_rule_set barred_above = {
    PLURALITY, .has_barred_void = true, .barred_void = SHARE(1, 3, CV_ABOVE, CV_BASE_PARTICIPANTS)};
static const cv_rule_set barred_from = {PLURALITY, .has_barred_void = true,
                                        .barred_void =
                                            SHARE(1, 3, CV_AT_LEAST, CV_BASE_PARTICIPANTS)};
static const cv_rule_set half_valid = {TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}}};
static const cv_rule_set half_took_part = {TWO_ROUND,
                                           .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_PARTICIPANTS)}}};
static const cv_rule_set half_register = {TWO_ROUND,
                                          .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_REGISTERED)}}};
static const cv_rule_set half_unread = {TWO_ROUND,
                                        .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_UNKNOWN)}}};
static const cv_rule_set two_at_once = {
    TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_REGISTERED)}}, .two_decide_at_once = true};
static const cv_rule_set all_tied = {TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}},
                                     .runoff_all_tied = true};
static const cv_rule_set and_quarter = {TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}},
                                        .has_min_share = true,
                                        .min_share = SHARE(1, 4, CV_AT_LEAST, CV_BASE_REGISTERED)};
static const cv_rule_set bolivia = {
    .engine = CV_ENGINE_TWO_ROUND,
    .runoff_top = 2,
    .n_win = 2,
    .win = {
            {SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)},
            {SHARE(2, 5, CV_AT_LEAST, CV_BASE_VALID), true, SHARE(1, 10, CV_AT_LEAST, CV_BASE_VALID)}}
};

/* Options count from 1 here: 0 ends the winners, and is no option where one is named. */
typedef struct {
    const char *name;
    const cv_rule_set *rules;
    int32_t seats;
    cv_count votes[6];
    cv_outcome_kind kind;
    cv_why why;
    int32_t winner[4];
    int32_t against, barred;           /* the option that is "against all", or cannot sit */
    cv_count registered, participants; /* 0: as many as votes                             */
} row;

/* clang-format off */
static const row rows[] = {
    {"most votes", &plurality, 1, {5, 9, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {2}, 0, 0, 0, 0},
    {"a tie", &plurality, 1, {9, 9, 4}, CV_TIE, CV_WHY_LOT, {0}, 0, 0, 0, 0},
    {"a tie that fits", &plurality, 2, {9, 9, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {1, 2}, 0, 0, 0, 0},
    {"three seats", &plurality, 3, {26979, 9118, 19468, 17052}, CV_DECIDED, CV_WHY_MOST_VOTES, {1, 3, 4}, 0, 0, 0, 0},
    {"block", &block, 2, {7, 9, 8}, CV_DECIDED, CV_WHY_MOST_VOTES, {2, 3}, 0, 0, 0, 0},
    {"nobody voted", &plurality, 1, {0, 0}, CV_INCOMPLETE, CV_WHY_NO_VOTES, {0}, 0, 0, 0, 0},
    {"no seat", &plurality, 0, {3, 2}, CV_DECIDED, CV_WHY_NONE, {0}, 0, 0, 0, 0},
    {"fewer candidates than seats", &plurality, 3, {3, 2}, CV_DECIDED, CV_WHY_MOST_VOTES, {1, 2}, 0, 0, 0, 0},
    {"barred leader, the next sits", &plurality, 1, {9, 5, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {2}, 0, 1, 0, 0},
    /* against all (Kyrgyz Election Code of 1999, art. 46(3)) */
    {"against all cannot sit", &plurality, 1, {5, 9, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 2, 0, 0, 0},
    {"against all above", &against_above, 1, {5, 6, 4}, CV_VOID, CV_WHY_AGAINST_ALL, {0}, 2, 0, 0, 0},
    {"level, > is not met", &against_above, 1, {5, 5, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 2, 0, 0, 0},
    {"level, >= is met", &against_level, 1, {5, 5, 4}, CV_VOID, CV_WHY_AGAINST_ALL, {0}, 2, 0, 0, 0},
    {"one below, >= is not", &against_level, 1, {6, 5, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 2, 0, 0, 0},
    {"against all at half", &against_half, 1, {6, 10, 4}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 2, 0, 0, 0},
    {"against all past half", &against_half, 1, {6, 11, 4}, CV_VOID, CV_WHY_AGAINST_ALL, {0}, 2, 0, 0, 0},
    /* minimum share: 30 of 100 (Georgia 2012) */
    {"30 %, >= is met", &from_30, 1, {30, 25, 25, 20}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 0, 0, 0, 0},
    {"30 %, > is not", &above_30, 1, {30, 25, 25, 20}, CV_VOID, CV_WHY_MIN_SHARE, {0}, 0, 0, 0, 0},
    {"29 %", &from_30, 1, {29, 26, 25, 20}, CV_VOID, CV_WHY_MIN_SHARE, {0}, 0, 0, 0, 0},
    {"29 %, run-off", &runoff_30, 1, {20, 26, 25, 29}, CV_RUNOFF, CV_WHY_MIN_SHARE, {4, 2}, 0, 0, 0, 0},
    {"two seats, one lacks it", &from_30, 2, {40, 29, 21, 10}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 0, 0, 0, 0},
    {"two seats, both lack it", &from_30, 2, {29, 29, 22, 20}, CV_VOID, CV_WHY_MIN_SHARE, {0}, 0, 0, 0, 0},
    /* turnout: a third of 300 registered */
    {"turnout just met, >=", &turnout_from, 1, {60, 40}, CV_DECIDED, CV_WHY_MOST_VOTES, {1}, 0, 0, 300, 0},
    {"turnout level, >", &turnout_above, 1, {60, 40}, CV_VOID, CV_WHY_TURNOUT, {0}, 0, 0, 300, 0},
    {"turnout one short", &turnout_from, 1, {60, 39}, CV_VOID, CV_WHY_TURNOUT, {0}, 0, 0, 300, 0},
    {"turnout not known", &turnout_from, 1, {60, 40}, CV_INCOMPLETE, CV_WHY_BASE_BLANK, {0}, 0, 0, 300, CV_BLANK},
    /* votes of a struck-off candidate: a third of 90 (Kyrgyz rule of 2021) */
    {"barred at a third, >", &barred_above, 1, {30, 25, 35}, CV_DECIDED, CV_WHY_MOST_VOTES, {3}, 0, 1, 0, 0},
    {"barred past a third", &barred_above, 1, {31, 25, 34}, CV_VOID, CV_WHY_BARRED, {0}, 0, 1, 0, 0},
    {"barred at a third, >=", &barred_from, 1, {30, 25, 35}, CV_VOID, CV_WHY_BARRED, {0}, 0, 1, 0, 0},
    /* two rounds (Kyrgyzstan 2005: 10,000 took part, 9,600 votes were valid) */
    {"4,900 of 9,600 valid", &half_valid, 1, {4900, 2700, 2000}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 0, 10000},
    {"4,900 of 10,000", &half_took_part, 1, {4900, 2700, 2000}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 10000},
    {"half is not more than half", &half_valid, 1, {50, 30, 20}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 0},
    {"half and one", &half_valid, 1, {51, 30, 20}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 0, 0},
    {"register not known", &half_register, 1, {51, 30, 20}, CV_INCOMPLETE, CV_WHY_BASE_BLANK, {0}, 0, 0, CV_BLANK, 0},
    {"base not read", &half_unread, 1, {51, 30, 20}, CV_INCOMPLETE, CV_WHY_RULE_UNKNOWN, {0}, 0, 0, 0, 0},
    {"two on the ballot, run-off", &half_register, 1, {51, 30}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 200, 0},
    {"two on the ballot, at once", &two_at_once, 1, {51, 30}, CV_DECIDED, CV_WHY_TWO_ON_BALLOT, {1}, 0, 0, 200, 0},
    {"three on the ballot", &two_at_once, 1, {51, 30, 1}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 200, 0},
    {"one alone, short of half", &half_register, 1, {51}, CV_INCOMPLETE, CV_WHY_RULE_UNKNOWN, {0}, 0, 0, 200, 0},
    {"tie for the second place", &half_valid, 1, {40, 30, 30}, CV_TIE, CV_WHY_LOT, {1}, 0, 0, 0, 0},
    {"all tied go on", &all_tied, 1, {40, 30, 30}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2, 3}, 0, 0, 0, 0},
    {"against all is in no run-off", &half_valid, 1, {40, 31, 29}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 3}, 2, 0, 0, 0},
    {"a quarter of the register", &and_quarter, 1, {51, 30, 19}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 204, 0},
    {"short of the quarter", &and_quarter, 1, {51, 30, 19}, CV_RUNOFF, CV_WHY_MIN_SHARE, {1, 2}, 0, 0, 205, 0},
    /* more than half, or 40 % and 10 points (Bolivia) */
    {"40 and 10", &bolivia, 1, {40, 30, 16, 14}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 0, 0},
    {"40 and 9", &bolivia, 1, {40, 31, 15, 14}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 0},
    {"39 and 14", &bolivia, 1, {39, 25, 18, 18}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 0},
    {"51 and 2", &bolivia, 1, {51, 49}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 0, 0},
    {"50 and 0", &bolivia, 1, {50, 50}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 0},
    {"Bolivia 2019", &bolivia, 1, {2889359, 2240920, 539081, 468311}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 0, 0},
    /* published; the options past the second are summed */
    {"Slovakia 2019", &half_valid, 1, {870415, 400379, 307823, 222935, 342856}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 0},
    {"Czech Senate 2018, 20", &half_valid, 1, {20595, 18515}, CV_DECIDED, CV_WHY_WIN_CONDITION, {1}, 0, 0, 0, 0},
    {"Czech Senate 2018, 68", &half_valid, 1, {15900, 14000, 13937}, CV_RUNOFF, CV_WHY_NO_MAJORITY, {1, 2}, 0, 0, 0, 0},
};
/* clang-format on */

static void counts_row(bench *b, const row *r)
{
    int32_t n = LEN(r->votes);
    while (n > 1 && r->votes[n - 1] == 0) n--;
    cv_totals totals = totals_of(r->votes, n);
    if (r->registered) totals.registered = r->registered;
    if (r->participants) totals.participants = r->participants;
    cv_option_facts options[6] = {0};
    if (r->against) options[r->against - 1].standing = CV_AGAINST_ALL;
    if (r->barred) options[r->barred - 1].standing = CV_BARRED;
    cv_tally_facts facts = {.option = options};
    cv_tally t = count_or_fail(b, r->name, (cv_tally_task){&totals, r->seats, r->rules, &facts});
    expect_int(r->name, "outcome", t.kind, r->kind);
    expect_int(r->name, "reason", t.why, r->why);
    int32_t n_winners = 0;
    while (n_winners < 4 && r->winner[n_winners]) n_winners++;
    expect_int(r->name, "number of winners", t.n_winners, n_winners);
    for (int32_t i = 0; i < n_winners; i++)
        expect_int(r->name, "winner", t.winner[i] + 1, r->winner[i]);
    if (t.kind == CV_DECIDED)
        expect_int(r->name, "seats given and vacant", t.n_winners + t.vacant, r->seats);
}

static void counts(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) counts_row(&b, &rows[i]);
    bench_close(&b);
}

/* A barred winner's votes, cancelled in each of the three ways: A had them, B and C follow. The
 * share is of the votes as cast, whichever way they went (the Kyrgyz rule of 2022 and 2023: more
 * than a third). The base is unclear: valid votes, or voters who took part. */
typedef struct {
    const char *name;
    cv_count votes[3]; /* as counted now: those of A are 0 or, when still A's, are theirs */
    cv_cancelled cancelled;
    cv_count invalid; /* as counted now */
    int bases;        /* 1 << cv_base */
    cv_outcome_kind kind;
    cv_why why;
} cancelled_row;

enum { OF_VALID = 1 << CV_BASE_VALID, OF_PERSONS = 1 << CV_BASE_PARTICIPANTS };

/* clang-format off */
static const cancelled_row cancelled_rows[] = {
    {"300 of 900 is a third",         {0, 300, 280}, {300, 0, 0}, 320, OF_PERSONS, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"35.86 % is more than a third",  {0, 3300, 2900}, {3586, 0, 0}, 3800, OF_PERSONS, CV_VOID, CV_WHY_BARRED},
    {"of 901 who took part",          {0, 300, 281}, {300, 0, 0}, 320, OF_PERSONS, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"of 899 who took part",          {0, 300, 279}, {300, 0, 0}, 320, OF_PERSONS, CV_VOID, CV_WHY_BARRED},
    {"removed: 300 of 600 + 300",     {0, 300, 280}, {0, 300, 0}, 20, OF_PERSONS, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"removed: 300 of 599 + 300",     {0, 300, 279}, {0, 300, 0}, 20, OF_PERSONS, CV_VOID, CV_WHY_BARRED},
    {"as invalid, of valid as cast",  {0, 301, 299}, {300, 0, 0}, 350, OF_VALID, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"one valid vote fewer",          {0, 301, 298}, {300, 0, 0}, 350, OF_VALID, CV_VOID, CV_WHY_BARRED},
    {"removed, of the papers found",  {0, 301, 299}, {0, 300, 0}, 0, 1 << CV_BASE_BOX, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"one paper fewer",               {0, 301, 298}, {0, 300, 0}, 0, 1 << CV_BASE_BOX, CV_VOID, CV_WHY_BARRED},
    {"still theirs: 300 of 900",      {300, 300, 299}, {0, 0, 0}, 1, OF_PERSONS, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"still theirs: 300 of 899",      {300, 300, 299}, {0, 0, 0}, 0, OF_PERSONS, CV_VOID, CV_WHY_BARRED},
    {"both readings: no",             {0, 301, 300}, {300, 0, 0}, 320, OF_VALID | OF_PERSONS, CV_DECIDED, CV_WHY_MOST_VOTES},
    {"both readings: yes",            {0, 200, 199}, {300, 0, 0}, 320, OF_VALID | OF_PERSONS, CV_VOID, CV_WHY_BARRED},
    {"the readings disagree",         {0, 300, 280}, {300, 0, 0}, 320, OF_VALID | OF_PERSONS, CV_INCOMPLETE, CV_WHY_BASE_UNCLEAR},
    {"a base that nobody named",      {0, 300, 280}, {300, 0, 0}, 320, 1 << CV_BASE_UNKNOWN, CV_INCOMPLETE, CV_WHY_RULE_UNKNOWN},
};
/* clang-format on */

static cv_share_test third_of(int bases)
{
    cv_share_test test = {
        {1, 3},
        CV_ABOVE, CV_BASE_VALID
    };
    while (!(bases >> test.base & 1)) test.base++;
    test.or_bases = (uint8_t)bases;
    return test;
}

static void cancels(bench *b, const cancelled_row *r)
{
    cv_totals totals = totals_of(r->votes, 3);
    totals.invalid = r->invalid;
    totals.participants = totals.valid + r->invalid;
    cv_option_facts options[3] = {{.standing = CV_BARRED}};
    cv_tally_facts facts = {.option = options, .cancelled = r->cancelled};
    cv_rule_set rules = {PLURALITY, .has_barred_void = true, .barred_void = third_of(r->bases)};
    cv_tally t = count_or_fail(b, r->name, (cv_tally_task){&totals, 1, &rules, &facts});
    expect_int(r->name, "outcome", t.kind, r->kind);
    expect_int(r->name, "reason", t.why, r->why);
    if (t.kind == CV_DECIDED) expect_int(r->name, "winner", t.winner[0], 1);
    for (int32_t i = 0; i < t.n_assertions; i++) {
        const cv_assertion *a = &t.assertion[i];
        bool stands = a->relation == CV_ABOVE ? a->value > 0 : a->value >= 0;
        expect_int(r->name, "an assertion stands", stands, true);
    }
}

static void asks_what_share_was_cancelled(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(cancelled_rows); i++) cancels(&b, &cancelled_rows[i]);
    bench_close(&b);
}

/* Each reading of an unclear base is a line of its own, and the nearer one is the margin. */
static void an_unclear_base_is_every_base(void **state)
{
    (void)state;
    static const cv_count votes[] = {60, 40};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 2);
    cv_rule_set rules = {TWO_ROUND, .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}}};
    totals.participants = 104;
    cv_tally valid = count_or_fail(&b, "valid", (cv_tally_task){&totals, 1, &rules, NULL});
    rules.win[0].share.or_bases = OF_VALID | OF_PERSONS;
    cv_tally either = count_or_fail(&b, "either", (cv_tally_task){&totals, 1, &rules, NULL});
    assert_int_equal(either.kind, CV_DECIDED);
    assert_int_equal(valid.margin.votes, 10);
    assert_int_equal(either.margin.votes, 8); /* 52 of 104 is half */
    totals.participants = 120;
    either = count_or_fail(&b, "disagree", (cv_tally_task){&totals, 1, &rules, NULL});
    assert_int_equal(either.kind, CV_INCOMPLETE);
    assert_int_equal(either.why, CV_WHY_BASE_UNCLEAR);
    bench_close(&b);
}

static void takes_lots(void **state)
{
    (void)state;
    static const cv_count votes[] = {9, 5, 5, 5};
    static const int32_t two[] = {3, 1};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 4);
    cv_tally t = count_or_fail(&b, "no lot", (cv_tally_task){&totals, 3, &plurality, NULL});
    assert_int_equal(t.kind, CV_TIE);
    assert_int_equal(t.lot_for, CV_LOT_FOR_SEAT);
    assert_int_equal(t.lot_places, 2);
    assert_int_equal(t.seats[0], 1);
    assert_true(t.in_lot[1] && t.in_lot[2] && t.in_lot[3] && !t.in_lot[0]);
    cv_lot lot = {2, two, CV_STR("")};
    cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
    t = count_or_fail(&b, "lot", (cv_tally_task){&totals, 3, &plurality, &facts});
    assert_int_equal(t.kind, CV_DECIDED);
    assert_int_equal(t.n_lots_used, 1);
    assert_int_equal(t.winner[1], 3);
    assert_int_equal(t.winner[2], 1);
    assert_int_equal(t.seats[2], 0);
    bench_close(&b);
}

static void takes_a_lot_for_the_runoff(void **state)
{
    (void)state;
    static const cv_count votes[] = {40, 30, 30};
    static const int32_t third[] = {2};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 3);
    cv_lot lot = {1, third, CV_STR("")};
    cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
    cv_tally t = count_or_fail(&b, "lot", (cv_tally_task){&totals, 1, &half_valid, &facts});
    assert_int_equal(t.kind, CV_RUNOFF);
    assert_int_equal(t.winner[1], 2);
    assert_int_equal(t.seats[2], 0);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts),
        cmocka_unit_test(asks_what_share_was_cancelled),
        cmocka_unit_test(an_unclear_base_is_every_base),
        cmocka_unit_test(takes_lots),
        cmocka_unit_test(takes_a_lot_for_the_runoff),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
