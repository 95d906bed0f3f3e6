#include "disputes/station.h"

#include "disputes/figures.h"
#include "disputes/known.h"

void cv_note_add(cv_notes *notes, const cv_decision_note *n, cv_arena *keep)
{
    if (!notes) return;
    cv_room(keep, cv_decision_note, notes->v, notes->n, notes->cap);
    notes->v[notes->n++] = *n;
}

/* What the decisions have made of the station so far. */
typedef struct {
    const cv_seat_place *p;
    cv_arena *work;
    cv_station_end *out;
    cv_notes *notes;
    cv_known known;
    int32_t n_live, cap_live;
    int32_t *live;    /* rows that count, are awaited or are read as annulled */
    bool base_is_row; /* the figure before any decision is that of live[0]    */
    cv_now now;
    bool has_figures; /* `w` holds figures                                    */
    cv_working w;
    bool whole; /* all live forms are concerned, not the first alone          */
    int32_t n_causes, cap_causes;
    int32_t *cause;
    int32_t annulled_by, adopted_by, recount_by, n_repeats;
    cv_count removed_unknown;
} place;

/* ---- before any decision ---- */

static void find_live(place *s)
{
    const cv_forms *f = s->known.f;
    for (int32_t copy = 0; copy < s->known.e->n_copies; copy++) {
        int32_t i = cv_first_row(f, copy, s->known.station);
        for (; cv_row_is_of(f, i, copy, s->known.station); i++) {
            if (!cv_form_is_live(f->state[i]) && f->state[i] != CV_FORM_ANNULLED) continue;
            cv_room(s->work, int32_t, s->live, s->n_live, s->cap_live);
            s->live[s->n_live++] = i;
        }
    }
}

/* The base figure: the forms that count if they were known, else what was known and counts. */
static void find_base(place *s)
{
    const cv_forms *f = s->known.f;
    int32_t row = -1;
    s->now = CV_NOW_UNKNOWN;
    s->base_is_row = true;
    for (int32_t i = s->n_live; i-- > 0;)
        if (f->state[s->live[i]] != CV_FORM_AWAITED &&
            cv_form_is_known(f, s->live[i], s->known.known_at))
            row = s->live[i];
    if (row < 0 && cv_date_is(s->known.known_at)) {
        row = cv_known_base(&s->known);
        s->base_is_row = f->state[s->live[0]] == CV_FORM_AWAITED;
    }
    s->has_figures = row >= 0;
    cv_working_start(&s->w, row >= 0 ? row : s->live[0]);
    if (row < 0) return;
    s->base_is_row = row == s->live[0];
    s->now = f->state[row] == CV_FORM_ANNULLED ? CV_NOW_ANNULLED : CV_NOW_COUNTED;
}

static place open_place(const cv_seat_place *p, const cv_station_effects *effects, cv_arena *work)
{
    const cv_forms *f = &p->e->forms[p->c.i];
    place s = {
        .p = p,
        .work = work,
        .known = {p->e,      f,                                 effects->station, p->q->known_at},
        .w = {.e = p->e, .contest = &p->e->contest[p->c.i], .f = f,           .work = work  },
        .annulled_by = -1,
        .adopted_by = -1,
        .recount_by = -1,
    };
    find_live(&s);
    if (!s.n_live) return s;
    s.w.own_row = s.live[0];
    find_base(&s);
    return s;
}

/* ---- records ---- */

static const cv_decision *decision_at(const place *s, int32_t decision)
{
    return &s->p->e->decision[decision];
}

static void note(const place *s, cv_decision_note_kind kind, int32_t decision, int32_t earlier)
{
    const cv_decision_note n = {
        kind, decision, earlier, s->n_live ? s->live[0] : -1, {s->known.station}, s->p->c};
    cv_note_add(s->notes, &n, s->p->keep);
}

static void add_cause(place *s, int32_t decision)
{
    cv_room(s->work, int32_t, s->cause, s->n_causes, s->cap_causes);
    s->cause[s->n_causes++] = decision;
}

static void add_clash(place *s, cv_conflict_kind kind, int32_t one, int32_t other)
{
    cv_station_end *out = s->out;
    cv_room(s->work, cv_clash, out->clash, out->n_clashes, out->cap_clashes);
    out->clash[out->n_clashes++] = (cv_clash){kind, one, other};
}

static void forget_clashes(place *s, cv_conflict_kind kind)
{
    int32_t n = 0;
    for (int32_t i = 0; i < s->out->n_clashes; i++)
        if (s->out->clash[i].kind != kind) s->out->clash[n++] = s->out->clash[i];
    s->out->n_clashes = n;
}

/* What the station is now, it is by this decision alone. */
static void become(place *s, cv_now now, int32_t decision)
{
    s->now = now;
    s->whole = true;
    s->n_causes = 0;
    add_cause(s, decision);
    forget_clashes(s, CV_CONFLICT_CORRECTION);
}

/* ---- effects ---- */

