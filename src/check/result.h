/* check/result.h — what the checks of an election found. Plain data, no functions.
 *
 * From findings to votes (methods.md, same heading; computed by sensitivity/):
 *
 * 1. Findings of severity CV_ERROR count, and warnings with CV_CHANGE_CAP: figures that are not
 *    there. Other warnings and notes are shown, never summed.
 * 2. The findings of one form are those with the same contest and `row` (row >= 0). They fall
 *    into components: those that count and whose `group` masks have a common bit share a line of
 * the form, or lines that an equation ties which holds on this form (box = papers counted), so one
 * slip may have broken them all. A finding that counts and contradicts or can change votes has
 * exactly one bit. (Others carry the bits of every component that they touch, for display; they
 * never join two components. 0: none.)
 * 3. Votes contradicted: the largest `contradicted` inside a component, the sum of components,
 *    clipped to the form's `cap`. Worst fall of a lead or a margin: the largest inside a
 *    component, summed over components, clipped to what `cap` papers can do.
 * 4. A seat's figures are sums over its forms. Findings with row -1 are about the contest as a
 *    whole (declared totals): they are an alternative to the sums and are not added to them.
 */
#ifndef CV_CHECK_RESULT_H
#define CV_CHECK_RESULT_H

#include "model/finding.h"
#include "model/rule_info.h"

/* What became of one rule. Places are forms for rules about one form; pairs of forms for copies
 * and contests; options and fields for declared totals; stations for merges.
 * n_checked + n_not_applicable + n_undecidable = all places, for rules about one form. */
typedef struct {
    int64_t n_checked;        /* the relation was decided, true or false                     */
    int64_t n_not_applicable; /* the form or the station has nothing to compare              */
    int64_t n_undecidable;    /* a blank or illegible cell leaves it open                    */
    int64_t n_raised;         /* it is false: findings in the list                           */
    int64_t n_hidden;         /* it is false and another finding of the form says it better  */
    cv_count amount;          /* sum of cv_finding_amount() over the findings raised         */
    cv_count largest;         /* the largest of them; 0 when none was raised                 */
} cv_rule_count;

/* A relation that fails the same way on many forms has one reason, not many (methods.md,
 * Relations that fail everywhere). Its findings stay in the list; show the reason first. */
typedef enum {
    CV_WHY_TERM,         /* the residual is a column that the relation does not have         */
    CV_WHY_CONSTANT,     /* the residual is the same number everywhere                       */
    CV_WHY_STATION_KIND, /* all failures are at one kind of station                          */
    CV_WHY_SOURCE        /* all failures come from one of several files                      */
} cv_structural_why;

typedef struct {
    int16_t code;
    cv_contest_ix contest;
    cv_structural_why why;
    cv_field field;      /* CV_WHY_TERM: the column, when it is a line of the form           */
    int16_t option;      /* CV_WHY_TERM: the column, when it is an option; else -1           */
    cv_count value;      /* CV_WHY_CONSTANT: the number; CV_WHY_STATION_KIND: the kind;
                            CV_WHY_SOURCE: the source                                        */
    int64_t n_failing;   /* findings of this rule in the contest                             */
    int64_t n_explained; /* of them, with exactly this reason                                */
    int64_t n_holding;   /* forms on which the relation holds                                */
} cv_structural;

/* ---- repairs ---- */

/* How a figure may have come to be wrong, and what the explanation costs (methods.md, Smallest
 * repairs). */
typedef enum {
    CV_SLIP_FILLED,         /* a blank or illegible line is filled in: 1                         */
    CV_SLIP_DIGITS_SWAPPED, /* two neighbouring digits: 1                                        */
    CV_SLIP_DIGIT_ALIKE,    /* one digit, of a pair that looks alike: 1                          */
    CV_SLIP_DIGIT,          /* one digit, another: 2                                             */
    CV_SLIP_LENGTH,         /* one digit missing or one too many: 2                              */
    CV_SLIP_NEIGHBOUR,      /* the figure of the line above or below, or of this line on the
                               form before or after: 2                                       */
    CV_SLIP_LINES_NEXT,     /* two neighbouring lines exchanged: 2 for both                      */
    CV_SLIP_LINES,          /* two other lines exchanged: 3 for both                             */
    CV_SLIP_BLOCK,          /* consecutive lines moved by one: 3 for all of them                 */
    CV_SLIP_OTHER           /* replaced by any other figure: 4                                   */
} cv_slip;

