/* The lines of the form: by name, and held against each other. */
#include "read/guess/work.h"

enum {
    NAME_ENOUGH = 80,    /* a name that needs no support              */
    REGISTER_LEAST = 99, /* of 100 rows in which no column is larger  */
};

int32_t cv_guess_line(const cv_guessing *w, cv_role role, int32_t form)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_guess_column *g = &w->column[c];
        if (g->use == CV_USE_FIELD && g->role == role && (g->form == form || g->form < 0)) return c;
    }
    return -1;
}

/* ---- words with two meanings ---- */

/* The sum total = known + column, with or without a third part that is blank papers. */
static const cv_sum *sum_with(const cv_guessing *w, int32_t total, int32_t a, int32_t b)
{
    for (int32_t i = 0; i < w->n_sums; i++) {
        const cv_sum *s = &w->sum[i];
        bool has_a = a < 0, has_b = b < 0, others_blank = true;
        if (total >= 0 && s->total != total) continue;
        for (int32_t k = 0; k < s->n_parts; k++) {
            if (s->part[k] == a)
                has_a = true;
            else if (s->part[k] == b)
                has_b = true;
            else
                others_blank &= w->look[s->part[k]].role == CV_F_BLANK;
        }
        if (has_a && has_b && others_blank && s->n_parts >= 2) return s;
    }
    return NULL;
}

static bool is_sum_of_options(const cv_guessing *w, int32_t column, bool with_invalid)
{
    for (int32_t i = 0; i < w->n_sums; i++) {
        const cv_sum *s = &w->sum[i];
        int32_t options = 0, invalid = 0;
        if (s->total != column) continue;
        for (int32_t k = 0; k < s->n_parts; k++) {
            options += w->column[s->part[k]].use == CV_USE_OPTION;
            invalid += w->look[s->part[k]].role == CV_F_INVALID;
        }
        if (options >= 2 && (invalid > 0) == with_invalid) return true;
    }
    return false;
}

static int32_t any_named(const cv_guessing *w, cv_role role)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->look[c].role == role && w->look[c].kind == CV_KIND_FIGURES) return c;
    return -1;
}

static bool has_others(const cv_guessing *w, int32_t total)
{
    for (int32_t i = 0; i < w->n_sums; i++) {
        if (w->sum[i].total != total) continue;
        for (int32_t k = 0; k < w->sum[i].n_parts; k++)
            if (w->look[w->sum[i].part[k]].role == CV_ROLE_OTHERS) return true;
    }
    return false;
}

/* "total", and "votes" in a wide table: of papers when invalid ones are in it, of valid votes when
 * they are a column apart. */
static cv_role total_is(const cv_guessing *w, int32_t column)
{
    int32_t valid = cv_guess_named(w, CV_F_VALID), invalid = cv_guess_named(w, CV_F_INVALID);
    if (valid >= 0 && sum_with(w, column, valid, -1)) return CV_F_CAST;
    if (is_sum_of_options(w, column, true)) return CV_F_CAST;
    if (any_named(w, CV_F_VALID) >= 0 || has_others(w, column)) return CV_ROLE_NONE;
    if (is_sum_of_options(w, column, false) &&
        (invalid >= 0 || w->look[column].role == CV_ROLE_TOTAL))
        return CV_F_VALID;
    return CV_ROLE_NONE;
}

/* "spoilt": invalid where it fills the gap between valid votes and papers counted. */
static cv_role spoilt_is(const cv_guessing *w, int32_t column)
{
    int32_t valid = cv_guess_named(w, CV_F_VALID);
    if (valid >= 0 && sum_with(w, -1, valid, column)) return CV_F_INVALID;
    for (int32_t i = 0; i < w->n_sums; i++) {
        const cv_sum *s = &w->sum[i];
        bool here = false, recv = w->look[s->total].role == CV_F_RECV, options = false;
        for (int32_t k = 0; k < s->n_parts; k++) {
            here |= s->part[k] == column;
            options |= w->column[s->part[k]].use == CV_USE_OPTION;
        }
        if (here && recv) return CV_F_SPOILED;
        if (here && options) return CV_F_INVALID;
    }
    return CV_ROLE_NONE;
}

/* "turnout" as a number of persons: never more than the register, and never fewer than the votes
 * for options. */
