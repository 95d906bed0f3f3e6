/* read/sheet.h — one sheet of a workbook as a stream of rows.
 *
 * Cells stand where their references say, not in the order they come in: "B7" is column 2 of row 7,
 * and what has no cell is empty. A cell that several were merged into has the value, the others are
 * empty. Rows and sheets that are hidden or filtered out are read like all others, and counted.
 * A formula's stored value is taken; one without a value comes as its text, which is no number.
 */
#ifndef CV_READ_SHEET_H
#define CV_READ_SHEET_H

#include "read/split.h"
#include "read/workbook.h"

typedef struct cv_sheet cv_sheet;

/* `file` is for messages. Closed with `keep`. */
cv_status cv_sheet_open(cv_sheet **out, const cv_workbook *w, int32_t sheet, cv_str file,
                        cv_arena *keep, cv_error *err);
void cv_sheet_close(cv_sheet *s); /* before `keep`; NULL is allowed */

/* Rows above this one are passed over. */
void cv_sheet_from(cv_sheet *s, int64_t row);

/* The next row in which a cell has a value; *found is false after the last. row->room cells are
 * kept, trimmed, empty ones where there are none; row->n is the number of the last cell with a
 * value; row->code is 0 or CV_R15_LONG. Fails with CV_E_INPUT when the sheet contradicts itself or
 * is damaged. */
cv_status cv_sheet_next(cv_sheet *s, cv_row *row, bool *found, cv_error *err);

/* How many columns the sheet says it has; 0 when it does not. Known after the first row. */
int32_t cv_sheet_width(const cv_sheet *s);
/* Complete after the last row. */
cv_sheet_facts cv_sheet_facts_of(const cv_sheet *s);

#endif
