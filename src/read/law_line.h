/* read/law_line.h — one line of a legal profile: cells to a rule. Internal to read/. */
#ifndef CV_READ_LAW_LINE_H
#define CV_READ_LAW_LINE_H

#include "read/law.h"

typedef enum {
    CV_LAW_KEY,
    CV_LAW_JURISDICTION,
    CV_LAW_VALID_FROM,
    CV_LAW_VALID_TO,
    CV_LAW_NUMERATOR,
    CV_LAW_RELATION,
    CV_LAW_P,
    CV_LAW_Q,
    CV_LAW_DENOMINATOR,
    CV_LAW_EXTRA,
    CV_LAW_MODAL,
    CV_LAW_SCOPE,
    CV_LAW_EFFECT,
    CV_LAW_VALUE,
    CV_LAW_SOURCE,
    CV_LAW_STATUS,
    CV_LAW_NOTE
} cv_law_column;
#define CV_N_LAW_COLUMNS (CV_LAW_NOTE + 1)

extern const cv_str CV_LAW_COLUMNS[CV_N_LAW_COLUMNS];

/* What a key's lines hold. */
typedef enum {
    CV_LAW_IS_RULE,     /* numbers compared */
    CV_LAW_IS_CLOCK,    /* an amount of time */
    CV_LAW_IS_WORDS,    /* words in `value` */
    CV_LAW_IS_CALENDAR, /* days, offsets or yes and no in `value` */
    CV_LAW_IS_LABEL     /* title, parent: no citation needed */
} cv_law_kind;

/* Every key, for the reader and the reference. A name that ends in "." begins a family of keys. */
typedef struct {
    const char *name;
    cv_law_kind kind;
    const char *values; /* words that the value may be, separated by spaces; NULL: any */
    const char *about;
} cv_law_key;
extern const cv_law_key CV_LAW_KEYS[];
extern const int32_t CV_N_LAW_KEYS;
/* NULL: no such key. */
const cv_law_key *cv_law_key_named(cv_str key);

/* A line as cells; a cell that the file does not have is empty. */
typedef struct {
    cv_str cell[CV_N_LAW_COLUMNS];
    int32_t at[CV_N_LAW_COLUMNS]; /* column of the file, from 0; -1: it has none */
    cv_str file;
    int64_t line;
    bool needs_place;
} cv_law_cells;

/* Texts of `out` are copied to `keep`. Fails with CV_E_INPUT at the cell. */
cv_status cv_law_line_read(cv_law_rule *out, const cv_law_cells *cells, cv_arena *keep,
                           cv_error *err);

/* "+05:00" in minutes, at most 14 hours. */
bool cv_law_offset_parse(int32_t *minutes, cv_str text);

/* `2005`, `2005-03`, `2005-03-27`, `2005-03-27T02:30`: the first day of it, or the last. */
bool cv_law_day_parse(cv_date *out, cv_str text, bool last);

#endif
