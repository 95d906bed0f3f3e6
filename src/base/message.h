/* base/message.h — a message that was said in English and can be said again in another language.
 *
 * Who finds out what is wrong does not know who will read it, and a list of refused rows is read
 * in several languages. So a message keeps its printf format, which is its msgid, and its
 * arguments as text; the translation is looked up where it is shown and may take the arguments
 * in another order, numbered as printf and msgfmt number them ("%2$s ... %1$d"; the text of a
 * "%.*s" is the second of two: "%2$.*1$s"). The translation is no format for printf: whatever
 * stands in a catalogue, it can only choose among these texts.
 *
 * An argument that is "%-s" is a text of ours, not data ("a picture", "No such file or
 * directory"): it is a msgid itself and looked up too. "%s" and "%.*s" never are: a candidate may
 * be called Open.
 */
#ifndef CV_BASE_MESSAGE_H
#define CV_BASE_MESSAGE_H

#include <stdarg.h>

#include "base/language.h"

/* Writes each argument of `format` as its conversion prints it, and a NUL behind it, into `to`;
 * what does not fit is left out, at the end of the last argument that fits in part. Gives the
 * bytes used. Knows the conversions %d %i %u %x %c %s %f %g with flags, width, precision and
 * l, ll, z; the format attribute of the callers holds them against the arguments. */
int64_t cv_message_arguments(char *to, int64_t size, const char *format, va_list args);

/* The translation of `format` with the arguments in their places. */
cv_str cv_message_again(const cv_language *l, const char *format, cv_str arguments, cv_arena *keep);

/* A message that lives in an arena. */
typedef struct {
    cv_str text;        /* in English                                          */
    const char *format; /* NULL: the text is nobody's message, shown as it is  */
    cv_str arguments;   /* each with a NUL behind it                           */
} cv_message;

cv_message cv_message_of(cv_arena *keep, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Without arguments: a text of a table. */
cv_message cv_message_just(const char *text);

cv_str cv_message_in(const cv_language *l, const cv_message *said, cv_arena *keep);

#endif
