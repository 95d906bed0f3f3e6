/* incidents/profile.h — the profile of one quantity: from ranges of independent origins to an
 * envelope, the numbers with most support, and no figure in between (methods.md, Incidents). */
#ifndef CV_INCIDENTS_PROFILE_H
#define CV_INCIDENTS_PROFILE_H

#include "incidents/result.h"

/* Fills everything but event, subject, quantity and is_date.
 * claim    [n] into in->claim, all of one quantity
 * keep     owns the arrays; `claim` is kept, not copied */
void cv_incident_profile(cv_profile_of_claims *out, const cv_incidents *in, const int32_t *claim,
                         int32_t n, cv_arena *keep);

#endif
