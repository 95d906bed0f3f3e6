#include "check/expression.h"

#include <string.h>

#include "check/lines.h"

enum { WORD = 64 };

/* What a figure is on one form. `known` counts unknown cells as 0. */
enum { HAS_LINE = 1, IS_THERE = 2, IS_OPEN = 4, IS_UNREPORTED = 8 };

typedef struct {
    cv_wide low, high, known;
    uint8_t is;
} figure;

typedef union {
    figure figure;
    cv_truth truth;
} result;

/* ---- binding ---- */

static int64_t constant_of(const cv_plan *p, cv_str name)
{
    if (cv_str_eq(name, CV_STR("per_ballot"))) return p->per_ballot;
    return p->e->profile.station_max;
}

static bool is_constant(cv_str name)
{
    return cv_str_eq(name, CV_STR("per_ballot")) || cv_str_eq(name, CV_STR("station_max"));
}

static const cv_cell *option_column(const cv_plan *p, cv_str id)
{
    for (int32_t o = 0; o < p->contest->n_options; o++)
        if (cv_str_eq(p->contest->option[o].id, id)) return p->f->votes[o];
    return NULL;
}

static bool is_of_options(cv_expr_op op)
{
    return op >= CV_X_OPTION && op <= CV_X_SECOND_OPT;
}

static bool asks_for_cell(cv_expr_op op)
{
    return op == CV_X_TICKED || op == CV_X_KNOWN || op == CV_X_HAS;
}

/* A line that no form fills: boxes that nobody ticked. */
static const cv_cell *empty_column(const cv_plan *p, cv_str name)
{
    cv_field f = cv_plan_field_named(p, name);
    return f == CV_F_NONE ? NULL : cv_forms_column(p->f, f);
}

static bool bind_node(cv_bound *b, const cv_plan *p, int32_t i, cv_arena *work)
{
    const cv_expr_node *n = &b->of->node[i];
    b->constant[i] = CV_BLANK;
    if (is_of_options(n->op)) {
        b->lines |= CV_LINES_OPTIONS;
        if (n->op == CV_X_OPTION) b->column[i] = option_column(p, n->name);
        return b->column[i] || n->optional || (n->op != CV_X_OPTION && p->contest->n_options > 0);
    }
    if (n->op != CV_X_LINE && !asks_for_cell(n->op)) return true;
    if (n->op == CV_X_LINE && is_constant(n->name)) {
        b->constant[i] = constant_of(p, n->name);
        return b->constant[i] != CV_BLANK;
    }
    cv_found_line line = cv_plan_named(p, n, work);
    if (!line.column && asks_for_cell(n->op) && n->scope == CV_FROM_HERE)
        line.column = empty_column(p, n->name);
    b->column[i] = line.column;
    b->lines |= line.lines;
    return line.column || n->optional || n->op == CV_X_KNOWN || n->op == CV_X_HAS;
}

/* A side of which no line is there is one that the slow way must look at. */
static bool has_column(const cv_bound *b, int32_t i)
{
    const cv_expr_node *n = &b->of->node[i];
    if (n->op == CV_X_LINE || n->op == CV_X_OPTION)
        return b->column[i] || b->constant[i] != CV_BLANK;
    if (n->a < 0) return true;
    return has_column(b, n->a) || (n->b >= 0 && has_column(b, n->b));
}

bool cv_expression_bind(cv_bound *out, const cv_expr *of, const cv_plan *p, cv_arena *work)
{
    cv_bound b = {.of = of, .any_row = !of->is_small, .field = CV_F_NONE};
    b.column = cv_new(work, const cv_cell *, of->n);
    b.constant = cv_new(work, int64_t, of->n);
    int32_t n_lines = 0;
    for (int32_t i = 0; i < of->n; i++) {
        const cv_expr_node *n = &of->node[i];
        if (!bind_node(&b, p, i, work)) return false;
        bool compares = n->op >= CV_X_EQ && n->op <= CV_X_GE;
        if (compares && !(has_column(&b, n->a) && has_column(&b, n->b))) b.any_row = true;
        n_lines += is_of_options(n->op) ? 2 : n->op == CV_X_LINE;
        if (n->op == CV_X_LINE && n->scope == CV_FROM_HERE)
            b.field = cv_plan_field_named(p, n->name);
    }
    if (n_lines != 1) b.field = CV_F_NONE;
    *out = b;
    return true;
}

