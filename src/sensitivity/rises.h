/* sensitivity/rises.h — assertions that end by a rise as well as by a fall, as two that fall. */
#ifndef CV_SENSITIVITY_RISES_H
#define CV_SENSITIVITY_RISES_H

#include "base/arena.h"
#include "tally/result.h"

/* The tally with one more assertion for each that ends by a rise; (*source)[i] is the number of the
 * original.
 * keep     owns what the result points to, but for what it shares with the tally */
cv_tally cv_with_rises(const cv_tally *t, const int32_t **source, cv_arena *keep);

/* The assertion that falls when this one rises. */
cv_assertion cv_turned_round(const cv_assertion *a, int32_t n_options, cv_arena *keep);

#endif
