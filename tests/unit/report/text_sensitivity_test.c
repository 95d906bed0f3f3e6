#include "sample.h"

static cv_str shown(sample *s)
{
    cv_text t = cv_text_open(&s->keep);
    cv_text_sensitivity(&t, &s->report, &CV_LOOK_DEFAULT);
    return cv_text_str(&t);
}

static void says_what_could_change(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "What is missing or contradicted could change 1 of 2 contests.\n",
        "  seat       lead  in question  of it missing  forms  smallest set  to annul  can "
        "change\n",
        "  Osh          30           40             40      1             1         –  by missing "
        "forms\n",
        "    90            2              0      1             –         –  no\n",
        "Seat by seat\n",
        "  Osh\n",
        "    1 form missing: up to 40 votes against a lead of 30 could change the outcome.\n",
        "    No annulment of stations gives another outcome.\n",
        "    Examining these would settle it if they are as reported: 1 form: 103.\n",
        "Next: canvass check 'my case'\n",
    };
    sample s;
    sample_open(&s);
    cv_str text = shown(&s);
    sample_in_order(text, parts, N_ROWS(parts));
    sample_close(&s);
}

/* An annulment: which stations, how many registered voters; proved or not. */
static void names_annulments(void **state)
{
    (void)state;
    static const int32_t rows[] = {0, 1};
    static const struct {
        const char *name;
        bool proved;
        cv_count registered;
        const char *want;
    } cases[] = {
        {"proved",              true,  90,
         "    Annulling 2 stations would give another outcome, fewer would not: 101, 102; 90 of "
         "500 registered\n"
         "    voters.\n"                                                                    },
        {"not proved",          false, 90,
         "    Annulling 2 stations would give another outcome: 101, 102; 90 of 500 registered "
         "voters.\n"                                                                        },
        {"registers not known", true,  CV_BLANK,
         "    Annulling 2 stations would give another outcome, fewer would not: 101, 102.\n"},
    };
    sample s;
    sample_open(&s);
    for (size_t i = 0; i < N_ROWS(cases); i++) {
        cv_contest_review contests[2] = {sample_contests[0], sample_contests[1]};
        cv_annulment_set *a = &contests[0].sensitivity.annulment;
        a->n_change = 2;
        a->row = rows;
        a->proved = cases[i].proved;
        a->registered = cases[i].registered;
        a->all_registered = 500;
        s.review.contest = contests;
        cv_str text = shown(&s);
        if (!sample_has(text, cases[i].want))
            fail_msg("row '%s': in\n%.*s", cases[i].name, CV_ARG(text));
    }
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_what_could_change),
                                       cmocka_unit_test(names_annulments)};
    return cmocka_run_group_tests_name("text_sensitivity", tests, NULL, NULL);
}
