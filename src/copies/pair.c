#include "copies/pair.h"

#include "copies/apart.h"

typedef struct {
    cv_pair_task t;
    cv_copy_pair p;
    cv_count *more, *fewer, *beside_zero_a, *beside_zero_b;
    cv_copy_station *station;
    cv_copy_cell *cell;
    int64_t cap_stations, cap_cells;
    cv_arena *keep;
} comparer;

/* ---- one line ---- */

static const cv_cell *column_of(const comparer *w, int32_t line)
{
    int32_t n = w->t.n_options;
    return line < n ? w->t.forms->votes[line] : w->t.forms->cell[line - n];
}

static int32_t n_lines(const comparer *w)
{
    return w->t.n_options + w->t.forms->n_fields;
}

/* Options among options, fields among fields. */
static bool exchanged_with(const comparer *w, int32_t line, int32_t other, int32_t a, int32_t b)
{
    int32_t n = w->t.n_options;
    if (other < 0 || other >= n_lines(w) || (line < n) != (other < n)) return false;
    const cv_cell *x = column_of(w, line), *y = column_of(w, other);
    return x[a] == y[b] && x[b] == y[a];
}

static void add_cell(comparer *w, cv_copy_station *s, int32_t line)
{
    const cv_cell *x = column_of(w, line);
    int32_t a = s->row_a, b = s->row_b, n = w->t.n_options;
    bool rows = exchanged_with(w, line, line - 1, a, b) || exchanged_with(w, line, line + 1, a, b);
    cv_room(w->keep, cv_copy_cell, w->cell, w->p.n_cells, w->cap_cells);
    w->cell[w->p.n_cells++] = (cv_copy_cell){
        .option = (int16_t)(line < n ? line : -1),
        .field = line < n ? CV_F_NONE : w->t.forms->field[line - n],
        .apart = (uint8_t)cv_apart_of(x[a], x[b], rows),
    };
    s->n_cells++;
    s->n_votes += line < n;
}

/* ---- one station ---- */

/* All that a first look takes: whether anything differs, and whether all votes are zero. Most
 * stations need no more. */
typedef struct {
    int32_t n_compared;
    bool differs;
    cv_cell most_a, most_b; /* of one option; below 0: no number */
} glance;

static glance look(const comparer *w, int32_t a, int32_t b)
{
    const cv_forms *f = w->t.forms;
    glance g = {.most_a = -1, .most_b = -1};
    for (int32_t o = 0; o < w->t.n_options; o++) {
        cv_cell x = f->votes[o][a], y = f->votes[o][b];
        bool both = cv_apart_carries(x) && cv_apart_carries(y);
        g.n_compared += both;
        g.differs |= both && x != y;
        g.most_a = x > g.most_a ? x : g.most_a;
        g.most_b = y > g.most_b ? y : g.most_b;
    }
    for (int32_t k = 0; k < f->n_fields; k++) {
        cv_cell x = f->cell[k][a], y = f->cell[k][b];
        bool both = cv_apart_carries(x) && cv_apart_carries(y);
        g.n_compared += both;
        g.differs |= both && x != y;
    }
    return g;
}

static void add_apart(const comparer *w, cv_copy_station *s)
{
    const cv_forms *f = w->t.forms;
    cv_count more = 0, fewer = 0;
    for (int64_t i = s->first_cell; i < w->p.n_cells; i++) {
        const cv_copy_cell *c = &w->cell[i];
        bool is_votes = c->option >= 0;
        if (!is_votes && c->field != CV_F_INVALID && c->field != CV_F_BLANK) continue;
        const cv_cell *x = is_votes ? f->votes[c->option] : cv_forms_column(f, c->field);
        if (x[s->row_a] < 0 || x[s->row_b] < 0) continue;
        cv_count d = (cv_count)x[s->row_a] - x[s->row_b];
        if (d > 0) more += d;
        if (d < 0) fewer -= d;
        if (is_votes) s->votes_apart += d > 0 ? d : -d;
    }
    /* methods.md, Copies, field by field: a ballot that moves is one too many here and one too few
     * there. */
    s->ballots = more > fewer ? more : fewer;
}

