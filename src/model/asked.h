/* model/asked.h — questions of record: what bodies are asked to decide and have not decided yet.
 *
 * A complaint under way, a recount that was ordered and not held, a seat that a body may void: each
 * is one question, however many stations it touches, because one decision answers it. A question
 * changes no figure; sensitivity/ says whether its answer can change a seat (methods.md,
 * Sensitivity). Demands that concern the whole nation are not asked of seats.
 */
#ifndef CV_MODEL_ASKED_H
#define CV_MODEL_ASKED_H

#include "model/decision.h"
#include "model/ids.h"

/* What is asked for; k ballots are of unknown content. */
typedef enum {
    CV_ASK_ANNUL,   /* the places' ballots and participants leave the sums                     */
    CV_ASK_REMOVE,  /* up to k ballots go: a box, ballots set aside                            */
    CV_ASK_RESCUE,  /* up to k rejected ballots may be valid                                   */
    CV_ASK_MOVE,    /* up to k votes of `option` belong to option `to`                         */
    CV_ASK_ADD,     /* up to k voters were turned away, or k ballots are short of the total    */
    CV_ASK_FIGURES, /* the figures of the one place are those of an alternative                */
    CV_ASK_RECOUNT, /* the papers of the places are counted again                              */
    CV_ASK_REPEAT,  /* the vote of the places is held again                                    */
    CV_ASK_CANCEL,  /* the votes of `option` are cancelled, in the places or the whole seat    */
    CV_ASK_BAR,     /* the same in the whole seat, and the option cannot be elected            */
    CV_ASK_VOID     /* the seat is left empty                                                  */
} cv_ask;
#define CV_N_ASKS (CV_ASK_VOID + 1)

typedef enum {
    CV_BY_COMPLAINT,
    CV_BY_RECOUNT_ORDERED, /* a recount that was ordered and is not on record                    */
    CV_BY_LAW              /* a body may do it of its own motion                                 */
} cv_asked_by;

/* Figures that may be the right ones. A line that is CV_CELL_UNREPORTED stays as on the form. */
typedef struct {
    const cv_cell *votes; /* [n_options of the contest] */
    cv_cell other, blank, invalid, persons, box;
} cv_asked_figures;

typedef struct cv_asked {
    cv_str id; /* of the complaint or decision, as people call it; each once in a contest         */
    cv_asked_by by;
    cv_contest_ix contest;
    cv_ask ask;
    int32_t n_places;           /* 0: the whole seat, or a place that is not known               */
    const cv_station_ix *place; /* [n_places] */
    cv_count k;                 /* CV_BLANK: no size was given: the widest range of its kind     */
    int32_t option, to;         /* MOVE, CANCEL, BAR; REMOVE: only ballots of `option`; -1: any  */
    cv_cancel mode;             /* CANCEL, BAR: where the votes go; never CV_CANCEL_NONE         */
    bool persons_stay;          /* REMOVE: those who cast the ballots remain participants        */
    int32_t n_alternatives;     /* FIGURES: one or more                                          */
    const cv_asked_figures *alternative; /* [n_alternatives] */
} cv_asked;

/* The word of files and review.json: "annul", "remove", ... */
cv_str cv_ask_name(cv_ask ask);
cv_str cv_asked_by_name(cv_asked_by by);

#endif
