/* model/election.h — one election, read once and then const.
 *
 * Stored by column: a country fits in memory, and a pass over a million stations is a pass over
 * arrays. The forms of a contest are one block: forms × fields and forms × options, each column
 * contiguous. Every form knows its file and line; nothing is ever overwritten: a later version,
 * another copy, a duplicate are further forms, told apart by `state` and `copy`.
 *
 * Made by model/build.h. Decisions do not edit it: see model/overlay.h.
 */
#ifndef CV_MODEL_ELECTION_H
#define CV_MODEL_ELECTION_H

#include "base/date.h"
#include "base/hash.h"
#include "base/message.h"
#include "model/field.h"
#include "model/ids.h"
#include "model/profile.h"
#include "model/rule_set.h"
#include "model/trust.h"

/* ---- places ---- */

/* A tree; a parent's index is smaller than its children's. */
typedef struct {
    cv_str name;
    cv_str level; /* "region", "district", ...; the column's id in election.json */
    cv_area_ix parent;
} cv_area;

typedef enum {
    CV_STATION_ORDINARY,
    CV_STATION_POSTAL,  /* postal, advance, absentee: no own register by design */
    CV_STATION_SPECIAL, /* register not closed: travellers, officials on duty   */
    CV_STATION_MOBILE,
    CV_STATION_ABROAD,
    CV_STATION_ELECTRONIC
} cv_station_kind;

typedef struct {
    cv_str code; /* the key as written; parts joined by "/"                     */
    cv_str name;
    cv_area_ix area;
    cv_station_kind kind;
    bool closed;               /* no poll was held, or the poll was void: no form is expected */
    cv_station_ix merged_into; /* its voters voted there; CV_NO_STATION mostly  */
    bool is_merge_target;
    double lat, lon; /* degrees; NAN where unknown                              */
} cv_station;

/* ---- what is decided ---- */

typedef enum { CV_OPTION_CANDIDATE, CV_OPTION_LIST, CV_OPTION_AGAINST } cv_option_kind;

typedef struct {
    cv_str id, name;
    cv_str party; /* as written; empty where none                                        */
    cv_bloc_ix bloc;
    cv_option_kind kind;
    bool barred;           /* cannot be seated                                           */
    bool threshold_exempt; /* a list of a minority that needs no threshold               */
    int32_t parties;       /* lists: how many parties stand together; 0 means one        */
} cv_option;

typedef enum {
    CV_COMPLETE_UNKNOWN, /* no list of stations: completeness cannot be checked */
    CV_COMPLETE_LISTED,  /* a list was given: missing stations have awaited forms */
    CV_COMPLETE_NOT      /* the source is known to be partial                   */
} cv_completeness;

/* What the body in charge announced; figures that it did not give are CV_BLANK. */
typedef struct {
    bool has_winners; /* winners or seats were declared                  */
    bool is_runoff;   /* `seats` marks the run-off pair instead          */
    bool is_void;
    const int32_t *seats;  /* [n_options] 0 or more                        */
    const cv_count *votes; /* [n_options] or NULL when none were declared  */
    const cv_count *total; /* [n_fields of the election] or NULL           */
    cv_source_ix source;
    int32_t line; /* of the first row that declared something; 0: election.json */
} cv_declared;

typedef struct {
    cv_str id, name;
    cv_area_ix area;
    int32_t round;           /* 1, 2, ...                                               */
    cv_contest_ix runoff_of; /* the first round that this one decides; CV_NO_CONTEST    */
    cv_contest_ix runoff;    /* the second round of this one; CV_NO_CONTEST             */
    int32_t seats;
    int32_t rule;      /* into election.rule_set                                  */
    cv_str electorate; /* contests with the same non-empty word had the same voters
                          at the same stations: C701 to C705 compare them         */
    bool in_chamber;   /* its seats are part of the chamber                       */
    int32_t n_options;
    const cv_option *option; /* [n_options] */
    cv_completeness completeness;
    int32_t n_refused; /* rows of this contest that could not be taken            */
    cv_declared declared;
    int32_t n_lots;
    const struct cv_lot *lot; /* [n_lots] draws made by people, in order: model/lot.h    */
} cv_contest;

