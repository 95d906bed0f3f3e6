#include "read/rows.h"

#include <string.h>

#include "base/check.h"
#include "read/dialect.h"
#include "read/german_xml.h"
#include "read/header.h"
#include "read/sheet.h"

enum {
    BLOCK = 1 << 18,   /* bytes read at a time                        */
    BATCH_ROWS = 4096, /* rows of a batch, at most                    */
    DIALECT = 1 << 17, /* bytes in which the separator is looked for  */
    /* What a row takes in a batch on average: a batch of longer or wider rows has fewer. */
    ROW_CELLS = 32,
    ROW_BYTES = 128
};

typedef enum { SKIP_SEPARATOR, SKIP_TITLE, SKIP_BLANK, SKIP_COMMENT, SKIP_HEADER, SKIPS } skip_why;

static const cv_str skip_reason[SKIPS] = {
    [SKIP_SEPARATOR] = {CV_MSG("separator line"),        14},
    [SKIP_TITLE] = {CV_MSG("line above the header"), 21},
    [SKIP_BLANK] = {CV_MSG("blank line"),            10},
    [SKIP_COMMENT] = {CV_MSG("comment line"),          12},
    [SKIP_HEADER] = {CV_MSG("repeated header"),       15},
};

struct cv_rows {
    cv_table_format format;
    cv_str path;
    cv_arena *keep;
    cv_bytes *bytes;
    cv_window window;
    cv_split *split;
    /* The present workbook; NULL: none. */
    cv_workbook *book;
    cv_str book_name; /* of the member that it is */
    int32_t *chosen;  /* [n_chosen] sheets          */
    int32_t n_chosen, next_chosen;
    cv_sheet *sheet;    /* the present one; NULL: the member is text */
    int64_t sheet_line; /* of the last row, or passed over           */
    cv_german *german;  /* the present one; NULL: the member is none */
    bool in_member, has_ended;
    cv_table_member member;
    cv_table_skip skipped[SKIPS];
    int64_t n_rows, trimmed;
    cv_error late; /* found after rows of a batch, which go first; status CV_OK: none */
    cv_row header; /* room for any */
    cv_rows_stop *stop;
    void *stop_data;
};

/* ---- lines ---- */

static cv_place here(const cv_rows *r)
{
    return (cv_place){r->member.file, cv_split_line(r->split), 0};
}

static void count_skips(cv_rows *r, skip_why why, int64_t line, int64_t n)
{
    if (n > 0 && !r->skipped[why].n) r->skipped[why].first_line = line;
    r->skipped[why].n += n > 0 ? n : 0;
}

static void count_skip(cv_rows *r, skip_why why, int64_t line)
{
    count_skips(r, why, line, 1);
}

static cv_status check_stop(const cv_rows *r, cv_error *err)
{
    if (!r->stop || !r->stop(r->stop_data, cv_bytes_done(r->bytes))) return CV_OK;
    return cv_fail(err, CV_E_STOPPED, "stopped while reading '%.*s'", CV_ARG(r->path));
}

/* Two readings may both make sense; then a person decides. */
static cv_status not_utf8(const cv_window *w, cv_place at, unsigned byte, cv_error *err)
{
    const cv_eight_bit *g = &w->eight_bit;
    cv_status status = cv_fail_at(err, CV_E_INPUT, at, "byte 0x%02x is not UTF-8", byte);
    if (g->is == CV_ENCODING_AUTO)
        return cv_hint(err, status,
                       "say which it is in election.json, for instance \"encoding\": "
                       "\"windows-1252\"");
    cv_str is = cv_encoding_name(g->is), rival = cv_encoding_name(g->rival);
    return cv_hint(err, status,
                   "say which it is in election.json: \"encoding\": \"%.*s\" reads '%s', "
                   "\"%.*s\" reads '%s'",
                   CV_ARG(is), g->words, CV_ARG(rival), g->rival_words);
}

/* Nobody said that the file is UTF-8, so bytes that are not condemn it as a whole. A character
 * that the window cuts is complete next time. */
