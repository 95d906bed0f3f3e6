/* sensitivity/unknown.h — ballots whose content nobody knows: what they can do to a lead, and every
 * way in which they can turn out.
 *
 * A pool says which papers may leave their pile, which may be read as something else, and how many.
 * Contents are numbered as in worst.h; a change is [n + 2]: ballots by content, participants,
 * papers in the box. Falls are exact for one pool; those of several pools at one place add up to
 * a bound that is never too small (methods.md, Sensitivity).
 */
#ifndef CV_SENSITIVITY_UNKNOWN_H
#define CV_SENSITIVITY_UNKNOWN_H

#include "sensitivity/worst.h"

typedef struct {
    bool takes, gives; /* papers leave a content; papers get one; both: they are read anew     */
    bool whole;        /* every paper of x is read anew: a recount                             */
    const bool *from;  /* [n] contents that papers may leave                                    */
    const bool *to;    /* [n] contents that papers may get                                      */
    cv_count k;        /* most papers; CV_BLANK: as many as there are, or any number            */
    cv_with_persons persons; /* only takes, or only gives                                       */
    const cv_count *x;       /* [n + 2] the papers at the place; pools with one x share them    */
} cv_pool;

typedef struct {
    int32_t n, n_contents;
    const cv_pool *pool; /* [n] those that only take first, recounts last                       */
} cv_pools;

/* The largest fall by one pool, by all. */
cv_fall cv_pool_fall(const cv_pool *pool, const cv_weights *w);
cv_fall cv_pools_fall(const cv_pools *pools, const cv_weights *w);

/* Adds to z a change by which the assertion falls by `target`, or by the most that is possible.
 * exactly  look for a change that falls by neither less nor more
 * Returns false when the target is not met. */
bool cv_pools_fill(cv_change *z, const cv_pools *pools, const cv_weights *w, cv_wide target,
                   bool exactly, cv_arena scratch);

/* Adds to z a change that brings `option` past all others, as far as it is found to be possible.
 * votes    [n_options] before the change */
void cv_pools_favour(cv_change *z, const cv_pools *pools, const cv_count *votes, int32_t n_options,
                     int32_t option, cv_arena scratch);

/* How many changes cv_pools_each() shows, counted up to `most` + 1. */
int64_t cv_pools_count(const cv_pools *pools, int64_t most);

/* Shows every change that the pools can make, some twice, until `see` returns false.
 * z        [n + 2] the change to which they are added; as before on return */
void cv_pools_each(const cv_pools *pools, cv_change *z, bool (*see)(void *who, const cv_change *z),
                   void *who, cv_arena scratch);

#endif
