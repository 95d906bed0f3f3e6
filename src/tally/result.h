/* tally/result.h — what a count gives: plain structs, no functions.
 *
 * Options are numbered 0..n_options-1 within their contest, in the contest's order. All arrays
 * belong to the arena that was passed to the engine.
 */
#ifndef CV_TALLY_RESULT_H
#define CV_TALLY_RESULT_H

#include "base/count.h"
#include "model/rule_set.h"
#include "num/wide.h"

/* The totals that a count starts from. A total that is not known is CV_BLANK. */
typedef struct {
    int32_t n_options;
    const cv_count *votes; /* [n_options], none blank                                     */
    cv_count valid;        /* sum over options, unless the rule set's form says otherwise */
    cv_count blank, invalid, participants, box, registered;
} cv_totals;

/* The forms of one contest added up, and what that sum leaves out. A cell that is not a number
 * adds nothing; the counts say at how many forms that happened. */
typedef struct {
    cv_totals totals;
    cv_count cast;           /* valid + blank + invalid as the forms state them; CV_BLANK  */
    int32_t n_counted;       /* forms whose figures are in the totals                      */
    int32_t n_awaited;       /* expected by the list of stations, or a repeat vote that was
                                ordered, and not there                                     */
    int32_t n_postponed;     /* stations where no vote was held yet, by decision           */
    int32_t n_annulled;      /* by a decision, or by what the case says of zero forms      */
    int32_t n_gaps;          /* counted forms with an option that is not a number          */
    int32_t no_invalid;      /* counted forms whose invalid votes are not known            */
    int32_t no_blank;        /* the same for blank votes                                   */
    int32_t no_participants; /* and so on: matters only where a rule needs the total       */
    int32_t no_box;
    int32_t no_registered;
    cv_count removed_unknown; /* ballots of unknown content that a decision took out: they are in
                                 the totals; CV_BLANK: how many is not known               */
} cv_sums;

typedef enum {
    CV_DECIDED,   /* every seat is given                                                  */
    CV_RUNOFF,    /* nobody yet: the named options meet in a second round                 */
    CV_VOID,      /* nobody: against all, turnout or minimum share                        */
    CV_TIE,       /* a lot must be drawn; what is decided beyond it is given              */
    CV_INCOMPLETE /* cannot be computed; the reason says why                              */
} cv_outcome_kind;

typedef enum {
    CV_WHY_NONE,
    CV_WHY_MOST_VOTES,
    CV_WHY_WIN_CONDITION, /* the condition numbered `reason_i` of the rule set holds      */
    CV_WHY_TWO_ON_BALLOT,
    CV_WHY_AGAINST_ALL,  /* void                                                         */
    CV_WHY_TURNOUT,      /* void                                                         */
    CV_WHY_MIN_SHARE,    /* void or run-off                                              */
    CV_WHY_NO_MAJORITY,  /* run-off                                                      */
    CV_WHY_NO_VOTES,     /* incomplete                                                   */
    CV_WHY_BASE_BLANK,   /* incomplete: a needed total is not known                      */
    CV_WHY_RULE_UNKNOWN, /* incomplete: the rule set does not say                        */
    CV_WHY_LOT,          /* tie                                                          */
    CV_WHY_BARRED,       /* void: too many votes for options that cannot be seated       */
    CV_WHY_STATIONS,     /* void: too many stations are annulled                         */
    CV_WHY_BASE_UNCLEAR, /* incomplete: the law does not say of what a share is taken, and
                            the readings disagree                                        */
    CV_WHY_DECISION      /* void: by decision                                            */
} cv_why;
#define CV_N_WHYS (CV_WHY_DECISION + 1)

typedef enum {
    CV_LOT_NONE,
    CV_LOT_FOR_SEAT,
    CV_LOT_FOR_RUNOFF, /* a place on the ballot of the second round                          */
    CV_LOT_FOR_LOSS    /* over-award: who gives a seat back                                  */
} cv_lot_purpose;

typedef enum {
    CV_STEP_SEAT,        /* option wins a seat: number / divisor is the average or remainder */
    CV_STEP_QUOTA_SEATS, /* option gets `seats` whole quotas; number / divisor remains       */
    CV_STEP_LOT_SEAT,    /* option wins a seat, or a place in the run-off, by a lot drawn    */
    CV_STEP_SEAT_TAKEN,  /* over-award or cap: option loses `seats` seats                    */
    CV_STEP_PASSES,      /* option passes threshold `which`: number against divisor          */
    CV_STEP_FAILS,       /* option fails threshold or condition `which`                      */
    CV_STEP_RANK         /* plurality: option stands at this rank with `number` votes        */
} cv_step_kind;

