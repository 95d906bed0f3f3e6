/* model/relation.h — what one country's form says: its lines by their own numbers, and the
 * relations between them, each with its source and whether that source was read.
 *
 * A profile of a form comes from forms/ (in the program) or from the case; election.h's profile
 * holds what is in force. How a relation is read: model/expression.h.
 */
#ifndef CV_MODEL_RELATION_H
#define CV_MODEL_RELATION_H

#include "model/expression.h"
#include "model/rule_info.h"

typedef enum {
    CV_FORM_MARK_READ,      /* the law was read                                        */
    CV_FORM_MARK_SECONDARY, /* somebody else's account of it was read                  */
    CV_FORM_MARK_UNVERIFIED /* neither: ours, or from memory                           */
} cv_form_mark;

/* What a relation of the case's own says about votes, where it fails. */
typedef enum {
    CV_MEANT_CODE, /* what its code says in the catalogue                          */
    CV_MEANT_NONE,
    CV_MEANT_EXCESS, /* left above right: so many ballots too many                 */
    CV_MEANT_COUNT   /* the same; left below right: so many ballots are missing    */
} cv_form_effect;

typedef struct cv_form_relation {
    int16_t code;         /* of the catalogue, or the case's own: CV_OWN_CODES + number   */
    cv_severity severity; /* never off                                                    */
    cv_count tolerance;   /* a difference up to it raises nothing                         */
    cv_str lines;         /* as the form numbers them: "2 = 3 + 4 + 5 + 7"; may be empty  */
    cv_expr that;         /* must hold; n 0: what the catalogue says                      */
    cv_expr when;         /* where it applies; n 0: everywhere                            */
    cv_form_effect effect;
    cv_form_mark mark;
    cv_str cite; /* law and article, or whose the relation is; never empty               */
} cv_form_relation;

/* A line of a national form. */
typedef struct {
    cv_str number; /* "1a"                             */
    cv_str id;     /* the field, or opt[] for options  */
    cv_str name;   /* in English                       */
} cv_form_line;

/* A form of the law's, as one file of forms/ has it. */
typedef struct cv_form_profile {
    cv_str id;        /* kg-2005                                          */
    cv_str name;      /* for people                                       */
    cv_str law;       /* which law, and edition                           */
    cv_str took_part; /* the line that counts as participants; empty: not said */
    int32_t n_lines;
    const cv_form_line *line;
    int32_t n_relations;
    const cv_form_relation *relation;
    int32_t n_settings;
    const cv_rule_setting *setting; /* rules that these forms do not have: severity off */
} cv_form_profile;

#endif
