/* check/exchange.h — forms on which the votes of two neighbouring options look exchanged, although
 * every sum holds: a suggestion to look, never a contradiction.
 *
 * Voters of one surrounding are alike, and clerks who copy a long list slip by a line. x are the
 * votes at the form, T their sum, p an option's share of the votes of all other forms of the
 * surrounding with the same way of voting (at least 1/(2R), R: those votes). E = T p. The gain in
 * log-likelihood if the two figures are exchanged is L = (x_i - x_j)(ln p_j - ln p_i), for a
 * multinomial; real votes scatter more, and the same test on lines two and three apart, which no
 * slip by one line explains, says how much. Method: methods.md, Lines that look exchanged. */
#ifndef CV_CHECK_EXCHANGE_H
#define CV_CHECK_EXCHANGE_H

#include "check/tray.h"

typedef struct {
    int32_t n, n_options;
    const cv_cell *const *votes; /* [n_options] columns [n]; what is no number is left out     */
    const int32_t *group;        /* [n] the form's surrounding; -1: the form is not looked at  */
    int32_t n_groups;
    const int32_t *parent; /* [n_groups] where it is too small, the next larger one; -1: none  */
} cv_exchange_task;

typedef struct {
    cv_exchange_count count;
    const cv_exchange *found; /* [count.n[0]] neighbours, in order of form, option; contest -1  */
} cv_exchange_found;

/* keep     owns what `out` points to */
void cv_exchange_lines(cv_exchange_found *out, const cv_exchange_task *t, cv_arena *keep,
                       cv_arena scratch);

/* C908 for the counted forms of a plan with four options or more: the surrounding is the station's
 * area, where that is too small the one around it; without areas, the contest. */
void cv_tray_exchanges(cv_tray *s, const cv_plan *p, cv_arena scratch);

#endif
