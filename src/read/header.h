/* read/header.h — names of columns from one or several header lines. */
#ifndef CV_READ_HEADER_H
#define CV_READ_HEADER_H

#include "base/str.h"

/* Joins the cells above each other with " / ", leaving empty ones out. In all lines but the last
 * an empty cell repeats the one to its left: `Party A;;Party B;` heads two columns each (German
 * kerg files). Lines may differ in length; the longest counts.
 * line     [n_lines] cells of each line, n_cells[i] of them
 * Returns the names, *n of them, in `keep`. */
const cv_str *cv_header_join(const cv_str *const *line, const int32_t *n_cells, int32_t n_lines,
                             int32_t *n, cv_arena *keep);

/* See cv_table_column(). */
int32_t cv_header_find(const cv_str *column, int32_t n, cv_str name);

#endif
