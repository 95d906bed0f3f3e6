/* report/grid.h — tables for a terminal, aligned by what characters take on the screen.
 *
 * Widths are columns of the terminal, not bytes: Georgian, Cyrillic, Chinese and letters with
 * combining marks line up. A table that is too wide first shortens its widest text columns,
 * with an ellipsis at the end or in the middle, down to their least width; then leaves out, from
 * the right, the columns that may go; then shortens on down to a few characters. Numbers are never
 * shortened.
 */
#ifndef CV_REPORT_GRID_H
#define CV_REPORT_GRID_H

#include "report/show.h"

typedef enum { CV_LEFT, CV_RIGHT } cv_align;

typedef struct {
    const char *head; /* a msgid (CV_MSG), looked up when the grid is shown */
    cv_align align;   /* CV_RIGHT: numbers, never shortened            */
    int32_t least;    /* columns that a shortened text keeps; 0: never shortened */
    bool may_go;      /* left out where the screen is too narrow       */
    bool by_ends;     /* shortened in the middle: codes differ at their end */
    bool as_is;       /* the head is a name: it is not looked up */
} cv_grid_column;

typedef struct {
    cv_str text; /* as it may be shown (cv_show_name)             */
    cv_ink ink;
} cv_grid_cell;

typedef struct {
    const cv_grid_column *column; /* [n_columns] */
    int32_t n_columns;
    const cv_language *language; /* of heads and counts         */
    cv_grid_cell *cell;          /* [n_rows × n_columns] by row */
    int64_t n_cells, cap_cells;
    cv_arena *keep;
} cv_grid;

enum { CV_GRID_COLUMNS_MAX = 12 };

/* `column` must outlive the table; at most CV_GRID_COLUMNS_MAX of them. */
cv_grid cv_grid_open(const cv_grid_column *column, int32_t n_columns, const cv_language *l,
                     cv_arena *keep);

/* Adds the next cell, row by row. */
void cv_grid_add(cv_grid *t, cv_str text, cv_ink ink);
void cv_grid_add_count(cv_grid *t, cv_count n);

/* What stands above a column. */
cv_str cv_grid_head(const cv_grid *t, int32_t c);

int64_t cv_grid_n_rows(const cv_grid *t);

/* Head and the first `most` rows, each line with `indent` blanks before it; nothing when the
 * table has no rows. */
void cv_grid_show(cv_text *to, const cv_grid *t, int64_t most, int32_t indent, const cv_look *look);

#endif
