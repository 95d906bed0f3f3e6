/* disputes/known.h — the forms of a station as they were known at a time. Internal to disputes/.
 */
#ifndef CV_DISPUTES_KNOWN_H
#define CV_DISPUTES_KNOWN_H

#include "model/election.h"

/* True when the form was on record; no limit: every form is. */
bool cv_form_is_known(const cv_forms *f, int32_t row, cv_date known_at);

/* The first row whose (copy, station) is not less than this one, and whether a row has them:
 * forms stand in that order. */
int32_t cv_first_row(const cv_forms *f, int32_t copy, int32_t station);
bool cv_row_is_of(const cv_forms *f, int32_t row, int32_t copy, int32_t station);

/* A station of a contest. */
typedef struct {
    const cv_election *e;
    const cv_forms *f;
    int32_t station;
    cv_date known_at;
} cv_known;

/* Rows, -1 when none was known. */

/* The form of one copy that stands for it: the latest version. */
int32_t cv_known_of_copy(const cv_known *k, int32_t copy);
/* The figure before any decision: of the copies that count the one that prevails. */
int32_t cv_known_base(const cv_known *k);
/* The same among forms of a repeat vote, recorded no earlier than `from` when that is a date. */
int32_t cv_known_repeat(const cv_known *k, cv_date from);
/* True when a form of a recount is on record that is no older than `from`. */
bool cv_known_recount(const cv_known *k, cv_date from);

#endif
