/* tests/unit/disputes/ledger.h — three stations and whatever is decided about them.
 *
 *           A    B    C  invalid  registered  signed
 *     s0   100   80   20     5        300       205
 *     s1    50   70   10     2        200       132
 *     s2    awaited                   150
 *
 * Copies: 0 official, 1 the agents' (s0: 98, 82, 20), 2 of a recount (s1: 51, 69, 10),
 * 3 of a repeat vote (s1: 40, 60, 5), 4 of a mobile box (s0: 10, 4, 1, invalid 1).
 */
#ifndef CV_TESTS_UNIT_DISPUTES_LEDGER_H
#define CV_TESTS_UNIT_DISPUTES_LEDGER_H

#include "../seat.h"

#include "disputes/disputes.h"

typedef struct {
    seat s;
    int32_t n;
    cv_decision decision[16];
    cv_disputes d;
    cv_sums sums;
} ledger;

enum { OFFICIAL, AGENTS, RECOUNT, REPEAT, MOBILE };

static inline cv_date ledger_day(const char *text)
{
    cv_date d = CV_NO_DATE;
    if (text[0] && !cv_date_parse(&d, cv_str_of(text))) fail_msg("date '%s'", text);
    return d;
}

/* When the copies 2 and 3 became known. */
static const char *const LEDGER_RECOUNTED = "2005-03-05T10:00";
static const char *const LEDGER_REPEATED = "2005-03-20T23:00";

static inline void ledger_open(ledger *t)
{
    static const cv_rule_set plurality = {.engine = CV_ENGINE_PLURALITY};
    *t = (ledger){0};
    seat_open(&t->s, 3, 1, &plurality);
    cv_copy_ix recount =
        cv_build_copy(t->s.b, &(cv_copy){.id = CV_STR("recount"),
                                         .kind = CV_COPY_RECOUNT,
                                         .version = 1,
                                         .counts = true,
                                         .has_time = true,
                                         .recorded = ledger_day(LEDGER_RECOUNTED)});
    cv_copy_ix repeat = cv_build_copy(t->s.b, &(cv_copy){.id = CV_STR("repeat"),
                                                         .version = 1,
                                                         .counts = true,
                                                         .is_repeat = true,
                                                         .has_time = true,
                                                         .recorded = ledger_day(LEDGER_REPEATED)});
    cv_copy_ix mobile =
        cv_build_copy(t->s.b, &(cv_copy){.id = CV_STR("mobile"), .version = 1, .is_box = true});
    seat_form(&t->s, "s0", (cv_cell[]){100, 80, 20}, (cv_cell[]){5, 300, 205});
    seat_form(&t->s, "s1", (cv_cell[]){50, 70, 10}, (cv_cell[]){2, 200, 132});
    seat_await(&t->s, "s2", 150);
    seat_form_of(&t->s, t->s.other_copy, "s0", (cv_cell[]){98, 82, 20}, (cv_cell[]){5, 300, 205});
    seat_form_of(&t->s, recount, "s1", (cv_cell[]){51, 69, 10}, (cv_cell[]){2, 200, 132});
    seat_form_of(&t->s, repeat, "s1", (cv_cell[]){40, 60, 5}, (cv_cell[]){1, 200, 106});
    seat_form_of(&t->s, mobile, "s0", (cv_cell[]){10, 4, 1}, (cv_cell[]){1, -4, -4});
}

/* A decision of its own; `station` "": the seat. Fill in the rest before ledger_ask(). */
static inline cv_decision *ledger_decide(ledger *t, cv_effect_kind effect, const char *station)
{
    static const char *const ids[] = {"d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"};
    cv_decision *d = &t->decision[t->n];
    *d = CV_DECISION_DEFAULT;
    d->id = cv_str_of(ids[t->n]);
    d->seq = ++t->n;
    d->position = 1;
    d->effect = effect;
    d->contest = t->s.contest;
    d->scope = station[0] ? CV_SCOPE_STATION : CV_SCOPE_SEAT;
    if (!station[0]) return d;
    cv_station_ix *place = cv_new(&t->s.keep, cv_station_ix, 1);
    *place = cv_build_station(t->s.b, cv_str_of(station), NULL);
    d->place = place;
    d->n_places = 1;
    return d;
}

static inline void ledger_freeze(ledger *t)
{
    seat_freeze(&t->s);
    t->s.e.decision = t->decision;
}

static inline void ledger_ask(ledger *t, const cv_ledger_question *q)
{
    t->s.e.n_decisions = t->n;
    cv_disputes_fold(&t->d, &t->s.e, q, &t->s.keep, t->s.scratch);
    cv_totals_sum(&t->sums, &t->s.e, t->s.contest, &t->d.overlay, &t->s.keep);
}

static inline void ledger_fold(ledger *t)
{
    ledger_ask(t, &CV_LEDGER_QUESTION_DEFAULT);
}

/* What has become of the station; NULL: it is as on paper. */
static inline const cv_overlay_change *ledger_change(const ledger *t, const char *station)
{
    const cv_overlay_contest *c = &t->d.overlay.contest[0];
    const cv_forms *f = &t->s.e.forms[0];
    for (int32_t i = 0; i < c->n_changes; i++) {
        cv_str code = t->s.e.station[f->station[c->change[i].row].i].code;
        if (cv_str_eq(code, cv_str_of(station))) return &c->change[i];
    }
    return NULL;
}

static inline void ledger_votes(const ledger *t, cv_count a, cv_count b, cv_count c)
{
    assert_int_equal(t->sums.totals.votes[0], a);
    assert_int_equal(t->sums.totals.votes[1], b);
    assert_int_equal(t->sums.totals.votes[2], c);
}

static inline void ledger_close(ledger *t)
{
    seat_close(&t->s);
}

#endif
