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

/* What the law says of copies. */
typedef struct {
    cv_copy_kind order[CV_N_COPY_KINDS]; /* the most trusted first                          */
    int32_t n_order;                     /* kinds that are not named stand behind           */
    uint32_t count_from; /* bit per kind: whose forms may be the figures                    */
    uint32_t open_from;  /* bit per kind: whose differing form opens a question             */
} cv_copies_law;

#define CV_COPY_BIT(kind) (UINT32_C(1) << (kind))
/* Where the law of the case says nothing: forms of the commission count, those that others hold
 * open a question. */
/* clang-format off */
#define CV_COPIES_LAW_DEFAULT                                                                      \
    ((cv_copies_law){                                                                              \
        .order = {CV_COPY_RECOUNT, CV_COPY_ORIGINAL, CV_COPY_POSTED, CV_COPY_AGENT,                \
                  CV_COPY_OBSERVER, CV_COPY_MACHINE, CV_COPY_PORTAL, CV_COPY_EARLIER},             \
        .n_order = 8,                                                                              \
        .count_from = CV_COPY_BIT(CV_COPY_RECOUNT) | CV_COPY_BIT(CV_COPY_ORIGINAL),                \
        .open_from = CV_COPY_BIT(CV_COPY_POSTED) | CV_COPY_BIT(CV_COPY_AGENT) |                    \
                     CV_COPY_BIT(CV_COPY_OBSERVER) | CV_COPY_BIT(CV_COPY_MACHINE)})
/* clang-format on */

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
