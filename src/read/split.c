#include "read/split.h"

#include <string.h>

#include <csv.h>

#include "base/check.h"
#include "read/dialect.h"

struct cv_split {
    struct csv_parser parser;
    cv_split_rules rules;
    int64_t line;
    bool in_long_line; /* what comes up to the next line end belongs to a row already given */
    cv_row *row;       /* being filled  */
    bool has_ended;    /* it is complete */
    /* for rows that are not strictly right */
    char *relaxed; /* [line_bytes] */
    bool at_cell_start, in_quotes;
};

enum { NO_QUOTE = 0xff }; /* a byte that no text has */

static int is_never(unsigned char c)
{
    (void)c;
    return 0;
}

static void close_split(void *thing)
{
    csv_free(&((cv_split *)thing)->parser);
}

cv_split *cv_split_open(const cv_split_rules *rules, cv_arena *keep)
{
    cv_split *s = cv_new(keep, cv_split, 1);
    s->rules = *rules;
    s->relaxed = cv_new(keep, char, rules->line_bytes);
    csv_init(&s->parser, CSV_STRICT);
    /* libcsv would drop spaces and tabs without a word; here they are counted. */
    csv_set_space_func(&s->parser, is_never);
    csv_set_quote(&s->parser, rules->quote ? (unsigned char)rules->quote : NO_QUOTE);
    csv_set_blk_size(&s->parser, 4096);
    cv_arena_defer(keep, close_split, s);
    return s;
}

void cv_split_start(cv_split *s)
{
    cv_split_separator(s, ',');
    cv_split_back(s, 1);
}

void cv_split_separator(cv_split *s, char separator)
{
    s->rules.separator = separator;
    csv_set_delim(&s->parser, (unsigned char)separator);
}

void cv_split_back(cv_split *s, int64_t line)
{
    s->line = line;
    s->in_long_line = false;
}

int64_t cv_split_line(const cv_split *s)
{
    return s->line;
}

/* ---- a cell ---- */

static int64_t space_before(cv_str s)
{
    if (s.n && (s.s[0] == ' ' || s.s[0] == '\t')) return 1;
    if (cv_str_starts(s, CV_STR("\xc2\xa0"))) return 2;
    return cv_str_starts(s, CV_STR("\xe2\x80\xaf")) ? 3 : 0;
}

