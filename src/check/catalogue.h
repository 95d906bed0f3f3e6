/* check/catalogue.h — the relations between the lines of one form, as data.
 *
 * A record says: the sum of the lines on the left stands in `rel` to the sum of the lines on
 * the right. Several records of one code are forms of the same rule for different papers: the
 * first whose needed lines the forms carry is used. Lines that are not needed and not carried
 * count as absent. Rules that are no sums stand in rows.c; texts in model/rule_info.h.
 */
#ifndef CV_CHECK_CATALOGUE_H
#define CV_CHECK_CATALOGUE_H

#include "model/election.h"

/* A line of a relation: 1 + a field, a derived column, or one of the names below. 0 ends a list. */
typedef int16_t cv_line;

enum {
    CV_LINE_DERIVED = 20000, /* + cv_derived                                               */
    CV_LINE_LIMIT = 21000,   /* the register, with those of stations merged into this one  */
    CV_LINE_OWN,             /* the profile's line of participants when it is none of
                                took_part, signed, iss, box, cast                          */
    CV_LINE_STATED,          /* the same, with iss, box and cast                           */
    CV_LINE_SPECIAL          /* reg_special where it is on top of reg_main                 */
};

typedef enum { CV_REL_EQ, CV_REL_LE, CV_REL_LT, CV_REL_NE } cv_rel;

/* What a failing relation says about votes; delta = left - right. */
typedef enum {
    CV_MEANS_NONE,     /* nothing                                                            */
    CV_MEANS_UNLIKE,   /* |delta| contradicted, no vote named                                */
    CV_MEANS_EXCESS,   /* left too large: off                                                */
    CV_MEANS_NOWHERE,  /* right too large: off; left too large: nothing (papers missing)     */
    CV_MEANS_COUNT,    /* right too large: off; left too large: add                          */
    CV_MEANS_UNSIGNED, /* left too large: off; right too large: contradicted, no vote named  */
    CV_MEANS_SHORT     /* left too large: add where the profile says so (missing_adds)       */
} cv_meaning;

enum {
    CV_FOR_REGISTER = 1, /* needs a register of this station's own: not for postal stations,
                            a note at special ones                                             */
    CV_FOR_SINGLE = 2,   /* one vote per paper                                                 */
    CV_FOR_MULTI = 4,    /* several votes per paper: the right side counts as often            */
    CV_WARN_ABOVE = 8    /* a note at any size; a warning above the profile's tolerance        */
};

enum { CV_TERMS = 6, CV_NEEDS = 3 };

typedef struct {
    int16_t code;
    cv_rel rel;
    cv_meaning means;
    uint8_t flags;
    cv_line left[CV_TERMS], right[CV_TERMS];
    cv_line needs[CV_NEEDS];
    int32_t left_times, right_times; /* 0 means 1                                              */
    cv_line when;                    /* the rule applies where this line ...                   */
    int32_t at_least;                /* ... is at least this                                   */
} cv_relation_rule;

extern const cv_relation_rule CV_RELATIONS[];
extern const int32_t CV_N_RELATIONS;

/* One code hides another of the same form that shares a line with it. */
typedef struct {
    int16_t code, hides;
} cv_hiding;

extern const cv_hiding CV_HIDINGS[];
extern const int32_t CV_N_HIDINGS;

#endif
