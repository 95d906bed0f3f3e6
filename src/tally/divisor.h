/* tally/divisor.h — seats by highest averages: d'Hondt, Sainte-Laguë and kin.
 *
 * Each seat goes to the list whose votes, divided by its next divisor, are largest. Averages are
 * compared by cross-multiplication of integers, so no seat ever hangs on a rounding. When
 * several lists share the largest average and too few seats are left for all of them, assignment
 * stops there: a tie is part of the result, and the lot that breaks it belongs to people.
 *
 * Lists without votes win nothing. Where the first divisor is 0 (Adams, Huntington-Hill, Dean)
 * every list with votes gets its first seat before any list gets a second, largest list first.
 *
 * Method: docs/reference/methods.md, "Tally" 7.3; F. Pukelsheim, Proportional Representation.
 */
#ifndef CV_TALLY_DIVISOR_H
#define CV_TALLY_DIVISOR_H

#include "base/error.h"
#include "model/rule_set.h"
#include "num/wide.h"

typedef struct {
    const cv_count *votes; /* [n_lists], none blank; the caller has applied any threshold   */
    int32_t n_lists;
    int32_t seats; /* 0..CV_SEATS_MAX                                                       */
    int32_t cap;   /* most seats of one list; 0: none                                       */
    cv_divisors series;
} cv_divisor_input;

/* One seat won: the list's k-th. Its average is votes ÷ k-th divisor. */
typedef struct {
    int32_t list;
    int32_t k;
} cv_divisor_step;

typedef struct {
    int32_t *seats;         /* [n_lists] seats won beyond doubt                             */
    cv_divisor_step *steps; /* [n_steps] in the order they were won; equal averages by list */
    int32_t n_steps;
    bool *in_lot;      /* [n_lists] who ties for the remaining seats                        */
    int32_t lot_seats; /* seats a lot must give; 0 when all is decided                      */
    int32_t vacant;    /* seats nobody can win: no list with votes is below the cap         */
} cv_divisor_result;

/* Fails with CV_E_LIMIT past CV_SEATS_MAX or when votes × divisor could pass int64_t, with
 * CV_E_INPUT when the series does not grow. keep and scratch are different arenas. */
cv_status cv_divisor_assign(cv_divisor_result *out, const cv_divisor_input *in, cv_arena *keep,
                            cv_arena scratch, cv_error *err);

/* Negative, 0 or positive as the average of v for its k-th seat is below, at or above that of w
 * for its m-th. k, m >= 1. Both without votes: equal. */
int cv_average_cmp(cv_divisors series, cv_count v, int32_t k, cv_count w, int32_t m);

/* The k-th divisor in the scale of the series; Huntington-Hill: its square; Dean: its numerator
 * 2k(k−1), for votes × (2k−1); a doubling series keeps 2^62 past it. */
int64_t cv_divisor_at(cv_divisors series, int32_t k);

#endif
