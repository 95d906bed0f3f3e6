#include "review/repairs.h"

#include "tally/totals.h"

/* The two options with most votes; of equal ones those that come first in the contest. */
static cv_lead_pair find_pair(const cv_totals *t)
{
    cv_lead_pair p = {-1, -1};
    for (int32_t o = 0; o < t->n_options; o++) {
        if (p.first < 0 || t->votes[o] > t->votes[p.first]) {
            p.second = p.first;
            p.first = o;
        } else if (p.second < 0 || t->votes[o] > t->votes[p.second]) {
            p.second = o;
        }
    }
    return p;
}

/* By how many votes the option's count would change; what was not known counted nothing. */
static int64_t change_of(const cv_repair *r, int32_t option)
{
    for (int32_t i = 0; i < r->n; i++)
        if (r->figure[i].option == option)
            return (int64_t)r->figure[i].to - (r->figure[i].from > 0 ? r->figure[i].from : 0);
    return 0;
}

static const cv_repair_effect *effects_of(const cv_review *r, const cv_form_repairs *f,
                                          cv_arena *keep)
{
    cv_repair_effect *effect = cv_new(keep, cv_repair_effect, f->n);
    cv_lead_pair pair = r->lead_pair[f->contest.i];
    cv_counted_form as = cv_counted_form_at(r->election, f->contest, &r->disputes.overlay, f->row);
    bool counts = as.counts && !as.own && as.figures_row == f->row;
    for (int32_t i = 0; i < f->n && counts; i++) {
        int64_t of_first = pair.first < 0 ? 0 : change_of(&f->repair[i], pair.first);
        int64_t of_second = pair.second < 0 ? 0 : change_of(&f->repair[i], pair.second);
        effect[i] = (cv_repair_effect){.counts = true, .lead = of_first - of_second};
    }
    return effect;
}

void cv_review_repairs(cv_review *r, cv_arena *keep)
{
    cv_lead_pair *pair = cv_new(keep, cv_lead_pair, r->election->n_contests);
    for (int32_t i = 0; i < r->election->n_contests; i++)
        pair[i] = find_pair(&r->contest[i].decided.totals);
    r->lead_pair = pair;
    const cv_repair_effect **effect = cv_new(keep, const cv_repair_effect *, r->check->n_repairs);
    for (int32_t i = 0; i < r->check->n_repairs; i++)
        effect[i] = effects_of(r, &r->check->repairs[i], keep);
    r->repair_effect = effect;
}
