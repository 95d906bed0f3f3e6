/* decisions.csv: what it says, and the place of what is wrong in it. */
#include "case.h"

static const case_row bad[] = {
    {.name = "an unknown column",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                       .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                     .want = "error decisions.csv:1:5 unknown column 'weather' / figures stand in columns 'votes:' "
             "and the option's id, 'invalid' and 'blank'\n",                                                                                                                          .other_name = "decisions.csv",
     .other = "decision,contest,effect,station,weather\n"},
    {.name = "a column with a typing error",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                          .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                        .want = "error decisions.csv:1:3 unknown column 'efect' / did you mean 'effect'?\n",
     .other_name = "decisions.csv",
     .other = "decision,contest,efect,station\n"},
    {.name = "a column that is missing",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                                   .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                          .want = "error decisions.csv:1:0 no column 'decision'\n",
     .other_name = "decisions.csv",
     .other = "contest,effect\n"},
    {.name = "no name",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",.want = "error decisions.csv:2:1 the decision has no name: ''\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              ",,,c,annul,S1,,,,,,,\n"},
    {.name = "a date that does not exist",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                                             .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                            .want = "error decisions.csv:2:2 not a date: '2005-02-30' / dates are written 2005-03-17 or "
             "2005-03-17T14:30\n",                                                                                                                                                                                      .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,2005-02-30,,c,annul,S1,,,,,,,\n"},
    {.name = "a contest that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                               .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                                  .want = "error decisions.csv:2:4 no contest 'd'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,d,annul,S1,,,,,,,\n"},
    {.name = "a station that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                        .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                              .want = "error decisions.csv:2:6 no station 'S9'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,annul,S9,,,,,,,\n"},
    {.name = "an unknown effect",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                       .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                     .want = "error decisions.csv:2:5 unknown effect 'cancel' / 'annul', 'adopt', 'correct', "
             "'recount', 'repeat', 'void', 'bar', 'reinstate', 'postpone', 'confirm' or 'revoke'\n", .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,cancel,S1,,,,,,,\n"},
    {.name = "figures that are annulled",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                           .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                          .want = "error decisions.csv:2:5 figures or a copy beside the effect 'annul'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,annul,S1,,,,1,2,,\n"},
    {.name = "nothing to adopt",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                                   .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                                  .want = "error decisions.csv:2:5 neither a copy nor figures for the effect 'adopt' / name a "
             "copy, or give 'votes:' for every option\n",                                                                                                                                                                                                                 .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,adopt,S1,,,,,,,\n"},
    {.name = "a copy and figures",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n", .want = "error decisions.csv:2:7 figures beside the copy 'p'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,adopt,S1,p,,,1,2,,\n"},
    {.name = "a copy that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                           .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                            .want = "error decisions.csv:2:7 no copy 'q'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,adopt,S1,q,,,,,,\n"},
    {.name = "half the figures",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                           .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                              .want = "error decisions.csv:2:0 no figure for option 'B' of contest 'c'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,adopt,S1,,,,1,,,\n"},
    {.name = "a figure that is not a number",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}", .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                       .want = "error decisions.csv:2:11 'two' is not a whole number\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,adopt,S1,,,,1,two,,\n"},
    {.name = "a figure that is blank",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                       .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                     .want = "error decisions.csv:2:11 expected a figure, got '-'\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c,adopt,S1,,,,1,-,,\n"},
    {.name = "an option that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                        .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                          .want = "error decisions.csv:2:5 no option 'Z' in contest 'c'\n",
     .other_name = "decisions.csv",
     .other = "decision,contest,effect,station,votes:Z\n"
              "D1,c,adopt,S1,5\n"},
    {.name = "too few cells",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'p','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a','B':'b'}}]}]}",                                                   .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,3,4\n",                                                                                                                                 .want = "error decisions.csv:2:4 expected 13 cells, found 4\n",
     .other_name = "decisions.csv",
     .other = "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,,,c\n"},
    {.name = "a file that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest'"
             ":'c','options':{'A':'a'}}]}],'decisions':^'d.csv'}",                .csv = "s,a\n"
            "S1,1\n",.want = "error election.json:^ no file 'd.csv' in 'CASE' (decisions)\n"                                                                                                                                                                                                                        },
};

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

static void keeps_decisions(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, "{'canvass':1,'id':'t','title':'t','copies':[{'id':'o','kind':'original'},{'id':'"
                  "p','kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':"
                  "'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'"
                  "c','options':{'A':'a','B':'b'}}]}]}");
    case_file(&t, "r.csv",
              "s,a,b\n"
              "S1,1,2\n"
              "S2,3,4\n");
    case_file(&t, "decisions.csv",
              "decision,effective,body,contest,effect,station,copy,cite,text,votes:A,votes:B,"
              "invalid,blank\n"
              "D1,2005-03-17,Court,c,ANNUL,S1,,art. 5,the box was open,,,,\n"
              "D2,2005-03-18T14:30,Court,c,adopt,S2,p,,,,,,\n"
              "D3,,,c,Adopt,S1,,,,10,0,3,\n");
    case_read(&t);
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    const cv_decision *d = t.e.decision;
    assert_int_equal(t.e.n_decisions, 3);
    assert_int_equal(d[0].effect, CV_EFFECT_ANNUL);
    assert_true(cv_str_eq(d[0].body, CV_STR("Court")));
    assert_true(cv_str_eq(d[0].cite, CV_STR("art. 5")));
    assert_true(cv_str_eq(d[0].text, CV_STR("the box was open")));
    assert_int_equal(d[0].effective.minute, -1);
    assert_int_equal(d[0].place[0].i, 0);
    assert_int_equal(d[0].line, 2);
    assert_int_equal(d[1].copy.i, 1);
    assert_null(d[1].votes);
    assert_int_equal(d[1].effective.minute, 14 * 60 + 30);
    assert_false(cv_date_is(d[2].effective));
    assert_int_equal(d[2].copy.i, -1);
    assert_int_equal(d[2].votes[0], 10);
    assert_int_equal(d[2].votes[1], 0);
    assert_int_equal(d[2].invalid, 3);
    assert_int_equal(d[2].blank, CV_CELL_UNREPORTED);
    const cv_source *s = &t.e.source[d[2].source.i];
    assert_true(cv_str_eq(s->file, CV_STR("decisions.csv")));
    assert_int_equal(s->rows, 3);
    assert_int_equal(s->taken, 3);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(keeps_decisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
