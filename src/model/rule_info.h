/* model/rule_info.h — the rules of the catalogue as a reader meets them: one row per code.
 *
 * A code is permanent: never reused, never changed in meaning. Texts are English; a translation
 * is looked up by code and part ("C306.title"). How a rule is evaluated stands in check/; what a
 * finding carries, in model/finding.h. The same rows make docs/reference/rules.md.
 */
#ifndef CV_MODEL_RULE_INFO_H
#define CV_MODEL_RULE_INFO_H

#include "base/str.h"
#include "model/profile.h"

/* Rows of CV_RULES; the order of every array "by rule" (check/result.h). */
enum { CV_N_RULES = 85 };

typedef struct cv_rule_info {
    int16_t code;         /* 306 for C306                                                   */
    cv_severity severity; /* unless the case's profile sets another                         */
    cv_str title;         /* "more votes than voters"                                       */
    cv_str relation;      /* what must hold: "valid + blank + invalid <= signed"; for rules
                             that are no relation, when the finding is raised               */
    cv_str explanation;   /* what it means and what it does not                             */
    cv_str next;          /* what a person does with it                                     */
    cv_str tolerance;     /* what the profile's `tolerance` sets; empty: a difference up to
                             it raises nothing                                              */
} cv_rule_info;

enum { CV_CODE_TRIGGER = 920 }; /* a figure at which the law lets a body act */

/* [CV_N_RULES] ascending code. */
extern const cv_rule_info CV_RULES[];

/* The row of a code, or -1. */
int32_t cv_rule_row(int16_t code);

/* ---- with the rules of a case's own: X001 is CV_OWN_CODES + 1 ---- */

enum { CV_OWN_CODES = 1000, CV_OWN_MOST = 999 };

/* Rows of arrays by rule in this case: CV_RULES, then the case's own. */
static inline int32_t cv_n_rules(const cv_profile *p)
{
    return CV_N_RULES + p->n_own;
}

const cv_rule_info *cv_rule_at(const cv_profile *p, int32_t row);
/* The row of a code, its own included, or -1. */
int32_t cv_rule_row_in(const cv_profile *p, int16_t code);
/* The code of `C307` or `X001`; 0 for any other text. */
int16_t cv_rule_code(cv_str text);

#endif
