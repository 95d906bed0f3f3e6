/* check/tray.h — where findings are gathered while an election is checked. */
#ifndef CV_CHECK_TRAY_H
#define CV_CHECK_TRAY_H

#include "check/plan.h"
#include "check/result.h"

/* A finding on its way: with the lines that it concerns, and the copy for its order. */
typedef struct {
    cv_finding f;
    cv_lines lines;
    int32_t copy;
} cv_raised;

/* For passes over stations: which row was met first, without clearing between passes. */
typedef struct {
    int32_t now;      /* number of the pass; 0 before the first                                 */
    int32_t *pass;    /* [n_stations] the last pass that met the station                        */
    int32_t *row;     /* [n_stations] ... and the row that it noted                             */
    int32_t *contest; /* [n_stations] ... in this contest                                     */
} cv_station_notes;

/* The same for areas, each with a way of voting: its number among those of the contest. */
typedef struct {
    int32_t now;
    int32_t *pass, *group; /* NULL before the first pass */
} cv_area_notes;

typedef struct {
    const cv_election *e;
    int32_t n_rules;        /* cv_n_rules()                                                   */
    const cv_rule_use *use; /* [n_rules]                                                      */
    cv_rule_count *count;   /* [n_contests × n_rules]                                         */
    cv_raised *raised;
    int64_t n, cap;
    cv_structural *structural;
    int64_t n_structural, cap_structural;
    int64_t n_same_apart;
    cv_form_repairs *repairs;
    int64_t n_repairs, cap_repairs;
    cv_exchange *exchange;
    int64_t n_exchanges, cap_exchanges;
    cv_exchange_count *exchange_count; /* [n_contests]                                        */
    cv_area_notes areas;
    cv_station_notes notes;
    cv_arena *pool; /* of `raised`, `structural` and `repairs`                                */
    cv_arena *keep; /* of what `repairs` points to, and of `exchange`                         */
} cv_tray;

/* Counts of a code in a contest. */
cv_rule_count *cv_tray_count(cv_tray *s, cv_contest_ix c, int16_t code);

/* True when the profile has not switched the rule off. */
bool cv_tray_wants(const cv_tray *s, int16_t code);

/* A finding without figures, change or option, at a form (row >= 0) or at a contest (row -1). */
cv_finding cv_tray_new(const cv_tray *s, cv_contest_ix c, int32_t row, int16_t code);

void cv_tray_add(cv_tray *s, const cv_finding *f, cv_lines lines);

/* True for what sensitivity/ counts: errors with votes, and figures that are not there. */
static inline bool cv_tray_counts(const cv_finding *f)
{
    if (f->change == CV_CHANGE_CAP) return f->severity >= CV_WARNING;
    return f->severity == CV_ERROR && (f->contradicted > 0 || f->change != CV_CHANGE_NONE);
}

/* The findings and counts of the rules of a plan that was evaluated. */
void cv_tray_plan(cv_tray *s, const cv_plan *p);

/* Relations that fail the same way everywhere: structure.c. */
void cv_tray_structure(cv_tray *s, const cv_plan *p, cv_arena scratch);

/* C801, C802, C806, C809, C810: sets.c. */
void cv_tray_sets(cv_tray *s, const cv_plan *p, cv_arena scratch);

/* C506, C605, C803, C807, C812, C813: copies.c. */
void cv_tray_copies(cv_tray *s, const cv_plan *p);

/* C804: same.c. */
void cv_tray_same(cv_tray *s, const cv_plan *p, cv_arena scratch);

/* C805: levels.c. */
void cv_tray_levels(cv_tray *s, cv_arena scratch);

/* C909: shares.c. */
void cv_tray_shares(cv_tray *s, const cv_plan *p, cv_arena scratch);

/* C701 to C705: contests.c. */
void cv_tray_contests(cv_tray *s, cv_arena scratch);

/* Orders the findings, drops those that others hide, finds the components of each form and
 * fills counts and result: order.c. */
void cv_tray_finish(cv_check_result *out, cv_tray *s, cv_arena *keep);

#endif
