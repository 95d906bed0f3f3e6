/* tally/tally.h — from votes to winners and seats.
 *
 * A pure count: the same totals, rules and lots give the same bytes. It reads no file and draws
 * no lot. A tie, a void election, a run-off and a number that is missing are results, not
 * errors (tally/result.h); what the law does not say is never guessed.
 *
 * Method and sources: docs/reference/methods.md, "Tally" (sections 1 to 8, 13 to 15).
 */
#ifndef CV_TALLY_TALLY_H
#define CV_TALLY_TALLY_H

#include "base/error.h"
#include "model/election.h"
#include "model/lot.h"
#include "tally/result.h"

/* ---- what a count must be told besides votes and the law ---- */

typedef enum {
    CV_SEATABLE,    /* may win a seat                                                       */
    CV_AGAINST_ALL, /* the option "against all"; at most one in a contest                   */
    CV_BARRED       /* struck off, withdrawn or annulled: the votes stay, no seat is won    */
} cv_standing;

typedef struct {
    cv_standing standing;
    bool exempt;     /* lists: no threshold applies, as for a national minority              */
    int32_t parties; /* lists: how many parties stand together; 0 means one                  */
} cv_option_facts;

/* Votes of barred options that a decision cancelled, by where they went; `totals` holds what is
 * left. A rule on barred votes asks what share of the votes cast they were: it takes them, and
 * its base, as before the decision (methods.md, Law). */
typedef struct {
    cv_count as_invalid; /* now among the invalid votes; participants unchanged                */
    cv_count removed;    /* neither valid votes, participants nor papers in the box any more   */
    cv_count kept;       /* nobody's, and still in every total                                 */
} cv_cancelled;

/* Stations whose votes were annulled, among all stations of the contest. A number of voters that
 * is not known is CV_BLANK. Annulled voters stay in `all_registered`, whatever the register that
 * turnout is measured by does. */
typedef struct {
    int32_t stations, all_stations;
    cv_count registered, all_registered;
} cv_annulled;

typedef struct {
    const cv_option_facts *option; /* [n_options]; NULL: every option is plain               */
    int32_t n_lots;
    const cv_lot *lot; /* [n_lots] in the order in which the count needs them: each names
                          exactly as many options as the tie has places                  */
    cv_cancelled cancelled;
    cv_annulled annulled;
    bool is_void; /* a decision says so: nobody is seated, whatever the votes are           */
} cv_tally_facts;

/* The facts of a contest as read; its lots included. */
cv_tally_facts cv_tally_facts_of(const cv_contest *contest, cv_arena *keep);

/* The total that shares of `base` are taken of; CV_BLANK when it is not known. */
cv_count cv_totals_base(const cv_totals *totals, cv_base base);

/* ---- the count ---- */

#define CV_SEATS_MAX 100000 /* keeps votes × divisor inside int64_t */

/* What is to be counted. */
typedef struct {
    const cv_totals *totals;
    int32_t seats; /* 0..CV_SEATS_MAX */
    const cv_rule_set *rules;
    const cv_tally_facts *facts; /* NULL: every option is plain, nothing was drawn           */
} cv_tally_task;

/* Who sits, with every step, tie, margin, threshold line and assertion.
 *
 * keep    owns everything that `out` points to; never the arena that scratch copies
 * Fails with CV_E_INPUT when a total is not a count, the rule set contradicts itself, or a lot
 * is not needed, has the wrong size or names somebody who does not tie; with CV_E_LIMIT past
 * CV_SEATS_MAX or when all votes together are past 10^12. `out` is then untouched. */
cv_status cv_tally_count(cv_tally *out, const cv_tally_task *task, cv_arena *keep, cv_arena scratch,
                         cv_error *err);

/* The same without margin, threshold margins and assertions: for counting again and again. */
cv_status cv_tally_decide(cv_tally *out, const cv_tally_task *task, cv_arena *keep,
                          cv_arena scratch, cv_error *err);

/* True when two results seat the same people, or nobody in the same way: kind, seats, the set
 * on the ballot of a run-off, and who ties for what. Order, steps and what a body may do besides
 * (may_void) are not compared. */
bool cv_tally_same(const cv_tally *a, const cv_tally *b);

/* ---- a run-off and its first round ---- */

typedef enum {
    CV_RUNOFF_FITS,
    CV_RUNOFF_BY_LOT,  /* fits one way in which the tie of the first round can be broken     */
    CV_RUNOFF_NOT_DUE, /* the first round decides, or is void                                */
    CV_RUNOFF_WRONG,   /* a run-off between the wrong candidates                             */
    CV_RUNOFF_UNKNOWN  /* the first round cannot be computed                                 */
} cv_runoff_fit;

/* Compares the ballot of a run-off with the first round.
 * option  [n] the run-off's options as indices into the first round; -1: was not in it */
cv_runoff_fit cv_runoff_check(const cv_tally *first, const int32_t *option, int32_t n);

#endif
