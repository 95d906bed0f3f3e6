#include "check/repair_search.h"

#include <stdlib.h>

#include "check/repair_slip.h"

enum { MOST_LINES = 200, LEAST_BLOCK = 3 };

/* ---- what explains one figure ---- */

enum { LEAST_COPIED = 5 }; /* smaller figures are alike by chance */

/* The same figure stands above or below it, or on the form before or after. */
static bool is_neighbours(const cv_repair_sheet *h, int32_t line)
{
    const cv_plan *p = h->system->plan;
    cv_cell c = h->written[line];
    if (c < LEAST_COPIED) return false;
    for (int32_t i = 0; i < h->n_at; i++) {
        if (h->at[i] != line) continue;
        if (i > 0 && h->written[h->at[i - 1]] == c) return true;
        if (i + 1 < h->n_at && h->written[h->at[i + 1]] == c) return true;
    }
    const cv_cell *column = h->system->line[line].column;
    int32_t before = h->row - 1, after = h->row + 1;
    if (before >= 0 && p->f->copy[before] == p->f->copy[h->row] && column[before] == c) return true;
    return after < p->f->n && p->f->copy[after] == p->f->copy[h->row] && column[after] == c;
}

cv_slip cv_repair_slip(const cv_repair_sheet *h, int32_t line, int64_t to, int32_t *cost)
{
    enum { COST_NEIGHBOUR = 2 };
    cv_slip slip = cv_slip_between(h->written[line], (cv_cell)to, cost);
    if (slip != CV_SLIP_OTHER || !is_neighbours(h, line)) return slip;
    *cost = COST_NEIGHBOUR;
    return CV_SLIP_NEIGHBOUR;
}

/* Squares of the distance from what is expected, before less after, each in units of the scatter
 * between stations: that of counting, and three tenths of the figure. */
static double gain_of(const cv_repair_sheet *h, int32_t line, cv_count papers, cv_count written)
{
    const double scatter = 0.3;
    const cv_repair_system *s = h->system;
    cv_cell from = h->written[line] > 0 ? h->written[line] : 0;
    double others = (double)(s->votes[line] - from), to = (double)h->x[line];
    cv_count all = s->all_votes - written;
    double expected = all > 0 ? (double)papers * others / (double)all : 0;
    double before = from - expected, after = to - expected;
    return (before * before - after * after) /
           (1 + expected + scatter * scatter * expected * expected);
}

/* ---- the list ---- */

void cv_repair_add(cv_repair_search *s, cv_found_repair f)
{
    if (!cv_repair_sheet_adds_up(s->sheet) || f.cost > CV_REPAIR_COST_MOST) return;
    const cv_repair_sheet *h = s->sheet;
    cv_count papers = 0, written = 0;
    for (int32_t i = 0; i < h->n_at; i++) {
        int32_t line = h->at[i];
        if (!h->system->votes[line]) continue;
        papers += h->x[line];
        written += h->written[line] > 0 ? h->written[line] : 0;
    }
    for (int32_t i = 0; i < h->n_at; i++) {
        int32_t line = h->at[i];
        int64_t by = h->x[line] - (h->written[line] >= 0 ? h->written[line] : 0);
        bool filled = h->written[line] < 0 && h->filled[line];
        f.n += by != 0 || filled;
        f.sum += by < 0 ? -by : by;
        if (by && h->system->votes[line]) f.gain += gain_of(h, line, papers, written);
    }
    f.copied = f.find == CV_FIND_ONE && is_neighbours(h, f.a);
    cv_room(s->work, cv_found_repair, s->found, s->n, s->cap);
    s->found[s->n++] = f;
    if (f.cost < s->least_cost) s->least_cost = f.cost;
}

/* How many lines a block has says nothing of how likely it moved: of blocks the one that fits the
 * other forms best comes first. */
static bool is_block(const cv_found_repair *f)
{
    return f->find == CV_FIND_UP || f->find == CV_FIND_DOWN;
}

static int by_order(const void *left, const void *right)
{
    const cv_found_repair *a = left, *b = right;
    int32_t likelier = (a->gain < b->gain) - (a->gain > b->gain);
    bool of_a = is_block(a), of_b = is_block(b);
    const int64_t x[] = {a->cost,
                         of_a ? LEAST_BLOCK + 1 : a->n,
                         of_a ? 0 : a->sum,
                         -(int64_t)a->copied,
                         likelier,
                         of_a ? a->n : 0,
                         of_a ? a->sum : 0,
                         a->a,
                         a->b,
                         (int64_t)a->find,
                         a->v,
                         a->w};
    const int64_t y[] = {b->cost,
                         of_b ? LEAST_BLOCK + 1 : b->n,
                         of_b ? 0 : b->sum,
                         -(int64_t)b->copied,
                         0,
                         of_b ? b->n : 0,
                         of_b ? b->sum : 0,
                         b->a,
                         b->b,
                         (int64_t)b->find,
                         b->v,
                         b->w};
    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    return 0;
}

