/* read/eight_bit.h — which 8-bit encoding a text is in, when nobody has said.
 *
 * Such encodings share most of their letters and every one of them "works": byte 0xC8 is Č in
 * windows-1250 and È in windows-1252. What tells them apart is which letters stand together: each
 * reading is held against the languages that are written in its encoding, and the likeliest is
 * taken if it leads clearly. Otherwise canvass asks and does not guess.
 *
 * Method: docs/reference/methods.md, Encodings
 */
#ifndef CV_READ_EIGHT_BIT_H
#define CV_READ_EIGHT_BIT_H

#include "read/table.h"

enum { CV_EIGHT_BIT_WORDS = 160 };

typedef struct {
    cv_encoding is;    /* the likeliest; CV_ENCODING_AUTO when no byte is past 127       */
    cv_encoding rival; /* the likeliest that reads it otherwise; CV_ENCODING_AUTO: none  */
    bool is_sure;
    /* The first three words that the two read otherwise, and without a rival the first with such
     * letters; "Čadca, Žilina". UTF-8, NUL-terminated. */
    char words[CV_EIGHT_BIT_WORDS], rival_words[CV_EIGHT_BIT_WORDS];
} cv_eight_bit;

/* Reads `text`, which may begin and end within a word. The same text gives the same answer.
 * Fails only where the system cannot decode one of the encodings. */
cv_status cv_eight_bit_guess(cv_eight_bit *out, cv_str text, cv_arena scratch, cv_error *err);

#endif
