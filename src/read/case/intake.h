/* read/case/intake.h — the rows of a table into the builder.
 *
 * Every row ends in one of three ways: taken, skipped with a reason, refused with a code. A row is
 * taken as a whole or not at all. The station of a refused row, where its key can be read, is
 * awaited: it counts as missing.
 *
 * intake.c drives; station.c keeps stations; wide.c, long.c and declared.c take one row each.
 */
#ifndef CV_READ_CASE_INTAKE_H
#define CV_READ_CASE_INTAKE_H

#include "read/case/mapping.h"

/* What stands in a row about one form, until the whole row is known to be good. */
typedef struct {
    cv_contest_ix contest;
    bool applies, missing;
    int32_t first, n; /* its part of slot[] and cell[] */
} cv_row_form;

/* Forms that a long table gathers: one entry a form, chained by key. */
typedef struct {
    int32_t contest, station, copy;
} cv_gather_key;

typedef struct {
    cv_gather_key key;
    int32_t form, next; /* the next form of the same key, -1: none */
} cv_gathered;

/* A cell that a refused row of a long table leaves unknown. */
typedef struct {
    cv_gather_key key;
    cv_slot slot;
} cv_unknown_cell;

/* The area of the last row that had one, by level; .area -1: none yet. */
typedef struct {
    cv_area_ix parent, area;
    cv_str name;
} cv_last_area;

typedef struct {
    cv_reading *r;
    cv_mapping *m;
    cv_source_ix source;
    int32_t sum;        /* of the present row; -1: it declares a total of its contest */
    const cv_str *cell; /* of the present row */
    int32_t line;
    int64_t taken;
    /* room, used again for each row */
    cv_buffer station_text, contest_text, name_text, option_text, party_text, bloc_text;
    cv_last_area *last_area; /* [m->n_areas] */
    cv_row_form *form;       /* [m->n_forms]            */
    cv_slot *slot;           /* [all sources of a row]  */
    cv_cell *value;          /* the same                */
    cv_date time;            /* of the present form     */
    /* long */
    cv_map gathered_by_key;
    cv_gathered *gathered;
    int64_t n_gathered, cap_gathered;
    cv_unknown_cell *unknown;
    int64_t n_unknown, cap_unknown;
} cv_intake;

/* What is wrong with a row. code 0: nothing. */
typedef struct {
    int code;
    int32_t column;    /* from 0; -1: the row as a whole */
    cv_message reason; /* in r->keep                   */
    cv_contest_ix contest;
    cv_station_ix station;
} cv_row_problem;

#define CV_ROW_GOOD ((cv_row_problem){0, -1, {0}, CV_NO_CONTEST, CV_NO_STATION})

/* ---- rows.c ---- */

/* Reads all files of an entry of "results" or "stations", or of declared totals. */
cv_status cv_intake_read(cv_reading *r, const cv_spec_table *spec);
/* The codes of docs/reference/refusals.md that are found here. */
enum {
    CV_R06_EMPTY = 6,
    CV_R09_OPTION = 9,
    CV_R10_STATION = 10,
    CV_R11_DIFFERS = 11,
    CV_R12_CONTEST = 12,
    CV_R13_REFERENCE = 13,
    CV_R17_TIME = 17
};
/* Lists the present row as refused. */
void cv_intake_refuse(cv_intake *t, const cv_row_problem *p);
/* The contest of a form entry in the present row; code R06 or R12 when there is none. */
cv_status cv_intake_contest(cv_contest_ix *out, cv_row_problem *p, cv_intake *t,
                            const cv_form_map *f);
/* When the form of the present row became known, in t->time; NULL: as its copy says. Code R17
 * for a cell that is no date. */
const cv_date *cv_intake_time(cv_row_problem *p, cv_intake *t, const cv_form_map *f);
/* One cell of a form; the sum of several columns. */
cv_cell cv_intake_cell(cv_row_problem *p, cv_intake *t, const cv_cell_source *s);
/* Counts the contest's station as missing unless a form of it comes from elsewhere. */
void cv_intake_await(cv_intake *t, cv_contest_ix c, cv_station_ix s, cv_cell registered);

/* ---- station.c ---- */

/* The station of the present row, made when it is new; code R06, R10 when there is none. */
cv_station_ix cv_intake_station(cv_row_problem *p, cv_intake *t);
/* The area of the present row, made when it is new; CV_NO_AREA where its cells are empty. */
cv_area_ix cv_intake_area(cv_intake *t);
/* The key alone: a station that is known already, .i -1 otherwise. */
cv_station_ix cv_intake_known_station(cv_intake *t);
/* Takes what the present row says about the station: closed, merged. True when it had no poll of
 * its own. `c`: the contest of the row, for a merge that turns out to point nowhere. */
bool cv_intake_station_facts(cv_intake *t, cv_station_ix s, cv_contest_ix c);
/* After all tables: the stations that others were merged into. */
void cv_reading_finish_merges(cv_reading *r);

/* ---- one row each; *taken false: refused or skipped, and listed ---- */

cv_status cv_wide_row(bool *taken, cv_intake *t);
cv_status cv_long_row(bool *taken, cv_intake *t);
/* At the end of a file: cells that refused rows leave unknown. */
void cv_long_finish(cv_intake *t);
cv_status cv_declared_row(bool *taken, cv_intake *t);
cv_status cv_listed_station_row(bool *taken, cv_intake *t);

#endif