static cv_status check_guess(const cv_rows *r, cv_error *err)
{
    const cv_window *w = &r->window;
    if (!w->is_guess || w->is_clean) return CV_OK;
    cv_str text = {w->text + w->at, w->end - w->at};
    int64_t bad = cv_text_bad(text);
    if (bad < 0 || (!w->is_last && text.n - bad < 4)) return CV_OK;
    cv_place at = here(r);
    at.column = bad + 1;
    for (int64_t n; (n = cv_line_length(cv_str_cut(text, 0, bad))) > 0; bad -= n) {
        text = cv_str_cut(text, n, text.n);
        at.line++;
        at.column = bad - n + 1;
    }
    return not_utf8(w, at, (unsigned char)text.s[at.column - 1], err);
}

static cv_status more(cv_rows *r, cv_error *err)
{
    CV_TRY(cv_window_more(&r->window, r->bytes, err));
    CV_TRY(check_stop(r, err));
    return check_guess(r, err);
}

/* Rows without a value are blank lines, whether the sheet has an element for them or not. */
static cv_status next_sheet_row(cv_rows *r, cv_row *row, bool *found, cv_error *err)
{
    enum { ASK = 1024 };
    for (;;) {
        CV_TRY(cv_sheet_next(r->sheet, row, found, err));
        if (!*found) return CV_OK;
        count_skips(r, SKIP_BLANK, r->sheet_line + 1, row->line - r->sheet_line - 1);
        r->sheet_line = row->line;
        if (row->line % ASK == 0) CV_TRY(check_stop(r, err));
        const char comment = r->format.comment;
        if (!comment || !row->room || !row->cell[0].n || row->cell[0].s[0] != comment) return CV_OK;
        count_skip(r, SKIP_COMMENT, row->line);
    }
}

static cv_status next_german_row(cv_rows *r, cv_row *row, bool *found, cv_error *err)
{
    enum { ASK = 1024 };
    if (r->n_rows % ASK == ASK - 1) CV_TRY(check_stop(r, err));
    return cv_german_next(r->german, row, found, err);
}

/* The next row, past blank lines and comments; *found is false at the end of the member. */
static cv_status next_row(cv_rows *r, cv_row *row, bool *found, cv_error *err)
{
    if (r->sheet) return next_sheet_row(r, row, found, err);
    if (r->german) return next_german_row(r, row, found, err);
    for (;;) {
        switch (cv_split_next(r->split, &r->window, row)) {
        case CV_SPLIT_ROW: *found = true; return CV_OK;
        case CV_SPLIT_END: *found = false; return CV_OK;
        case CV_SPLIT_BLANK: count_skip(r, SKIP_BLANK, row->line); break;
        case CV_SPLIT_COMMENT: count_skip(r, SKIP_COMMENT, row->line); break;
        case CV_SPLIT_MORE: CV_TRY(more(r, err)); break;
        }
    }
}

static cv_status skip_line(cv_rows *r, skip_why why, bool *found, cv_error *err)
{
    int64_t line = cv_split_line(r->split);
    cv_split_found what;
    while ((what = cv_split_skip_line(r->split, &r->window)) == CV_SPLIT_MORE) CV_TRY(more(r, err));
    *found = what != CV_SPLIT_END;
    if (*found) count_skip(r, why, line);
    return CV_OK;
}

/* ---- the header ---- */

static cv_status no_header(const cv_rows *r, int64_t line, cv_error *err)
{
    cv_status status =
        cv_fail_at(err, CV_E_INPUT, (cv_place){r->member.file, line, 0}, "no header is found here");
    return cv_hint(err, status, "say in which line it is in election.json: \"header\": 1");
}

static cv_status go_to_line(cv_rows *r, int64_t line, cv_error *err)
{
    bool found = true;
    if (r->sheet) {
        count_skips(r, SKIP_TITLE, r->sheet_line + 1, line - r->sheet_line - 1);
        if (line > r->sheet_line) r->sheet_line = line - 1;
        cv_sheet_from(r->sheet, line);
        return CV_OK;
    }
    while (found && cv_split_line(r->split) < line) CV_TRY(skip_line(r, SKIP_TITLE, &found, err));
    return found ? CV_OK : no_header(r, line, err);
}

static cv_status check_header(const cv_rows *r, const cv_row *row, cv_error *err)
{
    cv_place at = {r->member.file, row->line, row->column};
    if (row->n > r->format.limits.columns)
        return cv_fail_at(err, CV_E_LIMIT, at, "%d columns are past the limit of %d", row->n,
                          r->format.limits.columns);
    if (!row->code) return CV_OK;
    cv_arena scratch = *r->keep;
    cv_batch as_batch = {1, row->n, row->cell, &row->line, &row->code, &row->column};
    cv_message reason = cv_batch_reason(&as_batch, 0, &scratch);
    cv_status status = cv_fail_as(err, CV_E_INPUT, at, &reason);
    return cv_hint(err, status,
                   "the header cannot be read: see \"header\", \"quote\" and \"encoding\" in "
                   "election.json");
}

