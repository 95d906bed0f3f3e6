#include "read/guess/cells.h"

enum { COUNT_DIGITS = 9 };

static const cv_str blanks[] = {
    {"-",            1},
    {"\xe2\x80\x93", 3},
    {"\xe2\x80\x94", 3},
    {".",            1},
    {"..",           2},
    {"n/a",          3},
};
static const cv_str program_blanks[] = {
    {"NA",   2},
    {"N/A",  3},
    {"NULL", 4},
    {"null", 4},
    {"None", 4},
    {"\\N",  2},
    {"NaN",  3},
    {"nan",  3},
};
static const cv_str groups[] = {
    {" ",            1},
    {"\xc2\xa0",     2},
    {"\xe2\x80\xaf", 3},
    {",",            1},
    {".",            1},
    {"'",            1},
    {"\xe2\x80\x99", 3},
};
enum { N_GROUPS = sizeof groups / sizeof *groups };

static bool is_one_of(cv_str s, const cv_str *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cv_str_eq(s, list[i])) return true;
    return false;
}

static bool is_digit(cv_str s, int64_t i)
{
    return i < s.n && s.s[i] >= '0' && s.s[i] <= '9';
}

static int64_t digits_from(cv_str s, int64_t at)
{
    int64_t end = at;
    while (is_digit(s, end)) end++;
    return end - at;
}

/* Groups of three after one of one to three, all with the same separator. */
static bool is_grouped(cv_str s, int64_t first, cv_str separator, int32_t *figure)
{
    if (first < 1 || first > 3 || s.s[0] == '0') return false;
    int64_t value = 0, at = first;
    for (int64_t i = 0; i < first; i++) value = 10 * value + (s.s[i] - '0');
    while (at < s.n) {
        if (!cv_str_starts(cv_str_cut(s, at, s.n), separator)) return false;
        at += separator.n;
        if (digits_from(s, at) != 3) return false;
        for (int64_t i = at; i < at + 3; i++) value = 10 * value + (s.s[i] - '0');
        at += 3;
        if (value > CV_CELL_MAX) return false;
    }
    *figure = (int32_t)value;
    return true;
}

/* A sign, digits, one point or comma with digits after it, a percent sign: at least one of the
 * three that are no digits. */
static bool is_decimal(cv_str s)
{
    int64_t at = s.n && (s.s[0] == '-' || s.s[0] == '+');
    bool special = at > 0;
    int64_t whole = digits_from(s, at);
    at += whole;
    if (at < s.n && (s.s[at] == '.' || s.s[at] == ',')) {
        int64_t part = digits_from(s, at + 1);
        if (!part && !whole) return false;
        at += 1 + part;
        special = true;
    } else if (!whole) {
        return false;
    }
    cv_str rest = cv_str_trim(cv_str_cut(s, at, s.n));
    return cv_str_eq(rest, CV_STR("%")) || (special && rest.n == 0);
}

static cv_cell_look digits_only(cv_str s)
{
    if (s.n > COUNT_DIGITS || (s.s[0] == '0' && s.n > 1))
        return (cv_cell_look){CV_CELL_IS_CODE, CV_CELL_BLANK, 0, false};
    int32_t value = 0;
    for (int64_t i = 0; i < s.n; i++) value = 10 * value + (s.s[i] - '0');
    return (cv_cell_look){CV_CELL_IS_COUNT, value, 0, false};
}

cv_cell_look cv_cell_look_at(cv_str s)
{
    cv_cell_look out = {CV_CELL_IS_TEXT, CV_CELL_BLANK, 0, false};
    int64_t first = digits_from(s, 0);
    if (s.n && first == s.n) return digits_only(s);
    if (!s.n || is_one_of(s, blanks, sizeof blanks / sizeof *blanks)) {
        out.kind = CV_CELL_IS_BLANK;
        return out;
    }
    if (is_one_of(s, program_blanks, sizeof program_blanks / sizeof *program_blanks)) {
        out.kind = CV_CELL_IS_BLANK;
        out.is_program = true;
        return out;
    }
    if (s.n == 1 && (s.s[0] == 'x' || s.s[0] == 'X' || s.s[0] == '?' || s.s[0] == '#')) {
        out.kind = CV_CELL_IS_MARKER;
        return out;
    }
    for (int32_t g = 0; g < N_GROUPS && first > 0; g++) {
        if (!is_grouped(s, first, groups[g], &out.figure)) continue;
        out.kind = CV_CELL_IS_GROUPED;
        out.group = groups[g].s[groups[g].n - 1];
        return out;
    }
    if (is_decimal(s)) out.kind = CV_CELL_IS_DECIMAL;
    return out;
}

cv_str cv_cell_group(char group)
{
    for (int32_t g = 0; g < N_GROUPS; g++)
        if (groups[g].s[groups[g].n - 1] == group) return groups[g];
    return (cv_str){"", 0};
}
