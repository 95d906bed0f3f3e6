/* disputes/figures.h — the figures of one station while decisions change them. Internal to
 * disputes/.
 *
 * They begin as those of a form. CORRECT and ADOPT change lines of the form, from which the
 * derived columns are computed again; what ANNUL of a box or an option takes away is kept apart
 * and subtracted at the end.
 */
#ifndef CV_DISPUTES_FIGURES_H
#define CV_DISPUTES_FIGURES_H

#include "model/overlay.h"

/* Ballots that are taken away, by content, and the persons who cast them. */
typedef struct {
    cv_count *votes; /* [n_options] */
    cv_count other, blank, invalid, persons, box, cast;
} cv_taken;

typedef struct {
    const cv_election *e;
    const cv_contest *contest;
    const cv_forms *f;
    cv_arena *work;
    int32_t row;     /* whose figures these are                                                */
    int32_t own_row; /* the station's: its register stays where `row` has none                 */
    cv_cell *votes;  /* [n_options] lines as changed; NULL: as on `row`                        */
    cv_cell *cell;   /* [f->n_fields]                                                          */
    cv_cell invalid, blank; /* stated by a decision; CV_CELL_UNREPORTED: as the lines give     */
    bool is_less;           /* something is taken away                                         */
    cv_taken taken;
} cv_working;

/* Those of a form again: what was changed before is forgotten. */
void cv_working_start(cv_working *w, int32_t row);
/* ADOPT with figures. */
void cv_working_state(cv_working *w, const cv_decision *d);
/* CORRECT: false when the old figure is not there. `force`: puts the new one whatever stands. */
bool cv_working_correct(cv_working *w, const cv_decision *d, bool force);
/* ANNUL of a box with its figures, or with the form `row` of the box: false when the station's
 * figures do not hold so many. */
bool cv_working_subtract(cv_working *w, const cv_decision *d, int32_t row);
/* The option's votes are cancelled; returns how many they were. */
cv_count cv_working_cancel(cv_working *w, int32_t option, cv_cancel mode);

/* Votes now; CV_CELL_* where they are no number. */
cv_cell cv_working_votes(const cv_working *w, int32_t option);

/* NULL: as they stand on w->row. */
const cv_overlay_figures *cv_working_figures(const cv_working *w, cv_arena *keep);

#endif
