/* sensitivity/search.h — the sets of questions that change a seat, smallest first.
 *
 * Depth first over sets of ascending size. A set is left out when no comparison can turn by what
 * its questions and the largest of the rest can do; at a set that stays, every combination of
 * answers is counted (explore.h). The sets that change the outcome and have no part that does are
 * minimal. A search that grows too long stops, and says below which size it is complete.
 */
#ifndef CV_SENSITIVITY_SEARCH_H
#define CV_SENSITIVITY_SEARCH_H

#include "sensitivity/explore.h"

/* effort   about how many counts may be made; 0: CV_SEARCH_EFFORT
 * out      question[].low and high are left blank; numbers of forms are those of the open forms
 * keep     owns what `out` points to */
cv_status cv_search_sets(cv_search *out, const cv_seat_questions *s, int64_t effort, cv_arena *keep,
                         cv_arena scratch, cv_error *err);

#define CV_SEARCH_EFFORT INT64_C(60000)

/* Of more questions than this only the heaviest are searched. */
enum { CV_SEARCHED_MAX = 4096 };

#endif
