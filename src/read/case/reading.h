/* read/case/reading.h — one reading of a case, from its first file to its last: what the parts of
 * the reader share. Each part fails through `err` and returns the status.
 */
#ifndef CV_READ_CASE_READING_H
#define CV_READ_CASE_READING_H

#include "base/map.h"
#include "model/bloc.h"
#include "model/build.h"
#include "model/geo.h"
#include "model/incident.h"
#include "read/case/spec.h"
#include "read/read.h"

/* A station whose voters voted at another one, which may come in a later file. */
typedef struct {
    cv_station_ix station;
    cv_str into;
    cv_source_ix source;
    int32_t line;
    cv_contest_ix contest;
} cv_merge;

typedef struct {
    const cv_spec *spec;
    const cv_read_options *options;
    cv_str folder; /* of the case                                              */
    cv_str data;   /* where other files are looked up; empty: nowhere          */
    cv_builder *b;
    cv_arena *keep, *work;
    cv_error *err;
    cv_source_ix election_json;
    bool has_station_list;
    cv_map bloc_by_party, bloc_by_option;
    int32_t *entry; /* [cap_entries] by contest: its entry in spec->contests   */
    int64_t cap_entries;
    cv_merge *merge; /* [n_merges] resolved at the end */
    int64_t n_merges, cap_merges;
} cv_reading;

/* ---- files.c ---- */

/* A file that election.json names: in the case folder, else where "data" points. Fails at the
 * name when it is in neither. */
cv_status cv_reading_find_file(cv_str *out, cv_reading *r, const cv_said *file);

/* ---- head.c: what stands alone in election.json ---- */

/* Title, date, own fields, profile, blocs, in this order. */
cv_status cv_reading_head(cv_reading *r);
/* The copies, after the law: it says which of them count and which prevails. */
cv_status cv_reading_copies(cv_reading *r);
/* A field by its id: fixed, `t[HH:MM]`, or a declared line of the case's own. */
cv_status cv_reading_field(cv_field *out, cv_reading *r, cv_str id, int32_t at);
/* The form and the relations that the profile names, into a profile that has its settings. */
cv_status cv_reading_relations(cv_profile *out, cv_reading *r, const cv_spec_profile *spec);
/* The copy of this id; the first one when nothing was said. */
cv_status cv_reading_copy(cv_copy_ix *out, cv_reading *r, const cv_said *id);

/* ---- rules.c ---- */

/* The rule sets, each with what its engine needs and nothing that its engine does not read. */
cv_status cv_reading_rules(cv_reading *r);

/* ---- law.c ---- */

/* The legal profile that election.json names: one that comes with the program, or a file of the
 * case; nothing where it names none. */
cv_status cv_reading_law(cv_reading *r);
/* What the rule set `out` of `s` does not state is taken from the profile as it is on the day of
 * the election. Fails where both state it and differ. */
cv_status cv_reading_take_law(cv_rule_set *out, cv_reading *r, const cv_spec_rule_set *s);

/* ---- contests.c ---- */

/* The contests whose id holds no `*`, in the order of the file. */
cv_status cv_reading_contests(cv_reading *r);
/* The contest that a table names, made from a pattern when it is new; .i -1 when election.json
 * has neither. `name` may be empty. Fails when the pattern's options are wrong. */
cv_status cv_reading_contest(cv_contest_ix *out, cv_reading *r, cv_str id, cv_str name);
/* True when the options of the contest are listed: no table adds one. */
bool cv_reading_is_listed(const cv_reading *r, cv_contest_ix c);

/* What a table says about an option that is new to it. */
typedef struct {
    cv_str id, name, party;
    cv_bloc_ix bloc; /* CV_NO_BLOC: by party, else by id */
} cv_option_words;
/* The option of this id, made when it is new; texts are copied. */
int32_t cv_reading_option(cv_reading *r, cv_contest_ix c, const cv_option_words *words);

/* After all tables: what was declared, lots, run-offs. */
cv_status cv_reading_finish_contests(cv_reading *r);

/* ---- decisions.c ---- */

/* Reads decisions.csv, or the file that election.json names, if there is one. People write it for
 * canvass: a line that is wrong is an error at its place, never a row passed over. */
cv_status cv_reading_decisions(cv_reading *r);

/* ---- complaints.c ---- */

/* Reads complaints.csv, or the file that election.json names, if there is one, and the hashes of
 * the evidence that stands in the case folder. Fails as decisions do. */
cv_status cv_reading_complaints(cv_reading *r);
/* ---- incidents.c, bloc_statements.c: files that people write, read as strictly ---- */

/* incidents.csv, or the file that election.json names, in r->keep; NULL when there is none. */
cv_status cv_reading_incidents(cv_incidents **out, cv_reading *r);
/* blocs.csv: all of it in r->keep. */
cv_status cv_reading_bloc_statements(cv_bloc_statement **out, int32_t *n, cv_reading *r);

/* ---- station.c ---- */

/* Decimal degrees with point or comma, from -most to most; NAN for anything else. */
double cv_reading_degrees(cv_str s, double most);

/* ---- map.c ---- */

/* The shapes of the map that election.json names, in r->keep; NULL when it names none. */
cv_status cv_reading_map(cv_geo_map **out, cv_reading *r);
/* When the election is whole: what each shape is of, and what has none. `map` may be NULL. */
void cv_reading_match_map(cv_geo_map *map, const cv_reading *r, const cv_election *e);

#endif
