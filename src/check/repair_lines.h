/* check/repair_lines.h — the forms of one contest as a system of equations and limits.
 *
 * The relations of the plan whose severity is CV_ERROR, written out in the lines that people
 * fill in: a derived column becomes the lines that it is computed from. Relations that fail the
 * same way everywhere have one reason (structure.c) and are left out.
 */
#ifndef CV_CHECK_REPAIR_LINES_H
#define CV_CHECK_REPAIR_LINES_H

#include "check/plan.h"
#include "check/result.h"

/* A line takes part in a relation this many times: left - right. */
typedef struct {
    int32_t relation;
    int64_t times;
} cv_line_use;

typedef struct {
    cv_field field;
    int16_t option; /* -1: a field                                                           */
    bool blank_is_zero;
    const cv_cell *column;
    int32_t n_uses;
    cv_line_use *use;
    bool in_equality;
} cv_repair_line;

typedef struct {
    int32_t line;
    int64_t times;
} cv_repair_term;

/* left - right = 0 or <= 0, up to the tolerance. */
typedef struct {
    const cv_planned *rule; /* NULL: C309 */
    bool is_limit;
    int64_t plus, tolerance;
    bool with_merged; /* the register of merged stations stands on the right                 */
    int32_t n_terms;
    cv_repair_term *term;
} cv_repair_relation;

typedef struct {
    const cv_plan *plan;
    int32_t n_lines, n_relations;
    cv_repair_line *line; /* in the order of the paper: persons, papers, votes, options       */
    cv_repair_relation *relation;
    const cv_count *votes; /* [n_lines] of options and against all, over the counted forms; 0 */
    cv_count all_votes;
} cv_repair_system;

/* `structural` are those of the contest. Lives in `work`. No relation: nothing can be repaired. */
void cv_repair_system_make(cv_repair_system *out, const cv_plan *p, const cv_structural *structural,
                           int64_t n_structural, cv_arena *work);

/* Whether the relation is one for this form. */
bool cv_repair_applies(const cv_repair_system *s, const cv_repair_relation *r, int32_t row);

#endif
