/* base/said.h — a message that was said in English and can be said again in another language.
 *
 * Who finds out what is wrong does not know who will read it, and a list of refused rows is read
 * in several languages. So a message keeps its printf format, which is its msgid, and its
 * arguments as text; the translation is looked up where it is shown and may take the arguments
 * in another order ("%2$s ... %1$s"). The translation is no format for printf: whatever stands in
 * a catalogue, it can only choose among these texts.
 */
#ifndef CV_BASE_SAID_H
#define CV_BASE_SAID_H

#include <stdarg.h>

#include "base/language.h"

/* Writes each argument of `format` as its conversion prints it, and a NUL behind it, into `to`;
 * what does not fit is left out, at the end of the last argument that fits in part. Gives the
 * bytes used. Knows the conversions %d %i %u %x %c %s %f %g with flags, width, precision and
 * l, ll, z; the format attribute of the callers holds them against the arguments. */
int64_t cv_said_arguments(char *to, int64_t size, const char *format, va_list args);

/* The translation of `format` with the arguments in their places. */
cv_str cv_said_again(const cv_language *l, const char *format, cv_str arguments, cv_arena *keep);

/* A message that lives in an arena. */
typedef struct {
    cv_str text;        /* in English                                          */
    const char *format; /* NULL: the text is nobody's message, shown as it is  */
    cv_str arguments;   /* each with a NUL behind it                           */
} cv_said;

cv_said cv_say_so(cv_arena *keep, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Without arguments: a text of a table. */
cv_said cv_say_just(const char *text);

cv_str cv_said_in(const cv_language *l, const cv_said *said, cv_arena *keep);

#endif