/* One header line, copied; a single one may have blank lines and comments before it. */
static cv_status read_header_line(cv_rows *r, int32_t k, int64_t line, const cv_str **cells,
                                  cv_error *err)
{
    cv_row *row = &r->header;
    bool found;
    CV_TRY(go_to_line(r, line, err));
    CV_TRY(next_row(r, row, &found, err));
    if (!found || (r->format.n_header_lines > 1 && row->line != line))
        return no_header(r, line, err);
    CV_TRY(check_header(r, row, err));
    r->member.header_line[k] = row->line;
    cv_str *copy = cv_new(r->keep, cv_str, row->n);
    for (int32_t i = 0; i < row->n; i++) copy[i] = cv_str_copy(r->keep, row->cell[i]);
    *cells = copy;
    return CV_OK;
}

static cv_status read_header(cv_rows *r, int64_t shift, cv_error *err)
{
    const cv_str *line[CV_HEADER_LINES_MAX];
    int32_t n_cells[CV_HEADER_LINES_MAX];
    const int32_t n = r->format.n_header_lines;
    for (int32_t k = 0; k < n; k++) {
        CV_TRY(read_header_line(r, k, r->format.header_line[k] + shift, &line[k], err));
        n_cells[k] = r->header.n;
    }
    r->member.n_header_lines = n;
    r->member.column = cv_header_join(line, n_cells, n, &r->member.n_columns, r->keep);
    return CV_OK;
}

/* Without a header the first row says how many columns there are, and is read again. */
static cv_status count_columns(cv_rows *r, cv_error *err)
{
    int64_t at, line;
    cv_split_found found;
    do {
        at = r->window.at;
        line = cv_split_line(r->split);
        found = cv_split_next(r->split, &r->window, &r->header);
        if (found == CV_SPLIT_MORE) CV_TRY(more(r, err));
        if (found == CV_SPLIT_BLANK) count_skip(r, SKIP_BLANK, line);
        if (found == CV_SPLIT_COMMENT) count_skip(r, SKIP_COMMENT, line);
    } while (found != CV_SPLIT_ROW && found != CV_SPLIT_END);
    if (found == CV_SPLIT_END) return CV_OK;
    CV_TRY(check_header(r, &r->header, err));
    r->window.at = at;
    cv_split_back(r->split, line);
    r->member.n_columns = r->header.n;
    r->member.column = cv_new(r->keep, cv_str, r->header.n);
    return CV_OK;
}

/* ---- a member ---- */

static cv_status check_kind(const cv_rows *r, cv_table_kind is, cv_str file, cv_error *err)
{
    static const char *const what[] = {
        [CV_TABLE_TEXT] = CV_MSG("delimited text"),
        [CV_TABLE_SHEET] = CV_MSG("a workbook"),
        [CV_TABLE_GERMAN_XML] = CV_MSG("the XML of a German election"),
    };
    const cv_table_kind wanted = r->format.kind;
    if (wanted != CV_TABLE_UNKNOWN && wanted != is) {
        cv_status status = cv_fail(err, CV_E_INPUT, "'%.*s' is %-s, not %-s", CV_ARG(file),
                                   what[is], what[wanted]);
        return cv_hint(err, status, "leave \"format\" out of election.json: it is found");
    }
    if (is == CV_TABLE_SHEET || !r->format.sheet.n) return CV_OK;
    return cv_fail(err, CV_E_INPUT, "'%.*s' is %-s and has no sheet '%.*s'", CV_ARG(file), what[is],
                   CV_ARG(r->format.sheet));
}

static void begin_member(cv_rows *r, cv_str name, cv_table_kind kind)
{
    cv_str path = r->path;
    cv_str file = name.n ? cv_str_format(r->keep, "%.*s!%.*s", CV_ARG(path), CV_ARG(name)) : path;
    r->member = (cv_table_member){.name = name, .file = file, .kind = kind};
    r->n_rows = r->trimmed = 0;
    for (int i = 0; i < SKIPS; i++) r->skipped[i] = (cv_table_skip){.reason = skip_reason[i]};
    r->window.eight_bit = (cv_eight_bit){0};
    r->window.n_bytes = 0;
}

