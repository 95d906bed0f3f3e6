#include "report/json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"

/* Twelve digits show every number that canvass writes with a fraction, and none of the bits that
 * binary fractions add: 74.6, not 74.599999999999994. */
#define AS_VALUE (JSON_ENCODE_ANY | JSON_REAL_PRECISION(12))

static void put(cv_json *j, const char *s, size_t n)
{
    if (j->status == CV_OK && n) j->status = j->out.put(j->out.to, (cv_str){s, (int64_t)n}, j->err);
}

static void put_line(cv_json *j)
{
    static const char blanks[] = "                                ";
    cv_assert(j->depth * 2 < (int)sizeof blanks);
    put(j, "\n", 1);
    if (!j->compact) put(j, blanks, (size_t)j->depth * 2);
}

static void begin_line(cv_json *j)
{
    cv_assert(j->depth > 0);
    if (j->any[j->depth]) put(j, ",", 1);
    j->any[j->depth] = true;
    put_line(j);
}

/* What stands before every value: comma, new line, key. */
static void begin(cv_json *j, const char *key)
{
    begin_line(j);
    cv_assert((j->closer[j->depth] == '}') == (key != NULL));
    if (!key) return;
    put(j, "\"", 1);
    put(j, key, strlen(key));
    put(j, "\": ", 3);
}

static void open_frame(cv_json *j, char opener, char closer)
{
    put(j, &opener, 1);
    j->depth++;
    cv_assert(j->depth < CV_JSON_FRAMES);
    j->closer[j->depth] = closer;
    j->any[j->depth] = false;
}

cv_json cv_json_open(cv_out out, cv_error *err)
{
    cv_json j = {.out = out, .err = err};
    open_frame(&j, '{', '}');
    return j;
}

void cv_json_object(cv_json *j, const char *key)
{
    begin(j, key);
    open_frame(j, '{', '}');
}

void cv_json_array(cv_json *j, const char *key)
{
    begin(j, key);
    open_frame(j, '[', ']');
}

void cv_json_end(cv_json *j)
{
    cv_assert(j->depth > 0);
    char closer = j->closer[j->depth];
    bool any = j->any[j->depth];
    j->depth--;
    if (any) put_line(j);
    put(j, &closer, 1);
}

cv_status cv_json_close(cv_json *j)
{
    while (j->depth > 0) cv_json_end(j);
    put(j, "\n", 1);
    return j->status;
}

/* jansson indents from the left edge: every line it begins is moved to the depth of the frame.
 * A line end inside a text is written as \n, so a raw one always begins a line. */
static int put_moved(const char *s, size_t n, void *to)
{
    cv_json *j = to;
    while (n) {
        const char *end = memchr(s, '\n', n);
        size_t part = end ? (size_t)(end - s) : n;
        put(j, s, part);
        if (end) put_line(j);
        s += part + (end != NULL);
        n -= part + (end != NULL);
    }
    return 0;
}

static size_t spacing(const cv_json *j)
{
    return j->compact ? JSON_COMPACT : 0;
}

static void put_value(cv_json *j, const char *key, json_t *value, size_t flags)
{
    begin(j, key);
    bool made = value && json_dump_callback(value, put_moved, j, flags | AS_VALUE) == 0;
    if (!made && j->status == CV_OK)
        j->status = cv_fail(j->err, CV_E_SYSTEM, "no memory left to write JSON");
    json_decref(value);
}

void cv_json_value(cv_json *j, const char *key, json_t *value)
{
    put_value(j, key, value, j->compact ? JSON_COMPACT : JSON_INDENT(2));
}

/* Nearly every row fits the buffer and is put at once; jansson says how long the others are. */
void cv_json_line(cv_json *j, const char *key, json_t *value)
{
    char row[4096];
    size_t n = value ? json_dumpb(value, row, sizeof row, AS_VALUE | spacing(j)) : 0;
    if (n == 0 || n > sizeof row) {
        put_value(j, key, value, spacing(j));
        return;
    }
    begin(j, key);
    put(j, row, n);
    json_decref(value);
}

/* ---- columns ---- */

static void flush_cells(cv_json *j)
{
    put(j, j->buffer, (size_t)j->n_buffer);
    j->n_buffer = 0;
}

