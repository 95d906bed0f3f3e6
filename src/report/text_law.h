/* report/text_law.h — the law in the text of a review. */
#ifndef CV_REPORT_TEXT_LAW_H
#define CV_REPORT_TEXT_LAW_H

#include "report/text_parts.h"

/* Every rule that figures answer: its mark, and how many contests, or stations, reach it. Nothing
 * without a law. */
void cv_text_law(cv_text_doc *d);

#endif
