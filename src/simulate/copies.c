#include "simulate/copies.h"

#include <string.h>

const cv_sim_holder CV_SIM_HOLDERS[CV_SIM_N_HOLDERS] = {
    {"posted",    "copies on the doors, photographed", "posted",   -1, 0.30},
    {"heron",     "agents of the Heron Union",         "agent",    0,  0.12},
    {"linden",    "agents of the Linden Party",        "agent",    1,  0.12},
    {"observers", "domestic observers",                "observer", -1, 0.05},
    {"recount",   "recount by hand",                   "recount",  -1, 0   },
};

_Static_assert(CV_SIM_N_HOLDERS <= 8, "a byte has a bit for every holder");

void cv_sim_lay_copies(cv_sim_world *w, int32_t from)
{
    for (int32_t i = from; i < w->n_contests; i++) {
        cv_sim_contest *c = &w->contest[i];
        for (int32_t s = 0; s < c->n_stations; s++) {
            cv_rng r = cv_rng_open(w->options.seed, CV_SIM_FOR_COPIES,
                                   (uint64_t)cv_sim_station_of(c, s), (uint64_t)c->round);
            for (int32_t h = 0; h < CV_SIM_N_HOLDERS; h++)
                if (cv_rng_chance(&r, CV_SIM_HOLDERS[h].share)) cv_sim_give_copy(c, s, h);
        }
    }
}

void cv_sim_read_copy(cv_cell *row, const cv_sim_world *w, int32_t contest, int32_t station,
                      int32_t holder)
{
    const cv_sim_contest *c = &w->contest[contest];
    memcpy(row, cv_sim_row(c, c->form, station), (size_t)c->width * sizeof *row);
    int32_t f = c->fault[station];
    if (f < 0 || w->fault[f].copy != holder) return;
    for (int32_t i = 0; i < w->fault[f].n_changes; i++)
        row[w->fault[f].change[i].line] = w->fault[f].change[i].after;
}
