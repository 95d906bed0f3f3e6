/* Published seats reproduced from published votes: elections of Austria, Israel, Slovakia,
 * Czechia and Switzerland, and the cases of the Dutch electoral council that are highest
 * averages alone. The files are read from CANVASS_DATA and are not part of the project. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/tally/counting.h"
#include "base/file.h"
#include "model/rule_names.h"

enum { LISTS = 64 };

static const cv_rule_set dhondt = {
    .engine = CV_ENGINE_DIVISOR, .divisors = {CV_SERIES_LINEAR, 1, 1, 1}
};

/* ---- files ---- */

static cv_str data_path(bench *b, const char *name)
{
    const char *data = getenv("CANVASS_DATA");
    cv_str dir = cv_path_join(cv_str_of(data ? data : "."), CV_STR("tally"), &b->keep);
    return cv_str_copy(&b->keep, cv_path_join(dir, cv_str_of(name), &b->keep));
}

/* The file's text; skips the test with a notice when it is not there. */
static cv_str read_or_skip(bench *b, const char *name)
{
    cv_str path = data_path(b, name), text = CV_STR("");
    if (!cv_file_exists(path)) {
        print_message("# skipped: no %s\n", path.s);
        bench_close(b);
        skip();
    }
    if (cv_file_read(&text, path, 1 << 24, &b->keep, &b->err) != CV_OK) fail_msg("%s", b->err.text);
    if (cv_str_starts(text, CV_STR("\xEF\xBB\xBF"))) text = cv_str_cut(text, 3, text.n);
    return text;
}

static cv_str take(cv_str *rest, const char *until)
{
    int64_t end = cv_str_find(*rest, cv_str_of(until), 0), skip_to = 0;
    cv_str part = end < 0 ? *rest : cv_str_cut(*rest, 0, end);
    skip_to = end < 0 ? rest->n : end + (int64_t)strlen(until);
    *rest = cv_str_cut(*rest, skip_to, rest->n);
    return part;
}

static cv_count count_of(cv_str s)
{
    cv_count n = 0;
    if (cv_count_parse(&n, cv_str_trim(s)) != CV_PARSE_OK)
        fail_msg("'%.*s' is no count", CV_ARG(s));
    return n;
}

static cv_tally seats_for(bench *b, const char *row, const cv_count *votes, int32_t n,
                          int32_t seats, const cv_rule_set *rules)
{
    cv_totals totals = totals_of(votes, n);
    return count_or_fail(b, row, (cv_tally_task){&totals, seats, rules, NULL});
}

/* ---- Austria ---- */

/* `71, 40, 31`. Returns how many. */
static int32_t numbers(cv_str list, cv_count *out)
{
    int32_t n = 0;
    while (list.n > 0 && n < LISTS) out[n++] = count_of(take(&list, ","));
    return n;
}

static void austria(void **state)
{
    (void)state;
    /* README of the set: margin and switch margin of each allocation */
    static const cv_count margins[][3] = {
        {2019, 2223, 1554},
        {2017, 2172, 1171},
        {2013, 6603, 5170},
        {2008, 5100, 3745},
        {2006, 2225, 1990},
        {2002, 1231, 661 },
        {1999, 5448, 3001},
        {1995, 172,  97  },
        {1994, 6575, 4035}
    };
    cv_rule_set rules = dhondt;
    rules.n_thresholds = 1;
    rules.threshold[0] = share(1, 25, CV_AT_LEAST, CV_BASE_VALID);
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "apportionment/nr_wahlen.txt");
    for (int32_t e = 0; e < LEN(margins); e++) {
        cv_str line = take(&text, "\n");
        char row[32];
        cv_count votes[LISTS], seats[LISTS];
        take(&line, "(");
        cv_count year = count_of(take(&line, ","));
        snprintf(row, sizeof row, "Austria %lld", (long long)year);
        take(&line, "]");
        take(&line, "[");
        int32_t n = numbers(take(&line, "]"), votes);
        take(&line, "[");
        assert_int_equal(numbers(take(&line, "]"), seats), n);
        cv_tally t = seats_for(&b, row, votes, n, 183, &rules);
        for (int32_t i = 0; i < n; i++) expect_int(row, "seats", t.seats[i], seats[i]);
        expect_int(row, "year", year, margins[e][0]);
        expect_int(row, "margin", t.margin.votes, margins[e][1]);
        expect_int(row, "switch margin", t.margin.switched, margins[e][2]);
    }
    bench_close(&b);
}

