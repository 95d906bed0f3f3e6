/* read/guess/sums.h — which columns of figures are the sum of which others.
 *
 * A relation total = part + part + ... is a vector of 0, 1 and one −1 that every row of the table
 * is orthogonal to. All of them are found at once: the rows of a small sample span a space, and the
 * relations are in what is orthogonal to it (its null space, computed exactly modulo a prime).
 * With the null space in echelon form the vectors whose entries are 0, 1 or −1 can be listed
 * completely, since their entries at the free columns are 0, 1 or −1 too. A row that does not add
 * up hides the relation from its sample; so several samples are drawn, always the same ones, and
 * what they show is then held against all rows.
 *
 * The order of columns does not matter. Nothing here knows what a column means.
 *
 * Method: docs/reference/methods.md, Recognising columns
 */
#ifndef CV_READ_GUESS_SUMS_H
#define CV_READ_GUESS_SUMS_H

#include "base/arena.h"

/* Figures, column by column; a negative one is no number and counts 0 in a sum. */
typedef struct {
    int32_t n_rows, n_columns;
    const int32_t *const *cell; /* [n_columns] columns [n_rows] */
} cv_figures;

typedef struct {
    int32_t total;
    int32_t n_parts;     /* 1: two columns are equal                                  */
    const int32_t *part; /* [n_parts] ascending                                       */
    int32_t holds, rows; /* of the rows in which one of the columns is more than zero */
} cv_sum;

/* Relations that hold in at least CV_SUM_LEAST of 100 rows, the best first: more rows that agree,
 * then fewer parts, then by column. None when there are too few rows for the columns.
 * Returns how many; *out is in `keep`. */
enum { CV_SUM_LEAST = 95 };
int32_t cv_sums_find(const cv_sum **out, const cv_figures *f, cv_arena *keep, cv_arena scratch);

/* Counts rows for a relation that somebody supposes: fills holds and rows. */
void cv_sum_count(cv_sum *s, const cv_figures *f);

/* Of the rows in which both are more than zero (a register of 0 is none): in how many large >=
 * small. *rows: how many such rows. */
int32_t cv_sums_at_least(const cv_figures *f, int32_t large, int32_t small, int32_t *rows);

#endif
