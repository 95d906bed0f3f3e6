/* copies/apart.h — what kind of slip makes one figure of another. */
#ifndef CV_COPIES_APART_H
#define CV_COPIES_APART_H

#include "copies/result.h"

/* True where the sheet carries the line: a number, blank or illegible. */
static inline bool cv_apart_carries(cv_cell c)
{
    return c >= CV_CELL_ILLEGIBLE;
}

/* The first class that fits two cells that both sheets carry and that are not equal.
 * rows     the two figures are exchanged with those of the line above or below */
cv_apart cv_apart_of(cv_cell a, cv_cell b, bool rows);

#endif