/* ---- one form ---- */

static figure exact(cv_wide n, uint8_t is)
{
    return (figure){n, n, n, is};
}

static figure of_cell(cv_cell c)
{
    if (c >= 0) return exact(c, HAS_LINE | IS_THERE);
    if (c == CV_CELL_ABSENT) return exact(0, HAS_LINE);
    if (c == CV_CELL_UNREPORTED) return exact(0, HAS_LINE | IS_UNREPORTED);
    return (figure){0, CV_CELL_MAX, 0, HAS_LINE | IS_THERE | IS_OPEN};
}

static figure of_option(const cv_plan *p, int32_t option, int32_t row)
{
    cv_cell c = p->f->votes[option][row];
    if (c == CV_CELL_BLANK && p->e->profile.options_blank_zero) c = 0;
    return of_cell(c);
}

/* first >= second of those seen so far */
static void take_larger(cv_wide *first, cv_wide *second, cv_wide n)
{
    if (n > *first) {
        *second = *first;
        *first = n;
    } else if (n > *second) {
        *second = n;
    }
}

static figure of_options(cv_expr_op op, const cv_plan *p, int32_t row)
{
    figure sum = exact(0, 0), first = exact(0, 0), second = exact(0, 0), least = exact(0, 0);
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        figure x = of_option(p, o, row);
        sum = (figure){sum.low + x.low, sum.high + x.high, sum.known + x.known, sum.is | x.is};
        take_larger(&first.low, &second.low, x.low);
        take_larger(&first.high, &second.high, x.high);
        take_larger(&first.known, &second.known, x.known);
        if (o == 0 || x.low < least.low) least.low = x.low;
        if (o == 0 || x.high < least.high) least.high = x.high;
        if (o == 0 || x.known < least.known) least.known = x.known;
    }
    figure out = op == CV_X_SUM_OPT      ? sum
                 : op == CV_X_MAX_OPT    ? first
                 : op == CV_X_SECOND_OPT ? second
                                         : least;
    out.is = sum.is;
    return out;
}

static cv_wide smaller(cv_wide a, cv_wide b)
{
    return a < b ? a : b;
}

static cv_wide larger(cv_wide a, cv_wide b)
{
    return a > b ? a : b;
}

static figure times(figure a, figure b)
{
    cv_wide p = a.low * b.low, q = a.low * b.high, r = a.high * b.low, s = a.high * b.high;
    return (figure){smaller(smaller(p, q), smaller(r, s)), larger(larger(p, q), larger(r, s)),
                    a.known * b.known, a.is | b.is};
}

static figure combine(cv_expr_op op, figure a, figure b)
{
    uint8_t is = a.is | b.is;
    switch (op) {
    case CV_X_ADD: return (figure){a.low + b.low, a.high + b.high, a.known + b.known, is};
    case CV_X_SUB: return (figure){a.low - b.high, a.high - b.low, a.known - b.known, is};
    case CV_X_MUL: return times(a, b);
    case CV_X_MIN:
        return (figure){smaller(a.low, b.low), smaller(a.high, b.high), smaller(a.known, b.known),
                        is};
    default:
        return (figure){larger(a.low, b.low), larger(a.high, b.high), larger(a.known, b.known), is};
    }
}

static cv_cell cell_at(const cv_bound *b, int32_t i, int32_t row)
{
    return b->column[i] ? b->column[i][row] : CV_CELL_ABSENT;
}

static figure figure_of(const cv_bound *b, const cv_plan *p, int32_t row, int32_t i,
                        const result *r)
{
    const cv_expr_node *n = &b->of->node[i];
    switch (n->op) {
    case CV_X_NUMBER: return exact(n->number, 0);
    case CV_X_LINE:
        if (b->constant[i] != CV_BLANK) return exact(b->constant[i], 0);
        return of_cell(cell_at(b, i, row));
    case CV_X_OPTION: {
        cv_cell c = cell_at(b, i, row);
        return of_cell(c == CV_CELL_BLANK && p->e->profile.options_blank_zero ? 0 : c);
    }
    case CV_X_TICKED: return exact(cell_at(b, i, row) > 0, 0);
    case CV_X_SUM_OPT:
    case CV_X_MAX_OPT:
    case CV_X_MIN_OPT:
    case CV_X_SECOND_OPT: return of_options(n->op, p, row);
    default: return combine(n->op, r[n->a].figure, r[n->b].figure);
    }
}

