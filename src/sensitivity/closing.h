/* sensitivity/closing.h — the fewest questions that, once dismissed, leave nothing that can change
 * the seat: a smallest set that meets every minimal changing set (methods.md, Sensitivity). */
#ifndef CV_SENSITIVITY_CLOSING_H
#define CV_SENSITIVITY_CLOSING_H

#include "sensitivity/result.h"
#include "sensitivity/tests.h"

/* Exact for up to this many minimal sets; past it, and where the search was not complete, the
 * heaviest questions of each comparison, with a lower bound. */
enum { CV_CLOSING_EXACT = 25 };

/* Fills the closing sets of a search that has its minimal sets.
 * keep     owns what `out` points to */
void cv_closing_find(cv_search *out, const cv_tests *tests, cv_arena *keep, cv_arena scratch);

#endif
