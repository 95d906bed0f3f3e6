/* cli/guessed.h — files of results without an election.json: what was guessed, and the case that
 * follows from it. */
#ifndef CV_CLI_GUESSED_H
#define CV_CLI_GUESSED_H

#include "cli/cli.h"
#include "read/guess/open.h"

typedef struct {
    cv_open_tables tables;
    cv_str folder; /* of the case: where `json` would stand */
    cv_str json;   /* the text of election.json             */
    bool is_certain;
} cv_guessed;

/* Reads the files that the arguments name, with progress. `folder` must exist: files are named as
 * seen from it. Fails with CV_E_INPUT where no votes were recognised in any of them. */
cv_status cv_guessed_open(cv_guessed *out, cv_cli *cli, const cv_args *args, cv_str folder);

/* `name` in the folder of `file`. */
cv_str cv_guessed_beside(cv_str file, cv_str name, cv_arena *keep);

/* For people: per table what each column was taken for and why; what is unclear and which key of
 * election.json to correct. */
void cv_guessed_text(cv_text *t, const cv_guessed *g, const cv_look *look);
/* The same in a few lines, for a review that goes on. */
void cv_guessed_brief(cv_text *t, const cv_guessed *g, const cv_look *look);

#endif
