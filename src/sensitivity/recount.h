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

/* A seat with some questions answered. */
typedef struct {
    const cv_sensitivity_input *in;
    const cv_leaf *leaf;
    const cv_change *z; /* [n_options + CV_CONTENT_MORE + 2] the leaf's change, and what its unknown
                           ballots turn out to be                                               */
    bool assertions;    /* also what the outcome rests on */
} cv_leaf_count;

/* Options that the answers bar are not seated. */
cv_status cv_recount_leaf(cv_tally *out, const cv_leaf_count *what, cv_arena *keep,
                          cv_arena scratch, cv_error *err);

/* The votes [n_options] that such a count starts from. */
void cv_recount_votes(cv_count *votes, const cv_sensitivity_input *in, const cv_leaf *leaf,
                      const cv_change *z);

#endif
