/* read/case/decision_line.h — one line of decisions.csv. Internal to decisions.c (the file, who
 * decided and when) and decision_effect.c (what).
 */
#ifndef CV_READ_CASE_DECISION_LINE_H
#define CV_READ_CASE_DECISION_LINE_H

#include "base/map.h"
#include "read/case/reading.h"
#include "read/table.h"

/* `station` and `copy` are older names of `places` and `version`. */
typedef enum {
    CV_DC_DECISION,
    CV_DC_RECORDED,
    CV_DC_EFFECTIVE,
    CV_DC_UNTIL,
    CV_DC_BODY,
    CV_DC_RANK,
    CV_DC_CONTEST,
    CV_DC_EFFECT,
    CV_DC_SCOPE,
    CV_DC_PLACES,
    CV_DC_STATION,
    CV_DC_OPTION,
    CV_DC_FIELD,
    CV_DC_OLD,
    CV_DC_NEW,
    CV_DC_VERSION,
    CV_DC_COPY,
    CV_DC_BOX,
    CV_DC_K,
    CV_DC_MODE,
    CV_DC_DATE,
    CV_DC_CANDIDATES,
    CV_DC_REVOKES,
    CV_DC_CITE,
    CV_DC_TEXT,
    CV_DC_SOURCE,
    CV_DC_INVALID,
    CV_DC_BLANK,
    CV_DC_N
} cv_decision_column;

/* A decision that stands above: its number, how many effects it has, and the first of them. */
typedef struct {
    int32_t n_effects;
    cv_decision first;
} cv_decision_head;

typedef struct {
    cv_reading *r;
    cv_str file;
    const cv_table_member *member;
    cv_source_ix source;
    int32_t at[CV_DC_N]; /* -1: the file has no such column */
    int32_t *votes;      /* [n_votes] columns `votes:<option id>` */
    int32_t n_votes;
    const cv_str *cell;
    int64_t line;
    cv_map number_by_id; /* of the decisions above */
    cv_decision_head *head;
    int32_t n_heads, cap_heads;
} cv_decision_line;

extern const cv_str CV_DECISION_VOTES;

/* The cell; of `places` and `version` under either name. Empty where the file has no column. */
cv_str cv_decision_text(const cv_decision_line *d, cv_decision_column c);
cv_place cv_decision_place(const cv_decision_line *d, int32_t column);
/* `format` takes the cell as "%.*s". */
cv_status cv_decision_fail(const cv_decision_line *d, cv_decision_column c, const char *format);
/* A whole number in a column of the file. */
cv_status cv_decision_number(cv_cell *out, const cv_decision_line *d, int32_t column);
/* An optional date; CV_NO_DATE for an empty cell. */
cv_status cv_decision_date(cv_date *out, const cv_decision_line *d, cv_decision_column c);

/* Reads effect, scope and everything that belongs to the effect; contest, id and number of `out`
 * are in place. */
cv_status cv_decision_read_effect(cv_decision *out, cv_decision_line *d);

#endif
