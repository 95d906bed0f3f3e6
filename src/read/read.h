/* read/read.h — from a case folder to an election: the door of this folder.
 *
 * election.json says what was elected and which column of which file is what; the tables are read
 * as it says. Nothing is repaired and nothing is dropped: every row of every file is in the model,
 * counted as skipped with its reason, or listed as refused with file, line, column, code and
 * reason. What is wrong with election.json itself, or with a file as a whole, is an error.
 *
 * Formats: docs/reference/election-json.md, docs/reference/refusals.md
 */
#ifndef CV_READ_READ_H
#define CV_READ_READ_H

#include "base/error.h"
#include "model/election.h"

typedef struct {
    cv_str data_root; /* where "data" of election.json is looked up; empty: nowhere */
    bool one_thread;  /* do not read ahead in a thread of its own; the election is the same */
    /* Told how much of the file that is being read is done, now and then; total is -1 where it is
     * not known. NULL: nobody is told. Returning false stops the reading with CV_E_STOPPED. */
    bool (*progress)(void *who, cv_str file, int64_t done, int64_t total);
    void *who;
    /* The text of election.json where no file holds it: `path` is then its name in messages, and
     * its folder the one where files are looked up. Nothing else of that folder is read. */
    cv_str text;
} cv_read_options;

#define CV_READ_OPTIONS_DEFAULT ((cv_read_options){.progress = NULL})

/* Reads the case in folder `path`, or that of the file `path` when it ends in ".json".
 * keep     owns everything `out` points to
 * work     is only used on the way and may be closed afterwards
 * Fails with CV_E_INPUT at a place in election.json, decisions.csv or a table that is not what
 * election.json says; with CV_E_LIMIT past a stated limit; `out` is then untouched. */
cv_status cv_read_case(cv_election *out, cv_str path, const cv_read_options *options,
                       cv_arena *keep, cv_arena *work, cv_error *err);

#endif
