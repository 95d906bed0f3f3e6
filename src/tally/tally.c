#include "tally/tally.h"

#include "tally/margin.h"
#include "tally/stations.h"
#include "tally/work.h"

cv_tally_facts cv_tally_facts_of(const cv_contest *contest, cv_arena *keep)
{
    cv_option_facts *facts = cv_new(keep, cv_option_facts, contest->n_options);
    for (int32_t i = 0; i < contest->n_options; i++) {
        const cv_option *o = &contest->option[i];
        if (o->kind == CV_OPTION_AGAINST) facts[i].standing = CV_AGAINST_ALL;
        if (o->barred) facts[i].standing = CV_BARRED;
        facts[i].exempt = o->threshold_exempt;
        facts[i].parties = o->parties;
    }
    return (cv_tally_facts){.option = facts, .n_lots = contest->n_lots, .lot = contest->lot};
}

cv_count cv_totals_base(const cv_totals *t, cv_base base)
{
    switch (base) {
    case CV_BASE_VALID: return t->valid;
    case CV_BASE_VALID_BLANK:
        return t->valid == CV_BLANK || t->blank == CV_BLANK ? CV_BLANK : t->valid + t->blank;
    case CV_BASE_CAST:
        if (t->valid == CV_BLANK || t->blank == CV_BLANK || t->invalid == CV_BLANK) return CV_BLANK;
        return t->valid + t->blank + t->invalid;
    case CV_BASE_PARTICIPANTS: return t->participants;
    case CV_BASE_BOX: return t->box;
    case CV_BASE_REGISTERED: return t->registered;
    case CV_BASE_UNKNOWN: break;
    }
    return CV_BLANK;
}

bool cv_tally_same(const cv_tally *a, const cv_tally *b)
{
    if (a->kind != b->kind || a->n_options != b->n_options) return false;
    if (a->kind == CV_VOID) return true;
    if (a->kind == CV_INCOMPLETE) return a->why == b->why;
    if (a->vacant != b->vacant || a->n_winners != b->n_winners) return false;
    if (a->lot_places != b->lot_places || a->lot_for != b->lot_for) return false;
    for (int32_t i = 0; i < a->n_options; i++)
        if (a->seats[i] != b->seats[i] || a->in_lot[i] != b->in_lot[i]) return false;
    for (int32_t i = 0; i < a->n_winners; i++) {
        bool found = false;
        for (int32_t j = 0; j < b->n_winners; j++) found |= a->winner[i] == b->winner[j];
        if (!found) return false;
    }
    return true;
}

/* ---- is the question a question? ---- */

static cv_status check_totals(const cv_totals *t, cv_error *err)
{
    const cv_count known[] = {t->valid,        t->blank, t->invalid,
                              t->participants, t->box,   t->registered};
    cv_count sum = 0;
    for (int32_t i = 0; i < t->n_options; i++) {
        if (!cv_count_is(t->votes[i]))
            return cv_fail(err, CV_E_INPUT, "votes of option %d are not a count", i + 1);
        sum += t->votes[i];
        if (sum > CV_COUNT_MAX)
            return cv_fail(err, CV_E_LIMIT, "votes of all options are past the limit of 10^12");
    }
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i] != CV_BLANK && !cv_count_is(known[i]))
            return cv_fail(err, CV_E_INPUT, "a total is not a count");
    return CV_OK;
}

static bool share_is_sound(cv_share_test test)
{
    return test.share.q > 0 && test.share.p >= 0 && test.share.p <= test.share.q &&
           test.share.q <= CV_FRAC_PART_MAX;
}

static cv_status check_rules(const cv_rule_set *r, int32_t seats, cv_error *err)
{
    bool two_round = r->engine == CV_ENGINE_TWO_ROUND, sound = true;
    if (two_round && seats > 1)
        return cv_fail(err, CV_E_INPUT, "rule set '%.*s' holds two rounds for %d seats, not for 1",
                       CV_ARG(r->id), seats);
    if (two_round && (r->n_win < 1 || r->n_win > CV_WIN_MAX))
        return cv_fail(err, CV_E_INPUT, "rule set '%.*s' has %d win conditions, not 1 to %d",
                       CV_ARG(r->id), r->n_win, CV_WIN_MAX);
    if ((two_round || (r->has_min_share && r->min_share_runoff)) && r->runoff_top < 2)
        return cv_fail(err, CV_E_INPUT, "rule set '%.*s' sends %d options to the run-off",
                       CV_ARG(r->id), r->runoff_top);
    if (r->n_thresholds < 0 || r->n_thresholds > CV_THRESHOLD_MAX || r->seat_cap < 0)
        return cv_fail(err, CV_E_INPUT, "rule set '%.*s' has %d thresholds and a cap of %d seats",
                       CV_ARG(r->id), r->n_thresholds, r->seat_cap);
    if (r->has_min_share) sound &= share_is_sound(r->min_share);
    if (r->has_turnout_min) sound &= share_is_sound(r->turnout_min);
    if (r->has_barred_void) sound &= share_is_sound(r->barred_void);
    for (int32_t i = 0; two_round && i < r->n_win; i++)
        sound &= share_is_sound(r->win[i].share) &&
                 (!r->win[i].has_lead || share_is_sound(r->win[i].lead));
    for (int32_t i = 0; i < r->n_thresholds; i++) sound &= share_is_sound(r->threshold[i]);
    for (int32_t i = 0; i < r->n_void_stations; i++)
        sound &= share_is_sound((cv_share_test){.share = r->void_stations[i].share});
    if (!sound)
        return cv_fail(err, CV_E_INPUT, "rule set '%.*s' has a share that is not between 0 and 1",
                       CV_ARG(r->id));
    return CV_OK;
}

