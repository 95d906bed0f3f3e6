/* Stations: keys, places, kinds, merges. */
#include "case.h"

static const case_row rows[] = {
    {.name = "a key of two columns",
     .json = "'results':[{'file':'r.csv','station':['a','b'],'forms':[{'contest':'c','options':{'A'"
             ":'v'}}]}]}",                                                                .csv = "a,b,v\n"
            "1,2,3\n",                                                                  .want = "c: A\n"
             "1/2 official counted 2 A=3\n"                                                                },
    {.name = "a key by template",
     .json = "'results':[{'file':'r.csv','station':'{a:1-2}x','forms':[{'contest':'c','options':{'"
             "A':'v'}}]}]}",                                                              .csv = "a,v\n"
            "123,3\n",                                                                .want = "c: A\n"
             "12x official counted 2 A=3\n"                                                              },
    {.name = "a key that is too short",
     .json = "'results':[{'file':'r.csv','station':'{a:1-5}','forms':[{'contest':'c','options':{'A'"
             ":'v'}}]}]}",                                                                .csv = "a,v\n"
            "123,3\n",                                                                  .want = "c:\n"
             "refused r.csv:2:1 R06 c - '123' is too short for the station's key\n"                        },
    {.name = "an empty key",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'v'}}"
             "]}]}",                                                                      .csv = "s,v\n"
            ",3\n",                                                                           .want = "c:\n"
             "refused r.csv:2:1 R06 c - 's' is empty, it is part of the station's key\n"                            },
    {.name = "spaces around a key",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'v'}}"
             "]}]}",                                                                      .csv = "s,v\n"
            " 1 ,3\n"
            "1,4\n",                                                                          .want = "c: A\n"
             "1 official counted 2 A=3\n"
             "1 official counted 3 A=4\n"                                                                          },
    {.name = "closed",
     .json = "'results':[{'file':'r.csv','station':'s','closed':[{'column':'k','is':['void']},{'"
             "column':'n','is':['Y']}],'forms':[{'contest':'c','options':{'A':'v'}}]}]}", .csv = "s,k,n,v\n"
            "S1,void,N,0\n"
            "S2,,Y,0\n"
            "S3,,N,0\n", .want = "c: A\n"
             "S1 official closed 2 A=0\n"
             "S2 official closed 3 A=0\n"
             "S3 official counted 4 A=0\n"},
    {.name = "closed, but with votes",
     .json = "'results':[{'file':'r.csv','station':'s','closed':[{'column':'k','is':['void']}],'"
             "forms':[{'contest':'c','options':{'A':'v'}}]}]}",                           .csv = "s,k,v\n"
            "S1,void,7\n",                         .want = "c: A\n"
             "S1 official counted 2 A=7\n"                        },
    {.name = "merged into a station that comes later",
     .json = "'results':[{'file':'r.csv','station':'s','merged_into':'m','forms':[{'contest':'c','"
             "options':{'A':'v'}}]}]}",                                                   .csv = "s,m,v\n"
            "S1,S2,0\n"
            "S2,,9\n",                                                     .want = "c: A\n"
             "S1 official closed 2 A=0\n"
             "S2 official counted 3 A=9\n"                                                    },
    {.name = "merged by template",
     .json = "'results':[{'file':'r.csv','station':['d','s'],'merged_into':'{d}/"
             "{m}','forms':[{'contest':'c','options':{'A':'v'}}]}]}",                     .csv = "d,s,m,v\n"
            "7,1,2,0\n"
            "7,2,,9\n",                      .want = "c: A\n"
             "7/1 official closed 2 A=0\n"
             "7/2 official counted 3 A=9\n"                    },
    {.name = "merged into nothing",
     .json = "'results':[{'file':'r.csv','station':'s','merged_into':'m','forms':[{'contest':'c','"
             "options':{'A':'v'}}]}]}",                                                   .csv = "s,m,v\n"
            "S1,S9,0\n"
            "S2,,9\n",                                                     .want = "c: A\n"
             "S1 official closed 2 A=0\n"
             "S2 official counted 3 A=9\n"
             "refused r.csv:2:0 R13 c S1 no station 'S9' to be merged into\n"                 },
    {.name = "merged into itself",
     .json = "'results':[{'file':'r.csv','station':'s','merged_into':'m','forms':[{'contest':'c','"
             "options':{'A':'v'}}]}]}",                                                   .csv = "s,m,v\n"
            "S1,S1,0\n",                                                   .want = "c: A\n"
             "S1 official closed 2 A=0\n"
             "refused r.csv:2:0 R13 c S1 no station 'S1' to be merged into\n"               },
};

static void keeps_stations(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_stations)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
