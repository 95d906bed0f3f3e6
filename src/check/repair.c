#include "check/repair.h"

#include <omp.h>
#include <string.h>

#include "check/repair_search.h"

/* ---- which forms ---- */

/* Rules that are no relations of the plan and stand in the system all the same. */
static bool is_in_system(const cv_planned *r)
{
    if (!r->by_row) return false;
    return r->by_row->code == 309 || r->by_row->code == 406 || r->by_row->code == 407;
}

static uint64_t word_of(const cv_repair_system *s, int32_t w)
{
    const cv_plan *p = s->plan;
    uint64_t rows = p->gap[w];
    for (int32_t k = 0; k < s->n_relations; k++)
        if (s->relation[k].rule) rows |= s->relation[k].rule->fails[w];
    for (int32_t i = 0; i < p->n; i++)
        if (is_in_system(&p->rule[i]) && p->use[p->rule[i].info].severity == CV_ERROR)
            rows |= p->rule[i].fails[w];
    return rows & p->counted[w];
}

static int32_t *find_rows(const cv_repair_system *s, int32_t *n, cv_arena *work)
{
    int64_t most = 0;
    for (int32_t w = 0; w < s->plan->n_words; w++) most += __builtin_popcountll(word_of(s, w));
    int32_t *row = cv_new(work, int32_t, most);
    *n = 0;
    for (int32_t w = 0; w < s->plan->n_words && most; w++)
        for (uint64_t left = word_of(s, w); left; left &= left - 1)
            row[(*n)++] = 64 * w + __builtin_ctzll(left);
    return row;
}

/* ---- what the difference suggests ---- */

static bool is_shifted(int64_t by)
{
    while (by % 10 == 0) by /= 10;
    return by == 9 || by == 99;
}

/* The first line with this figure; -1. */
static int32_t line_with(const cv_repair_sheet *h, int64_t figure)
{
    for (int32_t i = 0; i < h->n_at; i++)
        if (h->written[h->at[i]] == figure) return h->at[i];
    return -1;
}

static void add_hints(cv_form_repairs *out, const cv_repair_sheet *h)
{
    int64_t by = 0;
    for (int32_t k = 0; k < h->n_equations; k++) {
        int64_t own = h->residual[h->failing[k]];
        if (own < 0) own = -own;
        if (k > 0 && own != by) return;
        by = own;
    }
    if (by == 0 || h->n_open) return;
    int32_t line = line_with(h, by);
    out->residual = by;
    if (by % 9 == 0) out->hints |= CV_HINT_NINE;
    if (is_shifted(by)) out->hints |= CV_HINT_SHIFTED;
    if (line < 0) return;
    out->hints |= CV_HINT_FIGURE;
    out->hint_field = h->system->line[line].field;
    out->hint_option = h->system->line[line].option;
}

/* ---- one form ---- */

/* Two explanations of the same change are one repair: the cheaper one is kept. */
static bool is_same(const cv_repair *a, const cv_repair *b)
{
    bool same = a->n == b->n;
    for (int32_t i = 0; i < a->n && same; i++)
        same = a->figure[i].field == b->figure[i].field &&
               a->figure[i].option == b->figure[i].option && a->figure[i].to == b->figure[i].to;
    return same;
}

static void write_first(cv_form_repairs *out, const cv_repair_search *s, cv_arena *keep)
{
    cv_repair *repair = cv_new(keep, cv_repair, CV_REPAIRS_SHOWN);
    int64_t i = 0;
    for (; i < s->n && out->n < CV_REPAIRS_SHOWN; i++) {
        cv_repair next = {.cost = s->found[i].cost,
                          .n = s->found[i].n,
                          .figure = cv_repair_write(s->sheet, &s->found[i], keep)};
        bool again = false;
        for (int32_t k = 0; k < out->n && !again; k++) again = is_same(&repair[k], &next);
        if (!again) repair[out->n++] = next;
    }
    out->repair = repair;
    out->n_more = s->n - i > INT32_MAX ? INT32_MAX : (int32_t)(s->n - i);
}

/* Whatever stands in the blanks. */
static bool fails_as_it_is(const cv_repair_sheet *h)
{
    for (int32_t k = 0; k < h->n_first; k++) {
        const cv_planned *rule = h->system->relation[h->failing[k]].rule;
        if (rule && cv_bit(rule->fails, h->row)) return true;
    }
    return false;
}

static void repair_form(cv_form_repairs *out, cv_repair_search *s, int32_t row, cv_arena *keep)
{
    cv_repair_sheet *h = s->sheet;
    cv_repair_sheet_take(h, row);
    *out = (cv_form_repairs){
        .contest = h->system->plan->c, .row = row, .hint_field = CV_F_NONE, .hint_option = -1};
    cv_repair_find(s);
    write_first(out, s, keep);
    add_hints(out, h);
    /* Nothing fails; or several blanks, and nothing says what belongs into which. */
    bool fails = h->n_open > 1 ? fails_as_it_is(h) : h->n_first > 0;
    if (h->is_odd || (!fails && out->n == 0)) out->row = -1;
}

/* ---- several threads ---- */

static void take_over(cv_tray *s, const cv_form_repairs *from)
{
    cv_room(s->pool, cv_form_repairs, s->repairs, s->n_repairs, s->cap_repairs);
    cv_form_repairs *to = &s->repairs[s->n_repairs++];
    *to = *from;
    cv_repair *repair = cv_new(s->keep, cv_repair, from->n);
    for (int32_t i = 0; i < from->n; i++) {
        cv_repair_figure *figure = cv_new(s->keep, cv_repair_figure, from->repair[i].n);
        memcpy(figure, from->repair[i].figure, (size_t)from->repair[i].n * sizeof *figure);
        repair[i] = from->repair[i];
        repair[i].figure = figure;
    }
    to->repair = repair;
}

typedef struct {
    cv_arena keep, work;
} lane;

static void repair_rows(cv_form_repairs *out, const cv_repair_system *system, const int32_t *row,
                        int32_t n, lane *l)
{
#pragma omp parallel
    {
        lane *own = &l[omp_get_thread_num()];
        cv_repair_sheet sheet;
        cv_repair_sheet_open(&sheet, system, &own->keep);
#pragma omp for schedule(dynamic, 16)
        for (int32_t i = 0; i < n; i++) {
            cv_arena work = own->work;
            cv_repair_search search = {.sheet = &sheet, .work = &work};
            repair_form(&out[i], &search, row[i], &own->keep);
        }
    }
}

void cv_tray_repairs(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    cv_repair_system system;
    int64_t first = s->n_structural;
    while (first > 0 && s->structural[first - 1].contest.i == p->c.i) first--;
    const cv_structural *structural = first < s->n_structural ? s->structural + first : NULL;
    cv_repair_system_make(&system, p, structural, s->n_structural - first, &scratch);
    if (system.n_relations == 0) return;
    int32_t n;
    int32_t *row = find_rows(&system, &n, &scratch);
    if (n == 0) return;
    cv_form_repairs *out = cv_new(&scratch, cv_form_repairs, n);
    int32_t n_lanes = omp_get_max_threads();
    lane *l = cv_new(&scratch, lane, n_lanes);
    for (int32_t i = 0; i < n_lanes; i++) l[i] = (lane){cv_arena_open(), cv_arena_open()};
    repair_rows(out, &system, row, n, l);
    for (int32_t i = 0; i < n; i++)
        if (out[i].row >= 0) take_over(s, &out[i]);
    for (int32_t i = 0; i < n_lanes; i++) {
        cv_arena_close(&l[i].work);
        cv_arena_close(&l[i].keep);
    }
}
