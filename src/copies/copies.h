/* copies/copies.h — copies of forms compared line by line, whoever holds them.
 *
 * Looks at papers alone: decisions do not matter here, nor which copy is right, which no
 * comparison can tell. Linear in forms and lines.
 *
 * Method: docs/reference/methods.md, "Copies, field by field".
 */
#ifndef CV_COPIES_COPIES_H
#define CV_COPIES_COPIES_H

#include "base/arena.h"
#include "copies/result.h"

typedef struct {
    const cv_election *election;
    cv_contest_ix contest;
    int32_t first, second;    /* options whose lead is followed; -1: none                   */
    const cv_copies_law *law; /* never NULL                                                 */
} cv_copies_input;

/* Every copy against the forms that count, then the copies that do not count against each other,
 * the more trusted as `a`; and whether a seat is settled by the copies in one hand.
 * keep     owns what `out` points to */
void cv_copies_compare(cv_copies *out, const cv_copies_input *in, cv_arena *keep, cv_arena scratch);

/* The lead of a contest's first over its second, and the valid votes; CV_BLANK: no such lead. */
typedef struct {
    cv_count lead, valid;
} cv_copies_lead;

/* Where there is a second copy: by contest, by area, by how close the seat is.
 * lead     [n_contests] */
void cv_copies_cover(cv_coverage *out, const cv_election *e, const cv_copies_lead *lead,
                     cv_arena *keep, cv_arena scratch);

#endif
