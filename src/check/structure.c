/* Relations that fail the same way everywhere (methods.md, same heading). */
#include "check/eval.h"
#include "check/tray.h"

enum { LEAST_FAILING = 20 };

/* The forms on which a relation fails, and by how much. */
typedef struct {
    const cv_plan *p;
    const cv_planned *r;
    int32_t n;
    int32_t *row;
    cv_count *residual; /* left - right */
    int64_t n_holding;
} failures;

static bool holds(const failures *x, int32_t row)
{
    return cv_bit(x->p->counted, row) && !cv_bit(x->r->fails, row) && !cv_bit(x->r->open, row) &&
           !cv_bit(x->r->not_here, row);
}

static failures collect(const cv_plan *p, const cv_planned *r, cv_arena *work)
{
    failures x = {.p = p, .r = r};
    x.row = cv_new(work, int32_t, p->f->n);
    x.residual = cv_new(work, cv_count, p->f->n);
    for (int32_t i = 0; i < p->f->n; i++) {
        x.n_holding += holds(&x, i);
        if (!cv_bit(r->fails, i)) continue;
        cv_count left, right;
        cv_eval_sides(r, i, &left, &right);
        x.row[x.n] = i;
        x.residual[x.n++] = left - right;
    }
    return x;
}

/* At least 95 in 100 of the failures. */
static bool is_most(const failures *x, int64_t n)
{
    return 100 * n >= 95 * (int64_t)x->n;
}

/* Failures whose residual is the column, always with the same sign; 0 when a form that holds has
 * something in the column. */
static int64_t explained_by(const failures *x, const cv_cell *column)
{
    int64_t plus = 0, minus = 0;
    for (int32_t i = 0; i < x->n; i++) {
        cv_cell c = column[x->row[i]];
        plus += c > 0 && x->residual[i] == c;
        minus += c > 0 && x->residual[i] == -(cv_count)c;
    }
    int64_t most = plus > minus ? plus : minus;
    if (!is_most(x, most)) return 0;
    for (int32_t i = 0; i < x->p->f->n; i++)
        if (column[i] > 0 && holds(x, i)) return 0;
    return most;
}

static bool is_term(const cv_side *side, const cv_cell *column)
{
    for (int32_t k = 0; k < side->n; k++)
        if (side->column[k] == column) return true;
    return false;
}

static bool find_term(cv_structural *out, const failures *x)
{
    const cv_forms *f = x->p->f;
    for (int32_t k = 0; k < f->n_fields; k++) {
        if (is_term(&x->r->left, f->cell[k]) || is_term(&x->r->right, f->cell[k])) continue;
        out->n_explained = explained_by(x, f->cell[k]);
        out->field = f->field[k];
        if (out->n_explained) return true;
    }
    out->field = CV_F_NONE;
    for (int32_t o = 0; o < x->p->contest->n_options; o++) {
        out->n_explained = explained_by(x, f->votes[o]);
        out->option = (int16_t)o;
        if (out->n_explained) return true;
    }
    out->option = -1;
    return false;
}

static bool find_constant(cv_structural *out, const failures *x)
{
    out->value = x->residual[x->n / 2];
    out->n_explained = 0;
    for (int32_t i = 0; i < x->n; i++) out->n_explained += x->residual[i] == out->value;
    return is_most(x, out->n_explained);
}

static int32_t kind_of(const failures *x, int32_t row)
{
    return (int32_t)x->p->e->station[x->p->f->station[row].i].kind;
}

/* All failures have one value of a property of the form, and no form that holds has it. */
static bool find_property(cv_structural *out, const failures *x,
                          int32_t (*value)(const failures *x, int32_t row))
{
    out->value = value(x, x->row[0]);
    out->n_explained = x->n;
    for (int32_t i = 1; i < x->n; i++)
        if (value(x, x->row[i]) != out->value) return false;
    for (int32_t i = 0; i < x->p->f->n; i++)
        if (holds(x, i) && value(x, i) == out->value) return false;
    return x->n_holding > 0;
}

static int32_t source_of(const failures *x, int32_t row)
{
    return x->p->f->source[row];
}

static bool explain(cv_structural *out, const failures *x)
{
    out->why = CV_WHY_TERM;
    if (find_term(out, x)) return true;
    out->why = CV_WHY_CONSTANT;
    if (find_constant(out, x)) return true;
    out->why = CV_WHY_STATION_KIND;
    if (find_property(out, x, kind_of)) return true;
    out->why = CV_WHY_SOURCE;
    return find_property(out, x, source_of);
}

static void try_rule(cv_tray *s, const cv_plan *p, const cv_planned *r, cv_arena scratch)
{
    if (r->by_row || r->that || r->rel != CV_REL_EQ || r->right.n == 0) return;
    int64_t n_failing = 0;
    for (int32_t w = 0; w < p->n_words; w++) n_failing += __builtin_popcountll(r->fails[w]);
    if (n_failing < LEAST_FAILING) return;
    failures x = collect(p, r, &scratch);
    cv_structural found = {
        .code = CV_RULES[r->info].code,
        .contest = p->c,
        .field = CV_F_NONE,
        .option = -1,
        .n_failing = x.n,
        .n_holding = x.n_holding,
    };
    if (!explain(&found, &x)) return;
    cv_room(s->pool, cv_structural, s->structural, s->n_structural, s->cap_structural);
    s->structural[s->n_structural++] = found;
}

void cv_tray_structure(cv_tray *s, const cv_plan *p, cv_arena scratch)
{
    for (int32_t i = 0; i < p->n; i++) try_rule(s, p, &p->rule[i], scratch);
}
