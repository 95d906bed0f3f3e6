#include "read/guess/survey.h"

#include <string.h>

#include "read/guess/cells.h"
#include "read/guess/hashes.h"

enum {
    PROBE_ROWS = 100, /* in which the header is looked for */
    MOST_TITLES = 20,
    LAYOUTS = 64,        /* different headers in an archive */
    MOST_COLUMNS = 2000, /* of a table that is guessed */
};

/* ---- the header ---- */

typedef struct {
    int32_t width;   /* of most lines                                  */
    int64_t line;    /* the first of that width                        */
    int32_t n_lines; /* of the header; 0: none                         */
    int64_t header[CV_HEADER_LINES_MAX];
} probe;

static cv_status open_table(cv_table **t, const cv_survey_from *from, const cv_table_format *format,
                            cv_arena *work, cv_error *err)
{
    if (from->in_memory) return cv_table_open_bytes(t, from->path, from->memory, format, work, err);
    return cv_table_open(t, from->path, format, work, err);
}

/* The beginning of the first member. */
typedef struct {
    cv_table *t;
    const cv_table_member *member;
    cv_batch rows;
} beginning;

static cv_status first_rows(beginning *out, const cv_survey_from *from,
                            const cv_table_format *format, cv_arena *work, cv_error *err)
{
    CV_TRY(open_table(&out->t, from, format, work, err));
    CV_TRY(cv_table_next_member(out->t, &out->member, err));
    if (!out->member) return cv_fail(err, CV_E_INPUT, "'%.*s' holds no table", CV_ARG(from->path));
    return cv_table_next(out->t, &out->rows, err);
}

static int32_t width_of(const cv_batch *b, int32_t row)
{
    if (b->code[row] == CV_R01_CELLS) return b->column[row];
    return b->code[row] ? 0 : b->n_columns;
}

/* The width that most lines have, the greater one on a tie. */
static void find_width(probe *p, const cv_batch *b)
{
    int32_t best = 0;
    for (int32_t i = 0; i < b->n_rows; i++) {
        int32_t n = 0, width = width_of(b, i);
        for (int32_t k = 0; k < b->n_rows; k++) n += width_of(b, k) == width;
        if (n < best || (n == best && width <= p->width)) continue;
        best = n;
        p->width = width;
    }
    for (int32_t i = b->n_rows - 1; i >= 0; i--)
        if (width_of(b, i) == p->width) p->line = b->line[i];
}

static bool is_numeric(cv_str cell)
{
    cv_cell_kind kind = cv_cell_look_at(cell).kind;
    return kind == CV_CELL_IS_COUNT || kind == CV_CELL_IS_GROUPED || kind == CV_CELL_IS_DECIMAL ||
           kind == CV_CELL_IS_CODE;
}

/* Columns whose cells are mostly numbers, by the second half of the rows. */
static bool *numeric_columns(const cv_batch *b, cv_arena *work)
{
    bool *numeric = cv_new(work, bool, b->n_columns);
    for (int32_t c = 0; c < b->n_columns; c++) {
        int32_t numbers = 0, others = 0;
        for (int32_t i = b->n_rows / 2; i < b->n_rows; i++) {
            cv_cell_kind kind = cv_cell_look_at(cv_batch_cell(b, i, c)).kind;
            if (kind == CV_CELL_IS_TEXT) others++;
            if (is_numeric(cv_batch_cell(b, i, c))) numbers++;
        }
        numeric[c] = numbers > others;
    }
    return numeric;
}

/* A line of the header has words where the rows have numbers, at least in a quarter of the
 * columns: some headers hold the numbers of lists. `strict`: no number at all. */
static bool is_header_line(const cv_str *cell, const bool *numeric, int32_t n, bool strict)
{
    int32_t words = 0, numbers = 0, elsewhere = 0;
    for (int32_t c = 0; c < n; c++) {
        bool number = is_numeric(cell[c]);
        if (!cell[c].n) continue;
        if (!numeric[c])
            elsewhere += number;
        else if (number)
            numbers++;
        else
            words++;
    }
    if (strict) return words > 0 && numbers == 0 && elsewhere == 0;
    if (words + numbers == 0) return elsewhere == 0;
    return 4 * words >= words + numbers;
}

