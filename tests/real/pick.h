/* tests/real/pick.h — picks figures out of a JSON text by path.
 *
 * A path picks values, starting at the whole text:
 *
 *   .key or key at the start   the member of every picked object
 *   [3]                        the fourth element of every picked array
 *   [*]                        every element of every picked array
 *   [code=C306,station=39*]     the elements whose members have these values; a value may end in *
 *   #                          at the end: how many values are picked
 *   +key, ^key                 at the end: sum, largest of the members that are whole numbers
 *
 * Without one of the last three exactly one value must be picked. With them none may be, but the
 * array must be there, and unless it is empty some element must have the members asked for.
 */
#ifndef CV_TEST_REAL_PICK_H
#define CV_TEST_REAL_PICK_H

#include <jansson.h>

enum { PICK_BYTES = 512 };

/* Writes the value as a word, a whole number, true, false or null; what is wrong in <> otherwise.
 */
void pick(char out[PICK_BYTES], json_t *root, const char *path);

#endif
