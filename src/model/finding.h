/* model/finding.h — one rule that does not hold at one place: the code, the place, the numbers.
 *
 * No sentence: texts live in one catalogue (model/rule_info.h gives each code its words). Codes
 * are permanent, never reused, never changed in meaning. How findings add up to votes:
 * check/result.h.
 */
#ifndef CV_MODEL_FINDING_H
#define CV_MODEL_FINDING_H

#include "model/election.h"

/* How a finding can change the votes of its form (methods.md, From findings to votes). With
 * `option` >= 0 only the votes of that option can change. */
typedef enum {
    CV_CHANGE_NONE,
    CV_CHANGE_OFF,  /* up to k ballots of unknown content may have to go        */
    CV_CHANGE_ADD,  /* up to k ballots of unknown content may be missing        */
    CV_CHANGE_MOVE, /* up to k votes may belong to another option               */
    CV_CHANGE_CAP,  /* figures are missing: up to k votes on top of those known */
    CV_CHANGE_EXACT /* either these figures or those of form `other`; with row -1 either the
                       sums of the contest or its declared votes                */
} cv_change_kind;

typedef struct {
    int16_t code; /* 306 for C306 */
    cv_severity severity;
    cv_contest_ix contest;
    cv_station_ix station; /* CV_NO_STATION for a finding about the contest as a whole      */
    int32_t row;           /* form in the contest's forms; -1 when none                     */
    int32_t other;         /* the other form (duplicate, copy, version), of C805 the one whose
                              figure is the difference; -1 when none                        */
    int64_t listed;        /* C805: into election.sum; C802: into election.refused; -1 when none */
    cv_contest_ix other_contest; /* C7xx; CV_NO_CONTEST otherwise                           */
    int16_t relation;            /* of the profile, for one that it states itself; -1: none */
    int16_t option;              /* the option concerned; -1 when none                      */
    cv_field field;              /* the field concerned; CV_F_NONE when several or none     */
    cv_count left, right;        /* the two sides of the relation; CV_BLANK where none      */
    cv_count contradicted;       /* fewest votes of this form that must be different        */
    cv_change_kind change;
    cv_count k;     /* for OFF, ADD, MOVE, CAP; CV_BLANK: no limit is known                */
    cv_count cap;   /* the most votes that the form can hold; CV_BLANK: no limit is known  */
    uint32_t group; /* findings of one form with a common non-zero bit share a field       */
} cv_finding;

/* By how much the relation fails: the difference of its two sides, else the votes contradicted. */
static inline cv_count cv_finding_amount(const cv_finding *f)
{
    if (f->left == CV_BLANK || f->right == CV_BLANK) return f->contradicted;
    return f->left > f->right ? f->left - f->right : f->right - f->left;
}

#endif
