/* Each reading of the text has a price in bits: what its letters cost in the language that they fit
 * best, and what is odd about where they stand. The cheapest wins if it leads clearly.
 *
 * A place counts once: the byte with its two neighbours. A party's name in each of 50,000 rows is
 * no more evidence than in one. */
#include "read/eight_bit.h"

#include <string.h>

#include <utf8proc.h>

#include "read/encoding.h"

/* ---- prices, in bits ---- */

enum {
    COMMON = 3, /* a letter that its language uses all the time         */
    USUAL = 5,  /* one that it uses often                               */
    RARE = 8,   /* one that it knows                                    */
    FOREIGN = 12 /* a letter that it does not have, or no letter at all  */,
    MARK = 4,    /* quotation marks, dashes, № and the like: any text    */
    NOTHING = 20 /* a byte without meaning, a control character          */
};
enum {
    MIXED = 8,    /* Latin beside Cyrillic                        */
    CAPITAL = 6,  /* a capital after a small letter               */
    INSIDE = 4,   /* no letter, between two letters               */
    CLUSTER = 3,  /* a consonant between two consonants           */
    NO_BASE = 12, /* a tone without a letter to stand on          */
    UNCOMMON = 4, /* before looking: any other than windows-1252, by far the most used */
    LEAD = 8,     /* bits by which the best must lead: 256 to 1   */
    POOR = 5      /* bits a place on average; a worse best is none */
};

/* ---- languages: their letters past ASCII, from running text, in three classes ---- */

typedef struct {
    const char *common, *usual, *rare;
} language;

static const language western[] = {
    {"óíáéñ",     "ú",         "ü"              }, /* Spanish             */
    {"éèà",         "êçôâî", "ùûïëœüÿæ"}, /* French              */
    {"ãçáéí",     "óêõúâ", "ôàü"          }, /* Portuguese          */
    {"üäö",         "ß",         "éè"            }, /* German              */
    {"àèéù",       "òì",       "íóú"          }, /* Italian             */
    {"éàíó",       "èòçú",   "üï"            }, /* Catalan             */
    {"éë",           "ï",         "óöüèá"      }, /* Dutch               */
    {"äåö",         "é",         "ü"              }, /* Swedish, Finnish    */
    {"æøå",         "é",         "òôü"          }, /* Danish, Norwegian   */
    {"íáðéöúþ", "óýæ",     ""                }, /* Icelandic           */
    {"ë",             "ç",         ""                }, /* Albanian            */
};
static const language central[] = {
    {"łąęóżś",     "ćń",       "ź"        }, /* Polish                       */
    {"íáéěýřžč", "šůú",     "ňťóď"  }, /* Czech                        */
    {"áíéýčžš",   "úľťôň", "äóďŕĺ"}, /* Slovak                       */
    {"áéöóő",       "íüúű",   ""          }, /* Hungarian                    */
    {"čšž",           "ćđ",       ""          }, /* Croatian, Slovene            */
    {"ăîşţâ",       "",           ""          }, /* Romanian                     */
};
static const language cyrillic[] = {
    {"оеаинтсрвлкм", "дпуяыьгзбч",     "йхжшюцщэфъё"}, /* Russian, Kyrgyz */
    {"аеиотнрсвлк",   "дпмзъгуябч",     "йхжшюцщфь"    }, /* Bulgarian       */
    {"оаиінветрс",     "лкудмпьязбгй", "чхцюїжшєщфґ"}, /* Ukrainian       */
    {"аоеинтрсј",       "вкулмдпзгбч",   "љњћшжцхђџф"  }, /* Serbian         */
};
/* The capital İ has the small letter i. */
static const language turkish[] = {
    {"ıüşçği", "ö", "âîû"},
};
static const language baltic[] = {
    {"ėšųįž", "čąūę",     ""    }, /* Lithuanian */
    {"āīēšū", "ņļžģķč", ""    }, /* Latvian    */
    {"äõüö",   "",             "šž"}, /* Estonian   */
};
/* Tones stand after their letter, or are part of it where the encoding has it. */
static const language vietnamese[] = {
    {"ôđêươâă\u0300\u0301\u0303\u0309\u0323", "àáèéíóúù", "ìòýãõ"},
};

