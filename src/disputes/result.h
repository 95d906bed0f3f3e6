/* disputes/result.h — the decisions in force, and what did not fit: plain structs. */
#ifndef CV_DISPUTES_RESULT_H
#define CV_DISPUTES_RESULT_H

#include "model/overlay.h"

/* Of one effect, at the time and for the day asked for. */
typedef enum {
    CV_EFFECT_IN_FORCE,
    CV_EFFECT_NOT_KNOWN, /* recorded later                                                     */
    CV_EFFECT_LATER,     /* takes force later                                                  */
    CV_EFFECT_ENDED,     /* its time has passed                                                */
    CV_EFFECT_REVOKED
} cv_effect_state;

/* A decision that could not be applied as written, or that meets another one. None of these is
 * an error: the papers are what they are (methods.md, Decisions). */
typedef enum {
    CV_DECISION_NO_FORM,  /* the station has no counted or awaited form in the contest          */
    CV_DECISION_NO_COPY,  /* ADOPT, ANNUL of a box: no form of that copy at the station         */
    CV_DECISION_AGAIN,    /* ANNUL of a station that is already annulled                        */
    CV_DECISION_ANNULLED, /* ADOPT for a station that is annulled: the annulment stays          */
    CV_DECISION_REPLACES, /* ADOPT of figures that differ from those an earlier one adopted:
                             the later one counts, both are named                              */
    CV_DECISION_SEVERAL,  /* the station has several counted forms: the decision concerns all   */
    CV_DECISION_UNFIT,    /* CORRECT: the old value is not the one in force; not applied        */
    CV_DECISION_TOO_MANY, /* ANNUL of a box: more than the station's figures hold; not applied  */
    CV_DECISION_HELD,     /* POSTPONE: a form of the station is on record; not applied          */
    CV_DECISION_NOTHING,  /* BAR of an option that is barred, REINSTATE of one that stands      */
    CV_DECISION_NOTES
} cv_decision_note_kind;

typedef struct {
    cv_decision_note_kind kind;
    int32_t decision;      /* into election.decision                                           */
    int32_t earlier;       /* the decision it meets; -1 when none                              */
    int32_t row;           /* of the contest's forms; -1 when none                             */
    cv_station_ix station; /* CV_NO_STATION: not of one station                                */
    cv_contest_ix contest;
} cv_decision_note;

/* Two decisions in force that say incompatible things of one station or seat, without a
 * revocation between them; or one whose words do not fit what they are about. */
typedef enum {
    CV_CONFLICT_CONFIRMED,  /* `one` annuls the station, `other` confirms it                 */
    CV_CONFLICT_ADOPTED,    /* two bodies adopted different figures; `other` came later      */
    CV_CONFLICT_VOID,       /* `one` makes the seat void, `other` confirms it                */
    CV_CONFLICT_CORRECTION, /* CORRECT `one` does not fit: with its figure, or without       */
    CV_CONFLICT_KINDS
} cv_conflict_kind;

/* The overlay holds the first reading: that of the body that prevails, or of the decision that
 * was applied. A reading of a station is all its changed forms. */
typedef struct {
    cv_conflict_kind kind;
    cv_contest_ix contest;
    cv_station_ix station; /* CV_NO_STATION: the seat                                          */
    int32_t one, other;    /* decisions; `other` -1: CORRECT that does not fit                 */
    int32_t in_force;      /* whose reading the rank of the bodies puts first; -1: it does not
                              say, and both readings are open                                  */
    int32_t n_rows;
    const int32_t *row; /* the station's forms                                                 */
    int32_t n_second;
    const cv_overlay_change *second; /* the second reading; none: the forms as they are        */
} cv_conflict;

typedef struct {
    cv_overlay overlay;
    const uint8_t *state; /* [n_decisions] cv_effect_state                                     */
    const int32_t *revoked_by;   /* [n_decisions] the REVOKE; -1                               */
    int32_t n_in_force;          /* effects that concern a figure or a seat                    */
    const int32_t *n_in_contest; /* [n_contests] of them                                       */
    int32_t n_later; /* decisions whose date lies after the one asked for                      */
    int32_t n_notes;
    const cv_decision_note *note; /* [n_notes] by contest, station, time                       */
    int32_t n_conflicts;
    const cv_conflict *conflict; /* [n_conflicts] by contest, station                          */
} cv_disputes;

#endif