/* One decision of the count, in the order taken; a reader can redo it from the numbers. */
typedef struct {
    cv_step_kind kind;
    int32_t option;
    int32_t which; /* threshold or win condition; -1 where it does not apply                 */
    int32_t seats;
    /* Their quotient is what was compared. Divisors: votes and divisor, scaled as in the rule
     * set (Huntington-Hill: votes and the square of the divisor; a doubling series past 2^62
     * keeps 2^62). Remainders: numerator and denominator of the remainder in votes. Shares:
     * votes and the base. Ranks: votes and 1. */
    int64_t number, divisor;
} cv_tally_step;

typedef enum {
    CV_MARGIN_NONE,      /* no margin is defined (one option, no votes, incomplete)          */
    CV_MARGIN_ONE_SIDED, /* exact                                                            */
    CV_MARGIN_BOUND      /* between low and the figure; a blank figure: no upper bound known */
} cv_margin_kind;

/* What the outcome hangs on. */
typedef enum {
    CV_ON_PAIR,      /* `winner` keeps the last seat against `loser`                         */
    CV_ON_CONDITION, /* a win condition, minimum share, turnout or against all               */
    CV_ON_THRESHOLD, /* `winner` (or `loser`) stays in (out of) the allocation               */
    CV_ON_RUNOFF     /* who is on the ballot of the second round                             */
} cv_hangs_on;

/* The fewest votes, or ballots, by which another outcome becomes possible; a tie counts as
 * possible (methods.md, Words and Margins). Any figure is CV_BLANK where it is not defined. */
typedef struct {
    cv_margin_kind kind;
    cv_count votes;    /* one total wrong, all else as stated                                */
    cv_count low;      /* lower bound of all four, when kind is CV_MARGIN_BOUND; the four are
                          then upper bounds                                                  */
    cv_count switched; /* ballots with other content                                        */
    cv_count removal;  /* ballots set aside, the base moving with them                      */
    cv_count addition; /* ballots added, the base moving with them                          */
    cv_hangs_on on;
    int32_t winner, loser; /* options; -1 where none                                        */
} cv_margin;

/* How far one list is from the other side of one threshold. */
typedef struct {
    int32_t option, which;
    bool passes;
    cv_count base; /* the total that the share is taken of                                  */
    cv_margin margin;
} cv_threshold_line;

/* The outcome rests on G > 0 (or >= 0) for every assertion, where
 *     G = Σ weight[o]·votes[o] + valid·V + blank·B + invalid·I + participants·P
 *         + registered·R + box·X + constant
 *         + annulled_registered·(voters of annulled stations) + annulled_stations·(their number)
 * over the totals (methods.md, Assertions). If the sign of none changes (−,
 * 0 and + are three signs), the outcome does not change; the converse is not promised. A share of
 * the valid votes is spread over weight[], and valid is 0, as long as the totals say that valid is
 * the sum over options. */
typedef struct {
    cv_hangs_on on;
    int32_t winner, loser;
    const int64_t *weight; /* [n_options] what one vote for the option adds                 */
    int64_t valid, blank, invalid, participants, registered, box;
    cv_wide constant;
    int64_t annulled_registered, annulled_stations; /* of the facts: one voter of an annulled
                                                       station, one annulled station      */
    cv_relation relation; /* CV_ABOVE: rests on G > 0; CV_AT_LEAST: on G >= 0               */
    cv_wide value;        /* G at the totals                                                */
} cv_assertion;

typedef struct {
    cv_outcome_kind kind;
    cv_why why;
    int32_t reason_i;
    /* What a body may do besides, by a rule that says "may": CV_WHY_STATIONS, it may leave every
     * seat empty; CV_WHY_BASE_BLANK, whether it may cannot be told; else CV_WHY_NONE.         */
    cv_why may_void;
    int32_t n_options;
    int32_t *seats; /* [n_options] seats won beyond doubt                             */
    int32_t vacant; /* seats that nobody can win                                      */
    int32_t n_winners;
    int32_t *winner;    /* [n_winners] in order; in a run-off, those on its ballot        */
    bool *in_lot;       /* [n_options] who shares the deciding value; all false without tie */
    int32_t lot_places; /* places a lot must give                                         */
    cv_lot_purpose lot_for;
    int32_t n_lots_used; /* drawn lots that the count took                                */
    int32_t n_steps;
    cv_tally_step *step;
    cv_margin margin;
    int32_t n_thresholds; /* lists: one line per list and threshold                         */
    cv_threshold_line *threshold;
    int32_t n_assertions;
    cv_assertion *assertion;
} cv_tally;

#endif
