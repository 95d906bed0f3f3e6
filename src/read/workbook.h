/* read/workbook.h — an .xlsx as its sheets, texts and number formats (ECMA-376, ISO/IEC 29500).
 *
 * Reads the parts that say what the sheets are; the rows come from read/sheet.h. Names are matched
 * without namespaces, so that "strict" files are read as well as "transitional" ones.
 */
#ifndef CV_READ_WORKBOOK_H
#define CV_READ_WORKBOOK_H

#include "read/package.h"
#include "read/sheet_value.h"

typedef struct {
    cv_str name;
    cv_str part; /* of the package */
    bool is_hidden;
    bool has_data; /* a cell with a value; false also where nobody looked */
} cv_workbook_sheet;

typedef struct {
    cv_package *package;
    cv_str path;
    const cv_table_limits *limits;
    cv_workbook_sheet *sheet; /* [n_sheets] worksheets in the order of the workbook */
    int32_t n_sheets;
    const cv_str *text; /* [n_texts] as written, cut after the longest that a cell may have */
    int64_t n_texts;
    const uint8_t *shown; /* [n_shown] cv_shown_as, by the style of a cell */
    int32_t n_shown;
    bool from_1904;
} cv_workbook;

/* `bytes` and `limits` must live as long as the workbook. Fails with CV_E_INPUT when it is none or
 * damaged. */
cv_status cv_workbook_open(cv_workbook **out, cv_str bytes, cv_str path,
                           const cv_table_limits *limits, cv_arena *keep, cv_error *err);

/* The sheets that are asked for: those of which `glob` is the name, with * and ?, or, when it is
 * empty, the only one with data. Their numbers go to out[n_sheets], how many to *n. Fails with a
 * list of the sheets when there are none, or several and nobody said which. */
cv_status cv_workbook_choose(int32_t *out, int32_t *n, cv_workbook *w, cv_str glob,
                             cv_arena scratch, cv_error *err);

#endif