/* ---- Israel: surplus agreements, then the lists of each ---- */

/* `885163+345985, 543458`: groups[k] holds the parts of the k-th. */
typedef struct {
    int32_t n;
    cv_count sum[LISTS], part[LISTS][2];
    int32_t n_parts[LISTS];
} groups;

static groups groups_of(cv_str list)
{
    groups g = {0};
    while (list.n > 0 && g.n < LISTS) {
        cv_str one = take(&list, ",");
        while (one.n > 0 && g.n_parts[g.n] < 2) {
            cv_count votes = count_of(take(&one, "+"));
            g.part[g.n][g.n_parts[g.n]++] = votes;
            g.sum[g.n] += votes;
        }
        g.n++;
    }
    return g;
}

static void israel(void **state)
{
    (void)state;
    static const cv_count margins[][3] = {
        {19, 4707, 4217},
        {20, 7754, 4583},
        {21, 71,   51  },
        {22, 68,   48  }
    };
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "apportionment/knesset.txt");
    for (int32_t e = 0; e < LEN(margins); e++) {
        cv_str line = take(&text, "\n");
        char row[32];
        take(&line, "[");
        cv_count number = count_of(take(&line, ","));
        snprintf(row, sizeof row, "Knesset %lld", (long long)number);
        take(&line, "], [");
        groups votes = groups_of(take(&line, "], ["));
        groups seats = groups_of(take(&line, "]"));
        cv_tally t = seats_for(&b, row, votes.sum, votes.n, 120, &dhondt);
        for (int32_t i = 0; i < votes.n; i++) {
            expect_int(row, "seats of the agreement", t.seats[i], seats.sum[i]);
            cv_tally inner =
                seats_for(&b, row, votes.part[i], votes.n_parts[i], t.seats[i], &dhondt);
            for (int32_t k = 0; k < votes.n_parts[i]; k++)
                expect_int(row, "seats of the list", inner.seats[k], seats.part[i][k]);
        }
        expect_int(row, "number", number, margins[e][0]);
        expect_int(row, "margin", t.margin.votes, margins[e][1]);
        expect_int(row, "switch margin", t.margin.switched, margins[e][2]);
    }
    bench_close(&b);
}

/* ---- Slovakia ---- */

static void slovakia(void **state)
{
    (void)state;
    const cv_share_test five = share(1, 20, CV_AT_LEAST, CV_BASE_VALID);
    const cv_share_test seven = share(7, 100, CV_AT_LEAST, CV_BASE_VALID);
    cv_rule_set rules = {
        .engine = CV_ENGINE_REMAINDER,
        .quota = CV_QUOTA_HAGENBACH_BISCHOFF_HALF_UP,
        .over_award = CV_OVER_SUBTRACT,
        .n_thresholds = 2,
        .threshold = {five, seven},
        .threshold_from = {0,    2    }
    };
    cv_count votes[LISTS], seats[LISTS];
    cv_option_facts options[LISTS] = {0};
    cv_tally_facts facts = {.option = options};
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "votelib/sk_nr_2020.csv");
    int32_t n = 0, coalition = -1;
    while (text.n > 0 && n < LISTS) {
        cv_str line = cv_str_trim(take(&text, "\n"));
        if (line.n == 0) continue;
        take(&line, ";");
        bool together = count_of(take(&line, ";")) > 0;
        options[n].parties = together ? 2 : 1;
        if (together && coalition < 0) coalition = n;
        votes[n] = count_of(take(&line, ";"));
        seats[n++] = count_of(line);
    }
    cv_totals totals = totals_of(votes, n);
    cv_tally t = count_or_fail(&b, "2020", (cv_tally_task){&totals, 150, &rules, &facts});
    for (int32_t i = 0; i < n; i++) expect_int("Slovakia 2020", "seats", t.seats[i], seats[i]);
    for (int32_t i = 0; i < t.n_thresholds; i++) /* 6.968 %: 926 votes short of 7 % */
        if (t.threshold[i].option == coalition && t.threshold[i].which == 1)
            expect_int("Slovakia 2020", "coalition is short by", t.threshold[i].margin.votes, 926);
    bench_close(&b);
}

