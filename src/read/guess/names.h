/* read/guess/names.h — what the head of a column says, by the dictionary of read/guess/words.h.
 *
 * A phrase is compared with the head as a whole and, where the head is bilingual ("Electors /
 * Électeurs"), with each side of the sign "/". Its score, in hundredths:
 *   100  the same words
 *    90  all its words, whole and in order
 *    80  all its words, whole, in any order
 *    60  the stems of all its words (their first six letters)
 * A negation beside a word of the phrase forbids it: "no válidos" is not "válidos". Phrases of at
 * most three letters are abbreviations and only match the whole head or a whole side.
 *
 * Method: docs/reference/methods.md, Recognising columns
 */
#ifndef CV_READ_GUESS_NAMES_H
#define CV_READ_GUESS_NAMES_H

#include "read/guess/normal.h"
#include "read/guess/words.h"

typedef struct cv_names cv_names;

/* The dictionary, made ready for comparing. */
const cv_names *cv_names_open(cv_arena *keep);

typedef struct {
    cv_role role;
    cv_role other;          /* the words also mean this; CV_ROLE_NONE: no */
    int32_t score;          /* 100, 90, 80, 60                            */
    int32_t n_words;        /* of the phrase                              */
    int32_t gaps;           /* words of the head between those of the phrase */
    int32_t first;          /* word of the head where it begins, from 0   */
    int32_t n_head;         /* words of the head or side it was found in  */
    const char *row_phrase; /* the phrases of its row, for messages */
    cv_word_language language;
} cv_name_reading;

/* The best reading for each role, best first: higher score; more words of the phrase, less two for
 * each word of the head between them ("number of votes" is not what "number of valid votes" says);
 * "votes" and "total" one less, since they say least; earlier in the head; then the order of the
 * dictionary. Returns how many, at most `room`. */
int32_t cv_names_read(cv_name_reading *out, int32_t room, const cv_names *names, cv_str head,
                      cv_arena scratch);

/* Negative when `a` is the better reading of a head. */
int cv_name_reading_cmp(const cv_name_reading *a, const cv_name_reading *b);

/* The hour of a head that speaks of turnout ("აქტივობა 12 საათი", "voted by 17:30") in minutes of
 * the day, from a number of 0 to 23, with minutes or without; -1 when there is none. */
int32_t cv_names_hour(cv_str head);

#endif
