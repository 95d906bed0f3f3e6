/* tests/unit/asked_seat.h — a small seat with its questions taken apart, for tests. */
#ifndef CV_TESTS_UNIT_ASKED_SEAT_H
#define CV_TESTS_UNIT_ASKED_SEAT_H

#include "seat.h"

#include "sensitivity/issue.h"
#include "sensitivity/rises.h"

typedef struct {
    seat t;
    cv_sensitivity_input in;
    cv_open_forms open;
    cv_seat_questions s;
} asked_seat;

static const cv_rule_set MOST_VOTES = {.engine = CV_ENGINE_PLURALITY};

/* In place, because the builder keeps addresses: call after seat_count() and the questions. */
static inline void asked_take_apart(asked_seat *a)
{
    a->in = seat_input(&a->t, NULL);
    a->in.questions.totals = &a->t.sums.totals;
    a->open = cv_open_forms_of(&a->t.e, a->t.contest, NULL, &a->in.questions, &a->t.keep);
    cv_issues_of(&a->s, &a->in, &a->open, &a->t.keep);
}

/* Two options; s0 has A 150, B 120, 30 invalid, 500 registered, 300 who took part; s1 has
 * A 2,000, B 1,970, 30 invalid: A leads by 60. */
static inline void asked_open(asked_seat *a)
{
    *a = (asked_seat){0};
    seat_open(&a->t, 2, 1, &MOST_VOTES);
    seat_form(&a->t, "s0", (cv_cell[]){150, 120}, (cv_cell[]){30, 500, 300});
    seat_form(&a->t, "s1", (cv_cell[]){2000, 1970}, (cv_cell[]){30, 5000, 4000});
    seat_freeze(&a->t);
    seat_count(&a->t, NULL);
}

/* The lead of A over B, falling; or, turned round, rising. */
static inline cv_weights asked_lead(asked_seat *a, bool rising)
{
    cv_assertion lead = a->t.tally.assertion[0];
    if (rising) lead = cv_turned_round(&lead, a->t.n_options, &a->t.keep);
    return cv_weights_of(&lead, a->t.n_options, &a->t.keep);
}

#endif
