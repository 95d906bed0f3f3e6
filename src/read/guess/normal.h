/* read/guess/normal.h — heads of columns and phrases in one spelling, so that they can be
 * compared.
 *
 * NFKC and case folded; ё is е; accents go, but й stays; đ, ł and ı become d, l and i; % is the
 * word "percent"; all other signs part words. A number before the first word is a numbering and
 * goes, unless nothing else is there. A capital after a small letter begins a new word.
 */
#ifndef CV_READ_GUESS_NORMAL_H
#define CV_READ_GUESS_NORMAL_H

#include "base/str.h"

/* Words with one space between them; bytes that are not UTF-8 part words. */
cv_str cv_normal(cv_str name, cv_arena *keep);

enum { CV_NORMAL_WORDS = 40 };

/* A normalised text as words that can be compared fast: the whole word, and its first six
 * letters (the whole word when it is shorter). */
typedef struct {
    uint64_t whole, stem;
    bool is_number; /* digits only */
} cv_normal_word;

/* At most CV_NORMAL_WORDS of them; returns how many. */
int32_t cv_normal_words(cv_normal_word *out, cv_str normal);

#endif
