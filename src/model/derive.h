/* model/derive.h — the columns that checks and counts need, from the lines of the national form.
 */
#ifndef CV_MODEL_DERIVE_H
#define CV_MODEL_DERIVE_H

#include "model/election.h"

/* Fills out->derived; n, state, fields and votes of `out` are in place. */
void cv_derive_columns(cv_forms *out, int32_t n_options, const cv_profile *profile, cv_arena *keep);

#endif
