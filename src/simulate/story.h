/* simulate/story.h — the scenes of assembly-75: what a review can meet, each in a district of its
 * own, told in truth.json and in the README of the example.
 *
 * A scene bends chance a little: it brings votes to the lead that it needs, plants its fault, and
 * keeps random faults away from its contest where they would spoil it.
 */
#ifndef CV_SIMULATE_STORY_H
#define CV_SIMULATE_STORY_H

#include "simulate/world.h"

bool cv_sim_story_fits(const cv_sim_world *w);
/* Marks the contests that scenes need for themselves; before the first round. */
void cv_sim_story_begin(cv_sim_world *w);
/* Bends the true votes of contests from..n_contests-1. */
void cv_sim_story_votes(cv_sim_world *w, int32_t from);
/* Plants what the scenes need in sheets, copies and tables, and takes decisions. */
void cv_sim_story_sheets(cv_sim_world *w, int32_t from);

#endif
