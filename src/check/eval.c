#include "check/eval.h"

#include <string.h>

#include "check/expression.h"

/* Sums are taken modulo 2^64, which lets the compiler take many cells at a time; a side holds
 * at most 6 cells of 10^9, times at most 10^6, so that no sum comes near the end of its type. */
typedef struct {
    uint64_t left[64], right[64];
    int32_t sign[64]; /* negative where some cell of the row is no number */
} word_sums;

/* Always inline: with n a constant 64, as nearly always, the loops are unrolled and widened. */
static inline __attribute__((always_inline)) void add_column(uint64_t *sum, int32_t *sign,
                                                             const cv_cell *cell, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        sum[i] += (uint32_t)(cell[i] & ~(cell[i] >> 31));
        sign[i] |= cell[i];
    }
}

static void add_side(uint64_t *sum, int32_t *sign, const cv_side *side, int32_t at, int32_t n)
{
    for (int32_t i = 0; i < 64; i++) sum[i] = 0;
    for (int32_t k = 0; k < side->n; k++) {
        if (n == 64)
            add_column(sum, sign, side->column[k] + at, 64);
        else
            add_column(sum, sign, side->column[k] + at, n);
    }
    if (side->times == 1 && side->plus == 0) return;
    for (int32_t i = 0; i < n; i++) sum[i] = sum[i] * (uint64_t)side->times + (uint64_t)side->plus;
}

static bool fails(cv_rel rel, int64_t left, int64_t right, int64_t tolerance)
{
    switch (rel) {
    case CV_REL_EQ: return left - right > tolerance || right - left > tolerance;
    case CV_REL_LE: return left - right > tolerance;
    case CV_REL_LT: return left >= right;
    case CV_REL_NE: return left == right;
    }
    return false;
}

/* The sums past the last form are 0 and are cut off by the caller. */
static uint64_t failing(const cv_planned *r, const word_sums *s)
{
    uint8_t bad[64];
    const int64_t tolerance = r->tolerance;
    for (int32_t i = 0; i < 64; i++) {
        int64_t left = (int64_t)s->left[i], right = (int64_t)s->right[i];
        bad[i] = fails(r->rel, left, right, tolerance);
    }
    uint64_t word = 0;
    for (int32_t i = 0; i < 64; i++) word |= (uint64_t)bad[i] << i;
    return word;
}

/* What is known of one side of one form. */
typedef struct {
    int64_t known;
    int32_t n_open, n_absent, n_unreported;
} side_figures;

static side_figures look(const cv_side *side, int32_t row)
{
    side_figures s = {0};
    for (int32_t k = 0; k < side->n; k++) {
        cv_cell c = side->column[k][row];
        if (c >= 0)
            s.known += c;
        else if (c == CV_CELL_ABSENT)
            s.n_absent++;
        else if (c == CV_CELL_UNREPORTED)
            s.n_unreported++;
        else
            s.n_open++;
    }
    s.known = s.known * side->times + side->plus;
    return s;
}

void cv_eval_sides(const cv_planned *r, int32_t row, cv_count *left, cv_count *right)
{
    *left = look(&r->left, row).known;
    *right = look(&r->right, row).known;
}

/* A blank is at least 0: known figures of one side may exceed, or be within, all of the other. */
static cv_truth decide_open(const cv_planned *r, side_figures a, side_figures b)
{
    bool a_above = b.n_open == 0 && fails(CV_REL_LE, a.known, b.known, r->tolerance);
    bool b_above = a.n_open == 0 && fails(CV_REL_LE, b.known, a.known, r->tolerance);
    bool a_within = a.n_open == 0 && !fails(CV_REL_LE, a.known, b.known, r->tolerance);
    switch (r->rel) {
    case CV_REL_EQ: return a_above || b_above ? CV_FAILS : CV_OPEN;
    case CV_REL_LE: return a_above ? CV_FAILS : a_within ? CV_HOLDS : CV_OPEN;
    case CV_REL_LT:
        if (a.n_open == 0 && a.known < b.known) return CV_HOLDS;
        return b.n_open == 0 && a.known >= b.known ? CV_FAILS : CV_OPEN;
    case CV_REL_NE:
        if ((b.n_open == 0 && a.known > b.known) || (a.n_open == 0 && b.known > a.known))
            return CV_HOLDS;
        return CV_OPEN;
    }
    return CV_OPEN;
}

