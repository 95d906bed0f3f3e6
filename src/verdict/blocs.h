/* verdict/blocs.h — the chamber by bloc, for each author who says who is in which (methods.md,
 * Blocs). Two authors are never mixed; of what an author does not speak is unassigned. */
#ifndef CV_VERDICT_BLOCS_H
#define CV_VERDICT_BLOCS_H

#include "verdict/verdict.h"

/* By the case's own blocs, and by each author of statements that are in force on `day`; CV_NO_DATE:
 * statements without an end.
 * seat     [n_contests of the election]
 * keep     owns the lines */
void cv_chamber_by_author(cv_chambers *out, const cv_election *e, const cv_seat_result *seat,
                          cv_date day, cv_arena *keep, cv_arena scratch);

#endif
