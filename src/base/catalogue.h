/* base/catalogue.h — the texts of one language: look-up in a compiled gettext catalogue (.mo).
 *
 * The bytes are used where they lie; nothing is copied and nothing is kept. A catalogue may come
 * from a file that anybody wrote: whatever its bytes are, a look-up reads only inside them and
 * gives a text or nothing. The optional hash table of the format is not used; the sorted table
 * takes ten comparisons for a thousand texts.
 *
 * Format: GNU gettext manual, "The Format of GNU MO Files".
 */
#ifndef CV_BASE_CATALOGUE_H
#define CV_BASE_CATALOGUE_H

#include "base/str.h"

/* Zero: a catalogue without texts. */
typedef struct {
    const unsigned char *s;
    int64_t n; /* bytes */
} cv_catalogue;

/* True when the head of the file says what it is and its tables lie inside the bytes. */
bool cv_catalogue_is_sound(cv_catalogue c);

/* The text for a msgid; an empty slice when there is none. What is found is UTF-8. */
cv_str cv_catalogue_find(cv_catalogue c, cv_str msgid);

/* How many texts there are, the head (msgid "") among them; 0 for what is no catalogue. */
int64_t cv_catalogue_n(cv_catalogue c);

/* The i-th pair in the order of the msgids; false, and both empty, where the file lies. */
bool cv_catalogue_at(cv_catalogue c, int64_t i, cv_str *msgid, cv_str *text);

/* A line of the head: cv_catalogue_head(c, CV_STR("Language")) is "ru"; empty without one. */
cv_str cv_catalogue_head(cv_catalogue c, cv_str name);

#endif
