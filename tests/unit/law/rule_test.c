/* Rules of the shipped profiles against figures on both sides of each boundary, worked by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/law.h"
#include "read/law.h"

static cv_arena keep, work;
static cv_laws shipped;

static int open_laws(void **state)
{
    (void)state;
    keep = cv_arena_open();
    work = cv_arena_open();
    shipped = cv_laws_shipped(&keep, &work);
    return 0;
}

static int close_laws(void **state)
{
    (void)state;
    cv_arena_close(&work);
    cv_arena_close(&keep);
    return 0;
}

typedef struct {
    cv_law_quantity quantity;
    cv_count value;
} fig;

typedef struct {
    const char *name, *law, *key;
    int32_t which; /* of several lines of the key, in the order of the file */
    fig figure[4];
    cv_law_answer answer;
    cv_law_why why;
} row;

#define YES   CV_LAW_REACHED, CV_LAW_WHY_NONE
#define NO    CV_LAW_NOT_REACHED, CV_LAW_WHY_NONE
#define VALUE CV_LAW_UNDECIDABLE, CV_LAW_WHY_NO_VALUE
#define GAP   CV_LAW_UNDECIDABLE, CV_LAW_WHY_NO_FIGURE
#define BASES CV_LAW_UNDECIDABLE, CV_LAW_WHY_BASES
#define WORDS CV_LAW_JUDGED, CV_LAW_WHY_NONE

#define LEADER(n)                                                                                  \
    {                                                                                              \
        CV_LAW_VOTES_LEADER, n                                                                     \
    }
#define AGAINST(n)                                                                                 \
    {                                                                                              \
        CV_LAW_VOTES_AGAINST_ALL, n                                                                \
    }
#define LIST(n)                                                                                    \
    {                                                                                              \
        CV_LAW_VOTES_LIST, n                                                                       \
    }
#define MARGIN(n)                                                                                  \
    {                                                                                              \
        CV_LAW_MARGIN, n                                                                           \
    }
#define VALID(n)                                                                                   \
    {                                                                                              \
        CV_LAW_VALID, n                                                                            \
    }
#define BALLOTS(n)                                                                                 \
    {                                                                                              \
        CV_LAW_BALLOTS, n                                                                          \
    }
#define PERSONS(n)                                                                                 \
    {                                                                                              \
        CV_LAW_PARTICIPANTS, n                                                                     \
    }
#define ISSUED(n)                                                                                  \
    {                                                                                              \
        CV_LAW_ISSUED, n                                                                           \
    }
#define BOX(n)                                                                                     \
    {                                                                                              \
        CV_LAW_BOX, n                                                                              \
    }
#define REGISTERED(n)                                                                              \
    {                                                                                              \
        CV_LAW_REGISTERED, n                                                                       \
    }
#define VOTERS(n)                                                                                  \
    {                                                                                              \
        CV_LAW_REGISTERED_INVALID, n                                                               \
    }
#define STATIONS(n)                                                                                \
    {                                                                                              \
        CV_LAW_STATIONS, n                                                                         \
    }
#define INVALID(n)                                                                                 \
    {                                                                                              \
        CV_LAW_STATIONS_INVALID, n                                                                 \
    }
#define CANCELLED(n)                                                                               \
    {                                                                                              \
        CV_LAW_CANCELLED, n                                                                        \
    }
#define DOUBT(n)                                                                                   \
    {                                                                                              \
        CV_LAW_QUESTIONED, n                                                                       \
    }

