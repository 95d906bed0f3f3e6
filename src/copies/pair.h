/* copies/pair.h — two sets of sheets of one contest, station by station and line by line. */
#ifndef CV_COPIES_PAIR_H
#define CV_COPIES_PAIR_H

#include "copies/result.h"
#include "copies/sheets.h"

typedef struct {
    const cv_forms *forms;
    int32_t n_options;
    int32_t first, second; /* options whose lead is followed; -1                             */
} cv_pair_task;

/* Fills everything but the names of the two sides.
 * keep     owns what `out` points to; never the arena that the sheets are in while they grow */
void cv_pair_compare(cv_copy_pair *out, const cv_pair_task *task, const cv_sheets *a,
                     const cv_sheets *b, cv_arena *keep);

#endif