/* Where two encodings read a text alike, the first of this list has it. */
static const struct {
    cv_encoding is;
    const language *language;
    int n;
} candidates[] = {
#define OF(list) list, sizeof(list) / sizeof *(list)
    {CV_WINDOWS_1252, OF(western)   },
          {CV_WINDOWS_1250, OF(central)   },
    {CV_WINDOWS_1251, OF(cyrillic)  },
          {CV_WINDOWS_1254, OF(turkish)   },
    {CV_WINDOWS_1257, OF(baltic)    },
          {CV_WINDOWS_1258, OF(vietnamese)},
    {CV_KOI8_R,       OF(cyrillic)  },
          {CV_ISO_8859_15,  OF(western)   },
    {CV_ISO_8859_2,   OF(central)   },
          {CV_ISO_8859_5,   OF(cyrillic)  },
#undef OF
};
enum { CANDIDATES = sizeof candidates / sizeof *candidates };

static const char vowels[] = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœąęėįųūőűůěăāēīơưı";
static const char any_text[] = "\u00a0«»„“”‘’‚–—…°№§·ºª´";

static bool has(const char *list, uint32_t c)
{
    utf8proc_uint8_t text[5] = {0};
    return utf8proc_encode_char((utf8proc_int32_t)c, text) > 0 && strstr(list, (const char *)text);
}

/* ---- what a byte is in one encoding ---- */

typedef enum { IS_NOTHING, IS_ODD, IS_MARK, IS_ASCII, IS_TONE, IS_LATIN, IS_CYRILLIC } glyph_kind;

typedef struct {
    uint32_t c, small;
    glyph_kind kind;
    bool is_capital, is_vowel;
} glyph;

static glyph glyph_of(uint32_t c)
{
    const utf8proc_category_t category = c ? utf8proc_category((int32_t)c) : UTF8PROC_CATEGORY_CC;
    glyph g = {.c = c, .small = c};
    if (category == UTF8PROC_CATEGORY_MN) {
        g.kind = IS_TONE;
    } else if (has(any_text, c) && c >= 128) {
        g.kind = IS_MARK;
    } else if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) {
        g.kind = c >= 0x400 && c < 0x530 ? IS_CYRILLIC : IS_LATIN;
        g.is_capital = category == UTF8PROC_CATEGORY_LU;
        g.small = (uint32_t)utf8proc_tolower((int32_t)c);
        g.is_vowel = has(vowels, g.small);
    } else if (c < 128) {
        g.kind = IS_ASCII;
    } else {
        g.kind = category == UTF8PROC_CATEGORY_CC ? IS_NOTHING : IS_ODD;
    }
    return g;
}

static bool is_letter(const glyph *g)
{
    return g->kind >= IS_TONE;
}

static int64_t letter_price(const language *l, const glyph *g)
{
    if (g->kind == IS_NOTHING) return NOTHING;
    if (g->kind == IS_MARK) return MARK;
    if (has(l->common, g->small)) return COMMON;
    if (has(l->usual, g->small)) return USUAL;
    return has(l->rare, g->small) ? RARE : FOREIGN;
}

static bool is_mixed(const glyph *a, const glyph *b)
{
    return a->kind >= IS_LATIN && b->kind >= IS_LATIN && a->kind != b->kind;
}

static bool is_consonant(const glyph *g)
{
    return g->kind == IS_LATIN && !g->is_vowel;
}

/* Not the reverse: old programs made capitals of ASCII letters only, "CAñUELAS". */
static bool is_break(const glyph *before, const glyph *g)
{
    return g->is_capital && before->kind >= IS_LATIN && !before->is_capital;
}