static cv_status check_options(const cv_work *w)
{
    int32_t n_against = 0;
    for (int32_t i = 0; i < w->n; i++) n_against += cv_work_facts(w, i).standing == CV_AGAINST_ALL;
    if (n_against > 1)
        return cv_fail(w->err, CV_E_INPUT, "%d options are 'against all'", n_against);
    return CV_OK;
}

static cv_status check(const cv_work *w)
{
    if (w->seats < 0) return cv_fail(w->err, CV_E_INPUT, "%d seats are fewer than none", w->seats);
    if (w->seats > CV_SEATS_MAX)
        return cv_fail(w->err, CV_E_LIMIT, "%d seats is past the limit of %d", w->seats,
                       CV_SEATS_MAX);
    CV_TRY(check_totals(w->totals, w->err));
    CV_TRY(check_rules(w->rules, w->seats, w->err));
    return check_options(w);
}

/* ---- the count ---- */

static void open_result(cv_work *w)
{
    w->against = w->leader = -1;
    for (int32_t i = 0; i < w->n; i++)
        if (cv_work_facts(w, i).standing == CV_AGAINST_ALL) w->against = i;
    w->takes_part = cv_new(w->scratch, bool, w->n);
    w->out = (cv_tally){
        .reason_i = -1,
        .n_options = w->n,
        .seats = cv_new(w->keep, int32_t, w->n),
        .in_lot = cv_new(w->keep, bool, w->n),
        .margin = CV_NO_MARGIN,
    };
}

static cv_status no_lot_left(const cv_work *w)
{
    int32_t given = w->facts ? w->facts->n_lots : 0;
    if (w->out.n_lots_used < given)
        return cv_fail(w->err, CV_E_INPUT, "lot %d is not needed: nobody ties",
                       w->out.n_lots_used + 1);
    return CV_OK;
}

static cv_status decide(cv_work *w)
{
    CV_TRY(check(w));
    open_result(w);
    if (w->rules->engine == CV_ENGINE_UNKNOWN) {
        cv_work_end(w, CV_INCOMPLETE, CV_WHY_RULE_UNKNOWN, -1);
        return CV_OK;
    }
    if (w->facts && w->facts->is_void) {
        cv_work_end(w, CV_VOID, CV_WHY_DECISION, -1);
        return CV_OK;
    }
    if (cv_stations_void(w)) return no_lot_left(w);
    bool lists = w->rules->engine == CV_ENGINE_DIVISOR || w->rules->engine == CV_ENGINE_REMAINDER;
    CV_TRY(lists ? cv_lists_decide(w) : cv_votes_decide(w));
    return no_lot_left(w);
}

static cv_work open_work(const cv_tally_task *task, cv_arena *keep, cv_arena *scratch,
                         cv_error *err)
{
    return (cv_work){
        .totals = task->totals,
        .n = task->totals->n_options,
        .seats = task->seats,
        .rules = task->rules,
        .facts = task->facts,
        .keep = keep,
        .scratch = scratch,
        .err = err,
    };
}

cv_status cv_tally_decide(cv_tally *out, const cv_tally_task *task, cv_arena *keep,
                          cv_arena scratch, cv_error *err)
{
    cv_work w = open_work(task, keep, &scratch, err);
    CV_TRY(decide(&w));
    *out = w.out;
    return CV_OK;
}

cv_status cv_tally_count(cv_tally *out, const cv_tally_task *task, cv_arena *keep, cv_arena scratch,
                         cv_error *err)
{
    cv_work w = open_work(task, keep, &scratch, err);
    CV_TRY(decide(&w));
    cv_margins_find(&w);
    *out = w.out;
    return CV_OK;
}
