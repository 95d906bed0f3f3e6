/* read/sheet_value.h — what a cell of a workbook says, as the text that a table in CSV would have.
 *
 * Numbers are doubles written as text: 12, 12.0 and 1.2E1 are the count 12, and 12.5 is none. What
 * they mean depends on how the cell is shown: 45795 in a cell of dates is a day, 0.5 in a cell of
 * percents is 50%. Both are written as people see them, and so can never be taken for a count.
 * All of it in whole numbers and digits; nothing is rounded.
 *
 * Format: ECMA-376 part 1, sections 18.3.1.4 (cells), 18.8.30 (number formats), 22.9.2.19 (texts)
 */
#ifndef CV_READ_SHEET_VALUE_H
#define CV_READ_SHEET_VALUE_H

#include "base/str.h"

typedef enum { CV_SHOWN_PLAIN, CV_SHOWN_DATE, CV_SHOWN_PERCENT } cv_shown_as;

/* By the id of a built-in number format, and by the code of another: `0.0%`, `yyyy-mm-dd`. */
cv_shown_as cv_shown_by_id(int64_t id);
cv_shown_as cv_shown_by_code(cv_str code);

enum { CV_SHEET_NUMBER_ROOM = 64 };

/* Writes a number as it is to be read and returns its length; `to` has room for
 * CV_SHEET_NUMBER_ROOM. A whole number below 2^53 comes as digits; what is neither that, nor a date
 * or percent, comes as it was written, cut to the room. Days count from 1900, or 1904. */
int64_t cv_sheet_number(char *to, cv_str written, cv_shown_as shown, bool from_1904,
                        cv_arena scratch);

/* Puts the characters in place of `_x000D_` and the like, within the text; its new length. */
int64_t cv_sheet_unescape(char *text, int64_t n);

/* "BC7" is column 54 (from 0) of row 7; false when it is no reference. */
bool cv_sheet_reference(cv_str s, int32_t *column, int64_t *row);

#endif
