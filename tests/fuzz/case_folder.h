/* tests/fuzz/case_folder.h — a case on disk for targets that read whole cases: a folder of the
 * process's own, removed at its end. */
#ifndef CV_FUZZ_CASE_FOLDER_H
#define CV_FUZZ_CASE_FOLDER_H

#include "fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/check.h"
#include "read/read.h"

static char folder[] = "/tmp/canvass-fuzz-XXXXXX";

static void write_file(const char *name, cv_str bytes)
{
    char path[sizeof folder + 32];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    cv_assert(f);
    cv_assert(fwrite(bytes.s, 1, (size_t)bytes.n, f) == (size_t)bytes.n);
    cv_assert(fclose(f) == 0);
}

static void remove_folder(void)
{
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));)
        if (e->d_name[0] != '.') unlinkat(dirfd(d), e->d_name, 0);
    if (d) closedir(d);
    rmdir(folder);
}

/* Once; later calls change nothing. */
static void make_folder(cv_str election_json)
{
    static bool made;
    if (made) return;
    made = true;
    cv_assert(mkdtemp(folder));
    atexit(remove_folder);
    write_file("election.json", election_json);
}

/* Reads the folder on one thread. What cannot be read says why, and is never the system's fault. */
static bool read_folder(cv_election *e, cv_arena *keep, cv_arena *work)
{
    cv_read_options options = CV_READ_OPTIONS_DEFAULT;
    options.one_thread = true;
    cv_error err = {0};
    cv_status status = cv_read_case(e, cv_str_of(folder), &options, keep, work, &err);
    cv_assert(status == CV_OK || (status != CV_E_SYSTEM && err.text[0] != '\0'));
    return status == CV_OK;
}

/* No row disappears, and what is refused says where and why. */
static inline void rows_add_up(const cv_election *e)
{
    int64_t refused = 0;
    for (int32_t i = 0; i < e->n_sources; i++) {
        const cv_source *s = &e->source[i];
        cv_assert(s->rows == s->taken + s->skipped + s->refused);
        refused += s->refused;
    }
    cv_assert(refused == e->n_refused);
    for (int64_t i = 0; i < e->n_refused; i++) {
        const cv_refused *r = &e->refused[i];
        cv_assert(r->code >= 1 && r->code <= 16 && r->reason.text.n > 0 && r->line > 0);
        cv_assert(r->contest.i < e->n_contests && r->station.i < e->n_stations);
    }
}

#endif
