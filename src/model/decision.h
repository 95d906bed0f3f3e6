/* model/decision.h — what bodies have decided, as effects that never edit the papers.
 *
 * One record is one effect of one decision, as a line of decisions.csv. disputes/ folds the
 * records in force into an overlay (model/overlay.h).
 */
#ifndef CV_MODEL_DECISION_H
#define CV_MODEL_DECISION_H

#include "base/date.h"
#include "model/field.h"
#include "model/ids.h"

typedef enum {
    CV_EFFECT_ANNUL, /* the station's votes are not added                                    */
    CV_EFFECT_ADOPT  /* another form of the station, or the figures given, take the place of
                        the counted one; an awaited station becomes counted                  */
} cv_effect_kind;

typedef struct cv_decision {
    cv_str id;         /* of the decision; several effects may share it */
    cv_str body;       /* who decided                                   */
    cv_date effective; /* CV_NO_DATE: in force from the start     */
    cv_str cite, text;
    cv_effect_kind effect;
    cv_contest_ix contest;
    cv_station_ix station;
    cv_copy_ix copy;        /* ADOPT: whose form; -1 when figures are given instead        */
    const cv_cell *votes;   /* ADOPT with figures: [n_options of the contest]              */
    cv_cell invalid, blank; /* ADOPT with figures: CV_CELL_UNREPORTED keeps the old figure */
    cv_source_ix source;
    int64_t line;
} cv_decision;

#endif
