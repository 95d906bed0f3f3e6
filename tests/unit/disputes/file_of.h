/* tests/unit/disputes/file_of.h — a complaint from a line of text:
 *
 *     2005-03-01 filed; 2005-03-01T09:00 notified, 24 hours; 2005-03-02 granted > D1
 *
 * each move with its date, the term that begins with it, and the decision that it names. */
#ifndef CV_TESTS_FILE_OF_H
#define CV_TESTS_FILE_OF_H

#include "../seat.h"

#include "disputes/complaints.h"

static inline cv_str take_until(cv_str *rest, const char *end)
{
    int64_t at = cv_str_find(*rest, cv_str_of(end), 0), n = (int64_t)strlen(end);
    cv_str part = cv_str_trim(cv_str_cut(*rest, 0, at < 0 ? rest->n : at));
    *rest = at < 0 ? (cv_str){0} : cv_str_cut(*rest, at + n, rest->n);
    return part;
}

static inline cv_complaint_move move_of(cv_str text)
{
    cv_complaint_move m = {.recorded = CV_NO_DATE};
    cv_str decision = text, clock = take_until(&decision, ">"), event;
    m.decision = cv_str_trim(decision);
    cv_str head = take_until(&clock, ",");
    event = head;
    if (!cv_date_parse(&m.recorded, take_until(&event, " ")))
        fail_msg("date in '%.*s'", CV_ARG(text));
    if (!cv_move_named(&m.kind, event)) fail_msg("event '%.*s'", CV_ARG(event));
    clock = cv_str_trim(clock);
    if (clock.n && !cv_clock_rule_parse(&m.clock, clock)) fail_msg("term '%.*s'", CV_ARG(clock));
    return m;
}

/* A complaint of candidate A about station s0 of the seat: annul it for a ground. */
static inline cv_complaint complaint_of(const char *moves, cv_arena *keep)
{
    cv_str rest = cv_str_of(moves);
    cv_complaint_move *move = cv_new(keep, cv_complaint_move, 32);
    cv_station_ix *place = cv_new(keep, cv_station_ix, 1);
    cv_complaint c = {.id = CV_STR("K1"),
                      .standing = CV_STR("candidate"),
                      .ground = CV_STR("seal"),
                      .scope = CV_ABOUT_STATION,
                      .n_places = 1,
                      .place = place,
                      .relief = CV_RELIEF_ANNUL,
                      .votes = CV_BLANK,
                      .option = -1,
                      .to = -1,
                      .act = CV_NO_DATE,
                      .known = CV_NO_DATE,
                      .move = move};
    for (rest = cv_str_trim(rest); rest.n; rest = cv_str_trim(rest))
        move[c.n_moves++] = move_of(take_until(&rest, ";"));
    return c;
}

#endif