/* clang-format off */
static const row rows[] = {
    /* win.* */
    {"half of those who took part is not more", "kg-2005", "win.round1", 0, {LEADER(50), PERSONS(100)}, NO},
    {"one above half",                  "kg-2005", "win.round1", 0, {LEADER(51), PERSONS(101)}, YES},
    {"half of an odd number",           "kg-2005", "win.round1", 0, {LEADER(50), PERSONS(101)}, NO},
    {"valid votes are not the base",    "kg-2005", "win.round1", 0, {LEADER(51), PERSONS(102), VALID(100)}, NO},
    {"president, 2011",                 "kg-2011", "win.president", 0, {LEADER(51), PERSONS(100)}, YES},
    {"30 % is enough",                  "ge-2012-smd", "win.round1", 0, {LEADER(30), VALID(100)}, YES},
    {"29.9 % is not",                   "ge-2012-smd", "win.round1", 0, {LEADER(299), VALID(1000)}, NO},
    {"Bolivia 2019, by the lead",       "bo-2009", "win.president", 0, {LEADER(2889359), VALID(6137671), MARGIN(648439)}, YES},
    {"10 m - valid = 9",                "bo-2009", "win.president", 0, {LEADER(2889359), VALID(6137671), MARGIN(613768)}, YES},
    {"10 m - valid = -1",               "bo-2009", "win.president", 0, {LEADER(2889359), VALID(6137671), MARGIN(613767)}, NO},
    {"exactly a tenth",                 "bo-2009", "win.president", 0, {LEADER(2889359), VALID(6137670), MARGIN(613767)}, YES},
    {"39 % with any lead",              "bo-2009", "win.president", 0, {LEADER(39), VALID(100), MARGIN(39)}, NO},
    {"40 % and a tenth",                "bo-2009", "win.president", 0, {LEADER(40), VALID(100), MARGIN(10)}, YES},
    {"half, no lead to speak of",       "bo-2009", "win.president", 0, {LEADER(51), VALID(100), MARGIN(2)}, YES},
    {"half is not more than half",      "bo-2009", "win.president", 0, {LEADER(50), VALID(100), MARGIN(9)}, NO},
    {"lead not known, half passed",     "bo-2009", "win.president", 0, {LEADER(51), VALID(100)}, YES},
    {"lead not known, below 40 %",      "bo-2009", "win.president", 0, {LEADER(39), VALID(100)}, NO},
    {"lead not known, between",         "bo-2009", "win.president", 0, {LEADER(45), VALID(100)}, GAP},
    {"most votes: the count says",      "ca", "win.round1", 0, {LEADER(5)}, WORDS},
    /* against_all */
    {"Kochkor: 62 against all to 30",   "kg-2005", "against_all", 0, {LEADER(30), AGAINST(62)}, YES},
    {"level leaves the leader",         "kg-2005", "against_all", 0, {LEADER(62), AGAINST(62)}, NO},
    {"one behind",                      "kg-2005", "against_all", 0, {LEADER(61), AGAINST(62)}, YES},
    {"two districts of 2021",           "kg-2021-smd", "against_all", 0, {LEADER(100), AGAINST(101)}, YES},
    {"Russia, level",                   "ru-2002", "against_all", 0, {LEADER(9), AGAINST(9)}, NO},
    {"Russia, above",                   "ru-2002", "against_all", 0, {LEADER(9), AGAINST(10)}, YES},
    /* turnout.min */
    {"nobody found the figure of 2005", "kg-2005", "turnout.min", 0, {PERSONS(9), REGISTERED(10)}, VALUE},
    {"a fifth",                         "ru-2002", "turnout.min", 0, {PERSONS(20), REGISTERED(100)}, YES},
    {"below a fifth",                   "ru-2002", "turnout.min", 0, {PERSONS(199), REGISTERED(1000)}, NO},
    {"a third",                         "md-2022", "turnout.min", 0, {PERSONS(500), REGISTERED(1500)}, YES},
    {"below a third",                   "md-2022", "turnout.min", 0, {PERSONS(450), REGISTERED(1500)}, NO},
    {"a third, first round",            "md-2017", "turnout.min", 0, {PERSONS(1), REGISTERED(3)}, YES},
    {"a third, repeat",                 "md-1997", "turnout.min", 0, {PERSONS(1), REGISTERED(4)}, NO},
    {"register not known",              "md-2022", "turnout.min", 0, {PERSONS(450)}, GAP},
    /* void.by_stations */
    {"1500 of 4100",                    "kg-2011", "void.by_stations", 0, {VOTERS(1500), REGISTERED(4100)}, YES},
    {"a third is not more",             "kg-2011", "void.by_stations", 0, {VOTERS(1000), REGISTERED(3000)}, NO},
    {"a third and one",                 "kg-2011", "void.by_stations", 0, {VOTERS(1001), REGISTERED(3000)}, YES},
    {"district 13: 20000 of 30000",     "kg-2025", "void.by_stations", 0, {VOTERS(20000), REGISTERED(30000)}, YES},
    {"two of five stations",            "az-2003", "void.by_stations", 0, {INVALID(2), STATIONS(5)}, NO},
    {"three of five",                   "az-2003", "void.by_stations", 0, {INVALID(3), STATIONS(5)}, YES},
    {"stations, and a quarter",         "az-president", "void.by_stations", 0, {INVALID(3), STATIONS(5), VOTERS(25), REGISTERED(100)}, NO},
    {"stations, and past a quarter",    "az-president", "void.by_stations", 0, {INVALID(3), STATIONS(5), VOTERS(26), REGISTERED(100)}, YES},
    {"few stations, many voters",       "az-president", "void.by_stations", 0, {INVALID(2), STATIONS(5), VOTERS(90), REGISTERED(100)}, NO},
    {"few stations, voters not known",  "az-president", "void.by_stations", 0, {INVALID(2), STATIONS(5)}, NO},
    {"many stations, voters not known", "az-president", "void.by_stations", 0, {INVALID(3), STATIONS(5)}, GAP},
    {"a quarter is enough",             "ru", "void.by_stations", 0, {VOTERS(1), REGISTERED(4)}, YES},
    {"below a quarter",                 "ru", "void.by_stations", 0, {VOTERS(249), REGISTERED(1000)}, NO},
    {"a tenth is not more",             "ge-2004", "void.by_stations", 0, {VOTERS(10), REGISTERED(100)}, NO},
    {"past a tenth",                    "ge-2004", "void.by_stations", 0, {VOTERS(11), REGISTERED(100)}, YES},
    {"a fifth of the stations",         "mx-deputies", "void.by_stations", 0, {INVALID(20), STATIONS(100)}, YES},
    {"below a fifth",                   "mx-deputies", "void.by_stations", 0, {INVALID(19), STATIONS(100)}, NO},
    {"a quarter of the stations",       "mx-president", "void.by_stations", 0, {INVALID(25), STATIONS(100)}, YES},
    {"below a quarter",                 "mx-president", "void.by_stations", 0, {INVALID(24), STATIONS(100)}, NO},
    {"quotients, which are no figure",  "al-2008", "void.by_stations", 0, {VOTERS(5), REGISTERED(9)}, GAP},
    /* void.by_cancelled_votes: of valid votes, or of those who took part */
    {"2022: a third",                   "kg-2021-smd", "void.by_cancelled_votes", 0, {CANCELLED(300), VALID(900), PERSONS(900)}, NO},
    {"2023: 35.86 %",                   "kg-2021-smd", "void.by_cancelled_votes", 0, {CANCELLED(3586), VALID(10000), PERSONS(10000)}, YES},
    {"a third of those who took part, more of the valid votes", "kg-2011", "void.by_cancelled_votes", 0, {CANCELLED(300), VALID(880), PERSONS(900)}, BASES},
    {"one base not known",              "kg-2011", "void.by_cancelled_votes", 0, {CANCELLED(300), VALID(900)}, GAP},
    /* station.invalid */
    {"110 % of 100 papers",             "ua-2020", "station.invalid", 1, {BOX(110), ISSUED(100)}, NO},
    {"111 papers of 100",               "ua-2020", "station.invalid", 1, {BOX(111), ISSUED(100)}, YES},
    {"illegal votes, not counted",      "ua-2020", "station.invalid", 0, {BOX(111), ISSUED(100)}, GAP},
    {"will of the voters",              "kg-2005", "station.invalid", 0, {BOX(1)}, WORDS},
    /* annul.test */
    {"Etobicoke, 79 against 26",        "ca", "annul.test", 0, {DOUBT(79), MARGIN(26)}, YES},
    {"as many as the margin",           "ca", "annul.test", 0, {DOUBT(26), MARGIN(26)}, YES},
    {"one fewer",                       "ca", "annul.test", 0, {DOUBT(25), MARGIN(26)}, NO},
    {"Armenia",                         "am-2006", "annul.test", 0, {DOUBT(20), MARGIN(26)}, NO},
    {"Venice Commission",               "venice", "annul.test", 0, {DOUBT(20), MARGIN(26)}, WORDS},
    /* recount.auto: votes cast are valid ones, or all papers */
    {"Etobicoke, lead 26",              "ca", "recount.auto", 0, {MARGIN(26), VALID(52523), BALLOTS(52794)}, YES},
    {"lead 52",                         "ca", "recount.auto", 0, {MARGIN(52), VALID(52523), BALLOTS(52794)}, YES},
    {"lead 53",                         "ca", "recount.auto", 0, {MARGIN(53), VALID(52523), BALLOTS(52794)}, NO},
    {"a thousandth of all, more than one of the valid", "ca", "recount.auto", 0, {MARGIN(52), VALID(52000), BALLOTS(52001)}, BASES},
    {"Alabama, half a percent is not",  "us-al", "recount.auto", 0, {MARGIN(5), VALID(1000)}, NO},
    {"Alabama, below",                  "us-al", "recount.auto", 0, {MARGIN(4), VALID(1000)}, YES},
    {"Arizona, half a percent is",      "us-az", "recount.auto", 0, {MARGIN(5), VALID(1000), BALLOTS(1000)}, YES},
    {"Arizona, above",                  "us-az", "recount.auto", 0, {MARGIN(6), VALID(1000), BALLOTS(1000)}, NO},
    {"Colorado, of the leader's votes", "us-co", "recount.auto", 0, {MARGIN(5), LEADER(1000), VALID(1990)}, YES},
    {"Colorado, 5 of 999",              "us-co", "recount.auto", 0, {MARGIN(5), LEADER(999), VALID(1990)}, NO},
    {"Connecticut, 2000 at most",       "us-ct", "recount.auto", 0, {MARGIN(2000), VALID(900000), BALLOTS(900000)}, YES},
    {"Connecticut, 2001",               "us-ct", "recount.auto", 0, {MARGIN(2001), VALID(900000), BALLOTS(900000)}, NO},
    {"Connecticut, the share alone",    "us-ct", "recount.auto", 0, {MARGIN(5), VALID(1000), BALLOTS(1000)}, NO},
    {"Ohio, a quarter percent is not",  "us-oh", "recount.auto", 0, {MARGIN(25), VALID(10000), BALLOTS(10000)}, NO},
    {"Ohio, below",                     "us-oh", "recount.auto", 0, {MARGIN(24), VALID(10000), BALLOTS(10000)}, YES},
    {"Michigan, 2000",                  "us-mi", "recount.auto", 0, {MARGIN(2000)}, YES},
    {"Michigan, 2001",                  "us-mi", "recount.auto", 0, {MARGIN(2001)}, NO},
    {"Florida, by machine",             "us-fl", "recount.auto", 0, {MARGIN(50), VALID(10000), BALLOTS(10000)}, YES},
    {"Florida, not by hand",            "us-fl", "recount.auto", 1, {MARGIN(26), VALID(10000), BALLOTS(10000)}, NO},
    {"Hawaii, 100 in a small race",     "us-hi", "recount.auto", 0, {MARGIN(100), VALID(1000), BALLOTS(1000)}, YES},
    {"Hawaii, 101 in a small race",     "us-hi", "recount.auto", 0, {MARGIN(101), VALID(1000), BALLOTS(1000)}, NO},
    {"Hawaii, the share in a large one", "us-hi", "recount.auto", 0, {MARGIN(250), VALID(100000), BALLOTS(100000)}, YES},
    {"Delaware, 999 in a large race",   "us-de", "recount.auto", 0, {MARGIN(999), VALID(900000), BALLOTS(900000)}, YES},
    {"Delaware, 1000",                  "us-de", "recount.auto", 0, {MARGIN(1000), VALID(900000), BALLOTS(900000)}, NO},
    {"Georgia, on request",             "us-ga", "recount.request", 0, {MARGIN(4), VALID(1000)}, YES},
    {"Mexico, one point",               "mx", "recount.request", 0, {MARGIN(10), VALID(1000), BALLOTS(1000)}, YES},
    {"Mexico, above",                   "mx", "recount.request", 0, {MARGIN(11), VALID(1000), BALLOTS(1000)}, NO},
    /* list.threshold */
    {"Butun Kyrgyzstan, register 2,909,101", "kg-2010", "list.threshold", 0, {LIST(145455), REGISTERED(2909101)}, NO},
    {"register 2,909,100: in the nation, regions not known", "kg-2010", "list.threshold", 0, {LIST(145455), REGISTERED(2909100)}, GAP},
    {"the published registers: 3,151,000", "kg-2010", "list.threshold", 0, {LIST(145455), REGISTERED(3151000)}, NO},
    {"Ata-Meken, 3,151,000: in the nation", "kg-2010", "list.threshold", 0, {LIST(168218), REGISTERED(3151000)}, GAP},
    {"five of a hundred",               "ge-2012", "list.threshold", 0, {LIST(5), VALID(100)}, YES},
    {"below",                           "ge-2012", "list.threshold", 0, {LIST(49), VALID(1000)}, NO},
};
/* clang-format on */

