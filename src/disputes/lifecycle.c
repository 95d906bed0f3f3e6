/* The moves that a state allows: methods.md, Complaints and clocks. */
#include "disputes/complaints.h"

typedef uint32_t move_set;

#define MOVE(name) ((move_set)1 << CV_MOVE_##name)

enum { SETTLED_MOVES = CV_MOVE_MOOT - CV_MOVE_GRANTED + 1 };
static const move_set decided = ((MOVE(GRANTED) << SETTLED_MOVES) - MOVE(GRANTED));

static move_set allowed(cv_complaint_state from, cv_ruling ruling, bool on_paper)
{
    bool dismissed =
        ruling == CV_RULING_DISMISSED || ruling == CV_RULING_WITHDRAWN || ruling == CV_RULING_MOOT;
    move_set at_end = MOVE(CLOSED) | MOVE(REOPENED);
    switch (from) {
    case CV_STATE_NONE: return MOVE(FILED);
    case CV_STATE_FILED:
    case CV_STATE_FORWARDED: return MOVE(SCREENED);
    case CV_STATE_SCREENED: return MOVE(ADMITTED) | MOVE(INADMISSIBLE) | MOVE(FORWARDED);
    case CV_STATE_ADMITTED: return MOVE(NOTIFIED);
    case CV_STATE_NOTIFIED: return MOVE(ANSWERED) | MOVE(ANSWER_LAPSED);
    case CV_STATE_ANSWERED:
    case CV_STATE_ANSWER_LAPSED: return MOVE(EVIDENCE_CLOSED);
    case CV_STATE_EVIDENCE_CLOSED: return MOVE(HEARD) | (on_paper ? decided : 0);
    case CV_STATE_HEARD: return decided;
    case CV_STATE_DECIDED: return MOVE(IN_FORCE) | MOVE(APPEALED);
    case CV_STATE_APPEALED: return MOVE(UPHELD) | MOVE(OVERTURNED) | MOVE(REMANDED);
    case CV_STATE_IN_FORCE:
    case CV_STATE_UPHELD:
    case CV_STATE_OVERTURNED: return dismissed ? MOVE(EXECUTED) | at_end : MOVE(EXECUTED);
    case CV_STATE_EXECUTED:
    case CV_STATE_INADMISSIBLE: return at_end;
    case CV_STATE_CLOSED:
    case CV_STATE_LAPSED:
    case CV_N_STATES: return 0;
    }
    return 0;
}

cv_complaint_state cv_move_leads_to(cv_move_kind move)
{
    static const cv_complaint_state to[CV_N_MOVES] = {
        [CV_MOVE_FILED] = CV_STATE_FILED,
        [CV_MOVE_SCREENED] = CV_STATE_SCREENED,
        [CV_MOVE_ADMITTED] = CV_STATE_ADMITTED,
        [CV_MOVE_INADMISSIBLE] = CV_STATE_INADMISSIBLE,
        [CV_MOVE_FORWARDED] = CV_STATE_FORWARDED,
        [CV_MOVE_NOTIFIED] = CV_STATE_NOTIFIED,
        [CV_MOVE_ANSWERED] = CV_STATE_ANSWERED,
        [CV_MOVE_ANSWER_LAPSED] = CV_STATE_ANSWER_LAPSED,
        [CV_MOVE_EVIDENCE_CLOSED] = CV_STATE_EVIDENCE_CLOSED,
        [CV_MOVE_HEARD] = CV_STATE_HEARD,
        [CV_MOVE_GRANTED] = CV_STATE_DECIDED,
        [CV_MOVE_PARTLY_GRANTED] = CV_STATE_DECIDED,
        [CV_MOVE_DISMISSED] = CV_STATE_DECIDED,
        [CV_MOVE_WITHDRAWN] = CV_STATE_DECIDED,
        [CV_MOVE_MOOT] = CV_STATE_DECIDED,
        [CV_MOVE_IN_FORCE] = CV_STATE_IN_FORCE,
        [CV_MOVE_APPEALED] = CV_STATE_APPEALED,
        [CV_MOVE_UPHELD] = CV_STATE_UPHELD,
        [CV_MOVE_OVERTURNED] = CV_STATE_OVERTURNED,
        [CV_MOVE_REMANDED] = CV_STATE_ADMITTED, /* at the lower body        */
        [CV_MOVE_EXECUTED] = CV_STATE_EXECUTED,
        [CV_MOVE_CLOSED] = CV_STATE_CLOSED,
        [CV_MOVE_REOPENED] = CV_STATE_ADMITTED, /* on new evidence          */
        [CV_MOVE_EVIDENCE] = CV_STATE_NONE,
    };
    return to[move];
}

bool cv_complaint_step(cv_complaint_state *to, cv_complaint_state from, cv_move_kind move,
                       cv_ruling ruling, bool on_paper)
{
    if (move == CV_MOVE_EVIDENCE) {
        *to = from;
        return true;
    }
    if (!(allowed(from, ruling, on_paper) >> move & 1)) return false;
    *to = cv_move_leads_to(move);
    return true;
}