static cv_truth judge(const cv_planned *r, int32_t row)
{
    bool open = false;
    for (int32_t k = 0; k < 2 && r->when[k]; k++) {
        cv_cell c = r->when[k][row];
        if (c == CV_CELL_UNREPORTED || c == CV_CELL_ABSENT) return CV_NOT_HERE;
        if (c >= 0 && c < r->at_least[k]) return CV_NOT_HERE;
        open = open || c < 0;
    }
    side_figures a = look(&r->left, row), b = look(&r->right, row);
    if (a.n_unreported || b.n_unreported) return CV_NOT_HERE;
    if ((r->left.n && a.n_absent == r->left.n) || (r->right.n && b.n_absent == r->right.n))
        return CV_NOT_HERE;
    if (open) return CV_OPEN;
    if (a.n_open || b.n_open) return decide_open(r, a, b);
    return fails(r->rel, a.known, b.known, r->tolerance) ? CV_FAILS : CV_HOLDS;
}

static void put(cv_planned *r, int32_t row, cv_truth t)
{
    uint64_t bit = UINT64_C(1) << (row & 63);
    int32_t w = row >> 6;
    r->fails[w] = t == CV_FAILS ? r->fails[w] | bit : r->fails[w] & ~bit;
    if (t == CV_OPEN) r->open[w] |= bit;
    if (t == CV_NOT_HERE) r->not_here[w] |= bit;
}

/* The word of forms that a rule looks at. */
static uint64_t looked_at(const cv_plan *p, const cv_planned *r, int32_t w)
{
    bool annulled = r->by_row && r->by_row->for_annulled;
    return p->counted[w] | (annulled ? p->annulled[w] : 0);
}

static void eval_relation(const cv_plan *p, cv_planned *r, int32_t w)
{
    int32_t at = 64 * w, n = p->f->n - at < 64 ? p->f->n - at : 64;
    uint64_t active = looked_at(p, r, w), odd = 0;
    if (r->flags & CV_FOR_REGISTER) {
        r->not_here[w] |= active & ~p->has_register[w];
        active &= p->has_register[w];
    }
    word_sums s;
    memset(s.sign, 0, sizeof s.sign);
    add_side(s.left, s.sign, &r->left, at, n);
    add_side(s.right, s.sign, &r->right, at, n);
    for (int32_t k = 0; k < 2 && r->when[k]; k++)
        for (int32_t i = 0; i < n; i++) s.sign[i] |= r->when[k][at + i] < r->at_least[k] ? -1 : 0;
    for (int32_t i = 0; i < n; i++) odd |= (uint64_t)(s.sign[i] < 0) << i;
    r->fails[w] = failing(r, &s) & active & ~odd;
    for (uint64_t left = odd & active; left; left &= left - 1) {
        int32_t row = at + __builtin_ctzll(left);
        put(r, row, judge(r, row));
    }
}

/* A relation of the form's profile or the case. */
static void eval_given(const cv_plan *p, cv_planned *r, int32_t w)
{
    uint64_t active = looked_at(p, r, w);
    if (r->flags & CV_FOR_REGISTER) {
        r->not_here[w] |= active & ~p->has_register[w];
        active &= p->has_register[w];
    }
    if (r->here) {
        cv_expression_word here = cv_expression_eval(r->here, p, w, active, 0);
        r->not_here[w] |= here.fails | here.not_here;
        r->open[w] |= here.open;
        active &= ~(here.fails | here.not_here | here.open);
    }
    cv_expression_word that = cv_expression_eval(r->that, p, w, active, r->tolerance);
    r->fails[w] = that.fails;
    r->open[w] |= that.open;
    r->not_here[w] |= that.not_here;
}

static void eval_rows(const cv_plan *p, cv_planned *r, int32_t w)
{
    uint64_t active = looked_at(p, r, w);
    if (r->by_row->needs_gap) active &= p->gap[w];
    for (; active; active &= active - 1) {
        int32_t row = 64 * w + __builtin_ctzll(active);
        put(r, row, r->by_row->judge(p, row));
    }
}

static void add_gaps(uint64_t *word, const cv_cell *column, int32_t at, int32_t n)
{
    for (int32_t i = 0; i < n; i++) {
        bool gap = column[at + i] == CV_CELL_BLANK || column[at + i] == CV_CELL_ILLEGIBLE;
        *word |= (uint64_t)gap << i;
    }
}

static void find_gaps(const cv_plan *p, int32_t w)
{
    int32_t at = 64 * w, n = p->f->n - at < 64 ? p->f->n - at : 64;
    for (int32_t k = 0; k < p->n_required; k++) add_gaps(&p->gap[w], p->required[k], at, n);
    for (int32_t o = 0; o < p->contest->n_options; o++) add_gaps(&p->gap[w], p->f->votes[o], at, n);
}

void cv_eval_words(const cv_plan *p, int32_t from, int32_t to)
{
    for (int32_t w = from; w < to; w++) {
        find_gaps(p, w);
        for (int32_t k = 0; k < p->n; k++) {
            if (p->rule[k].by_row)
                eval_rows(p, &p->rule[k], w);
            else if (p->rule[k].that)
                eval_given(p, &p->rule[k], w);
            else
                eval_relation(p, &p->rule[k], w);
        }
    }
}
