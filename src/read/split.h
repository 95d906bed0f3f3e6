/* read/split.h — text into rows of cells.
 *
 * RFC 4180 taken strictly, by libcsv: quotes are doubled inside quotes, and a quote elsewhere is
 * an error of its row. Line ends are LF, CRLF and CR. Also read, because spreadsheets write it:
 * spaces around a quoted cell, and ="0012", which is the text 0012.
 *
 * A row that cannot be split is refused alone. Where it ends is unknown, so reading goes on after
 * its first line: the lines that an open quote would swallow are rows of their own again.
 * Whatever the size of the blocks in which the text comes, the rows are the same.
 */
#ifndef CV_READ_SPLIT_H
#define CV_READ_SPLIT_H

#include "read/decode.h"

typedef struct cv_split cv_split;

typedef struct {
    char separator, quote, comment; /* quote, comment: 0 when there are none */
    int64_t line_bytes, cell_bytes; /* cv_table_limits                       */
} cv_split_rules;

/* One for all members of a file; closed with `keep`. No row can be longer than line_bytes. */
cv_split *cv_split_open(const cv_split_rules *rules, cv_arena *keep);
/* From the first line of a member. */
void cv_split_start(cv_split *s);
void cv_split_separator(cv_split *s, char separator);

/* Where a row goes. */
typedef struct {
    cv_str *cell;    /* [room]                                              */
    int32_t room;    /* cells past it are counted and not kept              */
    char *text;      /* for the bytes of the cells: line_bytes are enough   */
    int32_t n;       /* cells found                                         */
    int64_t line;    /* its first                                           */
    uint8_t code;    /* 0, CV_R07_BYTES, CV_R08_QUOTE, CV_R15_LONG          */
    int32_t column;  /* as in cv_batch                                      */
    int64_t trimmed; /* cells that had spaces around them                   */
    int64_t used;    /* bytes of `text`                                     */
} cv_row;

typedef enum {
    CV_SPLIT_ROW,     /* `row` is filled                          */
    CV_SPLIT_BLANK,   /* a blank line was passed over             */
    CV_SPLIT_COMMENT, /* a comment line was passed over           */
    CV_SPLIT_MORE,    /* it does not end in the window: add to it */
    CV_SPLIT_END      /* of the member                            */
} cv_split_found;

/* The next row or line at w->at, which moves past it. row->line is its line in any case. */
cv_split_found cv_split_next(cv_split *s, cv_window *w, cv_row *row);
/* Passes over one line whatever it holds: CV_SPLIT_COMMENT, _MORE or _END. */
cv_split_found cv_split_skip_line(cv_split *s, cv_window *w);

/* Of the line at w->at, from 1. */
int64_t cv_split_line(const cv_split *s);
/* The caller has put w->at back to the start of a row in this line. */
void cv_split_back(cv_split *s, int64_t line);

#endif