static void slovak_president(void **state)
{
    (void)state;
    cv_rule_set rules = {.engine = CV_ENGINE_TWO_ROUND,
                         .runoff_top = 2,
                         .n_win = 1,
                         .win = {{share(1, 2, CV_ABOVE, CV_BASE_VALID)}}};
    cv_count votes[LISTS];
    int32_t n = 0;
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "votelib/sk_prez_2019.csv");
    while (text.n > 0) {
        cv_str line = cv_str_trim(take(&text, "\n"));
        take(&line, ";");
        if (line.n > 0) votes[n++] = count_of(line);
    }
    cv_tally t = seats_for(&b, "Slovakia 2019", votes, n, 1, &rules);
    assert_int_equal(t.kind, CV_RUNOFF);
    assert_int_equal(t.n_winners, 2);
    assert_int_equal(votes[t.winner[0]], 870415);
    assert_int_equal(votes[t.winner[1]], 400379);
    bench_close(&b);
}

/* ---- Czechia ---- */

typedef struct {
    int32_t n_lists, n_regions;
    cv_str name[LISTS];
    cv_count votes[LISTS][LISTS]; /* [region][list] */
    cv_count national[LISTS], region[LISTS], valid;
} czech;

static czech czech_of(cv_str text)
{
    czech c = {0};
    take(&text, "\n");
    while (text.n > 0 && c.n_lists < LISTS) {
        cv_str line = cv_str_trim(take(&text, "\n"));
        if (line.n == 0) continue;
        int32_t list = c.n_lists++, region = 0;
        c.name[list] = take(&line, ";");
        while (line.n > 0) {
            cv_count votes = count_of(take(&line, ";"));
            c.votes[region][list] = votes;
            c.national[list] += votes;
            c.region[region++] += votes;
            c.valid += votes;
        }
        c.n_regions = region;
    }
    return c;
}

static int32_t list_named(const czech *c, const char *name)
{
    for (int32_t i = 0; i < c->n_lists; i++)
        if (cv_str_eq(c->name[i], cv_str_of(name))) return i;
    fail_msg("no list '%s'", name);
    return -1;
}

/* 200 seats to the regions by votes cast; in each d'Hondt among the lists with 5 % nationwide. */
static void czechia(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t seats;
    } expect[] = {
        {"ANO",      78},
        {"ODS",      25},
        {"Piráti",  22},
        {"SPD",      22},
        {"ČSSD",    15},
        {"KSČM",    15},
        {"KDU-ČSL", 10},
        {"TOP 09",   7 },
        {"STAN",     6 }
    };
    const cv_rule_set hare = {.engine = CV_ENGINE_REMAINDER};
    bench b = bench_open();
    czech c = czech_of(read_or_skip(&b, "votelib/cz_psp_2017.csv"));
    cv_tally regions = seats_for(&b, "regions", c.region, c.n_regions, 200, &hare);
    int32_t seats[LISTS] = {0};
    cv_count margin = CV_COUNT_MAX, switched = CV_COUNT_MAX;
    for (int32_t r = 0; r < c.n_regions; r++) {
        for (int32_t i = 0; i < c.n_lists; i++)
            if (20 * c.national[i] < c.valid) c.votes[r][i] = 0;
        cv_tally t = seats_for(&b, "region", c.votes[r], c.n_lists, regions.seats[r], &dhondt);
        for (int32_t i = 0; i < c.n_lists; i++) seats[i] += t.seats[i];
        if (t.margin.switched < switched) {
            margin = t.margin.votes;
            switched = t.margin.switched;
        }
    }
    for (int32_t i = 0; i < LEN(expect); i++)
        expect_int(expect[i].name, "seats", seats[list_named(&c, expect[i].name)], expect[i].seats);
    expect_int("Czechia 2017", "smallest margin", margin, 142);
    expect_int("Czechia 2017", "smallest switch margin", switched, 95);
    bench_close(&b);
}

