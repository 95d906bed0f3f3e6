#include "read/sheet.h"

#include <string.h>

#include "base/count.h"
#include "read/xml.h"

enum { FORMULA = 64 }; /* bytes of a formula that are shown when it has no value */

typedef enum { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_INLINE, TYPE_BOOL, TYPE_ERROR } cell_type;

static const struct {
    cv_str name;
    cell_type is;
} types[] = {
    {{"n", 1},         TYPE_NUMBER},
    {{"s", 1},         TYPE_SHARED},
    {{"str", 3},       TYPE_TEXT  },
    {{"inlineStr", 9}, TYPE_INLINE},
    {{"b", 1},         TYPE_BOOL  },
    {{"e", 1},         TYPE_ERROR },
    {{"d", 1},         TYPE_TEXT  }, /* a date as text: 2025-05-18 */
};

struct cv_sheet {
    const cv_workbook *book;
    cv_xml *xml;
    cv_arena *keep;
    int64_t from;
    int32_t width;
    cv_sheet_facts facts;
    bool in_data; /* inside sheetData */
    bool at_end;
    /* the present row */
    cv_row *row;
    int64_t line;
    int32_t column; /* of the last cell; -1: none yet */
    bool is_hidden;
    /* the present cell */
    cell_type type;
    int64_t style;
    bool in_cell, in_value, in_formula;
    int32_t in_reading_aid;
    bool is_formula;
    char *value; /* at row->text + row->used */
    int64_t n_value;
    char formula[FORMULA];
    int64_t n_formula;
};

static cv_str attribute(const cv_xml *x, const char *name)
{
    cv_str s = CV_STR("");
    cv_xml_attribute(x, cv_str_of(name), &s);
    return s;
}

static bool is_yes(cv_str s)
{
    return cv_str_eq(s, CV_STR("1")) || cv_str_eq(s, CV_STR("true"));
}

static bool is_passing(const cv_sheet *s)
{
    return s->line < s->from;
}

/* `format` takes `which` as "%.*s". */
static cv_status contradiction(cv_xml *x, const char *format, cv_str which, cv_error *err)
{
    return cv_fail_at(err, CV_E_INPUT, cv_xml_here(x), format, CV_ARG(which));
}

/* ---- elements that begin ---- */

static cv_status begin_row(cv_sheet *s, cv_xml *x, cv_error *err)
{
    enum { LAST = 1048576 };
    cv_count line = s->line + 1;
    cv_str said = attribute(x, "r");
    if (said.n && (cv_count_parse(&line, said) != CV_PARSE_OK || line <= s->line || line > LAST))
        return contradiction(x, "the sheet cannot have this row here: '%.*s'", said, err);
    s->line = line;
    s->column = -1;
    s->is_hidden = is_yes(attribute(x, "hidden"));
    return CV_OK;
}

static cv_status begin_cell(cv_sheet *s, cv_xml *x, cv_error *err)
{
    cv_str reference = attribute(x, "r"), type = attribute(x, "t"), style = attribute(x, "s");
    int32_t column = s->column + 1;
    int64_t line = s->line;
    if (reference.n &&
        (!cv_sheet_reference(reference, &column, &line) || line != s->line || column <= s->column))
        return contradiction(x, "the row cannot have this cell here: '%.*s'", reference, err);
    s->column = column;
    s->type = TYPE_NUMBER;
    if (type.n) {
        size_t i = 0;
        while (i < sizeof types / sizeof *types && !cv_str_eq(types[i].name, type)) i++;
        if (i == sizeof types / sizeof *types)
            return contradiction(x, "a cell of unknown type: '%.*s'", type, err);
        s->type = types[i].is;
    }
    cv_count number;
    s->style = style.n && cv_count_parse(&number, style) == CV_PARSE_OK ? number : -1;
    s->in_cell = true;
    s->is_formula = false;
    s->n_value = s->n_formula = 0;
    s->value = s->row->text + s->row->used;
    return CV_OK;
}

static void begin_in_cell(cv_sheet *s, cv_str name)
{
    const bool is_inline = s->type == TYPE_INLINE;
    s->in_value = s->in_formula = false;
    if (cv_str_eq(name, CV_STR("v"))) s->in_value = !is_inline;
    if (cv_str_eq(name, CV_STR("t"))) s->in_value = is_inline && !s->in_reading_aid;
    if (cv_str_eq(name, CV_STR("f"))) s->in_formula = s->is_formula = true;
    if (cv_str_eq(name, CV_STR("rPh"))) s->in_reading_aid++;
}