static int64_t place_price(const glyph *before, const glyph *g, const glyph *after)
{
    int64_t price = 0;
    if (is_mixed(before, g)) price += MIXED;
    if (is_mixed(g, after)) price += MIXED;
    if (is_break(before, g)) price += CAPITAL;
    if (is_consonant(before) && is_consonant(g) && is_consonant(after)) price += CLUSTER;
    if (g->kind == IS_TONE && before->kind != IS_LATIN) price += NO_BASE;
    if (!is_letter(g) && g->c != 0x2019 && is_letter(before) && is_letter(after)) price += INSIDE;
    return price;
}

/* ---- evidence: each place once ---- */

typedef struct {
    uint8_t before, byte, after;
} place;

typedef struct {
    const place *place; /* [n] in the order of the text */
    int64_t n;
} evidence;

static evidence gather(cv_str text, cv_arena *scratch)
{
    uint64_t *seen = cv_new(scratch, uint64_t, 1 << 18); /* a bit for each of 2^24 places */
    place *p = NULL;
    int64_t n = 0, cap = 0;
    for (int64_t i = 0; i < text.n; i++) {
        const uint8_t byte = (uint8_t)text.s[i];
        if (byte < 128) continue;
        const uint8_t before = i ? (uint8_t)text.s[i - 1] : ' ';
        const uint8_t after = i + 1 < text.n ? (uint8_t)text.s[i + 1] : ' ';
        const uint32_t key = (uint32_t)before << 16 | (uint32_t)byte << 8 | after;
        if (seen[key >> 6] >> (key & 63) & 1) continue;
        seen[key >> 6] |= UINT64_C(1) << (key & 63);
        cv_room(scratch, place, p, n, cap);
        p[n++] = (place){before, byte, after};
    }
    return (evidence){p, n};
}

/* ---- readings ---- */

typedef struct {
    cv_encoding is;
    glyph g[256];
    int64_t letter[CV_HIGH_BYTES]; /* their prices in the language that fits best */
    int64_t price;
} reading;

static int64_t price_at(const reading *r, const place *p)
{
    return r->letter[p->byte - 128] +
           place_price(&r->g[p->before], &r->g[p->byte], &r->g[p->after]);
}

/* The language in which the letters are cheapest. */
static void choose_language(reading *r, const language *list, int n, const int64_t *count)
{
    int64_t least = INT64_MAX;
    for (int l = 0; l < n; l++) {
        int64_t letter[CV_HIGH_BYTES] = {0}, sum = 0;
        for (int i = 0; i < CV_HIGH_BYTES; i++) {
            if (!count[i]) continue;
            letter[i] = letter_price(&list[l], &r->g[128 + i]);
            sum += count[i] * letter[i];
        }
        if (sum >= least) continue;
        least = sum;
        memcpy(r->letter, letter, sizeof letter);
    }
}

static cv_status read_as(reading *r, int candidate, const evidence *e, cv_error *err)
{
    uint32_t high[CV_HIGH_BYTES];
    int64_t count[CV_HIGH_BYTES] = {0};
    r->is = candidates[candidate].is;
    CV_TRY(cv_encoding_chars(high, r->is, err));
    for (uint32_t i = 0; i < 256; i++) r->g[i] = glyph_of(i < 128 ? i : high[i - 128]);
    for (int64_t i = 0; i < e->n; i++) count[e->place[i].byte - 128]++;
    choose_language(r, candidates[candidate].language, candidates[candidate].n, count);
    r->price = r->is == CV_WINDOWS_1252 ? 0 : UNCOMMON;
    for (int64_t i = 0; i < e->n; i++) r->price += price_at(r, &e->place[i]);
    return CV_OK;
}

static bool differ_at(const reading *a, const reading *b, uint8_t byte)
{
    return a->g[byte].c != b->g[byte].c;
}

static bool are_alike(const reading *a, const reading *b, const evidence *e)
{
    for (int64_t i = 0; i < e->n; i++)
        if (differ_at(a, b, e->place[i].byte)) return false;
    return true;
}

static const reading *cheapest(const reading *r, const reading *not_like, const evidence *e)
{
    const reading *best = NULL;
    for (int i = 0; i < CANDIDATES; i++) {
        if (not_like && are_alike(&r[i], not_like, e)) continue;
        if (!best || r[i].price < best->price) best = &r[i];
    }
    return best;
}

