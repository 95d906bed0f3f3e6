/* sensitivity/explore.h — which outcomes a seat can have once some of its questions are answered:
 * counted, not reasoned.
 *
 * Few unknown ballots: every content is counted. Many: those at which a comparison of the count
 * just turns, just ties, goes past and goes furthest, and those that bring each option first.
 * Where no comparison can turn, there is one outcome, and that is proved (methods.md,
 * Sensitivity).
 */
#ifndef CV_SENSITIVITY_EXPLORE_H
#define CV_SENSITIVITY_EXPLORE_H

#include "base/error.h"
#include "sensitivity/leaf.h"

/* One outcome, with the totals at which it was counted. */
typedef struct {
    cv_outcome_kind kind;
    cv_why why;
    int32_t n_winners, lot_places;
    const int32_t *winner; /* [n_winners] ascending                                             */
    const int32_t *seats;  /* [n_options]                                                       */
    const bool *in_lot;    /* [n_options]                                                       */
    const cv_count *votes; /* [n_options]                                                       */
} cv_seen;

typedef struct {
    int32_t n;
    int64_t cap;
    cv_seen *seen;
} cv_seen_list;

/* What exploring spends and where. */
typedef struct {
    const cv_seat_questions *s;
    int64_t effort; /* counts that may still be made; below 0: it ran out                     */
    cv_arena *pool; /* temporaries, forgotten after each count                                 */
    cv_arena *keep; /* the lists                                                               */
    cv_error *err;
    cv_status status; /* CV_OK, or the first failure                                             */
} cv_explorer;

/* True when both seat the same people, or leave the seat empty for the same reason. */
bool cv_seen_same(const cv_seen *a, const cv_seen *b, int32_t n_options);
/* -1: not in the list */
int32_t cv_seen_at(const cv_seen_list *list, const cv_seen *it, int32_t n_options);

/* Adds the outcomes of the leaf to the list. Returns true when they are all that there are. */
bool cv_explore(cv_seen_list *list, cv_explorer *e, const cv_leaf *leaf, cv_arena scratch);

/* Counts every content of the unknown ballots when there are at most `most` of them; returns false
 * when there are more. */
bool cv_explore_all(cv_seen_list *list, cv_explorer *e, const cv_leaf *leaf, int64_t most,
                    cv_arena scratch);

#endif
