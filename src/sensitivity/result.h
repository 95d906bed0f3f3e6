/* sensitivity/result.h — what could still change one contest's outcome, in votes: plain structs.
 *
 * Method: methods.md, Sensitivity; from a finding to votes: methods.md, From findings to votes.
 *
 * Two kinds of things can change: *missing* forms are facts, nobody knows their votes; questions
 * are figures on record that something contradicts. A form counts once, however many findings
 * it has. All ranges are worst cases, never estimates.
 */
#ifndef CV_SENSITIVITY_RESULT_H
#define CV_SENSITIVITY_RESULT_H

#include "tally/result.h"
#include "model/finding.h"

/* How far the worst case goes. */
typedef enum {
    CV_REACH_NOTHING,  /* no assertion can change its sign: the outcome is safe               */
    CV_REACH_MISSING,  /* the missing forms alone can change one                              */
    CV_REACH_QUESTION, /* they cannot, but together with the open questions they can          */
    CV_REACH_UNKNOWN   /* the outcome as counted is a tie or incomplete: nothing to compare   */
} cv_reach;

/* One form that is missing or in question. */
typedef struct {
    cv_station_ix station;
    int32_t row;           /* of the contest's forms; -1: a refused row's station             */
    bool missing;          /* a fact, not a question                                          */
    int32_t n_findings;    /* of this form, those that can change votes                       */
    int32_t finding;       /* the one that weighs most, into the check's findings; -1 when none */
    cv_count contradicted; /* fewest votes of this form that must be different                */
    cv_count cap;          /* most ballots the station can hold; CV_BLANK: not known          */
    cv_count papers;       /* ballots to look at: those counted, or the cap of a missing form */
    cv_count fall;         /* most that the shown lead can fall by this form; CV_BLANK: any   */
    cv_count running;      /* sum of `fall` over this and the forms before it                 */
    cv_count running_papers;
} cv_questioned;

/* A smallest set of questioned forms, as numbers into `form`. */
typedef struct {
    bool exists;         /* false: no set does it                                                 */
    bool proved;         /* no smaller set does it; else at least `low` are needed                */
    int32_t low;         /* lower bound of the size                                               */
    int32_t n;           /* size of the set found                                                 */
    const int32_t *form; /* [n]                                                              */
} cv_smallest_set;

/* Whether annulling enough to turn a lead elects somebody else, or leaves the seat empty. */
typedef enum {
    CV_TRAP_NONE,     /* no rule on annulled stations, or no annulment turns a lead            */
    CV_TRAP_ELECTS,   /* the set `cheapest` turns one, and no rule leaves the seat empty       */
    CV_TRAP_MAY_VOID, /* whatever set turns one, a body may leave the seat empty               */
    CV_TRAP_VOIDS,    /* whatever set turns one leaves the seat empty                          */
    CV_TRAP_NOT_KNOWN /* the search stopped, or registers are not known                        */
} cv_trap;
#define CV_N_TRAPS (CV_TRAP_NOT_KNOWN + 1)

/* A set of stations whose annulment would change the outcome: what a court would have to do. */
typedef struct {
    int32_t n_tie;       /* fewest stations that make a tie or a change; -1: no set does      */
    int32_t n_change;    /* fewest that make another outcome, a tie not enough; -1: none      */
    const int32_t *row;  /* [n_change] forms of such a set, most adverse first                */
    bool proved;         /* no smaller set changes the outcome                                */
    cv_count registered; /* voters registered at those stations; CV_BLANK: not known          */
    cv_count fewest_registered;     /* least registered voters of any set that makes another
                                       outcome; CV_BLANK: no such set, or registers unknown  */
    cv_count fewest_registered_low; /* lower bound; equal when proved                        */
    cv_count all_registered;        /* of the contest, to take a share of                    */
    int32_t winner, loser;          /* whose lead such a set turns; -1 where it is not a pair */
    cv_trap trap;
    int32_t n_cheapest;      /* 0: none was found */
    const int32_t *cheapest; /* [n_cheapest] forms of a set that turns a lead, with fewest voters */
    cv_count cheapest_registered;
} cv_annulment_set;

/* An outcome that some combination of the missing forms and questions gives. */
typedef struct {
    cv_outcome_kind kind;
    int32_t n_winners;
    const int32_t *winner; /* [n_winners]                                                    */
    const int32_t *seats;  /* [n_options]                                                    */
    int32_t n_questions;   /* fewest questioned forms that lead there; 0: the missing alone  */
} cv_reachable;

/* ---- question by question ---- */

/* A set of questions, as numbers into `question`, ascending. */
typedef struct {
    int32_t n;
    const int32_t *question; /* [n] */
} cv_question_set;

