/* read/case/template.h — a text made of the cells of a row: `smd-{district id}`, `{station:1-5}`.
 *
 * `{name}` stands for the cell of that column, `{name:1-5}` for its characters 1 to 5. A text
 * without braces is a column's name or a literal, as the key of election.json says. Compiled once
 * against a header; a template that is one whole column costs nothing.
 */
#ifndef CV_READ_CASE_TEMPLATE_H
#define CV_READ_CASE_TEMPLATE_H

#include "read/case/columns.h"

typedef enum {
    CV_TEMPLATE_COLUMN, /* without braces: the name of a column */
    CV_TEMPLATE_LITERAL /* without braces: the text itself      */
} cv_template_kind;

/* Either a literal text, or (column >= 0) a cell or a stretch of its characters. */
typedef struct {
    cv_str text;
    int32_t column;
    int32_t from, to; /* characters from 1, both included; to 0: the whole cell */
} cv_piece;

typedef struct {
    const cv_piece *piece; /* [n]; n 0: nothing was said */
    int32_t n;
} cv_template;

/* Fails at the place in election.json for an unknown column or a brace that is not closed. */
cv_status cv_template_make(cv_template *out, const cv_said *said, cv_template_kind kind,
                           cv_columns *columns, cv_arena *keep);
/* Several templates joined by "/". */
cv_status cv_template_join(cv_template *out, const cv_saids *said, cv_columns *columns,
                           cv_arena *keep);

/* Memory for a text under construction, used again for each row. */
typedef struct {
    char *s;
    int64_t cap;
    cv_arena *work;
} cv_buffer;

/* What is missing for the text, as columns; -1 when nothing is. */
typedef struct {
    int32_t empty_column; /* the first column whose cell is empty             */
    int32_t short_column; /* the first cell shorter than the stretch asked of it */
} cv_template_gap;

/* The text for a row of cells: a slice of a cell, or in `buffer` until the next call with it.
 * Where cells are empty, what would be a double space is a single one. */
cv_str cv_template_text(const cv_template *t, const cv_str *cell, cv_buffer *buffer,
                        cv_template_gap *gap);

/* True when the text is the same for every row. */
bool cv_template_is_fixed(const cv_template *t);

#endif
