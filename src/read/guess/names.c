#include "read/guess/names.h"

#include <string.h>

enum { PHRASE_WORDS = 12, ABBREVIATION = 3, SIDES = 4, NEGATIONS = 64 };

typedef struct {
    cv_role role, other;
    cv_word_language language;
    int32_t n;
    bool is_short;
    cv_normal_word word[PHRASE_WORDS];
    const char *row_phrase;
} phrase;

struct cv_names {
    phrase *phrase; /* [n] */
    int64_t n, cap;
    uint64_t negation[NEGATIONS];
    int32_t n_negations;
};

/* ---- making it ready ---- */

/* The next text between semicolons of *rest; .n -1 after the last. */
static cv_str next_part(cv_str *rest)
{
    if (rest->n < 0) return (cv_str){NULL, -1};
    int64_t end = cv_str_find(*rest, CV_STR(";"), 0);
    cv_str part = cv_str_cut(*rest, 0, end < 0 ? rest->n : end);
    *rest = end < 0 ? (cv_str){NULL, -1} : cv_str_cut(*rest, end + 1, rest->n);
    return part;
}

static int32_t letters_of(cv_str s)
{
    int32_t n = 0;
    for (int64_t i = 0; i < s.n; i++) n += ((unsigned char)s.s[i] & 0xc0) != 0x80;
    return n;
}

static void add_phrases(cv_names *d, const cv_word_row *row, cv_word_language language,
                        cv_arena *keep)
{
    if (!row->phrase[language]) return;
    cv_str rest = cv_str_of(row->phrase[language]);
    for (cv_str part; (part = next_part(&rest)).n >= 0;) {
        cv_normal_word word[CV_NORMAL_WORDS];
        cv_str normal = cv_normal(part, keep);
        int32_t n = cv_normal_words(word, normal);
        if (n < 1 || n > PHRASE_WORDS) continue;
        cv_room(keep, phrase, d->phrase, d->n, d->cap);
        phrase *p = &d->phrase[d->n++];
        *p = (phrase){row->role,
                      row->other,
                      language,
                      n,
                      n == 1 && letters_of(normal) <= ABBREVIATION,
                      .row_phrase = row->phrase[language]};
        memcpy(p->word, word, (size_t)n * sizeof *word);
    }
}

static void add_negations(cv_names *d, const char *text, cv_arena *keep)
{
    if (!text) return;
    cv_str rest = cv_str_of(text);
    for (cv_str part; (part = next_part(&rest)).n >= 0;) {
        cv_normal_word word[CV_NORMAL_WORDS];
        if (cv_normal_words(word, cv_normal(part, keep)) == 1 && d->n_negations < NEGATIONS)
            d->negation[d->n_negations++] = word[0].whole;
    }
}

const cv_names *cv_names_open(cv_arena *keep)
{
    cv_names *d = cv_new(keep, cv_names, 1);
    for (int32_t l = 0; l < CV_WORD_LANGUAGES; l++) {
        for (int32_t i = 0; i < CV_N_WORDS_FORM; i++)
            add_phrases(d, &CV_WORDS_FORM[i], (cv_word_language)l, keep);
        for (int32_t i = 0; i < CV_N_WORDS_PLACE; i++)
            add_phrases(d, &CV_WORDS_PLACE[i], (cv_word_language)l, keep);
        add_negations(d, CV_NEGATIONS[l], keep);
    }
    return d;
}

/* ---- comparing ---- */

typedef struct {
    cv_normal_word word[CV_NORMAL_WORDS];
    bool is_no[CV_NORMAL_WORDS]; /* a negation */
    int32_t n;
} head_words;

typedef struct {
    int32_t score, gaps, first, last;
    bool used[CV_NORMAL_WORDS];
} match;

static bool same(const cv_normal_word *a, const cv_normal_word *b, bool by_stem)
{
    if (a->is_number && b->is_number) return true; /* "by 12": any hour */
    return by_stem ? a->stem == b->stem : a->whole == b->whole;
}

static bool in_order(match *m, const phrase *p, const head_words *h)
{
    int32_t at = 0;
    *m = (match){.first = -1};
    for (int32_t i = 0; i < p->n; i++, at++) {
        while (at < h->n && !same(&p->word[i], &h->word[at], false)) at++;
        if (at == h->n) return false;
        if (m->first < 0) m->first = at;
        m->used[at] = true;
        m->last = at;
    }
    return true;
}

static bool in_any_order(match *m, const phrase *p, const head_words *h, bool by_stem)
{
    *m = (match){.first = h->n, .last = -1};
    for (int32_t i = 0; i < p->n; i++) {
        int32_t at = 0;
        while (at < h->n && (m->used[at] || !same(&p->word[i], &h->word[at], by_stem))) at++;
        if (at == h->n) return false;
        m->used[at] = true;
        if (at < m->first) m->first = at;
        if (at > m->last) m->last = at;
    }
    return true;
}

