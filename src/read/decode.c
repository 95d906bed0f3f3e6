#include "read/decode.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/check.h"

/* ---- names ---- */

static const struct {
    cv_str name;
    const char *iconv;
} encodings[CV_ENCODINGS] = {
    [CV_ENCODING_AUTO] = {{"auto", 4},          NULL         },
    [CV_UTF_8] = {{"utf-8", 5},         NULL         },
    [CV_UTF_16] = {{"utf-16", 6},        NULL         },
    [CV_UTF_16LE] = {{"utf-16le", 8},      "UTF-16LE"   },
    [CV_UTF_16BE] = {{"utf-16be", 8},      "UTF-16BE"   },
    [CV_ISO_8859_1] = {{"iso-8859-1", 10},   "CP1252"     },
    [CV_ISO_8859_2] = {{"iso-8859-2", 10},   "ISO-8859-2" },
    [CV_ISO_8859_5] = {{"iso-8859-5", 10},   "ISO-8859-5" },
    [CV_ISO_8859_9] = {{"iso-8859-9", 10},   "ISO-8859-9" },
    [CV_ISO_8859_15] = {{"iso-8859-15", 11},  "ISO-8859-15"},
    [CV_WINDOWS_1250] = {{"windows-1250", 12}, "CP1250"     },
    [CV_WINDOWS_1251] = {{"windows-1251", 12}, "CP1251"     },
    [CV_WINDOWS_1252] = {{"windows-1252", 12}, "CP1252"     },
    [CV_WINDOWS_1254] = {{"windows-1254", 12}, "CP1254"     },
    [CV_WINDOWS_1257] = {{"windows-1257", 12}, "CP1257"     },
    [CV_WINDOWS_1258] = {{"windows-1258", 12}, "CP1258"     },
    [CV_KOI8_R] = {{"koi8-r", 6},        "KOI8-R"     },
};

cv_str cv_encoding_name(cv_encoding e)
{
    return encodings[e].name;
}

bool cv_encoding_named(cv_encoding *out, cv_str name)
{
    for (int e = 0; e < CV_ENCODINGS; e++) {
        if (!cv_str_eq(encodings[e].name, name)) continue;
        *out = (cv_encoding)e;
        return true;
    }
    return false;
}

/* ---- the window ---- */

struct cv_decoder {
    iconv_t conv; /* (iconv_t)-1: bytes are the text */
    int64_t unit; /* bytes to pass over when one cannot be decoded */
    char *raw;    /* [n_raw] not decoded yet; room for a head and a block */
    int64_t n_raw, block;
    bool at_end; /* of the member's bytes */
};

enum {
    EXPANSION = 3,  /* bytes of UTF-8 for one byte, at most */
    HEAD = 1 << 12, /* bytes that show the encoding         */
    /* Enough text to find the dialect in, whatever the size of a block: a header of 20,000
     * columns fits. */
    LOOK_AHEAD = 1 << 18
};

static void close_decoder(void *thing)
{
    struct cv_decoder *d = thing;
    if (d->conv != (iconv_t)-1) iconv_close(d->conv);
    d->conv = (iconv_t)-1;
}

cv_window cv_window_open(int64_t longest, int64_t block, cv_arena *keep)
{
    if (longest < LOOK_AHEAD) longest = LOOK_AHEAD;
    cv_window w = {.cap = longest + EXPANSION * (block + HEAD)};
    w.text = cv_new(keep, char, w.cap);
    w.how = cv_new(keep, struct cv_decoder, 1);
    w.how->conv = (iconv_t)-1;
    w.how->block = block;
    w.how->raw = cv_new(keep, char, block + HEAD);
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

static cv_status add_block(cv_window *w, cv_bytes *bytes, cv_error *err)
{
    struct cv_decoder *d = w->how;
    memmove(w->text, w->text + w->at, (size_t)(w->end - w->at));
    w->end -= w->at;
    w->at = 0;
    cv_assert(w->cap - w->end >= EXPANSION * d->block);
    if (d->conv != (iconv_t)-1) {
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
    if (cv_str_starts(text, CV_STR("<"))) return "is an HTML or XML file";
    if (cv_str_starts(text, CV_STR("{"))) return "is a JSON file";
    int64_t strange = 0;
    for (int64_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.s[i];
        strange += c < ' ' && c != '\t' && c != '\n' && c != '\r';
    }
    return strange > 4 && strange * 20 > head.n ? "holds control characters" : NULL;
}

static cv_status check_text(const cv_window *w, cv_place at, cv_error *err)
{
    if (!w->end) return cv_fail(err, CV_E_INPUT, "'%.*s' is empty", CV_ARG(at.file));
    const char *what = strangeness(cv_str_cut((cv_str){w->text, w->end}, 0, HEAD));
    if (!what) return CV_OK;
    cv_status status =
        cv_fail(err, CV_E_INPUT, "'%.*s' does not look like a table: it %s", CV_ARG(at.file), what);
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
    const char *name = encodings[w->encoding].iconv;
    if (name) {
        d->conv = iconv_open("UTF-8", name);
        if (d->conv == (iconv_t)-1)
            return cv_fail(err, CV_E_SYSTEM, "this system cannot decode '%s'", name);
    }
    d->unit = w->encoding == CV_UTF_16LE || w->encoding == CV_UTF_16BE ? 2 : 1;
    d->n_raw -= mark;
    memmove(d->raw, d->raw + mark, (size_t)d->n_raw);
    if (d->conv != (iconv_t)-1)
        decode(w);
    else
        copy(w);
    while (w->end < LOOK_AHEAD && !w->is_last) CV_TRY(add_block(w, bytes, err));
    w->is_clean = is_clean(w); /* once: looked at block by block, it costs the square */
    return check_text(w, at, err);
}
