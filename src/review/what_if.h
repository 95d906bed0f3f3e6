/* review/what_if.h — questions of the command line: what if a body decided this?
 *
 * A step is read against the election and becomes a decision that nobody took, after all those on
 * record; a dismissal takes a question away. The contests concerned are reviewed again, with the
 * same papers, and shown beside what they are.
 *
 *     annul:STATION[,STATION...]       the stations' votes are not added
 *     adopt:STATION=COPY               the form of another copy counts
 *     remove:STATION=K                 K ballots go, nobody knows which
 *     cancel:OPTION                    the option is struck off, its votes are invalid
 *     correct:STATION,FIELD=NEW        a line of the form, or an option's votes
 *     dismiss:COMPLAINT                the question is answered: nothing changes
 *
 * STATION, OPTION and COMPLAINT may begin with CONTEST/ where several contests have one.
 */
#ifndef CV_REVIEW_WHAT_IF_H
#define CV_REVIEW_WHAT_IF_H

#include "base/error.h"
#include "review/result.h"

/* Reads one step.
 * keep     owns what `out` points to
 * Fails with CV_E_USAGE and a hint. */
cv_status cv_if_parse(cv_if_step *out, cv_str text, const cv_election *e, cv_arena *keep,
                      cv_error *err);

/* The steps as decisions that stand after those of the election; dismissals are none.
 * overlay  what counts now: a correction needs the old figure
 * as_of    when they take force; CV_NO_DATE: with the last decision on record */
cv_election cv_if_election(const cv_election *e, int32_t n, const cv_if_step *step,
                           const cv_overlay *overlay, cv_date as_of, cv_arena *keep);

#endif
