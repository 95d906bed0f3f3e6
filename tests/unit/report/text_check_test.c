#include "sample.h"

static cv_str shown(sample *s, bool all)
{
    cv_text t = cv_text_open(&s->keep);
    cv_look look = {.columns = 100, .all = all};
    cv_text_check(&t, &s->report, &look);
    return cv_text_str(&t);
}

/* Every count of findings comes with forms checked, not applicable and undecidable (methods.md,
 * Wording).
 */
static void says_what_was_checked(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "4 forms counted, 1 missing; 2 forms have figures that contradict each other or are not "
        "there.\n",
        "findings  largest  checked  n/a  undecidable\n",
        "         1        2        3    1            1\n",
        "Errors, most votes contradicted first\n",
        "  code  contest  station  left  right  contradicted  source\n",
        "  C401  seat-2   202       152    150             2  results.csv:5\n",
        "  C801  seat-1   103         –      –             0\n",
        "Next: canvass sensitivity 'my case'\n",
    };
    sample s;
    sample_open(&s);
    cv_str text = shown(&s, false);
    sample_in_order(text, parts, N_ROWS(parts));
    sample_close(&s);
}

/* A form with several errors is one form. */
static void counts_forms_once(void **state)
{
    (void)state;
    cv_finding twice[3] = {sample_finding[0], sample_finding[1], sample_finding[1]};
    sample s;
    sample_open(&s);
    s.check.finding = twice;
    s.check.n_findings = 3;
    ROW_TRUE("twice", sample_has(shown(&s, false), "; 2 forms have"));
    s.check.n_findings = 1;
    ROW_TRUE("once", sample_has(shown(&s, false), "; 1 form has"));
    s.check.n_findings = 0;
    ROW_TRUE("none", sample_has(shown(&s, false), "; 0 forms have"));
    sample_close(&s);
}

static void cuts_long_lists(void **state)
{
    (void)state;
    enum { N = 30, NOTES = 4 };
    cv_finding many[N + NOTES];
    for (int i = 0; i < N + NOTES; i++) {
        many[i] = sample_finding[1];
        many[i].contradicted = i < N ? i : 0;
        many[i].severity = i < N ? CV_ERROR : CV_NOTE;
    }
    sample s;
    sample_open(&s);
    s.check.finding = many;
    s.check.n_findings = N + NOTES;
    cv_str cut = shown(&s, false), all = shown(&s, true);
    ROW_TRUE("20 of 30", sample_has(cut, "  … and 10 more (--all shows them)\n"));
    ROW_TRUE("the largest", sample_has(cut, "            29  results.csv:5\n"));
    ROW_TRUE("not the smallest", !sample_has(cut, "             1  results.csv:5\n"));
    ROW_TRUE("no notes", !sample_has(cut, "Warnings and notes"));
    ROW_TRUE("all",
             sample_has(all, "             1  results.csv:5\n") && !sample_has(all, " more ("));
    ROW_TRUE("notes", sample_has(all, "Warnings and notes"));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_what_was_checked),
                                       cmocka_unit_test(counts_forms_once),
                                       cmocka_unit_test(cuts_long_lists)};
    return cmocka_run_group_tests_name("text_check", tests, NULL, NULL);
}
