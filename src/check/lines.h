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

/* People stay on the register where no poll was held, the poll was annulled, or the form is not
 * there and only the list of stations tells. */
bool cv_field_is_register(cv_field field);
/* True when the field of a form in this state is part of a sum over forms. */
bool cv_form_is_summed(uint8_t state, cv_field field);
/* The forms' column of a total, computed from others where they have none; NULL: neither. */
const cv_cell *cv_forms_total(const cv_forms *f, cv_field field);

/* The field of this id in the election, or CV_F_NONE. */
cv_field cv_plan_field_named(const cv_plan *p, cv_str id);

#endif
