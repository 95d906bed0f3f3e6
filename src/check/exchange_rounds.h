/* check/exchange_rounds.h — stations where the two candidates of a run-off look exchanged, by what
 * the same station gave them in the first round: a suggestion to look, never a contradiction.
 *
 * l = ln((A + 1/2)/(B + 1/2)) in each round. l2 = a + b l1 by least squares, five passes, after
 * each dropping what lies 4 sigma or more off the line; sigma = 1.4826 times the median distance of
 * the residuals of all stations from their median. A station is named when A + B >= 100 in the
 * second round, its residual is more than 6 sigma, and with the two exchanged it is less than 3
 * sigma. Doubles rank and name, nothing is decided by them. Method: methods.md, Lines that look
 * exchanged. */
#ifndef CV_CHECK_EXCHANGE_ROUNDS_H
#define CV_CHECK_EXCHANGE_ROUNDS_H

#include "check/tray.h"

/* Votes of the same two candidates at n stations. */
typedef struct {
    int32_t n;
    const cv_cell *a1, *b1, *a2, *b2; /* [n] numbers */
} cv_rounds_task;

typedef struct {
    double slope, intercept, sigma;
    int32_t n;
    const int32_t *at; /* [n] stations named, ascending */
} cv_rounds_found;

/* keep     owns what `out` points to
 * Nothing is named at fewer than 100 stations, or where all have one l1 or one residual. */
void cv_exchange_rounds(cv_rounds_found *out, const cv_rounds_task *t, cv_arena *keep,
                        cv_arena scratch);

/* C911 for every run-off of two candidates with a first round on record. */
void cv_tray_rounds(cv_tray *s, cv_arena scratch);

#endif
