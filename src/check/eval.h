/* check/eval.h — evaluates a plan over a stretch of forms, column by column.
 *
 * Three values: a relation is true, false, or open because a cell is blank or illegible. Since a
 * blank is at least 0, known figures may decide: a <= b fails when what is known of a exceeds
 * all of b, and holds when all of a is within what is known of b. An unreported cell makes the
 * rule not applicable, and so do cells that are all absent on one side. */
#ifndef CV_CHECK_EVAL_H
#define CV_CHECK_EVAL_H

#include "check/plan.h"

/* Fills the bitmaps of all rules for the forms of word `from` to word `to` - 1. Stretches do not
 * touch each other's words. */
void cv_eval_words(const cv_plan *p, int32_t from, int32_t to);

/* Both sides of a relation on one form, unknown cells counted as 0. */
void cv_eval_sides(const cv_planned *r, int32_t row, cv_count *left, cv_count *right);

#endif
