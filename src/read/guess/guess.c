#include "read/guess/guess.h"

#include "base/hash.h"
#include "read/guess/work.h"

/* ---- wide tables of several contests ---- */

/* Which options are filled in a row. */
static uint64_t *patterns(const cv_guessing *w, int64_t *n_blank)
{
    uint64_t *out = cv_new(w->keep, uint64_t, w->s->n_rows);
    int64_t cells = 0;
    *n_blank = 0;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (w->column[c].use != CV_USE_OPTION) continue;
        for (int32_t i = 0; i < w->s->n_rows; i++) {
            bool blank = w->figures.cell[c][i] < 0;
            cells++;
            *n_blank += blank;
            out[i] = (out[i] ^ blank) * UINT64_C(0x9e3779b97f4a7c15) + 1;
        }
    }
    *n_blank = cells ? 100 * *n_blank / cells : 0;
    return out;
}

/* Options that stand in some areas only: where an area decides which cells are empty, each of
 * its kind is a contest of its own. */
static void find_contest_by_blanks(cv_guessing *w)
{
    enum { BLANK_LEAST = 10, DECIDES = 99 };
    int64_t blank;
    uint64_t *pattern = patterns(w, &blank);
    bool differ = false;
    for (int32_t i = 1; i < w->s->n_rows; i++) differ |= pattern[i] != pattern[0];
    if (blank < BLANK_LEAST || !differ) return;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_look_column *l = &w->look[c];
        if (l->role != CV_ROLE_DISTRICT && l->role != CV_ROLE_REGION) continue;
        if (l->kind == CV_KIND_EMPTY || l->distinct < 2 || 3 * l->distinct > w->s->n_rows) continue;
        if (cv_survey_decides(w->s, &c, 1, pattern, *w->scratch) < DECIDES) continue;
        if (w->g->contest >= 0 && l->distinct >= w->look[w->g->contest].distinct) continue;
        w->g->contest = c;
        w->g->contest_by_option = w->g->absent_blanks = true;
    }
}

static void guess_wide(cv_guessing *w)
{
    int32_t contest = cv_guess_named(w, CV_ROLE_CONTEST);
    cv_guess_wide(w);
    if (contest >= 0 && w->column[contest].use == CV_USE_UNCLEAR &&
        w->look[contest].reading[0].score >= 80) {
        w->g->contest = contest;
        w->column[contest].use = CV_USE_CONTEST;
        w->column[contest].why = CV_BY_NAME;
    }
    cv_guess_place(w, &contest, w->g->contest >= 0);
    if (w->g->contest < 0 && w->g->n_forms == 1) find_contest_by_blanks(w);
}

/* ---- numbers with separated groups ---- */

/* 1.127 is one thousand one hundred and twenty-seven when the column has no number of a thousand
 * or more without a separator, and others of the table say the same. Where they do not, nobody can
 * tell: the column is unclear. */
static void find_thousands(cv_guess *g, const cv_survey *s)
{
    bool contradicted = false;
    for (int32_t c = 0; c < s->n_columns; c++) {
        const cv_survey_column *col = &s->column[c];
        if (!col->n_grouped || !cv_survey_is_figures(col, s->n_rows)) continue;
        if (!g->thousands) g->thousands = col->group;
        contradicted |= g->thousands != col->group || col->n_big > 0 || col->n_grouped < 3;
    }
    if (contradicted) g->thousands = 0;
}

static void drop_grouped(cv_guessing *w)
{
    if (w->g->thousands) return;
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->s->column[c].n_grouped && w->look[c].kind == CV_KIND_FIGURES)
            w->look[c].kind = CV_KIND_DECIMAL;
}

/* ---- what is left ---- */

static const char *unnamed_why(const cv_look_column *l)
{
    if (l->kind == CV_KIND_EMPTY) return CV_MSG("empty");
    if (l->kind == CV_KIND_FIGURES && l->is_zero) return CV_MSG("only zeros");
    if (l->kind == CV_KIND_FIGURES && l->is_flag) return CV_MSG("0 and 1 only");
    if (l->kind == CV_KIND_FIGURES && l->is_constant) return CV_MSG("the same in all rows");
    if (l->kind == CV_KIND_DECIMAL) return CV_MSG("decimal numbers");
    if (l->kind == CV_KIND_FIGURES || l->kind == CV_KIND_CODE) return CV_MSG("a code or a counter");
    return CV_MSG("text that no line of the form has");
}

