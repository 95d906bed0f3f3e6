/* sensitivity/bounds.h — how few and how many seats each option can have, whatever is true of
 * what is open: proved bounds, not always attained. */
#ifndef CV_SENSITIVITY_BOUNDS_H
#define CV_SENSITIVITY_BOUNDS_H

#include "sensitivity/open_forms.h"
#include "sensitivity/sensitivity.h"

/* What is asked about: everything that is open, or what is missing alone. */
typedef struct {
    const cv_sensitivity_input *in;
    const cv_open_forms *open;
    bool missing;
    const struct cv_seat_questions *questions; /* NULL: bodies are asked nothing                 */
} cv_open_case;

typedef struct {
    int32_t *low, *high; /* [n_options] */
    int32_t vacant_low, vacant_high;
} cv_seat_bounds;

/* keep owns the arrays. */
cv_status cv_seat_bounds_of(cv_seat_bounds *out, const cv_open_case *asked, cv_arena *keep,
                            cv_arena scratch, cv_error *err);

/* The sum over forms. A sum without limit has no_limit set. */
cv_fall cv_fall_of_all(const cv_open_forms *open, const cv_weights *w, bool missing);

/* True when the sum changes the sign on which the outcome rests. */
bool cv_fall_reaches(cv_fall fall, const cv_weights *w);

#endif
