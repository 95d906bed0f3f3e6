#include "sample.h"

#include "report/words.h"

static void first_by_votes(void **state)
{
    (void)state;
    static int32_t pair[] = {0, 1};
    static bool both[] = {true, true};
    static const cv_count none[] = {0, 0}, equal[] = {150, 150};
    static const struct {
        const char *name;
        cv_outcome_kind kind;
        const cv_count *votes;
        const char *want;
    } rows[] = {
        {"most votes",            CV_DECIDED,    sample_votes_1, "Асанова"         },
        {"a run-off",             CV_RUNOFF,     sample_votes_1, "Асанова, 李明" },
        {"a tie",                 CV_TIE,        equal,          "Асанова = 李明"},
        {"nobody has votes",      CV_INCOMPLETE, none,           "–"                    },
        {"equal, and incomplete", CV_INCOMPLETE, equal,          "Асанова = 李明"},
        {"void",                  CV_VOID,       sample_votes_1, "Асанова"         },
    };
    cv_arena keep = cv_arena_open();
    for (size_t i = 0; i < N_ROWS(rows); i++) {
        cv_contest_review r = sample_contests[0];
        r.tally.kind = rows[i].kind;
        r.tally.n_winners = rows[i].kind == CV_RUNOFF ? 2 : 0;
        r.tally.winner = pair;
        r.tally.in_lot = both;
        r.decided.totals.votes = rows[i].votes;
        ROW_STR(rows[i].name, cv_first_title(&sample_contest[0], &r, NULL, &keep),
                cv_str_of(rows[i].want));
    }
    cv_arena_close(&keep);
}

static void titles(void **state)
{
    (void)state;
    cv_contest first = sample_contest[0], runoff = sample_contest[0], nameless = sample_contest[0];
    first.runoff = (cv_contest_ix){1};
    runoff.round = 2;
    nameless.name = (cv_str){0};
    const cv_contest contests[] = {sample_contest[0], first, runoff, nameless};
    const char *const want[] = {"Osh", "Osh, round 1", "Osh, round 2", "seat-1"};
    cv_election e = sample_election;
    e.contest = contests;
    cv_arena keep = cv_arena_open();
    for (int32_t i = 0; i < 4; i++)
        ROW_STR(want[i], cv_contest_title(&e, (cv_contest_ix){i}, NULL, &keep), cv_str_of(want[i]));
    ROW_STR("no option", cv_option_title(&sample_contest[0], -1, &keep), CV_STR("–"));
    ROW_STR("no station", cv_station_title(&e, CV_NO_STATION, &keep), CV_STR("–"));
    ROW_STR("a form", cv_form_place(&sample_election, (cv_contest_ix){1}, 1, &keep),
            CV_STR("results.csv:5"));
    ROW_STR("an awaited form", cv_form_place(&sample_election, (cv_contest_ix){0}, 2, &keep),
            CV_STR(""));
    ROW_STR("no form", cv_form_place(&sample_election, (cv_contest_ix){0}, -1, &keep), CV_STR(""));
    ROW_STR("a code", cv_code_text(9, &keep), CV_STR("C009"));
    cv_arena_close(&keep);
}

/* Every value has its word: a value without one would stop the program. */
static void words_are_whole(void **state)
{
    (void)state;
    for (int i = 0; i <= CV_INCOMPLETE; i++) assert_non_null(cv_outcome_word((cv_outcome_kind)i));
    for (int i = 0; i < CV_N_WHYS; i++) assert_non_null(cv_why_word((cv_why)i));
    for (int i = 0; i < CV_N_LAW_ANSWERS; i++)
        assert_non_null(cv_law_answer_word((cv_law_answer)i));
    for (int i = 0; i < CV_N_LAW_WHYS; i++) assert_non_null(cv_law_why_word((cv_law_why)i));
    for (int i = 0; i <= CV_STEP_RANK; i++) assert_non_null(cv_step_word((cv_step_kind)i));
    for (int i = 0; i <= CV_ON_RUNOFF; i++) assert_non_null(cv_hangs_word((cv_hangs_on)i));
    for (int i = 0; i <= CV_MARGIN_BOUND; i++) assert_non_null(cv_margin_word((cv_margin_kind)i));
    for (int i = 0; i <= CV_ERROR; i++) assert_non_null(cv_severity_word((cv_severity)i));
    for (int i = 0; i <= CV_CHANGE_EXACT; i++) assert_non_null(cv_change_word((cv_change_kind)i));
    for (int i = 0; i <= CV_REACH_UNKNOWN; i++) assert_non_null(cv_reach_word((cv_reach)i));
    for (int i = 0; i <= CV_OPTION_AGAINST; i++) assert_non_null(cv_option_word((cv_option_kind)i));
    for (int i = 0; i < CV_DECISION_NOTES; i++)
        assert_non_null(cv_note_word((cv_decision_note_kind)i));
    for (int i = 0; i <= CV_EFFECT_REVOKE; i++) assert_non_null(cv_effect_word((cv_effect_kind)i));
    for (int i = 0; i <= CV_SCOPE_NATION; i++) assert_non_null(cv_scope_word((cv_scope)i));
    for (int i = 0; i <= CV_NOW_REPLACED; i++) assert_non_null(cv_now_word((cv_now)i));
    for (int i = 0; i < CV_CONFLICT_KINDS; i++)
        assert_non_null(cv_conflict_word((cv_conflict_kind)i));
    for (int i = 0; i <= CV_EFFECT_REVOKED; i++)
        assert_non_null(cv_effect_state_word((cv_effect_state)i));
    assert_string_equal(cv_cancel_word(CV_CANCEL_KEPT_IN_BASE), "kept_in_base");
    assert_string_equal(cv_candidates_word(CV_CANDIDATES_NEW), "new");
    for (int i = 0; i <= CV_WHY_SOURCE; i++)
        assert_non_null(cv_structural_word((cv_structural_why)i));
    assert_string_equal(cv_outcome_word(CV_RUNOFF), "runoff"); /* docs/reference/review-json.md */
    assert_string_equal(cv_effect_word(CV_EFFECT_ADOPT), "adopt");
    ROW_STOPS("a value without a word", cv_outcome_word((cv_outcome_kind)77));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(first_by_votes), cmocka_unit_test(titles),
                                       cmocka_unit_test(words_are_whole)};
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
