/* Rule sets: every choice of the law by its word, and none passed over in silence. */
#include "case.h"

static const case_row bad[] = {
    {.name = "a key of another engine",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality','quota':^'"
             "hare'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','"
             "forms':[{'contest':'c','options':{'A':'a'}}]}]}",                              .csv = "s,a\n"
            "S1,1\n",                              .want = "error election.json:^ the engine of 'p' does not read 'quota' (rule_sets.p.quota)\n"},
    {.name = "an object of another engine",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':^{'engine':'largest-remainder','"
             "quota':'hare','min_share':{'share':'1/"
             "2','relation':'>','base':'valid'}}},'contests':[{'id':'c','rule':'p'}],'results':[{'"
             "file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}", .csv = "s,a\n"
            "S1,1\n", .want = "error election.json:^ the engine of 'p' does not read 'min_share' (rule_sets.p)\n"  },
    {.name = "two rounds without a way to win",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':^{'engine':'two-round'}},'"
             "contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{"
             "'contest':'c','options':{'A':'a'}}]}]}",                                       .csv = "s,a\n"
            "S1,1\n",                                       .want = "error election.json:^ the engine of 'p' needs 'win' (rule_sets.p)\n"                },
    {.name = "averages without divisors",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':^{'engine':'highest-averages'}},'"
             "contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{"
             "'contest':'c','options':{'A':'a'}}]}]}",                                       .csv = "s,a\n"
            "S1,1\n",                                       .want = "error election.json:^ the engine of 'p' needs 'divisors' (rule_sets.p)\n"           },
    {.name = "remainders without a quota",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':^{'engine':'largest-remainder'}},'"
             "contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{"
             "'contest':'c','options':{'A':'a'}}]}]}",                                       .csv = "s,a\n"
            "S1,1\n",                                       .want = "error election.json:^ the engine of 'p' needs 'quota' (rule_sets.p)\n"              },
    {.name = "two series",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'highest-averages','"
             "divisors':^'dhondt','divisor_series':{'first':1,'base':1,'step':1}}},'contests':[{'"
             "id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c'"
             ",'options':{'A':'a'}}]}]}",                                                    .csv = "s,a\n"
            "S1,1\n",                                                    .want = "error election.json:^ 'divisors' and 'divisor_series' are both given "
             "(rule_sets.p.divisors)\n"                                                                                                          },
    {.name = "too many ways to win",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'two-round','win':^[{'"
             "share':'1/2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'}]}},'contests':[{'id':'c','rule':'p'}],'results':[{'"
             "file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}", .csv = "s,a\n"
            "S1,1\n", .want = "error election.json:^ more than 4 ways to win (rule_sets.p.win)\n"                  },
    {.name = "too many thresholds",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'highest-averages','"
             "divisors':'dhondt','thresholds':^[{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'},{'share':'1/"
             "2','relation':'>','base':'valid'}]}},'contests':[{'id':'c','rule':'p'}],'results':[{'"
             "file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}", .csv = "s,a\n"
            "S1,1\n", .want = "error election.json:^ more than 4 thresholds (rule_sets.p.thresholds)\n"            },
    {.name = "a key of another engine that only says yes",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':^{'engine':'plurality','"
             "remainders_repeat':true}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r."
             "csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",          .csv = "s,a\n"
            "S1,1\n",          .want = "error election.json:^ the engine of 'p' does not read 'remainders_repeat' "
             "(rule_sets.p)\n"                                                                         },
};

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

static cv_rule_set rules_of(test_case *t, const char *rules)
{
    case_open(t);
    case_json(t, cv_str_format(&t->keep,
                               "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':%s},"
                               "'contests':[{'id':'c','rule':'p'}],'results':[]}",
                               rules)
                     .s);
    case_read(t);
    if (t->status != CV_OK) fail_msg("%s", t->err.text);
    assert_int_equal(t->e.n_rule_sets, 1);
    return t->e.rule_set[0];
}

static void has_defaults(void **state)
{
    (void)state;
    test_case t;
    cv_rule_set r = rules_of(&t, "{'engine':'plurality'}");
    assert_true(cv_str_eq(r.name, CV_STR("p")));
    assert_int_equal(r.engine, CV_ENGINE_PLURALITY);
    assert_int_equal(r.per_ballot, 1);
    assert_int_equal(r.runoff_top, 2);
    assert_int_equal(r.against, CV_AGAINST_NONE);
    assert_false(r.unverified || r.has_min_share || r.has_turnout_min || r.has_barred_void);
    assert_int_equal(r.n_win + r.n_thresholds + r.seat_cap, 0);
    case_close(&t);
}

static void two_rounds(void **state)
{
    (void)state;
    test_case t;
    cv_rule_set r = rules_of(
        &t, "{'engine':'two-round','name':'n','cite':'art. 1','unverified':true,"
            "'win':[{'share':'1/2','relation':'>','base':'cast'},{'share':'40/100','relation':"
            "'>=','base':'valid','lead':{'share':'10/100','relation':'>=','base':'box'}}],"
            "'turnout_min':{'share':'1/3','relation':'>','base':'registered'},"
            "'min_share':{'share':'1/5','relation':'>=','base':'participants'},"
            "'min_share_else':'runoff','against':'void-if-above-half','runoff_top':3,"
            "'barred_void':{'share':'1/4','relation':'>','base':'valid+blank'},"
            "'runoff_all_tied':true,'two_decide_at_once':true}");
    assert_true(r.unverified && r.has_turnout_min && r.has_min_share && r.min_share_runoff);
    assert_int_equal(r.n_win, 2);
    assert_int_equal(r.win[0].share.base, CV_BASE_CAST);
    assert_int_equal(r.win[0].share.relation, CV_ABOVE);
    assert_false(r.win[0].has_lead);
    assert_int_equal(r.win[1].share.share.p, 2); /* 40/100 */
    assert_int_equal(r.win[1].share.share.q, 5);
    assert_true(r.win[1].has_lead);
    assert_int_equal(r.win[1].lead.base, CV_BASE_BOX);
    assert_int_equal(r.turnout_min.base, CV_BASE_REGISTERED);
    assert_int_equal(r.min_share.relation, CV_AT_LEAST);
    assert_int_equal(r.against, CV_AGAINST_VOID_IF_ABOVE_HALF);
    assert_int_equal(r.runoff_top, 3);
    assert_true(r.has_barred_void && r.runoff_all_tied && r.two_decide_at_once);
    assert_int_equal(r.barred_void.base, CV_BASE_VALID_BLANK);
    case_close(&t);
}

static void lists_by_averages(void **state)
{
    (void)state;
    test_case t;
    cv_rule_set r =
        rules_of(&t, "{'engine':'highest-averages','divisors':'sainte-lague-1.4','seat_cap':65,"
                     "'thresholds':[{'share':'5/100','relation':'>=','base':'valid'},"
                     "{'share':'7/100','relation':'>','base':'unknown','from_parties':2}]}");
    assert_int_equal(r.divisors.first, 7);
    assert_int_equal(r.divisors.base, 5);
    assert_int_equal(r.divisors.step, 10);
    assert_int_equal(r.seat_cap, 65);
    assert_int_equal(r.n_thresholds, 2);
    assert_int_equal(r.threshold[1].base, CV_BASE_UNKNOWN);
    assert_int_equal(r.threshold_from[0], 0);
    assert_int_equal(r.threshold_from[1], 2);
    case_close(&t);
    r = rules_of(&t,
                 "{'engine':'highest-averages','divisor_series':{'first':3,'base':1,'step':2}}");
    assert_int_equal(r.divisors.kind, CV_SERIES_LINEAR);
    assert_int_equal(r.divisors.first, 3);
    assert_int_equal(r.divisors.step, 2);
    case_close(&t);
}

static void lists_by_remainders(void **state)
{
    (void)state;
    test_case t;
    cv_rule_set r = rules_of(&t, "{'engine':'largest-remainder','quota':'imperiali-down',"
                                 "'over_award':'recompute','remainders_repeat':true}");
    assert_int_equal(r.quota, CV_QUOTA_IMPERIALI_DOWN);
    assert_int_equal(r.over_award, CV_OVER_RECOMPUTE);
    assert_true(r.remainders_repeat);
    case_close(&t);
    r = rules_of(&t, "{'engine':'largest-remainder','quota':'hare'}");
    assert_int_equal(r.over_award, CV_OVER_UNKNOWN);
    case_close(&t);
    r = rules_of(&t, "{'engine':'block','per_ballot':4}");
    assert_int_equal(r.per_ballot, 4);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(has_defaults),
        cmocka_unit_test(two_rounds),
        cmocka_unit_test(lists_by_averages),
        cmocka_unit_test(lists_by_remainders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
