/* model/lot.h — a draw made by people, as input. The program never draws. */
#ifndef CV_MODEL_LOT_H
#define CV_MODEL_LOT_H

#include "base/str.h"

typedef struct cv_lot {
    int32_t n;
    const int32_t *option; /* [n] options in the order drawn: the first is chosen first */
    cv_str cite;           /* where the draw is recorded                                */
} cv_lot;

#endif
