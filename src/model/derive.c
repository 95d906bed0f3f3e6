/* The columns that every check and count needs, whatever the national form looks like.
 *
 * Sums follow the five states of a cell: numbers add, absent counts 0, and one blank or
 * illegible term makes the sum unknown. A term that the source does not carry is left out when
 * at least one other term is carried, and makes the whole sum unreported when none is. */
#include "model/derive.h"

#include "base/check.h"

enum { MOST_TERMS = 8 };

typedef struct {
    const cv_cell *term[MOST_TERMS];
    int32_t n;
} cv_terms;

/* One more term on a running sum. `sum` is a number, or the state that it has fallen into. */
static inline int64_t add_cell(int64_t sum, cv_cell c)
{
    if (c >= 0) return sum >= 0 ? sum + c : sum == CV_CELL_UNREPORTED ? c : sum;
    if (c == CV_CELL_UNREPORTED) return sum;
    if (c == CV_CELL_ABSENT) return sum == CV_CELL_UNREPORTED ? 0 : sum;
    return sum == CV_CELL_ILLEGIBLE ? sum : c;
}

/* No form holds more than CV_CELL_MAX papers or persons: such a sum cannot be read. */
static inline cv_cell as_cell(int64_t sum)
{
    return sum > CV_CELL_MAX ? CV_CELL_ILLEGIBLE : (cv_cell)sum;
}

static void add_term(cv_terms *t, const cv_forms *f, cv_field field)
{
    const cv_cell *column = cv_forms_column(f, field);
    if (!column) return;
    cv_assert(t->n < MOST_TERMS);
    t->term[t->n++] = column;
}

static cv_cell sum_of(const cv_terms *t, int32_t row)
{
    int64_t sum = CV_CELL_UNREPORTED;
    for (int32_t k = 0; k < t->n; k++) sum = add_cell(sum, t->term[k][row]);
    return as_cell(sum);
}

/* The column itself where each row carries it; else, row by row, its cell or the sum of the
 * parts. */
static const cv_cell *column_or_parts(const cv_forms *f, cv_field whole, const cv_terms *parts,
                                      const cv_cell *otherwise, cv_arena *keep)
{
    const cv_cell *own = cv_forms_column(f, whole);
    cv_cell *out = NULL;
    for (int32_t i = 0; i < f->n; i++) {
        cv_cell c = own ? own[i] : CV_CELL_UNREPORTED;
        if (c != CV_CELL_UNREPORTED && !out) continue;
        if (!out) {
            out = cv_new(keep, cv_cell, f->n);
            for (int32_t k = 0; k < i; k++) out[k] = own[k];
        }
        if (c == CV_CELL_UNREPORTED) c = sum_of(parts, i);
        if (c == CV_CELL_UNREPORTED && otherwise) c = otherwise[i];
        out[i] = c;
    }
    return out ? out : own ? own : cv_new(keep, cv_cell, 1);
}

static const cv_cell *sum_of_votes(const cv_forms *f, int32_t n_options, bool blank_is_zero,
                                   cv_arena *keep)
{
    cv_terms others = {.n = 0};
    add_term(&others, f, CV_F_AGAINST);
    add_term(&others, f, CV_F_GONE);
    add_term(&others, f, CV_F_WRITEIN);
    int64_t *sum = cv_new(keep, int64_t, f->n);
    cv_cell *out = cv_new(keep, cv_cell, f->n);
    for (int32_t i = 0; i < f->n; i++) sum[i] = CV_CELL_UNREPORTED;
    for (int32_t o = 0; o < n_options; o++) {
        const cv_cell *votes = f->votes[o];
        for (int32_t i = 0; i < f->n; i++) {
            cv_cell c = votes[i];
            sum[i] = add_cell(sum[i], c == CV_CELL_BLANK && blank_is_zero ? 0 : c);
        }
    }
    for (int32_t k = 0; k < others.n; k++)
        for (int32_t i = 0; i < f->n; i++) sum[i] = add_cell(sum[i], others.term[k][i]);
    for (int32_t i = 0; i < f->n; i++) {
        bool has_figures = f->state[i] != CV_FORM_AWAITED;
        out[i] = has_figures ? as_cell(sum[i]) : CV_CELL_UNREPORTED;
    }
    return out;
}

static const cv_cell *registered(const cv_forms *f, const cv_profile *profile, cv_arena *keep)
{
    cv_terms parts = {.n = 0};
    add_term(&parts, f, CV_F_REG_MAIN);
    add_term(&parts, f, CV_F_REG_ADD);
    if (!profile->special_inside) add_term(&parts, f, CV_F_REG_SPECIAL);
    return column_or_parts(f, CV_F_REG, &parts, NULL, keep);
}

static const cv_cell *issued(const cv_forms *f, cv_arena *keep)
{
    cv_terms parts = {.n = 0};
    add_term(&parts, f, CV_F_ISS_EARLY);
    add_term(&parts, f, CV_F_ISS_STATION);
    add_term(&parts, f, CV_F_ISS_OUT);
    add_term(&parts, f, CV_F_ISS_POST);
    return column_or_parts(f, CV_F_ISS, &parts, NULL, keep);
}