/* Who is first on each sheet; only where every option that both carry is a number on both. */
static void add_first(const comparer *w, cv_copy_station *s)
{
    const cv_forms *f = w->t.forms;
    cv_cell most_a = -1, most_b = -1;
    int32_t n_a = 0, n_b = 0;
    bool known = true, other = false;
    for (int32_t o = 0; o < w->t.n_options; o++) {
        cv_cell x = f->votes[o][s->row_a], y = f->votes[o][s->row_b];
        if (!cv_apart_carries(x) || !cv_apart_carries(y)) continue;
        known = known && x >= 0 && y >= 0;
        if (x > most_a) most_a = x, n_a = 0, s->first_a = (int16_t)o;
        if (y > most_b) most_b = y, n_b = 0, s->first_b = (int16_t)o;
        n_a += x == most_a;
        n_b += y == most_b;
    }
    for (int32_t o = 0; known && o < w->t.n_options; o++) {
        cv_cell x = f->votes[o][s->row_a], y = f->votes[o][s->row_b];
        if (x < 0 || y < 0) continue;
        other = other || (x == most_a) != (y == most_b);
    }
    s->first_differs = other;
    if (!known || n_a != 1) s->first_a = -1;
    if (!known || n_b != 1) s->first_b = -1;
}

/* The votes of an option on both sheets; an option that stands on neither has none there. */
static bool votes_of(const comparer *w, int32_t option, const cv_copy_station *s, cv_count out[2])
{
    const cv_cell *x = w->t.forms->votes[option];
    cv_cell a = x[s->row_a], b = x[s->row_b];
    bool on_neither = a == CV_CELL_ABSENT && b == CV_CELL_ABSENT;
    out[0] = on_neither ? 0 : a;
    out[1] = on_neither ? 0 : b;
    return on_neither || (a >= 0 && b >= 0);
}

static void add_lead(const comparer *w, cv_copy_station *s)
{
    cv_count x[2], y[2];
    s->lead_change = CV_BLANK;
    if (w->t.first < 0 || w->t.second < 0) return;
    if (!votes_of(w, w->t.first, s, x) || !votes_of(w, w->t.second, s, y)) return;
    s->lead_change = (x[0] - y[0]) - (x[1] - y[1]);
    s->lead_turns = (x[0] > y[0]) != (x[1] > y[1]);
}

static void add_exchange(const comparer *w, cv_copy_station *s)
{
    s->exchanged[0] = s->exchanged[1] = -1;
    if (s->n_votes != 2) return;
    const cv_copy_cell *c = &w->cell[s->first_cell];
    if (!exchanged_with(w, c[0].option, c[1].option, s->row_a, s->row_b)) return;
    s->exchanged[0] = c[0].option;
    s->exchanged[1] = c[1].option;
}

/* ---- the sums of the pair ---- */

static void sum_cells(comparer *w, const cv_copy_station *s)
{
    for (int64_t i = s->first_cell; i < w->p.n_cells; i++) {
        const cv_copy_cell *c = &w->cell[i];
        (c->option >= 0 ? w->p.votes_by : w->p.lines_by)[c->apart]++;
        if (c->option < 0 || c->apart == CV_APART_STATE) continue;
        const cv_cell *x = w->t.forms->votes[c->option];
        cv_count d = (cv_count)x[s->row_a] - x[s->row_b];
        (d > 0 ? w->more : w->fewer)[c->option] += d > 0 ? d : -d;
    }
}

static void sum_station(comparer *w, const cv_copy_station *s)
{
    cv_copy_pair *p = &w->p;
    sum_cells(w, s);
    p->n_votes += s->n_votes > 0;
    p->n_lines += s->n_votes == 0;
    p->n_first += s->first_differs;
    p->n_first_other += s->first_a >= 0 && s->first_b >= 0 && s->first_a != s->first_b;
    p->n_lead_turns += s->lead_turns;
    p->n_exchanged += s->exchanged[0] >= 0;
    p->votes_apart += s->votes_apart;
    p->ballots += s->ballots;
    if (s->lead_change == CV_BLANK) return;
    p->n_lead_up += s->lead_change > 0;
    p->n_lead_down += s->lead_change < 0;
    if (s->lead_change > 0) p->lead_up += s->lead_change;
    if (s->lead_change < 0) p->lead_down -= s->lead_change;
}

