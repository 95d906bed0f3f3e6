/* check/repair_sheet.h — one form in the hand: its figures, which may be changed for a moment,
 * and what of its relations holds with them. */
#ifndef CV_CHECK_REPAIR_SHEET_H
#define CV_CHECK_REPAIR_SHEET_H

#include "check/repair_lines.h"

typedef enum {
    CV_FIGURE_KNOWN,
    CV_FIGURE_OPEN, /* blank or illegible, in an equation: must be filled in                  */
    CV_FIGURE_FREE, /* blank or illegible, in limits only or in nothing: may stay             */
    CV_FIGURE_NONE  /* the form has no such line, or the source does not report it            */
} cv_figure_state;

typedef struct {
    const cv_repair_system *system;
    int32_t row;
    cv_cell *written;  /* [n_lines] what stands on the form                                   */
    int64_t *x;        /* [n_lines] the figure now; 0 while it is not known                   */
    uint8_t *state;    /* [n_lines] cv_figure_state of what is written                        */
    bool *filled;      /* [n_lines] it was open and has a figure now                          */
    int32_t *at, n_at; /* lines with a figure or room for one, in the order of the paper      */
    bool *active;      /* [n_relations] for this form                                         */
    int64_t *residual; /* [n_relations] left - right now                                      */
    int32_t n_failing; /* relations that fail now                                             */
    int32_t n_open;    /* figures to be filled in that are not                                */
    int32_t *failing;  /* [n_first] relations that failed as written                          */
    int32_t n_first, n_equations; /* of them, equations; these come first                      */
    bool is_odd; /* its derived figures are not those of the system: not to be worked on       */
} cv_repair_sheet;

/* Memory for any form of the contest. */
void cv_repair_sheet_open(cv_repair_sheet *out, const cv_repair_system *s, cv_arena *work);

/* Takes up a form. */
void cv_repair_sheet_take(cv_repair_sheet *h, int32_t row);

/* Changes a figure; puts it back as it is written. */
void cv_repair_sheet_set(cv_repair_sheet *h, int32_t line, int64_t value);
void cv_repair_sheet_reset(cv_repair_sheet *h, int32_t line);

/* The figure with which the equation holds, all else as it is; negative: there is none. */
int64_t cv_repair_sheet_forced(const cv_repair_sheet *h, int32_t line, int32_t relation);

/* An equation in force that the line takes part in; -1: none. */
int32_t cv_repair_sheet_equation_of(const cv_repair_sheet *h, int32_t line);

bool cv_relation_fails(const cv_repair_relation *r, int64_t residual);

static inline bool cv_repair_sheet_adds_up(const cv_repair_sheet *h)
{
    return h->n_failing == 0 && h->n_open == 0;
}

#endif