/* A negation that the phrase does not hold, directly before one of its words or directly after
 * the last (Kyrgyz эмес, Turkish değil). */
static bool is_negated(const match *m, const head_words *h)
{
    for (int32_t i = 0; i < h->n; i++) {
        if (!h->is_no[i] || m->used[i]) continue;
        if (i + 1 < h->n && m->used[i + 1]) return true;
        if (i > 0 && m->used[i - 1] && i == h->n - 1) return true;
    }
    return false;
}

static bool compare(match *m, const phrase *p, const head_words *h)
{
    if (p->n > h->n || (p->is_short && h->n != 1)) return false;
    int32_t score = 0;
    if (in_order(m, p, h))
        score = h->n == p->n ? 100 : 90;
    else if (in_any_order(m, p, h, false))
        score = 80;
    else if (in_any_order(m, p, h, true))
        score = 60;
    if (!score || is_negated(m, h)) return false;
    m->score = score;
    m->gaps = m->last - m->first + 1 - p->n;
    return true;
}

/* "votes" and "total" say least: whatever else a head says goes first. */
static int32_t closeness(const cv_name_reading *r)
{
    bool says_little = r->role == CV_ROLE_VOTES || r->role == CV_ROLE_TOTAL;
    return r->n_words - 2 * r->gaps - says_little;
}

int cv_name_reading_cmp(const cv_name_reading *a, const cv_name_reading *b)
{
    if (a->score != b->score) return b->score - a->score;
    if (closeness(a) != closeness(b)) return closeness(b) - closeness(a);
    return a->first - b->first;
}

/* Keeps the list sorted, one reading a role. */
static int32_t keep_reading(cv_name_reading *out, int32_t n, int32_t room,
                            const cv_name_reading *found)
{
    int32_t same_role = 0;
    while (same_role < n && out[same_role].role != found->role) same_role++;
    if (same_role < n && cv_name_reading_cmp(&out[same_role], found) <= 0) return n;
    if (same_role == n && n == room && cv_name_reading_cmp(&out[n - 1], found) <= 0) return n;
    int32_t at = same_role < n ? same_role : n < room ? n++ : n - 1;
    for (; at > 0 && cv_name_reading_cmp(&out[at - 1], found) > 0; at--) out[at] = out[at - 1];
    out[at] = *found;
    return n;
}

static int32_t read_side(cv_name_reading *out, int32_t n, int32_t room, const cv_names *names,
                         const head_words *h)
{
    for (int64_t i = 0; i < names->n; i++) {
        const phrase *p = &names->phrase[i];
        match m;
        if (!compare(&m, p, h)) continue;
        cv_name_reading found = {p->role, p->other, m.score,       p->n,       m.gaps,
                                 m.first, h->n,     p->row_phrase, p->language};
        n = keep_reading(out, n, room, &found);
    }
    return n;
}

static head_words words_of(const cv_names *names, cv_str head, cv_arena *scratch)
{
    head_words h = {.n = 0};
    h.n = cv_normal_words(h.word, cv_normal(head, scratch));
    for (int32_t i = 0; i < h.n; i++)
        for (int32_t k = 0; k < names->n_negations; k++)
            h.is_no[i] |= h.word[i].whole == names->negation[k];
    return h;
}

int32_t cv_names_read(cv_name_reading *out, int32_t room, const cv_names *names, cv_str head,
                      cv_arena scratch)
{
    head_words whole = words_of(names, head, &scratch);
    int32_t n = read_side(out, 0, room, names, &whole);
    cv_str rest = head;
    for (int32_t side = 0; side < SIDES && rest.n > 0; side++) {
        int64_t slash = cv_str_find(rest, CV_STR("/"), 0);
        if (slash < 0 && side == 0) break;
        cv_str part = cv_str_cut(rest, 0, slash < 0 ? rest.n : slash);
        rest = slash < 0 ? (cv_str){NULL, 0} : cv_str_cut(rest, slash + 1, rest.n);
        head_words h = words_of(names, part, &scratch);
        n = read_side(out, n, room, names, &h);
    }
    return n;
}

/* ---- hours ---- */

static bool is_digit(cv_str s, int64_t i)
{
    return i < s.n && s.s[i] >= '0' && s.s[i] <= '9';
}

int32_t cv_names_hour(cv_str s)
{
    for (int64_t i = 0; i < s.n; i++) {
        if (!is_digit(s, i)) continue;
        int64_t end = i;
        while (is_digit(s, end)) end++;
        int32_t hour = s.s[i] - '0', minute = 0;
        if (end - i == 2) hour = 10 * hour + (s.s[i + 1] - '0');
        if (end - i > 2 || hour > 23) {
            i = end;
            continue;
        }
        if (end < s.n && (s.s[end] == ':' || s.s[end] == '.') && is_digit(s, end + 1) &&
            is_digit(s, end + 2))
            minute = 10 * (s.s[end + 1] - '0') + (s.s[end + 2] - '0');
        return minute < 60 ? 60 * hour + minute : -1;
    }
    return -1;
}
