/* check/expression.h — a relation of model/expression.h on the forms of one contest.
 *
 * Three values, after Kleene: true, false, or open where a cell is blank or illegible. A cell that
 * is not known is anything from 0 to the largest number of a cell; where the relation is the same
 * for all of them, it is decided. A comparison does not apply where one of its lines is not
 * reported or all of one side are absent, and a share where there is nothing to take it of; in
 * `and` and `or` what does not apply is passed over.
 *
 * Monotone: what is decided stays so, whatever number is written into a blank; only ticked() and
 * known() ask for the blank itself. Methods: docs/reference/methods.md, Relations of a form.
 */
#ifndef CV_CHECK_EXPRESSION_H
#define CV_CHECK_EXPRESSION_H

#include "check/plan.h"
#include "model/expression.h"

/* A relation with the columns of its lines. */
typedef struct cv_bound {
    const cv_expr *of;
    const cv_cell **column; /* [of->n] of lines and options; NULL: not on these forms       */
    int64_t *constant;      /* [of->n] per_ballot, station_max; CV_BLANK: none            */
    bool any_row;           /* every form is looked at one by one                          */
    cv_lines lines;         /* of all lines                                                */
    cv_field field;         /* the only line, or CV_F_NONE                                 */
} cv_bound;

/* False when a line that is needed is on none of the forms: the relation does not apply. */
bool cv_expression_bind(cv_bound *out, const cv_expr *of, const cv_plan *p, cv_arena *work);

/* The relation on one form. A difference up to `tolerance` is none where the relation is one
 * comparison. */
cv_truth cv_expression_judge(const cv_bound *b, const cv_plan *p, int32_t row, cv_count tolerance);

/* Bits of the forms at 64 × word, for those of `active`: where the relation is false, open, and
 * where it does not apply. */
typedef struct {
    uint64_t fails, open, not_here;
} cv_expression_word;

cv_expression_word cv_expression_eval(const cv_bound *b, const cv_plan *p, int32_t word,
                                      uint64_t active, cv_count tolerance);

/* Both sides of a relation that is one comparison, unknown cells counted as 0, of a share the part
 * and the whole; CV_BLANK for any other. */
void cv_expression_sides(const cv_bound *b, const cv_plan *p, int32_t row, cv_count *left,
                         cv_count *right);

#endif
