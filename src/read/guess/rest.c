/* What neither a head nor a sum has decided, and how far the figures bear out what they have. */
#include "read/guess/work.h"

enum {
    NEVER_LARGER = 99, /* of 100 rows: a register is never smaller than who voted */
    CONTRADICTED = 80, /* of 100 rows: a line that fits fewer is taken back       */
    NEAR = 85,         /* of 100: votes make up what papers or persons there are   */
    SOME = 15,         /* of 100: votes are not a small part of the register       */
    ROUND = 40         /* of 100: papers are handed out in tens and hundreds       */
};

static int64_t number(const cv_guessing *w, int32_t column, int32_t row)
{
    int32_t v = column >= 0 ? w->figures.cell[column][row] : 0;
    return v > 0 ? v : 0;
}

/* ---- options left ---- */

static bool may_be_votes(const cv_guessing *w, int32_t column)
{
    const cv_look_column *l = &w->look[column];
    return w->column[column].use == CV_USE_UNCLEAR && l->kind == CV_KIND_FIGURES &&
           l->role == CV_ROLE_NONE && !l->is_zero && !l->is_codelike;
}

/* The line that votes cannot pass: what was counted, else who voted, else who may. */
static int32_t bound_of(const cv_guessing *w, bool *is_tight)
{
    static const cv_role tight[] = {CV_F_VALID, CV_F_CAST, CV_F_BOX, CV_F_TOOK_PART, CV_F_SIGNED};
    for (size_t i = 0; i < sizeof tight / sizeof *tight; i++) {
        int32_t c = cv_guess_line(w, tight[i], 0);
        *is_tight = true;
        if (c >= 0) return c;
    }
    *is_tight = false;
    int32_t reg = cv_guess_line(w, CV_F_REG, 0);
    return reg >= 0 ? reg : cv_guess_line(w, CV_F_REG_MAIN, 0);
}

/* In how many rows the votes, with papers for nobody, stay within the bound; what they are of it.
 */
typedef struct {
    int64_t rows, within, votes, most;
} fit;

static fit fit_of(const cv_guessing *w, const bool *option, int32_t bound)
{
    const bool is_valid = w->column[bound].role == CV_F_VALID;
    const int32_t invalid = is_valid ? -1 : cv_guess_line(w, CV_F_INVALID, 0);
    const int32_t blank = is_valid ? -1 : cv_guess_line(w, CV_F_BLANK, 0);
    const int32_t special = cv_guess_line(w, CV_F_REG_SPECIAL, 0);
    const bool adds = w->column[bound].role == CV_F_REG_MAIN;
    fit f = {0};
    for (int32_t i = 0; i < w->s->n_rows; i++) {
        int64_t most = number(w, bound, i) + (adds ? number(w, special, i) : 0), votes = 0;
        for (int32_t c = 0; c < w->s->n_columns; c++)
            if (option[c]) votes += number(w, c, i);
        votes += number(w, invalid, i) + number(w, blank, i);
        if (most == 0 || votes == 0) continue;
        f.rows++;
        f.within += votes <= most;
        f.votes += votes;
        f.most += most;
    }
    return f;
}

/* In a short table one form that does not add up is already more than 5 of 100: it may be why
 * somebody looks at the table at all, and must not hide it. */
static bool is_one_off(const fit *f)
{
    enum { ROWS_LEAST = 4, LARGER_MOST = 102 };
    return f->rows >= ROWS_LEAST && f->rows - f->within == 1 &&
           100 * f->votes <= LARGER_MOST * f->most;
}

static bool is_fit(const fit *f, bool is_tight)
{
    if (f->rows < 1) return false;
    bool is_within = 100 * f->within >= (is_tight ? 95 : NEVER_LARGER) * f->rows;
    if (!is_within && !(is_tight && is_one_off(f))) return false;
    return 100 * f->votes >= (is_tight ? NEAR : SOME) * f->most;
}

/* Columns that nothing names, without votes enough to judge, that stand among options. */
static void take_neighbours(cv_guessing *w, const bool *option)
{
    int32_t first = -1, last = -1;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (!option[c]) continue;
        if (first < 0) first = c;
        last = c;
    }
    for (int32_t c = first; c < last; c++) {
        const cv_look_column *l = &w->look[c];
        bool may_be = w->column[c].use == CV_USE_UNCLEAR && l->role == CV_ROLE_NONE &&
                      (l->kind == CV_KIND_FIGURES || l->kind == CV_KIND_EMPTY);
        if (!option[c] && !may_be) return;
    }
    for (int32_t c = first; c < last; c++) {
        if (option[c]) continue;
        w->column[c].use = CV_USE_OPTION;
        w->column[c].form = 0;
        w->column[c].why = CV_BY_ARITHMETIC;
    }
}

