/* report/json_complaints.h — complaints and demands as JSON: of review.json, and of a dossier. */
#ifndef CV_REPORT_JSON_COMPLAINTS_H
#define CV_REPORT_JSON_COMPLAINTS_H

#include "report/json_parts.h"

/* "complaints": null where none are on file. */
void cv_json_complaints_part(cv_json_doc *d);

/* One complaint with its moves, terms, evidence and notes, for any number of readers: names of
 * voters and witnesses are left out. */
json_t *cv_json_complaint(const cv_json_doc *d, int32_t complaint);

#endif
