/* Of each column alone: its kind, what its head can mean, and whether its numbers can be votes. */
#include "read/guess/work.h"

#include "base/check.h"

enum {
    NAME_LEAST = 60,
    NAME_ENOUGH = 80,
    DERIVED_LEAST = 90,
    /* Two neighbouring rows have the same votes now and then; the same code nearly always. */
    RUN_HUNDREDTHS = 60
};

/* ---- kinds ---- */

static cv_kind kind_of(const cv_survey_column *c, int32_t n_rows)
{
    if (c->n_blank + c->n_marker >= n_rows) return CV_KIND_EMPTY;
    if (cv_survey_is_figures(c, n_rows)) return CV_KIND_FIGURES;
    int32_t filled = n_rows - c->n_blank - c->n_marker;
    if (c->n_decimal > 0 && c->n_text * 20 <= filled && c->n_code * 20 <= filled)
        return CV_KIND_DECIMAL;
    if (c->n_code > 0 && c->n_text == 0 && c->n_decimal == 0) return CV_KIND_CODE;
    return CV_KIND_TEXT;
}

typedef struct {
    int64_t pairs, equal, steps, filled;
    int32_t least, most;
} runs;

static runs runs_of(const int32_t *figure, int32_t n)
{
    runs r = {.least = CV_CELL_MAX};
    for (int32_t i = 0; i < n; i++) {
        int32_t now = figure[i] < 0 ? 0 : figure[i];
        int32_t last = i == 0 || figure[i - 1] < 0 ? 0 : figure[i - 1];
        r.filled += now > 0;
        if (now < r.least) r.least = now;
        if (now > r.most) r.most = now;
        if (i == 0 || (!now && !last)) continue;
        r.pairs++;
        r.equal += now == last;
        r.steps += now == last + 1;
    }
    return r;
}

/* Codes of areas come in runs, row numbers in steps of one, flags are 0 and 1. */
static void look_at_numbers(cv_look_column *l, const cv_survey_column *c, int32_t n_rows)
{
    runs r = runs_of(c->figure, n_rows);
    l->is_zero = r.most == 0;
    l->is_flag = r.most == 1;
    l->is_sparse = 2 * r.filled < n_rows;
    l->is_constant = r.least == r.most && c->n_blank == 0;
    l->is_codelike = r.most <= 1 || 100 * r.equal >= RUN_HUNDREDTHS * r.pairs ||
                     100 * (r.steps + r.equal) >= 80 * r.pairs;
}

/* ---- readings ---- */

static bool fits(cv_role role, const cv_look_column *l)
{
    const bool is_number = l->kind == CV_KIND_FIGURES, is_empty = l->kind == CV_KIND_EMPTY;
    if (role < CV_F_FIXED) return is_number || is_empty;
    switch (role) {
    case CV_ROLE_TURNOUT:
    case CV_ROLE_VOTES:
    case CV_ROLE_OTHERS:
    case CV_ROLE_TOTAL: return is_number || is_empty;
    case CV_ROLE_LAT:
    case CV_ROLE_LON: return l->kind == CV_KIND_DECIMAL || is_empty;
    case CV_ROLE_OPTION:
    case CV_ROLE_PARTY:
    case CV_ROLE_PLACE: return l->kind == CV_KIND_TEXT || l->kind == CV_KIND_CODE || is_empty;
    case CV_ROLE_ELECTED:
    case CV_ROLE_CLOSED: return l->distinct <= 3 || l->kind == CV_KIND_TEXT || is_empty;
    case CV_ROLE_DERIVED:
    case CV_ROLE_ASIDE: return true;
    default: return l->kind != CV_KIND_DECIMAL;
    }
}

