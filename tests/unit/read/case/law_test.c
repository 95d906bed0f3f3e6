/* The law that election.json names: which profile, what rule sets take from it, and where the two
 * contradict each other. */
#include "case.h"
#include "model/law.h"

/* A case of one contest with this rule set, this law and date, and a law.csv when one is given. */
static void read_law(test_case *t, const char *law, const char *date, const char *rules,
                     const char *csv)
{
    case_open(t);
    if (csv) case_bytes(t, "law.csv", cv_str_of(csv));
    case_json(t, cv_str_format(&t->keep,
                               "{'canvass':1,'id':'t','title':'t','date':'%s','law':%s,"
                               "'rule_sets':{'p':%s},"
                               "'contests':[{'id':'c','rule':'p'}],'results':[]}",
                               date, law, rules)
                     .s);
    case_read(t);
}

static void expect_share(cv_share_test t, int64_t p, int64_t q, cv_relation relation, cv_base base)
{
    assert_int_equal(t.share.p * q, p * t.share.q);
    assert_int_equal(t.relation, relation);
    assert_int_equal(t.base, base);
}

/* Kyrgyzstan, February 2005: more than half of those who took part, against all, and a turnout
 * whose figure nobody found. */
static void takes_the_law_of_the_day(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'kg-2005'", "2005-02-27", "{'engine':'two-round'}", NULL);
    assert_int_equal(t.status, CV_OK);
    const cv_rule_set *r = &t.e.rule_set[0];
    assert_true(cv_str_eq(t.e.law->id, CV_STR("kg-2005")));
    assert_int_equal(r->n_win, 1);
    expect_share(r->win[0].share, 1, 2, CV_ABOVE, CV_BASE_PARTICIPANTS);
    assert_int_equal(r->against, CV_AGAINST_VOID_IF_ABOVE_LEADER);
    assert_true(r->has_turnout_min);
    assert_int_equal(r->turnout_min.base, CV_BASE_UNKNOWN);
    assert_false(r->unverified);
    case_close(&t);
}

/* Two years later that edition is no longer in force: nothing is taken, and the way to win is not
 * said. */
static void takes_nothing_from_a_law_that_has_ended(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'kg-2005'", "2007-12-16", "{'engine':'two-round'}", NULL);
    assert_int_equal(t.status, CV_E_INPUT);
    assert_string_equal(t.err.text, "the engine of 'p' needs 'win' (rule_sets.p)");
    case_close(&t);
    read_law(&t, "'kg-2005'", "2007-12-16", "{'engine':'plurality'}", NULL);
    assert_int_equal(t.status, CV_OK);
    assert_false(t.e.rule_set[0].has_turnout_min);
    assert_int_equal(t.e.rule_set[0].against, CV_AGAINST_NONE);
    case_close(&t);
}

static void takes_the_lead_rule_of_bolivia(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'bo-2009'", "2019-10-20", "{'engine':'two-round'}", NULL);
    assert_int_equal(t.status, CV_OK);
    const cv_rule_set *r = &t.e.rule_set[0];
    assert_int_equal(r->n_win, 2);
    expect_share(r->win[0].share, 1, 2, CV_ABOVE, CV_BASE_VALID);
    assert_false(r->win[0].has_lead);
    expect_share(r->win[1].share, 2, 5, CV_AT_LEAST, CV_BASE_VALID);
    assert_true(r->win[1].has_lead);
    expect_share(r->win[1].lead, 1, 10, CV_AT_LEAST, CV_BASE_VALID);
    case_close(&t);
}

/* A third of the voters, as something the commission may do; a barred winner's third of valid votes
 * or of those who took part, which is not clear. */
static void takes_stations_and_unclear_bases(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'kg-2021-smd'", "2021-11-28", "{'engine':'plurality'}", NULL);
    assert_int_equal(t.status, CV_OK);
    const cv_rule_set *r = &t.e.rule_set[0];
    assert_int_equal(r->n_void_stations, 1);
    assert_true(r->void_stations_may);
    assert_false(r->void_stations[0].of_stations);
    assert_int_equal(r->void_stations[0].share.q, 3);
    assert_true(r->has_barred_void);
    assert_int_equal(r->barred_void.or_bases, 1 << CV_BASE_VALID | 1 << CV_BASE_PARTICIPANTS);
    case_close(&t);
    read_law(&t, "'az-president'", "2013-10-09", "{'engine':'plurality'}", NULL);
    r = &t.e.rule_set[0];
    assert_int_equal(r->n_void_stations, 2);
    assert_true(r->void_stations[0].of_stations && !r->void_stations[1].of_stations);
    assert_false(r->void_stations_may);
    case_close(&t);
}

