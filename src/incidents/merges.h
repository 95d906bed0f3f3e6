/* incidents/merges.h — two records of one event: merges on record, and such that could be made. */
#ifndef CV_INCIDENTS_MERGES_H
#define CV_INCIDENTS_MERGES_H

#include "incidents/result.h"

/* Which merges are in force: those that no later record, itself in force, takes back; an undoing
 * that is undone brings the merge back. Fills in_force[n_merges] and same_as[n_events], the first
 * event of those merged with each. */
void cv_incident_merge(bool *in_force, int32_t *same_as, const cv_incidents *in);

/* Pairs that a person could merge, by first day; `cut` when there are more than `most`.
 * order    [n_events] events by first day
 * keep     owns the pairs */
const cv_merge_proposal *cv_incident_proposals(int32_t *n, bool *cut, const cv_incidents *in,
                                               const int32_t *order, const int32_t *same_as,
                                               cv_arena *keep);

#endif
