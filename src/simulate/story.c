#include "simulate/story.h"
bool cv_sim_story_fits(const cv_sim_world *w)
{
    return w->n_districts < 0;
}
void cv_sim_story_begin(cv_sim_world *w)
{
    (void)w;
}
void cv_sim_story_votes(cv_sim_world *w, int32_t from)
{
    (void)w;
    (void)from;
}
void cv_sim_story_sheets(cv_sim_world *w, int32_t from)
{
    (void)w;
    (void)from;
}
