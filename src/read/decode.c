#include "read/decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/check.h"
#include "read/encoding.h"

/* ---- the window ---- */

struct cv_decoder {
    iconv_t conv; /* (iconv_t)-1: bytes are the text */
    int64_t unit; /* bytes to pass over when one cannot be decoded */
    char *raw;    /* [n_raw] not decoded yet; room for RAW(block) */
    int64_t n_raw, block;
    bool at_end;     /* of the member's bytes                                     */
    bool is_settled; /* the encoding is; before, `raw` begins with up to HELD bytes of ASCII */
    cv_arena *keep;
};

enum {
    EXPANSION = 3,  /* bytes of UTF-8 for one byte, at most */
    HEAD = 1 << 12, /* bytes that show the encoding         */
    /* Enough text to find the dialect in, whatever the size of a block: a header of 20,000
     * columns fits. */
    LOOK_AHEAD = 1 << 18,
    EVIDENCE = 1 << 18, /* bytes from the first past ASCII that settle the encoding */
    HELD = 64           /* and before it: the word in which it stands               */
};

static int64_t raw_room(int64_t block)
{
    return HELD + EVIDENCE + block + HEAD;
}

static void close_decoder(void *thing)
{
    struct cv_decoder *d = thing;
    if (d->conv != (iconv_t)-1) iconv_close(d->conv);
    d->conv = (iconv_t)-1;
}

cv_window cv_window_open(int64_t longest, int64_t block, cv_arena *keep)
{
    if (longest < LOOK_AHEAD) longest = LOOK_AHEAD;
    cv_window w = {.cap = longest + EXPANSION * raw_room(block)};
    w.text = cv_new(keep, char, w.cap);
    w.how = cv_new(keep, struct cv_decoder, 1);
    w.how->conv = (iconv_t)-1;
    w.how->block = block;
    w.how->keep = keep;
    w.how->raw = cv_new(keep, char, raw_room(block));
    cv_arena_defer(keep, close_decoder, w.how);
    return w;
}

int64_t cv_text_bad(cv_str s)
{
    if (!memchr(s.s, 0, (size_t)s.n) && cv_str_is_utf8(s)) return -1;
    for (int64_t i = 0; i < s.n;) {
        int64_t n = 1;
        while (n < 4 && !cv_str_is_utf8(cv_str_cut(s, i, i + n))) n++;
        if (!s.s[i] || !cv_str_is_utf8(cv_str_cut(s, i, i + n))) return i;
        i += n;
    }
    return -1;
}

/* Only whole lines are looked at: a block can end inside a character. */
static bool is_clean(const cv_window *w)
{
    cv_str s = {w->text + w->at, w->end - w->at};
    if (!w->is_last) {
        while (s.n && s.s[s.n - 1] != '\n') s.n--;
        if (!s.n) return false;
    }
    return !memchr(s.s, 0, (size_t)s.n) && cv_str_is_utf8(s);
}

static cv_status fill_raw(cv_window *w, cv_bytes *bytes, int64_t room, cv_error *err)
{
    struct cv_decoder *d = w->how;
    int64_t n = 0;
    if (!d->at_end) CV_TRY(cv_bytes_get(bytes, d->raw + d->n_raw, room, &n, err));
    if (n == 0) d->at_end = true;
    d->n_raw += n;
    w->n_bytes += n;
    return CV_OK;
}

/* Decodes what is there. Bytes of a character that is not complete stay for the next block. */
static void decode(cv_window *w)
{
    struct cv_decoder *d = w->how;
    char *in = d->raw, *out = w->text + w->end;
    size_t left = (size_t)d->n_raw, room = (size_t)(w->cap - w->end);
    for (;;) {
        size_t done = iconv(d->conv, &in, &left, &out, &room);
        if (done != (size_t)-1) break;
        cv_assert(errno != E2BIG);
        if (errno == EINVAL && !d->at_end) break;
        size_t bad = (size_t)d->unit < left ? (size_t)d->unit : left;
        in += bad;
        left -= bad;
        iconv(d->conv, NULL, NULL, &out, &room);
        *out++ = CV_BAD_BYTE;
        room--;
    }
    if (d->at_end) iconv(d->conv, NULL, NULL, &out, &room);
    memmove(d->raw, in, left);
    d->n_raw = (int64_t)left;
    w->end = out - w->text;
}

static void copy(cv_window *w)
{
    struct cv_decoder *d = w->how;
    memcpy(w->text + w->end, d->raw, (size_t)d->n_raw);
    w->end += d->n_raw;
    d->n_raw = 0;
}

static cv_status start_conversion(cv_window *w, cv_error *err)
{
    const char *name = cv_encoding_iconv(w->encoding);
    if (!name) return CV_OK;
    w->how->conv = iconv_open("UTF-8", name);
    if (w->how->conv != (iconv_t)-1) return CV_OK;
    return cv_fail(err, CV_E_SYSTEM, "this system cannot decode '%s'", name);
}

