#include "copies_sample.h"

#include "model/law.h"

static cv_str shown(copies_sample *s, int32_t columns)
{
    cv_text t = cv_text_open(&s->t.work);
    cv_look look = {.columns = columns};
    cv_text_copies(&t, &s->report, &look);
    return cv_text_str(&t);
}

static void in_order(cv_str text, const char *const *part, size_t n)
{
    int64_t from = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t at = cv_str_find(text, cv_str_of(part[i]), from);
        if (at < 0) fail_msg("not in its place: '%s' in\n%.*s", part[i], CV_ARG(text));
        from = at + cv_str_of(part[i]).n;
    }
}

static void a_copy_beside_the_forms_that_count(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "Somebody else holds a copy of 3 of 5 forms.\n",
        "Each copy beside the forms that count\n",
        "  seat  agents            3       1           1            9              0        1\n",
        "    the forms that count beside agents:\n",
        "      Both sheets of 3 stations: votes differ at 1, other lines only at 0.\n",
        "      9 votes apart in all; at least 9 ballots must be different.\n",
        "      Only zeros on one sheet and votes on the other at 1 station:",
        "      In the forms that count, the lead of A over B is 9 votes larger at 1 station.\n",
        "      station  votes apart  lead  widest line",
        "      s2                 9     9  130 / 139 B",
        "one digit",
        "results.csv:3",
        "results.csv:6\n",
        "    agents beside observers:\n",
        "150 / blank B",
        "    agents: the copies held do not decide it. B leads A by 9 at 2 stations; 9 ballots",
        "    Without a second copy: s1, s4.\n",
        "Next: canvass sensitivity mine\n",
    };
    copies_sample s;
    copies_sample_open(&s, true);
    in_order(shown(&s, 100), parts, N_ROWS(parts));
    copies_sample_close(&s);
}

static void says_when_the_copies_settle_it(void **state)
{
    (void)state;
    copies_sample s;
    copies_sample_open(&s, true);
    cv_held held[5] = {
        {.copy = 1,
         .n_held = 2,
         .n_others = 3,
         .n_no_cap = 1,
         .cap = 40,
         .first = 0,
         .nearest = 1,
         .lead = 41,
         .need = 41}
    };
    static const struct {
        cv_held_word word;
        bool by_share;
        const char *want;
    } rows[] = {
        {CV_HELD_DECIDES, false,
         "    agents: the copies held decide it. A leads B by 41 at 2 stations;"        },
        {CV_HELD_DECIDES, false, "keeps the lead, even if every other vote went to B.\n"},
        {CV_HELD_DECIDES, true,  "A keeps the share that the rule asks"                 },
        {CV_HELD_NO_CAP,  false, "for 1 station without a copy nobody says"             },
        {CV_HELD_NO_LIST, false, "the case has no list of all"                          },
        {CV_HELD_RULE,    false, "several seats, equal figures, or a rule"              },
    };
    s.contest.copies.held = held;
    s.contest.copies.n_held = 1;
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        held[0].word = rows[i].word;
        held[0].by_share = rows[i].by_share;
        in_order(shown(&s, 400), &rows[i].want, 1);
    }
    copies_sample_close(&s);
}

static void says_whom_the_law_does_not_count(void **state)
{
    (void)state;
    static const char *const part = "  The forms of official count in this case; a copy of this "
                                    "kind is not among those that are "
                                    "figures by law.\n";
    static const cv_law law;
    copies_sample s;
    copies_sample_open(&s, true);
    s.t.e.law = &law;
    s.review.copies_law.count_from = CV_COPY_BIT(CV_COPY_MACHINE);
    in_order(shown(&s, 400), &part, 1);
    copies_sample_close(&s);
}

static void says_that_there_are_none(void **state)
{
    (void)state;
    static const char *const part = "There are no copies to compare in this case.\n";
    copies_sample s;
    copies_sample_open(&s, false);
    in_order(shown(&s, 100), &part, 1);
    copies_sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_beside_the_forms_that_count),
        cmocka_unit_test(says_when_the_copies_settle_it),
        cmocka_unit_test(says_whom_the_law_does_not_count),
        cmocka_unit_test(says_that_there_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
