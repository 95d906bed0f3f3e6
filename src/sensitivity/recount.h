/* sensitivity/recount.h — the same contest counted again with other totals. */
#ifndef CV_SENSITIVITY_RECOUNT_H
#define CV_SENSITIVITY_RECOUNT_H

#include "sensitivity/leaf.h"
#include "sensitivity/sensitivity.h"
#include "sensitivity/worst.h"

/* Counts the sums of `in` changed by `change` [n_options + CV_CONTENT_MORE + 2]. Lots that were
 * drawn are not used: they were drawn for other figures, so a tie stays a tie. */
cv_status cv_recount(cv_tally *out, const cv_sensitivity_input *in, const cv_change *change,
                     cv_arena *keep, cv_arena scratch, cv_error *err);

/* What cv_recount() gives for no change; in->tally itself where no lot was used. */
cv_status cv_recount_base(cv_tally *out, const cv_sensitivity_input *in, cv_arena *keep,
                          cv_arena scratch, cv_error *err);

/* Counts a seat with some questions answered: `z` [n_options + CV_CONTENT_MORE + 2] is the leaf's
 * change and what its unknown ballots turn out to be; options that it bars are not seated.
 * assertions  also what the outcome rests on */
cv_status cv_recount_leaf(cv_tally *out, const cv_sensitivity_input *in, const cv_leaf *leaf,
                          const cv_change *z, bool assertions, cv_arena *keep, cv_arena scratch,
                          cv_error *err);

/* The votes [n_options] that such a count starts from. */
void cv_recount_votes(cv_count *votes, const cv_sensitivity_input *in, const cv_leaf *leaf,
                      const cv_change *z);

#endif
