/* simulate/write.h — the files of a case: how they are written, and who writes which. */
#ifndef CV_SIMULATE_WRITE_H
#define CV_SIMULATE_WRITE_H

#include "base/text.h"
#include "simulate/world.h"

/* Writes one file after the other; what is large is never whole in memory. The first failure
 * is kept and later calls do nothing. */
typedef struct {
    const cv_sim_files *files;
    cv_error *err;
    cv_status status;
    cv_text t;      /* what has not been put yet */
    cv_arena *room; /* for texts of one row                        */
} cv_sim_pen;

void cv_sim_begin(cv_sim_pen *p, const char *name);
/* Puts what has gathered when it is much. */
void cv_sim_flow(cv_sim_pen *p);
void cv_sim_put(cv_sim_pen *p);

/* Cells of the row that stands in pen->t, each followed by a comma but the last of a row. */
void cv_sim_text_cell(cv_sim_pen *p, cv_str s);
void cv_sim_word_cell(cv_sim_pen *p, const char *s);
void cv_sim_count_cell(cv_sim_pen *p, int64_t n);
/* A cell of a form: number, nothing for blank, "?" for illegible. */
void cv_sim_form_cell(cv_sim_pen *p, cv_cell c);
void cv_sim_end_row(cv_sim_pen *p);
/* "candidate_3": the column of an option in every table; "against_all". */
cv_str cv_sim_option_column(const cv_sim_option *o, cv_arena *keep);
/* How many option columns the tables of a round have, against all not counted. */
int32_t cv_sim_option_columns(const cv_sim_world *w, int32_t round);
bool cv_sim_has_against(const cv_sim_world *w);
/* Cells of all option columns, empty where the contest has no such option. */
void cv_sim_option_cells(cv_sim_pen *p, const cv_sim_world *w, const cv_sim_contest *c,
                         const cv_cell *votes);
void cv_sim_option_headers(cv_sim_pen *p, const cv_sim_world *w, int32_t round);
/* "1 2 3 against": the options of a contest, as the column `ballot` has it. */
cv_str cv_sim_ballot(const cv_sim_contest *c, cv_arena *keep);

bool cv_sim_has_round(const cv_sim_world *w, int32_t round);
bool cv_sim_has_copies(const cv_sim_world *w, int32_t round, int32_t holder);
/* Date of the round's vote plus days, "2027-02-28". */
cv_str cv_sim_date(int32_t round, int32_t days, cv_arena *keep);

/* ---- the files ---- */

void cv_sim_write_election(cv_sim_pen *p, const cv_sim_world *w); /* write_election.c */
void cv_sim_write_tables(cv_sim_pen *p,
                         const cv_sim_world *w); /* write_tables.c: stations, results, copies */
void cv_sim_write_declared(cv_sim_pen *p, const cv_sim_world *w);
void cv_sim_write_decisions(cv_sim_pen *p, const cv_sim_world *w);
void cv_sim_write_boxes(cv_sim_pen *p, const cv_sim_world *w); /* write_boxes.c: manifest, boxes */
void cv_sim_write_map(cv_sim_pen *p, const cv_sim_world *w);   /* write_map.c */
void cv_sim_write_people(
    cv_sim_pen *p, const cv_sim_world *w); /* write_people.c: complaints, incidents, observers */
void cv_sim_write_truth(cv_sim_pen *p, const cv_sim_world *w); /* write_truth.c */

#endif
