#include "disputes/disputes.h"

#include <stdlib.h>

/* A decision in force, in the order of application. */
typedef struct {
    const cv_decision *d;
    int32_t i; /* into election.decision */
} record;

static cv_station_ix place_of(const cv_decision *d)
{
    return d->n_places ? d->place[0] : CV_NO_STATION;
}

static int by_station_then_time(const void *a, const void *b)
{
    const record *x = a, *y = b;
    if (x->d->contest.i != y->d->contest.i) return x->d->contest.i < y->d->contest.i ? -1 : 1;
    if (place_of(x->d).i != place_of(y->d).i) return place_of(x->d).i < place_of(y->d).i ? -1 : 1;
    int order = cv_date_cmp(x->d->effective, y->d->effective);
    return order ? order : (x->i > y->i) - (x->i < y->i);
}

static bool in_force(cv_date effective, cv_date as_of)
{
    if (!cv_date_is(as_of) || !cv_date_is(effective)) return true;
    if (as_of.minute < 0) return effective.day <= as_of.day;
    return cv_date_cmp(effective, as_of) <= 0;
}

/* ---- forms of a station ---- */

/* The first row whose (copy, station) is not less than this one: forms stand in that order. */
static int32_t first_row(const cv_forms *f, int32_t copy, int32_t station)
{
    int32_t low = 0, high = f->n;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        bool less =
            f->copy[middle] != copy ? f->copy[middle] < copy : f->station[middle].i < station;
        if (less)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_at(const cv_forms *f, int32_t row, int32_t copy, int32_t station)
{
    return row < f->n && f->copy[row] == copy && f->station[row].i == station;
}

/* The form of one copy that stands for it: the last that is not replaced. */
static int32_t form_of_copy(const cv_forms *f, int32_t copy, int32_t station)
{
    int32_t found = -1;
    for (int32_t i = first_row(f, copy, station); is_at(f, i, copy, station); i++)
        if (f->state[i] == CV_FORM_COPY || f->state[i] == CV_FORM_COUNTED) found = i;
    return found;
}

/* ---- one station ---- */

typedef struct {
    const cv_election *e;
    cv_disputes *out;
    cv_decision_note *note;
    cv_arena *scratch;
} folder;

/* What the decisions have made of one station so far. */
typedef struct {
    cv_contest_ix contest;
    cv_station_ix station;
    int32_t n_live;
    int32_t *live;       /* rows that count or are awaited */
    bool zero_annulled;  /* the case reads its zero form as annulled */
    int32_t annulled_by; /* decision; -1 */
    int32_t adopted_by;  /* decision; -1 */
    int32_t figures_row; /* adopted; -1: the decision's own figures */
} station_state;

static station_state open_station(const folder *f, const cv_decision *d)
{
    const cv_forms *forms = &f->e->forms[d->contest.i];
    station_state s = {.contest = d->contest,
                       .station = place_of(d),
                       .annulled_by = -1,
                       .adopted_by = -1,
                       .figures_row = -1};
    int32_t cap = 0;
    for (int32_t copy = 0; copy < f->e->n_copies; copy++) {
        int32_t i = first_row(forms, copy, place_of(d).i);
        for (; is_at(forms, i, copy, place_of(d).i); i++) {
            s.zero_annulled = s.zero_annulled || forms->state[i] == CV_FORM_ANNULLED;
            if (!cv_form_is_live(forms->state[i])) continue;
            cv_room(f->scratch, int32_t, s.live, s.n_live, cap);
            s.live[s.n_live++] = i;
        }
    }
    return s;
}

static void note(folder *f, const station_state *s, cv_decision_note_kind kind, int32_t decision,
                 int32_t earlier)
{
    int32_t row = s->n_live ? s->live[0] : -1;
    f->note[f->out->n_notes++] = (cv_decision_note){kind, decision, earlier, row, s->station};
}

static void annul(folder *f, station_state *s, int32_t decision)
{
    if (s->annulled_by >= 0 || s->zero_annulled) {
        note(f, s, CV_DECISION_AGAIN, decision, s->annulled_by);
        return;
    }
    s->annulled_by = decision;
}

static bool same_votes(const folder *f, const station_state *s, int32_t figures_row,
                       int32_t decision)
{
    const cv_forms *forms = &f->e->forms[s->contest.i];
    for (int32_t o = 0; o < f->e->contest[s->contest.i].n_options; o++) {
        cv_cell before = s->figures_row >= 0 ? forms->votes[o][s->figures_row]
                                             : f->e->decision[s->adopted_by].votes[o];
        cv_cell after =
            figures_row >= 0 ? forms->votes[o][figures_row] : f->e->decision[decision].votes[o];
        if (before != after) return false;
    }
    return true;
}

static void adopt(folder *f, station_state *s, int32_t decision)
{
    const cv_decision *d = &f->e->decision[decision];
    if (s->annulled_by >= 0 || s->zero_annulled) {
        note(f, s, CV_DECISION_ANNULLED, decision, s->annulled_by);
        return;
    }
    int32_t row = -1;
    if (d->copy.i >= 0) {
        row = form_of_copy(&f->e->forms[s->contest.i], d->copy.i, s->station.i);
        if (row < 0) {
            note(f, s, CV_DECISION_NO_COPY, decision, -1);
            return;
        }
    }
    if (s->adopted_by >= 0 && !same_votes(f, s, row, decision))
        note(f, s, CV_DECISION_REPLACES, decision, s->adopted_by);
    s->adopted_by = decision;
    s->figures_row = row;
}

static void apply(folder *f, station_state *s, int32_t decision)
{
    if (s->n_live == 0 && !s->zero_annulled) {
        note(f, s, CV_DECISION_NO_FORM, decision, -1);
        return;
    }
    if (s->n_live > 1) note(f, s, CV_DECISION_SEVERAL, decision, -1);
    switch (f->e->decision[decision].effect) {
    case CV_EFFECT_ANNUL: annul(f, s, decision); break;
    case CV_EFFECT_ADOPT: adopt(f, s, decision); break;
    default: break;
    }
}

/* ---- changes ---- */

typedef struct {
    cv_overlay_change *change;
    int32_t n;
    int32_t cap;
} change_list;

static cv_cell or_form(cv_cell stated, cv_cell on_form)
{
    return stated == CV_CELL_UNREPORTED ? on_form : stated;
}

/* A decision's own figures stand for votes, invalid and blank papers; what it does not state
 * stays as on the form. */
static const cv_overlay_figures *stated_figures(const folder *f, const station_state *s,
                                                cv_arena *keep)
{
    const cv_decision *d = &f->e->decision[s->adopted_by];
    const cv_cell *const *derived = f->e->forms[s->contest.i].derived;
    cv_overlay_figures *own = cv_new(keep, cv_overlay_figures, 1);
    int32_t row = s->live[0];
    *own = (cv_overlay_figures){
        .votes = d->votes,
        .other = CV_CELL_ABSENT,
        .blank = or_form(d->blank, derived[CV_D_BLANK][row]),
        .invalid = or_form(d->invalid, derived[CV_D_INVALID][row]),
        .persons = derived[CV_D_PERSONS][row],
        .box = derived[CV_D_BOX][row],
        .registered = derived[CV_D_REG][row],
        .cast = derived[CV_D_CAST][row],
    };
    return own;
}

/* The last decision that changed something answers for every form of the station. */
static void emit(change_list *list, const folder *f, const station_state *s, cv_arena *keep)
{
    if (s->annulled_by < 0 && s->adopted_by < 0) return;
    for (int32_t i = 0; i < s->n_live; i++) {
        cv_overlay_change c = CV_OVERLAY_CHANGE_NONE(s->live[i]);
        int32_t *cause = cv_new(keep, int32_t, 1);
        *cause = s->annulled_by >= 0 ? s->annulled_by : s->adopted_by;
        c.n_causes = 1;
        c.cause = cause;
        if (s->annulled_by >= 0)
            c.now = CV_NOW_ANNULLED;
        else if (i > 0)
            c.now = CV_NOW_REPLACED; /* one set of figures is adopted for the station */
        else if (s->figures_row >= 0)
            c.figures_row = s->figures_row;
        else
            c.own = stated_figures(f, s, keep);
        cv_room(keep, cv_overlay_change, list->change, list->n, list->cap);
        list->change[list->n++] = c;
    }
}

static int by_row(const void *a, const void *b)
{
    int32_t x = ((const cv_overlay_change *)a)->row, y = ((const cv_overlay_change *)b)->row;
    return (x > y) - (x < y);
}

static const record *records_in_force(cv_disputes *out, const cv_election *e, cv_date as_of,
                                      cv_arena *scratch)
{
    record *r = cv_new(scratch, record, e->n_decisions);
    for (int32_t i = 0; i < e->n_decisions; i++) {
        if (in_force(e->decision[i].effective, as_of))
            r[out->n_in_force++] = (record){&e->decision[i], i};
        else
            out->n_later++;
    }
    if (out->n_in_force) qsort(r, (size_t)out->n_in_force, sizeof *r, by_station_then_time);
    return r;
}

static bool same_place(const cv_decision *a, const cv_decision *b)
{
    return a->contest.i == b->contest.i && place_of(a).i == place_of(b).i;
}

void cv_disputes_fold(cv_disputes *out, const cv_election *e, cv_date as_of, cv_arena *keep,
                      cv_arena scratch)
{
    cv_disputes r = {.overlay = {.n_contests = e->n_contests}};
    cv_overlay_contest *contest = cv_new(keep, cv_overlay_contest, e->n_contests);
    for (int32_t i = 0; i < e->n_contests; i++) contest[i] = CV_OVERLAY_CONTEST_NONE;
    int32_t *n_in_contest = cv_new(keep, int32_t, e->n_contests);
    const record *in = records_in_force(&r, e, as_of, &scratch);
    /* A decision is noted for the forms that it concerns and for what it meets: at most twice. */
    folder f = {e, &r, cv_new(keep, cv_decision_note, 2 * (int64_t)r.n_in_force), &scratch};
    change_list list = {0};
    for (int32_t i = 0, end; i < r.n_in_force; i = end) {
        station_state s = open_station(&f, in[i].d);
        for (end = i; end < r.n_in_force && same_place(in[i].d, in[end].d); end++)
            apply(&f, &s, in[end].i);
        emit(&list, &f, &s, keep);
        n_in_contest[s.contest.i] += end - i;
        bool last = end == r.n_in_force || in[end].d->contest.i != s.contest.i;
        if (!last) continue;
        if (list.n) qsort(list.change, (size_t)list.n, sizeof *list.change, by_row);
        contest[s.contest.i].n_changes = list.n;
        contest[s.contest.i].change = list.change;
        list = (change_list){0};
    }
    r.note = f.note;
    r.n_in_contest = n_in_contest;
    r.overlay.contest = contest;
    *out = r;
}