/* ---- truths ---- */

static cv_truth decided(bool is_true, bool is_false)
{
    return is_true ? CV_HOLDS : is_false ? CV_FAILS : CV_OPEN;
}

/* left - right is anything from low to high. */
static cv_truth compare(cv_expr_op op, cv_wide low, cv_wide high, cv_wide tolerance)
{
    switch (op) {
    case CV_X_EQ:
        return decided(low >= -tolerance && high <= tolerance,
                       low > tolerance || high < -tolerance);
    case CV_X_NE: return decided(low > 0 || high < 0, low == 0 && high == 0);
    case CV_X_LT: return decided(high < 0, low >= 0);
    case CV_X_LE: return decided(high <= tolerance, low > tolerance);
    case CV_X_GT: return decided(low > 0, high <= 0);
    default: return decided(low >= -tolerance, high < -tolerance);
    }
}

static bool is_absent(figure f)
{
    return f.is & HAS_LINE && !(f.is & IS_THERE);
}

static cv_truth compared(const cv_expr_node *n, const result *r, cv_wide tolerance)
{
    figure a = r[n->a].figure, b = r[n->b].figure;
    if ((a.is | b.is) & IS_UNREPORTED || is_absent(a) || is_absent(b)) return CV_NOT_HERE;
    if (n->whole >= 0) { /* with nothing to take a share of */
        figure whole = r[n->whole].figure;
        if (whole.low == 0 && whole.high == 0) return CV_NOT_HERE;
        if (whole.low <= 0 && whole.high >= 0) return CV_OPEN;
    }
    return compare(n->op, a.low - b.high, a.high - b.low, tolerance);
}

static cv_truth joined(cv_expr_op op, cv_truth a, cv_truth b)
{
    cv_truth strong = op == CV_X_AND ? CV_FAILS : CV_HOLDS;
    if (a == CV_NOT_HERE) return b;
    if (b == CV_NOT_HERE) return a;
    if (a == strong || b == strong) return strong;
    return a == CV_OPEN || b == CV_OPEN ? CV_OPEN : a;
}

static cv_truth turned(cv_truth a)
{
    return a == CV_HOLDS ? CV_FAILS : a == CV_FAILS ? CV_HOLDS : a;
}

static cv_truth truth_of(const cv_bound *b, const cv_plan *p, int32_t row, int32_t i,
                         const result *r)
{
    const cv_expr_node *n = &b->of->node[i];
    cv_cell c = cell_at(b, i, row);
    switch (n->op) {
    case CV_X_KNOWN: return c >= 0 ? CV_HOLDS : CV_FAILS;
    case CV_X_HAS: return c != CV_CELL_ABSENT && c != CV_CELL_UNREPORTED ? CV_HOLDS : CV_FAILS;
    case CV_X_KIND:
        return n->number >> p->e->station[p->f->station[row].i].kind & 1 ? CV_HOLDS : CV_FAILS;
    case CV_X_NOT: return turned(r[n->a].truth);
    default: return joined(n->op, r[n->a].truth, r[n->b].truth);
    }
}

/* All nodes on one form, each after its parts. */
static void look(result *r, const cv_bound *b, const cv_plan *p, int32_t row, cv_count tolerance)
{
    for (int32_t i = 0; i < b->of->n; i++) {
        const cv_expr_node *n = &b->of->node[i];
        if (n->op < CV_X_EQ)
            r[i].figure = figure_of(b, p, row, i, r);
        else if (n->op <= CV_X_GE)
            r[i].truth = compared(n, r, i == b->of->n - 1 ? tolerance : 0);
        else
            r[i].truth = truth_of(b, p, row, i, r);
    }
}

cv_truth cv_expression_judge(const cv_bound *b, const cv_plan *p, int32_t row, cv_count tolerance)
{
    result r[CV_EXPR_MAX_NODES];
    look(r, b, p, row, tolerance);
    return r[b->of->n - 1].truth;
}