/* Reads the first wide line as a header to see whether it and those below it are one. */
static cv_status find_header(probe *p, const cv_survey_from *from, cv_table_format format,
                             cv_arena *work, cv_error *err)
{
    beginning start;
    format.n_header_lines = 1;
    format.header_line[0] = (int32_t)p->line;
    CV_TRY(first_rows(&start, from, &format, work, err));
    const cv_batch *b = &start.rows;
    const bool *numeric = numeric_columns(b, work);
    p->n_lines = 0;
    if (b->n_rows == 0 ||
        is_header_line(start.member->column, numeric, start.member->n_columns, false))
        p->header[p->n_lines++] = p->line;
    for (int32_t i = 0; p->n_lines && i < b->n_rows && i < 3; i++) {
        if (b->code[i] || b->line[i] != p->line + i + 1) break;
        if (!is_header_line(b->cell + (int64_t)i * b->n_columns, numeric, b->n_columns, true))
            break;
        p->header[p->n_lines++] = b->line[i];
    }
    cv_table_close(start.t);
    return CV_OK;
}

static cv_status find_layout(cv_table_format *format, const cv_survey_from *from, cv_arena *work,
                             cv_error *err)
{
    probe p = {0};
    beginning start;
    format->one_thread = true;
    format->batch_rows = PROBE_ROWS;
    format->n_header_lines = 0;
    CV_TRY(first_rows(&start, from, format, work, err));
    find_width(&p, &start.rows);
    bool too_late = start.rows.n_rows > 0 && p.line - start.rows.line[0] > MOST_TITLES;
    cv_place at = {from->path, p.line, 0};
    cv_table_close(start.t);
    if (p.width < 2 || too_late || p.width > MOST_COLUMNS)
        return cv_hint(
            err,
            cv_fail_at(err, CV_E_INPUT, at,
                       p.width < 2 ? CV_MSG("no table was found") : CV_MSG("no header was found")),
            "a table of results has one line for its columns and one for each station");
    CV_TRY(find_header(&p, from, *format, work, err));
    format->n_header_lines = p.n_lines;
    for (int32_t i = 0; i < p.n_lines; i++) format->header_line[i] = (int32_t)p.header[i];
    return CV_OK;
}

/* ---- rows ---- */

static void take_cell(cv_survey_column *c, int32_t row, cv_str cell, cv_arena *keep)
{
    cv_cell_look look = cv_cell_look_at(cell);
    c->figure[row] = CV_NOT_A_FIGURE;
    c->hash[row] = cv_hash64(cell);
    switch (look.kind) {
    case CV_CELL_IS_BLANK:
        c->n_blank++;
        c->figure[row] = CV_CELL_BLANK;
        if (look.is_program && !c->null_marker.n) c->null_marker = cv_str_copy(keep, cell);
        return;
    case CV_CELL_IS_GROUPED:
        c->n_grouped++;
        if (!c->group) c->group = look.group;
        if (c->group != look.group) c->n_text++;
        c->n_count += c->group == look.group;
        c->figure[row] = look.figure;
        break;
    case CV_CELL_IS_COUNT:
        c->n_count++;
        c->n_big += look.figure >= 1000;
        c->figure[row] = look.figure;
        break;
    case CV_CELL_IS_MARKER:
        c->n_marker++;
        c->figure[row] = CV_CELL_BLANK;
        return;
    case CV_CELL_IS_CODE: c->n_code++; break;
    case CV_CELL_IS_DECIMAL: c->n_decimal++; break;
    case CV_CELL_IS_TEXT: c->n_text++; break;
    }
    for (int32_t i = 0; i < c->n_samples; i++)
        if (cv_str_eq(c->sample[i], cell)) return;
    if (c->n_samples < CV_SURVEY_SAMPLES) c->sample[c->n_samples++] = cv_str_copy(keep, cell);
}

