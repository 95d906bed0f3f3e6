/* verdict/verdict.h — one of five words per contest, with its reasons (methods.md, Verdict).
 *
 * Computes nothing about votes: it reads what the count and the sensitivity found. The order of
 * questions is the method's: contradicted, undetermined, open, confirmed, holds. Statistics
 * never enter.
 */
#ifndef CV_VERDICT_VERDICT_H
#define CV_VERDICT_VERDICT_H

#include "model/election.h"
#include "sensitivity/result.h"
#include "verdict/result.h"

/* How the ballot of a run-off fits its first round. */
typedef enum {
    CV_PAIR_NONE, /* the contest is not a run-off */
    CV_PAIR_FITS,
    CV_PAIR_BY_LOT, /* as a lot could have it, which is not on record */
    CV_PAIR_WRONG,
    CV_PAIR_NOT_DUE,
    CV_PAIR_UNKNOWN
} cv_pair;

typedef struct {
    const cv_election *election;
    cv_contest_ix contest;
    const cv_sums *sums;   /* as decided                                                      */
    const cv_tally *tally; /* of them                                                         */
    const cv_sensitivity *sensitivity;
    int32_t n_decisions;     /* in force in this contest                                    */
    int32_t n_changed_forms; /* by them                                                     */
    int32_t n_unfit;         /* of them, not applied as written                             */
    int32_t n_conflicts;     /* open readings of decisions that give different outcomes     */
    bool postponed;          /* of the seat or a station the vote was not held, by decision */
    bool decisions_change;   /* without them the outcome is another                         */
    bool lot_unused;         /* a lot on record does not fit the figures                    */
    int32_t n_refused;       /* rows whose station, or contest, is not known                */
    bool all_recounts;       /* every counted form is a hand recount                        */
    int32_t n_without_copy;  /* counted forms of stations without a second copy             */
    int32_t n_complaints;    /* not settled, each a question that the sensitivity was given  */
    int32_t n_that_matter;   /* of them, in a smallest set that changes the outcome         */
    int32_t n_law_not_read;  /* rules of the law that the outcome rests on, text not read    */
    cv_pair pair;
    const cv_verdict *first; /* of the first round; NULL when the contest is not a run-off  */
} cv_verdict_input;

/* keep owns the reasons. */
void cv_verdict_give(cv_verdict *out, const cv_verdict_input *in, cv_arena *keep);

/* ---- the chamber ---- */

/* What one contest contributes. */
typedef struct {
    const cv_tally *tally;
    const cv_sensitivity *sensitivity;
    const cv_verdict *verdict;
} cv_seat_result;

/* Who is in which bloc, as one author has it. */
typedef struct {
    const int32_t *const *bloc; /* [n_contests][n_options] -1: unassigned; NULL: as options say */
    const bool *named;          /* [n_blocs] blocs that get a line                              */
} cv_bloc_view;

/* The chamber by bloc, over the contests that are part of it. A contest without an option on
 * record may give its seats to any bloc.
 * seat     [n_contests of the election]
 * view     NULL: as the options say, with a line for every bloc
 * keep     owns the lines */
void cv_chamber_compose(cv_chamber *out, const cv_election *e, const cv_seat_result *seat,
                        const cv_bloc_view *view, cv_arena *keep);

#endif
