/* base/error.h — what to say when the work cannot be done.
 *
 * A function that can fail returns a cv_status, leaves its `out` untouched, and fills the
 * caller's cv_error once, at the place that knows what is wrong. Callers pass errors on with
 * CV_TRY and add nothing. Texts: lower case, one line, no full stop, the wrong thing first,
 * the offender in single quotes; the remedy, if there is one, goes to the hint. They are written
 * in English; who shows them has them in the reader's language (cv_error_text, cv_error_hint), so
 * a format is a literal and a whole sentence: no word of it comes through a %s.
 *
 * Papers that do not add up are never an error: see model/finding.h.
 */
#ifndef CV_BASE_ERROR_H
#define CV_BASE_ERROR_H

#include "base/message.h"

/* The kinds decide the exit code of the program (docs/reference/exit-codes.md). */
typedef enum {
    CV_OK = 0,
    CV_E_USAGE,  /* the command line is wrong                      exit 2 */
    CV_E_INPUT,  /* an input is not what it claims to be           exit 3 */
    CV_E_LIMIT,  /* an input is past a limit that canvass states   exit 3 */
    CV_E_SYSTEM, /* the system refused: disk, memory, permission   exit 4 */
    CV_E_STOPPED /* the user interrupted                           exit 130 */
} cv_status;

/* A place in an input. line and column count from 1; 0 when unknown. Columns count bytes of
 * the decoded line for text, cells for tables read by cell. */
typedef struct {
    cv_str file;
    int64_t line;
    int64_t column;
} cv_place;

/* The texts are UTF-8 on one line: one that is too long is cut between two characters, and a
 * control character or a byte that is not UTF-8 has become '?'. */
typedef struct {
    cv_status status;
    char file[512]; /* NUL-terminated; "" when there is no place */
    int64_t line, column;
    char text[768];
    char hint[512]; /* "" when there is none */
    /* The same to be said again (base/message.h): formats, and the arguments as text. */
    const char *text_format, *hint_format;
    int64_t n_text_arguments, n_hint_arguments; /* bytes */
    char text_arguments[768], hint_arguments[512];
    char tail[256]; /* of the text: " (contests[0].rule)"; "" when there is none */
} cv_error;

/* Fill `err` (which may be NULL) and return `status`. */
cv_status cv_fail(cv_error *err, cv_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
cv_status cv_fail_at(cv_error *err, cv_status status, cv_place at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
cv_status cv_vfail_at(cv_error *err, cv_status status, cv_place at, const char *format,
                      va_list args);
/* The text is a message that was made before. */
cv_status cv_fail_as(cv_error *err, cv_status status, cv_place at, const cv_message *message);
/* Gives an error just made another place. */
void cv_error_place(cv_error *err, cv_place at);
/* Adds to the text of an error just made what is the same in every language: a path in a file. */
void cv_error_tail(cv_error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds the remedy to an error just made; returns `status`:
 *     return cv_hint(err, cv_fail(err, CV_E_INPUT, "..."), "..."); */
cv_status cv_hint(cv_error *err, cv_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* What the error says, in the language of who reads it. */
cv_str cv_error_text(const cv_error *err, const cv_language *l, cv_arena *keep);
/* Empty where there is no hint. */
cv_str cv_error_hint(const cv_error *err, const cv_language *l, cv_arena *keep);

/* Passes a failure on to the caller. */
#define CV_TRY(call)                                                                               \
    do {                                                                                           \
        cv_status cv_tried = (call);                                                               \
        if (cv_tried != CV_OK) return cv_tried;                                                    \
    } while (0)

#endif
