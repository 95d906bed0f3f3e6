/* The wide layout: one row a station, a form for each entry of "forms". */
#include "read/case/intake.h"

/* The numbers of the form's options in the contest; -1 for one that has not stood there yet. */
static const int32_t *slots_of(cv_intake *t, cv_form_map *f, cv_contest_ix c)
{
    if (c.i >= f->cap_slots) {
        int64_t more = 2 * (int64_t)c.i + 8;
        f->slots = cv_grow(t->r->work, int32_t *, f->slots, f->cap_slots, more);
        f->cap_slots = more;
    }
    if (f->slots[c.i]) return f->slots[c.i];
    int32_t *slot = f->slots[c.i] = cv_new(t->r->work, int32_t, f->n_options);
    for (int32_t i = 0; i < f->n_options; i++) {
        const cv_option_words words = {f->option[i].id, f->option[i].name, {0}, CV_NO_BLOC};
        slot[i] = f->option_blank == CV_CELL_ABSENT ? cv_build_option_named(t->r->b, c, words.id)
                                                    : cv_reading_option(t->r, c, &words);
    }
    return slot;
}

/* The option's number in the contest, made now that it has a cell there. */
static int32_t option_slot(cv_intake *t, cv_form_map *f, cv_contest_ix c, int32_t option)
{
    const cv_option_words words = {f->option[option].id, f->option[option].name, {0}, CV_NO_BLOC};
    return f->slots[c.i][option] = cv_reading_option(t->r, c, &words);
}

/* Puts the form's cells behind those of the forms before it. */
static void take_cells(cv_row_form *out, cv_row_problem *p, cv_intake *t, cv_form_map *f)
{
    const int32_t *slot = slots_of(t, f, out->contest);
    int32_t n = out->first;
    for (int32_t i = 0; i < f->n_sources; i++) {
        const cv_cell_source *s = &f->source[i];
        cv_cell value = cv_intake_cell(p, t, s);
        if (p->code) return;
        if (s->option < 0) {
            t->slot[n] = (cv_slot){s->field, -1};
        } else {
            if (value == CV_CELL_BLANK) value = f->option_blank;
            int32_t option = slot[s->option];
            if (option < 0 && value == CV_CELL_ABSENT) continue;
            if (option < 0) option = option_slot(t, f, out->contest, s->option);
            t->slot[n] = (cv_slot){CV_F_NONE, option};
        }
        t->value[n++] = value;
    }
    out->n = n - out->first;
}

/* What the row says about one form, without touching the builder's forms. */
static cv_status look_at(cv_row_form *out, cv_row_problem *p, cv_intake *t, cv_form_map *f)
{
    out->missing = false;
    out->n = 0;
    if (!out->applies) return CV_OK;
    CV_TRY(cv_intake_contest(&out->contest, p, t, f));
    if (p->code) return CV_OK;
    out->missing = f->missing.n && cv_conditions_any(&f->missing, t->cell);
    if (!out->missing) take_cells(out, p, t, f);
    if (!p->code && !out->missing) cv_intake_time(p, t, f);
    if (p->code) p->contest = out->contest;
    return CV_OK;
}

static cv_cell register_of(cv_intake *t, const cv_form_map *f)
{
    if (f->reg_source < 0) return CV_CELL_UNREPORTED;
    cv_row_problem p = CV_ROW_GOOD;
    cv_cell registered = cv_intake_cell(&p, t, &f->source[f->reg_source]);
    return p.code ? CV_CELL_UNREPORTED : registered;
}

/* Lists the row and awaits its station in every contest of the row. */
static cv_status refuse(cv_intake *t, cv_row_problem *p)
{
    for (int32_t i = 0; i < t->m->n_forms; i++) {
        cv_form_map *f = &t->m->form[i];
        cv_row_problem other = CV_ROW_GOOD;
        cv_contest_ix c;
        if (!t->form[i].applies) continue;
        CV_TRY(cv_intake_contest(&c, &other, t, f));
        if (c.i < 0 || other.code) continue;
        if (p->contest.i < 0)
            p->contest = c;
        else if (c.i != p->contest.i)
            cv_build_contest_at(t->r->b, c)->n_refused++;
        if (p->station.i >= 0 && f->copy_counts)
            cv_intake_await(t, c, p->station, register_of(t, f));
    }
    cv_intake_refuse(t, p);
    return CV_OK;
}

static void build(cv_intake *t, const cv_row_form *row, const cv_form_map *f, cv_station_ix station,
                  bool closed)
{
    if (row->missing) {
        if (f->copy_counts) cv_intake_await(t, row->contest, station, register_of(t, f));
        return;
    }
    cv_row_problem known = CV_ROW_GOOD;
    const cv_form_key key = {
        .contest = row->contest,
        .station = station,
        .copy = f->copy,
        .source = t->source,
        .line = t->line,
        .replaces = f->spec->replaces == CV_SAID_YES,
        .closed = closed,
        .recorded = cv_intake_time(&known, t, f),
    };
    cv_build_form(t->r->b, &key, t->slot + row->first, t->value + row->first, row->n);
}

/* How many forms the row holds; the last of them goes to *last. */
static int32_t count_forms(int32_t *last, cv_intake *t)
{
    int32_t n = 0;
    for (int32_t i = 0; i < t->m->n_forms; i++) {
        t->form[i].applies = cv_conditions_all(&t->m->form[i].where, t->cell);
        if (!t->form[i].applies) continue;
        n++;
        *last = i;
    }
    return n;
}

cv_status cv_wide_row(bool *taken, cv_intake *t)
{
    int32_t last;
    if (!count_forms(&last, t)) {
        cv_build_skip(t->r->b, t->source, CV_STR(CV_MSG("not selected by any form")), t->line);
        return CV_OK;
    }
    cv_row_problem p = CV_ROW_GOOD;
    cv_station_ix station = cv_intake_station(&p, t);
    int32_t end = 0;
    for (int32_t i = 0; i < t->m->n_forms && !p.code; i++) {
        t->form[i].first = end;
        CV_TRY(look_at(&t->form[i], &p, t, &t->m->form[i]));
        end += t->form[i].n;
    }
    if (p.code) return refuse(t, &p);
    bool closed = cv_intake_station_facts(t, station, t->form[last].contest);
    for (int32_t i = 0; i < t->m->n_forms; i++)
        if (t->form[i].applies) build(t, &t->form[i], &t->m->form[i], station, closed);
    *taken = true;
    return CV_OK;
}
