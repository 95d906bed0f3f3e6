#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Texts end up on one line of a terminal: control characters are shown as '?'. */
static void tame(char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7f) *s = '?';
}

static void fill(char *to, size_t size, const char *format, va_list args)
{
    vsnprintf(to, size, format, args);
    /* Never cut through a character. */
    size_t n = strlen(to);
    while (n && !cv_str_is_utf8((cv_str){to, (int64_t)n}) && n + 4 > size - 1) to[--n] = 0;
    tame(to);
}

cv_status cv_fail(cv_error *err, cv_status status, const char *format, ...)
{
    if (!err) return status;
    *err = (cv_error){.status = status};
    va_list args;
    va_start(args, format);
    fill(err->text, sizeof err->text, format, args);
    va_end(args);
    return status;
}

cv_status cv_fail_at(cv_error *err, cv_status status, cv_place at, const char *format, ...)
{
    if (!err) return status;
    *err = (cv_error){.status = status, .line = at.line, .column = at.column};
    snprintf(err->file, sizeof err->file, "%.*s", CV_ARG(at.file));
    tame(err->file);
    va_list args;
    va_start(args, format);
    fill(err->text, sizeof err->text, format, args);
    va_end(args);
    return status;
}

cv_status cv_hint(cv_error *err, cv_status status, const char *format, ...)
{
    if (!err) return status;
    va_list args;
    va_start(args, format);
    fill(err->hint, sizeof err->hint, format, args);
    va_end(args);
    return status;
}