/* Characters of UTF-8 past ASCII that begin before `stop`, and bytes that are none. */
static void count_utf8(cv_str s, int64_t stop, int64_t *chars, int64_t *bad)
{
    *chars = *bad = 0;
    if (cv_str_is_utf8(s)) return;
    for (int64_t i = 0; i < stop;) {
        int64_t n = 1;
        while (n < 4 && i + n < s.n && !cv_str_is_utf8(cv_str_cut(s, i, i + n))) n++;
        const bool is_good = cv_str_is_utf8(cv_str_cut(s, i, i + n));
        if (!is_good) n = 1;
        *chars += is_good && n > 1;
        *bad += !is_good;
        i += n;
    }
}

/* UTF-8 with damage is still UTF-8: then the place of the damage is worth more than a guess. */
static cv_status settle_by(cv_window *w, cv_str text, cv_error *err)
{
    int64_t chars, bad;
    w->how->is_settled = true;
    /* The last character of a text that goes on may be cut. */
    count_utf8(text, w->how->at_end ? text.n : text.n - 3, &chars, &bad);
    if (bad <= chars) return CV_OK;
    CV_TRY(cv_eight_bit_guess(&w->eight_bit, text, *w->how->keep, err));
    if (!w->eight_bit.is_sure) return CV_OK;
    w->encoding = w->eight_bit.is;
    w->is_guess = false;
    return start_conversion(w, err);
}

static int64_t first_high_byte(cv_str s)
{
    int64_t i = 0;
    while (i < s.n && !(s.s[i] & 0x80)) i++;
    return i;
}

/* The text so far is ASCII. The last of it is held back: it may be the beginning of the word that
 * settles the matter, and what is looked at must not depend on the size of the blocks. */
static cv_status settle(cv_window *w, cv_bytes *bytes, cv_error *err)
{
    struct cv_decoder *d = w->how;
    const int64_t at = first_high_byte((cv_str){d->raw, d->n_raw});
    if (at == d->n_raw) {
        const int64_t held = d->at_end ? 0 : at < HELD ? at : HELD;
        memcpy(w->text + w->end, d->raw, (size_t)(at - held));
        memmove(d->raw, d->raw + at - held, (size_t)held);
        w->end += at - held;
        d->n_raw = held;
        return CV_OK;
    }
    while (d->n_raw < at + EVIDENCE && !d->at_end)
        CV_TRY(fill_raw(w, bytes, at + EVIDENCE - d->n_raw, err));
    CV_TRY(settle_by(w, cv_str_cut((cv_str){d->raw, d->n_raw}, at - HELD, at + EVIDENCE), err));
    if (d->conv != (iconv_t)-1)
        decode(w);
    else
        copy(w);
    return CV_OK;
}

static cv_status add_block(cv_window *w, cv_bytes *bytes, cv_error *err)
{
    struct cv_decoder *d = w->how;
    memmove(w->text, w->text + w->at, (size_t)(w->end - w->at));
    w->end -= w->at;
    w->at = 0;
    cv_assert(w->cap - w->end >= EXPANSION * raw_room(d->block));
    if (!d->is_settled) {
        CV_TRY(fill_raw(w, bytes, d->block, err));
        CV_TRY(settle(w, bytes, err));
    } else if (d->conv != (iconv_t)-1) {
        CV_TRY(fill_raw(w, bytes, d->block, err));
        decode(w);
    } else if (!d->at_end) {
        int64_t n;
        CV_TRY(cv_bytes_get(bytes, w->text + w->end, d->block, &n, err));
        d->at_end = n == 0;
        w->end += n;
        w->n_bytes += n;
    }
    w->is_last = d->at_end && !d->n_raw;
    return CV_OK;
}

cv_status cv_window_more(cv_window *w, cv_bytes *bytes, cv_error *err)
{
    CV_TRY(add_block(w, bytes, err));
    w->is_clean = is_clean(w);
    return CV_OK;
}

/* ---- which encoding ---- */

static const struct {
    cv_encoding is;
    cv_str mark;
} marks[] = {
    {CV_UTF_8,    {"\xef\xbb\xbf", 3}},
    {CV_UTF_16LE, {"\xff\xfe", 2}    },
    {CV_UTF_16BE, {"\xfe\xff", 2}    },
};

