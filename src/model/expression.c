#include "model/expression.h"

#include <string.h>

#include "model/election.h"

typedef enum {
    T_END,
    T_NUMBER,
    T_NAME, /* a word, with what stands in square brackets right behind it */
    T_SIGN, /* one or two characters                                       */
    T_BAD
} token_kind;

typedef struct {
    token_kind kind;
    cv_str s;
    int64_t number;
    int32_t at;
} token;

typedef struct {
    cv_str text;
    int64_t next; /* byte after `now` */
    token now;
    cv_expr_node node[CV_EXPR_MAX_NODES];
    cv_wide most[CV_EXPR_MAX_NODES]; /* the largest size a number can have */
    int32_t n, depth;
    int32_t *at;
    cv_error *err;
} parser;

/* ---- words ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 128;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* `word`, `word[...]`, `word[...][...]`, `word[...]_words`. */
static int64_t end_of_name(cv_str s, int64_t i)
{
    for (;;) {
        while (i < s.n && (is_letter(s.s[i]) || is_digit(s.s[i]))) i++;
        if (i >= s.n || s.s[i] != '[') return i;
        int64_t close = cv_str_find(s, CV_STR("]"), i);
        if (close < 0) return i;
        i = close + 1;
    }
}

static int64_t read_number(token *t, cv_str s, int64_t i)
{
    t->kind = T_NUMBER;
    for (; i < s.n && is_digit(s.s[i]); i++) {
        t->number = 10 * t->number + s.s[i] - '0';
        if (t->number >= CV_COUNT_MAX) t->kind = T_BAD, t->number = 1;
    }
    return i;
}

static void advance(parser *p)
{
    cv_str s = p->text;
    int64_t i = p->next;
    while (i < s.n && (s.s[i] == ' ' || s.s[i] == '\t' || s.s[i] == '\n' || s.s[i] == '\r')) i++;
    token t = {.kind = T_END, .at = (int32_t)i};
    int64_t end = i;
    if (i < s.n && is_digit(s.s[i])) {
        end = read_number(&t, s, i);
    } else if (i < s.n && is_letter(s.s[i])) {
        t.kind = T_NAME;
        end = end_of_name(s, i);
    } else if (i < s.n) {
        bool two = i + 1 < s.n && s.s[i + 1] == '=' && strchr("<>!", s.s[i]);
        t.kind = two || strchr("+-*/=<>(){},?.", s.s[i]) ? T_SIGN : T_BAD;
        end = i + 1 + two;
    }
    t.s = cv_str_cut(s, i, end);
    p->now = t;
    p->next = end;
}

static bool is_sign(const parser *p, const char *sign)
{
    return p->now.kind == T_SIGN && cv_str_eq(p->now.s, cv_str_of(sign));
}

static bool is_word(const parser *p, const char *word)
{
    return p->now.kind == T_NAME && cv_str_eq(p->now.s, cv_str_of(word));
}

static bool accept(parser *p, const char *sign)
{
    if (!is_sign(p, sign)) return false;
    advance(p);
    return true;
}

/* ---- what is wrong ---- */

static cv_status wrong(parser *p, int32_t at, const char *hint)
{
    *p->at = at;
    cv_str rest = cv_str_trim(cv_str_cut(p->text, at, p->text.n < at + 24 ? p->text.n : at + 24));
    cv_status failed =
        rest.n ? cv_fail(p->err, CV_E_INPUT, "cannot read the relation at '%.*s'", CV_ARG(rest))
               : cv_fail(p->err, CV_E_INPUT, "the relation ends too early");
    return cv_hint(p->err, failed, hint, 0);
}

static cv_status too_large(parser *p)
{
    *p->at = p->now.at;
    return cv_fail(p->err, CV_E_LIMIT, "the relation is larger than canvass takes");
}

static cv_status expect(parser *p, const char *sign, const char *hint)
{
    return accept(p, sign) ? CV_OK : wrong(p, p->now.at, hint);
}

/* ---- nodes ---- */

static bool is_condition(cv_expr_op op)
{
    return op >= CV_X_EQ;
}

