#include "disputes/figures.h"

#include "model/derive.h"

void cv_working_start(cv_working *w, int32_t row)
{
    w->row = row;
    w->votes = NULL;
    w->cell = NULL;
    w->invalid = w->blank = CV_CELL_UNREPORTED;
    w->is_less = false;
}

/* ---- lines ---- */

static void open_lines(cv_working *w)
{
    if (w->votes) return;
    w->votes = cv_new(w->work, cv_cell, w->contest->n_options);
    w->cell = cv_new(w->work, cv_cell, w->f->n_fields);
    for (int32_t o = 0; o < w->contest->n_options; o++) w->votes[o] = w->f->votes[o][w->row];
    for (int32_t k = 0; k < w->f->n_fields; k++) w->cell[k] = w->f->cell[k][w->row];
}

static cv_cell *line_of(cv_working *w, cv_field field)
{
    for (int32_t k = 0; k < w->f->n_fields; k++)
        if (w->f->field[k] == field) return &w->cell[k];
    return NULL;
}

static void set_line(cv_working *w, cv_field field, cv_cell cell)
{
    cv_cell *line = line_of(w, field);
    if (line) *line = cell;
}

/* A decision's own figures stand for votes, invalid and blank papers; what it does not state
 * stays as on the form. Sums of votes are no longer those that stood there. */
void cv_working_state(cv_working *w, const cv_decision *d)
{
    cv_working_start(w, w->row);
    open_lines(w);
    for (int32_t o = 0; o < w->contest->n_options; o++) w->votes[o] = d->votes[o];
    set_line(w, CV_F_AGAINST, CV_CELL_ABSENT);
    set_line(w, CV_F_GONE, CV_CELL_ABSENT);
    set_line(w, CV_F_WRITEIN, CV_CELL_ABSENT);
    set_line(w, CV_F_VALID, CV_CELL_UNREPORTED);
    if (d->invalid != CV_CELL_UNREPORTED) set_line(w, CV_F_INVALID, d->invalid);
    if (d->blank != CV_CELL_UNREPORTED) set_line(w, CV_F_BLANK, d->blank);
    w->invalid = d->invalid;
    w->blank = d->blank;
}

/* ---- what is taken away ---- */

static cv_taken *open_taken(cv_working *w)
{
    if (!w->is_less)
        w->taken = (cv_taken){.votes = cv_new(w->work, cv_count, w->contest->n_options)};
    w->is_less = true;
    return &w->taken;
}

static cv_cell less(cv_cell c, cv_count taken)
{
    if (c == CV_CELL_ABSENT && taken < 0) return (cv_cell)-taken;
    if (c < 0) return c;
    return c > taken ? (cv_cell)(c - taken) : 0;
}

cv_cell cv_working_votes(const cv_working *w, int32_t option)
{
    cv_cell c = w->votes ? w->votes[option] : w->f->votes[option][w->row];
    return w->is_less ? less(c, w->taken.votes[option]) : c;
}

static cv_count number(cv_cell c)
{
    return c > 0 ? c : 0;
}

/* The figures of a box: those that the decision states, or those of its form. */
static cv_taken box_of(const cv_working *w, const cv_decision *d, int32_t row)
{
    cv_taken t = {.votes = cv_new(w->work, cv_count, w->contest->n_options)};
    cv_count sum = 0;
    for (int32_t o = 0; o < w->contest->n_options; o++)
        sum += t.votes[o] = number(row >= 0 ? w->f->votes[o][row] : d->votes[o]);
    if (row >= 0) {
        cv_count listed = number(w->f->derived[CV_D_SUM][row]);
        t.other = listed > sum ? listed - sum : 0;
    }
    t.invalid = number(row >= 0 ? w->f->derived[CV_D_INVALID][row] : d->invalid);
    t.blank = number(row >= 0 ? w->f->derived[CV_D_BLANK][row] : d->blank);
    t.persons = t.box = t.cast = sum + t.other + t.invalid + t.blank;
    return t;
}

bool cv_working_subtract(cv_working *w, const cv_decision *d, int32_t row)
{
    cv_taken box = box_of(w, d, row);
    for (int32_t o = 0; o < w->contest->n_options; o++)
        if (box.votes[o] > number(cv_working_votes(w, o))) return false;
    cv_taken *t = open_taken(w);
    for (int32_t o = 0; o < w->contest->n_options; o++) t->votes[o] += box.votes[o];
    t->other += box.other;
    t->blank += box.blank;
    t->invalid += box.invalid;
    t->persons += box.persons;
    t->box += box.box;
    t->cast += box.cast;
    return true;
}

cv_count cv_working_cancel(cv_working *w, int32_t option, cv_cancel mode)
{
    cv_count n = number(cv_working_votes(w, option));
    if (n == 0) return 0;
    cv_taken *t = open_taken(w);
    t->votes[option] += n;
    if (mode == CV_CANCEL_AS_INVALID) t->invalid -= n;
    if (mode == CV_CANCEL_KEPT_IN_BASE) t->other -= n;
    if (mode != CV_CANCEL_REMOVED) return n;
    t->persons += n;
    t->box += n;
    t->cast += n;
    return n;
}

/* ---- a correction ---- */

