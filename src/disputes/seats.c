#include "disputes/seats.h"

bool cv_effect_is_of_seat(const cv_decision *d)
{
    switch (d->effect) {
    case CV_EFFECT_VOID:
    case CV_EFFECT_BAR:
    case CV_EFFECT_REINSTATE: return true;
    case CV_EFFECT_ANNUL:
    case CV_EFFECT_CONFIRM: return d->n_places == 0;
    default: return false;
    }
}

/* ---- options ---- */

static void note(cv_notes *notes, const cv_seat_place *p, cv_decision_note_kind kind,
                 int32_t decision)
{
    const cv_decision_note n = {kind, decision, -1, -1, CV_NO_STATION, p->c};
    cv_note_add(notes, &n, p->keep);
}

static void open_options(cv_seat *out, const cv_seat_place *p)
{
    int32_t n = p->e->contest[p->c.i].n_options;
    if (out->option_state) return;
    out->option_state = cv_new(p->keep, uint8_t, n);
    out->option_by = cv_new(p->keep, int32_t, n);
    for (int32_t o = 0; o < n; o++) out->option_by[o] = -1;
    out->contest.option_state = out->option_state;
    out->contest.option_by = out->option_by;
}

static void set_option(cv_seat *out, cv_notes *notes, const cv_seat_place *p, int32_t decision)
{
    const cv_decision *d = &p->e->decision[decision];
    open_options(out, p);
    bool lifts = d->effect == CV_EFFECT_REINSTATE;
    bool stands = out->option_state[d->option] == CV_CANCEL_NONE;
    if (lifts == stands && d->effect != CV_EFFECT_ANNUL) {
        note(notes, p, CV_DECISION_NOTHING, decision);
        return;
    }
    cv_cancel mode = d->mode ? d->mode : p->q->rules.bar_votes;
    out->option_state[d->option] = lifts ? CV_CANCEL_NONE : (uint8_t)mode;
    out->option_by[d->option] = lifts ? -1 : decision;
}

static cv_count plus(cv_count a, cv_count b)
{
    return a == CV_BLANK || b == CV_BLANK ? CV_BLANK : a + b;
}

void cv_seat_apply(cv_seat *out, cv_notes *notes, const cv_seat_place *p, int32_t decision)
{
    const cv_decision *d = &p->e->decision[decision];
    cv_count *removed = &out->contest.removed_unknown;
    switch (d->effect) {
    case CV_EFFECT_VOID: out->contest.void_by = decision; return;
    case CV_EFFECT_CONFIRM: out->confirmed_by = decision; return;
    case CV_EFFECT_ANNUL:
        if (d->option < 0)
            *removed = plus(*removed, d->k);
        else
            set_option(out, notes, p, decision);
        return;
    default: set_option(out, notes, p, decision); return;
    }
}

void cv_seat_settle(cv_seat *out, cv_conflicts *conflicts, const cv_seat_place *p)
{
    int32_t by = out->contest.void_by, other = out->confirmed_by;
    if (by < 0 || other < 0) return;
    int32_t first = cv_prevailing(p->e, &p->q->rules, by, other);
    cv_room(p->keep, cv_conflict, conflicts->v, conflicts->n, conflicts->cap);
    conflicts->v[conflicts->n++] = (cv_conflict){.kind = CV_CONFLICT_VOID,
                                                 .contest = p->c,
                                                 .station = CV_NO_STATION,
                                                 .one = by,
                                                 .other = other,
                                                 .in_force = first};
    if (first == other) out->contest.void_by = -1;
}

/* ---- all forms ---- */

static bool has_register(const cv_forms *f, int32_t row)
{
    uint8_t state = f->state[row];
    if (state == CV_FORM_CLOSED) return f->derived[CV_D_REG][row] >= 0;
    return cv_form_is_live(state) || state == CV_FORM_ANNULLED;
}

static void add(cv_count *sum, cv_cell c)
{
    if (c >= 0) *sum = (*sum == CV_BLANK ? 0 : *sum) + c;
}

static void count_forms(cv_overlay_contest *out, const cv_forms *f, int32_t *n_counted)
{
    const cv_cell *reg = f->derived[CV_D_REG];
    int32_t at = 0;
    for (int32_t i = 0; i < f->n; i++) {
        bool changed = at < out->n_changes && out->change[at].row == i;
        const cv_overlay_change *x = changed ? &out->change[at++] : NULL;
        if (!has_register(f, i)) continue;
        bool annulled = x ? x->now == CV_NOW_ANNULLED : f->state[i] == CV_FORM_ANNULLED;
        bool first = i == 0 || f->station[i - 1].i != f->station[i].i ||
                     !has_register(f, i - 1); /* several forms of one station are one station */
        cv_cell registered = x && x->own ? x->own->registered : reg[i];
        if (x && x->now == CV_NOW_UNKNOWN && f->state[i] != CV_FORM_AWAITED)
            registered = CV_CELL_UNREPORTED;
        *n_counted += x ? x->now == CV_NOW_COUNTED : f->state[i] == CV_FORM_COUNTED;
        out->all_stations += first;
        add(&out->all_registered, registered);
        if (!annulled) continue;
        out->annulled_stations += first;
        add(&out->annulled_registered, registered);
    }
}

void cv_seat_finish(cv_overlay_contest *out, const cv_seat_place *p)
{
    const cv_forms *f = &p->e->forms[p->c.i];
    int32_t n_counted = 0;
    out->all_registered = CV_BLANK;
    count_forms(out, f, &n_counted);
    if (n_counted) out->postponed_by = -1;
}
