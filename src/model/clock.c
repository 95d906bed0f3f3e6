#include "model/clock.h"

#include "base/check.h"

const cv_str CV_UNIT_WORDS[CV_N_UNITS] = {
    [CV_UNIT_HOURS] = {"hours",    5},
      [CV_UNIT_DAYS] = {"days",     4},
    [CV_UNIT_MONTHS] = {"months",   6},
      [CV_UNIT_WORKDAYS] = {"workdays", 8},
    [CV_UNIT_SAME_DAY] = {"same_day", 8},
};

const cv_str CV_ANCHOR_WORDS[CV_N_ANCHORS] = {
    [CV_FROM_MOVE] = {"move",         4 },
    [CV_FROM_ACT] = {"act",          3 },
    [CV_FROM_KNOWLEDGE] = {"knowledge",    9 },
    [CV_FROM_ELECTION_DAY] = {"election_day", 12},
    [CV_FROM_PUBLICATION] = {"publication",  11},
    [CV_FROM_RECEIPT] = {"receipt",      7 },
};

static cv_str next_word(cv_str *rest)
{
    *rest = cv_str_trim(*rest);
    int64_t end = cv_str_find(*rest, CV_STR(" "), 0);
    if (end < 0) end = rest->n;
    cv_str word = cv_str_cut(*rest, 0, end);
    *rest = cv_str_cut(*rest, end, rest->n);
    return word;
}

static int32_t word_in(const cv_str *words, int32_t n, cv_str word)
{
    for (int32_t i = 0; i < n; i++) {
        /* "1 day" as well as "3 days" */
        cv_str one = cv_str_cut(words[i], 0, words[i].n - 1);
        bool has_one = words == CV_UNIT_WORDS && i != CV_UNIT_SAME_DAY;
        if (cv_str_eq(words[i], word) || (has_one && cv_str_eq(one, word))) return i;
    }
    return -1;
}

static bool read_amount(int32_t *out, cv_str word)
{
    int32_t n = 0;
    if (!word.n || word.n > 5) return false;
    for (int64_t i = 0; i < word.n; i++) {
        if (word.s[i] < '0' || word.s[i] > '9') return false;
        n = 10 * n + (word.s[i] - '0');
    }
    *out = n;
    return n <= CV_CLOCK_AMOUNT_MAX;
}

bool cv_clock_rule_parse(cv_clock_rule *out, cv_str s)
{
    cv_clock_rule rule = {.is_set = true};
    cv_str rest = s, word = next_word(&rest);
    bool has_amount = read_amount(&rule.amount, word);
    if (has_amount) word = next_word(&rest);
    int32_t unit = word_in(CV_UNIT_WORDS, CV_N_UNITS, word);
    if (unit < 0 || (!has_amount && unit != CV_UNIT_SAME_DAY)) return false;
    rule.unit = (cv_clock_unit)unit;
    word = next_word(&rest);
    if (cv_str_eq(word, CV_STR("from"))) {
        int32_t anchor = word_in(CV_ANCHOR_WORDS, CV_N_ANCHORS, next_word(&rest));
        if (anchor < 0) return false;
        rule.anchor = (cv_clock_anchor)anchor;
        word = next_word(&rest);
    }
    if (cv_str_eq(word, CV_STR("next_working"))) {
        rule.next_working = true;
        word = next_word(&rest);
    }
    if (word.n) return false;
    *out = rule;
    return true;
}

cv_str cv_clock_rule_text(const cv_clock_rule *r, cv_arena *keep)
{
    cv_str unit = CV_UNIT_WORDS[r->unit], anchor = CV_ANCHOR_WORDS[r->anchor];
    const char *roll = r->next_working ? " next_working" : "";
    if (r->unit == CV_UNIT_SAME_DAY)
        return cv_str_format(keep, "%.*s from %.*s%s", CV_ARG(unit), CV_ARG(anchor), roll);
    return cv_str_format(keep, "%d %.*s from %.*s%s", (int)r->amount, CV_ARG(unit), CV_ARG(anchor),
                         roll);
}

cv_str cv_deadline_text(const cv_deadline *d, cv_arena *keep)
{
    cv_assert(d->is_known);
    cv_str day = cv_date_text((cv_date){d->day, -1}, keep);
    return cv_str_format(keep, "%.*sT%02d:%02d", CV_ARG(day), d->minute / 60, d->minute % 60);
}