/* "A1:M32131" or "A1". */
static void take_width(cv_sheet *s, cv_str area)
{
    int64_t colon = cv_str_find(area, CV_STR(":"), 0), row;
    int32_t last;
    if (cv_sheet_reference(cv_str_cut(area, colon + 1, area.n), &last, &row)) s->width = last + 1;
}

static void take_hidden_columns(cv_sheet *s, cv_xml *x)
{
    cv_count from, to;
    if (!is_yes(attribute(x, "hidden"))) return;
    if (cv_count_parse(&from, attribute(x, "min")) != CV_PARSE_OK ||
        cv_count_parse(&to, attribute(x, "max")) != CV_PARSE_OK || from > to || to > 16384)
        return;
    s->facts.hidden_columns += to - from + 1;
}

static cv_status on_begin(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    cv_sheet *s = who;
    if (s->in_cell) {
        begin_in_cell(s, name);
    } else if (s->in_data) {
        if (cv_str_eq(name, CV_STR("c"))) return is_passing(s) ? CV_OK : begin_cell(s, x, err);
        if (cv_str_eq(name, CV_STR("row"))) return begin_row(s, x, err);
    } else if (cv_str_eq(name, CV_STR("sheetData"))) {
        s->in_data = true;
    } else if (cv_str_eq(name, CV_STR("dimension"))) {
        take_width(s, attribute(x, "ref"));
    } else if (cv_str_eq(name, CV_STR("col"))) {
        take_hidden_columns(s, x);
    } else if (cv_str_eq(name, CV_STR("mergeCell"))) {
        s->facts.merged++;
    }
    return CV_OK;
}

/* ---- text ---- */

static void too_long(cv_sheet *s, int32_t column)
{
    if (s->row->code) return;
    s->row->code = CV_R15_LONG;
    s->row->column = column;
}

static cv_status on_text(void *who, cv_xml *x, cv_str piece, cv_error *err)
{
    cv_sheet *s = who;
    (void)x, (void)err;
    if (s->in_formula) {
        cv_str part = cv_str_cut(piece, 0, FORMULA - s->n_formula);
        if (part.n) memcpy(s->formula + s->n_formula, part.s, (size_t)part.n);
        s->n_formula += part.n;
    }
    if (!s->in_value || s->row->code) return CV_OK;
    /* A number may come out longer than it was written: 1E15. */
    if (s->row->used + s->n_value + piece.n + CV_SHEET_NUMBER_ROOM > s->book->limits->line_bytes)
        too_long(s, 0);
    else if (s->n_value + piece.n > s->book->limits->cell_bytes)
        too_long(s, s->column + 1);
    if (s->row->code) return CV_OK;
    memcpy(s->value + s->n_value, piece.s, (size_t)piece.n);
    s->n_value += piece.n;
    return CV_OK;
}

/* ---- elements that end ---- */

static cv_shown_as shown_as(const cv_sheet *s)
{
    const cv_workbook *w = s->book;
    return s->style >= 0 && s->style < w->n_shown ? (cv_shown_as)w->shown[s->style]
                                                  : CV_SHOWN_PLAIN;
}

static cv_status shared_text(cv_sheet *s, cv_xml *x, cv_str *out, cv_error *err)
{
    cv_str number = cv_str_trim((cv_str){s->value, s->n_value});
    cv_count i;
    if (cv_count_parse(&i, number) != CV_PARSE_OK || i >= s->book->n_texts)
        return contradiction(x, "there is no shared text '%.*s'", number, err);
    *out = s->book->text[i];
    if (out->n > s->book->limits->cell_bytes) too_long(s, s->column + 1);
    return CV_OK;
}