/* Nové Město nad Metují 2018: 21 seats, 5 %, d'Hondt over the votes of each list's candidates. */
static void czech_council(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int32_t seats;
    } expect[] = {
        {"ČSSD",    1},
        {"KSČM",    1},
        {"VPM",      6},
        {"NM",       3},
        {"KDU-ČSL", 3},
        {"ODS",      4},
        {"VČ",      3}
    };
    cv_rule_set rules = dhondt;
    rules.n_thresholds = 1;
    rules.threshold[0] = share(1, 20, CV_AT_LEAST, CV_BASE_VALID);
    cv_count votes[LEN(expect)] = {0};
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "votelib/nmnmet_cc_2018.csv");
    while (text.n > 0) {
        cv_str line = cv_str_trim(take(&text, "\n")), list = take(&line, ";");
        take(&line, ";");
        for (int32_t i = 0; i < LEN(expect); i++)
            if (cv_str_eq(list, cv_str_of(expect[i].name))) votes[i] += count_of(line);
    }
    cv_tally t = seats_for(&b, "council", votes, LEN(expect), 21, &rules);
    for (int32_t i = 0; i < LEN(expect); i++)
        expect_int(expect[i].name, "seats", t.seats[i], expect[i].seats);
    bench_close(&b);
}

/* ---- Switzerland: lists in sub-connections in connections ---- */

typedef struct {
    const char *key[3]; /* connection, sub-connection, list */
    cv_count votes;
    int32_t seats, expected;
} swiss_list;

static bool same_group(const swiss_list *a, const swiss_list *b, int32_t level)
{
    for (int32_t l = 0; l <= level; l++)
        if (strcmp(a->key[l], b->key[l]) != 0) return false;
    return true;
}

/* Shares `seats` among the groups of `level` that lie within the group of list[first]. */
static void share_out(bench *b, swiss_list *list, int32_t n, int32_t first, int32_t level,
                      int32_t seats)
{
    cv_count votes[LISTS] = {0};
    int32_t leader[LISTS], n_groups = 0;
    for (int32_t i = 0; i < n; i++) {
        if (level > 0 && !same_group(&list[i], &list[first], level - 1)) continue;
        int32_t g = 0;
        while (g < n_groups && !same_group(&list[leader[g]], &list[i], level)) g++;
        if (g == n_groups) leader[n_groups++] = i;
        votes[g] += list[i].votes;
    }
    cv_tally t = seats_for(b, "connection", votes, n_groups, seats, &dhondt);
    for (int32_t g = 0; g < n_groups; g++) {
        if (level == 2)
            list[leader[g]].seats = t.seats[g];
        else
            share_out(b, list, n, leader[g], level + 1, t.seats[g]);
    }
}

static int32_t swiss_lists(const json_t *election, swiss_list *list)
{
    const char *id;
    json_t *l;
    int32_t n = 0;
    json_object_foreach(json_object_get(election, "lists"), id, l)
    {
        const char *connection = json_string_value(json_object_get(l, "connection"));
        const char *parent = json_string_value(json_object_get(l, "parent"));
        bool sub = parent[0] != 0;
        const char *own = connection[0] ? connection : id;
        list[n++] = (swiss_list){
            .key = {sub ? parent : own, sub ? connection : id, id},
            .votes = json_integer_value(json_object_get(l, "votes")),
            .expected = (int32_t)json_integer_value(json_object_get(l, "seats"))
        };
    }
    return n;
}

