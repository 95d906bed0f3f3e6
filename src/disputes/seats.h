/* disputes/seats.h — what decisions say of a seat as a whole. Internal to disputes/.
 */
#ifndef CV_DISPUTES_SEATS_H
#define CV_DISPUTES_SEATS_H

#include "disputes/conflicts.h"

/* True for an effect of the seat itself, not of its stations. */
bool cv_effect_is_of_seat(const cv_decision *d);

typedef struct {
    cv_overlay_contest contest;
    uint8_t *option_state; /* [n_options] or NULL, as in `contest`                             */
    int32_t *option_by;
    int32_t confirmed_by; /* the last confirmation of the seat; -1                             */
} cv_seat;

#define CV_SEAT_NONE ((cv_seat){.contest = CV_OVERLAY_CONTEST_NONE, .confirmed_by = -1})

/* Applies one effect of the seat. */
void cv_seat_apply(cv_seat *out, cv_notes *notes, const cv_seat_place *p, int32_t decision);

/* A void seat that another decision confirms. */
void cv_seat_settle(cv_seat *out, cv_conflicts *conflicts, const cv_seat_place *p);

/* Fills what needs all forms: registers, annulled stations, and whether no vote was held. `out` has
 * its changes. */
void cv_seat_finish(cv_overlay_contest *out, const cv_seat_place *p);

#endif
