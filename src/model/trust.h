/* model/trust.h — which copy of a form prevails, and which kinds count at all.
 *
 * That is for the law, not for the program: a legal profile gives the order and the kinds, with
 * its citation (methods.md, Copies and versions). Without one: the order below, and the kinds
 * that count are the form of record and that of a recount.
 */
#ifndef CV_MODEL_TRUST_H
#define CV_MODEL_TRUST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

/* Whose form it is, in the order in which they prevail unless the law says otherwise: recount,
 * original, posted, agent, observer, machine, portal, earlier. */
typedef enum {
    CV_COPY_ORIGINAL,
    CV_COPY_POSTED,
    CV_COPY_AGENT, /* a candidate's or party's copy */
    CV_COPY_OBSERVER,
    CV_COPY_MACHINE,
    CV_COPY_RECOUNT,
    CV_COPY_PORTAL,
    CV_COPY_EARLIER, /* an earlier publication of the same body */
    CV_N_COPY_KINDS
} cv_copy_kind;

/* All zero is the default. */
typedef struct {
    int32_t n_order; /* 0: the default order; a kind that is left out comes after the others   */
    uint8_t order[CV_N_COPY_KINDS]; /* cv_copy_kind, the most trusted first                      */
    bool has_count_from;
    bool count_from[CV_N_COPY_KINDS]; /* by kind                                                 */
    bool recount_by_decision;         /* the form of a recount counts only when it is adopted    */
} cv_trust;

/* What a legal profile says of copies on that day: trust.order, trust.count_from, recount.adopt.
 * NULL: the default. Words that are no kind of copy are passed over. */
struct cv_law;
cv_trust cv_trust_of(const struct cv_law *law, cv_date day);

/* A higher number is trusted more; different kinds have different numbers, 1..CV_N_COPY_KINDS. */
int32_t cv_trust_rank(const cv_trust *t, cv_copy_kind kind);

/* True when forms of the kind are figures, unless the case says otherwise of a copy. */
bool cv_trust_counts(const cv_trust *t, cv_copy_kind kind);

#endif
