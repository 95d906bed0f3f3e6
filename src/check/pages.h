/* check/pages.h — rules about lines that stand beside others: figures in words (C106), and the
 * pages of lists with the votes of their candidates (C403 to C405). */
#ifndef CV_CHECK_PAGES_H
#define CV_CHECK_PAGES_H

#include "check/plan.h"

/* A figure with its words; option -1: a field. */
typedef struct {
    const cv_cell *figure, *words;
    cv_field field; /* of the figure; CV_F_NONE for an option */
    int16_t option;
    cv_lines lines;
} cv_worded;

/* The page of a list; `total` NULL: none. */
typedef struct {
    const cv_cell *total;
    cv_field field;
    int32_t n_candidates;
    const cv_cell **candidate; /* [n_candidates] */
} cv_list_page;

typedef struct cv_pages {
    int32_t n_worded;
    cv_worded *worded;
    bool any_total, any_candidate;
    cv_list_page *page; /* [n_options] */
} cv_pages;

/* NULL when the case has no such lines. */
const cv_pages *cv_pages_find(const cv_plan *p, cv_arena *work);

extern const cv_row_rule CV_PAGE_RULES[];
extern const int32_t CV_N_PAGE_RULES;

#endif
