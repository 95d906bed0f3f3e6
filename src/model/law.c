#include "model/law.h"

#include "base/check.h"

/* ---- words of the files ---- */

static const char *const QUANTITIES[CV_N_LAW_QUANTITIES] = {
    [CV_LAW_NOTHING] = "",
    [CV_LAW_VOTES_LEADER] = "votes(leader)",
    [CV_LAW_VOTES_SECOND] = "votes(second)",
    [CV_LAW_VOTES_AGAINST_ALL] = "votes(against_all)",
    [CV_LAW_VOTES_LIST] = "votes(list)",
    [CV_LAW_MARGIN] = "margin",
    [CV_LAW_VALID] = "valid",
    [CV_LAW_VALID_BLANK] = "valid+blank",
    [CV_LAW_BALLOTS] = "ballots",
    [CV_LAW_BOX] = "box",
    [CV_LAW_PARTICIPANTS] = "participants",
    [CV_LAW_ISSUED] = "issued",
    [CV_LAW_REGISTERED] = "registered",
    [CV_LAW_REGISTERED_INVALID] = "registered(invalid stations)",
    [CV_LAW_STATIONS] = "stations",
    [CV_LAW_STATIONS_INVALID] = "stations(invalid)",
    [CV_LAW_CANCELLED] = "cancelled",
    [CV_LAW_QUESTIONED] = "questioned",
    [CV_LAW_OTHER] = "other",
};

static const char *const RELATIONS[CV_N_LAW_RELATIONS] = {"",   "lt",  "le",  "eq",   "ge",
                                                          "gt", "max", "top", "words"};
static const char *const MODALS[CV_N_LAW_MODALS] = {"",         "must",       "may",
                                                    "must not", "on request", "recommended"};
static const char *const STATUSES[CV_N_LAW_STATUSES] = {"read", "secondary", "unverified"};

static int find_word(const char *const *words, int n, cv_str word)
{
    for (int i = 0; i < n; i++)
        if (cv_str_eq(cv_str_of(words[i]), word)) return i;
    return -1;
}

cv_str cv_law_quantity_word(cv_law_quantity q)
{
    cv_assert(q >= 0 && q < CV_N_LAW_QUANTITIES);
    return cv_str_of(QUANTITIES[q]);
}

cv_str cv_law_relation_word(cv_law_relation r)
{
    cv_assert(r >= 0 && r < CV_N_LAW_RELATIONS);
    return cv_str_of(RELATIONS[r]);
}

cv_str cv_law_modal_word(cv_law_modal m)
{
    cv_assert(m >= 0 && m < CV_N_LAW_MODALS);
    return cv_str_of(MODALS[m]);
}

cv_str cv_law_status_word(cv_law_status s)
{
    cv_assert(s >= 0 && s < CV_N_LAW_STATUSES);
    return cv_str_of(STATUSES[s]);
}

bool cv_law_quantity_named(cv_law_quantity *out, cv_str word)
{
    int i = find_word(QUANTITIES, CV_N_LAW_QUANTITIES, word);
    if (i >= 0) *out = (cv_law_quantity)i;
    return i >= 0;
}

bool cv_law_relation_named(cv_law_relation *out, cv_str word)
{
    int i = find_word(RELATIONS, CV_N_LAW_RELATIONS, word);
    if (i >= 0) *out = (cv_law_relation)i;
    return i >= 0;
}

bool cv_law_modal_named(cv_law_modal *out, cv_str word)
{
    int i = find_word(MODALS, CV_N_LAW_MODALS, word);
    if (i >= 0) *out = (cv_law_modal)i;
    return i >= 0;
}

bool cv_law_status_named(cv_law_status *out, cv_str word)
{
    int i = find_word(STATUSES, CV_N_LAW_STATUSES, word);
    if (i >= 0) *out = (cv_law_status)i;
    return i >= 0;
}

/* ---- which lines are in force ---- */

bool cv_law_in_force(const cv_law_rule *rule, cv_date day)
{
    if (!cv_date_is(day)) return true;
    bool begun = !cv_date_is(rule->from) || rule->from.day <= day.day;
    bool ended = cv_date_is(rule->to) && rule->to.day < day.day;
    return begun && !ended;
}

static bool matches(const cv_law_rule *rule, cv_str key, bool prefix)
{
    return prefix ? cv_str_starts(rule->key, key) : cv_str_eq(rule->key, key);
}

