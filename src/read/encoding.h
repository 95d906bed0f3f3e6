/* read/encoding.h — what the 8-bit encodings of table.h say each byte is. */
#ifndef CV_READ_ENCODING_H
#define CV_READ_ENCODING_H

#include "read/table.h"

/* The name for iconv; NULL where bytes are taken as they are (UTF-8) or the order of bytes is open.
 * ISO 8859-1 is read as windows-1252: what calls itself the former mostly is the latter. */
const char *cv_encoding_iconv(cv_encoding e);

enum { CV_HIGH_BYTES = 128 };

/* The characters of bytes 128 to 255, 0 for a byte that the encoding does not have; all these
 * encodings agree on the bytes below. `e` is one of 8 bits. Fails with CV_E_SYSTEM where the system
 * cannot decode it. */
cv_status cv_encoding_chars(uint32_t out[CV_HIGH_BYTES], cv_encoding e, cv_error *err);

#endif
