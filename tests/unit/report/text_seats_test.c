#include "sample.h"

#include "model/lot.h"

static cv_str shown(sample *s, cv_look look)
{
    cv_text t = cv_text_open(&s->keep);
    cv_text_review(&t, &s->report, &look);
    return cv_text_str(&t);
}

/* The lines a reader looks for, drawn by hand; in this order. */
static void says_the_answer_first(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "Two seats, 2005-02-27\n\n",
        "One of 2 seats is in question.\n",
        "  1 undetermined ",
        "  1 holds ",
        "Chamber, 2 seats\n",
        "  bloc   seats  at least  at most\n",
        "  Left       2         1        2\n",
        "  Right      0         0        1\n",
        "Seats, in votes: those in question first, then by margin\n",
        "  seat       first by votes  margin  contradicted  in question  of it missing  verdict\n",
        "  Osh        Асанова             30             0           40             40  "
        "undetermined\n",
        "  Naryn\xef\xbf\xbd[2J  Асанова             90             2            2              0  "
        "holds\n",
        "Why, and what to open first\n",
        "Osh: undetermined\n",
        "1 form missing: up to 40 votes against a lead of 30 could change the outcome.\n",
        "Smallest set that could change the outcome: 1 form: 103.\n",
        "Open first:\n",
        "      station  why                           contradicted  at stake  running sum  "
        "ballots\n",
        "      103      no figures from this station             0        40           40       "
        "40\n",
        "Findings on the forms, by rule\n",
        "  C401 ",
        "  C801 ",
        "What was not looked at\n",
        "  1 contest: nothing was declared",
        "  everywhere: the rule set is unverified",
        "Inputs\n",
        "  results.csv     5      4        0        1  0000000000000000\n",
        "Refused rows\n",
        "  1 of 5 rows was not taken:\n",
        "  results.csv:6:4: '=12x' is not a whole number\n",
        "Next: canvass sensitivity 'my case' --contest seat-1",
    };
    sample s;
    sample_open(&s);
    cv_str text = shown(&s, CV_LOOK_DEFAULT);
    sample_in_order(text, parts, N_ROWS(parts));
    sample_close(&s);
}

/* A word for people never says who has won, nor more than the figures. */
static void keeps_its_words(void **state)
{
    (void)state;
    static const char *const never[] = {" wins",   " won ",   "winner",  "fraud",
                                        "elected", "invalid", "correct", "\033"};
    sample s;
    sample_open(&s);
    cv_str text = shown(&s, CV_LOOK_DEFAULT);
    for (size_t i = 0; i < N_ROWS(never); i++)
        if (sample_has(text, never[i])) fail_msg("'%s' in:\n%.*s", never[i], CV_ARG(text));
    sample_close(&s);
}

static void fits(void **state)
{
    (void)state;
    static const int32_t widths[] = {60, 80, 100};
    sample s;
    sample_open(&s);
    for (size_t i = 0; i < N_ROWS(widths); i++) {
        cv_look look = {.columns = widths[i]};
        cv_str rest = shown(&s, look);
        while (rest.n) {
            int64_t end = cv_str_find(rest, CV_STR("\n"), 0);
            cv_str line = cv_str_cut(rest, 0, end);
            /* A command to copy is never broken. */
            if (!cv_str_starts(line, CV_STR("Next:")) && cv_str_width(line) > widths[i])
                fail_msg("%d columns: '%.*s'", widths[i], CV_ARG(line));
            rest = cv_str_cut(rest, end + 1, rest.n);
        }
    }
    sample_close(&s);
}

static void one_contest(void **state)
{
    (void)state;
    static const bool second[] = {false, true};
    sample s;
    sample_open(&s);
    s.report.shown = second;
    s.report.written = CV_STR("out");
    cv_str text = shown(&s, CV_LOOK_DEFAULT);
    ROW_TRUE("one", sample_has(text, "The outcome is not in question.\n"));
    ROW_TRUE("no rounds", !sample_has(text, "Below, "));
    ROW_TRUE("not the other", !sample_has(text, "Osh"));
    ROW_TRUE("no chamber of one seat", !sample_has(text, "Chamber"));
    ROW_TRUE("explained",
             sample_has(text, "With 1 form in question, worth up to 2 votes against a lead of 90"));
    ROW_TRUE("where the files are", sample_has(text, "  out/review.json\n"));
    ROW_TRUE("next", sample_has(text, "Next: canvass sensitivity 'my case'\n"));
    sample_close(&s);
}

/* Three lists: another total needs fewer votes than the shown lead; and people drew a lot. */
static void says_the_lead_and_the_lot(void **state)
{
    (void)state;
    static const int32_t drawn[] = {1};
    static const cv_lot lot[] = {
        {1, drawn, CV_STR("minutes")}
    };
    static const char *const parts[] = {
        "  seat       first by votes  margin  contradicted  lead  in question  of it missing  "
        "verdict\n",
        "  Osh        Асанова             30             0    20           40             40  ",
        "  Naryn",
        "  Osh: equal figures, and a lot that people drew: 李明.\n",
    };
    sample s;
    sample_open(&s);
    cv_contest contest[] = {sample_contest[0], sample_contest[1]};
    cv_contest_review review[] = {sample_contests[0], sample_contests[1]};
    cv_election e = sample_election;
    contest[0].n_lots = 1;
    contest[0].lot = lot;
    e.contest = contest;
    review[0].sensitivity.lead = 20;
    review[0].tally.n_lots_used = 1;
    s.review.election = &e;
    s.review.contest = review;
    sample_in_order(shown(&s, CV_LOOK_DEFAULT), parts, N_ROWS(parts));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_the_answer_first),
                                       cmocka_unit_test(keeps_its_words), cmocka_unit_test(fits),
                                       cmocka_unit_test(one_contest),
                                       cmocka_unit_test(says_the_lead_and_the_lot)};
    return cmocka_run_group_tests_name("text_seats", tests, NULL, NULL);
}
