/* Rows of lists of stations; declared totals are compared in read_test.c. */
#include "case.h"

static const case_row rows[] = {
    {.name = "stations that do not report are awaited",
     .json = "'stations':{'file':'l.csv','station':'s','contests':'c','registered':'r'},'results':["
             "{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'v'}}]}]}", .csv = "s,v\n"
            "S2,3\n", .want = "c: A\n"
             "S1 official awaited 0 reg=10\n"
             "S2 official counted 2 A=3\n",                               .other_name = "l.csv",
     .other = "s,r\n"
              "S1,10\n"
              "S2,20\n"  },
    {.name = "a station that is not in the list",
     .json = "'stations':{'file':'l.csv','station':'s','contests':'c'},'results':[{'file':'r.csv','"
             "station':'s','forms':[{'contest':'c','options':{'A':'v'}}]}]}",                  .csv = "s,v\n"
            "S1,3\n"
            "S9,4\n",                  .want = "c: A\n"
             "S1 official counted 2 A=3\n"
             "refused r.csv:3:0 R10 c - station 'S9' is not in the station list\n",        .other_name = "l.csv",
     .other = "s\n"
              "S1\n"     },
    {.name = "listed as closed",
     .json = "'stations':{'file':'l.csv','station':'s','contests':'c','closed':[{'column':'k','is':"
             "'Y'}]},'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'"
             "A':'v'}}]}]}",                                                                   .csv = "s,v\n"
            "S1,3\n",                                                                   .want = "c: A\n"
             "S1 official counted 2 A=3\n",                                                                                                 .other_name = "l.csv",
     .other = "s,k\n"
              "S1,N\n"
              "S2,Y\n"   },
    {.name = "contests by template",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'d-*','rule':'p'}],'stations':{'file':'l.csv','station':'s','contests':['d-{"
             "d}']},'results':[{'file':'r.csv','station':'s','forms':[{'contest':'d-{d}','options':"
             "{'A':'v'}}]}]}",                                                                 .csv = "s,d,v\n"
            "S1,1,3\n",                                                               .want = "d-1: A\n"
             "S1 official counted 2 A=3\n"
             "d-2:\n"
             "S2 official awaited 0\n",                                                                                                 .other_name = "l.csv",
     .other = "s,d\n"
              "S1,1\n"
              "S2,2\n"   },
    {.name = "a contest of the list that is not known",
     .json = "'stations':{'file':'l.csv','station':'s','contests':['{d}']},'results':[{'file':'r."
             "csv','station':'s','forms':[{'contest':'c','options':{'A':'v'}}]}]}",            .csv = "s,v\n"
            "S1,3\n",            .want = "c: A\n"
             "S1 official counted 2 A=3\n"
             "refused l.csv:3:0 R12 - S2 contest 'x' is not in election.json\n",     .other_name = "l.csv",
     .other = "s,d\n"
              "S1,c\n"
              "S2,x\n"   },
    {.name = "a register that is not a number",
     .json = "'stations':{'file':'l.csv','station':'s','contests':'c','registered':'r'},'results':["
             "{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'v'}}]}]}", .csv = "s,v\n"
            "S1,3\n", .want = "c: A\n"
             "S1 official counted 2 A=3\n"
             "refused l.csv:2:2 R02 - S1 'many' is not a whole number\n", .other_name = "l.csv",
     .other = "s,r\n"
              "S1,many\n"},
};

static void takes_lists(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(takes_lists)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
