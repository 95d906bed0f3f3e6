/* sensitivity/leaf.h — a seat with some of its questions answered: what the answers change for
 * certain, and which ballots stay of unknown content. */
#ifndef CV_SENSITIVITY_LEAF_H
#define CV_SENSITIVITY_LEAF_H

#include "sensitivity/issue.h"

/* Whose votes are cancelled in the whole seat. */
typedef struct {
    bool cancelled, bars;
    cv_cancel mode;
} cv_option_cancelled;

typedef struct {
    cv_change *z; /* [m] */
    cv_pools pools;
    const cv_option_cancelled *option; /* [n_options]; NULL: none is */
    bool is_void;
    cv_count annulled_registered; /* by these answers, besides what is annulled already        */
    int32_t annulled_stations;
    cv_count cancelled_votes; /* in single places */
    /* Votes are cancelled at a place about which something else is asked: the contents tried are
     * not all that there are. */
    bool loose;
} cv_leaf;

/* n        questions answered
 * issue    [n] their numbers
 * answer   [n] which of its answers each is given
 * keep     owns what `out` points to */
void cv_leaf_of(cv_leaf *out, const cv_seat_questions *s, int32_t n, const int32_t *issue,
                const int32_t *answer, cv_arena *keep);

#endif
