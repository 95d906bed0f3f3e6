#include "counting.h"

#define SHARE(p, q, relation, base)                                                                \
    {                                                                                              \
        {p, q}, relation, base                                                                     \
    }
#define TWO_ROUND .engine = CV_ENGINE_TWO_ROUND, .runoff_top = 2

static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
static const cv_rule_set hare = {.engine = CV_ENGINE_REMAINDER};
static const cv_rule_set from_30 = {.engine = CV_ENGINE_PLURALITY,
                                    .has_min_share = true,
                                    .min_share = SHARE(3, 10, CV_AT_LEAST, CV_BASE_VALID)};
static const cv_rule_set turnout = {.engine = CV_ENGINE_PLURALITY,
                                    .has_turnout_min = true,
                                    .turnout_min = SHARE(1, 3, CV_AT_LEAST, CV_BASE_REGISTERED)};
static const cv_rule_set against = {.engine = CV_ENGINE_PLURALITY,
                                    .against = CV_AGAINST_VOID_IF_ABOVE_LEADER};
static const cv_rule_set half = {TWO_ROUND, .n_win = 1,
                                 .win = {{SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)}}};
static const cv_rule_set bolivia = {
    TWO_ROUND, .n_win = 2,
    .win = {
            {SHARE(1, 2, CV_ABOVE, CV_BASE_VALID)},
            {SHARE(2, 5, CV_AT_LEAST, CV_BASE_VALID), true, SHARE(1, 10, CV_AT_LEAST, CV_BASE_VALID)}}
};

enum { NO = -1 }; /* not defined: no number of such ballots does it */

/* clang-format off */
static const struct {
    const char *name;
    const cv_rule_set *rules;
    int32_t seats;
    cv_count votes[8];
    int32_t against;    /* counted from 1; 0: none */
    cv_count registered; /* 0: as many as votes     */
    cv_count one, switched, removal, addition;
} rows[] = {
    {"Etobicoke Centre 2011", &plurality, 1, {21644, 21618, 7735, 1377, 149}, 0, 0, 26, 13, 26, 26},
    {"lead of one", &plurality, 1, {10, 9}, 0, 0, 1, 1, 1, 1},
    {"a tie", &plurality, 1, {9, 9}, 0, 0, 0, 0, 0, 0},
    {"alone", &plurality, 1, {9}, 0, 0, NO, NO, NO, NO},
    {"Taiwan 2016, three seats", &plurality, 3, {26979, 19468, 17052, 9118}, 0, 0, 7934, 3967, 7934, 7934},
    /* 34 of 100 against 30: 4 too many votes, or 10 more votes for the others, keep 30 % */
    {"minimum share", &from_30, 1, {34, 22, 22, 22}, 0, 0, 5, 5, 6, 12},
    {"share short by 3", &from_30, 1, {27, 25, 24, 24}, 0, 0, 3, 3, 10, 5},
    {"turnout by 7", &turnout, 1, {70, 37}, 0, 300, 33, 17, 8, 33},
    {"turnout missed by 3", &turnout, 1, {60, 37}, 0, 300, NO, NO, NO, 3},
    {"against all, 4 behind", &against, 1, {50, 46, 4}, 2, 0, 5, 3, 5, 5},
    {"against all, 4 ahead", &against, 1, {46, 50, 4}, 2, 0, 4, 2, 4, 4},
    {"Bolivia 2019", &bolivia, 1, {2889359, 2240920, 539081, 260316, 76827, 42334, 39826, 49008}, 0, 0, 34672, 17336, 38525, 31520},
    /* 55 of 100: e = 10 */
    {"majority lost", &half, 1, {55, 25, 20}, 0, 0, 5, 5, 10, 10},
    /* 45 of 100: ⌊(100 − 90)/2⌋ + 1 = 6 switched, 11 added; or 5 of the second's for a tie */
    {"majority reached, or the second changes", &half, 1, {45, 32, 23}, 0, 0, 6, 5, 9, 9},
    {"run-off, majority nearer", &half, 1, {49, 40, 11}, 0, 0, 2, 2, 3, 3},
    /* lists that passed; 7.3's example by Hare is in the table below */
    {"Kyrgyzstan 2015", &hare, 120, {432846, 318266, 205268, 147115, 134039, 122500}, 0, 0, 6996, 3498, NO, NO},
    {"Kyrgyzstan 2010", &hare, 120, {266923, 241528, 232682, 217601, 168218}, 0, 0, 2779, 1390, NO, NO},
    {"Russia 2011, certified", &hare, 450, {32379135, 12599507, 8695522, 7664570}, 0, 0, 14925, 7463, NO, NO},
    {"Russia 2011, by the forms", &hare, 450, {32371737, 12599420, 8695458, 7664516}, 0, 0, 10064, 5032, NO, NO},
    {"Taiwan 2016, list", &hare, 34, {5370953, 3280949, 794838, 744315}, 0, 0, 50523, 25262, NO, NO},
};
/* clang-format on */