/* ---- rounds by name ---- */

enum { ROUNDS_MOST = 4 };

/* The number at the end of a name, 1 to 4, with what stands before it; 0: none. */
static int32_t round_of(cv_str *stem, cv_str name)
{
    if (name.n < 3 || name.s[name.n - 2] != '_') return 0;
    int32_t round = name.s[name.n - 1] - '0';
    *stem = cv_str_cut(name, 0, name.n - 2);
    return round >= 1 && round <= ROUNDS_MOST ? round : 0;
}

static bool has_in_round(const cv_guessing *w, const bool *option, cv_str stem, int32_t round)
{
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        cv_str other;
        if (option[c] && round_of(&other, w->s->column[c].name) == round && cv_str_eq(other, stem))
            return true;
    }
    return false;
}

/* smith_1, jones_1, smith_2, jones_2 and no other figures: the same names in two rounds. */
static void take_rounds(cv_guessing *w, const bool *option)
{
    int32_t rounds = 0, first = 0;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        cv_str stem;
        int32_t round = option[c] ? round_of(&stem, w->s->column[c].name) : 0;
        if (option[c] && !round) return;
        if (round > rounds) rounds = round;
        first += round == 1;
    }
    if (rounds < 2 || first < 2) return;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        cv_str stem;
        if (!option[c]) continue;
        round_of(&stem, w->s->column[c].name);
        for (int32_t r = 1; r <= rounds; r++)
            if (!has_in_round(w, option, stem, r)) return;
    }
    w->g->n_forms = rounds;
    w->g->options_are_sure = true;
    for (int32_t r = 0; r < rounds; r++)
        w->g->form_name[r] = cv_str_format(w->keep, "round-%d", r + 1);
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        cv_str stem;
        if (!option[c]) continue;
        w->column[c].use = CV_USE_OPTION;
        w->column[c].form = round_of(&stem, w->s->column[c].name) - 1;
        w->column[c].why = CV_BY_NAME;
    }
}

void cv_guess_options_left(cv_guessing *w)
{
    bool is_tight;
    int32_t bound = bound_of(w, &is_tight), n = 0;
    bool *option = cv_new(w->keep, bool, w->s->n_columns);
    for (int32_t c = 0; c < w->s->n_columns; c++) n += option[c] = may_be_votes(w, c);
    if (bound < 0 && n >= 2) take_rounds(w, option);
    if (bound < 0 || n < 2) return;
    fit f = fit_of(w, option, bound);
    if (!is_fit(&f, is_tight)) return;
    take_neighbours(w, option);
    w->g->n_forms = 1;
    w->g->options_are_sure = true;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (!option[c]) continue;
        w->column[c].use = CV_USE_OPTION;
        w->column[c].form = 0;
        w->column[c].why = CV_BY_ARITHMETIC;
        w->column[c].agree = (int32_t)f.within;
        w->column[c].rows = (int32_t)f.rows;
    }
}

/* ---- the register by arithmetic ---- */

/* Who voted, as the table has it: the column that the register is held against. */
static int32_t voted(const cv_guessing *w)
{
    static const cv_role roles[] = {CV_F_TOOK_PART, CV_F_SIGNED, CV_F_CAST, CV_F_BOX, CV_F_VALID};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        int32_t c = cv_guess_line(w, roles[i], 0);
        if (c >= 0) return c;
    }
    return -1;
}

static bool is_round(const cv_guessing *w, int32_t column)
{
    int32_t rows = 0, round = 0;
    for (int32_t i = 0; i < w->s->n_rows; i++) {
        if (number(w, column, i) == 0) continue;
        rows++;
        round += number(w, column, i) % 10 == 0;
    }
    return 100 * (int64_t)round >= ROUND * (int64_t)rows;
}

static bool is_never_smaller(const cv_guessing *w, int32_t column, int32_t than)
{
    const cv_look_column *l = &w->look[column];
    if (w->column[column].use != CV_USE_UNCLEAR || l->kind != CV_KIND_FIGURES) return false;
    if (l->role != CV_ROLE_NONE || l->is_codelike || l->is_constant) return false;
    int32_t rows, holds = cv_sums_at_least(&w->figures, column, than, &rows);
    int64_t large = 0, small = 0;
    for (int32_t i = 0; i < w->s->n_rows; i++) {
        large += number(w, column, i);
        small += number(w, than, i);
    }
    return rows >= 50 && 100 * (int64_t)holds >= NEVER_LARGER * (int64_t)rows && large > small &&
           10 * small > large;
}

