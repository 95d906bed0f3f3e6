#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#include "base/check.h"

cv_str cv_str_of(const char *nul_terminated)
{
    return (cv_str){nul_terminated, (int64_t)strlen(nul_terminated)};
}

bool cv_str_eq(cv_str a, cv_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, (size_t)a.n) == 0);
}

bool cv_str_starts(cv_str s, cv_str prefix)
{
    return s.n >= prefix.n && cv_str_eq(cv_str_cut(s, 0, prefix.n), prefix);
}

bool cv_str_ends(cv_str s, cv_str suffix)
{
    return s.n >= suffix.n && cv_str_eq(cv_str_cut(s, s.n - suffix.n, s.n), suffix);
}

int64_t cv_str_find(cv_str s, cv_str part, int64_t from)
{
    if (from < 0) from = 0;
    if (from > s.n || part.n > s.n - from) return -1;
    if (part.n == 0) return from;
    const char *hit = memmem(s.s + from, (size_t)(s.n - from), part.s, (size_t)part.n);
    return hit ? hit - s.s : -1;
}

cv_str cv_str_cut(cv_str s, int64_t from, int64_t to)
{
    if (from < 0) from = 0;
    if (to > s.n) to = s.n;
    if (from >= to) return (cv_str){s.s, 0};
    return (cv_str){s.s + from, to - from};
}

static bool is_blank_byte(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

cv_str cv_str_trim(cv_str s)
{
    const cv_str nbsp = CV_STR("\xc2\xa0");
    for (bool again = true; again && s.n;) {
        again = false;
        if (is_blank_byte(s.s[0])) s.s++, s.n--, again = true;
        if (s.n && is_blank_byte(s.s[s.n - 1])) s.n--, again = true;
        if (cv_str_starts(s, nbsp)) s.s += 2, s.n -= 2, again = true;
        if (cv_str_ends(s, nbsp)) s.n -= 2, again = true;
    }
    return s;
}

cv_str cv_str_copy(cv_arena *a, cv_str s)
{
    char *p = cv_new(a, char, s.n + 1);
    if (s.n) memcpy(p, s.s, (size_t)s.n);
    return (cv_str){p, s.n};
}

cv_str cv_str_format(cv_arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    cv_assert(n >= 0);
    char *p = cv_new(a, char, (int64_t)n + 1);
    va_start(args, format);
    vsnprintf(p, (size_t)n + 1, format, args);
    va_end(args);
    return (cv_str){p, n};
}

/* Nearly all text is ASCII: eight bytes at a time until one has its high bit set. */
static int64_t ascii_prefix(cv_str s)
{
    int64_t i = 0;
    for (; i + 8 <= s.n; i += 8) {
        uint64_t word;
        memcpy(&word, s.s + i, 8);
        if (word & 0x8080808080808080u) break;
    }
    return i;
}

/* Bytes of the character at s, or -1 when it is not UTF-8. */
static int64_t char_bytes(cv_str s, int32_t *code)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.s, s.n, &c);
    if (n < 1) return -1;
    *code = c;
    return n;
}

bool cv_str_is_utf8(cv_str s)
{
    while (s.n) {
        int64_t skip = ascii_prefix(s);
        if (!skip) {
            int32_t code;
            skip = char_bytes(s, &code);
            if (skip < 0) return false;
        }
        s = cv_str_cut(s, skip, s.n);
    }
    return true;
}

/* Columns of the character at the start of `s`; its bytes go to *n. */
static int32_t char_width(cv_str s, int64_t *n)
{
    int32_t code;
    *n = char_bytes(s, &code);
    if (*n < 0) {
        *n = 1;
        return 1;
    }
    int w = utf8proc_charwidth(code);
    return w < 0 ? 0 : w;
}

int32_t cv_str_width(cv_str s)
{
    int32_t sum = 0;
    for (int64_t n; s.n; s = cv_str_cut(s, n, s.n)) sum += char_width(s, &n);
    return sum;
}

cv_str cv_str_fit(cv_str s, int32_t columns)
{
    int32_t sum = 0;
    int64_t at = 0;
    while (at < s.n) {
        int64_t n;
        sum += char_width(cv_str_cut(s, at, s.n), &n);
        if (sum > columns) break;
        at += n;
    }
    return cv_str_cut(s, 0, at);
}
