#include "report/show.h"

#include <utf8proc.h>

#include "base/check.h"

/* Controls of terminals, and marks that turn the direction of what follows (Unicode TR 9). */
static bool is_unshowable(int32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Bytes of the first character of `s`; *bad when it cannot be shown. */
static int64_t first_char(cv_str s, bool *bad)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.s, s.n, &c);
    *bad = n < 1 || is_unshowable(c);
    return n < 1 ? 1 : n;
}

static bool is_showable(cv_str s)
{
    bool bad = false;
    for (int64_t n; s.n && !bad; s = cv_str_cut(s, n, s.n)) n = first_char(s, &bad);
    return !bad;
}

cv_str cv_show_name(cv_str name, cv_arena *keep)
{
    if (is_showable(name)) return name;
    cv_text t = cv_text_open(keep);
    for (int64_t n; name.n; name = cv_str_cut(name, n, name.n)) {
        bool bad;
        n = first_char(name, &bad);
        cv_text_add(&t, bad ? CV_STR("\xef\xbf\xbd") : cv_str_cut(name, 0, n));
    }
    return cv_text_str(&t);
}

void cv_show_ink(cv_text *to, cv_str s, cv_ink ink, const cv_look *look)
{
    static const char *const begin[] = {
        [CV_INK_PLAIN] = "",        [CV_INK_STRONG] = "\033[1m", [CV_INK_FAINT] = "\033[2m",
        [CV_INK_GOOD] = "\033[32m", [CV_INK_ASK] = "\033[33m",   [CV_INK_BAD] = "\033[31m",
    };
    if (!look->colour || ink == CV_INK_PLAIN || !s.n) {
        cv_text_add(to, s);
        return;
    }
    cv_text_add(to, cv_str_of(begin[ink]));
    cv_text_add(to, s);
    cv_text_add(to, CV_STR("\033[0m"));
}

/* The next word of *rest, which moves past it. */
static cv_str next_word(cv_str *rest)
{
    while (rest->n && rest->s[0] == ' ') *rest = cv_str_cut(*rest, 1, rest->n);
    int64_t end = cv_str_find(*rest, CV_STR(" "), 0);
    if (end < 0) end = rest->n;
    cv_str word = cv_str_cut(*rest, 0, end);
    *rest = cv_str_cut(*rest, end, rest->n);
    return word;
}

void cv_show_wrapped(cv_text *to, cv_str paragraph, int32_t at, int32_t indent, const cv_look *look)
{
    bool fresh = true; /* nothing stands on this line yet but its indent */
    for (cv_str word = next_word(&paragraph); word.n; word = next_word(&paragraph)) {
        int32_t width = cv_str_width(word);
        if (!fresh && at + 1 + width > look->columns) {
            cv_text_add(to, CV_STR("\n"));
            cv_text_repeat(to, ' ', indent);
            at = indent;
            fresh = true;
        }
        if (!fresh) cv_text_add(to, CV_STR(" "));
        cv_text_add(to, word);
        at += width + !fresh;
        fresh = false;
    }
    cv_text_add(to, CV_STR("\n"));
}
