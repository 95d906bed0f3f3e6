/* disputes/disputes.h — decisions of bodies, folded into what they do to the forms.
 *
 * A decision edits nothing: the fold is a pure function of the records and the date asked for
 * (methods.md, Decisions). Later decisions prevail over earlier ones; at one instant the order
 * of the file decides. An annulment stays whatever is adopted after it.
 */
#ifndef CV_DISPUTES_DISPUTES_H
#define CV_DISPUTES_DISPUTES_H

#include "base/error.h"
#include "disputes/result.h"

/* as_of    decisions that take force after it are left out; a date without minutes is the end of
 *          that day; CV_NO_DATE: all are in force
 * keep     owns what `out` points to
 * What does not fit is noted, never an error. */
void cv_disputes_fold(cv_disputes *out, const cv_election *e, cv_date as_of, cv_arena *keep,
                      cv_arena scratch);

#endif