static cv_status open_sheet(cv_rows *r, int32_t sheet, cv_error *err)
{
    cv_sheet_close(r->sheet);
    r->sheet_line = 0;
    return cv_sheet_open(&r->sheet, r->book, sheet, r->member.file, r->keep, err);
}

/* Without a header the sheet is as wide as it says, and at least as its first row, which is read
 * again. */
static cv_status count_sheet_columns(cv_rows *r, int32_t sheet, cv_error *err)
{
    bool found;
    CV_TRY(next_row(r, &r->header, &found, err));
    if (!found) return CV_OK;
    CV_TRY(check_header(r, &r->header, err));
    int32_t width = cv_sheet_width(r->sheet);
    if (width < r->header.n || width > r->format.limits.columns) width = r->header.n;
    r->member.n_columns = width;
    r->member.column = cv_new(r->keep, cv_str, width);
    for (int i = 0; i < SKIPS; i++) r->skipped[i].n = 0;
    return open_sheet(r, sheet, err);
}

static cv_status start_sheet(cv_rows *r, cv_error *err)
{
    const int32_t sheet = r->chosen[r->next_chosen++];
    cv_str name = cv_str_copy(r->keep, r->book->sheet[sheet].name);
    if (r->book_name.n)
        name = cv_str_format(r->keep, "%.*s!%.*s", CV_ARG(r->book_name), CV_ARG(name));
    begin_member(r, name, CV_TABLE_SHEET);
    r->member.encoding = CV_UTF_8;
    CV_TRY(open_sheet(r, sheet, err));
    return r->format.n_header_lines ? read_header(r, 0, err) : count_sheet_columns(r, sheet, err);
}

static cv_status start_book(cv_rows *r, cv_str name, cv_error *err)
{
    const cv_table_limits *limits = &r->format.limits;
    cv_str all, path = r->path;
    CV_TRY(cv_bytes_rest(r->bytes, &all, r->keep, err));
    cv_str file = name.n ? cv_str_format(r->keep, "%.*s!%.*s", CV_ARG(path), CV_ARG(name)) : path;
    if (!cv_package_is_workbook(all)) {
        cv_status status =
            cv_fail(err, CV_E_INPUT, "'%.*s' is an archive inside an archive", CV_ARG(file));
        return cv_hint(err, status, "unpack it and name its files");
    }
    CV_TRY(check_kind(r, CV_TABLE_SHEET, file, err));
    CV_TRY(cv_workbook_open(&r->book, all, file, limits, r->keep, err));
    r->book_name = name;
    r->chosen = cv_new(r->keep, int32_t, r->book->n_sheets);
    r->next_chosen = 0;
    cv_arena own = cv_arena_open();
    cv_status status =
        cv_workbook_choose(r->chosen, &r->n_chosen, r->book, r->format.sheet, own, err);
    cv_arena_close(&own);
    CV_TRY(status);
    return start_sheet(r, err);
}

static cv_str window_text(const cv_rows *r)
{
    return cv_str_cut((cv_str){r->window.text, r->window.end}, r->window.at,
                      r->window.at + DIALECT);
}

static cv_status find_dialect(cv_rows *r, int64_t *shift, cv_error *err)
{
    const cv_table_format *f = &r->format;
    int64_t length;
    char declared = cv_dialect_declared(window_text(r), &length);
    bool found;
    *shift = 0;
    if (declared) {
        CV_TRY(skip_line(r, SKIP_SEPARATOR, &found, err));
        *shift = f->n_header_lines && f->header_line[0] == 1;
    }
    if (f->n_header_lines) CV_TRY(go_to_line(r, f->header_line[0] + *shift, err));
    char separator = f->separator ? f->separator : declared;
    if (!separator) separator = cv_dialect_separator(window_text(r), f->quote, f->comment);
    cv_split_separator(r->split, separator);
    r->member.separator = separator;
    return CV_OK;
}