static bool leads_by_a_fifth(int64_t best, int64_t rival)
{
    return 5 * rival >= 6 * best;
}

/* A lead in all, and by a fifth: over the whole text, or over what the two read otherwise. */
static bool is_clear(const reading *best, const reading *rival, const evidence *e)
{
    int64_t of_best = 0, of_rival = 0;
    if (rival->price - best->price < LEAD) return false;
    if (leads_by_a_fifth(best->price, rival->price)) return true;
    for (int64_t i = 0; i < e->n; i++) {
        if (!differ_at(best, rival, e->place[i].byte)) continue;
        of_best += price_at(best, &e->place[i]);
        of_rival += price_at(rival, &e->place[i]);
    }
    return leads_by_a_fifth(of_best, of_rival);
}

/* ---- words to show ---- */

/* Adds the word as `r` reads it. False when there is no room; then nothing is added. */
static bool add_word(char *words, const reading *r, cv_str word)
{
    char all[CV_EIGHT_BIT_WORDS];
    size_t n = strlen(words);
    memcpy(all, words, n + 1);
    if (n) {
        if (n + 2 >= sizeof all) return false;
        memcpy(all + n, ", ", 2);
        n += 2;
    }
    for (int64_t i = 0; i < word.n; i++) {
        const glyph *g = &r->g[(uint8_t)word.s[i]];
        const int32_t c = g->kind == IS_NOTHING ? '?' : (int32_t)g->c;
        if (n + 5 > sizeof all) return false;
        n += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)all + n);
    }
    all[n] = '\0';
    memcpy(words, all, n + 1);
    return true;
}

static bool is_seen(cv_str word, const cv_str *seen, int n)
{
    for (int i = 0; i < n; i++)
        if (cv_str_eq(seen[i], word)) return true;
    return false;
}

static bool is_telling(cv_str word, const reading *best, const reading *rival)
{
    for (int64_t i = 0; i < word.n; i++) {
        const uint8_t byte = (uint8_t)word.s[i];
        if (byte >= 128 && (!rival || differ_at(best, rival, byte))) return true;
    }
    return false;
}

/* Words are what the best reading takes for letters. */
static void show_words(cv_eight_bit *out, cv_str text, const reading *best, const reading *rival)
{
    enum { SHOWN = 3 };
    cv_str seen[SHOWN];
    int n = 0;
    for (int64_t from = 0; from < text.n && n < SHOWN;) {
        int64_t to = from;
        while (to < text.n && is_letter(&best->g[(uint8_t)text.s[to]])) to++;
        cv_str word = cv_str_cut(text, from, to);
        from = to + 1;
        if (!is_telling(word, best, rival) || is_seen(word, seen, n)) continue;
        if (!add_word(out->words, best, word)) continue;
        if (rival) add_word(out->rival_words, rival, word);
        seen[n++] = word;
    }
}

cv_status cv_eight_bit_guess(cv_eight_bit *out, cv_str text, cv_arena scratch, cv_error *err)
{
    cv_eight_bit guess = {CV_ENCODING_AUTO, CV_ENCODING_AUTO, false, "", ""};
    reading *r = cv_new(&scratch, reading, CANDIDATES);
    evidence e = gather(text, &scratch);
    if (e.n) {
        for (int i = 0; i < CANDIDATES; i++) CV_TRY(read_as(&r[i], i, &e, err));
        const reading *best = cheapest(r, NULL, &e), *rival = cheapest(r, best, &e);
        if (best->price <= POOR * e.n + UNCOMMON) {
            /* Of those that read it alike the first of the list. */
            for (int i = CANDIDATES - 1; i >= 0; i--)
                if (are_alike(&r[i], best, &e)) guess.is = r[i].is;
            guess.rival = rival ? rival->is : CV_ENCODING_AUTO;
            guess.is_sure = !rival || is_clear(best, rival, &e);
            show_words(&guess, text, best, rival);
        }
    }
    *out = guess;
    return CV_OK;
}
