/* Wide tables: which columns are options, by the sums that they are the parts of. */
#include "read/guess/work.h"

#include <string.h>

enum {
    SURE = 100, /* a head that is a phrase and nothing else */
    MOST_ANCHORS = CV_GUESS_FORMS
};

/* A sum that says which columns are options. */
typedef struct {
    const cv_sum *sum;
    bool has_invalid; /* its total is of all papers: one part is no option */
} anchor;

/* ---- which sums ---- */

static bool takes_part(const cv_look_column *l)
{
    if (l->kind != CV_KIND_FIGURES || l->is_zero) return false;
    switch (l->role) {
    case CV_ROLE_STATION:
    case CV_ROLE_DISTRICT:
    case CV_ROLE_REGION:
    case CV_ROLE_LEVEL:
    case CV_ROLE_ASIDE: return false;
    default: return true;
    }
}

/* Shares and checks by name take part only when nothing is found without them: an option may be
 * called so, and each column more hides sums. */
static void find_sums(cv_guessing *w, bool with_derived)
{
    const int32_t n = w->s->n_columns;
    int32_t *from = cv_new(w->keep, int32_t, n), count = 0;
    const int32_t **cell = cv_new(w->keep, const int32_t *, n);
    for (int32_t c = 0; c < n; c++) {
        if (!takes_part(&w->look[c])) continue;
        if (w->look[c].role == CV_ROLE_DERIVED && !with_derived) continue;
        from[count] = c;
        cell[count++] = w->s->column[c].figure;
    }
    const cv_figures f = {w->s->n_rows, count, cell};
    const cv_sum *found;
    w->n_sums = cv_sums_find(&found, &f, w->keep, *w->scratch);
    cv_sum *sum = cv_new(w->keep, cv_sum, w->n_sums);
    for (int32_t i = 0; i < w->n_sums; i++) {
        int32_t *part = cv_new(w->keep, int32_t, found[i].n_parts);
        for (int32_t k = 0; k < found[i].n_parts; k++) part[k] = from[found[i].part[k]];
        sum[i] = found[i];
        sum[i].total = from[found[i].total];
        sum[i].part = part;
    }
    w->sum = sum;
}

/* ---- what a part can be ---- */

typedef enum {
    PART_OPTION,
    PART_WEAK,
    PART_LINE,
    PART_INVALID,
    PART_BLANK,
    PART_OTHERS,
    PART_BAD
} part_is;

/* A head that holds more than the phrase may be the name of an option ("FREIE WÄHLER"): the sum
 * decides. Votes that are not for options are never taken for them. */
static part_is part_of(const cv_guessing *w, int32_t column)
{
    const cv_look_column *l = &w->look[column];
    switch (l->role) {
    case CV_ROLE_NONE: return PART_OPTION;
    case CV_F_AGAINST:
    case CV_F_GONE:
    case CV_F_WRITEIN: return PART_LINE;
    case CV_F_INVALID:
    case CV_F_SPOILED: return PART_INVALID;
    case CV_F_BLANK: return PART_BLANK;
    case CV_ROLE_OTHERS: return PART_OTHERS;
    case CV_F_VALID:
    case CV_F_CAST:
    case CV_F_INV_BLANK:
    case CV_F_INV_OVER:
    case CV_F_INV_MARK:
    case CV_F_INV_OTHER:
    case CV_ROLE_TURNOUT:
    case CV_ROLE_TOTAL: return PART_BAD;
    default: return l->reading[0].score < SURE ? PART_WEAK : PART_BAD;
    }
}

typedef struct {
    int32_t options, weak, invalid, blank, others, bad; /* options: weak ones counted */
} parts;

static parts parts_of(const cv_guessing *w, const cv_sum *s)
{
    parts p = {0};
    for (int32_t k = 0; k < s->n_parts; k++) {
        part_is is = part_of(w, s->part[k]);
        p.options += is == PART_OPTION || is == PART_WEAK;
        p.weak += is == PART_WEAK;
        p.invalid += is == PART_INVALID;
        p.blank += is == PART_BLANK;
        p.others += is == PART_OTHERS;
        p.bad += is == PART_BAD;
    }
    return p;
}

/* ---- anchors ---- */

static bool share_a_part(const cv_sum *a, const cv_sum *b)
{
    for (int32_t i = 0; i < a->n_parts; i++)
        for (int32_t k = 0; k < b->n_parts; k++)
            if (a->part[i] == b->part[k]) return true;
    return false;
}

/* The sums come best first: a later one with a part of an earlier one adds nothing. */
static int32_t add_anchor(anchor *out, int32_t n, const cv_sum *s, bool has_invalid)
{
    for (int32_t i = 0; i < n; i++)
        if (out[i].sum->total == s->total || share_a_part(out[i].sum, s)) return n;
    if (n == MOST_ANCHORS) return n;
    out[n] = (anchor){s, has_invalid};
    return n + 1;
}

static bool is_of_papers(cv_role role)
{
    return role == CV_F_CAST || role == CV_F_TOOK_PART || role == CV_F_BOX || role == CV_F_SIGNED ||
           role == CV_ROLE_TOTAL || role == CV_ROLE_VOTES;
}