/* ---- forms ---- */

/* A set of forms with one holder and version. */
typedef struct {
    cv_str id;     /* key in election.json                                     */
    cv_str holder; /* for people                                               */
    cv_copy_kind kind;
    int32_t version; /* later versions have larger numbers                    */
    bool counts;     /* its forms are the figures; the others are compared     */
    bool is_repeat;  /* of a repeat vote: they count where a decision ordered one */
    bool is_box;     /* of one box of a station, which a decision may set aside   */
    bool has_time;
    cv_date recorded; /* when its forms became known, unless a form says itself;
                         meaningless without has_time                           */
} cv_copy;

typedef enum {
    CV_FORM_COUNTED,   /* its figures are in the sums                                   */
    CV_FORM_COPY,      /* held by somebody else, or an earlier version: compared only   */
    CV_FORM_REPLACED,  /* a later row of the same copy replaces it (a repeat vote)      */
    CV_FORM_DUPLICATE, /* same key and copy as another, not counted                     */
    CV_FORM_CLOSED,    /* the station was closed, void or merged: no figures expected   */
    CV_FORM_ANNULLED,  /* all zeros, and the case says that this means annulled         */
    CV_FORM_AWAITED,   /* expected by the list of stations, or held by others only, and not
                          there: no figures                                              */
    CV_FORM_REPEAT,    /* of a repeat vote: counts where a decision in force ordered it   */
    CV_FORM_BOX        /* of one box of the station: a part of another form              */
} cv_form_state;

/* Columns that the checks and counts need whatever the national form looks like. They are a
 * column of the form where it has one, and computed from others where not; a cell that cannot
 * be computed is blank, illegible or unreported. */
typedef enum {
    CV_D_REG,     /* reg; else reg_main + reg_add (+ reg_special when on top)           */
    CV_D_VALID,   /* valid; else the sum over options, against, gone, writein           */
    CV_D_SUM,     /* sum over options, against, gone, writein; absent cells count 0     */
    CV_D_BLANK,   /* blank; absent where the form has none                              */
    CV_D_INVALID, /* invalid; else cast − valid − blank                                  */
    CV_D_CAST,    /* valid + blank + invalid; else cast                                 */
    CV_D_ISS,     /* iss; else the sum of its parts                                     */
    CV_D_BOX,     /* box; else the sum of its parts; else CV_D_CAST                     */
    CV_D_PERSONS, /* participants, as the profile says                                  */
    CV_D_N
} cv_derived;

/* All forms of one contest, ordered by copy, then station, then reading order; awaited forms
 * stand in the place of their station in the first counting copy. */
typedef struct {
    int32_t n;
    const cv_station_ix *station; /* [n]                                             */
    const int16_t *copy;          /* [n] into election.copy                          */
    const uint8_t *state;         /* [n] cv_form_state                               */
    const int32_t *source;        /* [n] into election.source; -1: awaited           */
    const int32_t *line;          /* [n] first line of the row in its file; 0: awaited */
    const cv_date *recorded;      /* [n] when it became known; CV_NO_DATE: from the start.
                                     NULL: no form of the contest has a time          */
    int32_t n_fields;
    const cv_field *field;          /* [n_fields] which fields these forms carry, ascending */
    const cv_cell *const *cell;     /* [n_fields] columns [n]                          */
    const cv_cell *const *votes;    /* [n_options of the contest] columns [n]          */
    const cv_cell *derived[CV_D_N]; /* columns [n]                                   */
} cv_forms;

/* ---- levels ---- */

/* One figure of a sum: of a field, or of an option (>= 0). */
typedef struct {
    cv_field field;
    int16_t option;
    cv_count figure;
} cv_sum_cell;

