#include "sample.h"

static cv_str written(sample *s)
{
    cv_arena scratch = cv_arena_open();
    cv_text t = cv_text_open(&s->keep);
    assert_int_equal(cv_csv_stations((cv_out){sample_put, &t}, &s->report, scratch, NULL), CV_OK);
    cv_arena_close(&scratch);
    return cv_text_str(&t);
}

/* Each state of a cell; a station with its whole path, a part of it, and none. */
static void a_row_a_form(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    ROW_STR("stations", written(&s),
            CV_STR("contest,form,station,name,area:region,area:district,kind,copy,state,file,line,"
                   "invalid,valid,votes:a,votes:b\n"
                   "seat-1,0,101,,South,Osh,ordinary,official,counted,results.csv,2,3,200,110,90\n"
                   "seat-1,1,102,,South,Osh,ordinary,official,counted,results.csv,3,,130,70,60\n"
                   "seat-1,2,103,,South,Osh,ordinary,official,awaited,,,-,-,-,-\n"
                   "seat-2,0,201,,North,,ordinary,official,counted,results.csv,4,?,140,100,40\n"
                   "seat-2,1,202,,,,ordinary,official,counted,results.csv,5,x,152,90,60\n"));
    sample_close(&s);
}

/* Contests with other options: votes by the place of the option. A line that one contest's forms
 * do not have is "x" there; an option that it does not have is an empty cell. */
static void other_options(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    static const cv_option one[] = {
        {.id = CV_STR("z"), .name = CV_STR("Z"), .bloc = {-1}}
    };
    cv_contest contest[] = {sample_contest[0], sample_contest[1]};
    cv_forms forms[] = {sample_forms[0], sample_forms[1]};
    cv_election e = sample_election;
    contest[1].option = one;
    contest[1].n_options = 1;
    forms[1].n_fields = 1; /* invalid */
    e.contest = contest;
    e.forms = forms;
    s.review.election = &e;
    static const char *const part[] = {
        "line,invalid,valid,votes_1,votes_2\n",
        "results.csv,2,3,200,110,90\n",
        "results.csv,4,?,x,100,\n",
        "results.csv,5,x,x,90,\n",
    };
    sample_in_order(written(&s), part, N_ROWS(part));
    sample_close(&s);
}

static void one_contest(void **state)
{
    (void)state;
    static const bool second[] = {false, true};
    sample s;
    sample_open(&s);
    s.report.shown = second;
    ROW_TRUE("not the first", !sample_has(written(&s), "seat-1"));
    ROW_TRUE("its columns", sample_has(written(&s), "votes:a,votes:b\nseat-2,0,201,"));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_row_a_form),
                                       cmocka_unit_test(other_options),
                                       cmocka_unit_test(one_contest)};
    return cmocka_run_group_tests_name("csv_stations", tests, NULL, NULL);
}