typedef enum { OF_VALID, OF_PAPERS, OF_TOTAL } anchor_kind;

/* valid = options: the total says so. papers = options + invalid (+ blank). "total" = columns of
 * which none has a name that the dictionary knows. */
static bool is_anchor(const cv_guessing *w, const cv_sum *s, anchor_kind kind, bool weak)
{
    parts p = parts_of(w, s);
    cv_role role = w->look[s->total].role;
    if (p.bad || (p.weak && !weak)) return false;
    switch (kind) {
    case OF_VALID: return role == CV_F_VALID && !p.invalid && !p.blank && p.options + p.others >= 2;
    case OF_PAPERS: return is_of_papers(role) && !p.others && p.invalid == 1 && p.options >= 2;
    case OF_TOTAL:
        return (role == CV_ROLE_TOTAL || role == CV_ROLE_VOTES) && !p.invalid && !p.blank &&
               p.options >= 2;
    }
    return false;
}

/* Columns that nothing names go before those whose names hold a word of the dictionary. */
static int32_t anchors_of(anchor *out, const cv_guessing *w, anchor_kind kind)
{
    int32_t n = 0;
    for (int32_t weak = 0; weak < 2; weak++)
        for (int32_t i = 0; i < w->n_sums; i++)
            if (is_anchor(w, &w->sum[i], kind, weak))
                n = add_anchor(out, n, &w->sum[i], kind == OF_PAPERS);
    return n;
}

/* ---- taking them ---- */

static void take_option(cv_guessing *w, int32_t column, int32_t form, int32_t why)
{
    cv_guess_column *c = &w->column[column];
    c->use = CV_USE_OPTION;
    c->form = form;
    c->why = why;
}

static void take_parts(cv_guessing *w, const anchor *a, int32_t form)
{
    for (int32_t k = 0; k < a->sum->n_parts; k++) {
        int32_t c = a->sum->part[k];
        part_is is = part_of(w, c);
        if (is == PART_LINE) cv_guess_field(w, c, w->look[c].role, form, CV_BY_NAME);
        if (is == PART_OPTION || is == PART_WEAK ||
            (is == PART_OTHERS && w->look[a->sum->total].role == CV_F_VALID))
            take_option(w, c, form, CV_BY_ARITHMETIC);
        w->column[c].agree = a->sum->holds;
        w->column[c].rows = a->sum->rows;
        w->column[c].form = form;
    }
    w->column[a->sum->total].agree = a->sum->holds;
    w->column[a->sum->total].rows = a->sum->rows;
    w->column[a->sum->total].form = form;
}

/* Columns without a figure, or with a handful, can be in no sum; those that stand among the
 * options, with nothing else between, are options. */
static void take_between(cv_guessing *w, int32_t form)
{
    int32_t first = -1, last = -1;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        if (w->column[c].use != CV_USE_OPTION || w->column[c].form != form) continue;
        if (first < 0) first = c;
        last = c;
    }
    for (int32_t c = first; c >= 0 && c < last; c++) {
        const cv_look_column *l = &w->look[c];
        bool may_be =
            l->role == CV_ROLE_NONE && (l->kind == CV_KIND_FIGURES || l->kind == CV_KIND_EMPTY);
        if (w->column[c].use != CV_USE_OPTION && !may_be) return;
    }
    for (int32_t c = first; c >= 0 && c < last; c++)
        if (w->column[c].use == CV_USE_UNCLEAR) take_option(w, c, form, CV_BY_ARITHMETIC);
}

/* Words of a total's head that are in no other total's head: "Erst", "Zweit". */
static cv_str telling_words(const cv_guessing *w, const anchor *a, int32_t n, int32_t which)
{
    cv_str own = cv_normal(w->s->column[a[which].sum->total].name, w->keep), out = {"", 0};
    for (int64_t at = 0; at < own.n;) {
        int64_t end = cv_str_find(own, CV_STR(" "), at);
        if (end < 0) end = own.n;
        cv_str word = cv_str_cut(own, at, end);
        bool elsewhere = false;
        for (int32_t i = 0; i < n; i++) {
            cv_str head = cv_normal(w->s->column[a[i].sum->total].name, w->keep);
            cv_str spaced = cv_str_format(w->keep, " %.*s ", CV_ARG(head));
            cv_str wanted = cv_str_format(w->keep, " %.*s ", CV_ARG(word));
            elsewhere |= i != which && cv_str_find(spaced, wanted, 0) >= 0;
        }
        if (!elsewhere)
            out = out.n ? cv_str_format(w->keep, "%.*s %.*s", CV_ARG(out), CV_ARG(word)) : word;
        at = end + 1;
    }
    return out.n ? out : cv_str_format(w->keep, "%d", which + 1);
}

