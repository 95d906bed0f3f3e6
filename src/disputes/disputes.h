/* disputes/disputes.h — decisions of bodies, folded into what they do to the forms.
 *
 * A decision edits nothing: the fold is a pure function of the records and of the question
 * asked (methods.md, Decisions). Effects apply in the order of their time of force, then of
 * writing. Cost: linear in forms and effects, but for sorting the effects.
 */
#ifndef CV_DISPUTES_DISPUTES_H
#define CV_DISPUTES_DISPUTES_H

#include "base/error.h"
#include "disputes/result.h"

/* What the law says of decisions; a legal profile fills it (methods.md, Decisions). */
typedef struct {
    cv_overlay_rules totals;
    cv_cancel bar_votes; /* of a barred option, where the decision does not say                 */
    int32_t n_bodies;
    const cv_str *body; /* [n_bodies] the highest first, as decisions name them; none: a conflict
                           between bodies stays open unless the decisions give ranks            */
} cv_ledger_rules;

#define CV_LEDGER_RULES_DEFAULT ((cv_ledger_rules){.bar_votes = CV_CANCEL_KEPT_IN_BASE})

/* The state as known at one time, on a day. A date without minutes is the end of that day. */
typedef struct {
    cv_date known_at; /* forms and decisions recorded later are left out; CV_NO_DATE: all are
                         known                                                                  */
    cv_date as_of;    /* decisions that take force later are left out, and those that have ended;
                         CV_NO_DATE: all that have not been revoked are in force                */
    cv_ledger_rules rules;
} cv_ledger_question;

#define CV_LEDGER_QUESTION_DEFAULT                                                                 \
    ((cv_ledger_question){CV_NO_DATE, CV_NO_DATE, CV_LEDGER_RULES_DEFAULT})

/* keep     owns what `out` points to
 * What does not fit is noted, never an error. */
void cv_disputes_fold(cv_disputes *out, const cv_election *e, const cv_ledger_question *question,
                      cv_arena *keep, cv_arena scratch);

/* The contest with the second reading of some of its conflicts: bit i of `second` stands for the
 * i-th conflict of the contest in `d`. For counting both ways. At most 63 conflicts. */
cv_overlay_contest cv_disputes_reading(const cv_disputes *d, cv_contest_ix c, uint64_t second,
                                       cv_arena *keep);

#endif