/* What the cell says; texts that are not shared stay at s->value. */
static cv_status value_of(cv_sheet *s, cv_xml *x, cv_str *out, cv_error *err)
{
    cv_str written = {s->value, s->n_value};
    *out = written;
    if (!written.n && s->is_formula && s->type != TYPE_TEXT) {
        /* Never calculated: its text is no number and no name. */
        s->value[0] = '=';
        memcpy(s->value + 1, s->formula, (size_t)s->n_formula);
        *out = (cv_str){s->value, 1 + s->n_formula};
        return CV_OK;
    }
    if (!written.n) return CV_OK;
    char number[CV_SHEET_NUMBER_ROOM];
    switch (s->type) {
    case TYPE_SHARED: return shared_text(s, x, out, err);
    case TYPE_NUMBER:
        out->n = cv_sheet_number(number, cv_str_trim(written), shown_as(s), s->book->from_1904,
                                 *s->keep);
        memcpy(s->value, number, (size_t)out->n);
        return CV_OK;
    case TYPE_BOOL:
        if (cv_str_eq(written, CV_STR("1"))) *out = CV_STR("TRUE");
        if (cv_str_eq(written, CV_STR("0"))) *out = CV_STR("FALSE");
        return CV_OK;
    case TYPE_ERROR: s->facts.errors++; return CV_OK;
    case TYPE_TEXT:
    case TYPE_INLINE: out->n = cv_sheet_unescape(s->value, written.n); return CV_OK;
    }
    return CV_OK;
}

static cv_status end_cell(cv_sheet *s, cv_xml *x, cv_error *err)
{
    cv_row *row = s->row;
    cv_str all;
    s->in_cell = s->in_value = s->in_formula = false;
    s->in_reading_aid = 0;
    if (row->code) return CV_OK;
    if (row->used + FORMULA + CV_SHEET_NUMBER_ROOM > s->book->limits->line_bytes) {
        too_long(s, 0);
        return CV_OK;
    }
    CV_TRY(value_of(s, x, &all, err));
    if (row->code) return CV_OK;
    s->facts.formulas += s->is_formula;
    cv_str value = cv_str_trim(all);
    if (!value.n) return CV_OK;
    row->trimmed += value.n != all.n;
    if (all.s == s->value) row->used += all.n;
    row->n = s->column + 1;
    if (s->column < row->room) row->cell[s->column] = value;
    return CV_OK;
}

static void end_row(cv_sheet *s, cv_xml *x)
{
    if (is_passing(s) || (!s->row->n && !s->row->code)) return;
    s->row->line = s->line;
    s->facts.hidden_rows += s->is_hidden;
    cv_xml_pause(x);
}

static cv_status on_end(void *who, cv_xml *x, cv_str name, cv_error *err)
{
    cv_sheet *s = who;
    if (s->in_cell) {
        s->in_value = s->in_formula = false;
        if (cv_str_eq(name, CV_STR("c"))) return end_cell(s, x, err);
        if (cv_str_eq(name, CV_STR("rPh")) && s->in_reading_aid) s->in_reading_aid--;
        return CV_OK;
    }
    if (!s->in_data) return CV_OK;
    if (cv_str_eq(name, CV_STR("row"))) end_row(s, x);
    if (cv_str_eq(name, CV_STR("sheetData"))) s->in_data = false;
    return CV_OK;
}

/* ---- the door ---- */

cv_status cv_sheet_open(cv_sheet **out, const cv_workbook *w, int32_t sheet, cv_str file,
                        cv_arena *keep, cv_error *err)
{
    cv_sheet *s = cv_new(keep, cv_sheet, 1);
    s->book = w;
    s->keep = keep;
    s->facts.is_sheet = true;
    s->facts.is_hidden = w->sheet[sheet].is_hidden;
    CV_TRY(cv_package_part(w->package, w->sheet[sheet].part, err));
    cv_xml_from from = {
        file, cv_package_get, w->package, {on_begin, on_end, on_text},
           s
    };
    CV_TRY(cv_xml_open(&s->xml, &from, keep, err));
    *out = s;
    return CV_OK;
}

void cv_sheet_close(cv_sheet *s)
{
    if (s) cv_xml_close(s->xml);
}

void cv_sheet_from(cv_sheet *s, int64_t row)
{
    s->from = row;
}

cv_status cv_sheet_next(cv_sheet *s, cv_row *row, bool *found, cv_error *err)
{
    *found = false;
    if (s->at_end) return CV_OK;
    row->n = 0;
    row->code = 0;
    row->column = 0;
    row->trimmed = row->used = 0;
    for (int32_t i = 0; i < row->room; i++) row->cell[i] = (cv_str){row->text, 0};
    s->row = row;
    CV_TRY(cv_xml_run(s->xml, &s->at_end, err));
    *found = !s->at_end;
    return CV_OK;
}

int32_t cv_sheet_width(const cv_sheet *s)
{
    return s->width;
}

cv_sheet_facts cv_sheet_facts_of(const cv_sheet *s)
{
    return s->facts;
}