static void expect_count(const char *row, const char *what, cv_count found, cv_count expected)
{
    expect_int(row, what, found == CV_BLANK ? NO : found, expected);
}

static void finds_margins(void **state)
{
    (void)state;
    bench b = bench_open();
    for (int32_t i = 0; i < LEN(rows); i++) {
        int32_t n = LEN(rows[i].votes);
        while (n > 1 && rows[i].votes[n - 1] == 0) n--;
        cv_totals totals = totals_of(rows[i].votes, n);
        if (rows[i].registered) totals.registered = rows[i].registered;
        cv_option_facts options[8] = {0};
        if (rows[i].against) options[rows[i].against - 1].standing = CV_AGAINST_ALL;
        cv_tally_facts facts = {.option = options};
        cv_tally t = count_or_fail(&b, rows[i].name,
                                   (cv_tally_task){&totals, rows[i].seats, rows[i].rules, &facts});
        cv_margin m = t.margin;
        expect_count(rows[i].name, "margin", m.votes, rows[i].one);
        expect_count(rows[i].name, "switch margin", m.switched, rows[i].switched);
        if (rows[i].rules == &hare) continue;
        expect_count(rows[i].name, "margin by removal", m.removal, rows[i].removal);
        expect_count(rows[i].name, "margin by addition", m.addition, rows[i].addition);
    }
    bench_close(&b);
}

/* 47,000 16,000 15,900 12,000 6,000 3,100 over ten seats (methods.md, Lists). */
static const struct {
    const char *name;
    const cv_divisors *series;
    cv_count one, switched;
    int32_t winner, loser; /* of the one wrong total; −1: not in the table */
} series[] = {
    {"D'Hondt",       &CV_DHONDT,           234,  175, 2,  0},
    {"Sainte-Laguë", &CV_SAINTE_LAGUE,     234,  175, 2,  0},
    {"1.4",           &CV_SAINTE_LAGUE_14,  1312, 969, -1, 4},
    {"1.2",           &CV_SAINTE_LAGUE_12,  267,  236, 0,  4},
    {"Danish",        &CV_DANISH,           875,  700, 2,  5},
    {"Imperiali",     &CV_IMPERIALI_SERIES, 1334, 800, 3,  1},
    {"1.42",          &CV_CZECH_142,        234,  175, 2,  0},
    {"Macau",         &CV_MACAU,            125,  112, 4,  0},
};

static void finds_margins_of_series(void **state)
{
    (void)state;
    static const cv_count votes[] = {47000, 16000, 15900, 12000, 6000, 3100};
    bench b = bench_open();
    cv_totals totals = totals_of(votes, 6);
    for (int32_t i = 0; i < LEN(series); i++) {
        cv_rule_set rules = {.engine = CV_ENGINE_DIVISOR, .divisors = *series[i].series};
        cv_tally t = count_or_fail(&b, series[i].name, (cv_tally_task){&totals, 10, &rules, NULL});
        expect_count(series[i].name, "margin", t.margin.votes, series[i].one);
        expect_count(series[i].name, "switch margin", t.margin.switched, series[i].switched);
        expect_int(series[i].name, "loser", t.margin.loser, series[i].loser);
        if (series[i].winner >= 0)
            expect_int(series[i].name, "winner", t.margin.winner, series[i].winner);
        expect_int(series[i].name, "kind", t.margin.kind, CV_MARGIN_ONE_SIDED);
    }
    cv_tally t = count_or_fail(&b, "Hare", (cv_tally_task){&totals, 10, &hare, NULL});
    expect_count("Hare", "margin", t.margin.votes, 100);
    expect_count("Hare", "switch margin", t.margin.switched, 50);
    expect_int("Hare", "winner", t.margin.winner, 1);
    expect_int("Hare", "loser", t.margin.loser, 2);
    bench_close(&b);
}