static cv_count as_count(cv_wide n)
{
    return n > INT64_MIN && n <= INT64_MAX ? (cv_count)n : CV_BLANK;
}

void cv_expression_sides(const cv_bound *b, const cv_plan *p, int32_t row, cv_count *left,
                         cv_count *right)
{
    const cv_expr_node *top = &b->of->node[b->of->n - 1];
    *left = *right = CV_BLANK;
    if (top->op < CV_X_EQ || top->op > CV_X_GE) return;
    result r[CV_EXPR_MAX_NODES];
    look(r, b, p, row, 0);
    *left = as_count(r[top->part >= 0 ? top->part : top->a].figure.known);
    *right = as_count(r[top->whole >= 0 ? top->whole : top->b].figure.known);
}

/* ---- 64 forms at a time ---- */

/* The forms of one word, where every cell of a line is a number; `odd` are the others. */
typedef struct {
    int64_t value[CV_EXPR_MAX_NODES][WORD];
    uint64_t truth[CV_EXPR_MAX_NODES];
    uint64_t odd;
    int32_t at, n;
} lanes;

static void load(lanes *x, int32_t i, const cv_cell *column)
{
    int64_t *out = x->value[i];
    int32_t sign[WORD] = {0};
    for (int32_t k = 0; k < x->n; k++) {
        out[k] = column[k + x->at];
        sign[k] = column[k + x->at];
    }
    for (int32_t k = x->n; k < WORD; k++) out[k] = 0;
    for (int32_t k = 0; k < x->n; k++) x->odd |= (uint64_t)(sign[k] < 0) << k;
}

static void fill(lanes *x, int32_t i, int64_t n)
{
    for (int32_t k = 0; k < WORD; k++) x->value[i][k] = n;
}

/* Sum, largest, smallest or second of the options, an absent one counted as 0. */
static void load_options(lanes *x, int32_t i, cv_expr_op op, const cv_plan *p)
{
    int64_t first[WORD] = {0}, second[WORD] = {0}, least[WORD] = {0};
    uint64_t any = 0;
    fill(x, i, 0);
    for (int32_t o = 0; o < p->contest->n_options; o++) {
        const cv_cell *column = p->f->votes[o] + x->at;
        for (int32_t k = 0; k < x->n; k++) {
            cv_cell c = column[k];
            bool open = c < 0 && c != CV_CELL_ABSENT;
            int64_t v = c < 0 ? 0 : c;
            x->odd |= (uint64_t)open << k;
            any |= (uint64_t)(c >= 0) << k;
            x->value[i][k] += v;
            least[k] = o == 0 || v < least[k] ? v : least[k];
            second[k] = v > first[k] ? first[k] : v > second[k] ? v : second[k];
            first[k] = v > first[k] ? v : first[k];
        }
    }
    x->odd |= ~any;
    const int64_t *from = op == CV_X_MAX_OPT      ? first
                          : op == CV_X_MIN_OPT    ? least
                          : op == CV_X_SECOND_OPT ? second
                                                  : x->value[i];
    if (from != x->value[i]) memcpy(x->value[i], from, sizeof first);
}

static void count_lanes(int64_t *out, cv_expr_op op, const int64_t *a, const int64_t *b)
{
    switch (op) {
    case CV_X_ADD:
        for (int32_t k = 0; k < WORD; k++) out[k] = (int64_t)((uint64_t)a[k] + (uint64_t)b[k]);
        return;
    case CV_X_SUB:
        for (int32_t k = 0; k < WORD; k++) out[k] = (int64_t)((uint64_t)a[k] - (uint64_t)b[k]);
        return;
    case CV_X_MUL:
        for (int32_t k = 0; k < WORD; k++) out[k] = (int64_t)((uint64_t)a[k] * (uint64_t)b[k]);
        return;
    case CV_X_MIN:
        for (int32_t k = 0; k < WORD; k++) out[k] = a[k] < b[k] ? a[k] : b[k];
        return;
    default:
        for (int32_t k = 0; k < WORD; k++) out[k] = a[k] > b[k] ? a[k] : b[k];
    }
}

