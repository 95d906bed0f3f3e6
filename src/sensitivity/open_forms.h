/* sensitivity/open_forms.h — questions by form: a form counts once, however many findings it has.
 */
#ifndef CV_SENSITIVITY_OPEN_FORMS_H
#define CV_SENSITIVITY_OPEN_FORMS_H

#include "sensitivity/worst.h"
#include "tally/totals.h"

typedef struct {
    int32_t n;
    const cv_open_form *form; /* [n] ascending row, refused rows first                        */
} cv_open_forms;

/* Groups the questions of one contest by form, with the form's figures as they count. */
cv_open_forms cv_open_forms_of(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                               const cv_questions *questions, cv_arena *keep);

/* One form's ballots by content, then participants, then papers in the box:
 * [n_options + CV_CONTENT_MORE + 2] in `keep`; what is not known is 0. */
cv_count *cv_contents_of(const cv_election *e, cv_contest_ix c, cv_counted_form as, cv_arena *keep);

#endif
