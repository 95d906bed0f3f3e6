/* tally/stations.h — when annulled stations leave every seat empty (methods.md, Law).
 * Internal to tally/. */
#ifndef CV_TALLY_STATIONS_H
#define CV_TALLY_STATIONS_H

#include "tally/work.h"

/* Ends the count where the rule empties the seats by itself, or would and cannot be told; returns
 * true then. Where a body may do it, says so in w->out.may_void and returns false. A rule asks
 * nothing while no station is annulled. */
bool cv_stations_void(cv_work *w);

/* Asserts what the answer rests on; w->out is done. */
void cv_stations_assert(cv_work *w);

#endif
