/* disputes/station.h — what the decisions make of one station. Internal to disputes/.
 */
#ifndef CV_DISPUTES_STATION_H
#define CV_DISPUTES_STATION_H

#include "disputes/disputes.h"

/* What concerns every station of one contest. */
typedef struct {
    const cv_election *e;
    const cv_ledger_question *q;
    cv_contest_ix c;
    const uint8_t *option_state; /* [n_options] cv_cancel, or NULL                             */
    const int32_t *option_by;    /* [n_options] or NULL                                        */
    cv_arena *keep;
} cv_seat_place;

typedef enum { CV_APPLY, CV_SKIP, CV_FORCE } cv_manner;

/* The effects that concern one station, in the order of application. */
typedef struct {
    int32_t station, n;
    const int32_t *decision; /* [n] */
    const uint8_t *manner;   /* [n] cv_manner; NULL: all are applied                           */
} cv_station_effects;

typedef struct {
    int32_t n, cap;
    cv_decision_note *v;
} cv_notes;

typedef struct {
    int32_t n, cap;
    cv_overlay_change *v;
} cv_changes;

/* Two effects of the station that cannot both stand. */
typedef struct {
    cv_conflict_kind kind;
    int32_t one, other;
} cv_clash;

typedef struct {
    int32_t n_rows;
    const int32_t *row; /* the station's forms that count or are awaited                       */
    cv_overlay_cancelled cancelled;
    int32_t n_clashes, cap_clashes;
    cv_clash *clash;
} cv_station_end;

/* notes    NULL: none are wanted
 * work     for temporaries; the clashes of `out` are in it */
void cv_station_fold(cv_station_end *out, cv_changes *changes, cv_notes *notes,
                     const cv_seat_place *p, const cv_station_effects *effects, cv_arena *work);

void cv_note_add(cv_notes *notes, const cv_decision_note *n, cv_arena *keep);

#endif
