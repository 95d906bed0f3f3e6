/* read/number.h — a cell of a table as the cell of a form.
 *
 * A column has one style, declared in election.json; cells are not judged alone and nothing is
 * guessed: 1.127 without a declared separator is refused as ambiguous. Cells come trimmed
 * (read/table.h).
 *
 * Taken: digits without leading zeros; with a declared separator also groups of three (1,127,004).
 * Markers say that there is no number: blank, absent (no such line here), illegible.
 *
 * Method: docs/reference/methods.md, Cells
 */
#ifndef CV_READ_NUMBER_H
#define CV_READ_NUMBER_H

#include "base/error.h"
#include "model/field.h"

typedef struct {
    const cv_str *s; /* [n]; NULL: the default list. An own list replaces it as a whole */
    int32_t n;
} cv_markers;

/* Made by cv_number_style_make(). */
typedef struct {
    cv_str thousands;     /* "": none */
    cv_markers blank;     /* default: nothing, - – — . .. n/a */
    cv_markers absent;    /* default: x X                     */
    cv_markers illegible; /* default: ? #                     */
    bool digits_first;    /* no marker is made of digits alone: the fast path is safe */
} cv_number_style;

/* The default markers and no separator of thousands. */
extern const cv_number_style CV_NUMBER_STYLE_DEFAULT;

/* `wish` with the defaults filled in; its texts are not copied. Fails with CV_E_INPUT when
 * `thousands` is not one of: space, U+00A0, U+202F, comma, point, ' and U+2019. */
cv_status cv_number_style_make(cv_number_style *out, const cv_number_style *wish, cv_error *err);

/* Refusal codes of docs/reference/refusals.md. */
enum {
    CV_R02_NOT_WHOLE = 2, /* letters, leading zeros, groups that are not of three */
    CV_R03_RANGE = 3,
    CV_R04_AMBIGUOUS = 4, /* 1.127, 1,127,004, 1 127 without a declared separator */
    CV_R05_SIGN = 5       /* a sign or decimals: -5, +5, 52,4, 12.0               */
};

/* The slow path of cv_cell_parse(). */
int cv_cell_parse_any(const cv_number_style *style, cv_str s, cv_cell *out);

/* 0..999,999,999 or CV_CELL_BLANK, _ABSENT, _ILLEGIBLE goes to `out` and 0 is returned; else a
 * refusal code, and `out` is untouched. */
static inline int cv_cell_parse(const cv_number_style *style, cv_str s, cv_cell *out)
{
    if (!style->digits_first || s.n < 1 || s.n > 9) return cv_cell_parse_any(style, s, out);
    uint32_t n = (uint32_t)(unsigned char)s.s[0] - '0';
    if (n > 9 || (n == 0 && s.n > 1)) return cv_cell_parse_any(style, s, out);
    for (int64_t i = 1; i < s.n; i++) {
        uint32_t digit = (uint32_t)(unsigned char)s.s[i] - '0';
        if (digit > 9) return cv_cell_parse_any(style, s, out);
        n = 10 * n + digit;
    }
    *out = (cv_cell)n;
    return 0;
}

/* The same for declared totals, 0..10^12; every marker gives CV_BLANK. */
int cv_count_cell_parse(const cv_number_style *style, cv_str s, cv_count *out);

/* For people, with the offender in single quotes: "'12a' is not a whole number". Long cells are
 * cut. `code` is one of the above. */
cv_message cv_cell_reason(int code, cv_str cell, cv_arena *keep);

#endif
