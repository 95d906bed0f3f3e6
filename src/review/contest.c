#include "review/contest.h"

#include "review/asked.h"
#include "review/copies_law.h"
#include "review/readings.h"
#include "copies/copies.h"
#include "review/law.h"
#include "review/ledger_rules.h"
#include "sensitivity/sensitivity.h"
#include "tally/decided.h"
#include "tally/tally.h"
#include "tally/totals.h"

typedef struct {
    const cv_election *e;
    const cv_contest *contest;
    const cv_forms *forms;
    cv_contest_ix c;
    const cv_overlay *overlay;
} worker;

/* Where results and temporaries go. */
typedef struct {
    cv_arena *keep;
    cv_arena scratch;
    cv_error *err;
} room;

/* ---- counts ---- */

/* Lots were drawn for certain figures. Where they do not fit, the count is made without them
 * and a tie stays a tie. */
static cv_status count(cv_tally *out, bool *lot_unused, const cv_sums *sums,
                       const cv_overlay_contest *decisions, const worker *w, room *r)
{
    cv_tally_facts facts = cv_tally_facts_decided(w->contest, decisions, sums, &r->scratch);
    cv_tally_task task = {&sums->totals, w->contest->seats, &w->e->rule_set[w->contest->rule],
                          &facts};
    cv_status s = cv_tally_count(out, &task, r->keep, r->scratch, r->err);
    if (s != CV_E_INPUT || facts.n_lots == 0) return s;
    *lot_unused = true;
    facts.n_lots = 0;
    return cv_tally_count(out, &task, r->keep, r->scratch, r->err);
}

static cv_count declared_total(const cv_declared *d, cv_field field)
{
    return d->total ? d->total[field] : CV_BLANK;
}

static cv_status count_declared(cv_contest_review *out, const worker *w, room *r)
{
    const cv_declared *d = &w->contest->declared;
    if (!d->votes) return CV_OK;
    cv_sums declared = {
        .totals = {.n_options = w->contest->n_options, .votes = d->votes}
    };
    cv_totals totals = declared.totals;
    for (int32_t o = 0; o < w->contest->n_options; o++) {
        if (d->votes[o] == CV_BLANK) return CV_OK;
        totals.valid += d->votes[o];
    }
    cv_count signed_ = declared_total(d, CV_F_SIGNED);
    totals.blank = declared_total(d, CV_F_BLANK);
    totals.invalid = declared_total(d, CV_F_INVALID);
    totals.participants = declared_total(d, CV_F_TOOK_PART);
    if (totals.participants == CV_BLANK) totals.participants = signed_;
    totals.box = declared_total(d, CV_F_BOX);
    totals.registered = declared_total(d, CV_F_REG);
    bool unused = false;
    declared.totals = totals;
    CV_TRY(count(&out->declared_tally, &unused, &declared, NULL, w, r));
    out->has_declared_tally = true;
    return CV_OK;
}

static cv_status count_all(cv_contest_review *out, cv_contest_facts *facts, const worker *w,
                           room *r)
{
    bool unused = false;
    cv_totals_sum(&out->summed, w->e, w->c, NULL, r->keep);
    CV_TRY(count(&out->summed_tally, &unused, &out->summed, NULL, w, r));
    out->decided = out->summed;
    out->tally = out->summed_tally;
    facts->lot_unused = unused;
    const cv_overlay_contest *decisions = &w->overlay->contest[w->c.i];
    if (out->n_changed_forms || decisions->option_state || decisions->void_by >= 0 ||
        decisions->annulled_stations) {
        facts->lot_unused = false;
        cv_totals_sum(&out->decided, w->e, w->c, w->overlay, r->keep);
        CV_TRY(count(&out->tally, &facts->lot_unused, &out->decided, decisions, w, r));
    }
    facts->decisions_change = !cv_tally_same(&out->summed_tally, &out->tally);
    return count_declared(out, w, r);
}

/* ---- copies ---- */

static int32_t end_of_copy(const cv_forms *f, int32_t first)
{
    int32_t end = first;
    while (end < f->n && f->copy[end] == f->copy[first]) end++;
    return end;
}

static void sum_copies(cv_contest_facts *facts, const worker *w, cv_arena *keep)
{
    int32_t n = 0;
    for (int32_t i = 0; i < w->forms->n; i = end_of_copy(w->forms, i)) n++;
    if (n < 2) return;
    facts->copy_sums = cv_new(keep, cv_copy_sums, n);
    for (int32_t i = 0, end; i < w->forms->n; i = end) {
        end = end_of_copy(w->forms, i);
        cv_copy_sums *at = &facts->copy_sums[facts->n_copy_sums++];
        at->contest = w->c;
        at->copy.i = w->forms->copy[i];
        cv_totals_sum_rows(&at->sums, w->e, w->c, i, end, keep);
    }
}

/* A form of another holder: an earlier publication of the same body is not one. */
static bool is_second_copy(const worker *w, int32_t row)
{
    const cv_copy *copy = &w->e->copy[w->forms->copy[row]];
    return w->forms->state[row] == CV_FORM_COPY && copy->kind != CV_COPY_EARLIER;
}

