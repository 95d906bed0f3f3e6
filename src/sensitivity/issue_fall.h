/* sensitivity/issue_fall.h — how far one question can move a comparison. */
#ifndef CV_SENSITIVITY_ISSUE_FALL_H
#define CV_SENSITIVITY_ISSUE_FALL_H

#include "sensitivity/issue.h"

/* Fills the places' `most`: how many papers of each content there may be to read anew. */
void cv_issues_find_most(const cv_seat_questions *s, cv_arena *keep);

/* The most that the assertion can fall by this question, whatever else is answered. A question
 * that is not linear is said to have no limit: the assertion loses its meaning with it. */
cv_fall cv_issue_fall(const cv_seat_questions *s, const cv_issue *issue, const cv_weights *w,
                      cv_arena scratch);

#endif
