/* report/html.h — report.html: the program of the page with the review as its data, one file.
 *
 * The page (folder page/) is one text with four marks, each once and in this order:
 *   lang="en" data-language=""   the language that it begins in; empty: the reader's browser says
 *   <title>canvass</title>   gets the title of the election
 *   <!--answer-->            the answer as plain HTML, for readers without scripts
 *   <!--data-->              the data: what the page's program reads
 *
 * The data is review.json with the keys of docs/reference/report-data.md. Names come from files
 * that anybody may have written: in the data every `<` is written \u003c, elsewhere & < > " ' are
 * written as entities and what would turn the direction of the text as U+FFFD; nothing else of a
 * name reaches the page.
 */
#ifndef CV_REPORT_HTML_H
#define CV_REPORT_HTML_H

#include "report/extract.h"

typedef struct {
    cv_str page;     /* the page with its marks                                          */
    cv_str texts;    /* translations, as JSON: {"ru": {"text": "translation"}, ...}      */
    cv_str language; /* that the page begins in; empty: the reader's browser says        */
} cv_html_parts;

/* Writes the whole file, piece by piece. Fails as `out` does. The marks must be there. */
cv_status cv_html_review(cv_out out, const cv_report *r, const cv_html_parts *parts,
                         cv_arena scratch, cv_error *err);

/* What of a review fits into `room` bytes of data: findings and lists as far as they do, then
 * stations. What contests and inputs take is not cut: some thousands of contests fit. */
cv_extract_limits cv_html_limits(const cv_report *r, int64_t room, cv_arena scratch);

/* The data alone, as it stands in the page; `extract` as cv_extract_make() left it. */
cv_status cv_html_data(cv_out out, const cv_report *r, const cv_extract *extract, cv_arena scratch,
                       cv_error *err);

#endif
