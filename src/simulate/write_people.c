#include "simulate/write.h"
void cv_sim_write_people(cv_sim_pen *p, const cv_sim_world *w)
{
    (void)p;
    (void)w;
}
