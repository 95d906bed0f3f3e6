/* review/copies_law.h — what the legal profile of a case says of copies (methods.md, Copies, field
 * by field): the keys trust.order, trust.count_from and copies.open_from, each a list of kinds. */
#ifndef CV_REVIEW_COPIES_LAW_H
#define CV_REVIEW_COPIES_LAW_H

#include "copies/copies.h"

/* In force on the day of the election. A key that the profile does not have, or that names no
 * kind of copy, leaves the default; words that are no kind are passed over. */
cv_copies_law cv_copies_law_of(const cv_election *e);

#endif