static void annul(place *s, int32_t decision)
{
    if (s->now == CV_NOW_ANNULLED) {
        note(s, CV_DECISION_AGAIN, decision, s->annulled_by);
        return;
    }
    become(s, CV_NOW_ANNULLED, decision);
    s->annulled_by = decision;
}

static bool same_body(const place *s, int32_t a, int32_t b)
{
    return cv_str_eq(decision_at(s, a)->body, decision_at(s, b)->body);
}

static bool same_votes(const place *s, const cv_working *before)
{
    for (int32_t o = 0; o < s->w.contest->n_options; o++)
        if (cv_working_votes(&s->w, o) != cv_working_votes(before, o)) return false;
    return true;
}

static void adopt(place *s, int32_t decision)
{
    const cv_decision *d = decision_at(s, decision);
    int32_t row = d->copy.i < 0 ? -1 : cv_known_of_copy(&s->known, d->copy.i);
    if (s->now == CV_NOW_ANNULLED) {
        note(s, CV_DECISION_ANNULLED, decision, s->annulled_by);
        return;
    }
    if (row < 0 && (d->copy.i >= 0 || !d->votes)) {
        note(s, CV_DECISION_NO_COPY, decision, -1);
        return;
    }
    cv_working before = s->w;
    if (row >= 0)
        cv_working_start(&s->w, row);
    else
        cv_working_state(&s->w, d);
    s->has_figures = true;
    become(s, CV_NOW_COUNTED, decision);
    if (s->adopted_by >= 0 && !same_votes(s, &before)) {
        note(s, CV_DECISION_REPLACES, decision, s->adopted_by);
        if (!same_body(s, decision, s->adopted_by))
            add_clash(s, CV_CONFLICT_ADOPTED, s->adopted_by, decision);
    }
    s->adopted_by = decision;
}

static void correct(place *s, int32_t decision, bool force)
{
    if (s->has_figures && cv_working_correct(&s->w, decision_at(s, decision), force)) {
        if (s->now == CV_NOW_COUNTED) add_cause(s, decision);
        return;
    }
    note(s, CV_DECISION_UNFIT, decision, -1);
    if (s->now == CV_NOW_COUNTED) add_clash(s, CV_CONFLICT_CORRECTION, decision, -1);
}

static cv_count plus(cv_count a, cv_count b)
{
    return a == CV_BLANK || b == CV_BLANK ? CV_BLANK : a + b;
}

static void annul_box(place *s, int32_t decision)
{
    const cv_decision *d = decision_at(s, decision);
    bool by_form = d->copy.i >= 0;
    int32_t row = by_form ? cv_known_of_copy(&s->known, d->copy.i) : -1;
    if (!s->has_figures || (by_form && row < 0 && d->k == CV_BLANK)) {
        note(s, by_form ? CV_DECISION_NO_COPY : CV_DECISION_NO_FORM, decision, -1);
        return;
    }
    if (row < 0 && !d->votes)
        s->removed_unknown = plus(s->removed_unknown, d->k);
    else if (!cv_working_subtract(&s->w, d, row)) {
        note(s, CV_DECISION_TOO_MANY, decision, -1);
        return;
    }
    if (s->now == CV_NOW_COUNTED) add_cause(s, decision);
}

static void add_cancelled(place *s, cv_cancel mode, cv_count n)
{
    cv_overlay_cancelled *c = &s->out->cancelled;
    cv_count *to = mode == CV_CANCEL_AS_INVALID ? &c->as_invalid
                   : mode == CV_CANCEL_REMOVED  ? &c->removed
                                                : &c->kept;
    *to += n;
}

static void annul_option(place *s, int32_t decision)
{
    const cv_decision *d = decision_at(s, decision);
    if (!s->has_figures) {
        note(s, CV_DECISION_NO_FORM, decision, -1);
        return;
    }
    cv_cancel mode = d->mode ? d->mode : s->p->q->rules.bar_votes;
    cv_count n = cv_working_cancel(&s->w, d->option, mode);
    if (s->now != CV_NOW_COUNTED) return;
    add_cancelled(s, mode, n);
    add_cause(s, decision);
}

/* Old figures leave at once; a second repeat does not count the forms of the first. */
static void repeat(place *s, int32_t decision)
{
    cv_date from = s->n_repeats++ ? decision_at(s, decision)->effective : CV_NO_DATE;
    int32_t row = cv_known_repeat(&s->known, from);
    become(s, row >= 0 ? CV_NOW_COUNTED : CV_NOW_AWAITED, decision);
    cv_working_start(&s->w, row >= 0 ? row : s->live[0]);
    s->has_figures = row >= 0;
    s->removed_unknown = 0;
    s->annulled_by = s->adopted_by = -1;
    s->out->n_clashes = 0;
}

static void postpone(place *s, int32_t decision)
{
    if (s->now == CV_NOW_COUNTED)
        note(s, CV_DECISION_HELD, decision, -1);
    else
        become(s, CV_NOW_POSTPONED, decision);
}

static void order_recount(place *s, int32_t decision)
{
    if (!cv_known_recount(&s->known, decision_at(s, decision)->effective)) s->recount_by = decision;
}

