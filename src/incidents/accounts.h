/* incidents/accounts.h — accounts of seats: claims that one source gives as parts of one chamber.
 * Two accounts are never merged (methods.md, Incidents). */
#ifndef CV_INCIDENTS_ACCOUNTS_H
#define CV_INCIDENTS_ACCOUNTS_H

#include "incidents/result.h"
#include "model/election.h"

/* Seats of the chamber: of every contest that fills it, run-offs not counted again. */
cv_count cv_chamber_seats(const cv_election *e);

/* In the order of their first claim. keep owns everything. */
const cv_seat_account *cv_incident_accounts(int32_t *n, const cv_incidents *in, cv_count seats,
                                            cv_arena *keep);

#endif
