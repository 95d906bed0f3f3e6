/* tally/rest.h — one inequality that an outcome rests on, and how few votes break it.
 *
 * All systems share one sparse form (methods.md, Assertions):
 *
 *     G = up·T[winner] − down·T[loser] − share·Base + turnout·P + constant
 *
 * up and down are not negative, so lowering the winner or raising the loser breaks it, and a
 * paper moved from the one to the other does most. The least number of votes is found in whole
 * numbers, lane by lane: the strongest change first, as far as there are papers for it.
 *
 * Internal to tally/.
 */
#ifndef CV_TALLY_REST_H
#define CV_TALLY_REST_H

#include "tally/work.h"

/* What the share is taken of: one of cv_base, or one of these. */
enum { CV_REST_NO_BASE = -1, CV_REST_LISTS = -2 };

typedef struct {
    cv_hangs_on on;
    int32_t winner, loser; /* options; -1: the term is absent                               */
    int64_t up, down;      /* >= 0                                                          */
    int64_t share;         /* of the base, subtracted; may be negative                      */
    int base;              /* a cv_base, CV_REST_NO_BASE, or CV_REST_LISTS: the votes of    */
    const bool *lists;     /* [n] these lists                                               */
    const bool *losers;    /* [n] or NULL: the loser's term covers all of these instead     */
    int64_t turnout;       /* of the participants, added                                    */
    cv_wide constant;
    cv_relation relation; /* rests on G > 0, or on G >= 0                                   */
} cv_rest;

/* No number of votes does it. */
#define CV_NEVER INT64_MAX

/* The fewest votes, or ballots, for each way of being wrong; CV_NEVER where none suffices. */
typedef struct {
    cv_count high;     /* one total too high: the winner's                                  */
    cv_count low;      /* one total too low: the loser's                                    */
    cv_count switched; /* ballots with other content                                        */
    cv_count removal;  /* ballots set aside                                                 */
    cv_count addition; /* ballots added                                                     */
} cv_moves;

extern const cv_moves CV_MOVES_NEVER;

cv_wide cv_rest_value(const cv_work *w, const cv_rest *rest);
cv_moves cv_rest_moves(const cv_work *w, const cv_rest *rest);

/* Of two ways each: the easier, or both at once by the same ballots. */
cv_moves cv_moves_either(cv_moves a, cv_moves b);
cv_moves cv_moves_both(cv_moves a, cv_moves b);

/* A share test as a rest of `option`: that it holds, or that it fails. */
cv_rest cv_rest_share(int32_t option, cv_share_test test, bool holds, cv_hangs_on on);
/* The winner's votes above, or at least, the loser's. */
cv_rest cv_rest_pair(int32_t winner, int32_t loser, cv_relation relation, cv_hangs_on on);

/* Adds the rest to the assertions of the result. */
void cv_rest_assert(cv_work *w, const cv_rest *rest);
/* Adds a rest that says "this does not change": a sign of 0 must stay. */
void cv_assert_stays(cv_work *w, int32_t option);
void cv_assert_lists_stay(cv_work *w, const bool *lists);
void cv_assert_bases_stay(cv_work *w);

/* Takes the moves into the margin, each figure where it is smaller. */
void cv_margin_take(cv_margin *margin, cv_moves moves, cv_hangs_on on, int32_t winner,
                    int32_t loser);

#endif