static void find_register(cv_guessing *w)
{
    int32_t than = voted(w), found = -1;
    if (than < 0 || cv_guess_line(w, CV_F_REG, 0) >= 0 || cv_guess_line(w, CV_F_REG_MAIN, 0) >= 0)
        return;
    bool one = true;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (!is_never_smaller(w, c, than)) continue;
        one = found < 0;
        found = c;
        w->column[c].reading[0] = CV_F_REG;
        w->column[c].reading[1] = CV_F_RECV;
    }
    /* Papers received are never fewer than voters either; they come in round numbers. */
    bool has_recv = cv_guess_line(w, CV_F_RECV, 0) >= 0;
    if (found < 0 || !one || (is_round(w, found) && !has_recv)) return;
    cv_guess_field(w, found, CV_F_REG, -1, CV_BY_ARITHMETIC);
}

/* ---- holding lines against each other ---- */

static void take_back(cv_guessing *w, int32_t column)
{
    cv_guess_column *c = &w->column[column];
    c->use = CV_USE_UNCLEAR;
    c->reading[0] = c->role;
    c->role = c->reading[1] = CV_ROLE_NONE;
    c->why = 0;
}

static void note_agreement(cv_guessing *w, int32_t column, int64_t agree, int64_t rows)
{
    if (column < 0 || !rows) return;
    w->column[column].agree = (int32_t)agree;
    w->column[column].rows = (int32_t)rows;
    if (100 * agree >= 98 * rows) w->column[column].why |= CV_BY_ARITHMETIC;
}

/* The register against who voted: a name that the figures contradict is no register. */
static void hold_register(cv_guessing *w)
{
    int32_t reg = cv_guess_line(w, CV_F_REG, 0), than = voted(w), rows;
    if (reg < 0) reg = cv_guess_line(w, CV_F_REG_MAIN, 0);
    if (reg < 0 || than < 0) return;
    int32_t holds = cv_sums_at_least(&w->figures, reg, than, &rows);
    if (100 * (int64_t)holds < CONTRADICTED * (int64_t)rows)
        take_back(w, reg);
    else
        note_agreement(w, reg, holds, rows);
}

/* papers = valid + blank + invalid, wherever a form has them. Where less than half of the rows
 * agree the names are not what they seem, or a paper carries several votes. */
static void hold_papers(cv_guessing *w, int32_t form)
{
    int32_t valid = cv_guess_line(w, CV_F_VALID, form), blank = cv_guess_line(w, CV_F_BLANK, form);
    int32_t invalid = cv_guess_line(w, CV_F_INVALID, form),
            total = cv_guess_line(w, CV_F_CAST, form);
    if (total < 0) total = cv_guess_line(w, CV_F_BOX, form);
    if (total < 0) total = cv_guess_line(w, CV_F_TOOK_PART, form);
    if (total < 0 || valid < 0 || invalid < 0) return;
    int64_t rows = 0, agree = 0;
    for (int32_t i = 0; i < w->s->n_rows; i++) {
        int64_t sum = number(w, valid, i) + number(w, blank, i) + number(w, invalid, i);
        if (!sum && !number(w, total, i)) continue;
        rows++;
        agree += sum == number(w, total, i);
    }
    note_agreement(w, invalid, agree, rows);
    note_agreement(w, blank, agree, rows);
    note_agreement(w, total, agree, rows);
}

/* Options by sum without a line of their own: the same rows speak for both. */
static void hold_valid(cv_guessing *w, int32_t form)
{
    int32_t valid = cv_guess_line(w, CV_F_VALID, form);
    if (valid < 0 || w->column[valid].rows) return;
    int64_t rows = 0, agree = 0;
    for (int32_t i = 0; i < w->s->n_rows; i++) {
        int64_t sum = 0;
        for (int32_t c = 0; c < w->s->n_columns; c++) {
            const cv_guess_column *g = &w->column[c];
            bool part =
                g->use == CV_USE_OPTION ||
                (g->use == CV_USE_FIELD &&
                 (g->role == CV_F_AGAINST || g->role == CV_F_GONE || g->role == CV_F_WRITEIN));
            if (part && (g->form == form || g->form < 0)) sum += number(w, c, i);
        }
        if (!sum && !number(w, valid, i)) continue;
        rows++;
        agree += sum == number(w, valid, i);
    }
    note_agreement(w, valid, agree, rows);
}

void cv_guess_hold(cv_guessing *w)
{
    for (int32_t f = 0; f < w->g->n_forms; f++) {
        hold_papers(w, f);
        hold_valid(w, f);
    }
    hold_register(w);
    find_register(w);
    hold_register(w);
}
