/* check/plan.h — the catalogue made ready for the forms of one contest: columns instead of
 * lines, the profile's severities and tolerances, and which forms are looked at. */
#ifndef CV_CHECK_PLAN_H
#define CV_CHECK_PLAN_H

#include "check/catalogue.h"
#include "model/finding.h"
#include "model/relation.h"

/* The lines of a form as a set: bit f for field f, then the votes of options, then the case's
 * own lines. Two findings that share a bit may have one cause. */
typedef uint64_t cv_lines;

enum { CV_LINES_OWN = 52 }; /* first bit of the case's own lines; they share the rest */
#define CV_LINES_OPTIONS (UINT64_C(1) << CV_F_FIXED)
cv_lines cv_lines_of(cv_field field);

/* A rule's setting in this case. */
typedef struct {
    cv_severity severity;
    bool only_missing;  /* switched off; figures that are not there are said all the same */
    bool is_set;        /* the profile sets a tolerance */
    cv_count tolerance; /* 0 unless set                 */
} cv_rule_use;

/* One side of a relation: plus + times × the sum of the columns. */
typedef struct {
    int32_t n;
    const cv_cell *column[CV_TERMS];
    int64_t times, plus;
    cv_lines lines;
} cv_side;

struct cv_plan;

/* True, false or open: what a rule says of one form. */
typedef enum { CV_HOLDS, CV_FAILS, CV_OPEN, CV_NOT_HERE } cv_truth;

/* A rule that is no sum. */
typedef struct {
    int16_t code;
    bool for_annulled; /* looks at annulled forms too                                       */
    bool needs_gap;    /* can only fail where a line is blank or illegible                  */
    bool (*applies)(const struct cv_plan *p);
    cv_truth (*judge)(const struct cv_plan *p, int32_t row);
    /* Fills option, field, left, right, contradicted, change, k; returns the lines concerned. */
    cv_lines (*fill)(cv_finding *f, const struct cv_plan *p, int32_t row);
} cv_row_rule;

/* One rule on the forms of one contest. Bitmaps have one bit per form. */
typedef struct {
    int32_t info;                /* row of the rule: cv_rule_at()                           */
    const cv_row_rule *by_row;   /* NULL for a relation                                     */
    const cv_relation_rule *of;  /* NULL for all others                                     */
    const struct cv_bound *that; /* a relation of the form's profile or the case; else NULL */
    const struct cv_bound *here; /* where it applies; NULL: everywhere                      */
    int16_t relation;            /* its number in the profile; -1: none                     */
    cv_severity severity;        /* of its findings                                         */
    cv_rel rel;
    cv_meaning means;
    uint8_t flags;
    cv_side left, right;
    cv_count tolerance;     /* of the relation; 0 where it means something else        */
    const cv_cell *when[2]; /* applies where each is at least ...                      */
    int32_t at_least[2];    /* ... this; NULL: everywhere                              */
    cv_field field;         /* the one line concerned, or CV_F_NONE                    */
    uint64_t *fails, *open, *not_here;
} cv_planned;

typedef struct cv_plan {
    const cv_election *e;
    const cv_contest *contest;
    const cv_forms *f;
    cv_contest_ix c;
    const cv_rule_use *use; /* [cv_n_rules()]                                       */
    int32_t per_ballot;
    const cv_cell *field[CV_F_FIXED]; /* columns of the fixed fields; NULL: not carried, or no
                                         number in it                                       */
    const cv_cell *limit;             /* [n] registers with those merged in                   */
    int32_t n_required;               /* lines that must be filled                            */
    const cv_cell *const *required;   /* [n_required] columns                                 */
    const cv_field *required_field;   /* [n_required]                                         */
    const struct cv_pages *pages;     /* figures in words, pages of lists; NULL: none         */
    int32_t n_words;
    uint64_t *counted, *annulled, *has_register, *gap; /* gap: a required cell is no number */
    int32_t n;
    cv_planned *rule;      /* [n] ascending code                                                 */
    cv_count *largest_cap; /* kept once cv_plan_cap() needed it */
} cv_plan;

/* Columns live in `scratch` memory of the caller, as does everything else of the plan. */
void cv_plan_make(cv_plan *out, const cv_election *e, cv_contest_ix c, const cv_rule_use *use,
                  cv_arena *work);

/* The lines that a derived column rests on in these forms. */
cv_lines cv_plan_derived_lines(const cv_plan *p, cv_derived d);

/* The most votes that the form can hold: its register with those merged in, the papers it
 * received, the legal maximum, whichever is least; CV_BLANK when none is known. */
cv_count cv_plan_cap(const cv_plan *p, int32_t row);

/* cv_plan_cap(); where it is not known the largest of any station of the contest, for what is
 * missing altogether; CV_BLANK when none is known. Not for several threads at a time. */
cv_count cv_plan_room(const cv_plan *p, int32_t row);

static inline bool cv_bit(const uint64_t *word, int32_t i)
{
    return word[i >> 6] >> (i & 63) & 1;
}

#endif