/* A column that says what another one says already: a copy that the publisher added. */
static int32_t copied_from(const cv_guessing *w, int32_t c)
{
    for (int32_t i = 0; i < w->n_sums; i++) {
        const cv_sum *s = &w->sum[i];
        if (s->n_parts != 1 || 100 * (int64_t)s->holds < 98 * (int64_t)s->rows) continue;
        int32_t other = s->total == c ? s->part[0] : s->part[0] == c ? s->total : -1;
        if (other >= 0 && w->column[other].use == CV_USE_FIELD) return other;
    }
    return -1;
}

static void settle_one(cv_guessing *w, int32_t c)
{
    const cv_look_column *l = &w->look[c];
    cv_guess_column *g = &w->column[c];
    if (g->use != CV_USE_UNCLEAR) return;
    const bool is_line = (l->role >= 0 && l->role < CV_F_FIXED) || l->role == CV_ROLE_TURNOUT ||
                         l->role == CV_ROLE_TOTAL || l->role == CV_ROLE_OTHERS ||
                         l->role == CV_ROLE_VOTES;
    const bool is_number = l->kind == CV_KIND_FIGURES;
    int32_t original = is_number && l->role == CV_ROLE_NONE ? copied_from(w, c) : -1;
    if (original >= 0) {
        cv_guess_ignore(w, c, CV_MSG("the same figures as '{column}'"));
        g->same_as = original;
        return;
    }
    const bool may_be_votes =
        !l->is_zero && !l->is_constant && !l->is_flag && (!l->is_codelike || l->is_sparse);
    if (is_number && (is_line || (l->role == CV_ROLE_NONE && may_be_votes))) {
        for (int32_t i = 0, n = g->reading[0] >= 0; i < l->n_readings && n < 2; i++)
            if (l->reading[i].role != g->reading[0]) g->reading[n++] = l->reading[i].role;
        if (l->n_readings && l->reading[0].other >= 0 && g->reading[1] < 0)
            g->reading[1] = l->reading[0].other;
        return;
    }
    if (l->role == CV_ROLE_NONE || l->kind == CV_KIND_EMPTY)
        cv_guess_ignore(w, c, unnamed_why(l));
    else
        cv_guess_ignore(w, c, NULL);
}

static void settle(cv_guessing *w)
{
    cv_guess *g = w->g;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        settle_one(w, c);
        const cv_guess_column *col = &w->column[c];
        g->n_unclear += col->use == CV_USE_UNCLEAR;
        g->n_options += col->use == CV_USE_OPTION;
        g->n_fields += col->use == CV_USE_FIELD;
        bool total = col->use == CV_USE_FIELD &&
                     (col->role == CV_F_VALID || col->role == CV_F_CAST || col->role == CV_F_BOX ||
                      col->role == CV_F_TOOK_PART || col->role == CV_F_SIGNED ||
                      col->role == CV_F_REG || col->role == CV_F_REG_MAIN);
        g->total_is_known |= total;
    }
}

/* ---- rows of two kinds ---- */

static int32_t not_figures(const cv_survey *s, int32_t column, int32_t by, uint64_t hash,
                           int32_t *rows)
{
    int32_t n = 0;
    *rows = 0;
    for (int32_t i = 0; i < s->n_rows; i++) {
        if (s->column[by].hash[i] != hash) continue;
        ++*rows;
        n += s->column[column].figure[i] == CV_NOT_A_FIGURE;
    }
    return n;
}

/* Absolute numbers and percentages in rows that take turns (German files: A and P): in several
 * columns all rows of one kind are whole numbers and many of the other are not. */
static bool parts_rows(const cv_survey *s, int32_t by, cv_str value, cv_str other)
{
    enum { COLUMNS_LEAST = 3, TENTH = 10 };
    int32_t n = 0;
    for (int32_t c = 0; c < s->n_columns; c++) {
        const cv_survey_column *col = &s->column[c];
        int32_t rows, other_rows;
        if (!col->n_decimal || col->n_text || !col->n_count) continue;
        int32_t bad = not_figures(s, c, by, cv_hash64(value), &rows);
        int32_t other_bad = not_figures(s, c, by, cv_hash64(other), &other_rows);
        n += rows > 0 && bad == 0 && TENTH * other_bad >= other_rows;
    }
    return n >= COLUMNS_LEAST;
}

static int32_t find_where(cv_str *value, const cv_survey *s, cv_arena scratch)
{
    for (int32_t c = 0; c < s->n_columns; c++) {
        const cv_survey_column *col = &s->column[c];
        if (!col->n_text || col->n_samples != 2 || col->n_text + col->n_blank < s->n_rows) continue;
        if (cv_survey_distinct(s, c, 3, scratch) != 2) continue;
        for (int32_t k = 0; k < 2; k++) {
            if (!parts_rows(s, c, col->sample[k], col->sample[1 - k])) continue;
            *value = col->sample[k];
            return c;
        }
    }
    return -1;
}

/* ---- rows of several levels ---- */