static void put_in_order(cv_repair_search *s)
{
    int64_t kept = 0;
    if (s->n) qsort(s->found, (size_t)s->n, sizeof *s->found, by_order);
    for (int64_t i = 0; i < s->n; i++)
        if (kept == 0 || by_order(&s->found[kept - 1], &s->found[i]))
            s->found[kept++] = s->found[i];
    s->n = kept;
}

/* ---- one figure ---- */

static void try_figure(cv_repair_search *s, int32_t line, int64_t value)
{
    cv_repair_sheet *h = s->sheet;
    if (value < 0 || value > CV_CELL_MAX || value == h->written[line]) return;
    cv_found_repair f = {.find = CV_FIND_ONE, .a = line, .v = value};
    cv_repair_sheet_set(h, line, value);
    if (cv_repair_sheet_adds_up(h)) {
        cv_repair_slip(h, line, value, &f.cost);
        cv_repair_add(s, f);
    }
    cv_repair_sheet_reset(h, line);
}

/* How many of the failing relations the line takes part in. */
static int32_t count_failing(const cv_repair_sheet *h, int32_t line)
{
    const cv_repair_line *l = &h->system->line[line];
    int32_t n = 0;
    for (int32_t i = 0; i < l->n_uses; i++) {
        int32_t k = l->use[i].relation;
        n += h->active[k] && cv_relation_fails(&h->system->relation[k], h->residual[k]);
    }
    return n;
}

/* The nearest figure that is within the limit. */
static int64_t within(const cv_repair_sheet *h, int32_t line, int32_t relation)
{
    const cv_repair_line *l = &h->system->line[line];
    for (int32_t i = 0; i < l->n_uses; i++) {
        int64_t times = l->use[i].times, size = times < 0 ? -times : times;
        if (l->use[i].relation != relation) continue;
        int64_t over = h->residual[relation] - h->system->relation[relation].tolerance;
        int64_t by = (over + size - 1) / size;
        return h->x[line] + (times < 0 ? by : -by);
    }
    return -1;
}

/* Only limits fail: no value is forced. What a slip of a digit gives is tried, and the nearest
 * figure that is within all of them. */
static void try_limits(cv_repair_search *s, int32_t line)
{
    cv_repair_sheet *h = s->sheet;
    cv_slip_value slip[CV_SLIP_VALUES];
    int32_t n = cv_slip_values(slip, h->written[line], true);
    for (int32_t i = 0; i < n; i++) try_figure(s, line, slip[i].value);
    for (int32_t k = 0; k < h->n_first; k++) try_figure(s, line, within(h, line, h->failing[k]));
}

static void find_single(cv_repair_search *s, int32_t line)
{
    cv_repair_sheet *h = s->sheet;
    bool open = h->state[line] == CV_FIGURE_OPEN;
    if (h->state[line] == CV_FIGURE_FREE || h->n_open != open) return;
    if (count_failing(h, line) != h->n_failing) return;
    if (h->n_equations > 0)
        try_figure(s, line, cv_repair_sheet_forced(h, line, h->failing[0]));
    else if (open)
        try_figure(s, line, cv_repair_sheet_forced(h, line, cv_repair_sheet_equation_of(h, line)));
    else
        try_limits(s, line);
}

/* ---- two lines exchanged ---- */

/* What the line adds to the first failing relation. */
static int64_t times_in(const cv_repair_sheet *h, int32_t line, int32_t relation)
{
    const cv_repair_line *l = &h->system->line[line];
    for (int32_t i = 0; i < l->n_uses; i++)
        if (l->use[i].relation == relation) return l->use[i].times;
    return 0;
}

static bool is_figure(const cv_repair_sheet *h, int32_t line)
{
    return h->written[line] >= 0;
}

static void try_swap(cv_repair_search *s, int32_t i, int32_t j, const int64_t *times)
{
    enum { COST_NEXT = 2, COST_FAR = 3 };
    cv_repair_sheet *h = s->sheet;
    int32_t a = h->at[i], b = h->at[j], first = h->failing[0];
    if (!is_figure(h, a) || !is_figure(h, b) || h->x[a] == h->x[b]) return;
    int64_t by = (times[i] - times[j]) * (h->x[b] - h->x[a]);
    if (cv_relation_fails(&h->system->relation[first], h->residual[first] + by)) return;
    int64_t of_a = h->x[a], of_b = h->x[b];
    cv_repair_sheet_set(h, a, of_b);
    cv_repair_sheet_set(h, b, of_a);
    cv_repair_add(
        s, (cv_found_repair){
               .find = CV_FIND_SWAP, .a = a, .b = b, .cost = j == i + 1 ? COST_NEXT : COST_FAR});
    cv_repair_sheet_reset(h, a);
    cv_repair_sheet_reset(h, b);
}

static void find_swaps(cv_repair_search *s)
{
    cv_repair_sheet *h = s->sheet;
    int64_t *times = cv_new(s->work, int64_t, h->n_at);
    for (int32_t i = 0; i < h->n_at; i++) times[i] = times_in(h, h->at[i], h->failing[0]);
    for (int32_t i = 0; i < h->n_at; i++) {
        int32_t end = h->n_at <= MOST_LINES || i + 2 > h->n_at ? h->n_at : i + 2;
        for (int32_t j = i + 1; j < end; j++) try_swap(s, i, j, times);
    }
}

