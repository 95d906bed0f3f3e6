/* base/text.h — text that grows: the buffer behind CSV, tables and messages. */
#ifndef CV_BASE_TEXT_H
#define CV_BASE_TEXT_H

#include "base/count.h"
#include "base/str.h"

typedef struct {
    char *s;
    int64_t n, cap;
    cv_arena *keep;
} cv_text;

cv_text cv_text_open(cv_arena *keep);
void cv_text_add(cv_text *t, cv_str s);
void cv_text_addf(cv_text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void cv_text_repeat(cv_text *t, char c, int64_t n);
/* What has been added; later additions may move it. */
cv_str cv_text_str(const cv_text *t);

/* One cell of CSV after RFC 4180: quoted when it holds a comma, a quote or a line end. A text
 * cell that a spreadsheet would run as a formula (= + - @ tab or CR first) gets a leading
 * apostrophe, so a negative number goes through cv_csv_count. */
void cv_csv_cell(cv_text *t, cv_str cell);
void cv_csv_count(cv_text *t, cv_count n); /* empty when CV_BLANK */
void cv_csv_next(cv_text *t);              /* the comma between cells */
void cv_csv_end(cv_text *t);               /* the end of a row */

#endif
