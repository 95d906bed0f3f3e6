/* read/guess/open.h — from files of which nothing is known to the tables of one case.
 *
 * Members of an archive with different headers are tables of their own. Members with the same
 * header are one table, unless their stations are the same: then they are versions, each a table.
 */
#ifndef CV_READ_GUESS_OPEN_H
#define CV_READ_GUESS_OPEN_H

#include "read/guess/draft.h"

typedef struct {
    const cv_str *path; /* [n_paths] as opened                        */
    const cv_str *file; /* [n_paths] as election.json will name them   */
    int32_t n_paths;
    cv_encoding encoding;
    cv_table_watch watch;
} cv_open_files;

typedef struct {
    cv_draft_table *table; /* [n] those that hold votes, related (cv_draft_relate) */
    int32_t n;
    cv_draft_table *other; /* [n_others] tables in which no votes were recognised  */
    int32_t n_others;
} cv_open_tables;

/* Fails when a file is no table at all, and with CV_E_STOPPED. Everything is in `keep`. */
cv_status cv_open_guess(cv_open_tables *out, const cv_open_files *files, cv_arena *keep,
                        cv_error *err);

#endif
