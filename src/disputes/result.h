/* disputes/result.h — the decisions in force, and what did not fit: plain structs. */
#ifndef CV_DISPUTES_RESULT_H
#define CV_DISPUTES_RESULT_H

#include "model/complaint.h"
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

/* ---- complaints ---- */

/* The terms of a complaint: what must come before they end. */
typedef enum {
    CV_CLOCK_FILE,    /* the filing, from the act                        */
    CV_CLOCK_DECIDE,  /* the body's decision                             */
    CV_CLOCK_ANSWER,  /* the other side's answer                         */
    CV_CLOCK_APPEAL,  /* an appeal                                       */
    CV_CLOCK_REVIEW,  /* the decision on the appeal                      */
    CV_CLOCK_EXECUTE, /* the carrying out of what was granted           */
    CV_N_CLOCKS
} cv_clock_kind;

typedef enum {
    CV_TERM_RUNNING, /* and not over at the instant asked for           */
    CV_TERM_KEPT,
    CV_TERM_LATE,   /* what had to come came after the end             */
    CV_TERM_LAPSED, /* nothing came                                    */
    CV_TERM_UNKNOWN /* the papers do not tell when it began, or the hour */
} cv_term_state;

typedef struct {
    cv_clock_kind clock;
    cv_clock_rule rule;
    bool is_court;
    cv_date anchor;       /* CV_NO_DATE: not on file                       */
    int32_t begun, ended; /* moves of the complaint; ended -1: by none     */
    cv_term_state state;
    cv_deadline deadline;
    int32_t n_steps;
    const cv_clock_step *step; /* [n_steps] the computation, for people */
} cv_term;

typedef enum {
    CV_CN_NOT_ALLOWED,  /* the move leads to `to`, which does not follow `from`: it changes nothing
                         */
    CV_CN_NO_GROUND,    /* the record names no ground: it is a demand                       */
    CV_CN_OTHER_GROUND, /* not among the grounds of the law: it is a demand                 */
    CV_CN_STANDING,     /* not among those who may file                                     */
    CV_CN_LATE,         /* the move came after the end of a term                            */
    CV_CN_LAPSED,       /* a term ended and nothing came                                    */
    CV_CN_ORDER,        /* recorded before the move above it                                */
    CV_CN_HASH,         /* the file in the case folder has another hash than the line says  */
    CV_CN_CLOSED_EVIDENCE, /* evidence after the evidence was closed                        */
    CV_CN_NO_DECISION,     /* names a decision that is not on file                             */
    CV_CN_NOT_EXECUTED,    /* granted, and no decision on file executes it                     */
    CV_CN_DECLARED         /* the seat's result is declared and this is not decided            */
} cv_complaint_note_kind;

typedef struct {
    cv_complaint_note_kind kind;
    int32_t complaint;
    int32_t move;                /* of the complaint; -1: of the whole */
    cv_complaint_state from, to; /* NOT_ALLOWED */
    cv_clock_kind clock;         /* LATE, LAPSED */
} cv_complaint_note;

/* A complaint as it stands. */
typedef struct {
    bool is_demand;
    int32_t n_moves;            /* of its moves those recorded by the instant asked for     */
    cv_complaint_state state;   /* with what follows from terms that lapsed                 */
    cv_complaint_state on_file; /* by its moves alone                                     */
    cv_ruling ruling;
    bool by_lapse;    /* `state` or `ruling` follows from a lapsed term              */
    bool is_open;     /* undecided, under appeal, or granted and not executed        */
    cv_str body;      /* that has it; empty: not said                                */
    int32_t levels;   /* up which it went because time ran out                       */
    int32_t decision; /* into election.decision: executes it; -1                   */
    int32_t n_terms;
    const cv_term *term; /* [n_terms] in order of their beginning */
    int32_t next;        /* of the running terms the one that ends first; -1: none */
    int32_t asked;       /* into cv_complaints.asked; -1: nothing is asked of a seat */
} cv_complaint_result;

typedef struct {
    const cv_complaint_file *file; /* NULL: none */
    cv_date now;                   /* the instant of everything here                             */
    int32_t n_later;               /* moves recorded after it                                    */
    const cv_complaint_result *complaint; /* [file->n_complaints] */
    int32_t n_notes;
    const cv_complaint_note *note; /* [n_notes] by complaint, then in order of the moves */
    const int32_t *first_note;     /* [file->n_complaints + 1] of each complaint         */
    int32_t n_asked;
    const struct cv_asked *asked; /* [n_asked] questions of seats that are open: by contest, then by
                                     complaint */
    const int32_t *first_asked;   /* [n_contests + 1] of each contest; NULL: none on file */
} cv_complaints;

#endif
