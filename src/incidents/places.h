/* incidents/places.h — the stations that an event touched, and what was voted there. */
#ifndef CV_INCIDENTS_PLACES_H
#define CV_INCIDENTS_PLACES_H

#include "incidents/result.h"
#include "model/election.h"

/* Fills match, areas, stations and touched contests of out[n_events]. Places are matched by name,
 * byte for byte: with the areas of the case; where several have the name, with the one that lies in
 * `place_of`. One pass over the forms, whatever the number of events.
 * keep     owns the arrays */
void cv_incident_places(cv_event_facts *out, const cv_election *e, cv_arena *keep,
                        cv_arena scratch);

#endif
