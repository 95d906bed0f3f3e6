/* Claims about Kyrgyzstan in February and March 2005, and the profiles of their quantities as
 * computed by others. The files are read from CANVASS_DATA and are not part of the project. */
#include "../unit/read/case/case.h"

#include "base/file.h"
#include "incidents/incidents.h"

static const char JSON[] =
    "{'canvass':1,'id':'t','title':'t','data':'observation/kyrgyz2005','incidents':'%s',"
    "'rule_sets':{'p':{'engine':'plurality'}},'contests':[{'id':'c','rule':'p'}],'results':[]}";

/* Reads one of the files as the incidents of a case; skips where the data is not there. */
static void read_data(test_case *t, const char *file)
{
    const char *data = getenv("CANVASS_DATA");
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.data_root = cv_str_of(data ? data : ".");
    case_open(t);
    cv_str path =
        cv_str_format(&t->keep, "%.*s/observation/kyrgyz2005/%s", CV_ARG(options.data_root), file);
    if (!cv_file_exists(path)) {
        print_message("# skipped: no %s\n", path.s);
        case_close(t);
        skip();
    }
    case_json(t, cv_str_format(&t->keep, JSON, file).s);
    t->status = cv_read_case(&t->e, cv_str_of(t->dir), &options, &t->keep, &t->work, &t->err);
    if (t->status != CV_OK)
        fail_msg("%s:%lld: %s", t->err.file, (long long)t->err.line, t->err.text);
}

static cv_str number(cv_count n, cv_arena *keep)
{
    return n == CV_BLANK ? CV_STR("") : cv_str_format(keep, "%lld", (long long)n);
}

static cv_str agreement(const cv_profile_of_claims *p, cv_arena *keep)
{
    switch (p->agreement) {
    case CV_AGREE_NO_FIGURE: return CV_STR("no figure");
    case CV_AGREE_SINGLE: return CV_STR("single origin");
    case CV_AGREE_NONE: return CV_STR("no agreement");
    case CV_AGREE_SOME: return cv_str_format(keep, "agreement of %d", (int)p->max_support);
    }
    return CV_STR("");
}

/* The row as expected_profiles.csv has it. */
static cv_str row_of(const cv_profile_of_claims *p, cv_arena *keep)
{
    cv_text row = cv_text_open(keep), consensus = cv_text_open(keep), bad = cv_text_open(keep);
    for (int32_t i = 0; i < p->n_consensus; i++)
        cv_text_addf(&consensus, "%s%lld..%.*s", i ? " " : "", (long long)p->consensus[i].low,
                     CV_ARG(number(p->consensus[i].high, keep)));
    for (int32_t k = 0; k < p->n_origins; k++)
        if (p->origin[k].contradicts) cv_text_addf(&bad, "%.*s", CV_ARG(p->origin[k].name));
    cv_text_addf(&row, "%.*s,%.*s,%d,%d,%.*s,%lld,%.*s,%d,%.*s,%.*s", CV_ARG(p->subject),
                 CV_ARG(p->quantity), (int)p->n_with_span, (int)p->n_origins,
                 CV_ARG(cv_text_str(&bad)), (long long)p->low, CV_ARG(number(p->high, keep)),
                 (int)p->max_support, CV_ARG(agreement(p, keep)), CV_ARG(cv_text_str(&consensus)));
    return cv_text_str(&row);
}

/* Quantities of which two or more claims give a range, and which are no dates. */
static void all_profiles_are_as_computed_by_others(void **state)
{
    (void)state;
    test_case t;
    cv_str want;
    int32_t rows = 0, right = 0;
    read_data(&t, "claims.csv");
    cv_str path = cv_str_format(&t.keep, "%s/observation/kyrgyz2005/expected_profiles.csv",
                                getenv("CANVASS_DATA"));
    if (cv_file_read(&want, path, 1 << 20, &t.keep, &t.err) != CV_OK) fail_msg("%s", t.err.text);
    for (int64_t i = 0; i < want.n; i++) rows += want.s[i] == '\n';
    cv_incident_review r;
    cv_incidents_review(&r, &t.e, &t.keep, t.work);
    for (int32_t i = 0; i < r.n_profiles; i++) {
        const cv_profile_of_claims *p = &r.profile[i];
        if (p->n_with_span < 2 || p->is_date) continue;
        cv_str row = row_of(p, &t.keep);
        bool found = cv_str_find(want, cv_str_format(&t.keep, "\n%.*s\n", CV_ARG(row)), 0) >= 0;
        if (!found) print_error("not among the expected ones: %.*s\n", CV_ARG(row));
        right += found;
    }
    assert_int_equal(right, rows - 1);
    assert_int_equal(right, 14);
    case_close(&t);
}

/* 17 events between 22 February and 27 March; no two are one (README of the data). */
static void all_events_are_read_as_they_stand(void **state)
{
    (void)state;
    test_case t;
    read_data(&t, "events.csv");
    cv_incident_review r;
    cv_incidents_review(&r, &t.e, &t.keep, t.work);
    assert_int_equal(r.incidents->n_events, 17);
    ROW_STR("first", r.incidents->event[r.timeline[0]].id, CV_STR("E01"));
    ROW_STR("last", r.incidents->event[r.timeline[16]].id, CV_STR("E15"));
    ROW_INT("proposals", r.n_proposals, 0);
    case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_profiles_are_as_computed_by_others),
        cmocka_unit_test(all_events_are_read_as_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
