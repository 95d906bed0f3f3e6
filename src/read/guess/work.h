/* read/guess/work.h — what the parts of the guess share. Private to the folder. */
#ifndef CV_READ_GUESS_WORK_H
#define CV_READ_GUESS_WORK_H

#include "read/guess/guess.h"
#include "read/guess/names.h"
#include "read/guess/sums.h"

typedef enum {
    CV_KIND_EMPTY,   /* nothing in it                      */
    CV_KIND_FIGURES, /* whole numbers                      */
    CV_KIND_DECIMAL, /* shares, coordinates                */
    CV_KIND_CODE,    /* digits with leading zeros, or long */
    CV_KIND_TEXT
} cv_kind;

enum { CV_READINGS = 5 };

typedef struct {
    cv_kind kind;
    int32_t n_readings;
    cv_name_reading reading[CV_READINGS]; /* those that fit the kind; best first    */
    cv_role role; /* by name: the best column for it; else CV_ROLE_NONE        */
    bool is_tied; /* other columns say the same as well                        */
    bool is_constant, is_zero;
    bool is_codelike; /* runs of equal numbers, counters, 0 and 1: no votes        */
    bool is_flag;     /* 0 and 1 only                                               */
    bool is_sparse;   /* more than zero in less than half of the rows               */
    int32_t distinct; /* at most CV_DISTINCT_MOST                                  */
} cv_look_column;

enum { CV_DISTINCT_MOST = 200000 };

typedef struct {
    const cv_survey *s;
    const cv_names *names;
    cv_look_column *look;    /* [n_columns] */
    cv_guess_column *column; /* [n_columns] the result */
    cv_guess *g;
    cv_figures figures; /* of all columns */
    int32_t n_sums;
    const cv_sum *sum; /* relations between columns of figures */
    cv_arena *keep;
    cv_arena *scratch;
} cv_guessing;

/* ---- looks.c ---- */

/* Kinds, readings that fit them, and for each role the column whose head says it best. */
void cv_guess_looks(cv_guessing *w);
/* The column of a role by name; -1: none, or several that say it as well. */
int32_t cv_guess_named(const cv_guessing *w, cv_role role);
/* `why` is a msgid; NULL: the role of the column says it. */
void cv_guess_ignore(cv_guessing *w, int32_t column, const char *why);
void cv_guess_field(cv_guessing *w, int32_t column, cv_role role, int32_t form, int32_t why);

/* ---- lines.c ---- */

/* After the options that sums show: the lines of the form by name, each held against the others;
 * options that no sum shows; the register by arithmetic; what is left. */
void cv_guess_lines(cv_guessing *w);
/* The column that is this line of a form; -1: none. Lines of all forms count for each. */
int32_t cv_guess_line(const cv_guessing *w, cv_role role, int32_t form);

/* ---- rest.c ---- */

/* Options of a wide table that no sum shows: all figures that nothing names, where they can be
 * votes beside the lines that are known. */
void cv_guess_options_left(cv_guessing *w);
/* Holds the lines against each other: takes back what the figures contradict, finds the register
 * by arithmetic, counts the rows that agree. */
void cv_guess_hold(cv_guessing *w);

/* ---- wide.c, long.c, place.c ---- */

void cv_guess_wide(cv_guessing *w);
/* False when the table is not long. */
bool cv_guess_long(cv_guessing *w);
/* Key and areas, after the lines of the form are known. `with`: a column that belongs to the key
 * besides (contest, option), -1: none. */
void cv_guess_place(cv_guessing *w, const int32_t *with, int32_t n_with);

#endif
