/* report/dossier.h — the whole file of one complaint, the same bytes for both sides: what is asked,
 * every move, every term with its computation, the evidence by hash, all forms of the stations it
 * names, and the votes of its seat with and without them.
 *
 * Names of voters and witnesses are left out; what is withheld is listed with its reason and hash.
 */
#ifndef CV_REPORT_DOSSIER_H
#define CV_REPORT_DOSSIER_H

#include "report/report.h"

typedef struct {
    const cv_report *report;
    int32_t complaint; /* into the file                                                      */
    bool has_without;  /* it names stations of a seat                                        */
    cv_sums without;   /* the seat as decided, without them                                  */
} cv_dossier;

/* Fail as `out` does. Texts are in the report's language; without one in English. */
cv_status cv_dossier_html(cv_out out, const cv_dossier *d, cv_arena scratch, cv_error *err);
cv_status cv_dossier_json(cv_out out, const cv_dossier *d, cv_arena scratch, cv_error *err);
/* A row a piece of evidence: kind, file, sha256 as stated and as found, disclosed_to, withheld. */
cv_status cv_dossier_evidence(cv_out out, const cv_dossier *d, cv_arena scratch, cv_error *err);

#endif
