/* review/complaint_seat.h — the seat of one complaint with and without the stations it names. */
#ifndef CV_REVIEW_COMPLAINT_SEAT_H
#define CV_REVIEW_COMPLAINT_SEAT_H

#include "review/result.h"

/* The sums of the complaint's contest as decided but for the forms of its stations, which do not
 * count. False when it has no contest or names no station. `out` belongs to `keep`. One pass over
 * the forms of the contest. */
bool cv_complaint_seat_without(cv_sums *out, const cv_review *r, int32_t complaint, cv_arena *keep,
                               cv_arena scratch);

#endif