static const cv_law_rule *rule_of(const row *r)
{
    const cv_law_rule *found[8];
    const cv_law *law = cv_laws_named(&shipped, cv_str_of(r->law));
    if (!law) fail_msg("no profile %s", r->law);
    int32_t n = cv_law_find_all(found, 8, law, r->key, CV_NO_DATE);
    if (n <= r->which) fail_msg("no rule %s of %s", r->key, r->law);
    return found[r->which];
}

static cv_law_figures figures_of(const row *r)
{
    cv_law_figures f = cv_law_no_figures();
    for (int i = 0; i < 4 && r->figure[i].quantity; i++)
        f.value[r->figure[i].quantity] = r->figure[i].value;
    return f;
}

static void holds_on_one_side_of_each_boundary(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cv_law_figures f = figures_of(&rows[i]);
        cv_law_line line;
        cv_law_ask(&line, rule_of(&rows[i]), &f, &keep);
        if (line.answer != rows[i].answer || line.why != rows[i].why)
            fail_msg("%s (%s of %s): answer %d, why %d, not %d, %d", rows[i].name, rows[i].key,
                     rows[i].law, line.answer, line.why, rows[i].answer, rows[i].why);
    }
}

/* 26 · 1000 < 1 · 52,794, and the same of 52,523 valid votes. */
static void gives_the_figures_of_both_sides(void **state)
{
    (void)state;
    const row etobicoke = {
        "", "ca", "recount.auto", 0, {MARGIN(26), VALID(52523), BALLOTS(52794)},
            YES
    };
    cv_law_figures f = figures_of(&etobicoke);
    cv_law_line line;
    cv_law_ask(&line, rule_of(&etobicoke), &f, &keep);
    assert_int_equal(line.n_sides, 2);
    assert_int_equal(line.side[0].base, CV_LAW_VALID);
    assert_int_equal(line.side[1].base, CV_LAW_BALLOTS);
    assert_int_equal((int64_t)line.side[1].left, 26000);
    assert_int_equal((int64_t)line.side[1].right, 52794);
    assert_int_equal(line.side[1].part, 26);
    assert_int_equal(line.side[1].answer, CV_LAW_REACHED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(holds_on_one_side_of_each_boundary, open_laws, close_laws),
        cmocka_unit_test_setup_teardown(gives_the_figures_of_both_sides, open_laws, close_laws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