/* ---- blocks moved by one ---- */

enum { COST_BLOCK = 3 };

/* Up from `a`: one more line joins the block at each step, and the passed-over figure goes one
 * further. */
static void find_blocks_up(cv_repair_search *s, int32_t a)
{
    cv_repair_sheet *h = s->sheet;
    int32_t b = a + 1;
    if (!is_figure(h, h->at[a])) return;
    int64_t passed = h->x[h->at[a]];
    for (; b < h->n_at && is_figure(h, h->at[b]); b++) {
        cv_repair_sheet_set(h, h->at[b - 1], h->written[h->at[b]]);
        cv_repair_sheet_set(h, h->at[b], passed);
        if (b - a >= LEAST_BLOCK)
            cv_repair_add(
                s, (cv_found_repair){.find = CV_FIND_UP, .a = a, .b = b, .cost = COST_BLOCK});
    }
    for (int32_t i = a; i < b; i++) cv_repair_sheet_reset(h, h->at[i]);
}

static void find_blocks_down(cv_repair_search *s, int32_t b)
{
    cv_repair_sheet *h = s->sheet;
    int32_t a = b - 1;
    if (!is_figure(h, h->at[b])) return;
    int64_t passed = h->x[h->at[b]];
    for (; a >= 0 && is_figure(h, h->at[a]); a--) {
        cv_repair_sheet_set(h, h->at[a + 1], h->written[h->at[a]]);
        cv_repair_sheet_set(h, h->at[a], passed);
        if (b - a >= LEAST_BLOCK)
            cv_repair_add(
                s, (cv_found_repair){.find = CV_FIND_DOWN, .a = a, .b = b, .cost = COST_BLOCK});
    }
    for (int32_t i = a + 1; i <= b; i++) cv_repair_sheet_reset(h, h->at[i]);
}

/* ---- the whole ---- */

void cv_repair_find(cv_repair_search *s)
{
    enum { CHEAP = 2 };
    cv_repair_sheet *h = s->sheet;
    s->n = 0;
    s->least_cost = INT32_MAX;
    if (h->is_odd || (h->n_first == 0 && h->n_open == 0)) return;
    for (int32_t i = 0; i < h->n_at; i++) find_single(s, h->at[i]);
    cv_repair_find_fills(s);
    if (h->n_open == 0) {
        find_swaps(s);
        for (int32_t i = 0; i < h->n_at && h->n_at <= MOST_LINES; i++) {
            find_blocks_up(s, i);
            find_blocks_down(s, i);
        }
    }
    if (s->least_cost > CHEAP) cv_repair_find_pairs(s);
    put_in_order(s);
}

/* ---- written out ---- */

typedef struct {
    const cv_repair_sheet *h;
    cv_repair_figure *figure;
    int32_t n;
} writer;

static void write(writer *w, int32_t line, int64_t to, cv_slip slip)
{
    const cv_repair_line *l = &w->h->system->line[line];
    cv_cell from = w->h->written[line];
    if (from == to) return;
    w->figure[w->n++] = (cv_repair_figure){l->field, l->option, slip, from, (cv_cell)to};
}

static void write_slip(writer *w, int32_t line, int64_t to)
{
    int32_t cost;
    write(w, line, to, cv_repair_slip(w->h, line, to, &cost));
}

static void write_block(writer *w, const cv_found_repair *f)
{
    const int32_t *at = w->h->at;
    const cv_cell *x = w->h->written;
    bool up = f->find == CV_FIND_UP;
    for (int32_t i = f->a; i <= f->b; i++) {
        bool end = i == (up ? f->b : f->a);
        cv_cell passed = x[at[up ? f->a : f->b]];
        int64_t to = !end ? x[at[up ? i + 1 : i - 1]] : passed >= 0 ? passed : f->v;
        write(w, at[i], to, CV_SLIP_BLOCK);
    }
}

const cv_repair_figure *cv_repair_write(const cv_repair_sheet *h, const cv_found_repair *f,
                                        cv_arena *keep)
{
    writer w = {h, cv_new(keep, cv_repair_figure, f->n), 0};
    const cv_cell *x = h->written;
    switch (f->find) {
    case CV_FIND_ONE: write_slip(&w, f->a, f->v); break;
    case CV_FIND_TWO:
        write_slip(&w, f->a, f->v);
        write_slip(&w, f->b, f->w);
        break;
    case CV_FIND_SWAP: {
        cv_slip slip = f->cost == 2 ? CV_SLIP_LINES_NEXT : CV_SLIP_LINES;
        write(&w, f->a, x[f->b], slip);
        write(&w, f->b, x[f->a], slip);
        break;
    }
    case CV_FIND_UP:
    case CV_FIND_DOWN: write_block(&w, f); break;
    case CV_FIND_FILL:
        for (int32_t i = 0; i < h->n_at; i++)
            if (h->state[h->at[i]] == CV_FIGURE_OPEN)
                write(&w, h->at[i], f->value[h->at[i]], CV_SLIP_FILLED);
        break;
    }
    return w.figure;
}