/* 5 % of valid votes, Sainte-Laguë, 630 seats, the Danish minority exempt. */
static void finds_germany_2025(void **state)
{
    (void)state;
    enum { CDU, AFD, SPD, GREENS, LEFT, CSU, BSW, FDP, SSW, OTHERS_1, OTHERS_2, N };
    static const cv_count votes[N] = {11196374, 10328780, 8149124, 5762380, 4356532, 2964028,
                                      2472947,  2148757,  76138,   1100000, 1094452};
    cv_totals totals = totals_of(votes, N);
    assert_int_equal(totals.valid, 49649512);
    cv_rule_set rules = {.engine = CV_ENGINE_DIVISOR,
                         .divisors = CV_SAINTE_LAGUE,
                         .n_thresholds = 1,
                         .threshold = {SHARE(1, 20, CV_AT_LEAST, CV_BASE_VALID)}};
    cv_option_facts options[N] = {[SSW] = {.exempt = true}};
    cv_tally_facts facts = {.option = options};
    bench b = bench_open();
    cv_tally t = count_or_fail(&b, "2025", (cv_tally_task){&totals, 630, &rules, &facts});
    assert_int_equal(t.margin.votes, 3285);
    assert_int_equal(t.margin.switched, 2598);
    assert_int_equal(t.margin.winner, CSU);
    assert_int_equal(t.margin.loser, CDU);
    assert_int_equal(t.margin.kind, CV_MARGIN_ONE_SIDED);
    for (int32_t i = 0; i < t.n_thresholds; i++) {
        const cv_threshold_line *line = &t.threshold[i];
        if (line->option != BSW) continue;
        assert_false(line->passes);
        assert_int_equal(line->margin.votes, 9529);
        assert_int_equal(line->margin.switched, 9529);
        assert_int_equal(line->margin.addition, 10031);
        assert_int_equal(line->margin.removal, 190572);
        assert_int_equal(line->margin.loser, BSW);
    }
    bench_close(&b);
}

static void finds_austria_1995(void **state)
{
    (void)state;
    static const cv_count votes[] = {1843474, 1370510, 1060377, 233208, 267026};
    cv_rule_set rules = {.engine = CV_ENGINE_DIVISOR, .divisors = CV_DHONDT};
    cv_totals totals = totals_of(votes, 5);
    bench b = bench_open();
    cv_tally t = count_or_fail(&b, "1995", (cv_tally_task){&totals, 183, &rules, NULL});
    assert_int_equal(t.margin.votes, 172);
    assert_int_equal(t.margin.switched, 97);
    assert_int_equal(t.margin.winner, 2);
    assert_int_equal(t.margin.loser, 1);
    bench_close(&b);
}

/* A list crosses the threshold long before any seat moves between the others. */
static void a_threshold_can_be_nearest(void **state)
{
    (void)state;
    static const cv_count votes[] = {500, 453, 47};
    cv_rule_set rules = {.engine = CV_ENGINE_DIVISOR,
                         .divisors = CV_DHONDT,
                         .n_thresholds = 1,
                         .threshold = {SHARE(1, 20, CV_AT_LEAST, CV_BASE_VALID)}};
    cv_totals totals = totals_of(votes, 3);
    bench b = bench_open();
    cv_tally t = count_or_fail(&b, "near", (cv_tally_task){&totals, 21, &rules, NULL});
    assert_int_equal(t.margin.votes, 3);
    assert_int_equal(t.margin.on, CV_ON_THRESHOLD);
    assert_int_equal(t.margin.loser, 2);
    assert_int_equal(t.margin.kind, CV_MARGIN_ONE_SIDED);
    t = count_or_fail(&b, "one seat", (cv_tally_task){&totals, 1, &rules, NULL});
    assert_int_equal(t.margin.kind, CV_MARGIN_BOUND); /* it would come in, and win nothing */
    assert_int_equal(t.margin.low, 3);
    assert_int_equal(t.margin.votes, 47);
    bench_close(&b);
}

static void a_lot_leaves_no_margin(void **state)
{
    (void)state;
    static const cv_count votes[] = {100, 100};
    static const int32_t second[] = {1};
    cv_totals totals = totals_of(votes, 2);
    cv_lot lot = {1, second, CV_STR("")};
    cv_tally_facts facts = {.n_lots = 1, .lot = &lot};
    cv_rule_set dhondt = {.engine = CV_ENGINE_DIVISOR, .divisors = CV_DHONDT};
    const cv_rule_set *rules[] = {&plurality, &dhondt};
    bench b = bench_open();
    for (int32_t i = 0; i < 2; i++) {
        cv_tally t = count_or_fail(&b, "lot", (cv_tally_task){&totals, 1, rules[i], &facts});
        assert_int_equal(t.kind, CV_DECIDED);
        assert_int_equal(t.margin.votes, 0);
        assert_int_equal(t.margin.switched, 0);
        assert_int_equal(t.margin.kind, CV_MARGIN_ONE_SIDED);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_margins),
        cmocka_unit_test(finds_margins_of_series),
        cmocka_unit_test(finds_germany_2025),
        cmocka_unit_test(finds_austria_1995),
        cmocka_unit_test(a_threshold_can_be_nearest),
        cmocka_unit_test(a_lot_leaves_no_margin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