static const cv_wide MOST_SIZE = (cv_wide)1 << 120;

/* A line is one cell, or a sum that was cut to a cell's type. */
static cv_wide size_of(const parser *p, const cv_expr_node *n)
{
    cv_wide a = n->a < 0 ? 0 : p->most[n->a], b = n->b < 0 ? 0 : p->most[n->b];
    if (n->op == CV_X_NUMBER) return n->number;
    if (n->op == CV_X_SUM_OPT) return cv_times(INT32_MAX, INT16_MAX);
    if (n->op == CV_X_ADD || n->op == CV_X_SUB) return a + b;
    if (n->op == CV_X_MUL) return a == 0 || b <= MOST_SIZE / a ? a * b : MOST_SIZE + 1;
    if (n->op == CV_X_MIN || n->op == CV_X_MAX) return a > b ? a : b;
    return INT32_MAX;
}

static cv_status put(int32_t *out, parser *p, cv_expr_node n)
{
    if (p->n == CV_EXPR_MAX_NODES) return too_large(p);
    p->most[p->n] = is_condition(n.op) ? 0 : size_of(p, &n);
    if (p->most[p->n] > MOST_SIZE) return too_large(p);
    p->node[p->n] = n;
    *out = p->n++;
    return CV_OK;
}

static cv_expr_node node_of(cv_expr_op op, int32_t a, int32_t b, int32_t at)
{
    return (cv_expr_node){
        .op = op, .a = a, .b = b, .part = -1, .whole = -1, .copy_kind = -1, .at = at};
}

static cv_status put_two(int32_t *out, parser *p, cv_expr_op op, int32_t a, int32_t b)
{
    return put(out, p, node_of(op, a, b, p->node[a].at));
}

static cv_status want(parser *p, int32_t x, bool condition)
{
    if (is_condition(p->node[x].op) == condition) return CV_OK;
    return wrong(p, p->node[x].at,
                 condition ? CV_MSG("a relation compares: it needs = != < <= > or >=")
                           : CV_MSG("a comparison is not a number"));
}

/* ---- lines ---- */

static const char *const COMPUTED[] = {"votes", "participants", "limit", "per_ballot",
                                       "station_max"};

bool cv_expr_is_computed(cv_str name)
{
    for (size_t i = 0; i < sizeof COMPUTED / sizeof COMPUTED[0]; i++)
        if (cv_str_eq(name, cv_str_of(COMPUTED[i]))) return true;
    return false;
}

static bool is_line(cv_str name)
{
    int16_t minute;
    return cv_field_named(name) != CV_F_NONE || cv_field_is_turnout(name, &minute) ||
           cv_field_is_own(name) || cv_expr_is_computed(name);
}

static cv_status read_line(cv_expr_node *n, parser *p)
{
    if (p->now.kind != T_NAME || !is_line(p->now.s))
        return wrong(p, p->now.at,
                     CV_MSG("the lines are in docs/reference/fields.md; own ones begin with x_"));
    n->name = p->now.s;
    advance(p);
    return CV_OK;
}

typedef struct {
    const char *word;
    int32_t value;
} named_value;

static const named_value COPY_KINDS[] = {
    {"original", CV_COPY_ORIGINAL},
    {"posted",   CV_COPY_POSTED  },
    {"agent",    CV_COPY_AGENT   },
    {"observer", CV_COPY_OBSERVER},
    {"machine",  CV_COPY_MACHINE },
    {"recount",  CV_COPY_RECOUNT },
    {"portal",   CV_COPY_PORTAL  },
    {"earlier",  CV_COPY_EARLIER },
    {NULL,       0               },
};

static const named_value STATION_KINDS[] = {
    {"ordinary",   CV_STATION_ORDINARY  },
    {"postal",     CV_STATION_POSTAL    },
    {"special",    CV_STATION_SPECIAL   },
    {"mobile",     CV_STATION_MOBILE    },
    {"abroad",     CV_STATION_ABROAD    },
    {"electronic", CV_STATION_ELECTRONIC},
    {NULL,         0                    },
};

