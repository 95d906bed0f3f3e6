#include "read/case/template.h"

#include <string.h>

#include "base/text.h"
#include "read/case/spec.h"

/* ---- compiling ---- */

typedef struct {
    cv_piece *piece;
    int64_t n, cap;
    cv_columns *columns;
    cv_arena *keep;
} maker;

static void add_piece(maker *m, cv_piece p)
{
    cv_room(m->keep, cv_piece, m->piece, m->n, m->cap);
    m->piece[m->n++] = p;
}

/* `1-5` after the last colon: characters from and to. */
static bool parse_range(int32_t *from, int32_t *to, cv_str s)
{
    int64_t dash = cv_str_find(s, CV_STR("-"), 0);
    cv_count a, b;
    if (dash < 0 || cv_count_parse(&a, cv_str_cut(s, 0, dash)) != CV_PARSE_OK ||
        cv_count_parse(&b, cv_str_cut(s, dash + 1, s.n)) != CV_PARSE_OK)
        return false;
    if (a < 1 || b < a || b > 10000) return false;
    *from = (int32_t)a;
    *to = (int32_t)b;
    return true;
}

/* A column's own name may hold a colon: the whole goes first. */
static cv_status add_column(maker *m, cv_str name, int32_t at)
{
    cv_piece p = {.column = -1};
    int64_t colon = name.n;
    while (colon > 0 && name.s[colon - 1] != ':') colon--;
    bool has_range = colon > 0 && !cv_columns_has(m->columns, name) &&
                     parse_range(&p.from, &p.to, cv_str_cut(name, colon, name.n));
    cv_str column = cv_str_trim(has_range ? cv_str_cut(name, 0, colon - 1) : name);
    CV_TRY(cv_columns_find(&p.column, m->columns, column, at));
    add_piece(m, p);
    return CV_OK;
}

static cv_status add_text(maker *m, const cv_said *said, cv_template_kind kind)
{
    cv_str s = said->s;
    if (kind == CV_TEMPLATE_COLUMN && cv_str_find(s, CV_STR("{"), 0) < 0)
        return add_column(m, s, said->at);
    for (int64_t i = 0; i < s.n;) {
        int64_t open = cv_str_find(s, CV_STR("{"), i);
        if (open < 0) open = s.n;
        if (open > i) add_piece(m, (cv_piece){.text = cv_str_cut(s, i, open), .column = -1});
        if (open == s.n) break;
        int64_t close = cv_str_find(s, CV_STR("}"), open);
        if (close < 0) {
            const cv_columns *c = m->columns;
            cv_status failed = cv_spec_fail(&c->spec->text, said->at, c->err,
                                            "a brace is not closed in '%.*s'", CV_ARG(s));
            return cv_hint(c->err, failed, "a column is named {like this}");
        }
        CV_TRY(add_column(m, cv_str_cut(s, open + 1, close), said->at));
        i = close + 1;
    }
    return CV_OK;
}

cv_status cv_template_make(cv_template *out, const cv_said *said, cv_template_kind kind,
                           cv_columns *columns, cv_arena *keep)
{
    maker m = {.columns = columns, .keep = keep};
    if (said->s.s) CV_TRY(add_text(&m, said, kind));
    *out = (cv_template){m.piece, (int32_t)m.n};
    return CV_OK;
}

cv_status cv_template_join(cv_template *out, const cv_saids *said, cv_columns *columns,
                           cv_arena *keep)
{
    maker m = {.columns = columns, .keep = keep};
    for (int32_t i = 0; i < said->n; i++) {
        if (i > 0) add_piece(&m, (cv_piece){.text = CV_STR("/"), .column = -1});
        CV_TRY(add_text(&m, &said->v[i], CV_TEMPLATE_COLUMN));
    }
    *out = (cv_template){m.piece, (int32_t)m.n};
    return CV_OK;
}

bool cv_template_is_fixed(const cv_template *t)
{
    for (int32_t i = 0; i < t->n; i++)
        if (t->piece[i].column >= 0) return false;
    return true;
}

/* ---- filling in ---- */

/* The byte after the first `n` characters of UTF-8; -1 when there are fewer. */
static int64_t after_chars(cv_str s, int32_t n)
{
    int64_t i = 0;
    for (; n > 0 && i < s.n; n--)
        for (i++; i < s.n && ((unsigned char)s.s[i] & 0xc0) == 0x80;) i++;
    return n > 0 ? -1 : i;
}

static cv_str piece_text(const cv_piece *p, const cv_str *cell, cv_template_gap *gap)
{
    if (p->column < 0) return p->text;
    cv_str s = cell[p->column];
    if (!s.n && gap->empty_column < 0) gap->empty_column = p->column;
    if (!p->to) return s;
    int64_t from = after_chars(s, p->from - 1), to = after_chars(s, p->to);
    if (to < 0 && gap->short_column < 0) gap->short_column = p->column;
    return cv_str_cut(s, from < 0 ? s.n : from, to < 0 ? s.n : to);
}

static void put(cv_buffer *b, int64_t at, cv_str s)
{
    if (at + s.n > b->cap) {
        int64_t more = 2 * (at + s.n) + 64;
        b->s = cv_grow(b->work, char, b->s, b->cap, more);
        b->cap = more;
    }
    if (s.n) memcpy(b->s + at, s.s, (size_t)s.n);
}

static cv_str without_double_spaces(cv_str s, char *to)
{
    int64_t n = 0;
    for (int64_t i = 0; i < s.n; i++)
        if (s.s[i] != ' ' || (n > 0 && to[n - 1] != ' ')) to[n++] = s.s[i];
    return cv_str_trim((cv_str){to, n});
}

cv_str cv_template_text(const cv_template *t, const cv_str *cell, cv_buffer *buffer,
                        cv_template_gap *gap)
{
    *gap = (cv_template_gap){-1, -1};
    if (t->n == 1) return piece_text(t->piece, cell, gap);
    int64_t n = 0;
    for (int32_t i = 0; i < t->n; i++) {
        cv_str s = piece_text(&t->piece[i], cell, gap);
        put(buffer, n, s);
        n += s.n;
    }
    cv_str text = {buffer->s, n};
    return gap->empty_column < 0 ? text : without_double_spaces(text, buffer->s);
}