static void switzerland(void **state)
{
    (void)state;
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "onegov/expected_nested.json");
    json_t *all = json_loadb(text.s, (size_t)text.n, 0, NULL), *election;
    size_t at;
    assert_int_equal(json_array_size(all), 5);
    json_array_foreach(all, at, election)
    {
        const char *name = json_string_value(json_object_get(election, "file"));
        int32_t seats = (int32_t)json_integer_value(json_object_get(election, "seats"));
        swiss_list list[LISTS];
        cv_count votes[LISTS];
        int32_t n = swiss_lists(election, list);
        share_out(&b, list, n, 0, 0, seats);
        for (int32_t i = 0; i < n; i++) {
            expect_int(name, list[i].key[2], list[i].seats, list[i].expected);
            votes[i] = list[i].votes;
        }
        cv_tally plain = seats_for(&b, name, votes, n, seats, &dhondt);
        json_t *lists = json_object_get(election, "lists");
        for (int32_t i = 0; i < n; i++) {
            json_t *l = json_object_get(lists, list[i].key[2]);
            expect_int(name, "without connections", plain.seats[i],
                       json_integer_value(json_object_get(l, "seats_without_connections")));
        }
    }
    json_decref(all);
    bench_close(&b);
}

/* ---- the Netherlands: 19 seats and more are highest averages (Elections Act, art. P 7) ---- */

static int32_t dutch_votes(const json_t *c, cv_count *votes)
{
    json_t *list = json_object_get(c, "list_votes");
    size_t n = json_array_size(list);
    for (size_t i = 0; i < n; i++) votes[i] = json_integer_value(json_array_get(list, i));
    return (int32_t)n;
}

/* Art. P 9: a list with more than half of the votes and at most half of the seats takes one. */
static bool majority_rule(const cv_tally *t, const cv_count *votes, int32_t n, int32_t seats)
{
    cv_count sum = 0;
    for (int32_t i = 0; i < n; i++) sum += votes[i];
    for (int32_t i = 0; i < n; i++)
        if (2 * votes[i] > sum && 2 * t->seats[i] <= seats) return true;
    return false;
}

static void netherlands(void **state)
{
    (void)state;
    bench b = bench_open();
    cv_str text = read_or_skip(&b, "abacus/apportionment_cases.json");
    json_t *all = json_loadb(text.s, (size_t)text.n, 0, NULL), *c;
    size_t at;
    int32_t compared = 0;
    json_array_foreach(json_object_get(all, "cases"), at, c)
    {
        cv_count votes[LISTS];
        int32_t seats = (int32_t)json_integer_value(json_object_get(c, "seats"));
        int32_t n = dutch_votes(c, votes);
        const char *name = json_string_value(json_object_get(c, "doc"));
        bool lots = json_is_true(json_object_get(c, "needs_lots"));
        if (seats < 19 || n == 0 || lots) continue;
        cv_tally t = seats_for(&b, name, votes, n, seats, &dhondt);
        if (majority_rule(&t, votes, n, seats)) continue;
        json_t *expected = json_array_get(json_object_get(c, "expected_total_seats"), 0);
        for (int32_t i = 0; i < n; i++)
            expect_int(name, "seats", t.seats[i],
                       json_integer_value(json_array_get(expected, (size_t)i)));
        compared++;
    }
    assert_int_equal(compared, 4);
    json_decref(all);
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(austria),     cmocka_unit_test(israel),
        cmocka_unit_test(slovakia),    cmocka_unit_test(slovak_president),
        cmocka_unit_test(czechia),     cmocka_unit_test(czech_council),
        cmocka_unit_test(switzerland), cmocka_unit_test(netherlands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
