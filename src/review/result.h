/* review/result.h — the whole review of one election, as report/ and cli/ show it. */
#ifndef CV_REVIEW_RESULT_H
#define CV_REVIEW_RESULT_H

#include "check/result.h"
#include "copies/result.h"
#include "disputes/result.h"
#include "model/asked.h"
#include "incidents/result.h"
#include "law/result.h"
#include "sensitivity/result.h"
#include "verdict/result.h"

typedef struct {
    cv_sums summed;  /* the forms as they stand, without decisions                             */
    cv_sums decided; /* with the decisions in force; what everything below rests on            */
    cv_tally summed_tally;
    cv_tally tally;          /* of `decided`                                                   */
    bool has_declared_tally; /* all options' votes were declared                               */
    cv_tally declared_tally; /* of the declared votes                                          */
    cv_copies copies; /* the papers, whatever was decided about them                            */
    int32_t n_asked;  /* what bodies are asked to decide in this contest            */
    const cv_asked *asked;
    cv_sensitivity sensitivity;
    cv_law_contest law; /* what the rules of the legal profile say                             */
    cv_verdict verdict;
    int32_t n_decisions;     /* in force in this contest                                       */
    int32_t n_changed_forms; /* by them                                                        */
} cv_contest_review;

/* ---- what if a body decided this? ---- */

typedef enum {
    CV_IF_ANNUL,
    CV_IF_ADOPT,
    CV_IF_REMOVE,
    CV_IF_CANCEL,
    CV_IF_CORRECT,
    CV_IF_DISMISS
} cv_if_kind;

/* One step of a what-if, as typed and as read; review/what_if.h. */
typedef struct {
    cv_if_kind kind;
    cv_str text;
    cv_contest_ix contest; /* CV_NO_CONTEST: DISMISS                                           */
    int32_t n_places;
    const cv_station_ix *place;
    cv_copy_ix copy;  /* ADOPT   */
    cv_count k;       /* REMOVE  */
    int32_t option;   /* CANCEL; CORRECT of its votes; else -1                                 */
    cv_field field;   /* CORRECT of a line of the form                                         */
    cv_cell now;      /* CORRECT */
    cv_str complaint; /* DISMISS */
} cv_if_step;

/* One contest as it would be; beside it stands the contest as it is. */
typedef struct {
    cv_contest_ix contest;
    const cv_contest_review *after;
} cv_if_contest;

typedef struct {
    int32_t n_steps;
    const cv_if_step *step;
    int32_t n_unfit; /* steps that could not be applied as written                             */
    int32_t n_contests;
    const cv_if_contest *contest; /* [n_contests] those concerned, in contest order             */
} cv_what_if;

/* The forms added up by who holds them, where a contest has forms of several copies. */
typedef struct {
    cv_contest_ix contest;
    cv_copy_ix copy;
    cv_sums sums;
} cv_copy_sums;

/* The two options of a contest with most votes as decided; -1: it has no such option. */
typedef struct {
    int32_t first, second;
} cv_lead_pair;

/* What a repair would do to the seat as decided. */
typedef struct {
    bool counts;  /* the form's own figures are in the sums; false: it would change nothing  */
    int64_t lead; /* votes by which the lead of the first over the second would grow         */
} cv_repair_effect;

typedef struct {
    const cv_election *election;
    cv_date as_of;    /* CV_NO_DATE: all decisions                                             */
    cv_date known_at; /* CV_NO_DATE: all records                                               */
    const cv_check_result *check;
    cv_disputes disputes;
    cv_complaints complaints;
    const cv_contest_review *contest; /* [election.n_contests]                                 */
    int32_t n_copy_sums;
    const cv_copy_sums *copy_sums; /* in order of contest, copy                                */
    cv_coverage coverage;          /* where there is a second copy                             */
    cv_copies_law copies_law;      /* whom to trust among copies                               */
    int32_t words[CV_N_WORDS];     /* contests by word; a first round that leads to a run-off
                                      and the run-off are two contests                         */
    cv_chamber chamber;            /* by the case's own blocs  */
    cv_chambers chambers;          /* by each author of blocs  */
    cv_incident_review incidents;
    const cv_lead_pair *lead_pair;                /* [election.n_contests]                    */
    const cv_repair_effect *const *repair_effect; /* [check.n_repairs] each [n] of its form   */
    const cv_what_if *what_if; /* NULL: nothing was asked                                      */
    int32_t n_if;              /* of a review that supposes them: these steps hold             */
    const cv_if_step *if_step;
} cv_review;

#endif
