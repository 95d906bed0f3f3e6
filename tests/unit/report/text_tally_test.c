#include "sample.h"

static cv_str shown(sample *s, bool all)
{
    cv_text t = cv_text_open(&s->keep);
    cv_look look = {.columns = 100, .all = all};
    cv_text_tally(&t, &s->report, &look);
    return cv_text_str(&t);
}

/* Shares by hand: 180 / 330 = 54.545..., 150 / 330 = 45.454..., 190 / 290 = 65.517... */
static void says_under_which_rule(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "2 contests, counted with the decisions in force: 2 decided.\n",
        "  contest    seats  first by votes  votes    share  margin  outcome\n",
        "  Osh            1  Асанова           180  54.55 %      30  decided\n",
        "190  65.52 %      90  decided\n",
        "Osh, 1 seat\n",
        "  Under most votes (art. 1), the votes as decided give every seat. Unverified: the "
        "statute was not\n"
        "  read.\n",
        "  option   party  votes    share  seats\n",
        "  Асанова  L        180  54.55 %      1\n",
        "  李明              150  45.45 %      0\n",
        "  valid 330; 2 forms counted, 1 missing.\n",
        "  Margin 30 votes (Асанова against 李明): one total wrong by so many, or 30 ballots set "
        "aside, or 15\n"
        "  ballots changed, would make another outcome possible.\n",
        "Next: canvass review 'my case'\n",
    };
    sample s;
    sample_open(&s);
    sample_in_order(shown(&s, false), parts, N_ROWS(parts));
    sample_close(&s);
}

/* A list that ties, and one below the threshold. */
static void says_what_a_tie_is(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "2 contests, counted with the decisions in force: 1 decided, 1 tie.\n",
        "  Osh            1  Асанова = 李明    180  54.55 %       –  tie\n",
        "the votes as decided give a tie, which only a lot can end.",
        "  Асанова  L        180  54.55 %      1  in the tie\n",
        "  Steps\n"
        "     1  does not pass: 李明, 150 of 330\n"
        "     2  seat: Асанова, 180 / 1\n"
        "     3  by the lot that was drawn: Асанова\n",
    };
    static bool both[] = {true, true};
    static cv_tally_step step[] = {
        {CV_STEP_FAILS,    1, 0,  0, 150, 330},
        {CV_STEP_SEAT,     0, -1, 1, 180, 1  },
        {CV_STEP_LOT_SEAT, 0, -1, 1, 0,   1  }
    };
    cv_contest_review contests[2] = {sample_contests[0], sample_contests[1]};
    contests[0].tally.kind = CV_TIE;
    contests[0].tally.in_lot = both;
    contests[0].tally.step = step;
    contests[0].tally.n_steps = 3;
    contests[0].tally.margin.kind = CV_MARGIN_NONE;
    sample s;
    sample_open(&s);
    s.review.contest = contests;
    sample_in_order(shown(&s, true), parts, N_ROWS(parts));
    ROW_TRUE("not all", sample_has(shown(&s, false), "  3 steps (--all shows them).\n"));
    sample_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_under_which_rule),
                                       cmocka_unit_test(says_what_a_tie_is)};
    return cmocka_run_group_tests_name("text_tally", tests, NULL, NULL);
}
