#include "disputes/disputes.h"

#include <stdlib.h>

#include "disputes/force.h"
#include "disputes/known.h"
#include "disputes/seats.h"

typedef struct {
    const cv_election *e;
    const cv_ledger_question *q;
    cv_force force;
    cv_notes notes;
    cv_conflicts conflicts;
    cv_arena *keep;
} folder;

/* ---- the effects of a contest ---- */

/* Effects in force by contest, each list in the order of application. */
typedef struct {
    int32_t *first; /* [n_contests + 1] into `at`: places in force.in */
    int32_t *at;
    int32_t n_nation;
    int32_t *nation; /* [n_nation] places in force.in of those for every contest */
} sorted;

static sorted by_contest(const folder *f, cv_arena *scratch)
{
    const cv_election *e = f->e;
    sorted s = {.first = cv_new(scratch, int32_t, (int64_t)e->n_contests + 1),
                .at = cv_new(scratch, int32_t, f->force.n),
                .nation = cv_new(scratch, int32_t, f->force.n)};
    int32_t *next = cv_new(scratch, int32_t, e->n_contests);
    for (int32_t k = 0; k < f->force.n; k++) {
        cv_contest_ix c = e->decision[f->force.in[k]].contest;
        if (c.i < 0)
            s.nation[s.n_nation++] = k;
        else
            s.first[c.i + 1]++;
    }
    for (int32_t i = 0; i < e->n_contests; i++) {
        s.first[i + 1] += s.first[i];
        next[i] = s.first[i];
    }
    for (int32_t k = 0; k < f->force.n; k++) {
        cv_contest_ix c = e->decision[f->force.in[k]].contest;
        if (c.i >= 0) s.at[next[c.i]++] = k;
    }
    return s;
}

/* Those of one contest and of the nation, in the order of application. */
static int32_t *merged(int32_t *n, const folder *f, const sorted *s, cv_contest_ix c,
                       cv_arena *scratch)
{
    int32_t a = s->first[c.i], end = s->first[c.i + 1], b = 0;
    int32_t *out = cv_new(scratch, int32_t, (int64_t)end - a + s->n_nation);
    *n = 0;
    while (a < end || b < s->n_nation) {
        bool own = b == s->n_nation || (a < end && s->at[a] < s->nation[b]);
        out[(*n)++] = f->force.in[own ? s->at[a++] : s->nation[b++]];
    }
    return out;
}

/* ---- the effects of a station ---- */

/* decision -1: nothing was decided of the station itself, but it must be looked at. */
typedef struct {
    int32_t station, order, decision;
} entry;

typedef struct {
    entry *v;
    int32_t n, cap;
    cv_arena *work;
} entries;

static void add_entry(entries *l, int32_t station, int32_t order, int32_t decision)
{
    cv_room(l->work, entry, l->v, l->n, l->cap);
    l->v[l->n++] = (entry){station, order, decision};
}

static bool has_figures_of_station(uint8_t state)
{
    return cv_form_is_live(state) || state == CV_FORM_ANNULLED;
}

/* Every station of the contest. */
static void add_all(entries *l, const cv_forms *f, int32_t order, int32_t decision)
{
    int32_t last = -1;
    for (int32_t i = 0; i < f->n; i++) {
        if (!has_figures_of_station(f->state[i]) || f->station[i].i == last) continue;
        last = f->station[i].i;
        add_entry(l, last, order, decision);
    }
}

static void add_unknown(entries *l, const cv_forms *f, cv_date known_at)
{
    for (int32_t i = 0; f->recorded && cv_date_is(known_at) && i < f->n; i++)
        if (has_figures_of_station(f->state[i]) && !cv_form_is_known(f, i, known_at))
            add_entry(l, f->station[i].i, -1, -1);
}

static void add_effect(entries *l, const cv_seat_place *p, int32_t order, int32_t decision)
{
    const cv_decision *d = &p->e->decision[decision];
    for (int32_t k = 0; k < d->n_places; k++) add_entry(l, d->place[k].i, order, decision);
    bool of_all = d->effect == CV_EFFECT_REPEAT || d->effect == CV_EFFECT_RECOUNT ||
                  d->effect == CV_EFFECT_POSTPONE;
    if (d->n_places == 0 && of_all) add_all(l, &p->e->forms[p->c.i], order, decision);
}

static int by_station(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->station != y->station) return x->station < y->station ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void sort_entries(entries *l)
{
    bool in_order = true;
    for (int32_t i = 1; i < l->n; i++)
        in_order = in_order && by_station(&l->v[i - 1], &l->v[i]) <= 0;
    if (!in_order) qsort(l->v, (size_t)l->n, sizeof *l->v, by_station);
}

/* Entries of one station; an effect that names it twice is one. Returns the votes of options
 * cancelled there. */
