/* tests/unit/incidents/claims.h — claims and events made by hand. */
#ifndef CV_TESTS_UNIT_INCIDENTS_CLAIMS_H
#define CV_TESTS_UNIT_INCIDENTS_CLAIMS_H

#include "../row.h"

#include "incidents/incidents.h"

#define OPEN CV_BLANK /* a high end without a bound */

static inline cv_str text_of(const char *s)
{
    return s ? cv_str_of(s) : (cv_str){0};
}

/* low < 0: no range. */
static inline cv_claim claim_of(const char *origin, cv_count low, cv_count high)
{
    return (cv_claim){
        .event = -1,
        .subject = CV_STR("s"),
        .quantity = CV_STR("q"),
        .has_span = low >= 0,
        .span = {low, high},
        .origin = text_of(origin),
        .of = -1
    };
}

static inline cv_event event_of(const char *id, const char *from, const char *to)
{
    cv_event e = {.id = cv_str_of(id), .type = CV_STR("rally"), .lat = 0, .lon = 0};
    if (!cv_date_parse(&e.from, cv_str_of(from)) || !cv_date_parse(&e.to, cv_str_of(to)))
        fail_msg("no date: %s, %s", from, to);
    return e;
}

/* "2..6 10..10 12.." */
static inline cv_str spans_text(const cv_span *span, int32_t n, cv_arena *keep)
{
    cv_str out = CV_STR("");
    for (int32_t i = 0; i < n; i++) {
        cv_str high = span[i].high == CV_BLANK
                          ? CV_STR("")
                          : cv_str_format(keep, "%lld", (long long)span[i].high);
        out = cv_str_format(keep, "%.*s%s%lld..%.*s", CV_ARG(out), i ? " " : "",
                            (long long)span[i].low, CV_ARG(high));
    }
    return out;
}

#endif
