/* report/extract.h — what of a review goes into the page, which has to open on a telephone.
 *
 * A small election goes in whole. Of a large one the page holds the findings with the most votes,
 * after some of every rule that found anything, and the stations that somebody may have to look at:
 * those with such findings, in what to open first, decided, missing, with other findings; of what
 * room is left, the other stations at equal distances, so that a chart of them is a fair sample. A
 * station goes in with all its forms: its copies can be laid side by side. What is left out is in
 * the tables.
 */
#ifndef CV_REPORT_EXTRACT_H
#define CV_REPORT_EXTRACT_H

#include "report/report.h"

typedef struct {
    int64_t bytes;    /* of stations and their forms, as JSON                 */
    int64_t findings; /* rows                                                 */
    int64_t of_rule;  /* findings that each rule keeps, if it has so many     */
    int64_t refused;  /* rows                                                 */
    int64_t listed;   /* stations in the lists of all contests together       */
} cv_extract_limits;

#define CV_EXTRACT_LIMITS_DEFAULT ((cv_extract_limits){14000000, 20000, 200, 2000, 5000})

typedef struct {
    int32_t n_stations;
    const int32_t *station;    /* [n_stations] those in the page, ascending            */
    const int32_t *station_at; /* [stations of the election] number in the page; -1    */
    int32_t n_areas;
    const int32_t *area;    /* [n_areas] those that stations or contests stand in, and theirs */
    const int32_t *area_at; /* [areas of the election] number in the page; -1         */
    const int32_t *n_forms; /* [n_contests] */
    const int32_t *const *form_at; /* [n_contests][forms of the contest] number in the page; -1 */
    int64_t n_findings, all_findings;
    const int64_t *finding; /* [n_findings] errors first, then warnings; most votes first */
    int64_t n_refused;
    int32_t n_listed; /* most stations in one list of one contest                     */
    int32_t every;    /* of stations that nothing speaks of every so-many-th is here; 1: all;
                         0: none                                                      */
} cv_extract;

/* Memory belongs to `keep`. */
void cv_extract_make(cv_extract *out, const cv_report *r, const cv_extract_limits *limits,
                     cv_arena *keep, cv_arena scratch);

#endif