static void take_anchors(cv_guessing *w, const anchor *a, int32_t n)
{
    w->g->n_forms = n;
    w->g->options_are_sure = true;
    for (int32_t i = 0; i < n; i++) {
        cv_sum *all = cv_new(w->keep, cv_sum, 1); /* of all rows, not of those searched */
        *all = *a[i].sum;
        cv_sum_count(all, &w->figures);
        w->g->form_name[i] = n > 1 ? telling_words(w, a, n, i) : (cv_str){"", 0};
        take_parts(w, &(anchor){all, a[i].has_invalid}, i);
        take_between(w, i);
    }
}

/* ---- by arithmetic alone ---- */

/* papers = valid + invalid and valid = options: a sum of two whose one part is a sum itself. Papers
 * issued and received add up in the same way, so that the table must hold nothing else but a
 * column that is never smaller: the register. */
typedef struct {
    const cv_sum *upper, *lower;
    int32_t invalid;
} tree;

static bool find_tree(tree *out, const cv_guessing *w)
{
    int32_t n = 0;
    for (int32_t u = 0; u < w->n_sums; u++) {
        const cv_sum *upper = &w->sum[u];
        if (upper->n_parts != 2 || upper->rows < 50) continue;
        for (int32_t l = 0; l < w->n_sums; l++) {
            const cv_sum *lower = &w->sum[l];
            if (lower->n_parts < 2 || lower->total == upper->total) continue;
            int32_t at = lower->total == upper->part[0]   ? 0
                         : lower->total == upper->part[1] ? 1
                                                          : -1;
            if (at < 0) continue;
            int32_t other = upper->part[1 - at];
            bool apart = true;
            for (int32_t k = 0; k < lower->n_parts; k++) apart &= lower->part[k] != other;
            if (!apart) continue;
            *out = (tree){upper, lower, other};
            n++;
        }
    }
    return n == 1;
}

static bool is_in_tree(const tree *t, int32_t column)
{
    if (column == t->upper->total || column == t->lower->total || column == t->invalid) return true;
    for (int32_t k = 0; k < t->lower->n_parts; k++)
        if (t->lower->part[k] == column) return true;
    return false;
}

/* Of what else holds figures: -1 nothing, a column that can be the register, or -2: more. */
static int32_t rest_of_tree(const cv_guessing *w, const tree *t)
{
    int32_t found = -1;
    for (int32_t c = 0; c < w->s->n_columns; c++) {
        const cv_look_column *l = &w->look[c];
        if (l->kind != CV_KIND_FIGURES || l->is_constant || l->is_codelike) continue;
        if (is_in_tree(t, c) || l->role != CV_ROLE_NONE) continue;
        int32_t rows, holds = cv_sums_at_least(&w->figures, c, t->upper->total, &rows);
        if (found != -1 || 100 * (int64_t)holds < 90 * (int64_t)rows) return -2;
        found = c;
    }
    return found;
}

static bool has_named_lines(const cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->look[c].role >= 0 && w->look[c].role < CV_F_FIXED &&
            w->look[c].kind == CV_KIND_FIGURES)
            return true;
    return false;
}

static void take_tree(cv_guessing *w)
{
    tree t = {0};
    if (has_named_lines(w) || !find_tree(&t, w)) return;
    int32_t rest = rest_of_tree(w, &t);
    if (rest == -2) return;
    const anchor a = {t.lower, false};
    take_anchors(w, &a, 1);
    const cv_sum *upper = t.upper;
    const struct {
        int32_t column;
        cv_role role;
    } lines[] = {
        {t.lower->total, CV_F_VALID  },
        {t.invalid,      CV_F_INVALID},
        {upper->total,   CV_F_CAST   },
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cv_guess_field(w, lines[i].column, lines[i].role, 0, CV_BY_ARITHMETIC);
        w->column[lines[i].column].agree = upper->holds;
        w->column[lines[i].column].rows = upper->rows;
    }
    if (rest < 0) return;
    int32_t rows, holds = cv_sums_at_least(&w->figures, rest, upper->total, &rows);
    if (100 * (int64_t)holds < 99 * (int64_t)rows) return;
    cv_guess_field(w, rest, CV_F_REG, -1, CV_BY_ARITHMETIC);
    w->column[rest].agree = holds;
    w->column[rest].rows = rows;
}

/* ---- the door ---- */

static int32_t find_anchors(anchor *a, cv_guessing *w, bool with_derived)
{
    find_sums(w, with_derived);
    int32_t n = anchors_of(a, w, OF_VALID);
    if (!n) n = anchors_of(a, w, OF_PAPERS);
    return n ? n : anchors_of(a, w, OF_TOTAL);
}

static bool has_derived(const cv_guessing *w)
{
    for (int32_t c = 0; c < w->s->n_columns; c++)
        if (w->look[c].role == CV_ROLE_DERIVED && w->look[c].kind == CV_KIND_FIGURES) return true;
    return false;
}

void cv_guess_wide(cv_guessing *w)
{
    anchor a[MOST_ANCHORS];
    int32_t n = find_anchors(a, w, false);
    if (!n && has_derived(w)) n = find_anchors(a, w, true);
    if (n)
        take_anchors(w, a, n);
    else
        take_tree(w);
    cv_guess_lines(w);
}