/* Every second byte of most Western text in UTF-16 is zero; in no other text a byte is. */
static cv_encoding by_zeros(cv_str head)
{
    int64_t zero[2] = {0}, n = head.n < 4096 ? head.n & ~INT64_C(1) : 4096;
    for (int64_t i = 0; i < n; i++) zero[i & 1] += head.s[i] == 0;
    if (n >= 4 && zero[1] > n / 8 && zero[0] <= zero[1] / 16) return CV_UTF_16LE;
    if (n >= 4 && zero[0] > n / 8 && zero[1] <= zero[0] / 16) return CV_UTF_16BE;
    return CV_ENCODING_AUTO;
}

static bool fits(cv_encoding declared, cv_encoding marked)
{
    if (declared == CV_ENCODING_AUTO || declared == marked) return true;
    return declared == CV_UTF_16 && marked != CV_UTF_8;
}

static cv_status contradiction(cv_encoding declared, cv_encoding marked, cv_place at, cv_error *err)
{
    cv_str is = cv_encoding_name(marked), said = cv_encoding_name(declared);
    cv_status status = cv_fail_at(err, CV_E_INPUT, at, "begins with the mark of %.*s, not '%.*s'",
                                  CV_ARG(is), CV_ARG(said));
    return cv_hint(err, status, "leave \"encoding\" out, or say \"%.*s\"", CV_ARG(is));
}

static cv_status choose(cv_window *w, cv_encoding declared, cv_place at, int64_t *mark,
                        cv_error *err)
{
    cv_str head = {w->how->raw, w->how->n_raw};
    *mark = 0;
    w->encoding = declared;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!cv_str_starts(head, marks[i].mark)) continue;
        /* 0xFF 0xFE are two letters in most 8-bit encodings, but never at the start of a table. */
        if (!fits(declared, marks[i].is)) return contradiction(declared, marks[i].is, at, err);
        *mark = marks[i].mark.n;
        w->encoding = marks[i].is;
    }
    if (w->encoding == CV_ENCODING_AUTO || w->encoding == CV_UTF_16) {
        cv_encoding zeros = by_zeros(head);
        cv_encoding other = w->encoding == CV_UTF_16 ? CV_UTF_16LE : CV_UTF_8;
        w->encoding = zeros != CV_ENCODING_AUTO ? zeros : other;
    }
    w->is_guess = declared == CV_ENCODING_AUTO && !*mark && w->encoding == CV_UTF_8;
    return CV_OK;
}

/* "<" begins markup and "{" JSON; a header line begins with neither. */
static const char *strangeness(cv_str head)
{
    cv_str text = cv_str_trim(head);
    if (cv_str_starts(text, CV_STR("<")))
        return CV_MSG("'%.*s' does not look like a table: it is an HTML or XML file");
    if (cv_str_starts(text, CV_STR("{")))
        return CV_MSG("'%.*s' does not look like a table: it is a JSON file");
    int64_t strange = 0;
    for (int64_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.s[i];
        strange += c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }
    return strange > 4 && strange * 20 > head.n
               ? CV_MSG("'%.*s' does not look like a table: it holds control characters")
               : NULL;
}

static cv_status check_text(const cv_window *w, cv_place at, cv_error *err)
{
    if (!w->end) return cv_fail(err, CV_E_INPUT, "'%.*s' is empty", CV_ARG(at.file));
    const char *what = strangeness(cv_str_cut((cv_str){w->text, w->end}, 0, HEAD));
    if (!what) return CV_OK;
    cv_status status = cv_fail(err, CV_E_INPUT, what, CV_ARG(at.file));
    return cv_hint(err, status, "save the table as CSV; for UTF-16 say \"encoding\": \"utf-16\"");
}

cv_status cv_window_start(cv_window *w, cv_bytes *bytes, cv_encoding declared, cv_place at,
                          cv_error *err)
{
    struct cv_decoder *d = w->how;
    close_decoder(d);
    *w = (cv_window){.text = w->text, .cap = w->cap, .how = d};
    d->n_raw = 0;
    d->at_end = false;
    while (d->n_raw < HEAD && !d->at_end) CV_TRY(fill_raw(w, bytes, HEAD - d->n_raw, err));
    int64_t mark;
    CV_TRY(choose(w, declared, at, &mark, err));
    CV_TRY(start_conversion(w, err));
    d->unit = w->encoding == CV_UTF_16LE || w->encoding == CV_UTF_16BE ? 2 : 1;
    d->n_raw -= mark;
    memmove(d->raw, d->raw + mark, (size_t)d->n_raw);
    d->is_settled = !w->is_guess;
    if (!d->is_settled)
        CV_TRY(settle(w, bytes, err));
    else if (d->conv != (iconv_t)-1)
        decode(w);
    else
        copy(w);
    w->is_last = d->at_end && !d->n_raw;
    while (w->end < LOOK_AHEAD && !w->is_last) CV_TRY(add_block(w, bytes, err));
    w->is_clean = is_clean(w); /* once: looked at block by block, it costs the square */
    return check_text(w, at, err);
}
