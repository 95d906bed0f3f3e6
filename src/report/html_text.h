/* report/html_text.h — texts as HTML: the only way by which a name reaches the page outside its
 * data.
 *
 * Texts are shown as cv_show_name() shows them, with & < > " ' as entities. Names of elements are
 * ours, never data.
 */
#ifndef CV_REPORT_HTML_TEXT_H
#define CV_REPORT_HTML_TEXT_H

#include "report/grid.h"

void cv_html_text(cv_text *to, cv_str s);

/* <name>s</name> and a line end. */
void cv_html_element(cv_text *to, const char *name, cv_str s);

/* The first `most` rows as a table with a caption; a cell's text keeps its own direction. */
void cv_html_table(cv_text *to, const cv_grid *t, int64_t most, cv_str caption);

#endif
