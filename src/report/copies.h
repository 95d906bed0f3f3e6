/* report/copies.h — what the texts, JSON and CSV of copies share: names, figures, and the order in
 * which stations are shown. */
#ifndef CV_REPORT_COPIES_H
#define CV_REPORT_COPIES_H

#include "report/report.h"

const char *cv_apart_word(cv_apart apart);     /* "unit", "transposed", ... */
const char *cv_held_word_name(cv_held_word w); /* "decides", "too_few", ... */

/* The stations of a pair, those widest apart first: without a placeholder before those with one,
 * then by votes apart, by lines that differ, as in the case. [n_stations] of `pair->station` */
const int64_t *cv_copies_widest(const cv_copy_pair *pair, cv_arena *keep);

/* The column that a cell of a pair stands in. */
const cv_cell *cv_copies_column(const cv_forms *f, const cv_copy_cell *cell);
/* The id of its option or field. */
cv_str cv_copies_line_id(const cv_election *e, cv_contest_ix c, const cv_copy_cell *cell);

/* Stations of the contest that differ in an option, those with a placeholder among them. */
static inline int32_t cv_copies_differing(const cv_copy_pair *p)
{
    return p->n_votes + p->n_zero_a + p->n_zero_b;
}

/* True where any contest that is shown has copies to compare. */
bool cv_copies_any(const cv_report *r);

#endif
