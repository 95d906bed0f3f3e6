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
    cv_bloc_ix bloc;  /* CV_NO_BLOC: unassigned, which is not the same as independent           */
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

/* The chamber as one author sees its blocs. */
typedef struct {
    cv_str asserted_by;   /* empty: the case itself, in election.json                          */
    cv_date day;          /* CV_NO_DATE: statements without an end                             */
    int32_t n_statements; /* of blocs.csv, in force on that day                                */
    cv_chamber chamber;
} cv_chamber_view;

typedef struct {
    cv_chamber of_case; /* by the case's own blocs, also when it has none             */
    int32_t n;
    const cv_chamber_view *view; /* [n] the case first if it has blocs, then authors in order  */
} cv_chambers;

#endif
