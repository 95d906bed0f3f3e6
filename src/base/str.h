/* base/str.h — text as UTF-8 slices that own nothing.
 *
 * A slice points into memory that somebody else keeps: a file, an arena, a literal. It need
 * not end in NUL. Names are shown as they were written and compared byte for byte; nothing
 * here knows a locale.
 */
#ifndef CV_BASE_STR_H
#define CV_BASE_STR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct {
    const char *s;
    int64_t n; /* bytes */
} cv_str;

/* A literal as a slice; usable in constant initialisers. */
#define CV_STR(literal) ((cv_str){(literal), (int64_t)sizeof(literal) - 1})

/* For printf("%.*s"): texts longer than INT_MAX are cut. */
#define CV_ARG(str) (int)((str).n < 0x7fffffff ? (str).n : 0x7fffffff), (str).s

cv_str cv_str_of(const char *nul_terminated);

bool cv_str_eq(cv_str a, cv_str b);
bool cv_str_starts(cv_str s, cv_str prefix);
bool cv_str_ends(cv_str s, cv_str suffix);
/* First byte position of `part` at or after `from`, or -1. */
int64_t cv_str_find(cv_str s, cv_str part, int64_t from);

/* Bytes from (included) to (excluded); both are cut to the slice. */
cv_str cv_str_cut(cv_str s, int64_t from, int64_t to);
/* Without leading and trailing space, tab, CR, LF and no-break space (U+00A0). */
cv_str cv_str_trim(cv_str s);

/* A copy in `a`; the bytes are followed by a NUL, so .s serves the operating system. */
cv_str cv_str_copy(cv_arena *a, cv_str s);
/* Text as printf writes it. */
cv_str cv_str_format(cv_arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* True when the bytes are UTF-8: no surrogates, no overlong forms, nothing past U+10FFFF. */
bool cv_str_is_utf8(cv_str s);

/* Columns of a terminal that the text takes: 2 for wide characters (CJK), 0 for combining
 * marks; a byte that is not UTF-8 counts 1. */
int32_t cv_str_width(cv_str s);
/* The longest beginning of `s` that takes at most `columns`. */
cv_str cv_str_fit(cv_str s, int32_t columns);

#endif
