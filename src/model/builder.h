/* model/builder.h — the inside of a builder, shared by the files that make it: build.c (nouns),
 * build_forms.c (forms), freeze.c (order and states). */
#ifndef CV_MODEL_BUILDER_H
#define CV_MODEL_BUILDER_H

#include "base/map.h"
#include "model/build.h"

enum {
    FORM_REPLACES = 1,
    FORM_CLOSED = 2,
    FORM_EXPECTED = 4 /* no form: the list of stations expects one */
};

/* A stretch of forms by column. Columns appear when their first cell does; a missing column
 * means that every cell has its default. */
typedef struct cv_chunk {
    struct cv_chunk *next;
    int32_t n, cap;
    int32_t *station, *source, *line;
    int16_t *copy;
    uint8_t *flags;
    cv_date *recorded;                       /* NULL: no form of the chunk has a time          */
    int32_t n_field_columns, n_vote_columns; /* lengths of the two arrays below */
    cv_cell **field;                         /* [n_field_columns] NULL or [cap] */
    cv_cell **votes;                         /* [n_vote_columns] NULL or [cap]  */
} cv_chunk;

typedef struct {
    cv_station_ix station;
    cv_cell registered;
} cv_expected;

/* A contest under construction. */
typedef struct {
    cv_map option_by_id;
    cv_option *option;
    int64_t n_options, cap_options;
    cv_chunk *first, *last;
    int32_t n_forms;
    bool *carries; /* [cap_fields] which fields its forms carry */
    int64_t cap_fields;
    cv_expected *expected;
    int64_t n_expected, cap_expected;
    cv_lot *lot;
    int64_t n_lots, cap_lots;
    int32_t *declared_seats;  /* [cap_declared] -1: not declared       */
    cv_count *declared_votes; /* [cap_declared] CV_BLANK: not declared */
    int64_t cap_declared;
    cv_count *declared_total; /* [cap_total] by field, CV_BLANK: none  */
    int64_t cap_total;
} cv_draft;

struct cv_builder {
    cv_arena *keep, *work;
    cv_election head;
    cv_map area_by_key, station_by_code, contest_by_id, bloc_by_id;
    cv_field_info *field;
    int64_t n_fields, cap_fields;
    cv_rule_set *rule_set;
    int64_t n_rule_sets, cap_rule_sets;
    cv_bloc *bloc;
    int64_t n_blocs, cap_blocs;
    cv_area *area;
    int64_t n_areas, cap_areas;
    cv_arena *stations; /* of the array below alone; closed with `keep` */
    cv_station *station;
    int64_t n_stations, cap_stations;
    cv_contest *contest;
    int64_t n_contests, cap_contests;
    cv_draft *draft; /* [n_contests] */
    int64_t cap_drafts;
    cv_copy *copy;
    int64_t n_copies, cap_copies;
    cv_source *source;
    int64_t n_sources, cap_sources;
    cv_decision *decision;
    int64_t n_decisions, cap_decisions;
    cv_refused *refused;
    int64_t n_refused, cap_refused;
    cv_skipped *skipped;
    int64_t n_skipped, cap_skipped;
    cv_map sum_by_key;
    cv_area_sum *sum;
    int64_t n_sums, cap_sums;
    int64_t *sum_room; /* [n_sums] room for cells */
    int64_t n_sum_room, cap_sum_room;
};

/* freeze.c → build_sums.c: by contest, copy, area. */
void cv_order_sums(cv_builder *b);

#endif
