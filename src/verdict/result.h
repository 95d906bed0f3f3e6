/* verdict/result.h — per contest one of five words with its reasons; the chamber in intervals. */
#ifndef CV_VERDICT_RESULT_H
#define CV_VERDICT_RESULT_H

#include "model/verdict.h"

typedef struct {
    cv_word word;
    bool declared; /* something was declared; else the word is said of the result as summed   */
    int32_t n_reasons;
    const cv_reason *reason; /* [n_reasons] what decided the word first, caveats after it      */
} cv_verdict;

/* How many seats of the chamber one bloc holds. Each low and each high can occur; the highs of
 * several blocs need not occur together, and do not add up (methods.md, Chamber). */
typedef struct {
    cv_bloc_ix bloc;  /* CV_NO_BLOC: options that belong to none                              */
    int32_t seats;    /* by the figures as decided                                            */
    int32_t declared; /* by what was declared, where it was                                   */
    int32_t low, high;
} cv_chamber_line;

typedef struct {
    int32_t n_lines;
    const cv_chamber_line *line; /* [n_lines] blocs in the election's order; CV_NO_BLOC last   */
    int32_t seats;               /* of all contests that fill the chamber                      */
    int32_t vacant, vacant_low, vacant_high; /* seats that nobody holds                        */
    bool conservative; /* true: some low or high is a proved bound that may not be attained    */
} cv_chamber;

#endif
