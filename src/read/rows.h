/* read/rows.h — the reading of a file as a line of steps, one at a time, in one thread.
 *
 * cv_rows_step() makes the next item: a member with its header, rows of it, its end, the end of
 * the file. Items are the same whatever the size of the blocks; read/table.c hands them on.
 */
#ifndef CV_READ_ROWS_H
#define CV_READ_ROWS_H

#include "read/bytes.h"
#include "read/split.h"

typedef struct cv_rows cv_rows;

typedef enum {
    CV_ITEM_MEMBER,
    CV_ITEM_ROWS, /* without rows: the end of the member, with its facts */
    CV_ITEM_FILE_END
} cv_item_kind;

/* One step's result; its memory is used again for a later step. */
typedef struct {
    cv_item_kind kind;
    cv_status status; /* not CV_OK: `error` says why, and nothing follows */
    cv_error error;
    int64_t done;           /* bytes of the file that were read */
    cv_table_member member; /* texts live with the cv_rows */
    cv_batch rows;
    cv_member_facts member_facts;
    cv_file_facts file_facts;
    /* what `rows` is made of */
    cv_str *cell;
    int64_t *line;
    uint8_t *code;
    int32_t *column;
    char *text;
} cv_item;

/* `keep` owns all of it. */
cv_status cv_rows_open(cv_rows **out, const cv_bytes_from *from, const cv_table_format *format,
                       cv_arena *keep, cv_error *err);
cv_item *cv_item_open(const cv_table_format *format, cv_arena *keep);
int64_t cv_rows_total(const cv_rows *r); /* bytes of the file; -1: a pipe */

/* Asked after each block, within a step; true ends the reading with CV_E_STOPPED. */
typedef bool cv_rows_stop(void *data, int64_t bytes_done);
void cv_rows_watch(cv_rows *r, cv_rows_stop *stop, void *data);

/* False after the end of the file or an error. */
bool cv_rows_step(cv_rows *r, cv_item *item);

#endif
