/* base/file.h — the only door to the file system.
 *
 * Reading is a stream of bytes (files may be larger than memory) or a whole small file.
 * Writing is all or nothing: bytes go to a temporary file beside the target, which takes the
 * target's name only in cv_sink_commit(), after the disk has confirmed it. Whatever ends the
 * work early — an error, an interruption — leaves the old file, or none.
 *
 * Every failure names the path. A path that is a directory, is missing or may not be read is
 * CV_E_INPUT for inputs; a disk that is full is CV_E_SYSTEM.
 */
#ifndef CV_BASE_FILE_H
#define CV_BASE_FILE_H

#include "base/error.h"

typedef struct cv_source_file cv_source_file;

/* Opens `path` for reading; "-" is standard input. Closed by cv_file_close() or with `keep`. */
cv_status cv_file_open(cv_source_file **out, cv_str path, cv_arena *keep, cv_error *err);
/* Fills up to `room` bytes; *n is 0 at the end. */
cv_status cv_file_get(cv_source_file *f, char *to, int64_t room, int64_t *n, cv_error *err);
/* Bytes of the file, or -1 where that is not known (a pipe). */
int64_t cv_file_size(const cv_source_file *f);
void cv_file_close(cv_source_file *f); /* NULL is allowed */

/* The whole file in `keep`, followed by a NUL that is not counted. Fails with CV_E_LIMIT past
 * `most` bytes. */
cv_status cv_file_read(cv_str *out, cv_str path, int64_t most, cv_arena *keep, cv_error *err);

bool cv_file_exists(cv_str path);
bool cv_dir_exists(cv_str path);
/* Makes a directory and its parents; one that exists is fine, an empty path is not. */
cv_status cv_dir_make(cv_str path, cv_error *err);
/* True when nothing stands in the folder, or it is not there. */
bool cv_dir_is_empty(cv_str path);
/* Takes away a file; one that is not there is fine. Fails with CV_E_SYSTEM. */
cv_status cv_file_remove(cv_str path, cv_error *err);
/* Takes away a folder that is empty; leaves any other alone. */
void cv_dir_remove_empty(cv_str path);
/* `dir` + "/" + `name`; `name` alone when it is absolute or `dir` is empty. */
cv_str cv_path_join(cv_str dir, cv_str name, cv_arena *keep);
/* `path` as seen from the folder `dir`, both of which exist: "../results.csv". Links are followed.
 * `path` itself, absolute, when the two have nothing in common. */
cv_str cv_path_from(cv_str dir, cv_str path, cv_arena *keep);
/* Up to the last "/" ("." when there is none), and what follows it. */
cv_str cv_path_dir(cv_str path);
cv_str cv_path_base(cv_str path);

typedef struct cv_sink cv_sink;

/* Begins to write `path`. Standard output ("-"), devices and pipes have no name to take: bytes
 * go straight to them, and commit only flushes. A directory is refused at once. */
cv_status cv_sink_open(cv_sink **out, cv_str path, cv_arena *keep, cv_error *err);
cv_status cv_sink_put(cv_sink *s, cv_str bytes, cv_error *err);
/* Makes the file appear under its name; fails when an earlier put failed. Last call but
 * cv_sink_close(), which without it removes what was written. */
cv_status cv_sink_commit(cv_sink *s, cv_error *err);
void cv_sink_close(cv_sink *s); /* NULL is allowed; also done when `keep` is closed */

#endif
