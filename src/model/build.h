/* model/build.h — how an election comes to be: readers add, then it is frozen.
 *
 * A builder keeps what stays in `keep` and what is forgotten in `work`; close `work` after
 * cv_build_freeze(). Things are added once by their identifier: adding a station, contest,
 * option, bloc or area that exists returns the existing one, so readers need no maps of their
 * own. Texts passed in must live as long as `keep` unless a function says that it copies.
 *
 * Pointers from cv_build_*_at() are good until the next addition of the same kind.
 */
#ifndef CV_MODEL_BUILD_H
#define CV_MODEL_BUILD_H

#include "base/error.h"
#include "model/decision.h"
#include "model/election.h"
#include "model/lot.h"

typedef struct cv_builder cv_builder;

cv_builder *cv_build_open(cv_arena *keep, cv_arena *work);

/* Title, date, profile and the like; the arrays are set by cv_build_freeze(). */
cv_election *cv_build_head(cv_builder *b);

/* ---- nouns ---- */

/* A fixed field, `t[HH:MM]`, or a line of the case's own (`x_...`); CV_F_NONE for any other id.
 * Copies id and name. */
cv_field cv_build_field(cv_builder *b, cv_str id, cv_str name);
int32_t cv_build_rule_set(cv_builder *b, const cv_rule_set *rules); /* -1: the id is taken */
int32_t cv_build_rule_set_named(const cv_builder *b, cv_str id);    /* -1: none             */
cv_bloc_ix cv_build_bloc(cv_builder *b, cv_str id, cv_str name);
cv_bloc_ix cv_build_bloc_named(const cv_builder *b, cv_str id);
int32_t cv_build_n_blocs(const cv_builder *b);
/* `parent` may be CV_NO_AREA. Copies. */
cv_area_ix cv_build_area(cv_builder *b, cv_area_ix parent, cv_str level, cv_str name);
const cv_area *cv_build_area_at(const cv_builder *b, cv_area_ix a);
cv_copy_ix cv_build_copy(cv_builder *b, const cv_copy *copy);
const cv_copy *cv_build_copy_at(const cv_builder *b, cv_copy_ix c);
cv_source_ix cv_build_source(cv_builder *b, const cv_source *source);
cv_source *cv_build_source_at(cv_builder *b, cv_source_ix s);

/* By code; copies it when new. *is_new may be NULL. */
cv_station_ix cv_build_station(cv_builder *b, cv_str code, bool *is_new);
cv_station_ix cv_build_station_named(const cv_builder *b, cv_str code); /* .i -1: none */
cv_station *cv_build_station_at(cv_builder *b, cv_station_ix s);

/* By id; copies it when new. A new contest has 1 seat, round 1, rule -1. */
cv_contest_ix cv_build_contest(cv_builder *b, cv_str id, bool *is_new);
cv_contest_ix cv_build_contest_named(const cv_builder *b, cv_str id);
cv_contest *cv_build_contest_at(cv_builder *b, cv_contest_ix c);
int32_t cv_build_n_contests(const cv_builder *b);

/* By id within the contest; copies it when new. Returns the option's number in the contest. */
int32_t cv_build_option(cv_builder *b, cv_contest_ix c, cv_str id, bool *is_new);
int32_t cv_build_n_options(const cv_builder *b, cv_contest_ix c);
int32_t cv_build_option_named(const cv_builder *b, cv_contest_ix c, cv_str id); /* -1: none */
cv_option *cv_build_option_at(cv_builder *b, cv_contest_ix c, int32_t option);

/* ---- forms ---- */

typedef struct {
    cv_contest_ix contest;
    cv_station_ix station;
    cv_copy_ix copy;
    cv_source_ix source;
    int32_t line;
    bool replaces; /* takes the place of earlier forms with the same contest, station, copy */
    bool closed;   /* void, no poll held, or merged elsewhere                               */
    const cv_date *recorded; /* when it became known; NULL: as its copy says                */
} cv_form_key;

/* Where a cell of a row goes: a field (option < 0) or an option of the contest. */
typedef struct {
    cv_field field;
    int32_t option;
} cv_slot;

/* Adds a form with `n` cells; returns its number for cv_build_cell_set(). Fields that no cell
 * names are unreported, options that no cell names are absent. Never merges: two forms with one
 * key are two forms. */
int32_t cv_build_form(cv_builder *b, const cv_form_key *key, const cv_slot *slot,
                      const cv_cell *cell, int32_t n);
/* Sets or reads one cell of a form that was added (long layouts). */
void cv_build_cell_set(cv_builder *b, cv_contest_ix c, int32_t form, cv_slot slot, cv_cell cell);
cv_cell cv_build_cell_get(const cv_builder *b, cv_contest_ix c, int32_t form, cv_slot slot);

/* The list of stations expects a form of this station in this contest. `registered` is its
 * register from the list (an awaited form carries it), or CV_CELL_UNREPORTED. */
void cv_build_expect(cv_builder *b, cv_contest_ix c, cv_station_ix s, cv_cell registered);

/* ---- what was declared and decided ---- */

/* votes: CV_BLANK when not declared; seats: -1 when not declared. */
void cv_build_declare(cv_builder *b, cv_contest_ix c, int32_t option, cv_count votes,
                      int32_t seats);
void cv_build_declare_field(cv_builder *b, cv_contest_ix c, cv_field field, cv_count total);
/* Where the declaration stands; the first call of a contest wins. */
void cv_build_declared_at(cv_builder *b, cv_contest_ix c, cv_source_ix source, int32_t line);
/* The declaration names a run-off pair (seats of the options mark it) or nobody. */
void cv_build_declared_outcome(cv_builder *b, cv_contest_ix c, bool is_runoff, bool is_void);

/* The sum that a higher level states for an area; the first call of a key names its place. */
typedef struct {
    cv_contest_ix contest;
    cv_area_ix area;
    cv_copy_ix copy;
    cv_source_ix source;
    int32_t line;
} cv_sum_key;
int32_t cv_build_sum(cv_builder *b, const cv_sum_key *key);
void cv_build_sum_set(cv_builder *b, int32_t sum, cv_slot slot, cv_count figure);

void cv_build_lot(cv_builder *b, cv_contest_ix c, const cv_lot *lot);
/* Copies the struct; `votes` and `place` must live in `keep`, `votes` have one cell per option of
 * the contest as it is at cv_build_freeze(). A record without `seq` is a decision of its own. */
void cv_build_decision(cv_builder *b, const cv_decision *d);

/* ---- rows that are not forms ---- */

/* Lists a row that could not be taken; counts it at its source and contest. */
void cv_build_refuse(cv_builder *b, const cv_refused *row);
/* Counts a row left out on purpose; `reason` is shown to people and is not copied. */
void cv_build_skip(cv_builder *b, cv_source_ix source, cv_str reason, int64_t line);

/* ---- the end ---- */

/* Orders the forms, decides which of them count, computes the derived columns, and gives the
 * finished election. The builder must not be used afterwards.
 * Fails with CV_E_INPUT when a contest has no rule set, or a decision does not fit. */
cv_status cv_build_freeze(cv_election *out, cv_builder *b, cv_error *err);

#endif
