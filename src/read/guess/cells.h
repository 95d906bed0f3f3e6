/* read/guess/cells.h — of what kind a cell of an unknown table is, by its letters alone. */
#ifndef CV_READ_GUESS_CELLS_H
#define CV_READ_GUESS_CELLS_H

#include "base/str.h"
#include "model/field.h"

typedef enum {
    CV_CELL_IS_BLANK,   /* nothing, - – — . .. n/a, and what programs write: NA NULL \N   */
    CV_CELL_IS_COUNT,   /* 0 17 1204                                                    */
    CV_CELL_IS_GROUPED, /* 1,204  1 204 567: groups of three; 1.127 may be a decimal too */
    CV_CELL_IS_MARKER,  /* x X ? #                                                      */
    CV_CELL_IS_CODE,    /* 007, digits that are more than a count                        */
    CV_CELL_IS_DECIMAL, /* 52,4  -5  45 %                                               */
    CV_CELL_IS_TEXT
} cv_cell_kind;

typedef struct {
    cv_cell_kind kind;
    int32_t figure;  /* of a count, grouped or not; else CV_CELL_BLANK           */
    char group;      /* the separator of groups, its last byte; 0: none           */
    bool is_program; /* a blank that only programs write; it needs a marker of its own */
} cv_cell_look;

cv_cell_look cv_cell_look_at(cv_str cell);

/* The separator of which `group` is the last byte: ",", U+00A0, ... */
cv_str cv_cell_group(char group);

#endif
