/* disputes/ask.h — the question that a complaint puts to a seat. */
#ifndef CV_DISPUTES_ASK_H
#define CV_DISPUTES_ASK_H

#include "model/asked.h"
#include "model/complaint.h"
#include "model/election.h"

/* What granting the complaint would do to its seat, in the kinds of model/asked.h. What the record
 * does not say is taken at its widest: no size, no place, no option. Figures that are wrong by so
 * many votes, nobody says which way, have them on the wrong pile. Where no kind answers what is
 * asked for (a reinstated option, a revoked decision) the vote of the whole seat is held again.
 * False when nothing is asked of a seat: no contest, the whole nation, or that a result be
 * confirmed. Votes of an option that are to be cancelled go where `cancelled` says, as a decision's
 * would (bar.votes of the law). `out` points into `c` and `keep`. */
bool cv_complaint_asks(cv_asked *out, const cv_election *e, const cv_complaint *c,
                       cv_cancel cancelled, cv_arena *keep);

#endif
