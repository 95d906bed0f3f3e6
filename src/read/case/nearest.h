/* read/case/nearest.h — the known word that a wrong one was probably meant to be. */
#ifndef CV_READ_CASE_NEAREST_H
#define CV_READ_CASE_NEAREST_H

#include "base/str.h"

/* The index of the word that needs the fewest single-letter changes (insert, delete, replace,
 * exchange neighbours; upper and lower case ASCII are near), the first of several; -1 when none
 * is near: more than a third of the letters, and at least one, would change. */
int32_t cv_nearest(cv_str word, const cv_str *known, int32_t n);

#endif
