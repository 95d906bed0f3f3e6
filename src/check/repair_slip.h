/* check/repair_slip.h — slips of the pen on one figure, and what each costs.
 *
 * Costs are in methods.md, Smallest repairs. A digit that would become a leading zero is no slip
 * of this kind: nobody writes 05. */
#ifndef CV_CHECK_REPAIR_SLIP_H
#define CV_CHECK_REPAIR_SLIP_H

#include "check/result.h"

enum {
    CV_SLIP_COST_OTHER = 4, /* of a figure that no slip explains */
    CV_SLIP_VALUES = 208    /* most values that one figure can slip to by a digit */
};

typedef struct {
    cv_cell value;
    int8_t cost;
} cv_slip_value;

/* The cheapest slip by which `to` (a number) came to be written as `from` (another number, blank
 * or illegible), and its cost in *cost. */
cv_slip cv_slip_between(cv_cell from, cv_cell to, int32_t *cost);

/* All numbers that were written as `from` by neighbouring digits exchanged or one digit wrong,
 * and with `lengths` also by one digit missing or too many. Returns how many; a number may come
 * twice with `lengths`. */
int32_t cv_slip_values(cv_slip_value out[CV_SLIP_VALUES], cv_cell from, bool lengths);

#endif
