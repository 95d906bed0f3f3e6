/* sensitivity/tests.h — the comparisons on which a seat rests, and how far each question can move
 * them: what a search may leave out without counting.
 *
 * Bounds only prune: that a comparison can turn does not say that the outcome does.
 */
#ifndef CV_SENSITIVITY_TESTS_H
#define CV_SENSITIVITY_TESTS_H

#include "sensitivity/issue.h"

typedef struct {
    int32_t n; /* comparisons that everything together can turn, closest first          */
    int32_t n_issues;
    bool always;      /* there is nothing to compare with: no set may be left out                */
    bool exact;       /* a comparison that turns changes the outcome                             */
    int32_t *order;   /* [n_issues] questions, those that weigh most first                       */
    cv_wide *need;    /* [n] the fall that turns it, after what is missing                       */
    cv_wide *share;   /* [n × n_issues] fall by the question at a position of the order          */
    cv_wide *most;    /* [n × (n_issues + 1)] largest share from a position on                   */
    cv_wide *sum;     /* [n × (n_issues + 1)] by how many are chosen                             */
    int32_t *fewest;  /* [n] questions that turn it                                              */
    int32_t *closing; /* [n] questions that must go so that the rest cannot; -1: it always can   */
} cv_tests;

/* keep     owns what `out` points to */
void cv_tests_of(cv_tests *out, const cv_seat_questions *s, cv_arena *keep, cv_arena scratch);

/* Chooses the question at `position` as number `depth` of the set. False: with `more` of those
 * after it no comparison can turn. */
bool cv_tests_take(cv_tests *t, int32_t position, int32_t depth, int32_t more);

/* No set of fewer questions can turn a comparison; one more than there are: none can. */
int32_t cv_tests_low(const cv_tests *t);

/* The fewest positions that turn comparison `test`, or go past a tie; 0: they cannot. */
int32_t cv_tests_heaviest(int32_t *position, const cv_tests *t, int32_t test, bool past);

/* The question weighs nothing in any comparison, and a comparison is all that counts. */
bool cv_tests_harmless(const cv_tests *t, int32_t issue);

#endif