/* What a higher level states for an area: the sum of what lies below it (C805). */
typedef struct {
    cv_contest_ix contest;
    cv_area_ix area;
    cv_copy_ix copy;
    cv_source_ix source;
    int32_t line; /* of the first row that states something */
    int32_t n_cells;
    const cv_sum_cell *cell; /* [n_cells] figures that are stated */
} cv_area_sum;

/* ---- where it all comes from ---- */

/* What a sheet of a workbook does not show, or shows otherwise. All of it is read. */
typedef struct {
    bool is_sheet, is_hidden;
    int64_t hidden_rows; /* hidden or filtered out, with a value */
    int64_t hidden_columns;
    int64_t formulas; /* cells whose stored value was taken     */
    int64_t errors;   /* cells that say #REF!, #N/A or the like */
    int64_t merged;   /* groups of cells that were merged       */
} cv_sheet_facts;

typedef struct {
    cv_str file;      /* as named in election.json, with the member of an archive after "!" */
    cv_str path;      /* as opened                                                           */
    cv_sha256 sha256; /* of the file's bytes as found on disk (the archive, if it is one) */
    int64_t bytes;
    cv_str encoding;
    cv_sheet_facts sheet;
    cv_str encoding_words; /* by which the encoding was guessed: "Čadca, Žilina"; "": no guess */
    int64_t rows, taken, skipped, refused; /* rows = taken + skipped + refused           */
} cv_source;

/* A row that is not in the model. */
typedef struct {
    cv_source_ix source;
    int64_t line, column;  /* column: of the cell, from 1; 0 when the row as a whole      */
    int16_t code;          /* 2 for R02 (docs/reference/refusals.md)                      */
    cv_message reason;     /* with the offender in single quotes                          */
    cv_contest_ix contest; /* CV_NO_CONTEST when it could not be read                    */
    cv_station_ix station; /* CV_NO_STATION when it could not be read                    */
} cv_refused;

/* Rows left out on purpose, by reason. */
typedef struct {
    cv_source_ix source;
    cv_str reason;
    int64_t n;
    int64_t first_line;
} cv_skipped;

typedef struct {
    cv_str id, name;
} cv_bloc;

typedef struct {
    cv_str id, title, place;
    cv_date date;
    bool is_simulated; /* made for training: it did not take place */
    cv_profile profile;
    int32_t n_fields;
    const cv_field_info *field; /* [n_fields] CV_FIELDS first, then the case's own lines */
    int32_t n_rule_sets;
    const cv_rule_set *rule_set;
    int32_t n_blocs;
    const cv_bloc *bloc;
    int32_t n_own_blocs; /* of them, of the case: the others only statements speak of */
    int32_t n_areas;
    const cv_area *area;
    int32_t n_stations;
    const cv_station *station;
    int32_t n_contests;
    const cv_contest *contest;
    const cv_forms *forms; /* [n_contests] */
    int32_t n_copies;
    const cv_copy *copy;
    int32_t n_sums;
    const cv_area_sum *sum; /* by contest, copy, area */
    int32_t n_sources;
    const cv_source *source;
    int32_t n_decisions;
    const struct cv_decision *decision;         /* in file order: model/decision.h */
    const struct cv_complaint_file *complaints; /* NULL: none on file; model/complaint.h */
    int64_t n_refused;
    const cv_refused *refused; /* in order of source, line */
    int64_t n_skipped;
    const cv_skipped *skipped;
    const struct cv_geo_map *map;         /* NULL: none; model/geo.h */
    const struct cv_law *law;             /* the legal profile; NULL: none named; model/law.h */
    const struct cv_incidents *incidents; /* NULL: none on record; model/incident.h */
    int32_t n_bloc_statements;
    const struct cv_bloc_statement *bloc_statement; /* in file order: model/bloc.h */
} cv_election;

/* The column of `field` in the forms, or NULL when they do not carry it. */
const cv_cell *cv_forms_column(const cv_forms *f, cv_field field);

/* True when the form's station was expected to report and its figures count or are awaited. */
bool cv_form_is_live(uint8_t state);

cv_contest_ix cv_contest_named(const cv_election *e, cv_str id);

#endif
