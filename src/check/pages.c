#include "check/pages.h"

#include "check/lines.h"

/* ---- which lines there are ---- */

static int32_t option_named(const cv_plan *p, cv_str id)
{
    for (int32_t o = 0; o < p->contest->n_options; o++)
        if (cv_str_eq(p->contest->option[o].id, id)) return o;
    return -1;
}

static bool is_candidate(cv_str id)
{
    return cv_str_starts(id, CV_STR("pref["));
}

static void take_words(cv_pages *x, const cv_plan *p, int32_t k, cv_str id)
{
    const cv_str words = CV_STR("_words");
    cv_field own = p->f->field[k];
    cv_worded w = {.words = p->f->cell[k], .field = CV_F_NONE, .option = -1};
    w.option = (int16_t)option_named(p, cv_field_option(id));
    if (w.option >= 0) {
        w.figure = p->f->votes[w.option];
        w.lines = CV_LINES_OPTIONS | cv_lines_of(own);
    } else {
        w.field = cv_plan_field_named(p, cv_str_cut(id, 0, id.n - words.n));
        w.figure = w.field == CV_F_NONE ? NULL : cv_forms_column(p->f, w.field);
        w.lines = cv_lines_of(w.field) | cv_lines_of(own);
    }
    if (w.figure) x->worded[x->n_worded++] = w;
}

static void take_page(cv_pages *x, const cv_plan *p, int32_t k, cv_str id)
{
    int32_t o = option_named(p, cv_field_option(id));
    if (o < 0) return;
    cv_list_page *page = &x->page[o];
    if (is_candidate(id)) {
        page->candidate[page->n_candidates++] = p->f->cell[k];
        x->any_candidate = true;
    } else {
        page->total = p->f->cell[k];
        page->field = p->f->field[k];
        x->any_total = true;
    }
}

/* Room for the candidates of each list, all out of one array. */
static void make_room(cv_pages *x, const cv_plan *p, cv_arena *work)
{
    int32_t n_options = p->contest->n_options;
    int32_t *n = cv_new(work, int32_t, n_options);
    for (int32_t k = 0; k < p->f->n_fields; k++) {
        cv_str id = p->e->field[p->f->field[k]].id;
        int32_t o = is_candidate(id) ? option_named(p, cv_field_option(id)) : -1;
        if (o >= 0) n[o]++;
    }
    for (int32_t o = 0; o < n_options; o++)
        x->page[o].candidate = cv_new(work, const cv_cell *, n[o]);
}

const cv_pages *cv_pages_find(const cv_plan *p, cv_arena *work)
{
    bool any = false;
    for (int32_t k = 0; k < p->f->n_fields; k++) {
        cv_str id = p->e->field[p->f->field[k]].id;
        any = any || cv_str_ends(id, CV_STR("_words")) || cv_str_starts(id, CV_STR("listpage["));
    }
    if (!any) return NULL;
    cv_pages *x = cv_new(work, cv_pages, 1);
    x->worded = cv_new(work, cv_worded, p->f->n_fields);
    x->page = cv_new(work, cv_list_page, p->contest->n_options);
    make_room(x, p, work);
    for (int32_t k = 0; k < p->f->n_fields; k++) {
        cv_str id = p->e->field[p->f->field[k]].id;
        if (p->f->field[k] < CV_F_FIXED || cv_str_starts(id, CV_STR("x_"))) continue;
        if (cv_str_ends(id, CV_STR("_words")))
            take_words(x, p, k, id);
        else if (cv_field_option(id).n)
            take_page(x, p, k, id);
    }
    return x;
}

/* ---- C106: figure and words ---- */

static bool has_words(const cv_plan *p)
{
    return p->pages && p->pages->n_worded > 0;
}

static bool is_open(cv_cell c)
{
    return c == CV_CELL_BLANK || c == CV_CELL_ILLEGIBLE;
}