static cv_overlay_cancelled fold_station(cv_changes *changes, folder *f, const cv_seat_place *p,
                                         const entries *own, cv_arena scratch)
{
    int32_t *decision = cv_new(&scratch, int32_t, own->n);
    int32_t n = 0;
    for (int32_t i = 0; i < own->n; i++)
        if (own->v[i].decision >= 0 && (n == 0 || decision[n - 1] != own->v[i].decision))
            decision[n++] = own->v[i].decision;
    const cv_station_effects effects = {own->v[0].station, n, decision, NULL};
    return cv_station_settle(changes, &f->notes, &f->conflicts, p, &effects, scratch);
}

/* ---- a contest ---- */

static int by_row(const void *a, const void *b)
{
    int32_t x = ((const cv_overlay_change *)a)->row, y = ((const cv_overlay_change *)b)->row;
    return (x > y) - (x < y);
}

static void sort_changes(cv_changes *c)
{
    bool in_order = true;
    for (int32_t i = 1; i < c->n; i++) in_order = in_order && c->v[i - 1].row < c->v[i].row;
    if (!in_order) qsort(c->v, (size_t)c->n, sizeof *c->v, by_row);
}

static bool cancels_votes(const cv_seat *seat, int32_t n_options)
{
    for (int32_t o = 0; seat->option_state && o < n_options; o++)
        if (seat->option_state[o] == CV_CANCEL_AS_INVALID ||
            seat->option_state[o] == CV_CANCEL_REMOVED)
            return true;
    return false;
}

static void fold_stations(cv_seat *seat, folder *f, const cv_seat_place *p, entries *l,
                          cv_arena scratch)
{
    cv_changes changes = {0};
    sort_entries(l);
    for (int32_t i = 0, end; i < l->n; i = end) {
        for (end = i + 1; end < l->n && l->v[end].station == l->v[i].station;) end++;
        const entries own = {.v = &l->v[i], .n = end - i};
        cv_overlay_cancelled c = fold_station(&changes, f, p, &own, scratch);
        seat->contest.cancelled.as_invalid += c.as_invalid;
        seat->contest.cancelled.removed += c.removed;
        seat->contest.cancelled.kept += c.kept;
    }
    sort_changes(&changes);
    seat->contest.n_changes = changes.n;
    seat->contest.change = changes.v;
}

static cv_overlay_contest fold_contest(folder *f, cv_contest_ix c, const int32_t *effect, int32_t n,
                                       cv_arena scratch)
{
    cv_seat_place p = {.e = f->e, .q = f->q, .c = c, .keep = f->keep};
    const cv_forms *forms = &f->e->forms[c.i];
    cv_seat seat = CV_SEAT_NONE;
    entries l = {.work = &scratch};
    add_unknown(&l, forms, f->q->known_at);
    for (int32_t i = 0; i < n; i++) {
        const cv_decision *d = &f->e->decision[effect[i]];
        if (cv_effect_is_of_seat(d))
            cv_seat_apply(&seat, &f->notes, &p, effect[i]);
        else
            add_effect(&l, &p, i, effect[i]);
        if (d->effect == CV_EFFECT_POSTPONE && d->n_places == 0)
            seat.contest.postponed_by = effect[i];
    }
    cv_seat_settle(&seat, &f->conflicts, &p);
    if (cancels_votes(&seat, f->e->contest[c.i].n_options)) add_all(&l, forms, -1, -1);
    p.option_state = seat.option_state;
    p.option_by = seat.option_by;
    fold_stations(&seat, f, &p, &l, scratch);
    cv_seat_finish(&seat.contest, &p);
    return seat.contest;
}

void cv_disputes_fold(cv_disputes *out, const cv_election *e, const cv_ledger_question *question,
                      cv_arena *keep, cv_arena scratch)
{
    folder f = {.e = e, .q = question, .keep = keep};
    f.force = cv_force_find(e, question, keep, scratch);
    cv_overlay_contest *contest = cv_new(keep, cv_overlay_contest, e->n_contests);
    int32_t *n_in_contest = cv_new(keep, int32_t, e->n_contests);
    sorted s = by_contest(&f, &scratch);
    for (int32_t i = 0; i < e->n_contests; i++) {
        cv_arena room = scratch;
        int32_t *effect = merged(&n_in_contest[i], &f, &s, (cv_contest_ix){i}, &room);
        contest[i] = fold_contest(&f, (cv_contest_ix){i}, effect, n_in_contest[i], room);
    }
    *out = (cv_disputes){
        .overlay = {e->n_contests, contest, question->rules.totals},
        .state = f.force.state,
        .revoked_by = f.force.revoked_by,
        .n_in_force = f.force.n,
        .n_in_contest = n_in_contest,
        .n_later = f.force.n_later,
        .n_notes = f.notes.n,
        .note = f.notes.v,
        .n_conflicts = f.conflicts.n,
        .conflict = f.conflicts.v,
    };
}
