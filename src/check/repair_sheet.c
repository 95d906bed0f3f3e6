#include "check/repair_sheet.h"

#include "check/eval.h"

void cv_repair_sheet_open(cv_repair_sheet *out, const cv_repair_system *s, cv_arena *work)
{
    *out = (cv_repair_sheet){
        .system = s,
        .written = cv_new(work, cv_cell, s->n_lines),
        .x = cv_new(work, int64_t, s->n_lines),
        .state = cv_new(work, uint8_t, s->n_lines),
        .filled = cv_new(work, bool, s->n_lines),
        .at = cv_new(work, int32_t, s->n_lines),
        .active = cv_new(work, bool, s->n_relations),
        .residual = cv_new(work, int64_t, s->n_relations),
        .failing = cv_new(work, int32_t, s->n_relations),
    };
}

bool cv_relation_fails(const cv_repair_relation *r, int64_t residual)
{
    return residual > r->tolerance || (!r->is_limit && residual < -r->tolerance);
}

static cv_figure_state state_of(const cv_repair_line *l, cv_cell c)
{
    if (c >= 0) return CV_FIGURE_KNOWN;
    if (c == CV_CELL_ABSENT || c == CV_CELL_UNREPORTED) return CV_FIGURE_NONE;
    if (c == CV_CELL_BLANK && l->blank_is_zero) return CV_FIGURE_KNOWN;
    return l->in_equality ? CV_FIGURE_OPEN : CV_FIGURE_FREE;
}

int32_t cv_repair_sheet_equation_of(const cv_repair_sheet *h, int32_t line)
{
    const cv_repair_line *l = &h->system->line[line];
    for (int32_t i = 0; i < l->n_uses; i++) {
        int32_t k = l->use[i].relation;
        if (h->active[k] && !h->system->relation[k].is_limit) return k;
    }
    return -1;
}

static void take_figures(cv_repair_sheet *h)
{
    h->n_at = h->n_open = 0;
    for (int32_t i = 0; i < h->system->n_lines; i++) {
        const cv_repair_line *l = &h->system->line[i];
        cv_cell c = l->column[h->row];
        h->written[i] = c;
        h->x[i] = c >= 0 ? c : 0;
        h->state[i] = (uint8_t)state_of(l, c);
        h->filled[i] = false;
        if (h->state[i] != CV_FIGURE_NONE) h->at[h->n_at++] = i;
        if (h->state[i] != CV_FIGURE_OPEN) continue;
        if (cv_repair_sheet_equation_of(h, i) < 0) h->state[i] = CV_FIGURE_FREE;
        h->n_open += h->state[i] == CV_FIGURE_OPEN;
    }
}

/* The register of stations merged into this one is no line of this form. */
static int64_t merged(const cv_repair_system *s, int32_t row)
{
    cv_cell limit = s->plan->limit[row], own = s->plan->f->derived[CV_D_REG][row];
    return limit >= 0 && own >= 0 ? (int64_t)limit - own : 0;
}

/* A free blank on the right of a limit may be as large as it must. */
static bool is_met_by_blank(const cv_repair_sheet *h, const cv_repair_relation *r)
{
    for (int32_t t = 0; r->is_limit && t < r->n_terms; t++)
        if (h->state[r->term[t].line] == CV_FIGURE_FREE && r->term[t].times < 0) return true;
    return false;
}

static bool has_blank(const cv_repair_sheet *h, const cv_repair_relation *r)
{
    for (int32_t t = 0; t < r->n_terms; t++) {
        cv_cell c = h->written[r->term[t].line];
        if (c < 0 && c != CV_CELL_ABSENT) return true;
    }
    return false;
}

/* Forms of one contest may carry different lines; the system is made for all of them. */
static bool is_as_planned(const cv_repair_sheet *h, const cv_repair_relation *r, int64_t residual)
{
    if (!r->rule || has_blank(h, r)) return true;
    cv_count left, right;
    cv_eval_sides(r->rule, h->row, &left, &right);
    return left - right == residual;
}

static void take_relation(cv_repair_sheet *h, int32_t k)
{
    const cv_repair_relation *r = &h->system->relation[k];
    int64_t residual = r->plus - (r->with_merged ? merged(h->system, h->row) : 0);
    for (int32_t t = 0; t < r->n_terms; t++) residual += r->term[t].times * h->x[r->term[t].line];
    h->active[k] = h->active[k] && !is_met_by_blank(h, r);
    h->residual[k] = residual;
    if (!h->active[k]) return;
    h->is_odd = h->is_odd || !is_as_planned(h, r, residual);
    if (cv_relation_fails(r, residual)) h->failing[h->n_failing++] = k;
}

void cv_repair_sheet_take(cv_repair_sheet *h, int32_t row)
{
    h->row = row;
    h->is_odd = false;
    for (int32_t k = 0; k < h->system->n_relations; k++)
        h->active[k] = cv_repair_applies(h->system, &h->system->relation[k], row);
    take_figures(h);
    h->n_failing = 0;
    for (int32_t limits = 0; limits < 2; limits++) {
        for (int32_t k = 0; k < h->system->n_relations; k++)
            if (h->system->relation[k].is_limit == (limits == 1)) take_relation(h, k);
        if (!limits) h->n_equations = h->n_failing;
    }
    h->n_first = h->n_failing;
}

static void put(cv_repair_sheet *h, int32_t line, int64_t value)
{
    const cv_repair_line *l = &h->system->line[line];
    int64_t by = value - h->x[line];
    h->x[line] = value;
    for (int32_t i = 0; by && i < l->n_uses; i++) {
        int32_t k = l->use[i].relation;
        if (!h->active[k]) continue;
        const cv_repair_relation *r = &h->system->relation[k];
        h->n_failing -= cv_relation_fails(r, h->residual[k]);
        h->residual[k] += l->use[i].times * by;
        h->n_failing += cv_relation_fails(r, h->residual[k]);
    }
}

static void mark(cv_repair_sheet *h, int32_t line, bool filled)
{
    if (h->state[line] != CV_FIGURE_OPEN || h->filled[line] == filled) return;
    h->filled[line] = filled;
    h->n_open += filled ? -1 : 1;
}

void cv_repair_sheet_set(cv_repair_sheet *h, int32_t line, int64_t value)
{
    mark(h, line, true);
    put(h, line, value);
}

void cv_repair_sheet_reset(cv_repair_sheet *h, int32_t line)
{
    mark(h, line, false);
    put(h, line, h->written[line] >= 0 ? h->written[line] : 0);
}

int64_t cv_repair_sheet_forced(const cv_repair_sheet *h, int32_t line, int32_t relation)
{
    const cv_repair_line *l = &h->system->line[line];
    for (int32_t i = 0; i < l->n_uses; i++) {
        int64_t times = l->use[i].times;
        if (l->use[i].relation != relation) continue;
        if (h->residual[relation] % times) return -1;
        int64_t value = h->x[line] - h->residual[relation] / times;
        return value > CV_CELL_MAX ? -1 : value;
    }
    return -1;
}