/* Counted forms of stations where no second copy is on record. */
static int32_t count_without_copy(const worker *w, int32_t n_counted, cv_arena scratch)
{
    int32_t low = INT32_MAX, high = -1, alone = 0;
    for (int32_t i = 0; i < w->forms->n; i++) {
        if (!is_second_copy(w, i)) continue;
        int32_t s = w->forms->station[i].i;
        low = s < low ? s : low;
        high = s > high ? s : high;
    }
    if (high < 0) return n_counted;
    bool *has = cv_new(&scratch, bool, (int64_t)high - low + 1);
    for (int32_t i = 0; i < w->forms->n; i++)
        if (is_second_copy(w, i)) has[w->forms->station[i].i - low] = true;
    for (int32_t i = 0; i < w->forms->n; i++) {
        int32_t s = w->forms->station[i].i;
        if (!cv_counted_form_at(w->e, w->c, w->overlay, i).counts) continue;
        alone += s < low || s > high || !has[s - low];
    }
    return alone;
}

/* The two options whose lead is followed through the copies: those that the margin of a single
 * seat is between, else the two with most votes, the first of equal ones. */
static void find_leaders(int32_t *first, int32_t *second, const cv_contest_review *r,
                         const cv_contest *c)
{
    *first = r->tally.margin.winner, *second = r->tally.margin.loser;
    if (c->seats == 1 && *first >= 0 && *second >= 0) return;
    const cv_count *votes = r->decided.totals.votes;
    *first = *second = -1;
    for (int32_t o = 0; o < c->n_options; o++) {
        if (*first < 0 || votes[o] > votes[*first])
            *second = *first, *first = o;
        else if (*second < 0 || votes[o] > votes[*second])
            *second = o;
    }
}

static void compare_copies(cv_contest_review *out, const worker *w, cv_arena *keep,
                           cv_arena scratch)
{
    cv_copies_law law = cv_copies_law_of(w->e);
    cv_copies_input in = {.election = w->e, .contest = w->c, .law = &law};
    find_leaders(&in.first, &in.second, out, w->contest);
    cv_copies_compare(&out->copies, &in, keep, scratch);
}

/* The figures of every counted form are those of a hand recount. */
static bool all_recounts(const worker *w, int32_t n_counted)
{
    bool any = false;
    for (int32_t i = 0; i < w->e->n_copies; i++) any = any || w->e->copy[i].kind == CV_COPY_RECOUNT;
    for (int32_t i = 0; any && i < w->forms->n; i++) {
        cv_counted_form as = cv_counted_form_at(w->e, w->c, w->overlay, i);
        if (!as.counts) continue;
        if (as.own) return false;
        any = w->e->copy[w->forms->copy[as.figures_row]].kind == CV_COPY_RECOUNT;
    }
    return any && n_counted > 0;
}

/* ---- decisions ---- */

/* From the fold: what concerns this contest. */
static void count_decisions(cv_contest_review *out, const cv_review *review, const worker *w)
{
    out->n_changed_forms = w->overlay->contest[w->c.i].n_changes;
    out->n_decisions = review->disputes.n_in_contest[w->c.i];
}

/* ---- what could change ---- */

static cv_status find_sensitivity(cv_contest_review *out, const cv_contest_job *job,
                                  const worker *w, cv_arena *keep, cv_arena scratch, cv_error *err)
{
    const cv_check_contest *checked = &job->review->check->contest[w->c.i];
    cv_found found = {
        .n = checked->n,
        .first = checked->first,
        .finding = job->review->check->finding + checked->first,
        .n_refused = job->refused->n,
        .refused = job->refused->station,
    };
    cv_tally_facts facts =
        cv_tally_facts_decided(w->contest, &w->overlay->contest[w->c.i], &out->decided, &scratch);
    out->asked = cv_review_asked(&out->n_asked, job->review, w->c, keep);
    cv_sensitivity_input in = {
        .election = w->e,
        .contest = w->c,
        .overlay = w->overlay,
        .sums = &out->decided,
        .tally = &out->tally,
        .facts = &facts,
        .n_asked = out->n_asked,
        .asked = out->asked,
        .narrow_recount = cv_recount_is_narrow(w->e),
        .questions = cv_questions_of(w->e, w->c, w->overlay, &found, &scratch),
    };
    return cv_sensitivity_run(&out->sensitivity, &in, keep, scratch, err);
}

cv_status cv_review_contest(cv_contest_review *out, cv_contest_facts *facts,
                            const cv_contest_job *job, cv_arena *keep, cv_arena scratch,
                            cv_error *err)
{
    const cv_election *e = job->review->election;
    worker w = {
        .e = e,
        .contest = &e->contest[job->contest.i],
        .forms = &e->forms[job->contest.i],
        .c = job->contest,
        .overlay = &job->review->disputes.overlay,
    };
    cv_contest_review r = {0};
    cv_contest_facts f = {0};
    count_decisions(&r, job->review, &w);
    CV_TRY(count_all(&r, &f, &w, &(room){keep, scratch, err}));
    sum_copies(&f, &w, keep);
    compare_copies(&r, &w, keep, scratch);
    f.n_without_copy = count_without_copy(&w, r.decided.n_counted, scratch);
    f.all_recounts = all_recounts(&w, r.decided.n_counted);
    cv_readings readings;
    CV_TRY(cv_readings_compare(&readings, job->review, w.c, &r.tally, scratch, err));
    f.n_conflicts = readings.differ ? readings.n_open : 0;
    CV_TRY(find_sensitivity(&r, job, &w, keep, scratch, err));
    cv_review_law(&r.law, job->review, w.c, &r, keep, scratch);
    *out = r;
    *facts = f;
    return CV_OK;
}