static void make_room(cv_survey *s, int32_t more, cv_arena *keep)
{
    if (s->n_rows + more <= s->cap_rows) return;
    int64_t cap = s->cap_rows ? 2 * s->cap_rows : 1024;
    while (cap < s->n_rows + more) cap *= 2;
    for (int32_t c = 0; c < s->n_columns; c++) {
        cv_survey_column *column = &s->column[c];
        column->figure = cv_grow(keep, int32_t, column->figure, s->n_rows, cap);
        column->hash = cv_grow(keep, uint64_t, column->hash, s->n_rows, cap);
    }
    s->cap_rows = cap;
}

static void take_batch(cv_survey *s, const cv_batch *b, cv_arena *keep)
{
    make_room(s, b->n_rows, keep);
    for (int32_t i = 0; i < b->n_rows; i++) {
        if (b->code[i]) {
            s->n_odd++;
            continue;
        }
        for (int32_t c = 0; c < s->n_columns; c++)
            take_cell(&s->column[c], s->n_rows, cv_batch_cell(b, i, c), keep);
        s->n_rows++;
    }
}

/* ---- members ---- */

/* "name"; "name#2" where several columns bear it; "#7" without a name, and for names that read
 * like a number of a column. */
static cv_str ref_of(const cv_survey *s, int32_t column, cv_arena *keep)
{
    cv_str name = s->column[column].name;
    int32_t same = 0, before = 0;
    for (int32_t c = 0; c < s->n_columns; c++) {
        if (!cv_str_eq(s->column[c].name, name)) continue;
        same++;
        before += c < column;
    }
    if (!name.n) return cv_str_format(keep, "#%d", column + 1);
    if (same > 1) return cv_str_format(keep, "%.*s#%d", CV_ARG(name), before + 1);
    return name;
}

static void begin_table(cv_survey *s, const cv_table_member *m, cv_arena *keep)
{
    s->file = cv_str_copy(keep, m->file);
    s->encoding = m->encoding;
    s->separator = m->separator;
    s->kind = m->kind;
    s->is_archive = m->name.n > 0;
    s->n_columns = m->n_columns;
    s->column = cv_new(keep, cv_survey_column, m->n_columns);
    for (int32_t c = 0; c < m->n_columns; c++) s->column[c].name = cv_str_copy(keep, m->column[c]);
    for (int32_t c = 0; c < m->n_columns; c++) s->column[c].ref = ref_of(s, c, keep);
}

static bool has_same_header(const cv_survey *s, const cv_table_member *m)
{
    if (s->n_columns != m->n_columns) return false;
    for (int32_t c = 0; c < s->n_columns; c++)
        if (!cv_str_eq(s->column[c].name, m->column[c])) return false;
    return true;
}

typedef struct {
    cv_survey_part *part;
    int64_t n, cap;
    int64_t most_rows;
    uint64_t layout[LAYOUTS];
    int32_t n_layouts;
    cv_arena *keep;
} parts;

static cv_status read_member(cv_survey *s, cv_table *t, parts *p, const cv_table_member *m,
                             cv_error *err)
{
    cv_room(p->keep, cv_survey_part, p->part, p->n, p->cap);
    cv_survey_part *part = &p->part[p->n++];
    *part = (cv_survey_part){cv_str_copy(p->keep, m->name), s->n_rows, 0};
    for (;;) {
        cv_batch b;
        if (s->n_rows >= p->most_rows) {
            s->is_whole = false;
            break;
        }
        CV_TRY(cv_table_next(t, &b, err));
        if (!b.n_rows) break;
        take_batch(s, &b, p->keep);
    }
    part->n_rows = s->n_rows - part->first_row;
    if (s->is_whole && p->n == 1) s->encoding = cv_table_member_facts(t)->encoding;
    return CV_OK;
}

