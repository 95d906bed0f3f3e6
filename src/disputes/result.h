/* disputes/result.h — the decisions in force, and what did not fit: plain structs. */
#ifndef CV_DISPUTES_RESULT_H
#define CV_DISPUTES_RESULT_H

#include "model/overlay.h"

/* A decision that could not be applied as written, or that meets another one. None of these is
 * an error: the papers are what they are (methods.md, Decisions). */
typedef enum {
    CV_DECISION_NO_FORM,  /* the station has no counted or awaited form in the contest          */
    CV_DECISION_NO_COPY,  /* ADOPT: no form of that copy at the station                         */
    CV_DECISION_AGAIN,    /* ANNUL of a station that is already annulled                        */
    CV_DECISION_ANNULLED, /* ADOPT for a station that is annulled: the annulment stays          */
    CV_DECISION_REPLACES, /* ADOPT of figures that differ from those an earlier one adopted:
                             the later one counts, both are named                              */
    CV_DECISION_SEVERAL   /* the station has several counted forms: the decision concerns all   */
} cv_decision_note_kind;

typedef struct {
    cv_decision_note_kind kind;
    int32_t decision; /* into election.decision                                                */
    int32_t earlier;  /* the decision it meets; -1 when none                                   */
    int32_t row;      /* of the contest's forms; -1 when none                                  */
    cv_station_ix station; /* CV_NO_STATION: not of one station                               */
} cv_decision_note;

typedef struct {
    cv_overlay overlay;
    int32_t n_in_force;
    const int32_t *n_in_contest; /* [n_contests] of them */
    int32_t n_later; /* decisions whose date lies after the one asked for                     */
    int32_t n_notes;
    const cv_decision_note *note; /* [n_notes] by contest, station, time */
} cv_disputes;

#endif
