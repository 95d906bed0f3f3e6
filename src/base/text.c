#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"

cv_text cv_text_open(cv_arena *keep)
{
    return (cv_text){.keep = keep};
}

static char *room_for(cv_text *t, int64_t n)
{
    if (t->n + n > t->cap) {
        int64_t cap = t->cap ? t->cap : 256;
        while (cap < t->n + n) cap *= 2;
        t->s = cv_grow(t->keep, char, t->s, t->cap, cap);
        t->cap = cap;
    }
    return t->s + t->n;
}

void cv_text_add(cv_text *t, cv_str s)
{
    if (!s.n) return;
    memcpy(room_for(t, s.n), s.s, (size_t)s.n);
    t->n += s.n;
}

void cv_text_addf(cv_text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    cv_assert(n >= 0);
    char *to = room_for(t, (int64_t)n + 1);
    va_start(args, format);
    vsnprintf(to, (size_t)n + 1, format, args);
    va_end(args);
    t->n += n;
}

void cv_text_repeat(cv_text *t, char c, int64_t n)
{
    if (n <= 0) return;
    memset(room_for(t, n), c, (size_t)n);
    t->n += n;
}

cv_str cv_text_str(const cv_text *t)
{
    return (cv_str){t->s ? t->s : "", t->n};
}

static bool needs_quotes(cv_str s)
{
    for (int64_t i = 0; i < s.n; i++)
        if (s.s[i] == ',' || s.s[i] == '"' || s.s[i] == '\n' || s.s[i] == '\r') return true;
    return false;
}

void cv_csv_cell(cv_text *t, cv_str cell)
{
    bool quote = needs_quotes(cell);
    if (quote) cv_text_add(t, CV_STR("\""));
    if (cell.n && memchr("=+-@\t\r", cell.s[0], 6)) cv_text_add(t, CV_STR("'"));
    if (!quote) {
        cv_text_add(t, cell);
        return;
    }
    for (int64_t i = 0; i < cell.n; i++) {
        if (cell.s[i] == '"') cv_text_add(t, CV_STR("\""));
        cv_text_add(t, cv_str_cut(cell, i, i + 1));
    }
    cv_text_add(t, CV_STR("\""));
}

void cv_csv_count(cv_text *t, cv_count n)
{
    char digit[24];
    int at = (int)sizeof digit;
    if (n == CV_BLANK) return;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do digit[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0) digit[--at] = '-';
    cv_text_add(t, (cv_str){digit + at, (int64_t)sizeof digit - at});
}

void cv_csv_next(cv_text *t)
{
    cv_text_add(t, CV_STR(","));
}

void cv_csv_end(cv_text *t)
{
    cv_text_add(t, CV_STR("\n"));
}
