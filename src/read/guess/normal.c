#include "read/guess/normal.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "base/text.h"

enum { STEM_LETTERS = 6, SHORT_I = 0x438, BREVE = 0x306 };

typedef struct {
    cv_text text;
    int32_t last; /* letter put last; 0: none since the last sign */
    bool was_small;
} writer;

static void put(writer *w, int32_t letter)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char(letter, bytes);
    cv_text_add(&w->text, (cv_str){(const char *)bytes, n});
    w->last = letter;
}

static void part(writer *w)
{
    if (w->text.n && w->text.s[w->text.n - 1] != ' ') cv_text_add(&w->text, CV_STR(" "));
    w->last = 0;
}

static bool is_letter(utf8proc_category_t c)
{
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) ||
           (c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO);
}

static bool is_mark(utf8proc_category_t c)
{
    return c >= UTF8PROC_CATEGORY_MN && c <= UTF8PROC_CATEGORY_ME;
}

static int32_t plain(int32_t letter)
{
    switch (letter) {
    case 0x111: return 'd'; /* đ */
    case 0x142: return 'l'; /* ł */
    case 0x131: return 'i'; /* ı */
    default: return letter;
    }
}

/* One character of the decomposed, folded text. Of all marks only the one that makes й of и is
 * kept: in Russian the two are different letters, while е and ё are written for each other. */
static void put_folded(writer *w, int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    if (is_mark(category)) {
        if (c == BREVE && w->last == SHORT_I) {
            w->text.n -= 2;
            put(w, SHORT_I + 1);
        }
        return;
    }
    if (is_letter(category))
        put(w, plain(c));
    else if (c == '%') {
        part(w);
        cv_text_add(&w->text, CV_STR("percent "));
    } else if (c != 0xad)
        part(w);
}

static void put_character(writer *w, int32_t c)
{
    enum { ROOM = 32 };
    utf8proc_int32_t to[ROOM];
    int boundary = 0;
    utf8proc_category_t category = utf8proc_category(c);
    if (category == UTF8PROC_CATEGORY_LU && w->was_small) part(w);
    w->was_small = category == UTF8PROC_CATEGORY_LL;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        c, to, ROOM, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < ROOM; i++) put_folded(w, to[i]);
}

static bool is_number(cv_str word)
{
    for (int64_t i = 0; i < word.n; i++)
        if (word.s[i] < '0' || word.s[i] > '9') return false;
    return word.n > 0;
}

static cv_str without_numbering(cv_str s)
{
    int64_t space = cv_str_find(s, CV_STR(" "), 0);
    if (space < 0 || !is_number(cv_str_cut(s, 0, space))) return s;
    return cv_str_cut(s, space + 1, s.n);
}

cv_str cv_normal(cv_str name, cv_arena *keep)
{
    writer w = {.text = cv_text_open(keep)};
    for (int64_t i = 0; i < name.n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)name.s + i, name.n - i, &c);
        if (n > 0)
            put_character(&w, c);
        else
            part(&w);
        i += n > 0 ? n : 1;
    }
    return without_numbering(cv_str_trim(cv_text_str(&w.text)));
}

/* Bytes of the first `letters` letters. */
static int64_t beginning(cv_str word, int32_t letters)
{
    for (int64_t i = 0; i < word.n; i++)
        if (((unsigned char)word.s[i] & 0xc0) != 0x80 && letters-- == 0) return i;
    return word.n;
}

int32_t cv_normal_words(cv_normal_word *out, cv_str normal)
{
    int32_t n = 0;
    for (int64_t at = 0; at < normal.n && n < CV_NORMAL_WORDS;) {
        int64_t end = cv_str_find(normal, CV_STR(" "), at);
        if (end < 0) end = normal.n;
        cv_str word = cv_str_cut(normal, at, end);
        out[n++] = (cv_normal_word){
            .whole = cv_hash64(word),
            .stem = cv_hash64(cv_str_cut(word, 0, beginning(word, STEM_LETTERS))),
            .is_number = is_number(word),
        };
        at = end + 1;
    }
    return n;
}
