/* model/expression.h — a relation between the lines of a form, written as text.
 *
 *     recv = iss_early + iss_station + iss_out + cancelled
 *     valid + invalid <= signed
 *     invalid >= 3/100 of cast
 *     max(opt) < 95/100 of votes or votes <= 100
 *     box <= iss and not kind in {postal, special}
 *
 * From the weakest: `or`, `and`, `not`, one comparison (= != < <= > >=), `+ -`, `*`. Brackets as
 * usual. There is no division: a share is written `p/q of` and compared by multiplication; with
 * nothing to take a share of, the relation does not apply.
 *
 * A figure is a whole number or
 *   id               a line: a field, `t[17:00]`, a line of the case's own (`x_...`), or
 *                    votes (options, against, gone, written in), participants, limit (the register
 *                    with those merged in), per_ballot, station_max
 *   id?              the same; 0 where these forms do not have the line
 *   opt[A]           the votes of the option with the id A; without A, of none
 *   sum(opt) max(opt) min(opt) second(opt)    over the options; second: the second largest
 *   min(a, b, ...)   max(a, b, ...)
 *   ticked(id)       1 where the line has a number above 0, else 0: a blank box is not ticked
 *   prev(id)         the line on the version before this one
 *   copy(kind).id    the line on the copy of that kind: posted, agent, observer, machine, ...
 *   other(contest).id   the line on the form of another contest at the station
 * and a condition also
 *   known(id)        it is a number           has(id)   the form has the line
 *   kind in {ordinary, postal, special, mobile, abroad, electronic}
 *
 * Only the form is checked here; which columns the lines are is found by check/expression.h.
 */
#ifndef CV_MODEL_EXPRESSION_H
#define CV_MODEL_EXPRESSION_H

#include "base/error.h"
#include "num/wide.h"

typedef enum {
    CV_X_NUMBER,
    CV_X_LINE,   /* name, scope, of                              */
    CV_X_OPTION, /* name: the option's id                        */
    CV_X_SUM_OPT,
    CV_X_MAX_OPT,
    CV_X_MIN_OPT,
    CV_X_SECOND_OPT,
    CV_X_TICKED, /* name, scope, of */
    CV_X_ADD,    /* a, b from here  */
    CV_X_SUB,
    CV_X_MUL,
    CV_X_MIN,
    CV_X_MAX,
    /* conditions */
    CV_X_EQ,
    CV_X_NE,
    CV_X_LT,
    CV_X_LE,
    CV_X_GT,
    CV_X_GE,
    CV_X_KNOWN, /* name, scope, of           */
    CV_X_HAS,   /* the same                  */
    CV_X_KIND,  /* number: bits of the kinds */
    CV_X_NOT,   /* a                         */
    CV_X_AND,   /* a, b                      */
    CV_X_OR
} cv_expr_op;

typedef enum { CV_FROM_HERE, CV_FROM_PREV, CV_FROM_COPY, CV_FROM_OTHER } cv_expr_scope;

/* A comparison with `whole` >= 0 is of a share: it does not apply where that node is 0, and
 * `part` is what is compared with it. */
typedef struct {
    cv_expr_op op;
    int32_t a, b; /* nodes before this one; -1: none */
    int32_t part, whole;
    int64_t number;
    cv_str name; /* of a line or option                                 */
    cv_str of;   /* the contest of CV_FROM_OTHER                       */
    cv_expr_scope scope;
    int32_t copy_kind; /* cv_copy_kind of CV_FROM_COPY                       */
    bool optional;     /* written with ?                                      */
    int32_t at;        /* byte of the text                                    */
} cv_expr_node;

enum { CV_EXPR_MAX_NODES = 64, CV_EXPR_MAX_TEXT = 1000 };

/* A relation. The last node is the whole; each node's parts stand before it. n 0: none. */
typedef struct {
    cv_str text;
    int32_t n;
    const cv_expr_node *node; /* [n] */
    bool is_small;            /* whatever the figures are, all sums and products are below 2^62 */
} cv_expr;

/* Reads a relation; `text` must live as long as `keep`. On failure (CV_E_INPUT, CV_E_LIMIT) *at is
 * the byte of the text where it is wrong. */
cv_status cv_expr_parse(cv_expr *out, int32_t *at, cv_str text, cv_arena *keep, cv_error *err);

/* True for names that stand for a computed figure and not for a field: votes, participants, ... */
bool cv_expr_is_computed(cv_str name);

#endif
