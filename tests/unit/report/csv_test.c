#include "sample.h"

typedef cv_status (*writer)(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);

static cv_str written(sample *s, writer write)
{
    cv_arena scratch = cv_arena_open();
    cv_text t = cv_text_open(&s->keep);
    assert_int_equal(write((cv_out){sample_put, &t}, &s->report, scratch, NULL), CV_OK);
    cv_arena_close(&scratch);
    return cv_text_str(&t);
}

static const struct {
    const char *name;
    writer write;
    const char *want;
} cases[] = {
    {"seats",   cv_csv_seats,
     "contest,name,round,seats,outcome,winners,by_lot,margin_votes,votes_contradicted,lead,"
     "votes_in_question,"
     "votes_missing,"
     "forms_counted,forms_missing,verdict,reason\n"
     "seat-1,Osh,1,1,decided,a,,30,0,30,40,40,2,1,undetermined,1 form missing: up to 40 votes "
     "against a "
     "lead of 30 could "
     "change the outcome.\n"
     "seat-2,Naryn\033[2J,1,1,decided,a,,90,2,90,2,0,2,0,holds,\"With 1 form in question, worth up "
     "to "
     "2 votes against a lead "
     "of 90, the outcome does not change.\"\n"                   },
    {"options", cv_csv_options,
     "contest,option,name,party,bloc,votes_summed,votes_decided,votes_declared,seats_summed,seats_"
     "decided,seats_declared\n"
     "seat-1,a,Асанова,L,left,180,180,,1,1,\n"
     "seat-1,b,李明,,right,150,150,,0,0,\n"
     "seat-2,a,Асанова,L,left,190,190,,1,1,\n"
     "seat-2,b,李明,,right,100,100,,0,0,\n"                    },
    {"refused", cv_csv_refused,
     "file,line,column,code,reason,contest,station\n"
     "results.csv,6,4,R02,'=12x' is not a whole number,seat-2,\n"},
};

static void rows(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    for (size_t i = 0; i < N_ROWS(cases); i++)
        ROW_STR(cases[i].name, written(&s, cases[i].write), cv_str_of(cases[i].want));
    cv_str findings = written(&s, cv_csv_findings);
    ROW_TRUE("findings", sample_has(findings, "C801,error,no form,seat-1,103,,,,0,cap,40,,2\n"));
    ROW_TRUE("findings", sample_has(findings, ",seat-2,202,,152,150,2,add,2,results.csv:5,1\n"));
    sample_close(&s);
}

static cv_status full(void *to, cv_str bytes, cv_error *err)
{
    (void)to, (void)bytes;
    return cv_fail(err, CV_E_SYSTEM, "no space left");
}

static void passes_failures_on(void **state)
{
    (void)state;
    sample s;
    sample_open(&s);
    cv_arena scratch = cv_arena_open();
    cv_error err;
    assert_int_equal(cv_csv_seats((cv_out){full, NULL}, &s.report, scratch, &err), CV_E_SYSTEM);
    assert_int_equal(cv_json_review((cv_out){full, NULL}, &s.report, scratch, &err), CV_E_SYSTEM);
    assert_string_equal(err.text, "no space left");
    cv_arena_close(&scratch);
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rows),
                                       cmocka_unit_test(passes_failures_on)};
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
