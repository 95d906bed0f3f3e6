/* sensitivity/answers.h — what the answers to the open questions can do to the seat: alone, with
 * others, all together. */
#ifndef CV_SENSITIVITY_ANSWERS_H
#define CV_SENSITIVITY_ANSWERS_H

#include "sensitivity/search.h"

/* The most that the assertion can fall by everything that is open or missing. Answers that meet at
 * a place are not added up; past a few that hang together the sum is taken, which is never less. */
cv_fall cv_answers_fall(const cv_seat_questions *s, const cv_weights *w, cv_arena scratch);

/* Searches the sets, and says of each question by how much it can change the lead of `shown` (NULL:
 * there is no lead). Numbers of forms are those of the open forms. */
cv_status cv_answers_find(cv_search *out, const cv_seat_questions *s, const cv_assertion *shown,
                          cv_arena *keep, cv_arena scratch, cv_error *err);

#endif
