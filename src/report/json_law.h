/* report/json_law.h — "law" of review.json. */
#ifndef CV_REPORT_JSON_LAW_H
#define CV_REPORT_JSON_LAW_H

#include "report/json_parts.h"

void cv_json_law(cv_json_doc *d);

#endif
