/* disputes/complaints.h — what has become of each complaint: its state, its terms, what is asked of
 * the seat.
 *
 * The state is a fold of the moves on file, in their order. A move that the state does not allow
 * changes nothing and is noted with both states; the same for what the papers lack. Terms are
 * computed in the election's calendar, and what has lapsed is told as of the instant asked for,
 * never by a clock of the machine.
 *
 * Method: docs/reference/methods.md, Complaints and clocks
 */
#ifndef CV_DISPUTES_COMPLAINTS_H
#define CV_DISPUTES_COMPLAINTS_H

#include "disputes/result.h"

/* What happens when the body's time runs out without a decision. */
typedef enum { CV_LAPSE_UNSAID, CV_LAPSE_REFUSED, CV_LAPSE_GRANTED, CV_LAPSE_UP } cv_lapse;

/* What the law says. The default is a law that says nothing: no terms, any ground counts, anybody
 * may complain. A term on a line of the file goes before the law's. */
typedef struct {
    cv_calendar calendar;
    cv_clock_rule clock[CV_N_CLOCKS];
    cv_lapse lapse;
    bool forward_restarts;       /* FORWARDED: the body's time begins again                     */
    bool on_paper;               /* may be decided without a hearing                            */
    int32_t n_grounds;           /* 0: any ground makes a complaint                             */
    const cv_str *ground;        /* a record with none of these is a demand                     */
    int32_t n_standings;         /* 0: not looked at                                            */
    const cv_str *standing;      /* who may file                                                */
    const uint8_t *effect_state; /* [n_decisions] cv_effect_state; NULL: by their dates alone   */
    cv_cancel bar_votes;         /* where the votes of an option go that is struck off          */
    cv_date publication;         /* of the result; CV_NO_DATE: not known                        */
} cv_complaint_rules;

#define CV_COMPLAINT_RULES_DEFAULT                                                                 \
    ((cv_complaint_rules){.calendar = {.election_day = CV_NO_DATE},                                \
                          .bar_votes = CV_CANCEL_KEPT_IN_BASE,                                     \
                          .publication = CV_NO_DATE})

/* True when `move` is allowed in this state; *to is then the state after it. `ruling` is what was
 * decided so far. EVIDENCE is allowed everywhere and changes nothing. */
bool cv_complaint_step(cv_complaint_state *to, cv_complaint_state from, cv_move_kind move,
                       cv_ruling ruling, bool on_paper);

/* The state that a move leads to, wherever it is allowed. */
cv_complaint_state cv_move_leads_to(cv_move_kind move);

/* as_of  moves recorded after it are left out, terms that ended before it have run out; a date
 *        without minutes is the end of that day; CV_NO_DATE: the last instant on file
 * keep   owns what `out` points to. Without complaints on file everything is zero. */
void cv_complaints_fold(cv_complaints *out, const cv_election *e, const cv_complaint_rules *rules,
                        cv_date as_of, cv_arena *keep, cv_arena scratch);

#endif
