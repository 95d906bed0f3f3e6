/* tally/work.h — what the parts of one count share. Internal to tally/. */
#ifndef CV_TALLY_WORK_H
#define CV_TALLY_WORK_H

#include "tally/divisor.h"
#include "tally/rank.h"
#include "tally/remainder.h"
#include "tally/tally.h"

/* One run of a list formula: the first, and one more for each set of lists that a cap stopped. */
typedef struct {
    const cv_count *votes;         /* [n_options] 0 for lists that do not take part              */
    const int32_t *seats;          /* [n_options] what this run gave, before any cap             */
    int32_t n_seats;               /* seats that this run had to give                            */
    const bool *capped;            /* [n_options] lists set aside at the cap before this run     */
    cv_remainder_result remainder; /* the remainder engine only                          */
} cv_list_run;

typedef struct {
    /* the question */
    const cv_totals *totals;
    int32_t n; /* options */
    int32_t seats;
    const cv_rule_set *rules;
    const cv_tally_facts *facts;
    cv_arena *keep;
    cv_arena *scratch; /* the door's own copy: forgotten when the door returns           */
    cv_error *err;

    /* found on the way */
    cv_tally out;
    int64_t cap_steps, cap_winners, cap_assertions;
    int32_t against;  /* the option "against all"; -1: none                             */
    int32_t leader;   /* the seatable option with the most votes; -1: none has votes    */
    cv_count leading; /* its votes; 0                                                   */
    bool *takes_part; /* [n] lists: passes all thresholds and may be seated             */
    int32_t n_runs;
    cv_list_run *run; /* [n_runs] lists: the runs that made the result                  */
    int64_t cap_runs;
} cv_work;

/* What is known of an option. */
cv_option_facts cv_work_facts(const cv_work *w, int32_t option);
static inline bool cv_work_seatable(const cv_work *w, int32_t option)
{
    return cv_work_facts(w, option).standing == CV_SEATABLE;
}

void cv_work_step(cv_work *w, cv_tally_step step);
void cv_work_winner(cv_work *w, int32_t option);
/* Ends the count with an outcome and its reason. */
void cv_work_end(cv_work *w, cv_outcome_kind kind, cv_why why, int32_t reason_i);

/* Takes the next lot, which must name `places` different options of claim[n].
 * *chosen is NULL, and the count must end in a tie, when no lot is left. */
cv_status cv_work_lot(cv_work *w, const int32_t **chosen, const bool *claim, int32_t places);
/* Ends the count in a tie among claim[n]. */
void cv_work_tie(cv_work *w, const bool *claim, int32_t places, cv_lot_purpose purpose);

/* The engines' part of the door. Both set w->out but for margin, threshold margins and
 * assertions. */
cv_status cv_votes_decide(cv_work *w); /* plurality, block, two-round */
cv_status cv_lists_decide(cv_work *w); /* divisor, remainder          */

/* ---- shares of a base ---- */

typedef enum {
    CV_TEST_HOLDS,
    CV_TEST_FAILS,
    CV_TEST_BLANK,
    CV_TEST_UNKNOWN,
    CV_TEST_UNCLEAR /* the readings of an unclear base disagree */
} cv_test;

/* The readings of a test whose base is unclear, each with a base of its own; one where it is
 * clear. Returns how many. */
int32_t cv_share_readings(cv_share_test out[CV_BASE_UNKNOWN + 1], cv_share_test test);
/* Compares `part` with a share of its base. Blank when part or base is not known; unknown when
 * the rule set does not name the base; unclear when its readings disagree. */
cv_test cv_share_holds(const cv_work *w, cv_count part, cv_share_test test);
/* The same for votes cancelled of barred options, and those they still have, of the totals as
 * they were before the decision. */
cv_test cv_barred_holds(const cv_work *w);
cv_count cv_barred_votes(const cv_work *w);
/* What the decision took from the total of this base. */
cv_count cv_cancelled_from(const cv_work *w, cv_base base);
/* Ends the count as incomplete for a test that has no answer. */
void cv_work_no_answer(cv_work *w, cv_test test, int32_t reason_i);

#endif
