/* model/decision.h — what bodies have decided, as effects that never edit the papers.
 *
 * One record is one effect of one decision, as a line of decisions.csv; effects of one decision
 * share its id and number. An effect is called "d1.2": the second of decision d1. disputes/
 * folds the records in force into an overlay (model/overlay.h).
 *
 * Shapes and their meaning: methods.md, Decisions.
 */
#ifndef CV_MODEL_DECISION_H
#define CV_MODEL_DECISION_H

#include "base/date.h"
#include "model/field.h"
#include "model/ids.h"

typedef enum {
    CV_EFFECT_ANNUL,     /* what is in scope is not added: stations, a box, ballots of unknown
                            content, or an option's votes                                     */
    CV_EFFECT_ADOPT,     /* another form of the station, or the figures given, take the place of
                            the counted one; an awaited station becomes counted               */
    CV_EFFECT_CORRECT,   /* one figure of a form: `now` in the place of `old`                 */
    CV_EFFECT_RECOUNT,   /* ordered; changes no figure                                        */
    CV_EFFECT_REPEAT,    /* old figures leave the sum; missing until the form of the repeat    */
    CV_EFFECT_VOID,      /* a seat, or all of them: nobody is elected; figures stay visible   */
    CV_EFFECT_BAR,       /* the option cannot be elected                                      */
    CV_EFFECT_REINSTATE, /* the option can again                                              */
    CV_EFFECT_POSTPONE,  /* no vote was held there yet                                        */
    CV_EFFECT_CONFIRM,   /* examined and left as it was; changes no figure                    */
    CV_EFFECT_REVOKE     /* a decision, or one effect of it, is no longer in force            */
} cv_effect_kind;

typedef enum {
    CV_SCOPE_STATION, /* the stations of `place`                                              */
    CV_SCOPE_BOX,     /* one ballot box, or ballots, of the stations of `place`               */
    CV_SCOPE_OPTION,  /* `option` at the stations of `place`; without any, in the whole seat  */
    CV_SCOPE_SEAT,    /* the contest                                                          */
    CV_SCOPE_NATION   /* every contest; `contest` is CV_NO_CONTEST                            */
} cv_scope;

/* What becomes of the votes of an option that was struck off. */
typedef enum {
    CV_CANCEL_NONE,        /* the option stands                                               */
    CV_CANCEL_AS_INVALID,  /* its votes become invalid ones; participants stay                */
    CV_CANCEL_REMOVED,     /* its votes leave valid votes, participants and box               */
    CV_CANCEL_KEPT_IN_BASE /* cancelled, but in every total that shares are taken of          */
} cv_cancel;

typedef enum { CV_CANDIDATES_SAME, CV_CANDIDATES_WITHOUT_BARRED, CV_CANDIDATES_NEW } cv_candidates;

typedef struct cv_decision {
    cv_str id;        /* of the decision                                                      */
    int32_t seq;      /* of the decision in the order of writing, from 1                      */
    int32_t position; /* of the effect in its decision, from 1                                */

    cv_str body;         /* who decided                                                       */
    int32_t rank;        /* of the body: a higher number overrules a lower; 0: not said       */
    cv_date recorded;    /* when it became known; CV_NO_DATE: from the start                  */
    cv_date effective;   /* CV_NO_DATE: in force from the start                               */
    cv_date until;       /* no longer in force from then on; CV_NO_DATE: no end               */
    cv_str cite, text;   /* the reference, and what it says                                   */
    cv_str address;      /* where it was published                                            */
    cv_source_ix source; /* where the line stands                                             */
    int64_t line;

    cv_effect_kind effect;
    cv_scope scope;
    cv_contest_ix contest; /* CV_NO_CONTEST: the nation, or REVOKE                            */
    int32_t n_places;
    const cv_station_ix *place;
    int32_t option; /* of the contest: ANNUL, BAR, REINSTATE, CORRECT of its votes; else -1   */

    /* ADOPT: the copy whose form counts. ANNUL of a box: the copy whose form is that of the
     * box. -1: figures are given instead, or none. */
    cv_copy_ix copy;
    const cv_cell *votes;   /* [n_options of the contest]: ADOPT, or ANNUL of a box; or NULL  */
    cv_cell invalid, blank; /* beside `votes`: CV_CELL_UNREPORTED keeps the old figure        */

    cv_field field;   /* CORRECT: the line of the form; CV_F_NONE: the votes of `option`      */
    cv_cell old, now; /* CORRECT; any cell that is not a number is the same as any other      */

    cv_str box;             /* ANNUL of a box: its name; may be empty                         */
    cv_count k;             /* ANNUL of a box: ballots, content unknown; CV_BLANK: not known  */
    cv_cancel mode;         /* ANNUL of an option, BAR; CV_CANCEL_NONE: as the law says       */
    cv_date date;           /* REPEAT, POSTPONE: when the vote is to be held                  */
    cv_candidates standing; /* REPEAT: who stands                                             */

    int32_t revokes_seq;      /* REVOKE: the decision; 0: none                                */
    int32_t revokes_position; /* REVOKE: its effect; 0: the decision with all its effects     */
} cv_decision;

/* An effect with nothing said but its kind; readers and tests start from it. */
#define CV_DECISION_DEFAULT                                                                        \
    ((cv_decision){.recorded = CV_NO_DATE,                                                         \
                   .effective = CV_NO_DATE,                                                        \
                   .until = CV_NO_DATE,                                                            \
                   .date = CV_NO_DATE,                                                             \
                   .source = CV_NO_SOURCE,                                                         \
                   .contest = CV_NO_CONTEST,                                                       \
                   .option = -1,                                                                   \
                   .copy = {-1},                                                                   \
                   .invalid = CV_CELL_UNREPORTED,                                                  \
                   .blank = CV_CELL_UNREPORTED,                                                    \
                   .field = CV_F_NONE,                                                             \
                   .k = CV_BLANK})

#endif
