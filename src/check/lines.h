/* check/lines.h — the columns of one contest's forms by the names of lines. */
#ifndef CV_CHECK_LINES_H
#define CV_CHECK_LINES_H

#include "check/plan.h"
#include "model/expression.h"

typedef struct {
    const cv_cell *column; /* [n] NULL: not carried: no form has a number in it */
    cv_lines lines;
} cv_found_line;

/* The column when some form has a number in it, else NULL: a column that is empty throughout is a
 * line that the source does not report. */
const cv_cell *cv_plan_carried(const cv_plan *p, const cv_cell *column);

cv_found_line cv_plan_field(const cv_plan *p, cv_field f);
cv_found_line cv_plan_derived(const cv_plan *p, cv_derived d);
cv_found_line cv_plan_line(const cv_plan *p, cv_line line);

/* The line that a node of a relation names, with its scope: forms of another copy, version or
 * contest give a column of their own, unreported where there is no such form. */
cv_found_line cv_plan_named(const cv_plan *p, const cv_expr_node *node, cv_arena *work);

/* The field of this id in the election, or CV_F_NONE. */
cv_field cv_plan_field_named(const cv_plan *p, cv_str id);

#endif
