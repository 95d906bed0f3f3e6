/* read/guess/survey.h — a table of which nothing is known yet: its header, and of each column what
 * its cells are.
 *
 * Header: the first line as wide as most lines of the beginning, and the lines below it that hold
 * hardly a number (several header lines); none when that line is data already. Members of an
 * archive, and files, with the same header are one table.
 *
 * Rows are read from the first on, up to `cells` cells; what is said about the table is then said
 * of these rows. All of it is kept: figures as numbers, every cell as a hash.
 *
 * Refuses what read/table.h refuses, and tables of fewer than two columns or no rows.
 */
#ifndef CV_READ_GUESS_SURVEY_H
#define CV_READ_GUESS_SURVEY_H

#include "model/field.h"
#include "read/table.h"

enum {
    CV_SURVEY_CELLS = 4000000,
    CV_SURVEY_SAMPLES = 3,
    CV_NOT_A_FIGURE = -5 /* in cv_survey_column.figure; blank is CV_CELL_BLANK */
};

/* Counts are of rows read. Of one cell exactly one of n_blank .. n_text is counted. */
typedef struct {
    cv_str name;                      /* as cv_table_member.column; "" without one    */
    cv_str ref;                       /* how election.json names it: "name", "name#2", "#7" */
    int32_t n_blank;                  /* nothing, or a standard marker of blanks      */
    int32_t n_count;                  /* 0, 17, 1204; with separated groups too       */
    int32_t n_grouped;                /* of them: with separated groups: 1,204        */
    int32_t n_big;                    /* of them: 1000 or more without groups         */
    int32_t n_marker;                 /* x, X, ?, #                                   */
    int32_t n_code;                   /* digits with a leading zero, or more than nine of them */
    int32_t n_decimal;                /* 52,4  13.35  -5  45 %                        */
    int32_t n_text;                   /* anything else                                */
    char group;                       /* separator of groups, the first that was seen; 0: none */
    int32_t *figure;                  /* [n_rows] a count, CV_CELL_BLANK, CV_NOT_A_FIGURE */
    uint64_t *hash;                   /* [n_rows]                                     */
    cv_str sample[CV_SURVEY_SAMPLES]; /* different ones, not blank                    */
    int32_t n_samples;
    cv_str null_marker; /* "NA", "NULL", "\N", ...: seen as a blank; "" : none */
} cv_survey_column;

typedef struct {
    cv_str name; /* of the member; "" when the file is none */
    int32_t first_row, n_rows;
} cv_survey_part;

typedef struct {
    cv_str path, file; /* file: with the first member, for people */
    cv_table_kind kind;
    cv_encoding encoding;
    char separator; /* 0: it has none */
    int32_t n_header_lines;
    int32_t header_line[CV_HEADER_LINES_MAX];
    int32_t n_columns;
    cv_survey_column *column; /* [n_columns] */
    int32_t n_rows;           /* read, with the right number of cells  */
    int32_t n_odd;            /* rows with another number of cells, or unreadable */
    bool is_whole;            /* all rows of the file were read        */
    int32_t n_parts;
    const cv_survey_part *part; /* [n_parts] members with this header   */
    bool is_archive;
    int32_t n_layouts; /* different headers of the members, this one counted */
    int64_t cap_rows;
} cv_survey;

typedef struct {
    cv_str path;
    bool in_memory; /* the file is `memory` */
    cv_str memory;
    cv_encoding encoding; /* CV_ENCODING_AUTO: found */
    int64_t cells;        /* at most; 0: CV_SURVEY_CELLS */
    int32_t layout;       /* of an archive whose members have different headers: which, from 0 */
    cv_table_watch watch;
} cv_survey_from;

/* Everything `out` points to is in `keep`. Fails with CV_E_INPUT when there is no table. */
cv_status cv_survey_read(cv_survey *out, const cv_survey_from *from, cv_arena *keep, cv_arena *work,
                         cv_error *err);

/* True when a column holds figures of people, papers or votes: counts, blanks and markers. */
bool cv_survey_is_figures(const cv_survey_column *c, int32_t n_rows);

/* The same table with those rows alone whose cell in `column` has this hash. */
cv_survey cv_survey_only(const cv_survey *s, int32_t column, uint64_t hash, cv_arena *keep);

/* The same table with the rows of one part alone. */
cv_survey cv_survey_part_of(const cv_survey *s, int32_t part, cv_arena *keep);

/* How many different cells the column has, at most `most`. */
int32_t cv_survey_distinct(const cv_survey *s, int32_t column, int32_t most, cv_arena scratch);

/* In how many rows the cells of these columns repeat those of an earlier row. `first_row` and
 * `n_rows` choose the rows. */
int32_t cv_survey_repeats(const cv_survey *s, const int32_t *column, int32_t n, int32_t first_row,
                          int32_t n_rows, cv_arena scratch);

/* Share of rows, in hundredths, in which `said` is what it was before for the same cells of
 * `key`: 100 when the key decides it. */
int32_t cv_survey_decides(const cv_survey *s, const int32_t *key, int32_t n_key,
                          const uint64_t *said, cv_arena scratch);

#endif