/* Unknown in whatever way is the same: nothing that can be computed with stood there. */
static bool same_cell(cv_cell a, cv_cell b)
{
    return a == b || (a < 0 && b < 0);
}

static cv_count taken_of(const cv_working *w, const cv_decision *d)
{
    if (!w->is_less) return 0;
    if (d->field == CV_F_NONE) return w->taken.votes[d->option];
    if (d->field == CV_F_INVALID) return w->taken.invalid;
    return d->field == CV_F_BLANK ? w->taken.blank : 0;
}

bool cv_working_correct(cv_working *w, const cv_decision *d, bool force)
{
    bool opened = w->votes == NULL;
    open_lines(w);
    cv_cell *line = d->field == CV_F_NONE ? &w->votes[d->option] : line_of(w, d->field);
    cv_count taken = taken_of(w, d);
    if (line && (force || same_cell(less(*line, taken), d->old))) {
        *line = d->now >= 0 ? (cv_cell)(d->now + taken) : d->now;
        if (d->field == CV_F_INVALID) w->invalid = CV_CELL_UNREPORTED;
        if (d->field == CV_F_BLANK) w->blank = CV_CELL_UNREPORTED;
        return true;
    }
    if (opened) w->votes = w->cell = NULL;
    return false;
}

/* ---- the figures ---- */

/* Who counts as having taken part is one line for a whole contest: the one that it was there. */
static cv_cell persons_of(const cv_forms *whole, const cv_forms *one)
{
    static const cv_derived computed[] = {CV_D_ISS, CV_D_BOX, CV_D_CAST};
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
        if (whole->derived[CV_D_PERSONS] == whole->derived[computed[i]])
            return one->derived[computed[i]][0];
    return one->derived[CV_D_PERSONS][0];
}

static cv_cell others_of(const cv_forms *f, int32_t row)
{
    static const cv_field fields[] = {CV_F_AGAINST, CV_F_GONE, CV_F_WRITEIN};
    cv_cell sum = CV_CELL_ABSENT;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const cv_cell *column = cv_forms_column(f, fields[i]);
        if (column && column[row] >= 0) sum = (sum >= 0 ? sum : 0) + column[row];
    }
    return sum;
}

static void from_form(cv_overlay_figures *out, const cv_forms *f, int32_t row)
{
    out->other = others_of(f, row);
    out->blank = f->derived[CV_D_BLANK][row];
    out->invalid = f->derived[CV_D_INVALID][row];
    out->persons = f->derived[CV_D_PERSONS][row];
    out->box = f->derived[CV_D_BOX][row];
    out->registered = f->derived[CV_D_REG][row];
    out->cast = f->derived[CV_D_CAST][row];
}

/* The derived columns of the changed lines: a block of one form. */
static void from_lines(cv_overlay_figures *out, const cv_working *w)
{
    static const uint8_t counted[] = {CV_FORM_COUNTED};
    const cv_cell **cell = cv_new(w->work, const cv_cell *, w->f->n_fields);
    const cv_cell **votes = cv_new(w->work, const cv_cell *, w->contest->n_options);
    for (int32_t k = 0; k < w->f->n_fields; k++) cell[k] = &w->cell[k];
    for (int32_t o = 0; o < w->contest->n_options; o++) votes[o] = &w->votes[o];
    cv_forms one = {.n = 1,
                    .state = counted,
                    .n_fields = w->f->n_fields,
                    .field = w->f->field,
                    .cell = cell,
                    .votes = votes};
    cv_derive_columns(&one, w->contest->n_options, &w->e->profile, w->work);
    from_form(out, &one, 0);
    out->persons = persons_of(w->f, &one);
    bool stated = w->invalid != CV_CELL_UNREPORTED || w->blank != CV_CELL_UNREPORTED;
    if (w->invalid != CV_CELL_UNREPORTED) out->invalid = w->invalid;
    if (w->blank != CV_CELL_UNREPORTED) out->blank = w->blank;
    cv_cell valid = one.derived[CV_D_SUM][0];
    bool known = valid >= 0 && out->invalid >= 0;
    if (stated && known) out->cast = valid + out->invalid + (cv_cell)number(out->blank);
}

const cv_overlay_figures *cv_working_figures(const cv_working *w, cv_arena *keep)
{
    if (!w->votes && !w->is_less) return NULL;
    cv_cell *votes = cv_new(keep, cv_cell, w->contest->n_options);
    for (int32_t o = 0; o < w->contest->n_options; o++) votes[o] = cv_working_votes(w, o);
    cv_overlay_figures *out = cv_new(keep, cv_overlay_figures, 1);
    if (w->votes)
        from_lines(out, w);
    else
        from_form(out, w->f, w->row);
    out->votes = votes;
    if (out->registered < 0) out->registered = w->f->derived[CV_D_REG][w->own_row];
    if (!w->is_less) return out;
    out->other = less(out->other, w->taken.other);
    out->blank = less(out->blank, w->taken.blank);
    out->invalid = less(out->invalid, w->taken.invalid);
    out->persons = less(out->persons, w->taken.persons);
    out->box = less(out->box, w->taken.box);
    out->cast = less(out->cast, w->taken.cast);
    return out;
}
