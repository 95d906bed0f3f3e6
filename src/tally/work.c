#include "tally/work.h"

cv_option_facts cv_work_facts(const cv_work *w, int32_t option)
{
    if (!w->facts || !w->facts->option) return (cv_option_facts){0};
    return w->facts->option[option];
}

void cv_work_step(cv_work *w, cv_tally_step step)
{
    cv_room(w->keep, cv_tally_step, w->out.step, w->out.n_steps, w->cap_steps);
    w->out.step[w->out.n_steps++] = step;
}

void cv_work_winner(cv_work *w, int32_t option)
{
    cv_room(w->keep, int32_t, w->out.winner, w->out.n_winners, w->cap_winners);
    w->out.winner[w->out.n_winners++] = option;
}

void cv_work_end(cv_work *w, cv_outcome_kind kind, cv_why why, int32_t reason_i)
{
    w->out.kind = kind;
    w->out.why = why;
    w->out.reason_i = reason_i;
}

static bool named_before(const int32_t *option, int32_t n)
{
    for (int32_t i = 0; i < n; i++)
        if (option[i] == option[n]) return true;
    return false;
}

cv_status cv_work_lot(cv_work *w, const int32_t **chosen, const bool *claim, int32_t places)
{
    int32_t at = w->out.n_lots_used;
    *chosen = NULL;
    if (!w->facts || at >= w->facts->n_lots) return CV_OK;
    cv_lot lot = w->facts->lot[at];
    if (lot.n != places)
        return cv_fail(w->err, CV_E_INPUT, "lot %d names %d options for %d places", at + 1, lot.n,
                       places);
    for (int32_t i = 0; i < lot.n; i++) {
        if (lot.option[i] < 0 || lot.option[i] >= w->n || !claim[lot.option[i]])
            return cv_fail(w->err, CV_E_INPUT, "lot %d names option %d, which does not tie", at + 1,
                           lot.option[i] + 1);
        if (named_before(lot.option, i))
            return cv_fail(w->err, CV_E_INPUT, "lot %d names option %d twice", at + 1,
                           lot.option[i] + 1);
    }
    w->out.n_lots_used++;
    *chosen = lot.option;
    return CV_OK;
}

void cv_work_tie(cv_work *w, const bool *claim, int32_t places, cv_lot_purpose purpose)
{
    for (int32_t i = 0; i < w->n; i++) w->out.in_lot[i] = claim[i];
    w->out.lot_places = places;
    w->out.lot_for = purpose;
    cv_work_end(w, CV_TIE, CV_WHY_LOT, -1);
}

cv_test cv_share_holds(const cv_work *w, cv_count part, cv_share_test test)
{
    if (test.base == CV_BASE_UNKNOWN) return CV_TEST_UNKNOWN;
    cv_count base = cv_totals_base(w->totals, test.base);
    if (base == CV_BLANK || part == CV_BLANK) return CV_TEST_BLANK;
    int order = cv_share_cmp(part, test.share, base);
    bool holds = test.relation == CV_ABOVE ? order > 0 : order >= 0;
    return holds ? CV_TEST_HOLDS : CV_TEST_FAILS;
}

void cv_work_no_answer(cv_work *w, cv_test test, int32_t reason_i)
{
    cv_assert(test == CV_TEST_BLANK || test == CV_TEST_UNKNOWN);
    cv_work_end(w, CV_INCOMPLETE, test == CV_TEST_BLANK ? CV_WHY_BASE_BLANK : CV_WHY_RULE_UNKNOWN,
                reason_i);
}