/* The number of the member's header among the different ones, in the order of the archive. */
static int32_t layout_of(parts *p, const cv_table_member *m)
{
    uint64_t hash = (uint64_t)m->n_columns;
    for (int32_t c = 0; c < m->n_columns; c++)
        hash = (hash ^ cv_hash64(m->column[c])) * UINT64_C(0x9e3779b97f4a7c15);
    for (int32_t i = 0; i < p->n_layouts; i++)
        if (p->layout[i] == hash) return i;
    if (p->n_layouts < LAYOUTS) p->layout[p->n_layouts++] = hash;
    return p->n_layouts - 1;
}

static cv_status read_members(cv_survey *s, cv_table *t, parts *p, const cv_survey_from *from,
                              cv_error *err)
{
    const int64_t cells = from->cells ? from->cells : CV_SURVEY_CELLS;
    for (;;) {
        const cv_table_member *m;
        if (p->n && s->n_rows >= p->most_rows) return CV_OK;
        CV_TRY(cv_table_next_member(t, &m, err));
        if (!m) return CV_OK;
        if (layout_of(p, m) != from->layout) continue;
        if (!s->n_columns) {
            begin_table(s, m, p->keep);
            p->most_rows = cells / m->n_columns + 1;
        }
        if (has_same_header(s, m)) CV_TRY(read_member(s, t, p, m, err));
    }
}

static cv_status read_with(cv_survey *out, const cv_survey_from *from, cv_arena *keep,
                           cv_arena *work, cv_error *err)
{
    cv_survey s = {.path = from->path, .is_whole = true};
    cv_table_format format = CV_TABLE_FORMAT_DEFAULT;
    format.encoding = from->encoding;
    CV_TRY(find_layout(&format, from, work, err));
    s.n_header_lines = format.n_header_lines;
    memcpy(s.header_line, format.header_line, sizeof s.header_line);
    format.one_thread = false;
    format.batch_rows = 0;
    format.watch = from->watch;
    cv_table *t;
    parts p = {.keep = keep};
    CV_TRY(open_table(&t, from, &format, work, err));
    cv_status status = read_members(&s, t, &p, from, err);
    *out = s;
    if (status != CV_OK) return status;
    cv_table_close(t);
    if (s.n_columns < 2 || s.n_rows < 1)
        return cv_fail_at(err, CV_E_INPUT, (cv_place){from->path, 0, 0},
                          "no rows below the header were found");
    out->part = p.part;
    out->n_parts = (int32_t)p.n;
    out->n_layouts = p.n_layouts;
    return CV_OK;
}

/* An archive of one office has one encoding: where a member's letters do not show it, those of the
 * first member do. */
cv_status cv_survey_read(cv_survey *out, const cv_survey_from *from, cv_arena *keep, cv_arena *work,
                         cv_error *err)
{
    cv_survey s = {0};
    cv_status status = read_with(&s, from, keep, work, err);
    if (status == CV_E_INPUT && from->encoding == CV_ENCODING_AUTO && s.is_archive &&
        s.encoding >= CV_ISO_8859_1) {
        cv_survey_from again = *from;
        again.encoding = s.encoding;
        status = read_with(&s, &again, keep, work, err);
    }
    if (status == CV_OK) *out = s;
    return status;
}

/* ---- questions ---- */

bool cv_survey_is_figures(const cv_survey_column *c, int32_t n_rows)
{
    int64_t others = (int64_t)c->n_text + c->n_decimal + c->n_code;
    return c->n_count > 0 && 200 * others <= n_rows;
}

