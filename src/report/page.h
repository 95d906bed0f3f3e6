/* report/page.h — the page of report.html, as tools/build-page made it from page/; it is part of
 * the program. */
#ifndef CV_REPORT_PAGE_H
#define CV_REPORT_PAGE_H

#include "base/str.h"

cv_str cv_report_page(void);

#endif
