#include "model/incident.h"

#include "base/check.h"

/* ---- words of the file and of review.json ---- */

static const char *const WHENS[CV_N_WHENS] = {"exact", "part_of_day", "day", "days",
                                              "week",  "month",       "year"};
static const char *const WHERES[CV_N_WHERES] = {"site", "settlement", "district", "region",
                                                "country"};
static const char *const SPEAKERS[CV_N_SPEAKERS] = {
    "government",        "government_anonymous",   "opposition", "commission", "court",
    "domestic_observer", "international_observer", "media",      "witness",    "institution",
    "unattributed"};

cv_str cv_when_word(cv_when when)
{
    cv_assert(when < CV_N_WHENS);
    return cv_str_of(WHENS[when]);
}

cv_str cv_where_word(cv_where where)
{
    cv_assert(where < CV_N_WHERES);
    return cv_str_of(WHERES[where]);
}

cv_str cv_speaker_word(cv_speaker speaker)
{
    cv_assert(speaker < CV_N_SPEAKERS);
    return cv_str_of(SPEAKERS[speaker]);
}

cv_str cv_claim_relation_word(cv_claim_relation relation)
{
    switch (relation) {
    case CV_CLAIM_ALONE: return CV_STR("");
    case CV_CLAIM_DENIES: return CV_STR("denies");
    case CV_CLAIM_RELAYS: return CV_STR("relays");
    case CV_CLAIM_ASSUMED: return CV_STR("assumed");
    }
    return CV_STR("");
}

/* ---- wording ---- */

#define N_TIMES(phrase, lp, lq, hp, hq, la, ha)                                                    \
    {                                                                                              \
        {phrase, sizeof phrase - 1}, true, lp, lq, hp, hq, la, ha                                  \
    }
#define ALONE(phrase, low, high)                                                                   \
    {                                                                                              \
        {phrase, sizeof phrase - 1}, false, 0, 1, 0, 1, low, high                                  \
    }

/* clang-format off */
const cv_wording CV_WORDINGS[] = {
    N_TIMES("exactly",   1, 1,  1, 1,  0, 0),
    N_TIMES("about",     4, 5,  5, 4,  0, 0),
    N_TIMES("some",      4, 5,  5, 4,  0, 0),
    N_TIMES("around",    4, 5,  5, 4,  0, 0),
    N_TIMES("roughly",   4, 5,  5, 4,  0, 0),
    N_TIMES("nearly",    9, 10, 1, 1,  0, 0),
    N_TIMES("almost",    9, 10, 1, 1,  0, 0),
    N_TIMES("at least",  1, 1,  0, 0,  0, 0),
    N_TIMES("over",      1, 1,  0, 0,  1, 0),
    N_TIMES("more than", 1, 1,  0, 0,  1, 0),
    N_TIMES("up to",     0, 1,  1, 1,  0, 0),
    N_TIMES("may be",    0, 1,  1, 1,  0, 0),
    ALONE("a handful", 2, 6),
    ALONE("dozens", 24, 99),
    ALONE("hundreds", 200, 999),
    ALONE("several thousand", 2000, 9999),
    ALONE("none", 0, 0),
    ALONE("no casualties reported", 0, 0),
};
/* clang-format on */
const int32_t CV_N_WORDINGS = sizeof CV_WORDINGS / sizeof CV_WORDINGS[0];

/* Digits, with commas between groups of three or without. */
static bool number_of(cv_count *out, cv_str s)
{
    cv_count n = 0;
    bool grouped = cv_str_find(s, CV_STR(","), 0) >= 0;
    if (s.n < 1 || s.n > 17 || (s.n > 1 && s.s[0] == '0')) return false;
    for (int64_t i = 0; i < s.n; i++) {
        bool comma = grouped && (s.n - i) % 4 == 0;
        if (comma != (s.s[i] == ',') || (comma && i == 0)) return false;
        if (comma) continue;
        if (s.s[i] < '0' || s.s[i] > '9') return false;
        n = 10 * n + (s.s[i] - '0');
    }
    if (n > CV_COUNT_MAX) return false;
    *out = n;
    return true;
}

static bool same_letters(cv_str a, cv_str lower)
{
    if (a.n != lower.n) return false;
    for (int64_t i = 0; i < a.n; i++) {
        char c = a.s[i] >= 'A' && a.s[i] <= 'Z' ? (char)(a.s[i] | 0x20) : a.s[i];
        if (c != lower.s[i]) return false;
    }
    return true;
}

static cv_count at_most_max(cv_count n)
{
    return n < CV_COUNT_MAX ? n : CV_COUNT_MAX;
}

/* n at most 10^12 and p at most 1000 (read/case): no overflow. */
static cv_span span_of(const cv_wording *w, cv_count n)
{
    cv_count low = at_most_max((n * w->low_p + w->low_q - 1) / w->low_q + w->low_add);
    if (!w->high_q) return (cv_span){low, CV_BLANK};
    return (cv_span){low, at_most_max(n * w->high_p / w->high_q + w->high_add)};
}

bool cv_wording_span(cv_span *out, cv_str wording, const cv_wording *table, int32_t n)
{
    cv_str w = cv_str_trim(wording);
    cv_count number;
    if (number_of(&number, w)) {
        *out = (cv_span){number, number};
        return true;
    }
    if (cv_str_ends(w, CV_STR(" or more")) && number_of(&number, cv_str_cut(w, 0, w.n - 8))) {
        *out = (cv_span){number, CV_BLANK};
        return true;
    }
    for (int32_t i = 0; i < n; i++) {
        cv_str phrase = table[i].phrase, head = cv_str_cut(w, 0, phrase.n);
        if (!same_letters(head, phrase)) continue;
        bool alone = w.n == phrase.n;
        if (!table[i].with_number && !alone) continue;
        if (table[i].with_number && (alone || w.s[phrase.n] != ' ')) continue;
        if (table[i].with_number && !number_of(&number, cv_str_cut(w, phrase.n + 1, w.n))) continue;
        *out = span_of(&table[i], table[i].with_number ? number : 0);
        return true;
    }
    return false;
}