static cv_count apart(cv_cell a, cv_cell b)
{
    return a > b ? (cv_count)a - b : (cv_count)b - a;
}

/* The pair that differs most; NULL when none does. */
static const cv_worded *worst_words(const cv_plan *p, int32_t row)
{
    const cv_worded *worst = NULL;
    for (int32_t i = 0; i < p->pages->n_worded; i++) {
        const cv_worded *w = &p->pages->worded[i];
        if (w->figure[row] < 0 || w->words[row] < 0 || w->figure[row] == w->words[row]) continue;
        if (!worst ||
            apart(w->figure[row], w->words[row]) > apart(worst->figure[row], worst->words[row]))
            worst = w;
    }
    return worst;
}

static cv_truth judge_words(const cv_plan *p, int32_t row)
{
    bool open = false, any = false;
    if (worst_words(p, row)) return CV_FAILS;
    for (int32_t i = 0; i < p->pages->n_worded; i++) {
        cv_cell a = p->pages->worded[i].figure[row], b = p->pages->worded[i].words[row];
        any = any || (a >= 0 && b >= 0);
        open = open || (is_open(a) && (b >= 0 || is_open(b))) || (is_open(b) && a >= 0);
    }
    return open ? CV_OPEN : any ? CV_HOLDS : CV_NOT_HERE;
}

static cv_lines fill_words(cv_finding *f, const cv_plan *p, int32_t row)
{
    const cv_worded *w = worst_words(p, row);
    f->left = w->figure[row];
    f->right = w->words[row];
    f->field = w->field;
    f->option = w->option;
    f->contradicted = apart(w->figure[row], w->words[row]);
    if (w->option < 0) return w->lines;
    f->change = f->left > f->right ? CV_CHANGE_OFF : CV_CHANGE_ADD;
    f->k = f->contradicted;
    return w->lines;
}

/* ---- C403 to C405: pages of lists ---- */

/* What one page says: of its candidates, and of the list in the summary. */
typedef struct {
    bool here;       /* the form has the page                                   */
    bool is_missing; /* C405: no total where there are votes                    */
    bool open;       /* a candidate's figure is not known                       */
    cv_count known;  /* votes of the candidates that are known                  */
    cv_cell total, list;
} page_figures;

static page_figures look(const cv_plan *p, int32_t option, int32_t row)
{
    const cv_list_page *page = &p->pages->page[option];
    page_figures x = {.list = p->f->votes[option][row]};
    if (!page->total) return x;
    x.total = page->total[row];
    x.here = x.total != CV_CELL_ABSENT && x.total != CV_CELL_UNREPORTED;
    for (int32_t k = 0; k < page->n_candidates; k++) {
        cv_cell c = page->candidate[k][row];
        if (c >= 0) x.known += c;
        x.open = x.open || is_open(c) || c == CV_CELL_UNREPORTED;
    }
    bool no_total = x.total == CV_CELL_BLANK || x.total == 0;
    x.is_missing = x.here && no_total && (x.known > 0 || x.list > 0);
    return x;
}

static cv_truth judge_missing_at(const cv_plan *p, int32_t option, int32_t row)
{
    page_figures x = look(p, option, row);
    if (!x.here) return CV_NOT_HERE;
    if (x.is_missing) return CV_FAILS;
    bool no_total = x.total == CV_CELL_BLANK || x.total == 0;
    return no_total && (x.open || is_open(x.list)) ? CV_OPEN : CV_HOLDS;
}

/* A total that is missing says all that there is to say of its page (Abacus rule book, F.401). */
static cv_truth judge_sum_at(const cv_plan *p, int32_t option, int32_t row)
{
    page_figures x = look(p, option, row);
    if (!x.here || p->pages->page[option].n_candidates == 0) return CV_NOT_HERE;
    if (x.is_missing || x.total < 0) return CV_OPEN;
    if (x.known > x.total) return CV_FAILS;
    if (x.open) return CV_OPEN;
    return x.known == x.total ? CV_HOLDS : CV_FAILS;
}