static uint64_t compare_lanes(cv_expr_op op, const int64_t *a, const int64_t *b, int64_t tolerance)
{
    uint8_t is[WORD];
    for (int32_t k = 0; k < WORD; k++) {
        int64_t d = (int64_t)((uint64_t)a[k] - (uint64_t)b[k]);
        is[k] = op == CV_X_EQ   ? d <= tolerance && d >= -tolerance
                : op == CV_X_NE ? d != 0
                : op == CV_X_LT ? d < 0
                : op == CV_X_LE ? d <= tolerance
                : op == CV_X_GT ? d > 0
                                : d >= -tolerance;
    }
    uint64_t word = 0;
    for (int32_t k = 0; k < WORD; k++) word |= (uint64_t)is[k] << k;
    return word;
}

static uint64_t ask_lanes(const lanes *x, const cv_bound *b, const cv_plan *p, int32_t i)
{
    uint64_t word = 0;
    for (int32_t k = 0; k < x->n; k++)
        word |= (uint64_t)(truth_of(b, p, x->at + k, i, NULL) == CV_HOLDS) << k;
    return word;
}

static void run_number(lanes *x, const cv_bound *b, const cv_plan *p, int32_t i)
{
    const cv_expr_node *n = &b->of->node[i];
    if (n->op == CV_X_NUMBER || b->constant[i] != CV_BLANK)
        fill(x, i, n->op == CV_X_NUMBER ? n->number : b->constant[i]);
    else if (n->op == CV_X_TICKED)
        for (int32_t k = 0; k < x->n; k++) x->value[i][k] = cell_at(b, i, x->at + k) > 0;
    else if (n->op == CV_X_LINE || n->op == CV_X_OPTION)
        b->column[i] ? load(x, i, b->column[i]) : fill(x, i, 0);
    else if (is_of_options(n->op))
        load_options(x, i, n->op, p);
    else
        count_lanes(x->value[i], n->op, x->value[n->a], x->value[n->b]);
}

static void run_truth(lanes *x, const cv_bound *b, const cv_plan *p, int32_t i, int64_t tolerance)
{
    const cv_expr_node *n = &b->of->node[i];
    if (n->op <= CV_X_GE) {
        x->truth[i] = compare_lanes(n->op, x->value[n->a], x->value[n->b], tolerance);
        if (n->whole >= 0)
            x->odd |= ~compare_lanes(CV_X_GT, x->value[n->whole], (const int64_t[WORD]){0}, 0);
    } else if (n->op == CV_X_AND) {
        x->truth[i] = x->truth[n->a] & x->truth[n->b];
    } else if (n->op == CV_X_OR) {
        x->truth[i] = x->truth[n->a] | x->truth[n->b];
    } else if (n->op == CV_X_NOT) {
        x->truth[i] = ~x->truth[n->a];
    } else {
        x->truth[i] = ask_lanes(x, b, p, i);
    }
}

cv_expression_word cv_expression_eval(const cv_bound *b, const cv_plan *p, int32_t word,
                                      uint64_t active, cv_count tolerance)
{
    lanes x;
    int32_t top = b->of->n - 1;
    cv_expression_word out = {0};
    x.odd = 0;
    x.at = WORD * word;
    x.n = p->f->n - x.at < WORD ? p->f->n - x.at : WORD;
    if (!active) return out;
    for (int32_t i = 0; i <= top && !b->any_row; i++) {
        if (b->of->node[i].op < CV_X_EQ)
            run_number(&x, b, p, i);
        else
            run_truth(&x, b, p, i, i == top ? tolerance : 0);
    }
    uint64_t slow = b->any_row ? active : x.odd & active;
    if (!b->any_row) out.fails = ~x.truth[top] & active & ~slow;
    for (; slow; slow &= slow - 1) {
        int32_t k = __builtin_ctzll(slow);
        cv_truth t = cv_expression_judge(b, p, x.at + k, tolerance);
        if (t == CV_FAILS) out.fails |= UINT64_C(1) << k;
        if (t == CV_OPEN) out.open |= UINT64_C(1) << k;
        if (t == CV_NOT_HERE) out.not_here |= UINT64_C(1) << k;
    }
    return out;
}
