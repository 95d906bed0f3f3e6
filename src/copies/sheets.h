/* copies/sheets.h — one set of a contest's forms, one sheet a station, in order of station. */
#ifndef CV_COPIES_SHEETS_H
#define CV_COPIES_SHEETS_H

#include "base/arena.h"
#include "model/election.h"

/* Of a station with several sheets the first is here, marked. */
typedef struct {
    int32_t n;
    const int32_t *station; /* [n] ascending, each once                                      */
    const int32_t *row;     /* [n] of the contest's forms; -1 - row: one of several sheets   */
} cv_sheets;

/* The forms that count, of whichever copy (`copy` -1), or those of a copy that have figures. */
cv_sheets cv_sheets_of(const cv_forms *f, int32_t copy, cv_arena *keep);

#endif
