/* simulate/people.h — who comes and what they vote: the truth of every form.
 *
 * On the logit scale, turnout and the strength of every option are sums of effects of different
 * reach: region, district, neighbourhood (a smooth field over the map), home of the candidate, and
 * the station itself; then voters come and choose one by one (binomial, multinomial). The standard
 * deviations are set to those measured in real elections (docs/reference/simulate.md, Voters).
 */
#ifndef CV_SIMULATE_PEOPLE_H
#define CV_SIMULATE_PEOPLE_H

#include "simulate/world.h"

/* Standard deviations on the logit scale. */
typedef struct {
    double mean;
    double region, district, near, station;
} cv_sim_spread;

extern const cv_sim_spread CV_SIM_TURNOUT, CV_SIM_SUPPORT, CV_SIM_SPOILT;

/* A smooth field over the country with variance 1 everywhere: normal deviates on a grid of `cell`
 * sides of a district, between them a weighted mean. */
typedef struct {
    int32_t columns, rows;
    double cell;
    double *value; /* [rows × columns] */
} cv_sim_field;

cv_sim_field cv_sim_field_make(const cv_sim_world *w, uint64_t which, double cell, cv_arena *keep);
double cv_sim_field_at(const cv_sim_field *f, double u, double v);

/* Adds the contests of the first round, with their options. */
void cv_sim_nominate(cv_sim_world *w);
/* Adds the run-off of contest `first` between options a and b of it; returns its index. */
int32_t cv_sim_runoff(cv_sim_world *w, int32_t first, int32_t a, int32_t b);

/* Fills `truth` of contests from..n_contests-1. Fails only with CV_E_STOPPED. */
cv_status cv_sim_vote(cv_sim_world *w, int32_t from, cv_arena scratch, cv_error *err);

/* Makes the lines of an honest form from those who came (signed), how many of them outside, and
 * the votes: what remains to be filled in. */
void cv_sim_fill_form(cv_cell *row, cv_rng *r);

#endif