static void read_head(cv_guessing *w, int32_t column)
{
    enum { ROOM = 16 };
    cv_name_reading all[ROOM];
    cv_look_column *l = &w->look[column];
    int32_t n = cv_names_read(all, ROOM, w->names, w->s->column[column].name, *w->scratch);
    for (int32_t i = 0; i < n && l->n_readings < CV_READINGS; i++)
        if (fits(all[i].role, l)) l->reading[l->n_readings++] = all[i];
    /* "Percentage of valid ballots" is no number of ballots, whatever else it says. */
    for (int32_t i = 1; i < l->n_readings; i++) {
        if (l->reading[i].role != CV_ROLE_DERIVED || l->reading[i].score < DERIVED_LEAST) continue;
        cv_name_reading derived = l->reading[i];
        for (int32_t k = i; k > 0; k--) l->reading[k] = l->reading[k - 1];
        l->reading[0] = derived;
    }
}

/* Negative when `a` says it better: a higher score, then the head of which the phrase is the
 * greater part, then the longer phrase. */
static int32_t compare_heads(const cv_name_reading *a, const cv_name_reading *b)
{
    if (a->score != b->score) return b->score - a->score;
    int32_t left = a->n_words * b->n_head, right = b->n_words * a->n_head;
    if (left != right) return right - left;
    return b->n_words - a->n_words;
}

/* Stems alone name nothing but a line of the form, which arithmetic may support. */
static bool is_said(const cv_name_reading *r)
{
    return r->score >= NAME_ENOUGH || (r->score >= NAME_LEAST && r->role < CV_F_FIXED);
}

/* Several columns can be an area or a share; one is the total. */
static bool many_may_be(cv_role role)
{
    return role >= CV_F_FIXED && role != CV_ROLE_TOTAL && role != CV_ROLE_VOTES &&
           role != CV_ROLE_OTHERS;
}

/* Gives the role of each column's best reading to the column that says it best. Others are left
 * without one: they may be options whose names hold the word ("FREIE WÄHLER"). */
static void give_roles(cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        cv_look_column *l = &w->look[c];
        if (!l->n_readings || !is_said(&l->reading[0])) continue;
        bool is_best = true, is_tied = false;
        for (int32_t k = 0; k < w->s->n_columns; k++) {
            const cv_look_column *o = &w->look[k];
            if (k == c || !o->n_readings || o->reading[0].role != l->reading[0].role) continue;
            if (o->kind == CV_KIND_EMPTY) continue;
            int32_t cmp = compare_heads(&l->reading[0], &o->reading[0]);
            if (cmp > 0) is_best = false;
            if (cmp == 0) is_tied = true;
        }
        if (!is_best && !many_may_be(l->reading[0].role)) continue;
        l->role = l->reading[0].role;
        l->is_tied = is_tied && is_best;
    }
}

void cv_guess_looks(cv_guessing *w)
{
    const cv_survey *s = w->s;
    for (int32_t c = 0; c < s->n_columns; c++) {
        cv_look_column *l = &w->look[c];
        *l = (cv_look_column){.kind = kind_of(&s->column[c], s->n_rows), .role = CV_ROLE_NONE};
        l->distinct = cv_survey_distinct(
            s, c, s->n_rows < CV_DISTINCT_MOST ? s->n_rows : CV_DISTINCT_MOST, *w->scratch);
        if (l->kind == CV_KIND_FIGURES) look_at_numbers(l, &s->column[c], s->n_rows);
        read_head(w, c);
    }
    give_roles(w);
}

int32_t cv_guess_named(const cv_guessing *w, cv_role role)
{
    int32_t found = -1;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (w->look[c].role != role || w->look[c].kind == CV_KIND_EMPTY) continue;
        if (found >= 0) return -1;
        found = c;
    }
    return found;
}

void cv_guess_ignore(cv_guessing *w, int32_t column, const char *why)
{
    w->column[column].use = CV_USE_IGNORED;
    w->column[column].note = why;
    w->column[column].of_role = w->look[column].role;
}

void cv_guess_field(cv_guessing *w, int32_t column, cv_role role, int32_t form, int32_t why)
{
    cv_guess_column *c = &w->column[column];
    cv_assert(c->use == CV_USE_UNCLEAR);
    c->use = CV_USE_FIELD;
    c->role = role;
    c->form = form;
    c->why |= why;
}
