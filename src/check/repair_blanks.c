/* Blank lines: filled in; or the mark of a sheet that slipped by one line. */
#include "check/repair_search.h"

/* ---- several blanks that the equations force ---- */

/* The one line of the equation that is still to be filled in; -1: none, or several. */
static int32_t only_open(const cv_repair_sheet *h, int32_t relation)
{
    const cv_repair_relation *r = &h->system->relation[relation];
    int32_t line = -1;
    for (int32_t t = 0; t < r->n_terms; t++) {
        int32_t at = r->term[t].line;
        if (h->state[at] != CV_FIGURE_OPEN || h->filled[at]) continue;
        if (line >= 0) return -1;
        line = at;
    }
    return line;
}

/* Fills in one more; false when no equation forces one. */
static bool fill_one(cv_repair_sheet *h)
{
    for (int32_t k = 0; k < h->system->n_relations; k++) {
        if (h->system->relation[k].is_limit || !h->active[k]) continue;
        int32_t line = only_open(h, k);
        int64_t value = line < 0 ? -1 : cv_repair_sheet_forced(h, line, k);
        if (value < 0) continue;
        cv_repair_sheet_set(h, line, value);
        return true;
    }
    return false;
}

static void fill_several(cv_repair_search *s)
{
    cv_repair_sheet *h = s->sheet;
    int32_t n = h->n_open;
    while (h->n_open > 0 && fill_one(h)) continue;
    if (cv_repair_sheet_adds_up(h)) {
        int64_t *value = cv_new(s->work, int64_t, h->system->n_lines);
        for (int32_t i = 0; i < h->system->n_lines; i++) value[i] = h->x[i];
        cv_repair_add(s, (cv_found_repair){.find = CV_FIND_FILL, .cost = n, .value = value});
    }
    for (int32_t i = 0; i < h->n_at; i++) cv_repair_sheet_reset(h, h->at[i]);
}

/* ---- a sheet that slipped ---- */

static bool is_vote(const cv_repair_sheet *h, int32_t position)
{
    const cv_repair_line *l = &h->system->line[h->at[position]];
    return l->option >= 0 || l->field == CV_F_AGAINST;
}

/* From the blank at `from` to `to` each line takes the figure of the next one; that of `to` is
 * lost and is what the equation forces. */
static void try_slip(cv_repair_search *s, int32_t from, int32_t to)
{
    enum { COST_NEXT = 2, COST_BLOCK = 3 };
    cv_repair_sheet *h = s->sheet;
    int32_t step = to > from ? 1 : -1, last = h->at[to];
    int32_t relation = cv_repair_sheet_equation_of(h, last);
    int32_t n = (to - from) * step;
    for (int32_t i = from; i != to && relation >= 0; i += step)
        if (h->written[h->at[i + step]] < 0) relation = -1;
    if (relation < 0) return;
    for (int32_t i = from; i != to; i += step)
        cv_repair_sheet_set(h, h->at[i], h->written[h->at[i + step]]);
    cv_repair_sheet_set(h, last, 0);
    int64_t value = cv_repair_sheet_forced(h, last, relation);
    if (value >= 0) {
        cv_repair_sheet_set(h, last, value);
        cv_found_repair f = {.find = step > 0 ? CV_FIND_UP : CV_FIND_DOWN,
                             .a = step > 0 ? from : to,
                             .b = step > 0 ? to : from,
                             .v = value,
                             .cost = n == 1 ? COST_NEXT : COST_BLOCK};
        cv_repair_add(s, f);
    }
    for (int32_t i = from; i != to + step; i += step) cv_repair_sheet_reset(h, h->at[i]);
}

/* A list of options slips to its end: where it stopped before, no line would be blank. Other
 * lines may have slipped to any line, because their equations tell. */
static void find_slips(cv_repair_search *s, int32_t from)
{
    cv_repair_sheet *h = s->sheet;
    for (int32_t step = -1; step <= 1; step += 2) {
        int32_t to = from + step;
        bool vote = is_vote(h, from);
        for (; to >= 0 && to < h->n_at && is_vote(h, to) == vote; to += step)
            if (!vote) try_slip(s, from, to);
        if (vote && to - step != from) try_slip(s, from, to - step);
    }
}

void cv_repair_find_fills(cv_repair_search *s)
{
    cv_repair_sheet *h = s->sheet;
    if (h->n_open > 1) fill_several(s);
    for (int32_t i = 0; i < h->n_at && h->n_open == 1; i++)
        if (h->state[h->at[i]] == CV_FIGURE_OPEN) {
            find_slips(s, i);
            return;
        }
}
