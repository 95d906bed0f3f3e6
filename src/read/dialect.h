/* read/dialect.h — which separator a text has.
 *
 * Among , ; TAB | the one that gives the most lines with the same number of cells, two or more,
 * outside quotes, over the first 200 lines that are not empty (methods: formats, section 3.2).
 */
#ifndef CV_READ_DIALECT_H
#define CV_READ_DIALECT_H

#include "base/str.h"

/* `text` begins with the header. The comma when no line has two cells: one column. On a tie the
 * one with more cells, then the first of the list above. quote, comment: 0 when there are none. */
char cv_dialect_separator(cv_str text, char quote, char comment);

/* The separator that a first line `sep=;` declares, its bytes with the line end going to
 * *length; 0 when the text does not begin with such a line. */
char cv_dialect_declared(cv_str text, int64_t *length);

/* Bytes of the first line with its end (LF, CR or CRLF); -1 when it does not end in `text` for
 * sure, which a CR as last byte does not. */
int64_t cv_line_length(cv_str text);

#endif