static const cv_cell *in_box(const cv_forms *f, cv_arena *keep)
{
    cv_terms parts = {.n = 0};
    add_term(&parts, f, CV_F_BOX_OUT);
    add_term(&parts, f, CV_F_BOX_STATION);
    add_term(&parts, f, CV_F_BOX_EARLY);
    add_term(&parts, f, CV_F_BOX_POST);
    add_term(&parts, f, CV_F_BOX_MACHINE);
    return column_or_parts(f, CV_F_BOX, &parts, f->derived[CV_D_CAST], keep);
}

/* Invalid papers: as stated, or by kind, or what all papers leave beside the valid ones. */
static const cv_cell *invalid_papers(const cv_forms *f, cv_arena *keep)
{
    cv_terms kinds = {.n = 0};
    add_term(&kinds, f, CV_F_INV_BLANK);
    add_term(&kinds, f, CV_F_INV_OVER);
    add_term(&kinds, f, CV_F_INV_MARK);
    add_term(&kinds, f, CV_F_INV_OTHER);
    const cv_cell *cast = cv_forms_column(f, CV_F_CAST);
    if (!cast) return column_or_parts(f, CV_F_INVALID, &kinds, NULL, keep);
    cv_cell *rest = cv_new(keep, cv_cell, f->n);
    for (int32_t i = 0; i < f->n; i++) {
        cv_cell valid = f->derived[CV_D_VALID][i], blank = f->derived[CV_D_BLANK][i];
        if (blank == CV_CELL_ABSENT || blank == CV_CELL_UNREPORTED) blank = 0;
        bool known = cast[i] >= 0 && valid >= 0 && blank >= 0 && cast[i] - valid - blank >= 0;
        rest[i] = known ? cast[i] - valid - blank : CV_CELL_UNREPORTED;
    }
    return column_or_parts(f, CV_F_INVALID, &kinds, rest, keep);
}

static const cv_cell *papers_counted(const cv_forms *f, cv_arena *keep)
{
    const cv_cell *own = cv_forms_column(f, CV_F_CAST);
    cv_cell *out = cv_new(keep, cv_cell, f->n);
    for (int32_t i = 0; i < f->n; i++) {
        cv_cell invalid = f->derived[CV_D_INVALID][i];
        if (invalid == CV_CELL_UNREPORTED) {
            out[i] = own ? own[i] : CV_CELL_UNREPORTED;
            continue;
        }
        int64_t sum = add_cell(CV_CELL_UNREPORTED, f->derived[CV_D_VALID][i]);
        sum = add_cell(sum, f->derived[CV_D_BLANK][i]);
        out[i] = as_cell(add_cell(sum, invalid));
    }
    return out;
}

/* Who counts as having taken part is for the law: the profile names the line; without it the
 * first of the lines below that the form has. */
static const cv_cell *participants(const cv_forms *f, const cv_profile *profile)
{
    const cv_cell *own =
        profile->took_part != CV_F_NONE ? cv_forms_column(f, profile->took_part) : NULL;
    if (own) return own;
    if (profile->took_part == CV_F_ISS) return f->derived[CV_D_ISS];
    if (profile->took_part == CV_F_BOX) return f->derived[CV_D_BOX];
    if (profile->took_part == CV_F_CAST) return f->derived[CV_D_CAST];
    if ((own = cv_forms_column(f, CV_F_TOOK_PART))) return own;
    if ((own = cv_forms_column(f, CV_F_SIGNED))) return own;
    bool has_issued = f->n > 0 && f->derived[CV_D_ISS][0] != CV_CELL_UNREPORTED;
    return has_issued ? f->derived[CV_D_ISS] : f->derived[CV_D_BOX];
}

void cv_derive_columns(cv_forms *f, int32_t n_options, const cv_profile *profile, cv_arena *keep)
{
    const cv_terms none = {.n = 0};
    cv_cell *absent = cv_new(keep, cv_cell, f->n);
    for (int32_t i = 0; i < f->n; i++) absent[i] = CV_CELL_ABSENT;
    f->derived[CV_D_REG] = registered(f, profile, keep);
    f->derived[CV_D_SUM] = sum_of_votes(f, n_options, profile->options_blank_zero, keep);
    f->derived[CV_D_VALID] = column_or_parts(f, CV_F_VALID, &none, f->derived[CV_D_SUM], keep);
    f->derived[CV_D_BLANK] = column_or_parts(f, CV_F_BLANK, &none, absent, keep);
    f->derived[CV_D_INVALID] = invalid_papers(f, keep);
    f->derived[CV_D_CAST] = papers_counted(f, keep);
    f->derived[CV_D_ISS] = issued(f, keep);
    f->derived[CV_D_BOX] = in_box(f, keep);
    f->derived[CV_D_PERSONS] = participants(f, profile);
}
