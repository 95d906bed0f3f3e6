/* The long layout: one row a station and option. */
#include "case.h"

static const case_row rows[] = {
    {.name = "rows of a station become a form",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,1\n"
            "S1,B,2\n"
            "S2,A,3\n"
            "S2,B,4\n",                                                                .want = "c: A B\n"
             "S1 official counted 2 A=1 B=2\n"
             "S2 official counted 4 A=3 B=4\n"                                                                                  },
    {.name = "rows that are far apart",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,1\n"
            "S2,A,3\n"
            "S1,B,2\n"
            "S2,B,4\n",                                                                .want = "c: A B\n"
             "S1 official counted 2 A=1 B=2\n"
             "S2 official counted 3 A=3 B=4\n"                                                                                  },
    {.name = "an option without a row is absent",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,1\n"
            "S2,B,4\n",                                                                .want = "c: A B\n"
             "S1 official counted 2 A=1 B=x\n"
             "S2 official counted 3 A=x B=4\n"                                                                                  },
    {.name = "an empty cell is blank",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,\n",                                                                 .want = "c: A\n"
             "S1 official counted 2 A=-\n"                                                                                       },
    {.name = "an empty cell is zero where the case says so",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v','option_blank':'zero'}]}]}",                                 .csv = "s,o,v\n"
            "S1,A,\n",                                           .want = "c: A\n"
             "S1 official counted 2 A=0\n"                                                                 },
    {.name = "columns about the station",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "fields':{'reg':'r'},'option':'o','votes':'v'}]}]}",                                  .csv = "s,r,o,v\n"
            "S1,10,A,1\n"
            "S1,10,B,2\n",                                        .want = "c: A B\n"
             "S1 official counted 2 reg=10 A=1 B=2\n"                                                   },
    {.name = "a row that says otherwise about the station",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "fields':{'reg':'r'},'option':'o','votes':'v'}]}]}",                                  .csv = "s,r,o,v\n"
            "S1,10,A,1\n"
            "S1,11,B,2\n",                                        .want = "c: A B\n"
             "S1 official counted 2 reg=10 A=1 B=?\n"
             "refused r.csv:3:2 R11 c S1 '11' is not what the station's first row says\n"               },
    {.name = "an option twice begins a second form",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,1\n"
            "S1,B,2\n"
            "S1,A,3\n"
            "S1,B,4\n",                                                                .want = "c: A B\n"
             "S1 official counted 2 A=1 B=2\n"
             "S1 official counted 4 A=3 B=4\n"                                                                                  },
    {.name = "two stations under one number, told apart by the register",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "fields':{'reg':'r'},'option':'o','votes':'v'}]}]}",                                  .csv = "s,r,o,v\n"
            "S1,10,A,1\n"
            "S1,10,B,2\n"
            "S1,20,A,3\n"
            "S1,20,B,4\n",                                        .want = "c: A B\n"
             "S1 official counted 2 reg=10 A=1 B=2\n"
             "S1 official counted 4 reg=20 A=3 B=4\n"                                                   },
    {.name = "the same rows twice count once",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,1\n"
            "S1,B,2\n"
            "S1,A,1\n"
            "S1,B,2\n",                                                                .want = "c: A B\n"
             "S1 official counted 2 A=1 B=2\n"
             "S1 official duplicate 4 A=1 B=2\n"                                                                                },
    {.name = "a row that cannot be read leaves its cell unknown",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,1\n"
            "S1,B,ten\n",                                                              .want = "c: A B\n"
             "S1 official counted 2 A=1 B=?\n"
             "refused r.csv:3:3 R02 c S1 'ten' is not a whole number\n"                                                       },
    {.name = "the same when it comes first",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,B,ten\n"
            "S1,A,1\n",                                                                .want = "c: B A\n"
             "S1 official counted 3 B=? A=1\n"
             "refused r.csv:2:3 R02 c S1 'ten' is not a whole number\n"                                                         },
    {.name = "a station of which nothing could be read is awaited",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,A,ten\n"
            "S2,A,1\n",                                                                .want = "c: A\n"
             "S1 official awaited 0\n"
             "S2 official counted 3 A=1\n"
             "refused r.csv:2:3 R02 c S1 'ten' is not a whole number\n"                                                         },
    {.name = "pseudo-options are lines of the form",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v','pseudo':{'Registered':'reg','Over Votes':'inv_over'}}]}]}", .csv = "s,o,v\n"
            "S1,Registered,10\n"
            "S1,A,1\n"
            "S1,Over Votes,2\n", .want = "c: A\n"
             "S1 official counted 2 reg=10 inv_over=2 A=1\n"     },
    {.name = "names, parties and blocs",
     .json = "'blocs':[{'id':'left'}],'results':[{'file':'r.csv','layout':'long','station':'s','"
             "forms':[{'contest':'c','option':'{f}, {g}','option_name':'{g} {m} "
             "{f}','option_party':'p','option_bloc':'b','votes':'v'}]}]}",                         .csv = "s,f,g,m,p,b,v\n"
            "S1,Ng,Ana,,Red,left,1\n",                   .want = "c: Ng, Ana\n"
             "S1 official counted 2 Ng, Ana=1\n"                                   },
    {.name = "a bloc that is not known",
     .json = "'blocs':[{'id':'left'}],'results':[{'file':'r.csv','layout':'long','station':'s','"
             "forms':[{'contest':'c','option':'o','option_bloc':'b','votes':'v'}]}]}",             .csv = "s,o,b,v\n"
            "S1,A,right,1\n",                .want = "c:\n"
             "S1 official awaited 0\n"
             "refused r.csv:2:0 R13 c S1 bloc 'right' is not in election.json\n"},
    {.name = "an empty option",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            "S1,,1\n",                                                                 .want = "c:\n"
             "S1 official awaited 0\n"
             "refused r.csv:2:2 R06 c S1 the option is empty\n"                                                                  },
    {.name = "listed options are all there are",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'c','rule':'p','options':[{'id':'A'}]}],'results':[{'file':'r.csv','layout':'"
             "long','station':'s','forms':[{'contest':'c','option':'o','votes':'v'}]}]}",          .csv = "s,o,v\n"
            "S1,A,1\n"
            "S1,B,2\n",                   .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "refused r.csv:3:0 R09 c S1 option 'B' is not in contest 'c'\n"       },
    {.name = "an empty station",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v'}]}]}",                                                       .csv = "s,o,v\n"
            ",A,1\n",                                                                  .want = "c:\n"
             "refused r.csv:2:1 R06 c - 's' is empty, it is part of the station's key\n"                                          },
    {.name = "two contests side by side",
     .json = "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},'contests'"
             ":[{'id':'*','rule':'p'}],'results':[{'file':'r.csv','layout':'long','station':'s','"
             "forms':[{'contest':'{k}','option':'o','votes':'v'}]}]}",                             .csv = "k,s,o,v\n"
            "c,S1,A,1\n"
            "d,S1,A,2\n"
            "c,S1,B,3\n",                                    .want = "c: A B\n"
             "S1 official counted 2 A=1 B=3\n"
             "d: A\n"
             "S1 official counted 3 A=2\n"                                                          },
    {.name = "only some rows",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v','where':[{'column':'o','not':['Total']}]}]}]}",              .csv = "s,o,v\n"
            "S1,A,1\n"
            "S1,Total,1\n",                   .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "skipped 1 not selected by any form\n"                                },
    {.name = "rows that say that nothing came in",
     .json = "'results':[{'file':'r.csv','layout':'long','station':'s','forms':[{'contest':'c','"
             "option':'o','votes':'v','missing':[{'column':'v','blank':true}]}]}]}",               .csv = "s,o,v\n"
            "S1,A,\n"
            "S2,A,1\n",                        .want = "c: A\n"
             "S1 official awaited 0\n"
             "S2 official counted 3 A=1\n"                                              },
};

static void gathers_rows(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(gathers_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