/* The day on which the lines of this key that are in force began; INT32_MIN: they always were. */
static bool newest(int32_t *from, const cv_law *law, cv_str key, cv_date day)
{
    bool any = false;
    for (int32_t i = 0; i < law->n_rules; i++) {
        const cv_law_rule *r = &law->rule[i];
        if (!cv_str_eq(r->key, key) || !cv_law_in_force(r, day)) continue;
        if (!any || r->from.day > *from) *from = r->from.day;
        any = true;
    }
    return any;
}

/* True when this profile or one between it and `law` states the key on that day. */
static bool is_replaced(const cv_law *law, const cv_law *at, cv_str key, cv_date day)
{
    int32_t from;
    for (const cv_law *l = law; l != at; l = l->parent)
        if (newest(&from, l, key, day)) return true;
    return false;
}

static int32_t find(const cv_law_rule **out, int32_t room, const cv_law *law, cv_str key,
                    cv_date day, bool prefix)
{
    int32_t n = 0;
    for (const cv_law *l = law; l; l = l->parent)
        for (int32_t i = 0; i < l->n_rules && n < room; i++) {
            const cv_law_rule *r = &l->rule[i];
            int32_t from = INT32_MIN;
            if (!matches(r, key, prefix) || !cv_law_in_force(r, day)) continue;
            if (!newest(&from, l, r->key, day) || r->from.day != from) continue;
            if (is_replaced(law, l, r->key, day) || cv_law_says(r, "none")) continue;
            out[n++] = r;
        }
    return n;
}

const cv_law_rule *cv_law_find(const cv_law *law, const char *key, cv_date day)
{
    const cv_law_rule *rule = NULL;
    return find(&rule, 1, law, cv_str_of(key), day, false) ? rule : NULL;
}

int32_t cv_law_find_all(const cv_law_rule **out, int32_t room, const cv_law *law, const char *key,
                        cv_date day)
{
    return find(out, room, law, cv_str_of(key), day, false);
}

int32_t cv_law_find_prefix(const cv_law_rule **out, int32_t room, const cv_law *law,
                           const char *prefix, cv_date day)
{
    return find(out, room, law, cv_str_of(prefix), day, true);
}

/* ---- words in values ---- */

int32_t cv_law_words(cv_str *out, int32_t room, const cv_law_rule *rule)
{
    if (!rule) return 0;
    int32_t n = 0;
    cv_str rest = cv_str_trim(rule->value);
    while (rest.n && n < room) {
        int64_t end = cv_str_find(rest, CV_STR(" "), 0);
        if (end < 0) end = rest.n;
        out[n++] = cv_str_cut(rest, 0, end);
        rest = cv_str_trim(cv_str_cut(rest, end, rest.n));
    }
    return n;
}

bool cv_law_says(const cv_law_rule *rule, const char *word)
{
    return rule && cv_str_eq(rule->value, cv_str_of(word));
}

/* "1/3", "2000"; "?" where nobody found it. */
static cv_str number_words(const cv_law_rule *r, cv_arena *keep)
{
    if (!r->has_number) return CV_STR("?");
    if (r->q == 1 && !r->denominator.n) return cv_str_format(keep, "%lld", (long long)r->p);
    return cv_str_format(keep, "%lld/%lld", (long long)r->p, (long long)r->q);
}

cv_str cv_law_rule_words(const cv_law_rule *r, cv_arena *keep)
{
    if (cv_str_starts(r->key, CV_STR("clock.")))
        return cv_str_format(
            keep, "%.*s %.*s%s%.*s",
            CV_ARG(
                number_words(&(cv_law_rule){.has_number = r->has_number, .p = r->p, .q = 1}, keep)),
            CV_ARG(r->numerator), r->denominator.n ? " from " : "", CV_ARG(r->denominator));
    if (!r->relation.n) return CV_STR("");
    if (!r->n_conditions)
        return cv_str_format(keep, "%.*s %.*s", CV_ARG(r->numerator), CV_ARG(r->relation));
    return cv_str_format(keep, "%.*s %.*s %.*s%s%.*s%s%.*s", CV_ARG(r->numerator),
                         CV_ARG(r->relation), CV_ARG(number_words(r, keep)),
                         r->denominator.n ? " " : "", CV_ARG(r->denominator), r->extra.n ? " " : "",
                         CV_ARG(r->extra));
}
