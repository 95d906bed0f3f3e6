/* report/json_parts.h — the parts of review.json, shared by the files that write it. */
#ifndef CV_REPORT_JSON_PARTS_H
#define CV_REPORT_JSON_PARTS_H

#include "report/extract.h"
#include "report/report.h"

/* What a contest's object holds besides its identity. */
enum {
    CV_PART_OUTCOME = 1,     /* options, outcome, winners, margin               */
    CV_PART_STEPS = 2,       /* steps, thresholds, the results side by side     */
    CV_PART_QUESTIONS = 4,   /* votes contradicted and in question, verdict     */
    CV_PART_SENSITIVITY = 8, /* forms to open, smallest sets, reachable results */
    CV_PART_ALL = 15
};

/* What is being written. */
typedef struct {
    cv_json json;
    const cv_report *report;
    const cv_review *review;
    const cv_election *election;
    const cv_extract *extract; /* NULL: review.json, everything; else what the page has room for */
    cv_arena *work;            /* for texts; grows until the file is written */
} cv_json_doc;

/* "contests": every contest shown, with the parts asked for. */
void cv_json_contests(cv_json_doc *d, int32_t parts);
/* In a contest's "sensitivity": "questions", sets of them, outcomes. */
void cv_json_search(cv_json_doc *d, int32_t contest);
/* "what_if", where something was supposed. */
void cv_json_what_if(cv_json_doc *d);
/* "rules", "structural", "findings" */
void cv_json_findings(cv_json_doc *d);

/* "copies_compared" */
void cv_json_copies_compared(cv_json_doc *d);
/* "repairs" */
void cv_json_repairs(cv_json_doc *d);
/* Forms whose repairs are written, of those that have any. */
typedef struct {
    int64_t shown, of;
} cv_json_part;
cv_json_part cv_json_repairs_shown(const cv_json_doc *d);
/* "exchanges" */
void cv_json_exchanges(cv_json_doc *d);
/* "incidents"; "bloc_statements" and "chambers" */
void cv_json_put_incidents(cv_json_doc *d);
void cv_json_put_blocs(cv_json_doc *d);
/* "inputs" and "skipped" */
void cv_json_inputs(cv_json_doc *d);

/* "decisions", "decision_notes", "changed_forms", "decision_conflicts" */
void cv_json_ledger(cv_json_doc *d);
/* "areas", "fields", "copy_list" */
void cv_json_places(cv_json_doc *d);
/* "cut", "stations", "forms", "shapes": of the page only. */
void cv_json_papers(cv_json_doc *d);

/* The keys of review.json in `d`, and of the page where it has an extract. */
void cv_json_whole(cv_json_doc *d);

/* ---- values ---- */

/* The number that a form has in "forms" of the page, and in tables/stations.csv: null for -1 and
 * for one that the page has no room for. */
json_t *cv_json_form(const cv_json_doc *d, cv_contest_ix c, int32_t row);

/* Opens the document with its head. */
cv_json_doc cv_json_doc_open(cv_out out, const cv_report *r, const cv_extract *extract,
                             cv_arena *work, cv_error *err);

json_t *cv_json_bloc_row(const cv_election *e, const cv_chamber_line *l);
json_t *cv_json_vacant(const cv_chamber *c);
json_t *cv_json_option_id(const cv_contest *contest, int32_t option); /* null for -1 */
json_t *cv_json_contest_id(const cv_election *e, cv_contest_ix c);
json_t *cv_json_station_code(const cv_election *e, cv_station_ix s);

#endif
