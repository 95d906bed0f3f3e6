/* Two figures, each changed by a slip that costs little. */
#include "check/repair_search.h"
#include "check/repair_slip.h"

/* A slip of digits changes a figure by d·10^k, or by 9·d·10^k where two are exchanged. */
static bool is_slip(int64_t by)
{
    if (by < 0) by = -by;
    while (by > 0 && by % 10 == 0) by /= 10;
    return by < 10 || (by % 9 == 0 && by <= 81);
}

static int32_t first_failing_equation(const cv_repair_sheet *h)
{
    for (int32_t k = 0; k < h->system->n_relations; k++) {
        const cv_repair_relation *r = &h->system->relation[k];
        if (!r->is_limit && h->active[k] && cv_relation_fails(r, h->residual[k])) return k;
    }
    return -1;
}

/* The first figure is changed; the equation forces the second. */
static void try_second(cv_repair_search *s, int32_t first, int32_t cost, int32_t second,
                       int32_t relation)
{
    cv_repair_sheet *h = s->sheet;
    int64_t value = cv_repair_sheet_forced(h, second, relation);
    if (value < 0) return;
    int32_t own;
    cv_slip slip = cv_slip_between(h->written[second], (cv_cell)value, &own);
    if (slip > CV_SLIP_DIGIT || cost + own > CV_REPAIR_COST_MOST) return;
    bool before = first < second;
    cv_found_repair f = {.find = CV_FIND_TWO, .cost = cost + own};
    f.a = before ? first : second;
    f.b = before ? second : first;
    f.v = before ? h->x[first] : value;
    f.w = before ? value : h->x[first];
    cv_repair_sheet_set(h, second, value);
    cv_repair_add(s, f);
    cv_repair_sheet_reset(h, second);
}

/* All seconds of one first. */
static void try_first(cv_repair_search *s, int32_t first, cv_slip_value slip)
{
    cv_repair_sheet *h = s->sheet;
    int32_t k = first_failing_equation(h);
    if (k < 0) return;
    const cv_repair_relation *r = &h->system->relation[k];
    for (int32_t t = 0; t < r->n_terms; t++) {
        int32_t line = r->term[t].line;
        bool open = h->state[line] == CV_FIGURE_OPEN;
        if (line == first || (h->written[line] < 0 && !open)) continue;
        if (h->n_open != open || (!open && !is_slip(h->residual[k] / r->term[t].times))) continue;
        try_second(s, first, slip.cost, line, k);
    }
}

static bool in_failing(const cv_repair_sheet *h, int32_t line)
{
    const cv_repair_line *l = &h->system->line[line];
    for (int32_t i = 0; i < l->n_uses; i++)
        for (int32_t k = 0; k < h->n_first; k++)
            if (l->use[i].relation == h->failing[k]) return true;
    return false;
}

void cv_repair_find_pairs(cv_repair_search *s)
{
    cv_repair_sheet *h = s->sheet;
    cv_slip_value slip[CV_SLIP_VALUES];
    if (h->n_open > 1) return;
    for (int32_t i = 0; i < h->n_at; i++) {
        int32_t line = h->at[i];
        if (h->written[line] < 0 || !in_failing(h, line)) continue;
        int32_t n = cv_slip_values(slip, h->written[line], false);
        for (int32_t k = 0; k < n; k++) {
            cv_repair_sheet_set(h, line, slip[k].value);
            try_first(s, line, slip[k]);
            cv_repair_sheet_reset(h, line);
        }
    }
}