static cv_role turnout_is(const cv_guessing *w, int32_t column)
{
    int32_t reg = any_named(w, CV_F_REG), valid = any_named(w, CV_F_VALID), rows;
    if (reg < 0 || valid < 0) return CV_ROLE_NONE;
    int32_t holds = cv_sums_at_least(&w->figures, reg, column, &rows);
    if (rows < 1 || 100 * (int64_t)holds < REGISTER_LEAST * (int64_t)rows) return CV_ROLE_NONE;
    holds = cv_sums_at_least(&w->figures, column, valid, &rows);
    if (rows < 1 || 100 * (int64_t)holds < 95 * (int64_t)rows) return CV_ROLE_NONE;
    return CV_F_TOOK_PART;
}

static bool is_part_of(const cv_guessing *w, int32_t part, int32_t total)
{
    for (int32_t i = 0; i < w->n_sums; i++)
        for (int32_t k = 0; k < w->sum[i].n_parts; k++)
            if (w->sum[i].total == total && w->sum[i].n_parts > 1 && w->sum[i].part[k] == part)
                return true;
    return false;
}

static cv_role role_of(const cv_guessing *w, int32_t column)
{
    const cv_name_reading *r = &w->look[column].reading[0];
    cv_role role = w->look[column].role;
    if (role == CV_ROLE_TOTAL || role == CV_ROLE_VOTES) return total_is(w, column);
    if (role == CV_F_REG) {
        int32_t special = any_named(w, CV_F_REG_SPECIAL);
        bool has_more = any_named(w, CV_F_REG_ADD) >= 0 || special >= 0;
        return has_more && !is_part_of(w, special, column) ? CV_F_REG_MAIN : CV_F_REG;
    }
    if (r->other == CV_F_INVALID) return spoilt_is(w, column);
    if (r->other == CV_ROLE_DERIVED) return turnout_is(w, column);
    return role == CV_ROLE_TURNOUT || role < CV_F_FIXED ? role : CV_ROLE_NONE;
}

/* ---- by name ---- */

/* Of several contests in a row: the one whose telling words are in the head. */
static int32_t form_of(const cv_guessing *w, int32_t column)
{
    if (w->g->n_forms < 2) return -1;
    if (w->column[column].form >= 0) return w->column[column].form;
    cv_str head = cv_normal(w->s->column[column].name, w->keep);
    cv_str spaced = cv_str_format(w->keep, " %.*s ", CV_ARG(head));
    int32_t found = -1;
    for (int32_t f = 0; f < w->g->n_forms; f++) {
        cv_str wanted = cv_str_format(w->keep, " %.*s ", CV_ARG(w->g->form_name[f]));
        if (cv_str_find(spaced, wanted, 0) < 0) continue;
        if (found >= 0) return -1;
        found = f;
    }
    return found;
}

/* Another column is the same line of the same form already, or says so as well. */
static bool is_contested(const cv_guessing *w, int32_t column, cv_role role, int32_t form)
{
    if (cv_guess_line(w, role, form) >= 0) return true;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (c == column || w->column[c].use != CV_USE_UNCLEAR) continue;
        if (w->look[c].role != w->look[column].role || w->look[c].kind == CV_KIND_EMPTY) continue;
        if (role != CV_ROLE_TURNOUT && form_of(w, c) == form) return true;
    }
    return false;
}

static bool has_turnout_at(const cv_guessing *w, int32_t minute)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->column[c].use == CV_USE_FIELD && w->column[c].role == CV_ROLE_TURNOUT &&
            w->column[c].minute == minute)
            return true;
    return false;
}

static void take_turnout(cv_guessing *w, int32_t column)
{
    int32_t minute = cv_names_hour(w->s->column[column].name);
    if (minute < 0 || has_turnout_at(w, minute)) return;
    cv_guess_field(w, column, CV_ROLE_TURNOUT, -1, CV_BY_NAME);
    w->column[column].minute = minute;
}

static void take_named(cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_look_column *l = &w->look[c];
        if (w->column[c].use != CV_USE_UNCLEAR || l->kind != CV_KIND_FIGURES) continue;
        if (l->role == CV_ROLE_NONE) continue;
        cv_role role = role_of(w, c);
        if (role == CV_ROLE_TURNOUT) take_turnout(w, c);
        if (role < 0 || role >= CV_F_FIXED) continue;
        int32_t form = form_of(w, c);
        bool summed = w->column[c].rows > 0;
        if (l->reading[0].score < NAME_ENOUGH && !summed) continue;
        if (!is_contested(w, c, role, form))
            cv_guess_field(w, c, role, form, CV_BY_NAME | (summed ? CV_BY_ARITHMETIC : 0));
    }
}

/* ---- the door ---- */

void cv_guess_lines(cv_guessing *w)
{
    take_named(w);
    if (!w->g->n_forms) cv_guess_options_left(w);
    cv_guess_hold(w);
}
