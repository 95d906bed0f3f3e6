#include "review/complaint_seat.h"

#include <string.h>

#include "tally/totals.h"

/* The changes of the contest, and those forms of its stations that count taken out as well. */
static cv_overlay_contest without(const cv_review *r, const cv_complaint *c, cv_arena *scratch)
{
    const cv_election *e = r->election;
    const cv_forms *f = &e->forms[c->contest.i];
    cv_overlay_contest out = r->disputes.overlay.contest[c->contest.i];
    uint8_t *named = cv_new(scratch, uint8_t, e->n_stations);
    for (int32_t i = 0; i < c->n_places; i++) named[c->place[i].i] = 1;
    cv_overlay_change *change = cv_new(scratch, cv_overlay_change, (int64_t)out.n_changes + f->n);
    int32_t n = 0;
    for (int32_t row = 0, k = 0; row < f->n; row++) {
        bool changed = k < out.n_changes && out.change[k].row == row;
        bool taken = named[f->station[row].i] && cv_form_is_live(f->state[row]);
        if (!changed && !taken) continue;
        change[n] = changed ? out.change[k] : CV_OVERLAY_CHANGE_NONE(row);
        if (changed) k++;
        if (taken) change[n].now = CV_NOW_ANNULLED;
        n++;
    }
    out.n_changes = n, out.change = change;
    return out;
}

bool cv_complaint_seat_without(cv_sums *out, const cv_review *r, int32_t complaint, cv_arena *keep,
                               cv_arena scratch)
{
    const cv_election *e = r->election;
    const cv_complaint *c = &r->complaints.file->complaint[complaint];
    if (c->contest.i < 0 || !c->n_places) return false;
    cv_overlay overlay = r->disputes.overlay;
    cv_overlay_contest *contest = cv_new(&scratch, cv_overlay_contest, overlay.n_contests);
    memcpy(contest, overlay.contest, (size_t)overlay.n_contests * sizeof *contest);
    contest[c->contest.i] = without(r, c, &scratch);
    overlay.contest = contest;
    cv_totals_sum(out, e, c->contest, &overlay, keep);
    return true;
}
