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

int32_t cv_share_readings(cv_share_test out[CV_BASE_UNKNOWN + 1], cv_share_test test)
{
    int32_t n = 0;
    int bases = test.or_bases | 1 << test.base;
    for (int base = 0; base <= CV_BASE_UNKNOWN; base++)
        if (bases >> base & 1)
            out[n++] = (cv_share_test){test.share, test.relation, (cv_base)base, 0};
    return n;
}

/* One reading; `before` is what a decision took from the base. */
static cv_test reading_holds(const cv_work *w, cv_count part, cv_share_test test, cv_count before)
{
    if (test.base == CV_BASE_UNKNOWN) return CV_TEST_UNKNOWN;
    cv_count base = cv_totals_base(w->totals, test.base);
    if (base == CV_BLANK || part == CV_BLANK) return CV_TEST_BLANK;
    int order = cv_share_cmp(part, test.share, base + before);
    bool holds = test.relation == CV_ABOVE ? order > 0 : order >= 0;
    return holds ? CV_TEST_HOLDS : CV_TEST_FAILS;
}

/* Of several readings: the answer that all give; one that has none leaves the test without. */
static cv_test agreed(cv_test a, cv_test b)
{
    if (a == b) return a;
    if (a > CV_TEST_FAILS) return a;
    return b > CV_TEST_FAILS ? b : CV_TEST_UNCLEAR;
}

cv_test cv_share_holds(const cv_work *w, cv_count part, cv_share_test test)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    int32_t n = cv_share_readings(reading, test);
    cv_test all = reading_holds(w, part, reading[0], 0);
    for (int32_t i = 1; i < n; i++) all = agreed(all, reading_holds(w, part, reading[i], 0));
    return all;
}

/* ---- cancelled votes ---- */

cv_count cv_cancelled_from(const cv_work *w, cv_base base)
{
    if (!w->facts) return 0;
    cv_cancelled c = w->facts->cancelled;
    switch (base) {
    case CV_BASE_VALID:
    case CV_BASE_VALID_BLANK: return c.as_invalid + c.removed;
    case CV_BASE_CAST:
    case CV_BASE_PARTICIPANTS:
    case CV_BASE_BOX: return c.removed;
    case CV_BASE_REGISTERED:
    case CV_BASE_UNKNOWN: break;
    }
    return 0;
}

cv_count cv_barred_votes(const cv_work *w)
{
    if (!w->facts) return 0;
    cv_count n =
        w->facts->cancelled.as_invalid + w->facts->cancelled.removed + w->facts->cancelled.kept;
    for (int32_t i = 0; i < w->n; i++)
        if (cv_work_facts(w, i).standing == CV_BARRED) n += w->totals->votes[i];
    return n;
}

cv_test cv_barred_holds(const cv_work *w)
{
    cv_share_test reading[CV_BASE_UNKNOWN + 1];
    cv_count part = cv_barred_votes(w);
    int32_t n = cv_share_readings(reading, w->rules->barred_void);
    cv_test all = reading_holds(w, part, reading[0], cv_cancelled_from(w, reading[0].base));
    for (int32_t i = 1; i < n; i++)
        all =
            agreed(all, reading_holds(w, part, reading[i], cv_cancelled_from(w, reading[i].base)));
    return all;
}

void cv_work_no_answer(cv_work *w, cv_test test, int32_t reason_i)
{
    cv_assert(test > CV_TEST_FAILS);
    cv_why why = test == CV_TEST_BLANK     ? CV_WHY_BASE_BLANK
                 : test == CV_TEST_UNCLEAR ? CV_WHY_BASE_UNCLEAR
                                           : CV_WHY_RULE_UNKNOWN;
    cv_work_end(w, CV_INCOMPLETE, why, reason_i);
}
