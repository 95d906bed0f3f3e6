/* check/rows.h — rules about one form that are no sums: blanks, single options, alternatives. */
#ifndef CV_CHECK_ROWS_H
#define CV_CHECK_ROWS_H

#include "check/plan.h"

extern const cv_row_rule CV_ROW_RULES[];
extern const int32_t CV_N_ROW_RULES;

#endif