static void takes_the_threshold_of_lists(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'ge-2012'", "2012-10-01", "{'engine':'largest-remainder','quota':'hare'}", NULL);
    assert_int_equal(t.e.rule_set[0].n_thresholds, 1);
    expect_share(t.e.rule_set[0].threshold[0], 1, 20, CV_AT_LEAST, CV_BASE_VALID);
    case_close(&t);
    /* one that must hold in every region as well is more than a count can test */
    read_law(&t, "'kg-2010'", "2010-10-10", "{'engine':'largest-remainder','quota':'hare'}", NULL);
    assert_int_equal(t.status, CV_OK);
    assert_int_equal(t.e.rule_set[0].n_thresholds, 0);
    case_close(&t);
}

/* What the case states stands, where it agrees or fills in what the law leaves open. */
static void what_is_stated_stands(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'kg-2005'", "2005-02-27",
             "{'engine':'plurality','turnout_min':{'share':'1/2','relation':'>=','base':"
             "'registered'}}",
             NULL);
    assert_int_equal(t.status, CV_OK);
    expect_share(t.e.rule_set[0].turnout_min, 1, 2, CV_AT_LEAST, CV_BASE_REGISTERED);
    case_close(&t);
    read_law(&t, "'kg-2021-smd'", "2021-11-28",
             "{'engine':'plurality','barred_void':{'share':'1/3','relation':'>','base':"
             "'participants'},'void_stations':{'share':'2/6','relation':'>','of':'registered',"
             "'modal':'may'},'against':'void-if-above-leader'}",
             NULL);
    assert_int_equal(t.status, CV_OK);
    assert_int_equal(t.e.rule_set[0].barred_void.or_bases, 0);
    case_close(&t);
}

static void a_case_overrides_single_keys(void **state)
{
    (void)state;
    test_case t;
    read_law(&t, "'law.csv'", "2005-02-27", "{'engine':'two-round'}",
             "key,value,numerator,relation,p,q,denominator,source,status\n"
             "parent,kg-2005,,,,,,,\n"
             "turnout.min,none,,,,,,nobody found it,unverified\n");
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    assert_false(t.e.rule_set[0].has_turnout_min);
    assert_int_equal(t.e.rule_set[0].n_win, 1);
    assert_true(cv_str_eq(t.e.source[t.e.n_sources - 1].file, CV_STR("law.csv")));
    assert_int_equal(t.e.source[t.e.n_sources - 1].taken, 2);
    case_close(&t);
}

typedef struct {
    const char *law, *rules, *csv, *text, *hint;
} bad_row;

static const bad_row bad[] = {
    {"^'kg-2006'",  "{'engine':'plurality'}",                                                     NULL, "no legal profile 'kg-2006' (law)",
     "did you mean 'kg-2005'?"                                                                                                                                                                                                       },
    {"^'atlantis'", "{'engine':'plurality'}",                                                     NULL, "no legal profile 'atlantis' (law)",
     "'canvass law' lists the profiles; a file of the case ends in .csv"                                                                                                                                                             },
    {"'ru-2002'",
     "{'engine':'plurality','turnout_min':^{'share':'1/4','relation':'>=','base':'registered'}}", NULL,
     "'turnout_min' contradicts 'turnout.min' in line 8 of law/ru.csv "
     "(rule_sets.p.turnout_min)",                                                                                                            "leave 'turnout_min' to the law, or override 'turnout.min' in a file of the case"       },
    {"'ru-2002'",   "{'engine':'plurality','against':^'none'}",                                   NULL,
     "'against' contradicts 'against_all' in line 7 of law/ru.csv (rule_sets.p.against)",                                                    "leave 'against' to the law, or override 'against_all' in a file of the case"           },
    {"'az-2003'",
     "{'engine':'plurality','void_stations':^{'share':'2/5','relation':'>=','of':'stations'}}",   NULL,
     "'void_stations' contradicts 'void.by_stations' in line 9 of law/az.csv "
     "(rule_sets.p.void_stations)",                                                                                                          "leave 'void_stations' to the law, or override 'void.by_stations' in a file of the case"},
};

static void says_both_places_of_a_contradiction(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        test_case t;
        read_law(&t, bad[i].law, "2003-12-07", bad[i].rules, bad[i].csv);
        assert_int_equal(t.status, CV_E_INPUT);
        assert_string_equal(t.err.text, bad[i].text);
        assert_string_equal(t.err.hint, bad[i].hint);
        assert_int_equal(t.err.line, t.mark_line);
        assert_int_equal(t.err.column, t.mark_column);
        case_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_law_of_the_day),
        cmocka_unit_test(takes_nothing_from_a_law_that_has_ended),
        cmocka_unit_test(takes_the_lead_rule_of_bolivia),
        cmocka_unit_test(takes_stations_and_unclear_bases),
        cmocka_unit_test(takes_the_threshold_of_lists),
        cmocka_unit_test(what_is_stated_stands),
        cmocka_unit_test(a_case_overrides_single_keys),
        cmocka_unit_test(says_both_places_of_a_contradiction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
