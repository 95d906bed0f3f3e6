#include "read/number.h"

#include "base/check.h"

#define MARKERS(list)                                                                              \
    {                                                                                              \
        .s = (list), .n = (int32_t)(sizeof(list) / sizeof *(list))                                 \
    }

static const cv_str blank_marks[] = {
    {"",       0},
    {"-",      1},
    {"\u2013", 3},
    {"\u2014", 3},
    {".",      1},
    {"..",     2},
    {"n/a",    3},
};
static const cv_str absent_marks[] = {
    {"x", 1},
    {"X", 1}
};
static const cv_str illegible_marks[] = {
    {"?", 1},
    {"#", 1}
};

const cv_number_style CV_NUMBER_STYLE_DEFAULT = {
    .thousands = {"", 0},
    .blank = MARKERS(blank_marks),
    .absent = MARKERS(absent_marks),
    .illegible = MARKERS(illegible_marks),
    .digits_first = true,
};

static const cv_str separators[] = {
    {" ",      1},
    {"\u00a0", 2},
    {"\u202f", 3},
    {",",      1},
    {".",      1},
    {"'",      1},
    {"\u2019", 3},
};
enum { N_SEPARATORS = sizeof separators / sizeof *separators };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_listed(cv_markers m, cv_str s)
{
    for (int32_t i = 0; i < m.n; i++)
        if (cv_str_eq(m.s[i], s)) return true;
    return false;
}

static bool all_digits(cv_str s)
{
    for (int64_t i = 0; i < s.n; i++)
        if (!is_digit(s.s[i])) return false;
    return s.n > 0;
}

static bool has_digits_alone(cv_markers m)
{
    for (int32_t i = 0; i < m.n; i++)
        if (all_digits(m.s[i])) return true;
    return false;
}

cv_status cv_number_style_make(cv_number_style *out, const cv_number_style *wish, cv_error *err)
{
    cv_number_style style = *wish;
    if (style.thousands.n && !is_listed((cv_markers){separators, N_SEPARATORS}, style.thousands)) {
        cv_status status = cv_fail(err, CV_E_INPUT, "'%.*s' is not a separator of thousands",
                                   CV_ARG(cv_str_cut(style.thousands, 0, 40)));
        return cv_hint(err, status, "use a space, a no-break space, a comma, a point or '");
    }
    if (!style.thousands.n) style.thousands = CV_NUMBER_STYLE_DEFAULT.thousands;
    if (!style.blank.s) style.blank = CV_NUMBER_STYLE_DEFAULT.blank;
    if (!style.absent.s) style.absent = CV_NUMBER_STYLE_DEFAULT.absent;
    if (!style.illegible.s) style.illegible = CV_NUMBER_STYLE_DEFAULT.illegible;
    style.digits_first = !has_digits_alone(style.blank) && !has_digits_alone(style.absent) &&
                         !has_digits_alone(style.illegible);
    *out = style;
    return CV_OK;
}

/* 1 to 3 digits, then one or more times the separator and three digits. */
static bool is_grouped(cv_str s, cv_str separator)
{
    int64_t i = 0;
    while (i < s.n && is_digit(s.s[i])) i++;
    if (i < 1 || i > 3 || i == s.n) return false;
    while (i < s.n) {
        if (!cv_str_starts(cv_str_cut(s, i, s.n), separator)) return false;
        i += separator.n;
        if (s.n - i < 3 || !all_digits(cv_str_cut(s, i, i + 3))) return false;
        i += 3;
    }
    return true;
}

static bool is_grouped_somehow(cv_str s)
{
    for (int i = 0; i < N_SEPARATORS; i++)
        if (is_grouped(s, separators[i])) return true;
    return false;
}

/* Digits, one comma or point, digits. */
static bool has_decimals(cv_str s)
{
    int64_t i = 0;
    while (i < s.n && is_digit(s.s[i])) i++;
    if (i == 0 || i == s.n || (s.s[i] != ',' && s.s[i] != '.')) return false;
    return all_digits(cv_str_cut(s, i + 1, s.n));
}

static bool has_sign(cv_str s)
{
    static const cv_str minus = {"\u2212", 3};
    int64_t n = cv_str_starts(s, minus) ? minus.n : s.n && (s.s[0] == '-' || s.s[0] == '+');
    cv_str rest = cv_str_cut(s, n, s.n);
    return n && (all_digits(rest) || has_decimals(rest) || is_grouped_somehow(rest));
}

/* Of digits, or of groups that have been checked: whatever is not a digit is passed over. */
static int value_of(cv_str s, cv_count most, cv_count *out)
{
    cv_count n = 0;
    int64_t n_digits = 0;
    for (int64_t i = 0; i < s.n; i++) {
        if (!is_digit(s.s[i])) continue;
        if (n_digits == 1 && n == 0) return CV_R02_NOT_WHOLE;
        n_digits++;
        if (n <= most) n = 10 * n + (s.s[i] - '0');
    }
    if (n > most) return CV_R03_RANGE;
    *out = n;
    return 0;
}

static int number_parse(const cv_number_style *style, cv_str s, cv_count most, cv_count *out)
{
    if (all_digits(s)) return value_of(s, most, out);
    if (style->thousands.n && is_grouped(s, style->thousands)) return value_of(s, most, out);
    if (!style->thousands.n && is_grouped_somehow(s)) return CV_R04_AMBIGUOUS;
    if (has_sign(s) || has_decimals(s)) return CV_R05_SIGN;
    return CV_R02_NOT_WHOLE;
}

int cv_cell_parse_any(const cv_number_style *style, cv_str s, cv_cell *out)
{
    cv_count n = 0;
    if (is_listed(style->blank, s))
        n = CV_CELL_BLANK;
    else if (is_listed(style->absent, s))
        n = CV_CELL_ABSENT;
    else if (is_listed(style->illegible, s))
        n = CV_CELL_ILLEGIBLE;
    else {
        int code = number_parse(style, s, CV_CELL_MAX, &n);
        if (code) return code;
    }
    *out = (cv_cell)n;
    return 0;
}

int cv_count_cell_parse(const cv_number_style *style, cv_str s, cv_count *out)
{
    cv_count n = CV_BLANK;
    if (!is_listed(style->blank, s) && !is_listed(style->absent, s) &&
        !is_listed(style->illegible, s)) {
        int code = number_parse(style, s, CV_COUNT_MAX, &n);
        if (code) return code;
    }
    *out = n;
    return 0;
}

cv_message cv_cell_reason(int code, cv_str cell, cv_arena *keep)
{
    cv_str shown = cv_str_fit(cell, 60);
    const char *more = shown.n < cell.n ? "..." : "";
    switch (code) {
    case CV_R02_NOT_WHOLE:
        return cv_message_of(keep, "'%.*s%s' is not a whole number", CV_ARG(shown), more);
    case CV_R03_RANGE:
        return cv_message_of(keep, "'%.*s%s' is larger than any count can be", CV_ARG(shown), more);
    case CV_R04_AMBIGUOUS:
        return cv_message_of(keep, "'%.*s%s' may have a separator of thousands or decimals",
                             CV_ARG(shown), more);
    case CV_R05_SIGN:
        return cv_message_of(keep, "'%.*s%s' has a sign or decimals where a count is due",
                             CV_ARG(shown), more);
    default: cv_assert(false); return cv_message_just("");
    }
}