static int64_t space_after(cv_str s)
{
    if (s.n && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t')) return 1;
    if (cv_str_ends(s, CV_STR("\xc2\xa0"))) return 2;
    return cv_str_ends(s, CV_STR("\xe2\x80\xaf")) ? 3 : 0;
}

/* Line ends stay: they were put between quotes on purpose. */
static cv_str trim(cv_str s)
{
    for (int64_t n; (n = space_before(s));) s = cv_str_cut(s, n, s.n);
    for (int64_t n; (n = space_after(s));) s = cv_str_cut(s, 0, s.n - n);
    return s;
}

/* Letters, digits and punctuation of ASCII at both ends: nothing to trim. */
static bool is_plain(cv_str s)
{
    unsigned char first = (unsigned char)s.s[0], last = (unsigned char)s.s[s.n - 1];
    return first > '=' ? first < 0x80 && last > ' ' && last < 0x80
                       : first > ' ' && first != '=' && last > ' ' && last < 0x80;
}

static cv_str unwrap(cv_split *s, cv_str cell)
{
    cv_str t = trim(cell);
    s->row->trimmed += t.n != cell.n;
    if (t.n >= 3 && cv_str_starts(t, CV_STR("=\"")) && cv_str_ends(t, CV_STR("\"")))
        return cv_str_cut(t, 2, t.n - 1);
    return t;
}

static void on_cell(void *bytes, size_t n, void *data)
{
    cv_split *s = data;
    cv_row *row = s->row;
    int32_t i = row->n++;
    if (i >= row->room) return;
    cv_str cell = {bytes, (int64_t)n};
    if (cell.n && !is_plain(cell)) cell = unwrap(s, cell);
    if (cell.n > s->rules.cell_bytes) {
        if (!row->code) row->column = i + 1;
        row->code = CV_R15_LONG;
        cell.n = 0;
    }
    char *to = row->text + row->used;
    memcpy(to, cell.s, (size_t)cell.n);
    row->cell[i] = (cv_str){to, cell.n};
    row->used += cell.n;
}

static void on_row(int end, void *data)
{
    (void)end;
    ((cv_split *)data)->has_ended = true;
}

/* ---- a row ---- */

/* Takes away the spaces around a quoted cell and the = before it. */
static int64_t open_cell(cv_split *s, cv_str line, int64_t i)
{
    int64_t k = i;
    while (k < line.n && line.s[k] != s->rules.separator &&
           space_before(cv_str_cut(line, k, k + 1)))
        k++;
    int64_t spaces = k - i;
    if (k + 1 < line.n && line.s[k] == '=') k++;
    s->at_cell_start = false;
    if (k == line.n || line.s[k] != s->rules.quote) return i;
    s->in_quotes = true;
    s->row->trimmed += spaces > 0;
    return k;
}

static int64_t close_cell(cv_split *s, cv_str line, int64_t i)
{
    int64_t k = i;
    while (k < line.n && line.s[k] != s->rules.separator &&
           space_before(cv_str_cut(line, k, k + 1)))
        k++;
    s->in_quotes = false;
    if (k < line.n && line.s[k] != s->rules.separator && line.s[k] != '\n' && line.s[k] != '\r')
        return i;
    s->row->trimmed += k > i;
    return k;
}

static cv_str relax(cv_split *s, cv_str line)
{
    const char quote = s->rules.quote;
    int64_t n = 0;
    for (int64_t i = 0; i < line.n;) {
        if (s->at_cell_start)
            i = open_cell(s, line, i);
        else if (s->in_quotes && line.s[i] == quote) {
            s->relaxed[n++] = quote;
            if (++i < line.n && line.s[i] == quote)
                s->relaxed[n++] = line.s[i++];
            else
                i = close_cell(s, line, i);
            continue;
        }
        if (i == line.n) break;
        s->at_cell_start = !s->in_quotes && line.s[i] == s->rules.separator;
        s->relaxed[n++] = line.s[i++];
    }
    return (cv_str){s->relaxed, n};
}

static bool feed(cv_split *s, cv_str line)
{
    size_t n = csv_parse(&s->parser, line.s, (size_t)line.n, on_cell, on_row, s);
    cv_assert(n == (size_t)line.n || csv_error(&s->parser) == CSV_EPARSE);
    return n == (size_t)line.n;
}

static void begin_row(cv_split *s)
{
    cv_row *row = s->row;
    csv_fini(&s->parser, NULL, NULL, NULL);
    row->n = row->column = row->code = 0;
    row->trimmed = row->used = 0;
    s->has_ended = s->in_quotes = false;
    s->at_cell_start = true;
}

/* How far a row goes. */
typedef struct {
    int64_t bytes, lines; /* with line ends */
    int64_t first_line;   /* bytes of it    */
    int32_t first_cells;  /* complete in it */
    int64_t first_trimmed;
    enum { ENDS, BREAKS, TOO_LONG, OPEN } how;
} extent;

/* Feeds line by line until the row is complete. */
static extent take_row(cv_split *s, const cv_window *w, bool is_relaxed)
{
    extent e = {0};
    begin_row(s);
    while (!s->has_ended) {
        cv_str rest = {w->text + w->at + e.bytes, w->end - w->at - e.bytes};
        int64_t n = cv_line_length(rest);
        bool ends = n >= 0;
        if (!ends) n = rest.n;
        bool too_long = e.bytes + n > s->rules.line_bytes;
        if (too_long && !e.lines) return (extent){.bytes = n, .lines = ends, .how = TOO_LONG};
        if (too_long || (!ends && !n && w->is_last)) return e.how = BREAKS, e;
        if (!ends && !w->is_last) return e.how = OPEN, e;
        e.bytes += n;
        if (!e.lines++) e.first_line = n;
        cv_str line = {rest.s, n};
        bool is_right =
            feed(s, is_relaxed ? relax(s, line) : line) && (ends || feed(s, CV_STR("\n")));
        if (e.lines == 1) {
            e.first_cells = s->row->n;
            e.first_trimmed = s->row->trimmed;
        }
        if (!is_right) return e.how = BREAKS, e;
    }
    return e;
}

static void refuse(cv_row *row, uint8_t code, int32_t column)
{
    row->code = code;
    row->column = column;
}

/* Bad bytes are named before anything else that is wrong: they may be the reason for it. */
static void check_bytes(cv_str bytes, cv_row *row)
{
    if (cv_text_bad(bytes) < 0) return;
    int32_t kept = row->n < row->room ? row->n : row->room, first = row->n + 1;
    for (int32_t i = kept - 1; i >= 0; i--) {
        if (cv_text_bad(row->cell[i]) < 0) continue;
        row->cell[i].n = 0;
        first = i + 1;
    }
    refuse(row, CV_R07_BYTES, first);
}

/* What could be read of a line without end; the rest of it is passed over. */
static cv_split_found give_long_line(cv_split *s, cv_window *w, extent e)
{
    begin_row(s);
    feed(s, (cv_str){w->text + w->at, s->rules.line_bytes});
    refuse(s->row, CV_R15_LONG, 0);
    int32_t kept = s->row->n < s->row->room ? s->row->n : s->row->room;
    for (int32_t i = 0; i < kept; i++)
        if (cv_text_bad(s->row->cell[i]) >= 0) s->row->cell[i].n = 0;
    w->at += e.bytes;
    s->line += e.lines;
    s->in_long_line = !e.lines;
    return CV_SPLIT_ROW;
}

static cv_split_found give_row(cv_split *s, cv_window *w)
{
    extent e = take_row(s, w, false);
    if (e.how == BREAKS && s->rules.quote) e = take_row(s, w, true);
    if (e.how == OPEN) return CV_SPLIT_MORE;
    if (e.how == TOO_LONG) return give_long_line(s, w, e);
    if (e.how == BREAKS) {
        s->row->n = e.first_cells;
        s->row->trimmed = e.first_trimmed;
        refuse(s->row, CV_R08_QUOTE, e.first_cells + 1);
        e.bytes = e.first_line;
        e.lines = 1;
    }
    if (!w->is_clean) check_bytes((cv_str){w->text + w->at, e.bytes}, s->row);
    w->at += e.bytes;
    s->line += e.lines;
    return CV_SPLIT_ROW;
}

/* ---- lines ---- */

/* A few bytes stay, so that the window never begins inside a character. */
static cv_split_found leave_long_line(cv_split *s, cv_window *w)
{
    int64_t n = cv_line_length((cv_str){w->text + w->at, w->end - w->at});
    if (n < 0 && !w->is_last) {
        if (w->end - w->at > 4) w->at = w->end - 4;
        return CV_SPLIT_MORE;
    }
    w->at = n < 0 ? w->end : w->at + n;
    s->line++;
    s->in_long_line = false;
    return CV_SPLIT_COMMENT;
}

cv_split_found cv_split_skip_line(cv_split *s, cv_window *w)
{
    if (s->in_long_line && leave_long_line(s, w) == CV_SPLIT_MORE) return CV_SPLIT_MORE;
    if (w->at == w->end) return w->is_last ? CV_SPLIT_END : CV_SPLIT_MORE;
    int64_t n = cv_line_length((cv_str){w->text + w->at, w->end - w->at});
    bool ends = n >= 0 || w->is_last;
    if (!ends && w->end - w->at <= s->rules.line_bytes) return CV_SPLIT_MORE;
    w->at = n >= 0 ? w->at + n : w->end;
    s->line += ends;
    s->in_long_line = !ends;
    return CV_SPLIT_COMMENT;
}

/* Nothing but spaces, and no separator among them. CV_SPLIT_ROW when it is no such line. */
static cv_split_found blank_line(const cv_split *s, const cv_window *w)
{
    cv_str rest = {w->text + w->at, w->end - w->at};
    int64_t i = 0;
    for (int64_t n; (n = space_before(cv_str_cut(rest, i, rest.n))); i += n)
        if (rest.s[i] == s->rules.separator || i > s->rules.cell_bytes) return CV_SPLIT_ROW;
    if (i == rest.n) return w->is_last ? CV_SPLIT_BLANK : CV_SPLIT_MORE;
    return rest.s[i] == '\n' || rest.s[i] == '\r' ? CV_SPLIT_BLANK : CV_SPLIT_ROW;
}

cv_split_found cv_split_next(cv_split *s, cv_window *w, cv_row *row)
{
    if (s->in_long_line && leave_long_line(s, w) == CV_SPLIT_MORE) return CV_SPLIT_MORE;
    s->row = row;
    row->line = s->line;
    if (w->at == w->end) return w->is_last ? CV_SPLIT_END : CV_SPLIT_MORE;
    char c = w->text[w->at];
    if (s->rules.comment && c == s->rules.comment) return cv_split_skip_line(s, w);
    if ((unsigned char)c <= ' ' || (unsigned char)c > 0x7f) {
        cv_split_found found = blank_line(s, w);
        if (found == CV_SPLIT_MORE) return found;
        if (found == CV_SPLIT_BLANK)
            return cv_split_skip_line(s, w) == CV_SPLIT_MORE ? CV_SPLIT_MORE : CV_SPLIT_BLANK;
    }
    return give_row(s, w);
}
