/* Title, profile, fields, blocs, copies. */
#include "case.h"

static const case_row bad[] = {
    {.name = "a date that does not exist",
     .json = "{'canvass':1,'id':'t','title':'t','date':^'2012-02-30','rule_sets':{'p':{'engine':'"
             "plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':"
             "'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                                 .csv = "s,a\n"
            "S1,1\n",                                 .want = "error election.json:^ '2012-02-30' is not a date (date) / dates are written "
             "2012-10-01\n"                                                                                           },
    {.name = "a date with a time",
     .json = "{'canvass':1,'id':'t','title':'t','date':^'2012-02-20T10:00','rule_sets':{'p':{'"
             "engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','"
             "station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                        .csv = "s,a\n"
            "S1,1\n",                        .want = "error election.json:^ '2012-02-20T10:00' is not a date (date) / dates are written "
             "2012-10-01\n"                                                                                  },
    {.name = "an own field without its prefix",
     .json = "{'canvass':1,'id':'t','title':'t','fields':{^'extra':'Extra'},'rule_sets':{'p':{'"
             "engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','"
             "station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                        .csv = "s,a\n"
            "S1,1\n",                        .want = "error election.json:^ 'extra' does not begin with 'x_' (fields.extra) / only lines "
             "that are not in the vocabulary are declared, as \"x_name\"\n"                                  },
    {.name = "participants of an unknown field",
     .json = "{'canvass':1,'id':'t','title':'t','profile':{'took_part':^'signd'},'rule_sets':{'p':{"
             "'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv',"
             "'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                       .csv = "s,a\n"
            "S1,1\n",                       .want = "error election.json:^ unknown field 'signd' (profile.took_part) / did you mean "
             "'signed'?\n"                                                                                  },
    {.name = "a rule that is no code",
     .json =
         "{'canvass':1,'id':'t','title':'t','profile':{'rules':{^'307':{'severity':'off','why':'w'}"
         "}},'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':"
         "[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",          .csv = "s,a\n"
            "S1,1\n",          .want = "error election.json:^ '307' is not the code of a rule (profile.rules.307) / codes "
             "look like C307: docs/reference/rules.md\n"                                       },
    {.name = "a bloc twice",
     .json = "{'canvass':1,'id':'t','title':'t','blocs':[{'id':'b'},{'id':^'b'}],'rule_sets':{'p':{"
             "'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv',"
             "'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                       .csv = "s,a\n"
            "S1,1\n",                       .want = "error election.json:^ the bloc stands twice: 'b' (blocs[1].id)\n"           },
    {.name = "a party in two blocs",
     .json = "{'canvass':1,'id':'t','title':'t','blocs':[{'id':'b','parties':['P']},{'id':'d','"
             "parties':['Q',^'P']}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c',"
             "'rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                              .csv = "s,a\n"
            "S1,1\n",                                                              .want = "error election.json:^ the party 'P' is in two blocs (blocs[1].parties[1])\n"},
    {.name = "an option in two blocs",
     .json =
         "{'canvass':1,'id':'t','title':'t','blocs':[{'id':'b','options':'A'},{'id':'d','options':^"
         "'A'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'"
         "results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}", .csv = "s,a\n"
            "S1,1\n", .want = "error election.json:^ the option 'A' is in two blocs (blocs[1].options)\n"  },
    {.name = "a copy twice",
     .json = "{'canvass':1,'id':'t','title':'t','copies':[{'id':'a','kind':'original'},{'id':^'a','"
             "kind':'posted'}],'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','"
             "rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                              .csv = "s,a\n"
            "S1,1\n",                                                              .want = "error election.json:^ the copy stands twice: 'a' (copies[1].id)\n"          },
    {.name = "no copy that counts",
     .json = "{'canvass':1,'id':'t','title':'t','copies':^[{'id':'a','kind':'posted'}],'rule_sets':"
             "{'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'"
             "r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                .csv = "s,a\n"
            "S1,1\n",                .want = "error election.json:^ no copy counts (copies) / say \"counts\": true for the copy "
             "whose figures are the result\n"                                                        },
};

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

