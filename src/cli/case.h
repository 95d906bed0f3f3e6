/* cli/case.h — from the command line to a reviewed case: what review, check, tally and
 * sensitivity have in common. */
#ifndef CV_CLI_CASE_H
#define CV_CLI_CASE_H

#include "cli/guessed.h"
#include "report/report.h"

typedef struct {
    cv_str path;               /* as the user gave it                       */
    cv_str folder;             /* that holds election.json                  */
    const cv_guessed *guessed; /* bare files: what was guessed of them; NULL: a case */
    cv_election election;
    cv_review review;
    cv_report report;
    bool in_question; /* a contest shown is neither confirmed nor holds */
} cv_case;

/* Reads the case that the arguments name and reviews it, with progress on a terminal; stops when
 * the user asks. Everything belongs to cli->keep. Fails like cv_read_case() and cv_review_run(),
 * and with CV_E_USAGE for a contest that is not there. */
cv_status cv_case_open(cv_case *out, cv_cli *cli, const cv_args *args);

/* Writes text made by `text`, or JSON made by `json` when the arguments ask for it, to standard
 * output. */
cv_status cv_case_say(cv_cli *cli, const cv_args *args, const cv_case *c,
                      void (*text)(cv_text *, const cv_report *, const cv_look *),
                      cv_status (*json)(cv_out, const cv_report *, cv_arena, cv_error *));

#endif
