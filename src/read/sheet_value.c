#include "read/sheet_value.h"

#include <string.h>

#include <utf8proc.h>

#include "base/date.h"

/* ---- number formats ---- */

cv_shown_as cv_shown_by_id(int64_t id)
{
    if (id == 9 || id == 10) return CV_SHOWN_PERCENT;
    /* 27 to 36 and 50 to 58 are dates of East Asian editions. */
    static const struct {
        int64_t from, to;
    } dates[] = {
        {14, 22},
        {27, 36},
        {45, 47},
        {50, 58}
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        if (id >= dates[i].from && id <= dates[i].to) return CV_SHOWN_DATE;
    return CV_SHOWN_PLAIN;
}

/* Past a part of the code that is text, colour or padding; 0 when there is none here. */
static int64_t literal_length(cv_str code, int64_t at)
{
    const char c = code.s[at];
    if (c == '\\' || c == '_' || c == '*') return 2;
    if (c != '"' && c != '[') return 0;
    const char *end = memchr(code.s + at + 1, c == '"' ? '"' : ']', (size_t)(code.n - at - 1));
    return end ? end - code.s - at + 1 : code.n - at;
}

/* [h], [mm] and [ss] are hours past 24 and the like: times, not colours. */
static bool is_elapsed_time(cv_str code, int64_t at)
{
    return code.s[at] == '[' && at + 1 < code.n && strchr("hmsHMS", code.s[at + 1]) &&
           at + 2 < code.n && strchr("hmsHMS]", code.s[at + 2]);
}

cv_shown_as cv_shown_by_code(cv_str code)
{
    if (cv_str_eq(code, CV_STR("General"))) return CV_SHOWN_PLAIN;
    for (int64_t i = 0, n; i < code.n; i += n) {
        if (is_elapsed_time(code, i)) return CV_SHOWN_DATE;
        n = literal_length(code, i);
        if (n) continue;
        n = 1;
        if (code.s[i] == '%') return CV_SHOWN_PERCENT;
        if (code.s[i] && strchr("yYmMdDhHsS", code.s[i])) return CV_SHOWN_DATE;
    }
    return CV_SHOWN_PLAIN;
}

/* ---- numbers ---- */

enum { DIGITS = 40, EXPONENT = 99 };

/* 0.digits × 10^point; without zeros before or after. */
typedef struct {
    bool is_negative;
    char digit[DIGITS];
    int64_t n, point;
} decimal;

static bool is_digit(cv_str s, int64_t i)
{
    return i < s.n && s.s[i] >= '0' && s.s[i] <= '9';
}

static bool parse_exponent(cv_str s, int64_t *i, int64_t *point)
{
    int64_t e = 0;
    bool is_negative = false;
    if (*i == s.n) return true;
    if (s.s[*i] != 'E' && s.s[*i] != 'e') return false;
    ++*i;
    if (*i < s.n && (s.s[*i] == '-' || s.s[*i] == '+')) is_negative = s.s[(*i)++] == '-';
    if (!is_digit(s, *i)) return false;
    while (is_digit(s, *i) && e <= EXPONENT) e = 10 * e + (s.s[(*i)++] - '0');
    *point += is_negative ? -e : e;
    return e <= EXPONENT;
}

static bool parse_decimal(decimal *d, cv_str s)
{
    int64_t i = 0, found = 0;
    bool past_point = false;
    *d = (decimal){0};
    if (s.n && s.s[0] == '-') d->is_negative = ++i;
    for (; is_digit(s, i) || (i < s.n && s.s[i] == '.' && !past_point); i++) {
        if (s.s[i] == '.') {
            past_point = true;
            continue;
        }
        found++;
        if (s.s[i] == '0' && !d->n) {
            d->point -= past_point;
            continue;
        }
        if (d->n == DIGITS) return false;
        d->digit[d->n++] = s.s[i];
        d->point += !past_point;
    }
    if (!found || !parse_exponent(s, &i, &d->point)) return false;
    while (d->n && d->digit[d->n - 1] == '0') d->n--;
    if (!d->n) *d = (decimal){0};
    return i == s.n;
}

/* The digits with their point: 0.05, 12.5, 1200; -1 when they take more than the room. */
static int64_t write_decimal(char *to, int64_t room, const decimal *d)
{
    int64_t n = 0;
    const int64_t from = d->point < 0 ? d->point : 0, whole = d->point > 0 ? d->point : 0;
    const int64_t until = d->n > whole ? d->n : whole;
    if (until - from + 4 > room) return -1;
    if (d->is_negative) to[n++] = '-';
    if (d->point <= 0) to[n++] = '0';
    for (int64_t i = from; i < until; i++) {
        if (i == (d->point > 0 ? d->point : from)) to[n++] = '.';
        to[n++] = i >= 0 && i < d->n ? d->digit[i] : '0';
    }
    return n;
}

/* The whole part; -1 when it is past 2^53, from where on doubles leave whole numbers out. */
static int64_t whole_part(const decimal *d)
{
    const int64_t most = INT64_C(1) << 53;
    int64_t n = 0;
    if (d->point > 16) return -1;
    for (int64_t i = 0; i < d->point; i++) n = 10 * n + (i < d->n ? d->digit[i] - '0' : 0);
    return n < most ? n : -1;
}

/* The minute of the day that the digits after the point are, rounded down as clocks do, after less
 * than a millisecond is added: 0:10 is written as 0.00694444444444444, which is short of it. */
static int64_t minute_of(const decimal *d)
{
    enum { PLACES = 12 };
    int64_t frac = 0, one = 1;
    for (int64_t i = d->point; i < d->point + PLACES; i++) {
        frac = 10 * frac + (i >= 0 && i < d->n ? d->digit[i] - '0' : 0);
        one *= 10;
    }
    int64_t minute = (frac * 1440 + one / 86400) / one;
    return minute < 1440 ? minute : 1439;
}

/* 0 when it is no day that a calendar has. */
static int64_t write_date(char *to, const decimal *d, bool from_1904, cv_arena scratch)
{
    enum { TO_1970_FROM_1900 = 25569, TO_1970_FROM_1904 = 24107, LAST = 2958465, GHOST = 60 };
    int64_t serial = whole_part(d);
    const int64_t minute = minute_of(d);
    if (d->is_negative || serial < 0 || serial > LAST) return 0;
    if (!from_1904 && serial < 1) return 0;
    /* Day 60 is 29 February 1900, which never was; days before it are counted from a day later. */
    if (!from_1904 && serial == GHOST) return 0;
    if (!from_1904 && serial < GHOST) serial++;
    cv_date date = {(int32_t)(serial - (from_1904 ? TO_1970_FROM_1904 : TO_1970_FROM_1900)),
                    (int16_t)(minute ? minute : -1)};
    cv_str text = cv_date_text(date, &scratch);
    memcpy(to, text.s, (size_t)text.n);
    return text.n;
}

static int64_t write_percent(char *to, decimal d)
{
    if (d.n) d.point += 2;
    int64_t n = write_decimal(to, CV_SHEET_NUMBER_ROOM - 1, &d);
    if (n < 0) return 0;
    to[n] = '%';
    return n + 1;
}

static int64_t write_as_written(char *to, cv_str written)
{
    written = cv_str_cut(written, 0, CV_SHEET_NUMBER_ROOM);
    if (written.n) memcpy(to, written.s, (size_t)written.n);
    return written.n;
}

int64_t cv_sheet_number(char *to, cv_str written, cv_shown_as shown, bool from_1904,
                        cv_arena scratch)
{
    decimal d;
    int64_t n = 0;
    if (!parse_decimal(&d, written)) return write_as_written(to, written);
    switch (shown) {
    case CV_SHOWN_DATE: n = write_date(to, &d, from_1904, scratch); break;
    case CV_SHOWN_PERCENT: n = write_percent(to, d); break;
    case CV_SHOWN_PLAIN:
        if (d.n <= d.point && whole_part(&d) >= 0) n = write_decimal(to, CV_SHEET_NUMBER_ROOM, &d);
        break;
    }
    return n > 0 ? n : write_as_written(to, written);
}

/* ---- texts and references ---- */

static int32_t hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* `_xHHHH_` at the start of the text: its character; -1 when it is none. */
static int32_t escaped(const char *s, int64_t n)
{
    int32_t c = 0;
    if (n < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_') return -1;
    for (int i = 2; i < 6; i++) {
        if (hex_value(s[i]) < 0) return -1;
        c = 16 * c + hex_value(s[i]);
    }
    return c && (c < 0xd800 || c > 0xdfff) ? c : -1;
}

int64_t cv_sheet_unescape(char *text, int64_t n)
{
    int64_t to = 0;
    if (!memchr(text, '_', (size_t)n)) return n;
    for (int64_t i = 0; i < n;) {
        const int32_t c = escaped(text + i, n - i);
        if (c < 0) {
            text[to++] = text[i++];
            continue;
        }
        to += utf8proc_encode_char(c, (utf8proc_uint8_t *)text + to);
        i += 7;
    }
    return to;
}

bool cv_sheet_reference(cv_str s, int32_t *column, int64_t *row)
{
    enum { COLUMNS = 16384, ROWS = 1048576 };
    int64_t i = 0, c = 0, r = 0;
    for (; i < s.n && s.s[i] >= 'A' && s.s[i] <= 'Z' && c <= COLUMNS; i++)
        c = 26 * c + (s.s[i] - 'A' + 1);
    if (c < 1 || c > COLUMNS || i == s.n || s.s[i] == '0') return false;
    for (; is_digit(s, i) && r <= ROWS; i++) r = 10 * r + (s.s[i] - '0');
    if (i < s.n || r > ROWS) return false;
    *column = (int32_t)c - 1;
    *row = r;
    return true;
}
