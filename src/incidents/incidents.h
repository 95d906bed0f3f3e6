/* incidents/incidents.h — incidents and what is claimed of them (methods.md, Incidents).
 *
 * Puts claims side by side and adds nothing up within one event: no average, no best figure. Two
 * claims with one origin count once. Says which stations an event touched where its place is one of
 * the case, and what was voted there. Nothing here decides a seat.
 */
#ifndef CV_INCIDENTS_INCIDENTS_H
#define CV_INCIDENTS_INCIDENTS_H

#include "incidents/result.h"
#include "model/election.h"

/* keep owns everything `out` points to. `e->incidents` may be NULL. */
void cv_incidents_review(cv_incident_review *out, const cv_election *e, cv_arena *keep,
                         cv_arena scratch);

#endif
