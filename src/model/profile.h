/* model/profile.h — what the case says about its forms: the legal choices that the checks and
 * the verdict need. Everything has a default that accuses nobody. */
#ifndef CV_MODEL_PROFILE_H
#define CV_MODEL_PROFILE_H

#include "model/field.h"
#include "model/trust.h"
#include "num/frac.h"

typedef enum { CV_SEVERITY_OFF, CV_NOTE, CV_WARNING, CV_ERROR } cv_severity;

/* The case's own setting for one rule of the catalogue. */
typedef struct {
    int16_t code;         /* 306 for C306                                            */
    cv_severity severity; /* CV_SEVERITY_OFF: the rule is not applied                */
    bool has_tolerance;
    cv_count tolerance; /* absolute; a difference up to it raises nothing          */
    cv_str why;         /* citation or reason; never empty                         */
} cv_rule_setting;

/* What a form with all figures zero at a station with a register means (C808). */
typedef enum {
    CV_ZERO_COUNTS,  /* a count of zero; only a warning                 */
    CV_ZERO_MISSING, /* read as a missing form                          */
    CV_ZERO_ANNULLED /* the case says that these stations were annulled */
} cv_zero_form;

/* Which of several forms with one key, copy and version count (C803). Identical ones always
 * count once. */
typedef enum {
    CV_DUPLICATES_ALL,   /* all: they may be two stations under one number */
    CV_DUPLICATES_FIRST, /* the first in file order                        */
    CV_DUPLICATES_LAST
} cv_duplicates;

typedef struct {
    cv_field took_part;      /* the field that counts as participants; CV_F_NONE: took_part,
                                else signed, else iss, else box, else papers counted         */
    bool special_inside;     /* reg_special is already inside reg_main (default: on top)     */
    bool options_blank_zero; /* blank option cells are read as 0, with a note (C107)        */
    cv_zero_form zero_form;
    cv_duplicates duplicates;
    cv_count station_max;  /* legal maximum of papers per station; CV_BLANK: none          */
    bool missing_adds;     /* fewer papers than persons may hide votes: C210, C307 `add`   */
    cv_trust trust;        /* which copies count, and which of them prevails                */
    int16_t opens, closes; /* minutes of the day, the usual hours of voting; -1: unknown  */
    int32_t n_settings;
    const cv_rule_setting *setting;     /* [n_settings]                                         */
    const struct cv_form_profile *form; /* the law's form; NULL: none named. relation.h     */
    int32_t n_relations;
    const struct cv_form_relation *relation; /* [n_relations] of the form, then of the case      */
    int32_t n_own;
    const struct cv_rule_info *own; /* [n_own] rules of the case's own, ascending code      */
} cv_profile;

#define CV_PROFILE_DEFAULT                                                                         \
    ((cv_profile){.took_part = CV_F_NONE, .station_max = CV_BLANK, .opens = -1, .closes = -1})

#endif
