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

static cv_tally_facts facts_of(const cv_sensitivity_input *in, cv_arena *scratch)
{
    const cv_contest *contest = &in->election->contest[in->contest.i];
    cv_tally_facts facts = in->facts ? *in->facts : cv_tally_facts_of(contest, scratch);
    facts.n_lots = 0;
    return facts;
}

cv_status cv_recount(cv_tally *out, const cv_sensitivity_input *in, const cv_change *change,
                     cv_arena *keep, cv_arena scratch, cv_error *err)
{
    const cv_leaf nothing = {0};
    const cv_leaf_count what = {in, &nothing, change, false};
    return cv_recount_leaf(out, &what, keep, scratch, err);
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

/* ---- with questions answered ---- */

/* The votes of an option that is cancelled in the whole seat. Kept in every base they stay its own,
 * and it is not seated. */
static void cancel_votes(cv_totals *t, cv_count *votes, cv_cancelled *cancelled, int32_t o,
                         const cv_option_cancelled *c)
{
    cv_count k = votes[o];
    if (c->mode == CV_CANCEL_KEPT_IN_BASE) return;
    votes[o] = 0;
    t->valid = changed(t->valid, -k);
    if (c->mode == CV_CANCEL_AS_INVALID) {
        t->invalid = changed(t->invalid, k);
        cancelled->as_invalid += k;
    } else {
        t->participants = changed(t->participants, -k);
        t->box = changed(t->box, -k);
        cancelled->removed += k;
    }
}

static void apply_cancelled(cv_totals *t, cv_tally_facts *facts, const cv_leaf *leaf,
                            cv_arena *scratch)
{
    cv_count *votes = cv_new(scratch, cv_count, t->n_options);
    cv_option_facts *option = cv_new(scratch, cv_option_facts, t->n_options);
    for (int32_t o = 0; o < t->n_options; o++) {
        votes[o] = t->votes[o];
        option[o] = facts->option[o];
    }
    for (int32_t o = 0; o < t->n_options; o++) {
        const cv_option_cancelled *c = &leaf->option[o];
        if (!c->cancelled) continue;
        cancel_votes(t, votes, &facts->cancelled, o, c);
        if (c->bars || c->mode == CV_CANCEL_KEPT_IN_BASE) option[o].standing = CV_BARRED;
    }
    t->votes = votes;
    facts->option = option;
}

static cv_count more(cv_count total, cv_count by)
{
    return total == CV_BLANK ? CV_BLANK : total + by;
}

cv_status cv_recount_leaf(cv_tally *out, const cv_leaf_count *what, cv_arena *keep,
                          cv_arena scratch, cv_error *err)
{
    const cv_sensitivity_input *in = what->in;
    const cv_leaf *leaf = what->leaf;
    const cv_contest *contest = &in->election->contest[in->contest.i];
    cv_totals totals = changed_totals(&in->sums->totals, what->z, &scratch);
    cv_tally_facts facts = facts_of(in, &scratch);
    facts.annulled.stations += leaf->annulled_stations;
    facts.annulled.registered = more(facts.annulled.registered, leaf->annulled_registered);
    if (leaf->option) apply_cancelled(&totals, &facts, leaf, &scratch);
    cv_tally_task task = {&totals, contest->seats, &in->election->rule_set[contest->rule], &facts};
    return what->assertions ? cv_tally_count(out, &task, keep, scratch, err)
                            : cv_tally_decide(out, &task, keep, scratch, err);
}

void cv_recount_votes(cv_count *votes, const cv_sensitivity_input *in, const cv_leaf *leaf,
                      const cv_change *z)
{
    for (int32_t o = 0; o < in->sums->totals.n_options; o++) {
        bool gone = leaf->option && leaf->option[o].cancelled &&
                    leaf->option[o].mode != CV_CANCEL_KEPT_IN_BASE;
        votes[o] = gone ? 0 : changed(in->sums->totals.votes[o], z[o]);
    }
}
