/* Contests, options, what was declared, lots, run-offs. */
#include "case.h"

static const case_row bad[] = {
    {.name = "a contest twice",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p'},{'id':^'c','rule':'p'}],'results':[{'file':'r.csv','station':"
             "'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                         .csv = "s,a\n"
            "S1,1\n",                         .want = "error election.json:^ the contest stands twice: 'c' (contests[1].id)\n"          },
    {.name = "a rule set that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':^'pp'}],'results':[{'file':'r.csv','station':'s','forms':[{'"
             "contest':'c','options':{'A':'a'}}]}]}",                                        .csv = "s,a\n"
            "S1,1\n",                                        .want = "error election.json:^ no rule set 'pp' (contests[0].rule) / did you mean 'p'?\n" },
    {.name = "two stars",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':^'c*-*','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'"
             "contest':'c','options':{'A':'a'}}]}]}",                                        .csv = "s,a\n"
            "S1,1\n",                                        .want = "error election.json:^ more than one '*' in 'c*-*' (contests[0].id)\n"            },
    {.name = "an option twice",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','options':[{'id':'A'},{'id':^'A'}]}],'results':[{'file':'r."
             "csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",          .csv = "s,a\n"
            "S1,1\n",          .want = "error election.json:^ the option stands twice: 'A' (contests[0].options[1].id)\n"},
    {.name = "an option twice in a pattern",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'*','rule':'p','options':[{'id':'A'},{'id':^'A'}]}],'results':[{'file':'r."
             "csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",          .csv = "s,a\n"
            "S1,1\n",          .want = "error election.json:^ the option stands twice: 'A' (contests[0].options[1].id)\n"},
    {.name = "a bloc that is not there",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','options':[{'id':'A','bloc':^'b'}]}],'results':[{'file':'r."
             "csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",          .csv = "s,a\n"
            "S1,1\n",          .want = "error election.json:^ no bloc 'b' (contests[0].options[0].bloc) / blocs are listed "
             "under \"blocs\"\n"                                                                    },
    {.name = "a winner that does not stand",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','declared':{'winners':['A',^'B']}}],'results':[{'file':'r.csv'"
             ",'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",              .csv = "s,a\n"
            "S1,1\n",              .want = "error election.json:^ no option 'B' in contest 'c' (contests[0].declared.winners[1]) "
             "/ options are known by the id that the table gives them\n"                                },
    {.name = "votes of one that does not stand",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','declared':{'votes':{^'B':1}}}],'results':[{'file':'r.csv','"
             "station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                .csv = "s,a\n"
            "S1,1\n",                .want = "error election.json:^ no option 'B' in contest 'c' (contests[0].declared.votes.B) / "
             "options are known by the id that the table gives them\n"                                    },
    {.name = "a total of no field",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','declared':{'fields':{^'vali':1}}}],'results':[{'file':'r.csv'"
             ",'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",              .csv = "s,a\n"
            "S1,1\n",              .want = "error election.json:^ unknown field 'vali' (contests[0].declared.fields.vali) / did "
             "you mean 'valid'?\n"                                                                      },
    {.name = "winners and seats",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','declared':{'winners':^['A'],'seats':{'A':1}}}],'results':[{'"
             "file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}", .csv = "s,a\n"
            "S1,1\n", .want = "error election.json:^ 'winners' and 'seats' are both given "
             "(contests[0].declared.winners)\n"                                            },
    {.name = "more seats than there can be",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','declared':{'seats':{'A':^100001}}}],'results':[{'file':'r."
             "csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",          .csv = "s,a\n"
            "S1,1\n",          .want =
         "error election.json:^ '100001' is not from 0 to 100000 (contests[0].declared.seats.A)\n"  },
    {.name = "a lot among strangers",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','lots':[{'drawn':['A',^'Z'],'cite':'x'}]}],'results':[{'file':"
             "'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",       .csv = "s,a\n"
            "S1,1\n",       .want = "error election.json:^ no option 'Z' in contest 'c' (contests[0].lots[0].drawn[1]) / "
             "options are known by the id that the table gives them\n"                           },
    {.name = "a run-off of nothing",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','runoff_of':^'b'}],'results':[{'file':'r.csv','station':'s','"
             "forms':[{'contest':'c','options':{'A':'a'}}]}]}",                              .csv = "s,a\n"
            "S1,1\n",                              .want = "error election.json:^ no contest 'b', of which 'c' would be the run-off "
             "(contests[0].runoff_of) / '*' stands for the same text as in the id\n"                                    },
    {.name = "a run-off of itself",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','runoff_of':^'c'}],'results':[{'file':'r.csv','station':'s','"
             "forms':[{'contest':'c','options':{'A':'a'}}]}]}",                              .csv = "s,a\n"
            "S1,1\n",                              .want = "error election.json:^ no contest 'c', of which 'c' would be the run-off "
             "(contests[0].runoff_of) / '*' stands for the same text as in the id\n"                                    },
};

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

/* A case whose rows name the contest, the option, its party and the votes: d,o,p,v. */
static void open_rows(test_case *t, const char *contests, const char *csv)
{
    case_open(t);
    case_json(t, cv_str_format(&t->keep,
                               "{'canvass':1,'id':'t','title':'t',"
                               "'blocs':[{'id':'left','parties':['Red','Rose'],'options':'A'},"
                               "{'id':'right','name':'The right','parties':['Blue']}],"
                               "'rule_sets':{'p':{'engine':'plurality'},"
                               "'l':{'engine':'largest-remainder','quota':'hare'}},"
                               "'contests':[%s],'results':[{'file':'r.csv','layout':'long',"
                               "'station':'d','forms':[{'contest':'{d}','contest_name':'Seat {d}',"
                               "'option':'o','option_party':'p','votes':'v'}]}]}",
                               contests)
                     .s);
    case_file(t, "r.csv", csv);
    case_read(t);
    if (t->status != CV_OK) fail_msg("%s", t->err.text);
}

