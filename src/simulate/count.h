/* simulate/count.h — who has most votes, by the invented country's law, from any of the tables.
 *
 * A count of its own, written apart from tally/: what truth.json says must not come from the code
 * that is tried against it.
 */
#ifndef CV_SIMULATE_COUNT_H
#define CV_SIMULATE_COUNT_H

#include "simulate/world.h"

typedef enum {
    CV_SIM_AS_TRUE,    /* what an honest count would have given                                */
    CV_SIM_AS_PAPERS,  /* the official forms as they came in, before decisions                 */
    CV_SIM_AS_DECIDED, /* the same with the decisions                                          */
    CV_SIM_AS_REPAIRED /* the official forms, with the truth wherever the papers show a fault  */
} cv_sim_view;

typedef enum { CV_SIM_WON, CV_SIM_RUNOFF, CV_SIM_VOID, CV_SIM_TIED } cv_sim_kind;

typedef struct {
    cv_count votes[CV_SIM_OPTIONS_MAX];
    cv_count line[CV_SIM_LINES];
    cv_sim_kind kind;
    int32_t first, second; /* of those who can be seated, by votes; ties by number      */
    cv_count lead;         /* of the first over the second                              */
    int32_t seats[CV_SIM_OPTIONS_MAX];
} cv_sim_count;

/* The station's figures in this view, or NULL when it does not count. Cells that are not numbers
 * count nothing. */
const cv_cell *cv_sim_seen(const cv_sim_world *w, int32_t contest, int32_t station,
                           cv_sim_view view);

void cv_sim_count_up(cv_sim_count *out, const cv_sim_world *w, int32_t contest, cv_sim_view view);

/* "decided", "runoff", "void", "tie". */
const char *cv_sim_kind_name(cv_sim_kind kind);

/* What the body in charge says: the papers as decided, a lot where one was drawn, or the option
 * that a scene has it name. */
void cv_sim_declared(cv_sim_count *out, const cv_sim_world *w, int32_t contest);

#endif