static cv_status read_value(int32_t *out, parser *p, const named_value *of, const char *hint)
{
    for (; of->word; of++) {
        if (!is_word(p, of->word)) continue;
        *out = of->value;
        advance(p);
        return CV_OK;
    }
    return wrong(p, p->now.at, hint);
}

/* All up to the closing bracket, as it stands: ids of contests have any form. */
static cv_status read_contest(cv_str *out, parser *p)
{
    int64_t close = cv_str_find(p->text, CV_STR(")"), p->now.at);
    if (close < 0) return wrong(p, p->now.at, CV_MSG("written other(contest).line"));
    *out = cv_str_trim(cv_str_cut(p->text, p->now.at, close));
    p->next = close;
    advance(p);
    return CV_OK;
}

/* prev(line), copy(kind).line, other(contest).line, or the line itself. */
static cv_status read_scoped(cv_expr_node *n, parser *p)
{
    bool prev = is_word(p, "prev"), copy = is_word(p, "copy"), other = is_word(p, "other");
    if (!prev && !copy && !other) return read_line(n, p);
    n->scope = prev ? CV_FROM_PREV : copy ? CV_FROM_COPY : CV_FROM_OTHER;
    advance(p);
    CV_TRY(expect(p, "(", CV_MSG("written prev(line), copy(kind).line or other(contest).line")));
    if (prev) CV_TRY(read_line(n, p));
    if (copy)
        CV_TRY(read_value(&n->copy_kind, p, COPY_KINDS,
                          CV_MSG("kinds of copies are in docs/reference/election-json.md")));
    if (other) CV_TRY(read_contest(&n->of, p));
    CV_TRY(expect(p, ")", CV_MSG("written prev(line), copy(kind).line or other(contest).line")));
    if (prev) return CV_OK;
    CV_TRY(expect(p, ".", CV_MSG("written copy(kind).line or other(contest).line")));
    return read_line(n, p);
}

/* ---- figures ---- */

static cv_status read_any(int32_t *out, parser *p);

static cv_status read_kinds(int32_t *out, parser *p, cv_expr_node n)
{
    if (!is_word(p, "in")) return wrong(p, p->now.at, CV_MSG("written kind in {postal, special}"));
    advance(p);
    CV_TRY(expect(p, "{", CV_MSG("written kind in {postal, special}")));
    do {
        int32_t kind = 0;
        CV_TRY(read_value(&kind, p, STATION_KINDS,
                          CV_MSG("kinds of stations are in docs/reference/election-json.md")));
        n.number |= INT64_C(1) << kind;
    } while (accept(p, ","));
    CV_TRY(expect(p, "}", CV_MSG("written kind in {postal, special}")));
    n.op = CV_X_KIND;
    return put(out, p, n);
}

static cv_status close_list(parser *p)
{
    return expect(p, ")", CV_MSG("a bracket is open"));
}

/* min(a, b, ...) and max(a, b, ...), or of the options' votes. */
static cv_status read_extreme(int32_t *out, parser *p, bool is_max, int32_t at)
{
    if (is_word(p, "opt")) {
        advance(p);
        CV_TRY(put(out, p, node_of(is_max ? CV_X_MAX_OPT : CV_X_MIN_OPT, -1, -1, at)));
        return close_list(p);
    }
    CV_TRY(read_any(out, p));
    CV_TRY(want(p, *out, false));
    while (accept(p, ",")) {
        int32_t more = 0;
        CV_TRY(read_any(&more, p));
        CV_TRY(want(p, more, false));
        CV_TRY(put_two(out, p, is_max ? CV_X_MAX : CV_X_MIN, *out, more));
    }
    return close_list(p);
}

static cv_status read_of_options(int32_t *out, parser *p, cv_expr_op op, int32_t at)
{
    if (!is_word(p, "opt")) return wrong(p, p->now.at, CV_MSG("written sum(opt) or second(opt)"));
    advance(p);
    CV_TRY(put(out, p, node_of(op, -1, -1, at)));
    return close_list(p);
}

static cv_status read_asked(int32_t *out, parser *p, cv_expr_op op, int32_t at)
{
    cv_expr_node n = node_of(op, -1, -1, at);
    CV_TRY(read_scoped(&n, p));
    CV_TRY(put(out, p, n));
    return close_list(p);
}

