#include "sensitivity/question.h"

#include <stdlib.h>

#include "tally/totals.h"

static int by_row(const void *a, const void *b)
{
    const cv_question *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->station.i != y->station.i) return x->station.i < y->station.i ? -1 : 1;
    return (x->finding > y->finding) - (x->finding < y->finding);
}

/* Missing figures are facts, so no severity makes them go away; a note may. */
static bool can_change_votes(const cv_finding *f)
{
    if (f->change == CV_CHANGE_NONE || f->row < 0) return false;
    if (f->change == CV_CHANGE_CAP) return f->severity >= CV_WARNING;
    return f->severity == CV_ERROR;
}

/* The row for which the finding stands as the decisions left things; -1: it is settled. */
static int32_t row_in_force(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                            const cv_finding *f)
{
    cv_counted_form as = cv_counted_form_at(e, c, overlay, f->row);
    bool awaited = e->forms[c.i].state[f->row] == CV_FORM_AWAITED;
    bool upheld = as.counts && !as.own && as.figures_row == f->row && f->change != CV_CHANGE_EXACT;
    if (cv_counted_form_is_decided(as)) return upheld ? f->row : -1;
    return as.counts || awaited ? f->row : -1;
}

static cv_question from_finding(const cv_finding *f, int32_t row, int64_t number)
{
    return (cv_question){
        .row = row,
        .station = f->station,
        .change = f->change,
        .k = f->k,
        .option = f->option,
        .other = f->other,
        .contradicted = f->severity == CV_ERROR ? f->contradicted : 0,
        .cap = f->cap,
        .group = f->group,
        .finding = (int32_t)number,
    };
}

/* Stations where the list of stations expects a form, which the findings call missing: with a
 * refused row it is one form, with its cap, not two. NULL when nothing was refused. */
static const bool *awaited_stations(const cv_election *e, cv_contest_ix c, const cv_found *found,
                                    cv_arena *scratch)
{
    const cv_forms *f = &e->forms[c.i];
    if (found->n_refused == 0) return NULL;
    bool *awaited = cv_new(scratch, bool, e->n_stations);
    for (int32_t i = 0; i < f->n; i++)
        if (f->state[i] == CV_FORM_AWAITED) awaited[f->station[i].i] = true;
    return awaited;
}

/* ---- what decisions left unknown ---- */

static cv_question of_decision(int32_t row, cv_station_ix station, cv_change_kind change,
                               cv_count k)
{
    return (cv_question){.row = row,
                         .station = station,
                         .change = change,
                         .k = k,
                         .option = -1,
                         .other = -1,
                         .persons = CV_WITH_PERSONS,
                         .cap = change == CV_CHANGE_CAP ? k : CV_BLANK,
                         .finding = -1,
                         .settled = true};
}

static const cv_overlay_contest *decided(const cv_overlay *overlay, cv_contest_ix c)
{
    return overlay ? &overlay->contest[c.i] : NULL;
}

static int64_t most_of_decisions(const cv_overlay_contest *d)
{
    return d ? 2 * (int64_t)d->n_changes + 1 : 0;
}

static int64_t add_decided(cv_question *q, int64_t n, const cv_election *e, cv_contest_ix c,
                           const cv_overlay_contest *d)
{
    const cv_forms *f = &e->forms[c.i];
    for (int32_t i = 0; d && i < d->n_changes; i++) {
        const cv_overlay_change *change = &d->change[i];
        cv_station_ix station = f->station[change->row];
        if (change->now == CV_NOW_COUNTED && change->removed_unknown != 0)
            q[n++] = of_decision(change->row, station, CV_CHANGE_OFF, change->removed_unknown);
        if (change->now == CV_NOW_AWAITED)
            q[n++] = of_decision(change->row, station, CV_CHANGE_CAP, change->awaited_cap);
    }
    if (d && d->removed_unknown != 0)
        q[n++] = of_decision(-1, CV_NO_STATION, CV_CHANGE_OFF, d->removed_unknown);
    return n;
}

cv_questions cv_questions_of(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                             const cv_found *found, cv_arena *keep)
{
    const cv_overlay_contest *d = decided(overlay, c);
    int64_t most = found->n_refused + most_of_decisions(d), n = 0;
    for (int64_t i = 0; i < found->n; i++) most += can_change_votes(&found->finding[i]);
    cv_question *q = cv_new(keep, cv_question, most);
    const bool *awaited = awaited_stations(e, c, found, keep);
    for (int32_t i = 0; i < found->n_refused; i++) {
        if (awaited[found->refused[i].i]) continue;
        q[n++] = (cv_question){.row = -1,
                               .station = found->refused[i],
                               .change = CV_CHANGE_CAP,
                               .k = CV_BLANK,
                               .option = -1,
                               .other = -1,
                               .cap = CV_BLANK,
                               .finding = -1};
    }
    for (int64_t i = 0; i < found->n; i++) {
        const cv_finding *f = &found->finding[i];
        int32_t row = can_change_votes(f) ? row_in_force(e, c, overlay, f) : -1;
        if (row >= 0) q[n++] = from_finding(f, row, found->first + i);
    }
    n = add_decided(q, n, e, c, d);
    if (n) qsort(q, (size_t)n, sizeof *q, by_row);
    return (cv_questions){.n = (int32_t)n, .question = q};
}
