/* read/guess/guess.h — what the columns of a table of results are, by their heads and by the
 * arithmetic of the form.
 *
 * A pure function of the table: the same rows give the same guess, whatever the order of columns.
 * What cannot be told is not mapped: it is listed as unclear, with the readings that are left.
 * Never guessed: rule set, number of seats, thresholds, kinds of stations.
 *
 * Method: docs/reference/methods.md, Recognising columns
 */
#ifndef CV_READ_GUESS_GUESS_H
#define CV_READ_GUESS_GUESS_H

#include "base/sentence.h"
#include "read/guess/survey.h"
#include "read/guess/words.h"

typedef enum {
    CV_USE_UNCLEAR,
    CV_USE_IGNORED,
    CV_USE_KEY,   /* a part of the station's key                    */
    CV_USE_PLACE, /* name of the station                            */
    CV_USE_AREA,  /* an area of the station; key columns can be one too */
    CV_USE_LAT,
    CV_USE_LON,
    CV_USE_CONTEST,     /* which contest the row is about                 */
    CV_USE_FIELD,       /* a line of the form: `role`                     */
    CV_USE_OPTION,      /* wide: votes of an option                       */
    CV_USE_OPTION_ID,   /* long: whom the row is about                    */
    CV_USE_OPTION_NAME, /* long: the name of a numbered option            */
    CV_USE_PARTY,       /* long                                           */
    CV_USE_VOTES,       /* long                                           */
    CV_USE_WHERE        /* only rows with one value of it hold results   */
} cv_use;

enum { CV_BY_NAME = 1, CV_BY_ARITHMETIC = 2 };

typedef struct {
    cv_use use;
    cv_role role;        /* of a field: below CV_F_FIXED, or CV_ROLE_TURNOUT                 */
    int32_t minute;      /* of the day, for turnout                                          */
    int32_t form;        /* contest of this row, from 0; -1: all of them                     */
    int32_t why;         /* CV_BY_NAME | CV_BY_ARITHMETIC                                    */
    int32_t agree, rows; /* rows in which the arithmetic that bears on it holds; rows 0: none */
    const char *note;    /* ignored: why, a msgid; NULL: what `of_role` is called             */
    cv_role of_role;     /* ignored: what it holds                                           */
    int32_t same_as;     /* ignored: the column of the same figures, -1                      */
    cv_role reading[2];  /* unclear: the best two; CV_ROLE_NONE                              */
    bool is_area;
    cv_str value; /* CV_USE_WHERE */
} cv_guess_column;

enum {
    CV_GUESS_KEYS = 4,
    CV_GUESS_FORMS = 8,
    CV_GUESS_AREAS = 6,
    CV_GUESS_TOTALS = 8,
    CV_GUESS_PSEUDO = 16
};

typedef struct {
    bool is_long;
    int32_t n_columns;
    const cv_guess_column *column; /* [n_columns] */
    int32_t n_key, key[CV_GUESS_KEYS];
    int32_t n_repeats; /* rows whose key stood before                   */
    bool key_is_sure;
    int32_t n_areas, area[CV_GUESS_AREAS]; /* outermost first                        */
    int32_t n_forms;                       /* contests of a row                              */
    cv_str form_name[CV_GUESS_FORMS];      /* what tells them apart; "" where there is one */
    int32_t contest;                       /* column that decides the contest, -1: none      */
    bool contest_by_option;                /* ... because options stand only there           */
    int32_t n_pseudo;                      /* long: names of options that are lines of the form */
    cv_str pseudo[CV_GUESS_PSEUDO];
    cv_role pseudo_is[CV_GUESS_PSEUDO];
    bool has_levels;    /* one row holds so much that it seems to be a total of others */
    bool absent_blanks; /* wide: an empty option does not stand there     */
    int32_t where;      /* column of rows of two kinds, -1: none          */
    cv_str where_value; /* of the rows that hold results                  */
    char thousands;     /* last byte of the separator; 0: none            */
    int32_t n_totals;   /* rows of totals: in column total_column         */
    int32_t total_column;
    cv_str total_word[CV_GUESS_TOTALS];
    int32_t n_options, n_fields, n_unclear; /* columns */
    bool options_are_sure, total_is_known;
} cv_guess;

/* Everything `out` points to is in `keep`. */
void cv_guess_make(cv_guess *out, const cv_survey *s, cv_arena *keep, cv_arena scratch);

/* Why an ignored column is: in the language of its reader, NULL for English. */
cv_str cv_guess_note(const cv_survey *s, const cv_guess_column *c, const cv_language *l,
                     cv_arena *keep);

/* Nothing is left to ask: key, options and one total of votes or persons are known, and no figure
 * is unclear. */
bool cv_guess_is_certain(const cv_guess *g);

#endif
