/* review/repairs.h — what each repair of a form would do to its seat as decided. */
#ifndef CV_REVIEW_REPAIRS_H
#define CV_REVIEW_REPAIRS_H

#include "review/result.h"

/* Fills repair_effect and lead_pair of a review whose check, disputes and contests are there.
 * keep     owns what they point to */
void cv_review_repairs(cv_review *r, cv_arena *keep);

#endif