/* Examined and left as it was: it brings nothing back, and it does not fit an annulment. */
static void clash_with_confirmed(place *s, const cv_station_effects *effects)
{
    for (int32_t i = effects->n; i-- > 0;) {
        const cv_decision *d = decision_at(s, effects->decision[i]);
        if (d->effect == CV_EFFECT_REPEAT) return; /* what was confirmed before is gone */
        if (d->effect == CV_EFFECT_CONFIRM) {
            add_clash(s, CV_CONFLICT_CONFIRMED, s->annulled_by, effects->decision[i]);
            return;
        }
    }
}

static void apply(place *s, int32_t decision, bool force)
{
    const cv_decision *d = decision_at(s, decision);
    switch (d->effect) {
    case CV_EFFECT_ANNUL:
        if (d->scope == CV_SCOPE_BOX)
            annul_box(s, decision);
        else if (d->option >= 0)
            annul_option(s, decision);
        else
            annul(s, decision);
        return;
    case CV_EFFECT_ADOPT: adopt(s, decision); return;
    case CV_EFFECT_CORRECT: correct(s, decision, force); return;
    case CV_EFFECT_RECOUNT: order_recount(s, decision); return;
    case CV_EFFECT_REPEAT: repeat(s, decision); return;
    case CV_EFFECT_POSTPONE: postpone(s, decision); return;
    default: return;
    }
}

/* ---- changes ---- */

/* Votes of options that do not stand anywhere in the seat, whatever was decided of the station. */
static void cancel_options(place *s)
{
    const uint8_t *option = s->p->option_state;
    if (!option || s->now != CV_NOW_COUNTED) return;
    for (int32_t o = 0; o < s->w.contest->n_options; o++) {
        if (option[o] != CV_CANCEL_AS_INVALID && option[o] != CV_CANCEL_REMOVED) continue;
        cv_count n = cv_working_cancel(&s->w, o, (cv_cancel)option[o]);
        if (!n) continue;
        add_cancelled(s, (cv_cancel)option[o], n);
        add_cause(s, s->p->option_by[o]);
    }
}

static cv_overlay_change change_of(const place *s, int32_t row, const int32_t *cause)
{
    cv_overlay_change c = CV_OVERLAY_CHANGE_NONE(row);
    c.now = s->now;
    c.n_causes = s->n_causes;
    c.cause = cause;
    return c;
}

/* A repeat holds at most as many ballots as the station has voters. */
static cv_count cap_of(const place *s)
{
    return cv_cell_count(s->known.f->derived[CV_D_REG][s->live[0]]);
}

static void emit(cv_changes *list, place *s)
{
    bool all = s->whole || !s->base_is_row;
    cv_arena *keep = s->p->keep;
    int32_t *cause = cv_new(keep, int32_t, s->n_causes);
    for (int32_t i = 0; i < s->n_causes; i++) cause[i] = s->cause[i];
    for (int32_t i = 0; i < s->n_live; i++) {
        bool changed = i == 0 && (s->n_causes || s->recount_by >= 0);
        bool unknown = !cv_form_is_known(s->known.f, s->live[i], s->known.known_at);
        if (!all && !changed && !(unknown && i > 0)) continue;
        cv_overlay_change c = change_of(s, s->live[i], cause);
        if (i > 0 && s->now != CV_NOW_ANNULLED) c.now = CV_NOW_REPLACED;
        if (i == 0 && s->has_figures) {
            c.figures_row = s->w.row;
            c.own = cv_working_figures(&s->w, keep);
        }
        if (i == 0) {
            c.removed_unknown = s->removed_unknown;
            c.recount_by = s->recount_by;
        }
        if (s->now == CV_NOW_AWAITED) c.awaited_cap = cap_of(s);
        cv_room(keep, cv_overlay_change, list->v, list->n, list->cap);
        list->v[list->n++] = c;
    }
}

void cv_station_fold(cv_station_end *out, cv_changes *changes, cv_notes *notes,
                     const cv_seat_place *p, const cv_station_effects *effects, cv_arena *work)
{
    place s = open_place(p, effects, work);
    *out = (cv_station_end){.n_rows = s.n_live, .row = s.live};
    s.out = out;
    s.notes = notes;
    for (int32_t i = 0; i < effects->n; i++) {
        cv_manner manner = effects->manner ? (cv_manner)effects->manner[i] : CV_APPLY;
        if (manner == CV_SKIP) continue;
        if (!s.n_live) note(&s, CV_DECISION_NO_FORM, effects->decision[i], -1);
        if (!s.n_live) continue;
        if (s.n_live > 1) note(&s, CV_DECISION_SEVERAL, effects->decision[i], -1);
        apply(&s, effects->decision[i], manner == CV_FORCE);
    }
    if (!s.n_live) return;
    if (s.annulled_by >= 0 && s.now == CV_NOW_ANNULLED) clash_with_confirmed(&s, effects);
    cancel_options(&s);
    emit(changes, &s);
}
