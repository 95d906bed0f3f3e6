/* read/gunzip.h — gzip, with the sums that it carries.
 *
 * libarchive unpacks gzip but compares neither the CRC nor the length at its end, so a flipped bit
 * could change a count without a word. zlib does. Several gzip members after each other are one
 * stream; zeros after the last are padding.
 */
#ifndef CV_READ_GUNZIP_H
#define CV_READ_GUNZIP_H

#include "base/error.h"

typedef struct cv_gunzip cv_gunzip;

/* Where packed bytes come from; *n is 0 at their end. */
typedef cv_status (*cv_gunzip_source)(void *data, char *to, int64_t room, int64_t *n,
                                      cv_error *err);

/* `path` is for messages. Closed with `keep`. */
cv_gunzip *cv_gunzip_open(cv_gunzip_source source, void *data, cv_str path, cv_arena *keep);

/* Up to `room` unpacked bytes; *n is 0 at the end. Fails with CV_E_INPUT when the data is damaged
 * or cut short. */
cv_status cv_gunzip_get(cv_gunzip *g, char *to, int64_t room, int64_t *n, cv_error *err);

#endif
