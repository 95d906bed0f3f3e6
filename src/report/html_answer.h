/* report/html_answer.h — the answer as plain HTML, for readers whose browser runs no scripts: the
 * sentence, the words, the chamber, the seats. The page's program puts itself in its place. */
#ifndef CV_REPORT_HTML_ANSWER_H
#define CV_REPORT_HTML_ANSWER_H

#include "report/report.h"

/* `to`'s arena serves for everything on the way. */
void cv_html_answer(cv_text *to, const cv_report *r);

#endif
