/* review/refused.h — rows that could not be read, by the contest whose votes they may hold. */
#ifndef CV_REVIEW_REFUSED_H
#define CV_REVIEW_REFUSED_H

#include "model/election.h"

/* A row whose contest could not be read may belong to any contest that has forms from its file,
 * or, when there is none, to any contest. */
typedef struct {
    int32_t n_unknown;            /* rows whose station is not known                          */
    int32_t n;                    /* rows whose station is known                              */
    const cv_station_ix *station; /* [n] ascending, each once                                 */
} cv_refused_rows;

/* [n_contests of the election] in `keep` */
cv_refused_rows *cv_refused_by_contest(const cv_election *e, cv_arena *keep, cv_arena scratch);

#endif
