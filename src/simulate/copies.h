/* simulate/copies.h — sheets that others than the body in charge hold. */
#ifndef CV_SIMULATE_COPIES_H
#define CV_SIMULATE_COPIES_H

#include "simulate/world.h"

typedef struct {
    const char *id;     /* in election.json and in the names of files */
    const char *holder; /* for people                                 */
    const char *kind;   /* of copy, in election.json                  */
    int32_t bloc;       /* whose agents they are; -1: nobody's        */
    double share;       /* of the stations where they hold a sheet    */
} cv_sim_holder;

enum { CV_SIM_N_HOLDERS = 5, CV_SIM_POSTED = 0, CV_SIM_RECOUNT = 4 };
extern const cv_sim_holder CV_SIM_HOLDERS[CV_SIM_N_HOLDERS];

/* Hands out copies for contests from..n_contests-1. */
void cv_sim_lay_copies(cv_sim_world *w, int32_t from);

static inline bool cv_sim_holds(const cv_sim_contest *c, int32_t station, int32_t holder)
{
    return c->held[station] >> holder & 1;
}

static inline void cv_sim_give_copy(cv_sim_contest *c, int32_t station, int32_t holder)
{
    c->held[station] |= (uint8_t)(1 << holder);
}

/* What the holder's copy says; row [width] is filled. */
void cv_sim_read_copy(cv_cell *row, const cv_sim_world *w, int32_t contest, int32_t station,
                      int32_t holder);

#endif
