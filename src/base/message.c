#include "base/message.h"

#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "base/text.h"

/* ---- conversions of a printf format ---- */

enum { SPEC_MOST = 24 };

typedef struct {
    int64_t n;             /* bytes, from the % to the letter            */
    int32_t place;         /* 2 in %2$s; 0 where none is named           */
    bool star;             /* the precision is an argument               */
    int32_t longs;         /* l: 1, ll: 2, z: 3                          */
    char letter;           /* 0: no conversion                           */
    char alone[SPEC_MOST]; /* the conversion without its place           */
} conversion;

static int32_t read_place(const char *s, int64_t *at)
{
    int32_t place = 0;
    int64_t i = *at;
    for (; s[i] >= '0' && s[i] <= '9' && place < 1000; i++) place = 10 * place + (s[i] - '0');
    if (s[i] != '$') return 0;
    *at = i + 1;
    return place;
}

/* What begins at s[0] == '%'. */
static conversion read_conversion(const char *s)
{
    conversion c = {0};
    int64_t at = 1, used = 0;
    c.place = read_place(s, &at);
    c.alone[used++] = '%';
    for (; s[at] && strchr("-+ #0123456789.*$lz", s[at]) && used < SPEC_MOST - 2; at++) {
        c.star |= s[at] == '*';
        c.longs += s[at] == 'l' ? 1 : s[at] == 'z' ? 3 : 0;
        c.alone[used++] = s[at];
    }
    c.letter = s[at];
    c.alone[used] = s[at];
    c.n = at + (s[at] != 0);
    return c;
}

/* ---- saying it the first time ---- */

/* Two copies of one list cannot stand in a struct's parameter on every machine, so it is wrapped.
 */
typedef struct {
    va_list list;
} arguments;

static int print_integer(char *to, size_t size, const conversion *c, arguments *a)
{
    switch (c->longs) {
    case 0: return snprintf(to, size, c->alone, va_arg(a->list, int));
    case 1: return snprintf(to, size, c->alone, va_arg(a->list, long));
    case 2: return snprintf(to, size, c->alone, va_arg(a->list, long long));
    default: return snprintf(to, size, c->alone, va_arg(a->list, size_t));
    }
}

static int print_text(char *to, size_t size, const conversion *c, arguments *a)
{
    if (!c->star) return snprintf(to, size, c->alone, va_arg(a->list, const char *));
    int precision = va_arg(a->list, int);
    return snprintf(to, size, c->alone, precision, va_arg(a->list, const char *));
}

static int print_one(char *to, size_t size, const conversion *c, arguments *a)
{
    if (c->letter == 's') return print_text(to, size, c, a);
    if (strchr("fge", c->letter)) return snprintf(to, size, c->alone, va_arg(a->list, double));
    cv_assert(strchr("diuxXc", c->letter) && !c->star);
    return print_integer(to, size, c, a);
}

int64_t cv_message_arguments(char *to, int64_t size, const char *format, va_list args)
{
    arguments a;
    int64_t used = 0;
    va_copy(a.list, args);
    for (const char *s = strchr(format, '%'); s && used < size; s = strchr(s, '%')) {
        conversion c = read_conversion(s);
        s += c.n;
        if (c.letter == '%') continue;
        cv_assert(c.letter);
        if (c.star) to[used++] = 0; /* the precision counts as an argument, and says nothing */
        int n = print_one(to + used, (size_t)(size - used), &c, &a);
        if (n < 0) break;
        used += n < size - used ? n + 1 : size - used;
    }
    va_end(a.list);
    return used;
}

static cv_message say_so(cv_arena *keep, const char *format, va_list args)
{
    enum { MOST = 4096 };
    char room[MOST];
    va_list again;
    va_copy(again, args);
    int64_t n = cv_message_arguments(room, MOST, format, again);
    va_end(again);
    cv_message said = {.format = format, .arguments = cv_str_copy(keep, (cv_str){room, n})};
    said.text = cv_message_again(NULL, format, said.arguments, keep);
    return said;
}

cv_message cv_message_of(cv_arena *keep, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    cv_message said = say_so(keep, format, args);
    va_end(args);
    return said;
}

cv_message cv_message_just(const char *text)
{
    return (cv_message){.text = cv_str_of(text), .format = text};
}

/* ---- saying it again ---- */

/* What the system says (strerror), which the C library would only translate for the whole
 * process, by locales that are installed. Here so that the catalogues have it; others are shown as
 * the system says them. */
__attribute__((unused)) static const char *const SYSTEM_SAYS[] = {
    CV_MSG("Bad file descriptor"),     CV_MSG("Disk quota exceeded"),
    CV_MSG("File name too long"),      CV_MSG("File too large"),
    CV_MSG("Input/output error"),      CV_MSG("Is a directory"),
    CV_MSG("No space left on device"), CV_MSG("No such file or directory"),
    CV_MSG("Not a directory"),         CV_MSG("Permission denied"),
    CV_MSG("Read-only file system"),   CV_MSG("Too many levels of symbolic links"),
    CV_MSG("Too many open files"),     CV_MSG("Operation not permitted"),
};

enum { ARGUMENTS_MOST = 16 };

/* Which arguments of the English format are "%-s": words of ours, which are looked up. */
static void find_phrases(bool phrase[static ARGUMENTS_MOST], const char *format)
{
    int32_t next = 0;
    for (const char *s = strchr(format, '%'); s; s = strchr(s, '%')) {
        conversion c = read_conversion(s);
        s += c.n;
        if (c.letter == '%') continue;
        next += c.star;
        if (next < ARGUMENTS_MOST) phrase[next] = strcmp(c.alone, "%-s") == 0;
        next++;
    }
}

/* The i-th argument; empty where there is none. */
static cv_str argument(cv_str arguments_text, int32_t i)
{
    cv_str rest = arguments_text;
    if (i < 0) return cv_str_cut(rest, 0, 0);
    for (;; i--) {
        int64_t end = (int64_t)strnlen(rest.s, (size_t)rest.n);
        if (i == 0 || end == rest.n) return cv_str_cut(rest, 0, i ? 0 : end);
        rest = cv_str_cut(rest, end + 1, rest.n);
    }
}

cv_str cv_message_again(const cv_language *l, const char *format, cv_str arguments_text,
                        cv_arena *keep)
{
    const char *s = cv_str_copy(keep, cv_tr(l, format)).s; /* so that a NUL ends it */
    cv_text out = cv_text_open(keep);
    bool phrase[ARGUMENTS_MOST] = {0};
    find_phrases(phrase, format);
    for (int32_t next = 0;;) {
        const char *percent = strchr(s, '%');
        cv_text_add(&out, percent ? (cv_str){s, percent - s} : cv_str_of(s));
        if (!percent) return cv_text_str(&out);
        conversion c = read_conversion(percent);
        s = percent + c.n;
        if (c.letter == '%') {
            cv_text_add(&out, CV_STR("%"));
        } else if (c.letter) {
            next += c.star;
            int32_t at = c.place ? c.place - 1 : next++;
            bool look_up = at >= 0 && at < ARGUMENTS_MOST && phrase[at];
            cv_str text = argument(arguments_text, at);
            cv_text_add(&out, look_up ? cv_tr_str(l, text) : text);
        }
    }
}

cv_str cv_message_in(const cv_language *l, const cv_message *said, cv_arena *keep)
{
    if (!l || !l->texts.n || !said->format) return said->text;
    return cv_message_again(l, said->format, said->arguments, keep);
}