static void open_case(test_case *t, const char *json, const char *csv)
{
    case_open(t);
    case_json(t, json);
    case_file(t, "r.csv", csv);
    case_read(t);
    if (t->status != CV_OK) fail_msg("%s", t->err.text);
}

static void keeps_the_head(void **state)
{
    (void)state;
    test_case t;
    open_case(&t,
              "{'canvass':1,'id':'t','title':'t','date':'2012-10-01','place':'Q','profile':{'took_"
              "part':'signed','special_inside':true,'options_blank_zero':true,'zero_form':'"
              "annulled','duplicates':'last','station_max':760,'missing_adds':true,'rules':{'C307':"
              "{'severity':'note','tolerance':5,'why':'art. "
              "9'},'C101':{'severity':'off','why':'w'}}},'fields':{'x_b':'own'},'rule_sets':{'p':{'"
              "engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv',"
              "'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",
              "s,a\n"
              "S1,1\n");
    const cv_profile *p = &t.e.profile;
    assert_int_equal(t.e.date.day, 15614); /* 2012-10-01 */
    assert_true(cv_str_eq(t.e.place, CV_STR("Q")));
    assert_int_equal(p->took_part, CV_F_SIGNED);
    assert_true(p->special_inside && p->options_blank_zero && p->missing_adds);
    assert_int_equal(p->zero_form, CV_ZERO_ANNULLED);
    assert_int_equal(p->duplicates, CV_DUPLICATES_LAST);
    assert_int_equal(p->station_max, 760);
    assert_int_equal(p->n_settings, 2);
    assert_int_equal(p->setting[0].code, 307);
    assert_int_equal(p->setting[0].severity, CV_NOTE);
    assert_true(p->setting[0].has_tolerance);
    assert_int_equal(p->setting[0].tolerance, 5);
    assert_false(p->setting[1].has_tolerance);
    assert_int_equal(t.e.n_fields, CV_F_FIXED + 1);
    assert_true(cv_str_eq(t.e.field[CV_F_FIXED].name, CV_STR("own")));
    case_close(&t);
}

static void has_defaults_that_accuse_nobody(void **state)
{
    (void)state;
    test_case t;
    open_case(&t,
              "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'"
              "contests':[{'id':'c','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':["
              "{'contest':'c','options':{'A':'a'}}]}]}",
              "s,a\n"
              "S1,1\n");
    const cv_profile *p = &t.e.profile;
    assert_false(cv_date_is(t.e.date));
    assert_int_equal(p->took_part, CV_F_NONE);
    assert_int_equal(p->station_max, CV_BLANK);
    assert_int_equal(p->zero_form, CV_ZERO_COUNTS);
    assert_int_equal(p->duplicates, CV_DUPLICATES_ALL);
    assert_int_equal(p->n_settings, 0);
    assert_int_equal(t.e.n_copies, 1);
    assert_true(t.e.copy[0].counts);
    assert_int_equal(t.e.copy[0].kind, CV_COPY_ORIGINAL);
    case_close(&t);
}

static void copies_count_by_kind(void **state)
{
    (void)state;
    test_case t;
    open_case(&t,
              "{'canvass':1,'id':'t','title':'t','copies':[{'id':'a','kind':'original'},{'id':'b','"
              "kind':'recount','version':2},{'id':'c','kind':'machine','holder':'H'},{'id':'d','"
              "kind':'posted','counts':true},{'id':'e','kind':'original','counts':false}],'rule_"
              "sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[{'"
              "file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",
              "s,a\n"
              "S1,1\n");
    static const bool counts[] = {true, true, false, true, false};
    assert_int_equal(t.e.n_copies, 5);
    for (int i = 0; i < 5; i++) assert_int_equal(t.e.copy[i].counts, counts[i]);
    assert_int_equal(t.e.copy[1].version, 2);
    assert_true(cv_str_eq(t.e.copy[2].holder, CV_STR("H")));
    assert_true(cv_str_eq(t.e.copy[3].holder, CV_STR("d")));
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(keeps_the_head),
        cmocka_unit_test(has_defaults_that_accuse_nobody),
        cmocka_unit_test(copies_count_by_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
