/* copies/held.h — whether the sheets in one hand settle a seat whatever all other stations hold.
 *
 * The worst case: every ballot that another station can hold goes to one opponent. What a station
 * can hold is its register, or the papers counted there where those are more; without a closed
 * register the papers that it received, or the legal maximum. Exact integers, no estimate.
 */
#ifndef CV_COPIES_HELD_H
#define CV_COPIES_HELD_H

#include "copies/copies.h"
#include "copies/sheets.h"

/* sheets   [n] of the copies in this hand; where a station has several, the least favourable
 *          to the first by these sheets is taken */
void cv_held_judge(cv_held *out, const cv_copies_input *in, const cv_sheets *sheets, int32_t n,
                   cv_arena scratch);

#endif