static cv_truth judge_carried_at(const cv_plan *p, int32_t option, int32_t row)
{
    page_figures x = look(p, option, row);
    if (!x.here || x.list == CV_CELL_ABSENT || x.list == CV_CELL_UNREPORTED) return CV_NOT_HERE;
    if (x.is_missing || x.total < 0 || x.list < 0) return CV_OPEN;
    return x.total == x.list ? CV_HOLDS : CV_FAILS;
}

typedef cv_truth judge_page(const cv_plan *p, int32_t option, int32_t row);

static cv_truth judge_all(const cv_plan *p, int32_t row, judge_page *judge)
{
    cv_truth all = CV_NOT_HERE;
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        cv_truth t = judge(p, o, row);
        if (t == CV_FAILS) return t;
        if (t == CV_OPEN || (t == CV_HOLDS && all == CV_NOT_HERE)) all = t;
    }
    return all;
}

/* The list whose two figures are farthest apart; there is one. */
static int32_t worst_list(const cv_plan *p, int32_t row, judge_page *judge, bool of_candidates)
{
    int32_t worst = -1;
    cv_count most = -1;
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        if (judge(p, o, row) != CV_FAILS) continue;
        page_figures x = look(p, o, row);
        cv_count other = of_candidates ? x.known : x.list;
        cv_count d = x.total > other ? x.total - other : other - x.total;
        if (d <= most) continue;
        most = d;
        worst = o;
    }
    return worst;
}

static cv_truth judge_missing(const cv_plan *p, int32_t row)
{
    return judge_all(p, row, judge_missing_at);
}

static cv_truth judge_sum(const cv_plan *p, int32_t row)
{
    return judge_all(p, row, judge_sum_at);
}

static cv_truth judge_carried(const cv_plan *p, int32_t row)
{
    return judge_all(p, row, judge_carried_at);
}

static cv_lines fill_missing(cv_finding *f, const cv_plan *p, int32_t row)
{
    int32_t o = worst_list(p, row, judge_missing_at, false);
    f->option = (int16_t)o;
    f->field = p->pages->page[o].field;
    return cv_lines_of(f->field);
}

static cv_lines fill_sum(cv_finding *f, const cv_plan *p, int32_t row)
{
    int32_t o = worst_list(p, row, judge_sum_at, true);
    page_figures x = look(p, o, row);
    f->option = (int16_t)o;
    f->field = p->pages->page[o].field;
    f->left = x.total;
    f->right = x.known;
    f->contradicted = f->left > f->right ? f->left - f->right : f->right - f->left;
    return cv_lines_of(f->field);
}

static cv_lines fill_carried(cv_finding *f, const cv_plan *p, int32_t row)
{
    int32_t o = worst_list(p, row, judge_carried_at, false);
    page_figures x = look(p, o, row);
    f->option = (int16_t)o;
    f->left = x.total;
    f->right = x.list;
    f->change = f->left > f->right ? CV_CHANGE_ADD : CV_CHANGE_OFF;
    f->contradicted = f->k = f->left > f->right ? f->left - f->right : f->right - f->left;
    return cv_lines_of(p->pages->page[o].field) | CV_LINES_OPTIONS;
}

static bool has_totals(const cv_plan *p)
{
    return p->pages && p->pages->any_total;
}

static bool has_candidates(const cv_plan *p)
{
    return has_totals(p) && p->pages->any_candidate;
}

/* clang-format off */
const cv_row_rule CV_PAGE_RULES[] = {
    {106, false, false, has_words,      judge_words,   fill_words},
    {403, false, false, has_candidates, judge_sum,     fill_sum},
    {404, false, false, has_totals,     judge_carried, fill_carried},
    {405, false, false, has_totals,     judge_missing, fill_missing},
};
/* clang-format on */

const int32_t CV_N_PAGE_RULES = sizeof CV_PAGE_RULES / sizeof CV_PAGE_RULES[0];
