/* sensitivity/annulment.h — the smallest sets of stations whose annulment would change the
 * outcome, by number and by registered voters (methods.md, Sensitivity).
 *
 * Annulling a station takes its ballots and participants out of the sums and keeps its register.
 * The stations that weigh most for an assertion are the fewest that turn it; the fewest
 * registered voters are a covering knapsack (cover.h). Each set is counted again before it is
 * said to change anything.
 */
#ifndef CV_SENSITIVITY_ANNULMENT_H
#define CV_SENSITIVITY_ANNULMENT_H

#include "sensitivity/sensitivity.h"

/* Every assertion is tried while rows × assertions stay within the effort; past it the closest
 * ones are, and the set found is not said to be smallest.
 * keep     owns what `out` points to */
cv_status cv_annulment_find(cv_annulment_set *out, const cv_sensitivity_input *in, cv_arena *keep,
                            cv_arena scratch, cv_error *err);

#endif
