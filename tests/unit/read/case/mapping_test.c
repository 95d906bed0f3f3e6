/* What in an entry of "results" does not fit the table or itself. */
#include "case.h"

static const case_row rows[] = {
    {.name = "no station",
     .json = "'results':[^{'file':'r.csv','forms':[{'contest':'c','options':{'A':'a'}}]}]}",
     .csv = "s,a\n"
            "S1,1\n",                                                                                                     .want = "error election.json:^ the key 'station' is missing (results[0])\n"                    },
    {.name = "a copy that is not listed",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','copy':^'p','"
             "options':{'A':'a'}}]}]}",                                                              .csv = "s,a\n"
            "S1,1\n",                                                              .want = "error election.json:^ no copy 'p' (results[0].forms[0].copy) / copies are listed "
             "under \"copies\"\n"                                                                                                                            },
    {.name = "a field that is not in the vocabulary",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{^'regd':'"
             "a'}}]}]}",                                                                             .csv = "s,a\n"
            "S1,1\n",                                                                             .want = "error election.json:^ unknown field 'regd' (results[0].forms[0].fields.regd) / did "
             "you mean 'reg'?\n"                                                                                                                                            },
    {.name = "an own field that is not declared",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{^'x_a':'a'"
             "}}]}]}",                                                                               .csv = "s,a\n"
            "S1,1\n",                                                                               .want = "error election.json:^ unknown field 'x_a' (results[0].forms[0].fields.x_a) / declare "
             "it under \"fields\" with a name\n"                                                                                                                              },
    {.name = "a field that is declared, and turnout",
     .json = "'fields':{'x_a':'own'},'results':[{'file':'r.csv','station':'s','forms':[{'contest':'"
             "c','fields':{'x_a':'a','t[12:00]':'b'}}]}]}",                                          .csv = "s,a,b\n"
            "S1,1,2\n",                                        .want = "c:\n"
             "S1 official counted 2 x_a=1 t[12:00]=2\n"                                                                                },
    {.name = "an hour that does not exist",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{^'t[25:00]"
             "':'a'}}]}]}",                                                                          .csv = "s,a\n"
            "S1,1\n",                                                                          .want = "error election.json:^ unknown field 't[25:00]' (results[0].forms[0].fields.t[25:00]) "
             "/ the vocabulary is in docs/reference/fields.md\n"                                                                                                         },
    {.name = "a contest that is not listed",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':^'e','options':{'A':'a'}"
             "}]}]}",                                                                                .csv = "s,a\n"
            "S1,1\n",                                                                                .want = "error election.json:^ no contest 'e' (results[0].forms[0].contest) / contests are "
             "listed under \"contests\"\n"                                                                                                                                     },
    {.name = "columns in the wrong order",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','option_columns':{'"
             "from':'b','to':^'a'}}]}]}",                                                            .csv = "s,a,b\n"
            "S1,1,2\n",                                                          .want = "error election.json:^ column 'a' stands before 'b' "
             "(results[0].forms[0].option_columns.to)\n"                                                                                                 },
    {.name = "a header without a number",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','option_columns':^{'"
             "from':'1 a','to':'b','ids':'number'}}]}]}",                                            .csv = "s,1 a,b\n"
            "S1,1,2\n",                                          .want = "error election.json:^ column 3 'b' does not give an option id "
             "(results[0].forms[0].option_columns) / map it under \"options\" with an id\n"                                              },
    {.name = "two columns for an option",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'a':'b'},"
             "'option_columns':^{'from':'a','to':'a'}}]}]}",                                         .csv = "s,a,b\n"
            "S1,1,2\n",                                       .want =
         "error election.json:^ two columns of option 'a' (results[0].forms[0].option_columns)\n"                                     },
    {.name = "a form of nothing",
     .json =
         "'results':[{'file':'r.csv','station':'s','forms':[^{'contest':'c','copy':'official'}]}]}", .csv = "s,a\n"
            "S1,1\n", .want =
         "error election.json:^ the form has neither fields nor options (results[0].forms[0])\n"},
    {.name = "no form",
     .json = "'results':[^{'file':'r.csv','station':'s','forms':[]}]}",
     .csv = "s,a\n"
            "S1,1\n",                                                                                                     .want = "error election.json:^ no form is read from the table (results[0])\n"                  },
    {.name = "long keys in the wide layout",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[^{'contest':'c','option':'a','"
             "votes':'a'}]}]}",                                                                      .csv = "s,a\n"
            "S1,1\n",                                                                      .want = "error election.json:^ the wide layout does not read 'option', 'votes' or 'elected' "
             "(results[0].forms[0]) / say \"layout\": \"long\" for one row an option\n"                                                                              },
    {.name = "wide keys in the long layout",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[^{'contest':'c','"
             "option':'a','votes':'a','options':{'A':'a'}}]}]}",                                     .csv = "s,a\n"
            "S1,1\n",                                     .want =
         "error election.json:^ the long layout has no columns of options (results[0].forms[0])\n"                                  },
    {.name = "half a long layout",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[^{'contest':'c','"
             "option':'a'}]}]}",                                                                     .csv = "s,a\n"
            "S1,1\n",                                                                     .want = "error election.json:^ the long layout needs 'option' and 'votes' "
             "(results[0].forms[0])\n"                                                                                                                              },
    {.name = "two forms in the long layout",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':^[{'contest':'c','"
             "option':'a','votes':'a'},{'contest':'c','option':'a','votes':'a'}]}]}",                .csv = "s,a\n"
            "S1,1\n",                .want = "error election.json:^ the long layout reads one form a row (results[0].forms)\n"      },
    {.name = "a condition that says nothing",
     .json = "'results':[{'file':'r.csv','station':'s','where':[^{'column':'a'}],'forms':[{'"
             "contest':'c','options':{'A':'a'}}]}]}",                                                .csv = "s,a\n"
            "S1,1\n",                                                .want = "error election.json:^ the condition says nothing (results[0].where[0]) / add \"is\", "
             "\"not\" or \"blank\"\n"                                                                                                          },
    {.name = "kinds without a column",
     .json = "'results':[{'file':'r.csv','station':'s','kind':^{'values':{'S':'special'}},'forms':["
             "{'contest':'c','options':{'A':'a'}}]}]}",                                              .csv = "s,a\n"
            "S1,1\n",                                              .want = "error election.json:^ the kinds need a 'column' (results[0].kind)\n"                  },
    {.name = "a separator of thousands that nobody uses",
     .json = "'results':[{'file':'r.csv','station':'s','thousands':^'x','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                              .csv = "s,a\n"
            "S1,1\n",                                                              .want = "error election.json:^ 'x' is not a separator of thousands (results[0].thousands) / "
             "use a space, a no-break space, a comma, a point or '\n"                                                                                        },
    {.name = "declared totals with a station",
     .json = "'results':[{'file':'r.csv','level':'contest','station':^'s','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                              .csv = "s,a\n"
            "S1,1\n",                                                              .want = "error election.json:^ declared totals have no stations (results[0].station)\n"        },
    {.name = "no column for a field",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{^'reg':[]}"
             "}]}]}",                                                                                .csv = "s,a\n"
            "S1,1\n",                                                                                .want = "error election.json:^ no column for 'reg' (results[0].forms[0].fields.reg)\n"         },
};

static void refuses_mappings(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(refuses_mappings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
