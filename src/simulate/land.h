/* simulate/land.h — the country: districts as polygons without gaps, stations in them.
 *
 * Rows of districts share ragged borders whose corners are corners of both sides, so the shapes
 * fit exactly. The country lies in the open Atlantic, where nobody votes. Stations of a district
 * are numbered so that neighbours in the list are neighbours on the ground: the town first, then
 * the villages row by row, back and forth.
 */
#ifndef CV_SIMULATE_LAND_H
#define CV_SIMULATE_LAND_H

#include "simulate/world.h"

/* Fills regions, districts and stations of the world, with their sizes. */
void cv_sim_land(cv_sim_world *w);

#endif
