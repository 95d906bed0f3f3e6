/* read/case/mapping.h — one entry of "results" or "stations" against the header of one table:
 * every name of a column has become its number, every text with braces its pieces.
 *
 * Made once per table; members of an archive with the same header share one.
 */
#ifndef CV_READ_CASE_MAPPING_H
#define CV_READ_CASE_MAPPING_H

#include "read/case/reading.h"
#include "read/case/template.h"
#include "read/number.h"

typedef struct {
    int32_t column;
    const cv_saids *is, *is_not;
    cv_yes_no blank;
    cv_str why; /* of "skip" */
} cv_condition;

typedef struct {
    const cv_condition *v; /* [n] */
    int32_t n;
} cv_conditions;

bool cv_condition_holds(const cv_condition *c, const cv_str *cell);
bool cv_conditions_all(const cv_conditions *c, const cv_str *cell);
bool cv_conditions_any(const cv_conditions *c, const cv_str *cell);

/* One cell of a form: a column of the table, or several that are added. */
typedef struct {
    cv_field field;      /* CV_F_NONE: an option                               */
    int32_t option;      /* number in the form's `option`; -1: a field         */
    int32_t column;      /* the first one                                      */
    int32_t n_more;      /* columns added to it                                */
    const int32_t *more; /* [n_more]                                          */
} cv_cell_source;

/* An option of a wide table. */
typedef struct {
    cv_str id, name;
} cv_option_column;

typedef struct {
    cv_str id;
    cv_field field;
} cv_pseudo;

typedef struct {
    const cv_spec_form *spec;
    cv_template contest, contest_name, recorded;
    cv_contest_ix fixed_contest; /* .i -1: the template says */
    cv_copy_ix copy;
    bool copy_counts;
    cv_conditions where, missing;
    int32_t n_sources, n_options;
    const cv_cell_source *source;   /* [n_sources] fields first, then options */
    const cv_option_column *option; /* [n_options] wide                       */
    cv_cell option_blank;           /* what an empty option cell means        */
    int32_t reg_source;             /* of `reg` or `reg_main`; -1: none       */
    /* long */
    cv_template option_id, option_name, option_party, option_bloc;
    int32_t votes_column, seats_column; /* CV_COLUMN_NONE: none */
    const cv_pseudo *pseudo;            /* [n_pseudo]           */
    int32_t n_pseudo;
    bool has_elected;
    cv_condition elected;
    /* wide, by contest: [n_options] the option's number in the contest, -1 not yet there */
    int32_t **slots; /* [cap_slots] */
    int64_t cap_slots;
} cv_form_map;

typedef struct {
    cv_str level;
    cv_template name;
} cv_area_map;

typedef struct {
    cv_str cell;
    cv_station_kind kind;
} cv_kind_value;

typedef struct {
    const cv_spec_table *spec;
    bool is_long, is_declared, is_sum; /* layout long; level contest or area; level area */
    int32_t n_columns;
    const cv_str *column; /* [n_columns] the header it was made for */
    cv_number_style style;
    cv_conditions where, skip, closed;
    cv_template station, station_name, merged_into;
    int32_t n_areas;
    const cv_area_map *area;
    int32_t lat, lon, kind_column, registered; /* CV_COLUMN_NONE: none */
    const cv_kind_value *kind;                 /* [n_kinds] */
    int32_t n_kinds;
    cv_station_kind standard_kind;
    int32_t n_forms;
    cv_form_map *form;           /* [n_forms] */
    const cv_template *contests; /* [n_contests] list of stations */
    int32_t n_contests;
} cv_mapping;

/* Fails at the place in election.json for whatever does not fit the header, and when a column is
 * neither mapped nor ignored; `file` names the table for people. Belongs to r->work, texts that
 * stay in the election to r->keep. */
cv_status cv_mapping_make(cv_mapping **out, cv_reading *r, const cv_spec_table *spec,
                          const cv_table *table, const cv_table_member *member, cv_str file);
/* True when the mapping was made for a header with the same names in the same order. */
bool cv_mapping_fits(const cv_mapping *m, const cv_table_member *member);

#endif
