/* disputes/conflicts.h — two decisions that cannot both stand, and which reading comes first.
 * Internal to disputes/.
 */
#ifndef CV_DISPUTES_CONFLICTS_H
#define CV_DISPUTES_CONFLICTS_H

#include "disputes/station.h"

typedef struct {
    int32_t n, cap;
    cv_conflict *v;
} cv_conflicts;

/* The decision whose body the ranks put first; -1: they do not say. */
int32_t cv_prevailing(const cv_election *e, const cv_ledger_rules *rules, int32_t one,
                      int32_t other);

/* Folds a station with both readings of what clashes there: the first goes into `changes`, the
 * other into the conflict. Returns the votes of options cancelled by the first. */
cv_overlay_cancelled cv_station_settle(cv_changes *changes, cv_notes *notes,
                                       cv_conflicts *conflicts, const cv_seat_place *p,
                                       const cv_station_effects *effects, cv_arena scratch);

#endif
