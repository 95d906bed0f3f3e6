/* tally/totals.h — the forms of one contest added up, with the decisions in force.
 *
 * Votes, blank and invalid papers, participants and papers in the box are those of the forms
 * that count. Registered voters are those of every station that belongs to the contest, also
 * where the form is awaited or was set aside: a share of the register is a share of the whole
 * register (methods.md, Decisions). Valid votes are the sum over options and, where a form has such
 * lines, votes against all, for options that are gone, and written in.
 */
#ifndef CV_TALLY_TOTALS_H
#define CV_TALLY_TOTALS_H

#include "model/overlay.h"
#include "tally/result.h"

/* `overlay` may be NULL: the forms count as they are. The votes of `out` belong to `keep`. */
void cv_totals_sum(cv_sums *out, const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                   cv_arena *keep);

/* The forms first..end-1 of the contest that have figures, whether they count or not: the sum
 * that the holder of these copies would state. */
void cv_totals_sum_rows(cv_sums *out, const cv_election *e, cv_contest_ix c, int32_t first,
                        int32_t end, cv_arena *keep);

/* How a form counts with the decisions in force. */
typedef struct {
    int32_t row;
    bool counts;
    int32_t figures_row;             /* the form that counts in its place                     */
    const cv_overlay_figures *own;   /* whose figures; NULL: as they stand on `figures_row`   */
    const cv_overlay_change *change; /* NULL: nothing changed it                              */
} cv_counted_form;

/* The form `row` as it stands on paper. */
cv_counted_form cv_form_as_it_is(int32_t row);

/* True when a decision settled what the form's figures are, or that they do not count: what
 * was open about the papers before is no longer. */
bool cv_counted_form_is_decided(cv_counted_form as);

cv_counted_form cv_counted_form_at(const cv_election *e, cv_contest_ix c, const cv_overlay *overlay,
                                   int32_t row);

/* The figures of one form. A figure that is not known is CV_BLANK; a line that the form does
 * not have is 0. */
typedef struct {
    cv_count *votes; /* [n_options] */
    cv_count other;  /* valid votes for none of the options                                     */
    cv_count blank, invalid, participants, box, registered;
} cv_figures;

/* Fills `out`, whose votes the caller owns; figures of `as` whether it counts or not. */
void cv_figures_of(cv_figures *out, const cv_election *e, cv_contest_ix c, cv_counted_form as);

#endif