/* opt[A] */
static cv_status read_option(int32_t *out, parser *p, cv_expr_node n)
{
    cv_str s = p->now.s;
    if (s.n < 6) return wrong(p, n.at, CV_MSG("an option is written opt[id]"));
    n.op = CV_X_OPTION;
    n.name = cv_str_trim(cv_str_cut(s, 4, s.n - 1));
    advance(p);
    n.optional = accept(p, "?");
    return put(out, p, n);
}

static bool is_option(cv_str s)
{
    return cv_str_starts(s, CV_STR("opt[")) && cv_str_ends(s, CV_STR("]"));
}

typedef enum { F_SUM, F_SECOND, F_MIN, F_MAX, F_TICKED, F_KNOWN, F_HAS, F_NONE } function;

static function function_named(const parser *p)
{
    const char *const names[] = {"sum", "second", "min", "max", "ticked", "known", "has"};
    for (int i = 0; i < F_NONE; i++)
        if (is_word(p, names[i])) return (function)i;
    return F_NONE;
}

static cv_status read_function(int32_t *out, parser *p, function f)
{
    int32_t at = p->now.at;
    advance(p);
    CV_TRY(expect(p, "(", CV_MSG("a function has its line in brackets")));
    switch (f) {
    case F_SUM: return read_of_options(out, p, CV_X_SUM_OPT, at);
    case F_SECOND: return read_of_options(out, p, CV_X_SECOND_OPT, at);
    case F_MIN: return read_extreme(out, p, false, at);
    case F_MAX: return read_extreme(out, p, true, at);
    case F_TICKED: return read_asked(out, p, CV_X_TICKED, at);
    case F_KNOWN: return read_asked(out, p, CV_X_KNOWN, at);
    case F_HAS: return read_asked(out, p, CV_X_HAS, at);
    case F_NONE: break;
    }
    return too_large(p);
}

static cv_status read_one(int32_t *out, parser *p)
{
    cv_expr_node n = node_of(CV_X_NUMBER, -1, -1, p->now.at);
    if (p->now.kind == T_NUMBER) {
        n.number = p->now.number;
        advance(p);
        return put(out, p, n);
    }
    if (accept(p, "(")) {
        CV_TRY(read_any(out, p));
        return close_list(p);
    }
    function f = function_named(p);
    if (f != F_NONE) return read_function(out, p, f);
    if (is_word(p, "kind")) {
        advance(p);
        return read_kinds(out, p, n);
    }
    if (p->now.kind == T_NAME && is_option(p->now.s)) return read_option(out, p, n);
    n.op = CV_X_LINE;
    CV_TRY(read_scoped(&n, p));
    n.optional = accept(p, "?");
    return put(out, p, n);
}

/* ---- from the strongest to the weakest ---- */

static cv_status read_product(int32_t *out, parser *p)
{
    CV_TRY(read_one(out, p));
    while (accept(p, "*")) {
        int32_t b = 0;
        CV_TRY(want(p, *out, false));
        CV_TRY(read_one(&b, p));
        CV_TRY(want(p, b, false));
        CV_TRY(put_two(out, p, CV_X_MUL, *out, b));
    }
    return CV_OK;
}

static cv_status read_sum(int32_t *out, parser *p)
{
    CV_TRY(read_product(out, p));
    while (is_sign(p, "+") || is_sign(p, "-")) {
        cv_expr_op op = is_sign(p, "+") ? CV_X_ADD : CV_X_SUB;
        int32_t b = 0;
        advance(p);
        CV_TRY(want(p, *out, false));
        CV_TRY(read_product(&b, p));
        CV_TRY(want(p, b, false));
        CV_TRY(put_two(out, p, op, *out, b));
    }
    return CV_OK;
}

