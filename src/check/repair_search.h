/* check/repair_search.h — the small slips that would make one form add up.
 *
 * In this order: one figure, whose new value the failing equations force; lines exchanged and
 * blocks moved by one; two figures, only when nothing of cost <= 2 was found (methods.md,
 * Smallest repairs). */
#ifndef CV_CHECK_REPAIR_SEARCH_H
#define CV_CHECK_REPAIR_SEARCH_H

#include "check/repair_sheet.h"

typedef enum {
    CV_FIND_ONE,  /* line a becomes v                                                         */
    CV_FIND_TWO,  /* line a becomes v, line b becomes w                                       */
    CV_FIND_SWAP, /* lines a and b are exchanged                                              */
    CV_FIND_UP,   /* at positions a..b each takes the figure of the next, b that of a; or v,
                     where a is blank                                                         */
    CV_FIND_DOWN, /* each takes the figure of the one before, a that of b; or v, where b is
                     blank                                                                    */
    CV_FIND_FILL  /* all that is blank is filled in with `value`                              */
} cv_find;

/* One repair, before it is written out. a < b: lines; for UP and DOWN positions in `at`. */
typedef struct {
    cv_find find;
    int32_t cost, n, a, b;
    int64_t v, w, sum;
    bool copied; /* FIND_ONE: the figure is that of a neighbour                               */
    double gain; /* how much nearer the figures come to what the other forms let expect; ranks
                    only repairs that are otherwise alike                                     */
    const int64_t *value; /* CV_FIND_FILL: [n_lines] */
} cv_found_repair;

typedef struct {
    cv_repair_sheet *sheet;
    cv_found_repair *found;
    int64_t n, cap;
    int32_t least_cost; /* of those found; past all costs while there is none */
    cv_arena *work;
} cv_repair_search;

/* Fills `found`, in the order of the result and each once. `s` holds sheet and work. */
void cv_repair_find(cv_repair_search *s);

/* The figures of a repair, [n] in `keep`. */
const cv_repair_figure *cv_repair_write(const cv_repair_sheet *h, const cv_found_repair *f,
                                        cv_arena *keep);

/* ---- shared by its parts ---- */

/* Takes it when the sheet adds up as it stands now, and costs no more than the most. */
void cv_repair_add(cv_repair_search *s, cv_found_repair f);

/* The slip that explains a figure, with what stands beside it; its cost. */
cv_slip cv_repair_slip(const cv_repair_sheet *h, int32_t line, int64_t to, int32_t *cost);

/* Two figures: repair_pairs.c. Blank lines: repair_blanks.c. */
void cv_repair_find_pairs(cv_repair_search *s);
void cv_repair_find_fills(cv_repair_search *s);

#endif