static void sum_zero(comparer *w, const cv_copy_station *s)
{
    w->p.n_zero_a += s->zero_a;
    w->p.n_zero_b += s->zero_b;
    w->p.n_compared -= s->n_compared;
    for (int32_t o = 0; o < w->t.n_options; o++) {
        cv_cell c = w->t.forms->votes[o][s->zero_a ? s->row_b : s->row_a];
        if (c > 0) (s->zero_a ? w->beside_zero_a : w->beside_zero_b)[o] += c;
    }
}

static void add_station(comparer *w, cv_station_ix station, int32_t a, int32_t b, const glance *g)
{
    const cv_forms *f = w->t.forms;
    cv_copy_station s = {.station = station,
                         .row_a = a,
                         .row_b = b,
                         .first_cell = w->p.n_cells,
                         .n_compared = g->n_compared,
                         .zero_a = g->most_a == 0 && g->most_b > 0,
                         .zero_b = g->most_b == 0 && g->most_a > 0,
                         .first_a = -1,
                         .first_b = -1};
    for (int32_t line = 0; line < n_lines(w); line++) {
        const cv_cell *x = line < w->t.n_options ? f->votes[line] : f->cell[line - w->t.n_options];
        if (x[a] != x[b] && cv_apart_carries(x[a]) && cv_apart_carries(x[b])) add_cell(w, &s, line);
    }
    /* The votes stand in lines that the sheet of zeros does not have. */
    if (s.n_votes == 0) s.zero_a = s.zero_b = false;
    add_apart(w, &s);
    add_first(w, &s);
    add_lead(w, &s);
    add_exchange(w, &s);
    cv_room(w->keep, cv_copy_station, w->station, w->p.n_stations, w->cap_stations);
    w->station[w->p.n_stations++] = s;
    if (s.zero_a || s.zero_b)
        sum_zero(w, &s);
    else
        sum_station(w, &s);
}

static void compare_station(comparer *w, cv_station_ix station, int32_t a, int32_t b)
{
    if (a < 0 || b < 0) {
        w->p.n_several++;
        return;
    }
    glance g = look(w, a, b);
    w->p.n_both++;
    w->p.n_zero_both += g.most_a == 0 && g.most_b == 0;
    w->p.n_compared += g.n_compared;
    if (g.differs) add_station(w, station, a, b, &g);
}

void cv_pair_compare(cv_copy_pair *out, const cv_pair_task *task, const cv_sheets *a,
                     const cv_sheets *b, cv_arena *keep)
{
    comparer w = {.t = *task,
                  .more = cv_new(keep, cv_count, task->n_options),
                  .fewer = cv_new(keep, cv_count, task->n_options),
                  .beside_zero_a = cv_new(keep, cv_count, task->n_options),
                  .beside_zero_b = cv_new(keep, cv_count, task->n_options),
                  .keep = keep};
    int32_t i = 0, k = 0;
    while (i < a->n && k < b->n) {
        if (a->station[i] < b->station[k]) {
            w.p.n_only_a++, i++;
        } else if (a->station[i] > b->station[k]) {
            w.p.n_only_b++, k++;
        } else {
            compare_station(&w, (cv_station_ix){a->station[i]}, a->row[i], b->row[k]);
            i++, k++;
        }
    }
    w.p.n_only_a += a->n - i;
    w.p.n_only_b += b->n - k;
    w.p.more = w.more, w.p.fewer = w.fewer;
    w.p.beside_zero_a = w.beside_zero_a, w.p.beside_zero_b = w.beside_zero_b;
    w.p.station = w.station, w.p.cell = w.cell;
    *out = w.p;
}
