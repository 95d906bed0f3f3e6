#include "tally/margin.h"

void cv_margins_find(cv_work *w)
{
    (void)w;
}