static cv_status start_text(cv_rows *r, cv_str name, cv_error *err)
{
    int64_t shift;
    begin_member(r, name, CV_TABLE_TEXT);
    CV_TRY(check_kind(r, CV_TABLE_TEXT, r->member.file, err));
    cv_split_start(r->split);
    CV_TRY(cv_window_start(&r->window, r->bytes, r->format.encoding, here(r), err));
    CV_TRY(check_guess(r, err));
    r->member.encoding = r->window.encoding;
    CV_TRY(find_dialect(r, &shift, err));
    return r->format.n_header_lines ? read_header(r, shift, err) : count_columns(r, err);
}

/* Its columns are what the format says; there is no header to look for. */
static cv_status start_german(cv_rows *r, cv_str name, cv_error *err)
{
    begin_member(r, name, CV_TABLE_GERMAN_XML);
    CV_TRY(check_kind(r, CV_TABLE_GERMAN_XML, r->member.file, err));
    r->member.encoding = CV_UTF_8;
    r->member.n_columns = CV_GERMAN_COLUMNS;
    r->member.column = CV_GERMAN_COLUMN;
    return cv_german_open(&r->german, r->bytes, r->member.file, r->keep, err);
}

static cv_status start_member(cv_rows *r, cv_str name, cv_error *err)
{
    cv_str head;
    CV_TRY(cv_bytes_peek(r->bytes, &head, err));
    if (cv_str_starts(head, CV_STR("PK\x03\x04"))) return start_book(r, name, err);
    if (cv_german_is(head)) return start_german(r, name, err);
    return start_text(r, name, err);
}

static bool is_header_again(const cv_rows *r, const cv_row *row)
{
    const cv_table_member *m = &r->member;
    if (m->n_header_lines != 1 || row->n != m->n_columns || row->n < 2) return false;
    for (int32_t i = 0; i < row->n; i++)
        if (!cv_str_eq(row->cell[i], m->column[i])) return false;
    return true;
}

/* Keeps the row as the next of the batch. */
static void take_row(const cv_rows *r, cv_item *item, const cv_row *row)
{
    const int32_t n = r->member.n_columns, i = item->rows.n_rows++;
    for (int32_t k = row->n; k < n; k++) row->cell[k] = (cv_str){row->text, 0};
    item->line[i] = row->line;
    item->code[i] = row->code;
    item->column[i] = row->column;
    if (row->code || row->n == n || (r->sheet && row->n < n)) return;
    item->code[i] = CV_R01_CELLS;
    item->column[i] = row->n;
}

static int32_t batch_rows(const cv_table_format *f)
{
    return f->batch_rows ? f->batch_rows : BATCH_ROWS;
}

/* What is wrong after some rows is said in their place of the file, whatever the size of batches.
 */
static void fill_batch(cv_rows *r, cv_item *item)
{
    const int32_t n = r->member.n_columns;
    const int32_t rows = batch_rows(&r->format), room = n ? rows * ROW_CELLS / n : 0;
    const int32_t most = room < 1 ? 1 : room < rows ? room : rows;
    int64_t used = 0;
    item->rows = (cv_batch){0, n, item->cell, item->line, item->code, item->column};
    while (item->rows.n_rows < most && used < (int64_t)rows * ROW_BYTES) {
        cv_row row = {.cell = item->cell + (int64_t)item->rows.n_rows * n,
                      .room = n,
                      .text = item->text + used};
        bool found;
        r->late.status = next_row(r, &row, &found, &r->late);
        if (r->late.status != CV_OK || !found) break;
        if (is_header_again(r, &row)) {
            count_skip(r, SKIP_HEADER, row.line);
            continue;
        }
        take_row(r, item, &row);
        used += row.used;
        r->trimmed += row.trimmed;
        r->n_rows++;
    }
}

static cv_member_facts facts_of(cv_rows *r)
{
    cv_table_skip *skip = cv_new(r->keep, cv_table_skip, SKIPS);
    int32_t n = 0;
    for (int i = 0; i < SKIPS; i++) {
        if (!r->skipped[i].n) continue;
        int32_t k = n++;
        for (; k > 0 && skip[k - 1].first_line > r->skipped[i].first_line; k--)
            skip[k] = skip[k - 1];
        skip[k] = r->skipped[i];
    }
    cv_member_facts facts = {
        .encoding = r->member.encoding,
        .words = CV_STR(""),
        .bytes = r->window.n_bytes,
        .rows = r->n_rows,
        .trimmed = r->trimmed,
        .n_skips = n,
        .skip = skip,
    };
    if (r->sheet) {
        facts.sheet = cv_sheet_facts_of(r->sheet);
        facts.bytes = cv_bytes_done(r->bytes);
        facts.lines = r->sheet_line;
    } else if (!r->german) {
        const cv_eight_bit *g = &r->window.eight_bit;
        facts.encoding = r->window.encoding;
        facts.lines = cv_split_line(r->split) - 1;
        if (g->is_sure) facts.words = cv_str_copy(r->keep, cv_str_of(g->words));
    }
    return facts;
}

