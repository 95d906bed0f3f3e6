/* model/complaint.h — complaints and demands as they stand on file: one record a move.
 *
 * A complaint is a claim with a legal ground before a body that must answer; a demand is a
 * political claim without one. Nothing of it is ever changed: what became of a complaint is a fold
 * of its moves (disputes/complaints.h), and both sides see the same file.
 *
 * Method: docs/reference/methods.md, Complaints and clocks
 */
#ifndef CV_MODEL_COMPLAINT_H
#define CV_MODEL_COMPLAINT_H

#include "base/count.h"
#include "base/hash.h"
#include "model/clock.h"
#include "model/ids.h"

/* What a line of complaints.csv records. EVIDENCE changes no state. */
typedef enum {
    CV_MOVE_FILED,
    CV_MOVE_SCREENED,
    CV_MOVE_ADMITTED,
    CV_MOVE_INADMISSIBLE,
    CV_MOVE_FORWARDED, /* to the body that the line names */
    CV_MOVE_NOTIFIED,  /* the other side was told         */
    CV_MOVE_ANSWERED,
    CV_MOVE_ANSWER_LAPSED,
    CV_MOVE_EVIDENCE_CLOSED,
    CV_MOVE_HEARD,
    CV_MOVE_GRANTED,
    CV_MOVE_PARTLY_GRANTED,
    CV_MOVE_DISMISSED,
    CV_MOVE_WITHDRAWN,
    CV_MOVE_MOOT,
    CV_MOVE_IN_FORCE,
    CV_MOVE_APPEALED,
    CV_MOVE_UPHELD,
    CV_MOVE_OVERTURNED,
    CV_MOVE_REMANDED,
    CV_MOVE_EXECUTED, /* its effects are on record */
    CV_MOVE_CLOSED,
    CV_MOVE_REOPENED,
    CV_MOVE_EVIDENCE,
    CV_N_MOVES
} cv_move_kind;

typedef enum {
    CV_STATE_NONE, /* nothing was filed that could be taken */
    CV_STATE_FILED,
    CV_STATE_SCREENED,
    CV_STATE_FORWARDED,
    CV_STATE_INADMISSIBLE,
    CV_STATE_ADMITTED,
    CV_STATE_NOTIFIED,
    CV_STATE_ANSWERED,
    CV_STATE_ANSWER_LAPSED,
    CV_STATE_EVIDENCE_CLOSED,
    CV_STATE_HEARD,
    CV_STATE_DECIDED,
    CV_STATE_IN_FORCE,
    CV_STATE_APPEALED,
    CV_STATE_UPHELD,
    CV_STATE_OVERTURNED,
    CV_STATE_EXECUTED,
    CV_STATE_CLOSED,
    CV_STATE_LAPSED, /* the body's time ran out, and no rule says what follows */
    CV_N_STATES
} cv_complaint_state;

/* What was decided, as far as the record goes. */
typedef enum {
    CV_RULING_NONE,
    CV_RULING_GRANTED,
    CV_RULING_PARTLY,
    CV_RULING_DISMISSED,
    CV_RULING_WITHDRAWN,
    CV_RULING_MOOT,
    CV_RULING_INADMISSIBLE,
    CV_N_RULINGS
} cv_ruling;

/* What a complaint asks for: the effect of a decision. */
typedef enum {
    CV_RELIEF_NONE, /* not said */
    CV_RELIEF_CORRECT,
    CV_RELIEF_ADOPT,
    CV_RELIEF_RECOUNT,
    CV_RELIEF_ANNUL,
    CV_RELIEF_CANCEL, /* the votes of an option */
    CV_RELIEF_REPEAT,
    CV_RELIEF_VOID,
    CV_RELIEF_BAR,
    CV_RELIEF_REINSTATE,
    CV_RELIEF_POSTPONE,
    CV_RELIEF_CONFIRM,
    CV_RELIEF_REVOKE,
    CV_N_RELIEFS
} cv_relief;

typedef enum {
    CV_ABOUT_NONE, /* not said */
    CV_ABOUT_BALLOT,
    CV_ABOUT_BOX,
    CV_ABOUT_STATION,
    CV_ABOUT_OPTION,
    CV_ABOUT_SEAT,
    CV_ABOUT_NATION,
    CV_N_ABOUTS
} cv_about;

/* A piece of evidence. Texts are as written and may be empty. */
typedef struct {
    cv_str file; /* as named in the case folder          */
    cv_str kind, by, disclosed_to;
    cv_str withheld; /* the reason; empty: not withheld */
    cv_str ruling;   /* on whether it may be used       */
    bool has_stated, is_found;
    cv_sha256 stated; /* by the line                      */
    cv_sha256 found;  /* of the file in the case folder   */
    int64_t bytes;    /* of that file                     */
} cv_evidence;

typedef struct {
    cv_move_kind kind;
    cv_date recorded;
    cv_str
        body; /* that has the complaint from here on, or that decided; empty: the same as before */
    bool is_court;
    cv_str cite, note;
    cv_str present;       /* HEARD: who was there                                            */
    cv_str decision;      /* that executes it, as decisions.csv names it; empty: none named  */
    cv_clock_rule clock;  /* the term that begins with this move                             */
    cv_evidence evidence; /* EVIDENCE                                                       */
    int64_t line;
} cv_complaint_move;

typedef struct cv_complaint {
    cv_str id;
    bool says_demand; /* the file calls it one */
    cv_str filer, standing, against;
    cv_contest_ix contest; /* CV_NO_CONTEST: of no seat, or of the whole nation */
    cv_about scope;
    int32_t n_places;
    const cv_station_ix *place; /* [n_places] */
    cv_str ground;
    cv_relief relief;
    cv_count votes;     /* alleged; CV_BLANK: not said                           */
    int8_t sign;        /* 1: they should be added, -1: taken out, 0: not said   */
    int32_t option, to; /* of the contest; -1: none                              */
    cv_date act, known; /* when it happened, when the filer learnt of it         */
    int32_t n_moves;
    const cv_complaint_move *move; /* [n_moves] in file order, the first is what opened it */
} cv_complaint;

/* complaints.csv as a whole. */
typedef struct cv_complaint_file {
    cv_source_ix source;
    int32_t n_complaints;
    const cv_complaint *complaint; /* in the order of their first lines */
    int32_t n_unread;
    const cv_str *unread; /* columns that nothing here reads */
} cv_complaint_file;

/* Words of complaints.csv and review.json. */
cv_str cv_move_word(cv_move_kind m);
cv_str cv_complaint_state_word(cv_complaint_state s);
cv_str cv_ruling_word(cv_ruling r);
cv_str cv_relief_word(cv_relief r);
cv_str cv_about_word(cv_about s);
/* False when the word is none of them; "answer", "hearing" and "notice" are taken, too. */
bool cv_move_named(cv_move_kind *out, cv_str word);
bool cv_relief_named(cv_relief *out, cv_str word);
bool cv_about_named(cv_about *out, cv_str word);

/* Names of voters and witnesses are not published: true when the filer is one by its standing, and
 * when a piece of evidence is a person's statement, or withheld. Its hash is published all the
 * same. */
bool cv_complaint_hides_filer(const cv_complaint *c);
bool cv_evidence_hides_names(const cv_evidence *x);

#endif
