#include "tally/threshold.h"

/* True when threshold `which` binds the list: it is not exempt, may be seated and has parties
 * enough. */
static bool binds(const cv_work *w, int32_t option, int32_t which)
{
    cv_option_facts facts = cv_work_facts(w, option);
    int32_t parties = facts.parties > 1 ? facts.parties : 1;
    int32_t from = w->rules->threshold_from[which];
    return facts.standing == CV_SEATABLE && !facts.exempt && parties >= from;
}

static bool apply_one(cv_work *w, int32_t option, int32_t which)
{
    cv_share_test rule = w->rules->threshold[which];
    cv_count votes = w->totals->votes[option];
    cv_test test = cv_share_holds(w, votes, rule);
    if (test != CV_TEST_HOLDS && test != CV_TEST_FAILS) {
        cv_work_no_answer(w, test, which);
        return false;
    }
    bool passes = test == CV_TEST_HOLDS;
    cv_count base = cv_totals_base(w->totals, rule.base);
    w->out.threshold[w->out.n_thresholds++] =
        (cv_threshold_line){.option = option, .which = which, .passes = passes, .base = base};
    cv_work_step(
        w, (cv_tally_step){passes ? CV_STEP_PASSES : CV_STEP_FAILS, option, which, 0, votes, base});
    w->takes_part[option] &= passes;
    return true;
}

bool cv_thresholds_apply(cv_work *w)
{
    int32_t n_in = 0;
    cv_count votes = 0;
    w->out.threshold = cv_new(w->keep, cv_threshold_line, (int64_t)w->n * w->rules->n_thresholds);
    for (int32_t i = 0; i < w->n; i++) {
        w->takes_part[i] = cv_work_seatable(w, i);
        for (int32_t t = 0; t < w->rules->n_thresholds; t++)
            if (binds(w, i, t) && !apply_one(w, i, t)) return false;
        n_in += w->takes_part[i] && w->totals->votes[i] > 0;
        if (cv_work_seatable(w, i)) votes += w->totals->votes[i];
    }
    if (n_in > 0) return true;
    w->out.vacant = w->seats;
    cv_work_end(w, CV_INCOMPLETE, votes > 0 ? CV_WHY_RULE_UNKNOWN : CV_WHY_NO_VOTES, -1);
    return false;
}
