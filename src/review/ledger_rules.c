#include "review/ledger_rules.h"

#include "model/law.h"

static const cv_law_rule *rule_of(const cv_election *e, const char *key)
{
    return cv_law_find(e->law, key, e->date);
}

/* Names of bodies may hold spaces: where the value has a bar, bars part them. */
static int32_t take_bodies(const cv_str **out, const cv_law_rule *rule, cv_arena *keep)
{
    cv_str *body = cv_new(keep, cv_str, CV_LAW_LIST_MAX);
    *out = body;
    if (!rule || cv_str_find(rule->value, CV_STR("|"), 0) < 0)
        return cv_law_words(body, CV_LAW_LIST_MAX, rule);
    int32_t n = 0;
    for (cv_str rest = rule->value; rest.n && n < CV_LAW_LIST_MAX;) {
        int64_t end = cv_str_find(rest, CV_STR("|"), 0);
        if (end < 0) end = rest.n;
        cv_str name = cv_str_trim(cv_str_cut(rest, 0, end));
        if (name.n) body[n++] = name;
        rest = cv_str_cut(rest, end + 1, rest.n);
    }
    return n;
}

cv_ledger_rules cv_ledger_rules_of(const cv_election *e, cv_arena *keep)
{
    cv_ledger_rules r = CV_LEDGER_RULES_DEFAULT;
    if (!e->law) return r;
    const cv_law_rule *votes = rule_of(e, "bar.votes");
    r.totals.annul_drops_registered = cv_law_says(rule_of(e, "annul.registered"), "drop");
    r.totals.annul_keeps_persons = cv_law_says(rule_of(e, "annul.participants"), "keep");
    r.totals.repeat_drops_registered = cv_law_says(rule_of(e, "repeat.registered"), "drop");
    if (cv_law_says(votes, "as_invalid")) r.bar_votes = CV_CANCEL_AS_INVALID;
    if (cv_law_says(votes, "removed")) r.bar_votes = CV_CANCEL_REMOVED;
    if (cv_law_says(votes, "kept_in_base")) r.bar_votes = CV_CANCEL_KEPT_IN_BASE;
    r.n_bodies = take_bodies(&r.body, rule_of(e, "bodies.rank"), keep);
    return r;
}

bool cv_recount_is_narrow(const cv_election *e)
{
    return cv_law_says(rule_of(e, "recount.bound"), "narrow");
}