static void add_cell(cv_json *j, const char *s, size_t n)
{
    if (!n) return; /* an empty text may be a null pointer, which memcpy() must not see */
    if ((size_t)j->n_buffer + n > sizeof j->buffer) flush_cells(j);
    if (n > sizeof j->buffer) {
        put(j, s, n);
        return;
    }
    if (n) memcpy(j->buffer + j->n_buffer, s, n);
    j->n_buffer += (int32_t)n;
}

static void next_cell(cv_json *j)
{
    if (j->any[j->depth]) add_cell(j, ",", 1);
    j->any[j->depth] = true;
}

/* Codes of stations are nearly always plain; jansson escapes the others. */
static bool is_plain(cv_str s)
{
    for (int64_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];
        if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') return false;
    }
    return true;
}

static int add_dumped(const char *s, size_t n, void *to)
{
    add_cell(to, s, n);
    return 0;
}

static void add_quoted(cv_json *j, cv_str s)
{
    if (is_plain(s)) {
        add_cell(j, "\"", 1);
        add_cell(j, s.s, (size_t)s.n);
        add_cell(j, "\"", 1);
        return;
    }
    json_t *text = cv_json_str(s);
    bool made = text && json_dump_callback(text, add_dumped, j, JSON_ENCODE_ANY) == 0;
    if (!made && j->status == CV_OK)
        j->status = cv_fail(j->err, CV_E_SYSTEM, "no memory left to write JSON");
    json_decref(text);
}

void cv_json_column_open(cv_json *j, cv_str key)
{
    cv_assert(j->depth > 0 && j->closer[j->depth] == '}');
    begin_line(j);
    add_quoted(j, key);
    add_cell(j, ": ", 2);
    flush_cells(j);
    open_frame(j, '[', ']');
}

void cv_json_cell_count(cv_json *j, cv_count n)
{
    char digit[24];
    int at = (int)sizeof digit;
    if (n == CV_BLANK) {
        cv_json_cell_raw(j, CV_STR("null"));
        return;
    }
    uint64_t rest = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
    do {
        digit[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (n < 0) digit[--at] = '-';
    next_cell(j);
    add_cell(j, digit + at, sizeof digit - (size_t)at);
}

void cv_json_cell_raw(cv_json *j, cv_str json)
{
    next_cell(j);
    add_cell(j, json.s, (size_t)json.n);
}

void cv_json_cell_str(cv_json *j, cv_str s)
{
    next_cell(j);
    add_quoted(j, s);
}

void cv_json_cell_degrees(cv_json *j, double degrees)
{
    char text[32];
    if (isnan(degrees)) {
        cv_json_cell_raw(j, CV_STR("null"));
        return;
    }
    snprintf(text, sizeof text, "%.5f", degrees);
    cv_json_cell_raw(j, cv_str_of(text));
}

void cv_json_column_close(cv_json *j)
{
    flush_cells(j);
    j->depth--;
    put(j, "]", 1);
}

/* ---- small values ---- */

static json_t *str_with_gaps(cv_str s)
{
    cv_arena work = cv_arena_open();
    cv_text t = cv_text_open(&work);
    while (s.n) {
        int64_t n = 1;
        while (n < 4 && n < s.n && !cv_str_is_utf8(cv_str_cut(s, 0, n))) n++;
        bool good = cv_str_is_utf8(cv_str_cut(s, 0, n));
        cv_text_add(&t, good ? cv_str_cut(s, 0, n) : CV_STR("\xef\xbf\xbd"));
        s = cv_str_cut(s, good ? n : 1, s.n);
    }
    json_t *made = json_stringn(t.s, (size_t)t.n);
    cv_arena_close(&work);
    return made;
}

json_t *cv_json_str(cv_str s)
{
    if (!cv_str_is_utf8(s)) return str_with_gaps(s);
    return json_stringn(s.n ? s.s : "", (size_t)s.n);
}

json_t *cv_json_text(cv_str s)
{
    return s.n ? cv_json_str(s) : json_null();
}

json_t *cv_json_date(cv_date date, cv_arena *work)
{
    return cv_date_is(date) ? cv_json_str(cv_date_text(date, work)) : json_null();
}

json_t *cv_json_count(cv_count n)
{
    return n == CV_BLANK ? json_null() : json_integer(n);
}

json_t *cv_json_index(int32_t i)
{
    return i < 0 ? json_null() : json_integer(i);
}

void cv_json_set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

void cv_json_add(json_t *array, json_t *value)
{
    json_array_append_new(array, value);
}
