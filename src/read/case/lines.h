/* read/case/lines.h — a file that people write for canvass: fixed columns in any order, one record
 * a line. A line that is wrong is an error at its place, never a row passed over; so is a column
 * that nothing knows.
 */
#ifndef CV_READ_CASE_LINES_H
#define CV_READ_CASE_LINES_H

#include "read/case/reading.h"
#include "read/table.h"

/* One of the case's own files, opened. */
typedef struct {
    cv_str file; /* lives as long as the election */
    cv_source_ix source;
    const cv_table_member *member; /* its columns */
} cv_own_file;

/* Opens the file that election.json names, else `standard` where it is in the case folder, has
 * `read` take its rows, and closes its source with rows, hash and size. *found is false when there
 * is none; it may be NULL. */
cv_status cv_own_file_read(bool *found, cv_reading *r, const cv_said *named, cv_str standard,
                           cv_status (*read)(void *who, const cv_own_file *file, cv_table *table),
                           void *who);

typedef struct {
    cv_str name, also; /* the name, and another that means the same; empty: none */
    bool required;
} cv_line_column;

enum { CV_LINE_COLUMNS_MAX = 40 };

typedef struct cv_lines {
    cv_reading *r;
    const cv_line_column *column;
    int32_t n_columns;                                /* at most CV_LINE_COLUMNS_MAX */
    cv_status (*take)(struct cv_lines *l, void *who); /* the present line            */
    void *who;
    /* set by cv_lines_read() */
    cv_str file;
    cv_source_ix source;
    int32_t at[CV_LINE_COLUMNS_MAX]; /* -1: the file has no such column */
    const cv_str *cell;
    int64_t line;
} cv_lines;

/* Reads the file that election.json names, else `standard` where it is in the case folder, and
 * calls take for each line. *found is false when there is none. */
cv_status cv_lines_read(cv_lines *l, bool *found, const cv_said *named, cv_str standard);

/* The cell of a column in the present line; empty when the file has no such column. */
cv_str cv_line_cell(const cv_lines *l, int32_t column);
cv_place cv_line_place(const cv_lines *l, int32_t column);
/* `format` takes the cell as "%.*s". */
cv_status cv_line_fail(const cv_lines *l, int32_t column, const char *format);

#endif