/* ---- steps ---- */

static cv_status next_member(cv_rows *r, cv_item *item, cv_error *err)
{
    cv_str name;
    if (r->book && r->next_chosen < r->n_chosen) {
        r->in_member = true;
        item->kind = CV_ITEM_MEMBER;
        CV_TRY(start_sheet(r, err));
        item->member = r->member;
        return CV_OK;
    }
    cv_sheet_close(r->sheet);
    cv_german_close(r->german);
    r->sheet = NULL;
    r->german = NULL;
    r->book = NULL;
    CV_TRY(cv_bytes_next(r->bytes, &name, &r->in_member, r->keep, err));
    item->kind = r->in_member ? CV_ITEM_MEMBER : CV_ITEM_FILE_END;
    if (r->in_member) {
        CV_TRY(start_member(r, name, err));
        item->member = r->member;
        return CV_OK;
    }
    r->has_ended = true;
    item->file_facts = (cv_file_facts){cv_bytes_hash(r->bytes), cv_bytes_done(r->bytes)};
    return CV_OK;
}

static cv_status next_rows(cv_rows *r, cv_item *item, cv_error *err)
{
    item->kind = CV_ITEM_ROWS;
    item->rows.n_rows = 0;
    if (r->late.status == CV_OK) fill_batch(r, item);
    if (item->rows.n_rows) return CV_OK;
    if (r->late.status != CV_OK) {
        *err = r->late;
        return r->late.status;
    }
    r->in_member = false;
    item->member_facts = facts_of(r);
    return CV_OK;
}

bool cv_rows_step(cv_rows *r, cv_item *item)
{
    cv_assert(!r->has_ended);
    item->error = (cv_error){0};
    item->status =
        r->in_member ? next_rows(r, item, &item->error) : next_member(r, item, &item->error);
    item->done = cv_bytes_done(r->bytes);
    if (item->status != CV_OK) r->has_ended = true;
    return !r->has_ended;
}

void cv_rows_watch(cv_rows *r, cv_rows_stop *stop, void *data)
{
    r->stop = stop;
    r->stop_data = data;
}

int64_t cv_rows_total(const cv_rows *r)
{
    return cv_bytes_total(r->bytes);
}

cv_item *cv_item_open(const cv_table_format *format, cv_arena *keep)
{
    const int32_t rows = batch_rows(format), columns = format->limits.columns;
    const int32_t n = columns > rows * ROW_CELLS ? columns : rows * ROW_CELLS;
    cv_item *item = cv_new(keep, cv_item, 1);
    item->cell = cv_new(keep, cv_str, n);
    item->line = cv_new(keep, int64_t, rows);
    item->code = cv_new(keep, uint8_t, rows);
    item->column = cv_new(keep, int32_t, rows);
    item->text = cv_new(keep, char, rows *ROW_BYTES + format->limits.line_bytes);
    return item;
}

cv_status cv_rows_open(cv_rows **out, const cv_bytes_from *from, const cv_table_format *format,
                       cv_arena *keep, cv_error *err)
{
    cv_rows *r = cv_new(keep, cv_rows, 1);
    const cv_table_limits *limits = &format->limits;
    r->format = *format;
    r->path = from->path;
    r->keep = keep;
    CV_TRY(cv_bytes_open(&r->bytes, from, keep, err));
    r->window = cv_window_open(limits->line_bytes + 4,
                               format->block_bytes ? format->block_bytes : BLOCK, keep);
    cv_split_rules rules = {.quote = format->quote,
                            .comment = format->comment,
                            .line_bytes = limits->line_bytes,
                            .cell_bytes = limits->cell_bytes};
    r->split = cv_split_open(&rules, keep);
    r->header.cell = cv_new(keep, cv_str, limits->columns + 1);
    r->header.room = limits->columns + 1;
    r->header.text = cv_new(keep, char, limits->line_bytes);
    *out = r;
    return CV_OK;
}
