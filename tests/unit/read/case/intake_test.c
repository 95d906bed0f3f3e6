/* Files, members, headers, and the rows that are passed over. */
#include "case.h"

static const case_row rows[] = {
    {.name = "rows that are not selected",
     .json = "'results':[{'file':'r.csv','station':'s','where':[{'column':'k','is':['A','P']},{'"
             "column':'a','blank':false}],'forms':[{'contest':'c','options':{'A':'a'}}]}]}",            .csv = "s,k,a\n"
            "S1,A,1\n"
            "S2,B,2\n"
            "S3,P,\n"
            "S4,P,4\n",                   .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "S4 official counted 5 A=4\n"
             "skipped 2 not selected\n"},
    {.name = "rows that are skipped",
     .json = "'results':[{'file':'r.csv','station':'s','skip':[{'column':'s','is':['Total'],'why':'"
             "total row'},{'column':'a','blank':true,'why':'no "
             "figures'}],'forms':[{'contest':'c','options':{'A':'a'}}]}]}",                             .csv = "s,a\n"
            "S1,1\n"
            "Total,1\n"
            "S2,\n"
            "Total,2\n",                                   .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "skipped 2 total row\n"
             "skipped 1 no figures\n"                  },
    {.name = "blank lines and comments",
     .json = "'results':[{'file':'r.csv','station':'s','comment':'#','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                                 .csv = "s,a\n"
            "\n"
            "S1,1\n"
            "# note\n"
            "\n",                                                                              .want = "c: A\n"
             "S1 official counted 3 A=1\n"
             "skipped 2 blank line\n"
             "skipped 1 comment line\n"                                                           },
    {.name = "several files",
     .json = "'results':[{'file':['r.csv','x.csv'],'station':'s','forms':[{'contest':'c','options':"
             "{'A':'a'}}]}]}",                                                                          .csv = "s,a\n"
            "S1,1\n",                                                                                   .want = "c: A\n"
             "S1 official counted 2 A=1\n"
             "S2 official counted 2 A=2\n",                                                              .other_name = "x.csv",
     .other = "a;s\n"
              "2;S2\n"},
    {.name = "several header lines",
     .json = "'results':[{'file':'r.csv','header':[1,2],'station':'s / "
             "key','forms':[{'contest':'c','options':{'A':'A / 1','B':'A / 2'}}]}]}",                                                                               .csv = "s,A,\n"
            "key,1,2\n"
            "S1,3,4\n",                                                                              .want = "c: A B\n"
             "S1 official counted 3 A=3 B=4\n"                                                                      },
    {.name = "separator and quote",
     .json = "'results':[{'file':'r.csv','separator':'|','quote':'none','station':'s','forms':[{'"
             "contest':'c','options':{'A':'xa'}}]}]}",                                                  .csv = "s|xa\n"
            "S\"1|3\n",                                                  .want = "c: A\n"
             "S\"1 official counted 2 A=3\n"                                                                                                     },
    {.name = "tabs",
     .json = "'results':[{'file':'r.csv','separator':'tab','station':'s','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                    .csv = "s\ta\n"
            "S1\t3\n",                                                                   .want = "c: A\n"
             "S1 official counted 2 A=3\n"                                                                                                                    },
    {.name = "too few cells, in a known station",
     .json = "'results':[{'file':'r.csv','station':'s','forms':[{'contest':'c','options':{'A':'a','"
             "B':'b'}}]}]}",                                                      .csv = "s,a,b\n"
            "S1,1,2\n"
            "S2,1\n"
            "S1,1\n",                                        .want = "c: A B\n"
             "S1 official counted 2 A=1 B=2\n"
             "refused r.csv:3:0 R01 c - expected 3 cells, found 2\n"
             "refused r.csv:4:0 R01 c S1 expected 3 cells, found 2\n"                                                                                                                               },
    {.name = "thousands",
     .json = "'results':[{'file':'r.csv','station':'s','thousands':',','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                           .csv = "s,a\n"
            "S1,\"1,234\"\n"
            "S2,\"12,34\"\n",                                     .want = "c: A\n"
             "S1 official counted 2 A=1234\n"
             "S2 official awaited 0\n"
             "refused r.csv:3:2 R05 c S2 '12,34' has a sign or decimals where a count is due\n"                                                                                                                    },
    {.name = "no such file",
     .json = "'results':[{'file':^'q.csv','station':'s','forms':[{'contest':'c','options':{'A':'a'}"
             "}]}]}", .csv = NULL,
     .want = "error election.json:^ no file 'q.csv' in 'CASE' (results[0].file)\n"                                                                                                                                      },
    {.name = "an unknown encoding",
     .json = "'results':[{'file':'r.csv','station':'s','encoding':^'utf8','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                   .csv = "s,a\n"
            "S1,1\n",                   .want = "error election.json:^ unknown encoding 'utf8' (results[0].encoding) / one of utf-8, "
             "utf-16, utf-16le, utf-16be, iso-8859-1, iso-8859-2, iso-8859-5, iso-8859-9, "
             "iso-8859-15, windows-1250, windows-1251, windows-1252, windows-1254, windows-1257, "
             "windows-1258, koi8-r\n"                                                                                                                    },
    {.name = "a separator of two characters",
     .json = "'results':[{'file':'r.csv','station':'s','separator':^'ab','forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",                                                           .csv = "s,a\n"
            "S1,1\n",                                                 .want = "error election.json:^ 'ab' is not one ASCII character (results[0].separator)\n"                                                                                                                    },
    {.name = "header lines that go back",
     .json = "'results':[{'file':'r.csv','station':'s','header':^[3,2],'forms':[{'contest':'c','"
             "options':{'A':'a'}}]}]}",       .csv = "s,a\n"
            "S1,1\n",.want = "error election.json:^ not lines of a header (results[0].header) / a line number, at "
             "most 8 of them in ascending order, or 0\n"                                                                                                                    },
    {.name = "no file",
     .json =
         "'results':[{'file':^[],'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}",                                        .csv = "s,a\n",
     .want = "error election.json:^ no file is named (results[0].file)\n"                                                          },
};

static void takes_rows_in(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(takes_rows_in)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
