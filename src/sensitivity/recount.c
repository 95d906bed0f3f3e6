#include "sensitivity/recount.h"

#include "tally/tally.h"

/* A total that is not known stays so; none goes below zero or past what a total can be. */
static cv_count changed(cv_count total, cv_count by)
{
    if (total == CV_BLANK) return CV_BLANK;
    cv_count sum = total + by;
    if (sum < 0) return 0;
    return sum > CV_COUNT_MAX ? CV_COUNT_MAX : sum;
}

static cv_totals changed_totals(const cv_totals *t, const cv_change *z, cv_arena *scratch)
{
    int32_t n = t->n_options;
    cv_count *votes = cv_new(scratch, cv_count, n);
    cv_count by = z[n + CV_CONTENT_OTHER];
    for (int32_t o = 0; o < n; o++) {
        votes[o] = changed(t->votes[o], z[o]);
        by += votes[o] - t->votes[o];
    }
    return (cv_totals){
        .n_options = n,
        .votes = votes,
        .valid = changed(t->valid, by),
        .blank = changed(t->blank, z[n + CV_CONTENT_BLANK]),
        .invalid = changed(t->invalid, z[n + CV_CONTENT_INVALID]),
        .participants = changed(t->participants, z[n + CV_CONTENT_MORE]),
        .box = changed(t->box, z[n + CV_CONTENT_MORE + 1]),
        .registered = t->registered,
    };
}

cv_status cv_recount(cv_tally *out, const cv_sensitivity_input *in, const cv_change *change,
                     cv_arena *keep, cv_arena scratch, cv_error *err)
{
    const cv_contest *contest = &in->election->contest[in->contest.i];
    cv_totals totals = changed_totals(&in->sums->totals, change, &scratch);
    cv_tally_facts facts = cv_tally_facts_of(contest, &scratch);
    facts.n_lots = 0;
    cv_tally_task task = {&totals, contest->seats, &in->election->rule_set[contest->rule], &facts};
    return cv_tally_decide(out, &task, keep, scratch, err);
}

cv_status cv_recount_base(cv_tally *out, const cv_sensitivity_input *in, cv_arena *keep,
                          cv_arena scratch, cv_error *err)
{
    if (in->tally->n_lots_used == 0) {
        *out = *in->tally;
        return CV_OK;
    }
    const cv_change *none =
        cv_new(&scratch, cv_change, in->sums->totals.n_options + CV_CONTENT_MORE + 2);
    return cv_recount(out, in, none, keep, scratch, err);
}
