/* simulate/names.h — invented names: plainly artificial, pleasant, and made of syllables that mean
 * nothing unkind in the languages of canvass. */
#ifndef CV_SIMULATE_NAMES_H
#define CV_SIMULATE_NAMES_H

#include "simulate/world.h"

typedef struct {
    const char *id, *name;
    double level; /* how strong it is in the country, on the logit scale */
} cv_sim_bloc;
extern const cv_sim_bloc CV_SIM_BLOC[CV_SIM_BLOCS];

extern const char *const CV_SIM_COUNTRY;

/* The k-th person or place of a case; none comes twice before 1,800 persons, 3,600 places. */
cv_str cv_sim_person(uint64_t seed, int64_t k, cv_arena *keep);
cv_str cv_sim_place(uint64_t seed, int64_t k, cv_arena *keep);
/* "Amber Coast"; with a number past the twelfth. */
cv_str cv_sim_region_name(int32_t k, cv_arena *keep);
/* "School No. 3, Maravel": where the n-th station of a district votes. */
cv_str cv_sim_building(const cv_sim_world *w, int32_t station, cv_arena *keep);

#endif