/* What the answer to one question can do. */
typedef struct {
    int32_t asked; /* into the questions of record that were given; -1: a form               */
    int32_t form;  /* into `form`; -1: asked                                                  */
    /* Least and most change of the shown lead by this question alone, in votes; CV_BLANK: not
     * limited, or not a matter of that lead. */
    cv_count low, high;
    cv_count other_low, other_high; /* of a recount: by the bound that was not chosen         */
    /* Stations that it annuls, and their voters: what a rule on annulled stations asks about.   */
    int32_t annulled_stations;
    cv_count annulled_registered;
    int32_t smallest; /* questions in the smallest changing set that it is in: 1: alone; 0: in none
                         that was found                                                       */
    bool proved;      /* smallest is known; with 0: it cannot matter, whatever is decided     */
} cv_question_reach;

/* An outcome, and how few questions lead to it. */
typedef struct {
    cv_outcome_kind kind;
    cv_why why; /* void: by which rule; CV_WHY_NONE: by decision                              */
    int32_t n_winners;
    const int32_t *winner; /* [n_winners] ascending                                           */
    const int32_t *seats;  /* [n_options]                                                     */
    int32_t n_tied, lot_places;
    const int32_t *tied;   /* [n_tied] */
    const cv_count *votes; /* [n_options] totals with which it was counted                    */
    int32_t size;          /* fewest questions found to lead there; 0: none is needed         */
    int32_t n_sets;        /* of that size, at most CV_SETS_SHOWN                             */
    const cv_question_set *set;
} cv_outcome_reach;

enum { CV_SETS_SHOWN = 20, CV_MINIMAL_MAX = 1000 };

/* Every set of questions, smallest first. */
typedef struct {
    int32_t n_questions;
    const cv_question_reach *question; /* [n_questions] asked ones in the order given, then forms */
    bool complete;     /* every set was decided: what is not named cannot happen              */
    bool base_proved;  /* the outcomes of size 0 are all that need no answer                  */
    int32_t smallest;  /* questions of the smallest changing set found; 0: none was           */
    int32_t low;       /* no set of fewer changes the outcome; when complete and none was found,
                          one more than there are questions                                   */
    int32_t n_minimal; /* changing sets of which no part changes it, at most CV_MINIMAL_MAX   */
    const cv_question_set *minimal;
    int32_t n_outcomes;
    const cv_outcome_reach *outcome; /* those of size 0 first */
    int32_t closing_low; /* no set of fewer, once dismissed, leaves nothing that can change it */
    bool can_close;      /* false: what is missing can change it, or no such set was found     */
    int32_t n_closing;   /* smallest closing sets, at most CV_SETS_SHOWN; when closing_low is less
                            than their size, one that was found                               */
    const cv_question_set *closing;
} cv_search;

typedef struct {
    cv_reach reach;
    bool proved; /* with reach past CV_REACH_NOTHING: another outcome was counted; false: an
                    assertion can change its sign, and no other outcome was found             */

    /* In votes: the assertion with the least lead - fall is shown. Of two figures the greater
     * one decides: fall >= lead is within reach. CV_BLANK: any number. */
    int32_t assertion;     /* the shown one, into the tally's; -1 when it has none            */
    int32_t winner, loser; /* of it; -1 where none                                            */
    cv_count lead;         /* fewest votes that end it                                        */
    cv_count fall;         /* most that it can fall by all that is missing or in question     */
    cv_count fall_missing; /* and by what is missing alone                                    */
    cv_count contradicted; /* K: votes contradicted, all forms                                */

    int32_t n_missing;      /* forms with figures that are not there                          */
    cv_count missing_votes; /* most votes they can hold; CV_BLANK: a cap is not known         */
    int32_t n_questions;    /* forms in question; may be missing figures as well              */
    bool base_gaps;         /* an assertion rests on a total that some forms leave unknown    */

    int32_t n_forms;
    const cv_questioned *form; /* [n_forms] what to open first: what is missing, then what is
                                  in question, each by adverse votes per ballot, ties by row  */
    cv_smallest_set changing;  /* of what `reach` names: fewest that change the outcome, all
                                  that is missing being at its worst                          */
    cv_smallest_set closing;   /* fewest that, once answered, leave nothing that can          */
    cv_annulment_set annulment;

    cv_search search;

    int32_t n_reachable;
    const cv_reachable *reachable; /* other outcomes that were counted; not always all        */
    /* Proved bounds of the seats of each option over everything that is missing or in
     * question, and over what is missing alone; not always attained. */
    const int32_t *seats_low, *seats_high;     /* [n_options] */
    const int32_t *missing_low, *missing_high; /* [n_options] */
    int32_t vacant_low, vacant_high;           /* seats that nobody takes in this contest     */
} cv_sensitivity;

#endif
