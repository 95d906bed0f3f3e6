/* The wide layout: one row a station. */
#include "case.h"

static const case_row rows[] = {
    {.name = "fields and options",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{'reg':'"
             "reg'},'options':{'A':'a','B':'b'}}]}]}",                                          .csv = "s,reg,a,b\n"
            "S1,10,4,5\n"
            "S2,20,0,7\n",                                       .want = "c: A B\n"
             "S1 official counted 2 reg=10 A=4 B=5\n"
             "S2 official counted 3 reg=20 A=0 B=7\n"                                 },
    {.name = "five states of a cell",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{'reg':'"
             "reg','valid':'v'},'options':{'A':'a','B':'b'}}]}]}",                              .csv = "s,reg,v,a,b\n"
            "S1,,?,x,-\n",                           .want = "c: A B\n"
             "S1 official counted 2 reg=- valid=? A=x B=-\n"              },
    {.name = "own markers replace the standard ones",
     .json = "'results':[{'file':'r.csv','station':'s','blank':['','NA'],'illegible':['!'],'forms':"
             "[{'contest':'c','options':{'A':'a','B':'b','D':'d'}}]}]}",                        .csv = "s,a,b,d\n"
            "S1,NA,!,\n"
            "S2,-,1,1\n",                      .want = "c: A B D\n"
             "S1 official counted 2 A=- B=? D=-\n"
             "S2 official awaited 0\n"
             "refused r.csv:3:2 R02 c S2 '-' is not a whole number\n"},
    {.name = "a number that marks blank",
     .json = "'results':[{'file':'r.csv','station':'s','blank':['','-1'],'forms':[{'contest':'c','"
             "fields':{'reg':['m','f']},'options':{'A':'a'}}]}]}",                              .csv = "s,m,f,a\n"
            "S1,-1,-1,3\n"
            "S2,4,5,6\n",                            .want = "c: A\n"
             "S1 official counted 2 reg=- A=3\n"
             "S2 official counted 3 reg=9 A=6\n"                           },
    {.name = "columns that are added",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{'reg':['m'"
             ",'f']},'options':{'A':['a1','a2']}}]}]}",                                         .csv = "s,m,f,a1,a2\n"
            "S1,3,4,1,2\n"
            "S2,3,,x,2\n"
            "S3,?,,x,x\n",                                      .want = "c: A\n"
             "S1 official counted 2 reg=7 A=3\n"
             "S2 official counted 3 reg=- A=2\n"
             "S3 official counted 4 reg=? A=x\n"                                     },
    {.name = "a sum that is too large",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':['a',"
             "'b']}}]}]}",                                                                      .csv = "s,a,b\n"
            "S1,999999999,1\n",                                                              .want = "c: A\n"
             "S1 official awaited 0\n"
             "refused r.csv:2:3 R03 c S1 the sum '1000000000' is above 999999999\n"                          },
    {.name = "empty option cells mean zero",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a','"
             "B':'b'},'option_blank':'zero'}]}]}",                                              .csv = "s,a,b\n"
            "S1,,5\n",                                               .want = "c: A B\n"
             "S1 official counted 2 A=0 B=5\n"                                                },
    {.name = "absent options appear with their first cell",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a','"
             "B':'b','D':'d'},'option_blank':'absent'}]}]}",                                    .csv = "s,a,b,d\n"
            "S1,,5,\n"
            "S2,1,2,\n",                                   .want = "c: B A\n"
             "S1 official counted 2 B=5 A=x\n"
             "S2 official counted 3 B=2 A=1\n"                                    },
    {.name = "a run of columns",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','option_columns':{'"
             "from':'a','to':'b'}}]}]}",                                                        .csv = "s,a,z,b\n"
            "S1,1,2,3\n",                                                      .want = "c: a z b\n"
             "S1 official counted 2 a=1 z=2 b=3\n"                                                   },
    {.name = "numbers of headers are ids",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','option_columns':{'"
             "from':'1. Red','to':'12 “Blue”','ids':'number'}}]}]}",                        .csv = "s,1. Red,12 “Blue”\n"
            "S1,3,4\n",                        .want = "c: 1 12\n"
             "S1 official counted 2 1=3 12=4\n"                        },
    {.name = "two contests in a row",
     .json =
         "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests':[{'"
         "id':'c','rule':'p'},{'id':'d','rule':'p'}],'results':[{'file':'r.csv','station':'s','"
         "forms':[{'contest':'c','options':{'A':'a'}},{'contest':'d','options':{'B':'b'}}]}]}", .csv = "s,a,b\n"
            "S1,1,2\n", .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "d: B\n"
             "S1 official counted 2 B=2\n"      },
    {.name = "a bad cell refuses the whole row",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p'},{'id':'d','rule':'p'}],'results':[{'file':'r.csv','station':'"
             "s','forms':[{'contest':'c','fields':{'reg':'reg'},'options':{'A':'a'}},{'contest':'d'"
             ",'options':{'B':'b'}}]}]}",                                                       .csv = "s,reg,a,b\n"
            "S1,9,1,two\n"
            "S2,8,3,4\n",                                                     .want = "c: A\n"
             "S1 official awaited 0 reg=9\n"
             "S2 official counted 3 reg=8 A=3\n"
             "d: B\n"
             "S1 official awaited 0\n"
             "S2 official counted 3 B=4\n"
             "refused r.csv:2:4 R02 d S1 'two' is not a whole number\n"                             },
    {.name = "two copies in a row",
     .json =
         "'copies':[{'id':'o','kind':'original'},{'id':'p','kind':'posted'}],'results':[{'file':'r."
         "csv','station':'s','forms':[{'contest':'c','copy':'o','options':{'A':'a'}},{'contest':'c'"
         ",'copy':'p','where':[{'column':'a2','blank':false}],'options':{'A':'a2'}}]}]}",       .csv = "s,a,a2\n"
            "S1,1,2\n"
            "S2,3,\n",        .want = "c: A\n"
             "S1 o counted 2 A=1\n"
             "S2 o counted 3 A=3\n"
             "S1 p copy 2 A=2\n"                       },
    {.name = "rows that say that nothing came in",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','fields':{'reg':'"
             "reg'},'missing':[{'column':'a','blank':true}],'options':{'A':'a'}}]}]}",          .csv = "s,reg,a\n"
            "S1,10,\n"
            "S2,20,7\n",         .want = "c: A\n"
             "S1 official awaited 0 reg=10\n"
             "S2 official counted 3 reg=20 A=7\n"       },
    {.name = "a row for no form is skipped",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','where':[{'column':'"
             "k','is':'1'}],'options':{'A':'a'}}]}]}",                                          .csv = "s,k,a\n"
            "S1,1,5\n"
            "S2,2,6\n",                                          .want = "c: A\n"
             "S1 official counted 2 A=5\n"
             "skipped 1 not selected by any form\n"                                      },
    {.name = "a station twice is two forms",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}"
             "]}]}",                                                                            .csv = "s,a\n"
            "S1,1\n"
            "S1,2\n",                                                                              .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "S1 official counted 3 A=2\n"                                                                                   },
    {.name = "a station twice, the same figures",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}"
             "]}]}",                                                                            .csv = "s,a\n"
            "S1,1\n"
            "S1,1\n",                                                                              .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "S1 official duplicate 3 A=1\n"                                                                                 },
    {.name = "a repeat vote replaces",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}}"
             "]},{'file':'x.csv','station':'s','forms':[{'contest':'c','replaces':true,'options':{'"
             "A':'a'}}]}]}",                                                                    .csv = "s,a\n"
            "S1,1\n"
            "S2,2\n",                                                                      .want = "c: A\n"
             "S1 official replaced 2 A=1\n"
             "S1 official counted 2 A=9\n"
             "S2 official counted 3 A=2\n",                                                                            .other_name = "x.csv",
     .other = "s,a\n"
              "S1,9\n"},
    {.name = "contests by template",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'d-*','rule':'p'}],'results':[{'file':'r.csv','station':['d','s'],'forms':[{'"
             "contest':'d-{d}','options':{'A':'a','B':'b'},'option_blank':'absent'}]}]}",                                                                       .csv = "d,s,a,b\n"
            "1,S1,1,2\n"
            "2,S1,3,\n"
            "1,S2,4,5\n",                                                               .want = "d-1: A B\n"
             "1/S1 official counted 2 A=1 B=2\n"
             "1/S2 official counted 4 A=4 B=5\n"
             "d-2: A\n"
             "2/S1 official counted 3 A=3\n"                                                                              },
    {.name = "a contest that is not known",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'d-*','rule':'p'}],'results':[{'file':'r.csv','station':'s','forms':[{'"
             "contest':'{d}','options':{'A':'a'}}]}]}",                                            .csv = "d,s,a\n"
            "d-1,S1,1\n"
            "x,S2,2\n"
            ",S3,3\n"
            "d-,S4,4\n",                             .want = "d-1: A\n"
             "S1 official counted 2 A=1\n"
             "refused r.csv:3:0 R12 - S2 contest 'x' is not in election.json\n"
             "refused r.csv:4:1 R06 - S3 'd' is empty, it names the contest\n"
             "refused r.csv:5:0 R12 - S4 contest 'd-' is not in election.json\n"                                                                                                                },
};

static void maps_wide_rows(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(maps_wide_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
