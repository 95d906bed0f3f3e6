#include "copies_sample.h"

static void a_row_a_line_that_differs(void **state)
{
    (void)state;
    copies_sample s;
    copies_sample_open(&s, true);
    ROW_STR("copies.csv", copies_sample_written(&s, cv_csv_copies),
            CV_STR("contest,a,b,station,kind,line,figure_a,figure_b,class,votes_apart,ballots,"
                   "lead_change,first_a,first_b,zeros,source_a,source_b\n"
                   "seat,,agents,s2,votes,B,130,139,digit,9,9,9,B,B,,results.csv:3,results.csv:6\n"
                   "seat,,agents,s3,votes,A,118,0,other,239,239,-3,B,,b,results.csv:4,"
                   "results.csv:7\n"
                   "seat,,agents,s3,votes,B,121,0,other,239,239,-3,B,,b,results.csv:4,"
                   "results.csv:7\n"
                   "seat,,observers,s0,votes,B,150,,state,0,0,,,,,results.csv:1,results.csv:8\n"
                   "seat,agents,observers,s0,votes,B,150,,state,0,0,,,,,results.csv:5,"
                   "results.csv:8\n"));
    copies_sample_close(&s);
}

static void without_copies_the_head_alone(void **state)
{
    (void)state;
    copies_sample s;
    copies_sample_open(&s, false);
    cv_str text = copies_sample_written(&s, cv_csv_copies);
    assert_int_equal(cv_str_find(text, CV_STR("\n"), 0), text.n - 1);
    copies_sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_a_line_that_differs),
        cmocka_unit_test(without_copies_the_head_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
