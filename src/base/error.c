#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Bytes of the character at `s`, or 0 when the bytes there are not UTF-8. */
static size_t first_char(const char *s, size_t left)
{
    for (size_t n = 1; n <= 4 && n <= left; n++)
        if (cv_str_is_utf8((cv_str){s, (int64_t)n})) return n;
    return 0;
}

/* U+0000 to U+001F, U+007F, and U+0080 to U+009F, which some terminals obey as well. */
static bool is_control(const char *s, size_t n)
{
    unsigned char c = (unsigned char)s[0];
    if (n == 1) return c < 0x20 || c == 0x7f;
    return n == 2 && c == 0xc2 && (unsigned char)s[1] < 0xa0;
}

/* Texts end up on one line of a terminal and in JSON: control characters and bytes that are
 * not UTF-8 are shown as '?'. */
static void tame(char *s)
{
    char *to = s;
    for (size_t left = strlen(s); left;) {
        size_t n = first_char(s, left);
        if (n && !is_control(s, n)) {
            memmove(to, s, n);
            to += n;
        } else {
            *to++ = '?';
        }
        size_t step = n ? n : 1;
        s += step;
        left -= step;
    }
    *to = 0;
}

/* A text that has been cut at `n` bytes may end in part of a character: without that part. */
static void drop_part(char *s, size_t n)
{
    size_t have = 1;
    while (have < 4 && have < n && (s[n - have] & 0xc0) == 0x80) have++;
    unsigned char lead = (unsigned char)s[n - have];
    size_t need = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    if (have < need) s[n - have] = 0;
}

static void fill(char *to, size_t size, const char *format, va_list args)
{
    int n = vsnprintf(to, size, format, args);
    if (n < 0) *to = 0;
    if (n >= 0 && (size_t)n >= size) drop_part(to, size - 1);
    tame(to);
}

static void fill_text(cv_error *err, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    fill(err->text, sizeof err->text, format, args);
    err->text_format = format;
    err->n_text_arguments =
        cv_message_arguments(err->text_arguments, sizeof err->text_arguments, format, again);
    va_end(again);
}

/* The large arrays keep what was in them: their length says how much of them counts. */
static void begin(cv_error *err, cv_status status, cv_place at)
{
    err->status = status;
    err->line = at.line, err->column = at.column;
    err->file[0] = err->hint[0] = err->tail[0] = 0;
    err->hint_format = NULL;
    err->n_hint_arguments = 0;
}

static void fill_file(cv_error *err, cv_str file)
{
    size_t room = sizeof err->file - 1, n = (uint64_t)file.n < room ? (size_t)file.n : room;
    if (n) memcpy(err->file, file.s, n);
    err->file[n] = 0;
    if ((uint64_t)file.n > room) drop_part(err->file, n);
    tame(err->file);
}

cv_status cv_fail(cv_error *err, cv_status status, const char *format, ...)
{
    if (!err) return status;
    begin(err, status, (cv_place){0});
    va_list args;
    va_start(args, format);
    fill_text(err, format, args);
    va_end(args);
    return status;
}

cv_status cv_vfail_at(cv_error *err, cv_status status, cv_place at, const char *format,
                      va_list args)
{
    if (!err) return status;
    begin(err, status, at);
    fill_file(err, at.file);
    fill_text(err, format, args);
    return status;
}

cv_status cv_fail_at(cv_error *err, cv_status status, cv_place at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    cv_vfail_at(err, status, at, format, args);
    va_end(args);
    return status;
}

cv_status cv_fail_as(cv_error *err, cv_status status, cv_place at, const cv_message *message)
{
    cv_fail_at(err, status, at, "%.*s", CV_ARG(message->text));
    if (!err || !message->format) return status;
    int64_t n = message->arguments.n, room = sizeof err->text_arguments;
    err->text_format = message->format;
    err->n_text_arguments = n < room ? n : room;
    if (n) memcpy(err->text_arguments, message->arguments.s, (size_t)err->n_text_arguments);
    return status;
}

void cv_error_place(cv_error *err, cv_place at)
{
    if (!err) return;
    err->line = at.line, err->column = at.column;
    fill_file(err, at.file);
}

void cv_error_tail(cv_error *err, const char *format, ...)
{
    if (!err) return;
    va_list args;
    va_start(args, format);
    fill(err->tail, sizeof err->tail, format, args);
    va_end(args);
    size_t n = strlen(err->text), room = sizeof err->text - n;
    int more = snprintf(err->text + n, room, "%s", err->tail);
    if (more >= 0 && (size_t)more >= room) drop_part(err->text, sizeof err->text - 1);
}

cv_status cv_hint(cv_error *err, cv_status status, const char *format, ...)
{
    if (!err) return status;
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    fill(err->hint, sizeof err->hint, format, args);
    err->hint_format = format;
    err->n_hint_arguments =
        cv_message_arguments(err->hint_arguments, sizeof err->hint_arguments, format, again);
    va_end(again);
    va_end(args);
    return status;
}

/* Tamed like the English text. */
static cv_str again_in(const cv_language *l, const char *format, cv_str arguments, cv_arena *keep)
{
    char *s = (char *)cv_str_copy(keep, cv_message_again(l, format, arguments, keep)).s;
    tame(s);
    return cv_str_of(s);
}

cv_str cv_error_text(const cv_error *err, const cv_language *l, cv_arena *keep)
{
    if (!l || !l->texts.n || !err->text_format) return cv_str_of(err->text);
    cv_str text =
        again_in(l, err->text_format, (cv_str){err->text_arguments, err->n_text_arguments}, keep);
    return err->tail[0] ? cv_str_format(keep, "%.*s%s", CV_ARG(text), err->tail) : text;
}

cv_str cv_error_hint(const cv_error *err, const cv_language *l, cv_arena *keep)
{
    if (!l || !l->texts.n || !err->hint[0] || !err->hint_format) return cv_str_of(err->hint);
    return again_in(l, err->hint_format, (cv_str){err->hint_arguments, err->n_hint_arguments},
                    keep);
}
