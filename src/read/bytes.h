/* read/bytes.h — the bytes of a file, or of each member of an archive, unpacked and hashed.
 *
 * What a file is follows from its first bytes, never from its name. Plain files, workbooks and
 * packed ones have one member without a name. The SHA-256 is that of the bytes on disk.
 *
 * Refuses: archives with links, absolute paths or "..", encrypted members, archives that are
 * damaged or cut short, and what expands past the limits (methods: formats, section 1.4).
 */
#ifndef CV_READ_BYTES_H
#define CV_READ_BYTES_H

#include "base/file.h"
#include "read/table.h"

typedef struct cv_bytes cv_bytes;

typedef struct {
    cv_str path;
    bool in_memory; /* the file is `memory`, and `path` its name in messages */
    cv_str memory;
    cv_str glob; /* which members of an archive; "": every regular file */
    cv_table_limits limits;
} cv_bytes_from;

/* Opens and recognises. Everything is closed with `keep`. */
cv_status cv_bytes_open(cv_bytes **out, const cv_bytes_from *from, cv_arena *keep, cv_error *err);

/* Goes to the next member, past what was not read of this one. *found is false after the last;
 * then hash and size are complete. *name lives in `keep`. */
cv_status cv_bytes_next(cv_bytes *b, cv_str *name, bool *found, cv_arena *keep, cv_error *err);

/* Up to `room` bytes of the member; *n is 0 at its end. */
cv_status cv_bytes_get(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err);

int64_t cv_bytes_done(const cv_bytes *b);  /* bytes of the file that were read */
int64_t cv_bytes_total(const cv_bytes *b); /* of the file; -1: a pipe          */
/* After the last member. */
cv_sha256 cv_bytes_hash(cv_bytes *b);

/* Looks at the beginning of the member without taking it: up to 4 KiB, all of them if the member
 * has them. */
cv_status cv_bytes_peek(cv_bytes *b, cv_str *out, cv_error *err);
/* All of what is left of the member. In `keep`, or as long as the cv_bytes. */
cv_status cv_bytes_rest(cv_bytes *b, cv_str *out, cv_arena *keep, cv_error *err);

/* ---- between bytes.c, archive.c and package.c ---- */

/* The raw file, hashed as it is read. */
cv_status cv_raw_get(cv_bytes *b, char *to, int64_t room, int64_t *n, cv_error *err);
const cv_bytes_from *cv_bytes_source(const cv_bytes *b);

typedef struct cv_archive cv_archive;

typedef enum { CV_PACKED_STREAM, CV_PACKED_GZIP, CV_PACKED_ZIP } cv_packed;

/* all: the whole file, for a zip only. */
cv_status cv_archive_open(cv_archive **out, cv_bytes *raw, cv_str all, cv_packed is, cv_arena *keep,
                          cv_error *err);
cv_status cv_archive_next(cv_archive *a, cv_str *name, bool *found, cv_arena *keep, cv_error *err);
cv_status cv_archive_get(cv_archive *a, char *to, int64_t room, int64_t *n, cv_error *err);

struct archive_entry;
cv_str cv_archive_member_name(struct archive_entry *e, cv_arena *keep);
/* Refuses what no archive may hold, and the member after the last allowed. number: from 1. */
cv_status cv_archive_member_check(struct archive_entry *e, cv_str name, int64_t number, cv_str path,
                                  const cv_table_limits *limits, cv_error *err);
cv_status cv_archive_expansion_check(int64_t expanded, int64_t packed, cv_str path,
                                     const cv_table_limits *most, cv_error *err);

#endif
