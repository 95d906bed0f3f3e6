/* report/report.h — a review as text for people, as JSON and as CSV.
 *
 * Shows results, computes none; opens no file and prints nothing: texts grow in the caller's
 * arena, JSON and CSV go row by row to where the caller wants them.
 *
 * Nothing here says who has won an election: an option "has the most votes" or is "first by
 * votes" as long as the body that the law names has not decided (methods.md, Wording).
 */
#ifndef CV_REPORT_REPORT_H
#define CV_REPORT_REPORT_H

#include "report/json.h"
#include "report/show.h"
#include "review/result.h"

typedef struct {
    const cv_review *review;
    const bool *shown; /* [n_contests] which contests to show; NULL: all          */
    cv_str where;      /* the case as the reader named it, for the next command   */
    /* That report.html begins in, where one was asked for by name; NULL: the reader's browser says.
     * The locale says nothing here: the same inputs and options give the same bytes. */
    const cv_language *language;
    cv_str written; /* the folder that the files went to; empty: nothing was written */
} cv_report;

/* True when the contest is to be shown. */
bool cv_report_shows(const cv_report *r, int32_t contest);

/* ---- text: each ends by naming the next useful command ---- */

/* The answer first; then seats, reasons, findings, inputs. */
void cv_text_review(cv_text *to, const cv_report *r, const cv_look *look);
/* Findings by rule, then the forms with most votes contradicted, then what is only unusual. */
void cv_text_check(cv_text *to, const cv_report *r, const cv_look *look);
/* Votes, seats, thresholds, margins; the steps where the look shows all. */
void cv_text_tally(cv_text *to, const cv_report *r, const cv_look *look);
/* Votes in question beside leads; smallest sets; what to open first. */
void cv_text_sensitivity(cv_text *to, const cv_report *r, const cv_look *look);
/* Copies beside the forms that count: which differ, by how much, in whose favour; what the copies
 * in one hand settle; where there is none. */
void cv_text_copies(cv_text *to, const cv_report *r, const cv_look *look);

/* The register of complaints and demands, those that can matter first. */
void cv_text_complaints(cv_text *to, const cv_report *r, const cv_look *look);
/* Incidents: the line of time, every claim with its source, accounts of seats, the chamber by
 * author. */
void cv_text_incidents(cv_text *to, const cv_report *r, const cv_look *look);

/* ---- JSON: docs/reference/review-json.md, schema/review.schema.json ---- */

/* Every key of review.json, or the part of it that the command is about, under the same names.
 * Fail as `out` does. */
cv_status cv_json_review(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_json_check(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_json_tally(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_json_incidents(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_json_sensitivity(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_json_copies(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_json_complaints(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);

/* ---- CSV: one header line, UTF-8, an empty cell where something is not known ---- */

cv_status cv_csv_seats(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_csv_options(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_csv_findings(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
/* A row a form, of every contest. */
cv_status cv_csv_stations(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
/* A row a line of a form that differs between two copies. */
cv_status cv_csv_copies(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);
cv_status cv_csv_refused(cv_out out, const cv_report *r, cv_arena scratch, cv_error *err);

#endif
