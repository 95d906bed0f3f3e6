/* Where the files are that election.json names. */
#include "case.h"

#define RESULTS(file)                                                                              \
    "'results':[{'file':" file ",'station':'s','forms':[{'contest':'c','options':{'A':'a'}}]}]}"

static const case_row rows[] = {
    {.name = "in the folder of the case",
     .json = RESULTS("'r.csv'"),
     .csv = "s,a\nS1,1\n",
     .want = "c: A\nS1 official counted 2 A=1\n"                                  },
    {.name = "nowhere",
     .json = RESULTS("^'q.csv'"),
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ no file 'q.csv' in 'CASE' (results[0].file)\n"},
    {.name = "data that nobody has said where to find",
     .json = "'data':'far'," RESULTS("^'q.csv'"),
     .csv = "s,a\nS1,1\n",
     .want = "error election.json:^ no file 'q.csv' in 'CASE' (results[0].file) / CANVASS_DATA "
             "says where the data is; 'examples/get t' brings an example's\n"     },
};

static void finds_files(void **state)
{
    (void)state;
    case_check_all(rows, N_ROWS(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(finds_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
