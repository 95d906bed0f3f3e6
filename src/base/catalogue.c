#include "base/catalogue.h"

#include <string.h>

enum { HEAD_BYTES = 28, PAIR_BYTES = 8 };
static const uint32_t MAGIC = 0x950412de;

static uint32_t swapped(uint32_t x)
{
    return (x >> 24) | ((x >> 8) & 0xff00) | ((x << 8) & 0xff0000) | (x << 24);
}

/* The head of the file: both orders of bytes are allowed. */
typedef struct {
    bool swap;
    uint32_t n, msgids, texts; /* how many pairs; where the two tables begin */
} head;

static uint32_t word_at(cv_catalogue c, int64_t at, bool swap)
{
    uint32_t x;
    memcpy(&x, c.s + at, sizeof x);
    return swap ? swapped(x) : x;
}

static bool table_fits(cv_catalogue c, uint32_t at, uint32_t n)
{
    return (int64_t)at <= c.n && (int64_t)n * PAIR_BYTES <= c.n - (int64_t)at;
}

static bool read_head(cv_catalogue c, head *out)
{
    if (!c.s || c.n < HEAD_BYTES) return false;
    uint32_t magic = word_at(c, 0, false);
    if (magic != MAGIC && magic != swapped(MAGIC)) return false;
    bool swap = magic != MAGIC;
    /* Major revisions 0 and 1 differ in what look-up by msgid does not use. */
    if (word_at(c, 4, swap) >> 16 > 1) return false;
    *out = (head){swap, word_at(c, 8, swap), word_at(c, 12, swap), word_at(c, 16, swap)};
    return table_fits(c, out->msgids, out->n) && table_fits(c, out->texts, out->n);
}

/* The i-th slice of a table, up to its first NUL: behind it stand plural forms, which canvass
 * does not use. */
static bool slice_at(cv_catalogue c, const head *h, uint32_t table, int64_t i, cv_str *out)
{
    int64_t at = (int64_t)table + i * PAIR_BYTES;
    int64_t n = word_at(c, at, h->swap), from = word_at(c, at + 4, h->swap);
    *out = (cv_str){"", 0};
    if (from > c.n || n > c.n - from) return false;
    const char *s = (const char *)c.s + from;
    *out = (cv_str){s, (int64_t)strnlen(s, (size_t)n)};
    return true;
}

static int compare(cv_str a, cv_str b)
{
    int64_t n = a.n < b.n ? a.n : b.n;
    int by_bytes = n ? memcmp(a.s, b.s, (size_t)n) : 0;
    return by_bytes ? by_bytes : (a.n > b.n) - (a.n < b.n);
}

bool cv_catalogue_is_sound(cv_catalogue c)
{
    head h;
    return read_head(c, &h);
}

int64_t cv_catalogue_n(cv_catalogue c)
{
    head h;
    return read_head(c, &h) ? h.n : 0;
}

bool cv_catalogue_at(cv_catalogue c, int64_t i, cv_str *msgid, cv_str *text)
{
    head h;
    *msgid = *text = (cv_str){"", 0};
    if (!read_head(c, &h) || i < 0 || i >= h.n) return false;
    return slice_at(c, &h, h.msgids, i, msgid) && slice_at(c, &h, h.texts, i, text);
}

cv_str cv_catalogue_find(cv_catalogue c, cv_str msgid)
{
    head h;
    cv_str none = {"", 0}, key, text;
    if (!read_head(c, &h)) return none;
    for (int64_t low = 0, high = h.n; low < high;) {
        int64_t middle = low + (high - low) / 2;
        if (!slice_at(c, &h, h.msgids, middle, &key)) return none;
        int order = compare(msgid, key);
        if (order < 0) high = middle;
        if (order > 0) low = middle + 1;
        if (order) continue;
        if (!slice_at(c, &h, h.texts, middle, &text) || !cv_str_is_utf8(text)) return none;
        return text;
    }
    return none;
}

cv_str cv_catalogue_head(cv_catalogue c, cv_str name)
{
    cv_str rest = cv_catalogue_find(c, CV_STR(""));
    while (rest.n) {
        int64_t end = cv_str_find(rest, CV_STR("\n"), 0);
        cv_str line = cv_str_cut(rest, 0, end < 0 ? rest.n : end);
        if (cv_str_starts(line, name) &&
            cv_str_starts(cv_str_cut(line, name.n, line.n), CV_STR(":")))
            return cv_str_trim(cv_str_cut(line, name.n + 1, line.n));
        rest = cv_str_cut(rest, line.n + 1, rest.n);
    }
    return (cv_str){"", 0};
}
