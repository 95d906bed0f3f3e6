/* Columns by name, number and occurrence; what is not mapped. */
#include "case.h"

static const case_row rows[] = {
    {.name = "a name in several columns",
     .json = "'results':[{'file':'r.csv','station':'s','ignore':['x#1'],'forms':[{'contest':'c','"
             "options':{'A':'x#2'}}]}]}", .csv = "s,x,x\n"
            "S1,1,2\n", .want = "c: A\n"
             "S1 official counted 2 A=2\n"                            },
    {.name = "by number",
     .json = "'results':[{'file':'r.csv','station':'#1','ignore':['#2'],'forms':[{'contest':'c','"
             "options':{'A':'#3'}}]}]}",  .csv = "s,x,x\n"
            "S1,1,2\n",  .want = "c: A\n"
             "S1 official counted 2 A=2\n"                             },
    {.name = "without a header",
     .json = "'results':[{'file':'r.csv','header':0,'station':'#1','forms':[{'contest':'c','"
             "options':{'A':'#2'}}]}]}",  .csv = "S1,1\n"
            "S2,2\n",    .want = "c: A\n"
             "S1 official counted 1 A=1\n"
             "S2 official counted 2 A=2\n"                               },
    {.name = "which of several",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':^'x'}"
             "}]}]}",                     .csv = "s,x,x\n"
            "S1,1,2\n",                     .want =
         "error election.json:^ 2 columns of 'r.csv' are named 'x' (results[0].forms[0].options.A) "
         "/ write 'x#1' for the first of them, 'x#2' for the second\n"                    },
    {.name = "an unknown column",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':^'"
             "votess'}}]}]}",             .csv = "s,votes\n"
            "S1,1\n",               .want = "error election.json:^ no column 'votess' in 'r.csv' (results[0].forms[0].options.A) "
             "/ the nearest column is 'votes'\n"                                    },
    {.name = "an unknown column, none near",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':^'"
             "Stimmen'}}]}]}",            .csv = "s,votes\n"
            "S1,1\n",              .want = "error election.json:^ no column 'Stimmen' in 'r.csv' (results[0].forms[0].options.A) "
             "/ its 2 columns: 's', 'votes'\n"                                     },
    {.name = "columns that nobody names",
     .json = "'results':[^{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}"
             "}]}]}",                     .csv = "s,a,b,\n"
            "S1,1,2,3\n",                   .want = "error election.json:^ 2 columns of 'r.csv' are neither mapped nor ignored "
             "(results[0]) / map or add to \"ignore\": \"b\", \"#4\"\n"                 },
    {.name = "one column that nobody names",
     .json = "'results':[{'file':'r.csv','station':'s','ignore':^['b'],'forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",   .csv = "s,a,b,d\n"
            "S1,1,2,3\n", .want = "error election.json:^ 1 column of 'r.csv' is neither mapped nor ignored "
             "(results[0].ignore) / map or add to \"ignore\": \"d\"\n"},
    {.name = "an ignored name in several columns",
     .json = "'results':[{'file':'r.csv','station':'s','ignore':['x'],'forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",   .csv = "s,a,x,x\n"
            "S1,1,2,3\n", .want = "c: A\n"
             "S1 official counted 2 A=1\n"                            },
    {.name = "the rest",
     .json = "'results':[{'file':'r.csv','station':'s','ignore':'rest','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",   .csv = "s,a,b,d\n"
            "S1,1,2,3\n", .want = "c: A\n"
             "S1 official counted 2 A=1\n"                            },
    {.name = "a column to be ignored that is not there",
     .json = "'results':[{'file':'r.csv','station':'s','ignore':[^'bbb'],'forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",   .csv = "s,a\n"
            "S1,1\n",     .want = "error election.json:^ no column 'bbb' in 'r.csv' (results[0].ignore[0]) / its 2 "
             "columns: 's', 'a'\n"                                        },
    {.name = "a column to be ignored without brackets",
     .json = "'results':[{'file':'r.csv','station':'s','ignore':^'b','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",   .csv = "s,a,b\n"
            "S1,1,2\n",   .want = "error election.json:^ expected an array of columns or \"rest\", found 'b' "
             "(results[0].ignore) / one column is written [\"b\"]\n"    },
};

static void finds_columns(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_columns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