/* A column that says of what area a row speaks: the rows of the kind that most are of. */
static int32_t find_level(cv_str *value, const cv_survey *s, const cv_names *names,
                          cv_arena scratch)
{
    enum { LEVELS_MOST = 8, NAME_ENOUGH = 90 };
    for (int32_t c = 0; c < s->n_columns; c++) {
        const cv_survey_column *col = &s->column[c];
        cv_name_reading r;
        if (!col->n_text || cv_names_read(&r, 1, names, col->name, scratch) < 1) continue;
        if (r.role != CV_ROLE_LEVEL || r.score < NAME_ENOUGH) continue;
        int32_t n = cv_survey_distinct(s, c, LEVELS_MOST + 1, scratch);
        if (n < 2 || n > LEVELS_MOST) continue;
        int32_t most = 0;
        for (int32_t k = 0; k < col->n_samples; k++) {
            int32_t rows = 0;
            uint64_t hash = cv_hash64(col->sample[k]);
            for (int32_t i = 0; i < s->n_rows; i++) rows += col->hash[i] == hash;
            if (rows <= most) continue;
            most = rows;
            *value = col->sample[k];
        }
        if (2 * (int64_t)most > s->n_rows) return c;
    }
    return -1;
}

/* One row that holds a quarter of all votes in a table of twenty or more: a country among its
 * districts. */
static void find_levels(cv_guessing *w)
{
    enum { ROWS_LEAST = 20, QUARTER = 4 };
    if (w->s->n_rows < ROWS_LEAST) return;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_guess_column *g = &w->column[c];
        bool total = g->use == CV_USE_FIELD && (g->role == CV_F_VALID || g->role == CV_F_CAST ||
                                                g->role == CV_F_TOOK_PART || g->role == CV_F_REG);
        if (!total) continue;
        int64_t sum = 0, most = 0;
        for (int32_t i = 0; i < w->s->n_rows; i++) {
            int32_t v = w->figures.cell[c][i];
            if (v > 0) sum += v;
            if (v > most) most = v;
        }
        w->g->has_levels |= QUARTER * most >= sum && sum > 0;
    }
}

/* ---- the door ---- */

static void guess(cv_guess *out, const cv_survey *s, int32_t where, cv_arena *keep,
                  cv_arena scratch)
{
    *out = (cv_guess){.n_columns = s->n_columns, .contest = -1, .where = -1};
    cv_guessing w = {
        .s = s,
        .names = cv_names_open(keep),
        .look = cv_new(keep, cv_look_column, s->n_columns),
        .column = cv_new(keep, cv_guess_column, s->n_columns),
        .g = out,
        .keep = keep,
        .scratch = &scratch,
    };
    const int32_t **cell = cv_new(keep, const int32_t *, s->n_columns);
    for (int32_t c = 0; c < s->n_columns; c++) {
        cell[c] = s->column[c].figure;
        w.column[c] = (cv_guess_column){
            .form = -1,
            .role = CV_ROLE_NONE,
            .same_as = -1,
            .reading = {CV_ROLE_NONE, CV_ROLE_NONE}
        };
    }
    w.figures = (cv_figures){s->n_rows, s->n_columns, cell};
    out->column = w.column;
    if (where >= 0) w.column[where].use = CV_USE_WHERE;
    find_thousands(out, s);
    cv_guess_looks(&w);
    drop_grouped(&w);
    if (!cv_guess_long(&w)) guess_wide(&w);
    find_levels(&w);
    settle(&w);
}

void cv_guess_make(cv_guess *out, const cv_survey *s, cv_arena *keep, cv_arena scratch)
{
    cv_str value;
    int32_t where = find_where(&value, s, scratch);
    if (where < 0) where = find_level(&value, s, cv_names_open(keep), scratch);
    if (where < 0) {
        guess(out, s, -1, keep, scratch);
        return;
    }
    cv_survey only = cv_survey_only(s, where, cv_hash64(value), keep);
    guess(out, &only, where, keep, scratch);
    out->where = where;
    out->where_value = value;
}

cv_str cv_guess_note(const cv_survey *s, const cv_guess_column *c, const cv_language *l,
                     cv_arena *keep)
{
    if (!c->note) return cv_role_shown(c->of_role, l);
    cv_str other = c->same_as < 0 ? CV_STR("") : s->column[c->same_as].ref;
    return cv_sentence(l, c->note, CV_SLOTS(cv_slot_s("column", other)), keep);
}

bool cv_guess_is_certain(const cv_guess *g)
{
    bool has_votes = g->is_long || g->n_options >= 2;
    return g->key_is_sure && has_votes && g->options_are_sure && !g->n_unclear && !g->has_levels &&
           (g->total_is_known || g->is_long);
}