/* Which cells are no figures is known, of what kind they are only for the column as a whole. */
static cv_survey_column column_only(const cv_survey_column *c, const int32_t *row, int32_t n,
                                    cv_arena *keep)
{
    cv_survey_column out = *c;
    out.n_blank = out.n_count = out.n_decimal = out.n_code = out.n_text = 0;
    out.n_marker = out.n_grouped = out.n_big = 0;
    out.figure = cv_new(keep, int32_t, n);
    out.hash = cv_new(keep, uint64_t, n);
    int32_t others = 0;
    for (int32_t i = 0; i < n; i++) {
        out.figure[i] = c->figure[row[i]];
        out.hash[i] = c->hash[row[i]];
        out.n_blank += out.figure[i] == CV_CELL_BLANK;
        out.n_count += out.figure[i] >= 0;
        others += out.figure[i] == CV_NOT_A_FIGURE;
    }
    if (c->n_text)
        out.n_text = others;
    else if (c->n_code)
        out.n_code = others;
    else
        out.n_decimal = others;
    return out;
}

static cv_survey rows_only(const cv_survey *s, const int32_t *row, int32_t n, cv_arena *keep)
{
    cv_survey out = *s;
    out.n_rows = n;
    out.column = cv_new(keep, cv_survey_column, s->n_columns);
    for (int32_t c = 0; c < s->n_columns; c++)
        out.column[c] = column_only(&s->column[c], row, n, keep);
    return out;
}

cv_survey cv_survey_only(const cv_survey *s, int32_t column, uint64_t hash, cv_arena *keep)
{
    int32_t *row = cv_new(keep, int32_t, s->n_rows), n = 0;
    for (int32_t i = 0; i < s->n_rows; i++)
        if (s->column[column].hash[i] == hash) row[n++] = i;
    return rows_only(s, row, n, keep);
}

cv_survey cv_survey_part_of(const cv_survey *s, int32_t part, cv_arena *keep)
{
    const cv_survey_part *p = &s->part[part];
    int32_t *row = cv_new(keep, int32_t, p->n_rows);
    for (int32_t i = 0; i < p->n_rows; i++) row[i] = p->first_row + i;
    cv_survey out = rows_only(s, row, p->n_rows, keep);
    cv_survey_part *own = cv_new(keep, cv_survey_part, 1);
    *own = (cv_survey_part){p->name, 0, p->n_rows};
    out.part = own;
    out.n_parts = 1;
    return out;
}

static uint64_t key_of(const cv_survey *s, const int32_t *column, int32_t n, int32_t row)
{
    uint64_t h = UINT64_C(0x9e3779b97f4a7c15);
    for (int32_t k = 0; k < n; k++) {
        h ^= s->column[column[k]].hash[row];
        h *= UINT64_C(0xff51afd7ed558ccd);
        h ^= h >> 32;
    }
    return h;
}

int32_t cv_survey_distinct(const cv_survey *s, int32_t column, int32_t most, cv_arena scratch)
{
    cv_hashes seen = cv_hashes_open(most, &scratch);
    bool is_new;
    for (int32_t i = 0; i < s->n_rows && seen.n < most; i++)
        cv_hashes_put(&seen, s->column[column].hash[i], &is_new);
    return seen.n;
}

int32_t cv_survey_repeats(const cv_survey *s, const int32_t *column, int32_t n, int32_t first_row,
                          int32_t n_rows, cv_arena scratch)
{
    cv_hashes seen = cv_hashes_open(n_rows, &scratch);
    bool is_new;
    for (int32_t i = first_row; i < first_row + n_rows; i++)
        cv_hashes_put(&seen, key_of(s, column, n, i), &is_new);
    return n_rows - seen.n;
}

int32_t cv_survey_decides(const cv_survey *s, const int32_t *key, int32_t n_key,
                          const uint64_t *said, cv_arena scratch)
{
    cv_hashes seen = cv_hashes_open(s->n_rows, &scratch);
    int64_t agree = 0, again = 0;
    for (int32_t i = 0; i < s->n_rows; i++) {
        bool is_new;
        uint64_t *value = cv_hashes_put(&seen, key_of(s, key, n_key, i), &is_new);
        uint64_t hash = said[i];
        if (is_new)
            *value = hash;
        else {
            again++;
            agree += *value == hash;
        }
    }
    return again ? (int32_t)(100 * agree / again) : 100;
}
