/* blocs.csv: what it says, and the place of what is wrong in it. */
#include "case.h"

#define TWO                                                                                        \
    "{'canvass':1,'id':'t','title':'t','rule_sets':{'p':{'engine':'plurality'}},"                  \
    "'blocs':[{'id':'old','name':'Old'}],"                                                         \
    "'contests':[{'id':'c','rule':'p','options':[{'id':'A'},{'id':'B'}]}],'results':[]}"
#define HEAD          "contest,option,party,bloc,from,to,asserted_by,source\n"
#define FILE_OF(text) .json = TWO, .other_name = "blocs.csv", .other = text

/* clang-format off */
static const case_row bad[] = {
    {.name = "nobody says so", FILE_OF("option,bloc\nA,old\n"),
     .want = "error blocs.csv:1:0 no column 'asserted_by'\n"},
    {.name = "an empty author", FILE_OF(HEAD "c,A,,old,,,,\n"),
     .want = "error blocs.csv:2:7 nobody says so: '' / membership in a bloc is a statement, and has an author\n"},
    {.name = "no bloc", FILE_OF(HEAD "c,A,,,,,x,\n"), .want = "error blocs.csv:2:4 no bloc: ''\n"},
    {.name = "no such contest", FILE_OF(HEAD "d,A,,old,,,x,\n"), .want = "error blocs.csv:2:1 no contest 'd'\n"},
    {.name = "no such option", FILE_OF(HEAD "c,Z,,old,,,x,\n"), .want = "error blocs.csv:2:2 no option 'Z'\n"},
    {.name = "no such option anywhere", FILE_OF(HEAD ",Z,,old,,,x,\n"), .want = "error blocs.csv:2:2 no option 'Z'\n"},
    {.name = "neither option nor party", FILE_OF(HEAD "c,,,old,,,x,\n"),
     .want = "error blocs.csv:2:2 either an option or a party: '' / 'party' stands for every option that the party put forward\n"},
    {.name = "both", FILE_OF(HEAD "c,A,P,old,,,x,\n"),
     .want = "error blocs.csv:2:2 either an option or a party: 'A' / 'party' stands for every option that the party put forward\n"},
    {.name = "a day that does not exist", FILE_OF(HEAD "c,A,,old,2005-02-30,,x,\n"),
     .want = "error blocs.csv:2:5 not a date: '2005-02-30' / dates are written 2005-03-17 or 2005-03-17T14:30\n"},
    {.name = "an end before the beginning", FILE_OF(HEAD "c,A,,old,2005-03-02,2005-03-01,x,\n"),
     .want = "error blocs.csv:2:6 ends before it begins: '2005-03-01'\n"},
    {.name = "two blocs at a time", FILE_OF(HEAD "c,A,,old,,,x,\nc,A,,new,,,x,\n"),
     .want = "error blocs.csv:3:4 a second bloc, 'new', from the same day / one author puts an option into one bloc at a time\n"},
};
/* clang-format on */

static void refuses(void **state)
{
    (void)state;
    case_check_all(bad, N_ROWS(bad));
}

static void keeps_every_statement(void **state)
{
    (void)state;
    test_case t;
    case_open(&t);
    case_json(&t, TWO);
    case_file(&t, "blocs.csv",
              HEAD "c,A,,old,,2005-03-01,a paper,p. 1\n"
                   "c,A,,new,2005-03-02,,a paper,\n"
                   ",A,,new,,,a party,\n"
                   ",,P,old,,,a party,\n");
    case_read(&t);
    if (t.status != CV_OK) fail_msg("%s", t.err.text);
    const cv_bloc_statement *s = t.e.bloc_statement;
    assert_int_equal(t.e.n_bloc_statements, 4);
    assert_int_equal(t.e.n_blocs, 2);
    assert_int_equal(s[0].bloc.i, 0);
    assert_int_equal(s[1].bloc.i, 1);
    ROW_STR("new bloc", t.e.bloc[1].id, CV_STR("new"));
    ROW_STR("source", s[0].cite, CV_STR("p. 1"));
    assert_false(cv_date_is(s[0].from));
    assert_true(cv_date_is(s[0].to));
    assert_int_equal(s[0].contest.i, 0);
    assert_int_equal(s[2].contest.i, -1);
    ROW_STR("party", s[3].party, CV_STR("P"));
    assert_int_equal(s[3].line, 5);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses),
        cmocka_unit_test(keeps_every_statement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
