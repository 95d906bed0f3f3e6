#include "review/ledger_law.h"

#include "model/law.h"

static bool says(const cv_election *e, const char *key, const char *word)
{
    return cv_law_says(cv_law_find(e->law, key, e->date), word);
}

static cv_cancel bar_votes(const cv_election *e)
{
    if (says(e, "bar.votes", "as_invalid")) return CV_CANCEL_AS_INVALID;
    if (says(e, "bar.votes", "removed")) return CV_CANCEL_REMOVED;
    return CV_CANCEL_KEPT_IN_BASE;
}

cv_ledger_rules cv_ledger_rules_of(const cv_election *e, cv_arena *keep)
{
    cv_str *body = cv_new(keep, cv_str, CV_LAW_LIST_MAX);
    int32_t n = cv_law_words(body, CV_LAW_LIST_MAX, cv_law_find(e->law, "bodies.rank", e->date));
    return (cv_ledger_rules){
        .totals = {.annul_drops_registered = says(e, "annul.registered", "drop"),
                   .annul_keeps_persons = says(e, "annul.participants", "keep"),
                   .repeat_drops_registered = says(e, "repeat.registered", "drop")},
        .bar_votes = bar_votes(e),
        .n_bodies = n,
        .body = body,
    };
}
