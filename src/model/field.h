/* model/field.h — the lines of a results form.
 *
 * Every field counts one kind of thing: persons, papers or votes. National forms are mapped to
 * these ids by election.json; a line that fits none gets an own id that begins with `x_`, and
 * reports of turnout get `t[HH:MM]`. Votes for options are not fields: they have own columns.
 *
 * Vocabulary: docs/reference/fields.md.
 */
#ifndef CV_MODEL_FIELD_H
#define CV_MODEL_FIELD_H

#include "base/count.h"

/* A cell of a form: a number 0..999,999,999, or one of the states below. Blank is not zero. */
typedef int32_t cv_cell;

enum {
    CV_CELL_MAX = 999999999,
    CV_CELL_BLANK = -1,     /* the line exists and nothing is written           */
    CV_CELL_ILLEGIBLE = -2, /* something is written and cannot be read          */
    CV_CELL_ABSENT = -3,    /* the form has no such line here; counts 0 in sums */
    CV_CELL_UNREPORTED = -4 /* the form has the line, this source does not      */
};

static inline bool cv_cell_is_number(cv_cell c)
{
    return c >= 0;
}

/* The number, or CV_BLANK for every other state (absent too). */
static inline cv_count cv_cell_count(cv_cell c)
{
    return c >= 0 ? c : CV_BLANK;
}

/* Index into the election's fields: the enum below first, then the case's own lines. */
typedef int16_t cv_field;

enum {
    CV_F_NONE = -1,
    /* persons */
    CV_F_REG_MAIN,
    CV_F_REG_ADD,
    CV_F_REG_SPECIAL,
    CV_F_REG,
    CV_F_SIGNED,
    CV_F_TOOK_PART,
    CV_F_ADMITTED,
    CV_F_ADM_CARD,
    CV_F_ADM_PROXY,
    CV_F_ADM_PASS,
    CV_F_CERT_IN,
    CV_F_CERT_OUT,
    CV_F_CERT_USED,
    CV_F_CERT_UNUSED,
    CV_F_CERT_LOST,
    /* papers */
    CV_F_RECV,
    CV_F_RECV_LATER,
    CV_F_PRINTED,
    CV_F_SURPLUS,
    CV_F_ISS_EARLY,
    CV_F_ISS_STATION,
    CV_F_ISS_OUT,
    CV_F_ISS_POST,
    CV_F_ISS,
    CV_F_UNUSED,
    CV_F_SPOILED,
    CV_F_CANCELLED,
    CV_F_LOST,
    CV_F_BOX_OUT,
    CV_F_BOX_STATION,
    CV_F_BOX_EARLY,
    CV_F_BOX_POST,
    CV_F_BOX_MACHINE,
    CV_F_BOX,
    CV_F_FOREIGN,
    /* votes */
    CV_F_INVALID,
    CV_F_INV_BLANK,
    CV_F_INV_OVER,
    CV_F_INV_MARK,
    CV_F_INV_OTHER,
    CV_F_BLANK,
    CV_F_VALID,
    CV_F_CAST,
    CV_F_AGAINST, /* only where "against all" is not an option of the contest */
    CV_F_GONE,
    CV_F_WRITEIN,
    CV_F_DISPUTED,
    CV_F_OBJECTED,
    CV_F_MORE,
    CV_F_FEWER,
    CV_F_FIXED /* number of fields that every election has */
};

typedef enum { CV_PERSONS, CV_PAPERS, CV_VOTES } cv_field_kind;

typedef struct {
    cv_str id;   /* as in election.json                          */
    cv_str name; /* for people, English; the id where unknown    */
    cv_field_kind kind;
    int16_t minute; /* of the day, for reports of turnout; else -1 */
} cv_field_info;

/* [CV_F_FIXED] the fields that every election has, in the order of the enum. */
extern const cv_field_info CV_FIELDS[];

/* The fixed field of this id, or CV_F_NONE. */
cv_field cv_field_named(cv_str id);

/* True for `t[HH:MM]`; the minute of the day goes to *minute. */
bool cv_field_is_turnout(cv_str id, int16_t *minute);

/* True for a line of the case's own: `x_...`; a figure written in words beside another line,
 * `valid_words`, `opt[A]_words`; the total on a list's own page, `listpage[A]`, and the votes on it
 * for one of its candidates, `pref[A][3]`, where A is the option's id. */
bool cv_field_is_own(cv_str id);
/* The option that such a line is about: A. Empty for a line that is about none. */
cv_str cv_field_option(cv_str id);

#endif
