/* read/case/columns.h — the columns of one table, as election.json names them.
 *
 * A column that does not exist, or a name that several columns bear, is an error at the place in
 * election.json where it is named. A column that nothing names is an error too: the next export
 * with a new column must not be overlooked.
 */
#ifndef CV_READ_CASE_COLUMNS_H
#define CV_READ_CASE_COLUMNS_H

#include "read/case/spec.h"
#include "read/table.h"

typedef struct {
    const cv_spec *spec;
    const cv_table *table;
    const cv_table_member *member; /* the present member of `table` */
    cv_str file;                   /* its name for people           */
    bool *used;                    /* [n_columns] named by something */
    cv_arena *work;
    cv_error *err;
} cv_columns;

/* The columns of the present member, none used yet. */
cv_columns cv_columns_open(const cv_spec *spec, const cv_table *table,
                           const cv_table_member *member, cv_str file, cv_arena *work,
                           cv_error *err);

/* The column of this name, from 0, now used; or an error with the nearest name as a hint.
 * `name` may be a part of the text at byte `at` of election.json. */
cv_status cv_columns_find(int32_t *out, cv_columns *c, cv_str name, int32_t at);
/* The same; CV_COLUMN_NONE when nothing was said. */
cv_status cv_columns_said(int32_t *out, cv_columns *c, const cv_said *said);
/* True when a column, or several, have exactly this name. */
bool cv_columns_has(const cv_columns *c, cv_str name);

/* Uses the column of this name, of all that bear it, without reading it. */
cv_status cv_columns_pass(cv_columns *c, const cv_said *name);
/* Uses what `ignore` names, a name that several columns bear for all of them; then fails when a
 * column is left that nothing has used. `at`: the table in election.json. */
cv_status cv_columns_all_used(cv_columns *c, const cv_saids *ignore, int32_t at);

#endif