/* One line of a repair: a field (option -1) or the votes of an option. */
typedef struct {
    cv_field field;
    int16_t option;
    cv_slip slip;
    cv_cell from, to; /* as written, which may be blank or illegible; and a number               */
} cv_repair_figure;

/* One change that would make the form add up: after it no rule of severity CV_ERROR between the
 * figures of the form fails. It says what to look at, and is never applied. */
typedef struct {
    int32_t cost, n;
    const cv_repair_figure *figure; /* [n] in the order of the paper */
} cv_repair;

/* What the difference itself suggests, when all equations that fail do so by one amount. */
enum {
    CV_HINT_NINE = 1,    /* divisible by 9: digits exchanged                                      */
    CV_HINT_SHIFTED = 2, /* 9 or 99 times a power of ten: a digit lost, added or moved            */
    CV_HINT_FIGURE = 4   /* a figure on the form: left out or added twice                         */
};

/* The repairs of one form, the smallest first: by cost, number of figures, sum of differences,
 * order of the lines. A form whose rules all hold has none, and is not listed. */
typedef struct {
    cv_contest_ix contest;
    int32_t row, n;
    const cv_repair *repair; /* [n] at most CV_REPAIRS_SHOWN; none: no slip of cost <= 4 does it */
    int32_t n_more;          /* of cost <= 4, beside them                                        */
    cv_count residual;       /* the amount of the hints; 0: no single one                        */
    int32_t hints;
    cv_field hint_field; /* CV_HINT_FIGURE: its line; CV_F_NONE when it is an option             */
    int16_t hint_option; /* -1 when it is a field                                                */
} cv_form_repairs;

enum { CV_REPAIRS_SHOWN = 8, CV_REPAIR_COST_MOST = 4 };

/* ---- forms that are consistent and look exchanged ---- */

/* Two neighbouring options of a form whose votes would fit the surroundings better the other way
 * round (C908). A suggestion to look: unusual, not contradictory. */
typedef struct {
    cv_contest_ix contest;
    int32_t row;
    int16_t option, other;           /* has too many, has too few                            */
    cv_count has, other_has;         /* their votes on the form                               */
    double expected, other_expected; /* by their shares in the surroundings                   */
    double gain;                     /* in log-likelihood, if they were exchanged; only ranks  */
} cv_exchange;

enum { CV_EXCHANGE_MIRRORS = 3 };

/* n[0]: neighbours; n[1], n[2]: the same on options two and three apart, which no slip by one
 * line explains. */
typedef struct {
    int64_t n_checked; /* forms with enough votes around them */
    int32_t n[CV_EXCHANGE_MIRRORS];
} cv_exchange_count;

typedef struct {
    int64_t first, n;           /* its stretch of `finding`                                  */
    const cv_rule_count *count; /* [cv_n_rules()] by row of the rule                         */
} cv_check_contest;

typedef struct cv_check_result {
    int64_t n_findings;
    const cv_finding *finding; /* ordered by contest, station, copy, code, row, option, field,
                                  other; findings about a contest as a whole come first      */
    int32_t n_contests;
    const cv_check_contest *contest; /* [n_contests of the election]                         */
    const cv_rule_count *total;      /* [cv_n_rules()] sums over contests                    */
    int32_t n_structural;
    const cv_structural *structural; /* ordered by contest, code                             */
    int32_t n_repairs;
    const cv_form_repairs *repairs; /* [n_repairs] forms, ordered by contest, row            */
    int32_t n_exchanges;
    const cv_exchange *exchange;             /* [n_exchanges] ordered by contest, row, option */
    const cv_exchange_count *exchange_count; /* [n_contests]                                 */
    int64_t n_same_apart; /* C804: of the pairs raised, those of stations in different areas,
                             where nobody copied: what chance gives                          */
} cv_check_result;

#endif
