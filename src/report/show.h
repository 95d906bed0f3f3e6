/* report/show.h — how single things look to a person: names, counts, places, inks.
 *
 * Names come from files that anybody may have written. They are shown as written, but for what
 * would move a terminal's cursor, change its colours or turn the direction of the text: those
 * characters, and bytes that are not UTF-8, are shown as U+FFFD.
 *
 * Counts and dates are written as the reader's language does (base/language.h); texts stand in
 * sentences of base/sentence.h.
 */
#ifndef CV_REPORT_SHOW_H
#define CV_REPORT_SHOW_H

#include "base/sentence.h"
#include "base/text.h"

/* What the reader's screen can do, decided by the caller. */
typedef struct {
    int32_t columns; /* of the screen; at least CV_LOOK_NARROW    */
    bool colour;
    bool all;                    /* long lists are not cut                    */
    const cv_language *language; /* NULL: English                              */
} cv_look;

enum { CV_LOOK_NARROW = 40, CV_LOOK_LIST = 20 /* rows of a list that is cut */ };

#define CV_LOOK_DEFAULT ((cv_look){.columns = 100})

/* Inks carry no meaning of their own: every inked word says the same in black. */
typedef enum {
    CV_INK_PLAIN,
    CV_INK_STRONG,
    CV_INK_FAINT,
    CV_INK_GOOD,
    CV_INK_ASK,
    CV_INK_BAD
} cv_ink;

/* The text as it may be shown; the slice itself when nothing has to be replaced. */
cv_str cv_show_name(cv_str name, cv_arena *keep);

/* Adds `s` in an ink, or plainly when the look has no colour. */
void cv_show_ink(cv_text *to, cv_str s, cv_ink ink, const cv_look *look);

/* Adds a paragraph broken at spaces to the width of the look; every line but the first begins
 * with `indent` blanks, and the first is taken to begin at column `at`. Ends with a line end. */
void cv_show_wrapped(cv_text *to, cv_str paragraph, int32_t at, int32_t indent,
                     const cv_look *look);

#endif
