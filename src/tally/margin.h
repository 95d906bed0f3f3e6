/* tally/margin.h — how far away another outcome is (methods.md, Margins). Internal to tally/. */
#ifndef CV_TALLY_MARGIN_H
#define CV_TALLY_MARGIN_H

#include "tally/work.h"

/* No figure is defined. */
#define CV_NO_MARGIN                                                                               \
    ((cv_margin){CV_MARGIN_NONE, CV_BLANK, CV_BLANK, CV_BLANK, CV_BLANK, CV_BLANK, CV_ON_PAIR, -1, \
                 -1})

/* Fills the margin, the threshold lines' margins and the assertions of a count that is done. */
void cv_margins_find(cv_work *w);

/* Its parts. A tie: a lot must decide, so no vote need change for another outcome. */
void cv_margins_of_tie(cv_work *w);
void cv_margins_of_votes(cv_work *w);
void cv_margins_of_lists(cv_work *w);

#endif