static void patterns_make_contests(void **state)
{
    (void)state;
    test_case t;
    open_rows(&t,
              "{'id':'r1-*','rule':'p','seats':2,'area':'Area *','electorate':'voters'},"
              "{'id':'r2-*','rule':'p','name':'again *','runoff_of':'r1-*','chamber':false},"
              "{'id':'list','rule':'l','seats':10,'round':3,'complete':'no'}",
              "d,o,p,v\nr1-7,A,,1\nr2-7,A,,2\nr1-8,A,,3\n");
    assert_int_equal(t.e.n_contests, 4); /* list comes first: it has no star */
    const cv_contest *c = t.e.contest;
    assert_true(cv_str_eq(c[0].id, CV_STR("list")));
    assert_int_equal(c[0].round, 3);
    assert_int_equal(c[0].completeness, CV_COMPLETE_NOT);
    assert_true(cv_str_eq(c[1].id, CV_STR("r1-7")));
    assert_true(cv_str_eq(c[1].name, CV_STR("Seat r1-7")));
    assert_true(cv_str_eq(t.e.area[c[1].area.i].name, CV_STR("Area 7")));
    assert_true(cv_str_eq(c[1].electorate, CV_STR("voters")));
    assert_int_equal(c[1].seats, 2);
    assert_int_equal(c[1].runoff.i, 2);
    assert_true(c[1].in_chamber);
    assert_int_equal(c[2].round, 2);
    assert_int_equal(c[2].runoff_of.i, 1);
    assert_false(c[2].in_chamber);
    assert_int_equal(c[3].runoff.i, -1);
    case_close(&t);
}

static void options_join_blocs(void **state)
{
    (void)state;
    test_case t;
    open_rows(&t,
              "{'id':'c','rule':'p'},{'id':'k','rule':'l','options':[{'id':'A','name':'Ana',"
              "'bloc':'right','barred':true,'threshold_exempt':true,'parties':3},{'id':'N',"
              "'kind':'against'}]}",
              "d,o,p,v\nc,X,Rose,1\nc,Y,Blue,2\nc,A,,3\nc,Z,Green,4\nk,A,Red,5\n");
    const cv_option *o = t.e.contest[0].option;
    assert_int_equal(o[0].bloc.i, 0);  /* by its party        */
    assert_int_equal(o[1].bloc.i, 1);  /* by its party        */
    assert_int_equal(o[2].bloc.i, 0);  /* by its id           */
    assert_int_equal(o[3].bloc.i, -1); /* nobody knows Green  */
    assert_int_equal(o[0].kind, CV_OPTION_CANDIDATE);
    assert_true(cv_str_eq(t.e.bloc[0].name, CV_STR("left")));
    assert_true(cv_str_eq(t.e.bloc[1].name, CV_STR("The right")));
    o = t.e.contest[1].option;
    assert_int_equal(o[0].bloc.i, 1); /* election.json says so */
    assert_true(cv_str_eq(o[0].name, CV_STR("Ana")));
    assert_int_equal(o[0].kind, CV_OPTION_LIST);
    assert_true(o[0].barred && o[0].threshold_exempt);
    assert_int_equal(o[0].parties, 3);
    assert_int_equal(o[1].kind, CV_OPTION_AGAINST);
    case_close(&t);
}

static void declares(void **state)
{
    (void)state;
    test_case t;
    open_rows(&t,
              "{'id':'c','rule':'p','declared':{'winners':['B'],'votes':{'A':7},"
              "'fields':{'valid':9}}},"
              "{'id':'r','rule':'p','declared':{'outcome':'runoff','winners':['A','B']}},"
              "{'id':'v','rule':'p','declared':{'outcome':'void'}},"
              "{'id':'l','rule':'l','declared':{'seats':{'A':3,'B':0}},"
              "'lots':[{'drawn':['B','A'],'cite':'minutes'}]},{'id':'n','rule':'p'}",
              "d,o,p,v\nc,A,,1\nc,B,,2\nr,A,,1\nr,B,,1\nv,A,,1\nl,A,,1\nl,B,,1\nn,A,,1\n");
    const cv_contest *c = t.e.contest;
    assert_true(c[0].declared.has_winners && !c[0].declared.is_runoff);
    assert_int_equal(c[0].declared.seats[0], 0);
    assert_int_equal(c[0].declared.seats[1], 1);
    assert_int_equal(c[0].declared.votes[0], 7);
    assert_int_equal(c[0].declared.votes[1], CV_BLANK);
    assert_int_equal(c[0].declared.total[CV_F_VALID], 9);
    assert_int_equal(c[0].declared.line, 0);
    assert_true(cv_str_eq(t.e.source[c[0].declared.source.i].file, CV_STR("election.json")));
    assert_true(c[1].declared.is_runoff && c[1].declared.seats[0] && c[1].declared.seats[1]);
    assert_true(c[2].declared.is_void && c[2].declared.has_winners);
    assert_int_equal(c[3].declared.seats[0], 3);
    assert_null(c[3].declared.votes);
    assert_int_equal(c[3].n_lots, 1);
    assert_int_equal(c[3].lot[0].option[0], 1);
    assert_true(cv_str_eq(c[3].lot[0].cite, CV_STR("minutes")));
    assert_false(c[4].declared.has_winners);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(patterns_make_contests),
        cmocka_unit_test(options_join_blocs),
        cmocka_unit_test(declares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