/* `part >= p/q of whole` is part × q >= p × whole; p is the node `b`. */
static cv_status read_share(int32_t *out, parser *p, cv_expr_op op, int32_t part, int32_t b)
{
    int32_t q = 0, whole = 0;
    bool good = p->node[b].op == CV_X_NUMBER && p->now.kind == T_NUMBER && p->now.number > 0;
    if (!good) return wrong(p, p->now.at, CV_MSG("a share is written 3/100 of cast"));
    CV_TRY(read_one(&q, p));
    if (!is_word(p, "of")) return wrong(p, p->now.at, CV_MSG("a share is written 3/100 of cast"));
    advance(p);
    CV_TRY(read_sum(&whole, p));
    CV_TRY(want(p, whole, false));
    int32_t left = 0, right = 0;
    CV_TRY(put_two(&left, p, CV_X_MUL, part, q));
    CV_TRY(put_two(&right, p, CV_X_MUL, b, whole));
    cv_expr_node n = node_of(op, left, right, p->node[part].at);
    n.part = part;
    n.whole = whole;
    return put(out, p, n);
}

static cv_status read_comparison(int32_t *out, parser *p)
{
    const struct {
        const char *sign;
        cv_expr_op op;
    } signs[] = {
        {"=",  CV_X_EQ},
        {"!=", CV_X_NE},
        {"<",  CV_X_LT},
        {"<=", CV_X_LE},
        {">",  CV_X_GT},
        {">=", CV_X_GE},
    };
    CV_TRY(read_sum(out, p));
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (!accept(p, signs[i].sign)) continue;
        int32_t b = 0;
        CV_TRY(want(p, *out, false));
        CV_TRY(read_sum(&b, p));
        CV_TRY(want(p, b, false));
        if (accept(p, "/")) return read_share(out, p, signs[i].op, *out, b);
        return put_two(out, p, signs[i].op, *out, b);
    }
    return CV_OK;
}

static cv_status read_not(int32_t *out, parser *p)
{
    int32_t at = p->now.at, n = 0;
    while (is_word(p, "not")) {
        n++;
        advance(p);
    }
    CV_TRY(read_comparison(out, p));
    for (; n > 0; n--) {
        CV_TRY(want(p, *out, true));
        CV_TRY(put(out, p, node_of(CV_X_NOT, *out, -1, at)));
    }
    return CV_OK;
}

static cv_status read_and(int32_t *out, parser *p)
{
    CV_TRY(read_not(out, p));
    while (is_word(p, "and")) {
        int32_t b = 0;
        advance(p);
        CV_TRY(want(p, *out, true));
        CV_TRY(read_not(&b, p));
        CV_TRY(want(p, b, true));
        CV_TRY(put_two(out, p, CV_X_AND, *out, b));
    }
    return CV_OK;
}

static cv_status read_any(int32_t *out, parser *p)
{
    enum { MOST_DEPTH = 32 };
    if (++p->depth > MOST_DEPTH) return too_large(p);
    CV_TRY(read_and(out, p));
    while (is_word(p, "or")) {
        int32_t b = 0;
        advance(p);
        CV_TRY(want(p, *out, true));
        CV_TRY(read_and(&b, p));
        CV_TRY(want(p, b, true));
        CV_TRY(put_two(out, p, CV_X_OR, *out, b));
    }
    p->depth--;
    return CV_OK;
}

cv_status cv_expr_parse(cv_expr *out, int32_t *at, cv_str text, cv_arena *keep, cv_error *err)
{
    parser p = {.text = text, .at = at, .err = err};
    int32_t top = 0;
    *at = 0;
    if (text.n > CV_EXPR_MAX_TEXT) return too_large(&p);
    advance(&p);
    CV_TRY(read_any(&top, &p));
    if (p.now.kind != T_END)
        return wrong(&p, p.now.at, CV_MSG("after a relation come only and, or"));
    CV_TRY(want(&p, top, true));
    cv_expr_node *node = cv_new(keep, cv_expr_node, p.n);
    memcpy(node, p.node, (size_t)p.n * sizeof *node);
    bool is_small = true;
    for (int32_t i = 0; i < p.n; i++) is_small = is_small && p.most[i] < (cv_wide)1 << 62;
    *out = (cv_expr){.text = text, .n = p.n, .node = node, .is_small = is_small};
    return CV_OK;
}
