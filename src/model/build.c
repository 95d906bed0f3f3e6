#include "model/build.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/check.h"
#include "model/builder.h"

/* Countries have up to a million stations; the space for many more costs nothing. */
#define STATION_SPACE (INT64_C(1) << 31)

static void close_arena(void *arena)
{
    cv_arena_close(arena);
}

static cv_arena *open_stations(cv_arena *keep)
{
    cv_arena *a = cv_new(keep, cv_arena, 1);
    *a = cv_arena_open_wide(STATION_SPACE);
    cv_arena_defer(keep, close_arena, a);
    return a;
}

cv_builder *cv_build_open(cv_arena *keep, cv_arena *work)
{
    cv_builder *b = cv_new(work, cv_builder, 1);
    b->keep = keep;
    b->work = work;
    b->stations = open_stations(keep);
    b->head.profile = CV_PROFILE_DEFAULT;
    b->head.date = CV_NO_DATE;
    for (cv_field f = 0; f < CV_F_FIXED; f++) {
        cv_room(b->keep, cv_field_info, b->field, b->n_fields, b->cap_fields);
        b->field[b->n_fields++] = CV_FIELDS[f];
    }
    return b;
}

cv_election *cv_build_head(cv_builder *b)
{
    return &b->head;
}

/* ---- nouns ---- */

cv_field cv_build_field(cv_builder *b, cv_str id, cv_str name)
{
    for (cv_field f = 0; f < (cv_field)b->n_fields; f++)
        if (cv_str_eq(b->field[f].id, id)) return f;
    int16_t minute = -1;
    if (!cv_field_is_turnout(id, &minute) && !cv_field_is_own(id)) return CV_F_NONE;
    if (b->n_fields >= INT16_MAX) return CV_F_NONE;
    cv_room(b->keep, cv_field_info, b->field, b->n_fields, b->cap_fields);
    b->field[b->n_fields] = (cv_field_info){
        .id = cv_str_copy(b->keep, id),
        .name = cv_str_copy(b->keep, name.n ? name : id),
        .kind = CV_PERSONS,
        .minute = minute,
    };
    return (cv_field)b->n_fields++;
}

int32_t cv_build_rule_set_named(const cv_builder *b, cv_str id)
{
    for (int32_t i = 0; i < b->n_rule_sets; i++)
        if (cv_str_eq(b->rule_set[i].id, id)) return i;
    return -1;
}

int32_t cv_build_rule_set(cv_builder *b, const cv_rule_set *rules)
{
    if (cv_build_rule_set_named(b, rules->id) >= 0) return -1;
    cv_room(b->keep, cv_rule_set, b->rule_set, b->n_rule_sets, b->cap_rule_sets);
    b->rule_set[b->n_rule_sets] = *rules;
    return (int32_t)b->n_rule_sets++;
}

cv_bloc_ix cv_build_bloc_named(const cv_builder *b, cv_str id)
{
    return (cv_bloc_ix){cv_map_get(&b->bloc_by_id, id)};
}

int32_t cv_build_n_blocs(const cv_builder *b)
{
    return (int32_t)b->n_blocs;
}

cv_bloc_ix cv_build_bloc(cv_builder *b, cv_str id, cv_str name)
{
    cv_bloc_ix old = cv_build_bloc_named(b, id);
    if (old.i >= 0) return old;
    cv_room(b->keep, cv_bloc, b->bloc, b->n_blocs, b->cap_blocs);
    cv_bloc *bloc = &b->bloc[b->n_blocs];
    *bloc = (cv_bloc){cv_str_copy(b->keep, id), cv_str_copy(b->keep, name.n ? name : id)};
    return (cv_bloc_ix){cv_map_add(&b->bloc_by_id, bloc->id, (int32_t)b->n_blocs++, b->work)};
}

/* The key of an area joins parent and name; only a new one is kept. */
static cv_str area_key(cv_builder *b, char *room, int32_t n_room, cv_area_ix parent, cv_str name)
{
    /* A byte that no UTF-8 text holds stands between them. */
    int32_t n = snprintf(room, (size_t)n_room, "%d\xff", parent.i);
    if (n + name.n > n_room) return cv_str_format(b->work, "%d\xff%.*s", parent.i, CV_ARG(name));
    if (name.n) memcpy(room + n, name.s, (size_t)name.n);
    return (cv_str){room, n + name.n};
}

cv_area_ix cv_build_area(cv_builder *b, cv_area_ix parent, cv_str level, cv_str name)
{
    char room[256];
    cv_str key = area_key(b, room, (int32_t)sizeof room, parent, name);
    int32_t old = cv_map_get(&b->area_by_key, key);
    if (old >= 0) return (cv_area_ix){old};
    cv_room(b->keep, cv_area, b->area, b->n_areas, b->cap_areas);
    b->area[b->n_areas] = (cv_area){cv_str_copy(b->keep, name), level, parent};
    key = cv_str_copy(b->work, key);
    return (cv_area_ix){cv_map_add(&b->area_by_key, key, (int32_t)b->n_areas++, b->work)};
}

const cv_area *cv_build_area_at(const cv_builder *b, cv_area_ix a)
{
    cv_assert(a.i >= 0 && a.i < b->n_areas);
    return &b->area[a.i];
}

cv_copy_ix cv_build_copy(cv_builder *b, const cv_copy *copy)
{
    for (int32_t i = 0; i < b->n_copies; i++)
        if (cv_str_eq(b->copy[i].id, copy->id)) return (cv_copy_ix){i};
    cv_assert(b->n_copies < INT16_MAX);
    cv_room(b->keep, cv_copy, b->copy, b->n_copies, b->cap_copies);
    b->copy[b->n_copies] = *copy;
    return (cv_copy_ix){(int32_t)b->n_copies++};
}

const cv_copy *cv_build_copy_at(const cv_builder *b, cv_copy_ix c)
{
    cv_assert(c.i >= 0 && c.i < b->n_copies);
    return &b->copy[c.i];
}

cv_source_ix cv_build_source(cv_builder *b, const cv_source *source)
{
    cv_room(b->keep, cv_source, b->source, b->n_sources, b->cap_sources);
    b->source[b->n_sources] = *source;
    return (cv_source_ix){(int32_t)b->n_sources++};
}

cv_source *cv_build_source_at(cv_builder *b, cv_source_ix s)
{
    cv_assert(s.i >= 0 && s.i < b->n_sources);
    return &b->source[s.i];
}

cv_station_ix cv_build_station_named(const cv_builder *b, cv_str code)
{
    return (cv_station_ix){cv_map_get(&b->station_by_code, code)};
}

cv_station_ix cv_build_station(cv_builder *b, cv_str code, bool *is_new)
{
    int32_t fresh = (int32_t)b->n_stations;
    cv_str kept;
    int32_t i = cv_map_intern(&b->station_by_code, code, fresh, b->keep, b->work, &kept);
    if (is_new) *is_new = i == fresh;
    if (i != fresh) return (cv_station_ix){i};
    cv_room(b->stations, cv_station, b->station, b->n_stations, b->cap_stations);
    b->station[b->n_stations++] = (cv_station){
        .code = kept,
        .area = CV_NO_AREA,
        .merged_into = CV_NO_STATION,
        .lat = NAN,
        .lon = NAN,
    };
    return (cv_station_ix){i};
}

cv_station *cv_build_station_at(cv_builder *b, cv_station_ix s)
{
    cv_assert(s.i >= 0 && s.i < b->n_stations);
    return &b->station[s.i];
}

cv_contest_ix cv_build_contest_named(const cv_builder *b, cv_str id)
{
    return (cv_contest_ix){cv_map_get(&b->contest_by_id, id)};
}

cv_contest_ix cv_build_contest(cv_builder *b, cv_str id, bool *is_new)
{
    int32_t old = cv_map_get(&b->contest_by_id, id);
    if (is_new) *is_new = old < 0;
    if (old >= 0) return (cv_contest_ix){old};
    cv_room(b->keep, cv_contest, b->contest, b->n_contests, b->cap_contests);
    cv_room(b->work, cv_draft, b->draft, b->n_contests, b->cap_drafts);
    cv_contest *c = &b->contest[b->n_contests];
    *c = (cv_contest){
        .id = cv_str_copy(b->keep, id),
        .name = id,
        .area = CV_NO_AREA,
        .round = 1,
        .runoff_of = CV_NO_CONTEST,
        .runoff = CV_NO_CONTEST,
        .seats = 1,
        .rule = -1,
        .in_chamber = true,
        .declared = {.source = CV_NO_SOURCE},
    };
    c->name = c->id;
    b->draft[b->n_contests] = (cv_draft){0};
    return (cv_contest_ix){cv_map_add(&b->contest_by_id, c->id, (int32_t)b->n_contests++, b->work)};
}

cv_contest *cv_build_contest_at(cv_builder *b, cv_contest_ix c)
{
    cv_assert(c.i >= 0 && c.i < b->n_contests);
    return &b->contest[c.i];
}

int32_t cv_build_n_contests(const cv_builder *b)
{
    return (int32_t)b->n_contests;
}

int32_t cv_build_option_named(const cv_builder *b, cv_contest_ix c, cv_str id)
{
    cv_assert(c.i >= 0 && c.i < b->n_contests);
    return cv_map_get(&b->draft[c.i].option_by_id, id);
}

int32_t cv_build_n_options(const cv_builder *b, cv_contest_ix c)
{
    cv_assert(c.i >= 0 && c.i < b->n_contests);
    return (int32_t)b->draft[c.i].n_options;
}

int32_t cv_build_option(cv_builder *b, cv_contest_ix c, cv_str id, bool *is_new)
{
    int32_t old = cv_build_option_named(b, c, id);
    if (is_new) *is_new = old < 0;
    if (old >= 0) return old;
    cv_draft *d = &b->draft[c.i];
    cv_room(b->keep, cv_option, d->option, d->n_options, d->cap_options);
    cv_option *o = &d->option[d->n_options];
    *o = (cv_option){.id = cv_str_copy(b->keep, id), .bloc = CV_NO_BLOC};
    o->name = o->id;
    return cv_map_add(&d->option_by_id, o->id, (int32_t)d->n_options++, b->work);
}

cv_option *cv_build_option_at(cv_builder *b, cv_contest_ix c, int32_t option)
{
    cv_assert(c.i >= 0 && c.i < b->n_contests);
    cv_assert(option >= 0 && option < b->draft[c.i].n_options);
    return &b->draft[c.i].option[option];
}

/* ---- what was declared and decided ---- */

void cv_build_declare(cv_builder *b, cv_contest_ix c, int32_t option, cv_count votes, int32_t seats)
{
    cv_assert(option >= 0 && option < b->draft[c.i].n_options);
    cv_draft *d = &b->draft[c.i];
    if (option >= d->cap_declared) {
        int64_t more = 2 * (int64_t)option + 8;
        d->declared_votes = cv_grow(b->work, cv_count, d->declared_votes, d->cap_declared, more);
        d->declared_seats = cv_grow(b->work, int32_t, d->declared_seats, d->cap_declared, more);
        for (int64_t i = d->cap_declared; i < more; i++) {
            d->declared_votes[i] = CV_BLANK;
            d->declared_seats[i] = -1;
        }
        d->cap_declared = more;
    }
    if (votes != CV_BLANK) d->declared_votes[option] = votes;
    if (seats >= 0) d->declared_seats[option] = seats;
}

void cv_build_declare_field(cv_builder *b, cv_contest_ix c, cv_field field, cv_count total)
{
    cv_assert(field >= 0 && field < b->n_fields);
    cv_draft *d = &b->draft[c.i];
    if (field >= d->cap_total) {
        int64_t more = 2 * (int64_t)field + 8;
        d->declared_total = cv_grow(b->work, cv_count, d->declared_total, d->cap_total, more);
        for (int64_t i = d->cap_total; i < more; i++) d->declared_total[i] = CV_BLANK;
        d->cap_total = more;
    }
    d->declared_total[field] = total;
}

void cv_build_declared_at(cv_builder *b, cv_contest_ix c, cv_source_ix source, int32_t line)
{
    cv_declared *d = &cv_build_contest_at(b, c)->declared;
    if (d->source.i >= 0) return;
    d->source = source;
    d->line = line;
}

void cv_build_declared_outcome(cv_builder *b, cv_contest_ix c, bool is_runoff, bool is_void)
{
    cv_declared *d = &cv_build_contest_at(b, c)->declared;
    d->has_winners = true;
    d->is_runoff = is_runoff;
    d->is_void = is_void;
}

void cv_build_lot(cv_builder *b, cv_contest_ix c, const cv_lot *lot)
{
    cv_draft *d = &b->draft[c.i];
    cv_room(b->keep, cv_lot, d->lot, d->n_lots, d->cap_lots);
    d->lot[d->n_lots++] = *lot;
}

void cv_build_decision(cv_builder *b, const cv_decision *d)
{
    cv_room(b->keep, cv_decision, b->decision, b->n_decisions, b->cap_decisions);
    cv_decision *added = &b->decision[b->n_decisions++];
    *added = *d;
    if (added->seq) return;
    added->seq = b->n_decisions;
    added->position = 1;
}

/* ---- rows that are not forms ---- */

void cv_build_refuse(cv_builder *b, const cv_refused *row)
{
    cv_room(b->keep, cv_refused, b->refused, b->n_refused, b->cap_refused);
    b->refused[b->n_refused++] = *row;
    b->source[row->source.i].refused++;
    if (row->contest.i >= 0) b->contest[row->contest.i].n_refused++;
}

void cv_build_skip(cv_builder *b, cv_source_ix source, cv_str reason, int64_t line)
{
    b->source[source.i].skipped++;
    for (int64_t i = b->n_skipped - 1; i >= 0 && b->skipped[i].source.i == source.i; i--) {
        if (!cv_str_eq(b->skipped[i].reason, reason)) continue;
        b->skipped[i].n++;
        return;
    }
    cv_room(b->keep, cv_skipped, b->skipped, b->n_skipped, b->cap_skipped);
    b->skipped[b->n_skipped++] = (cv_skipped){source, reason, 1, line};
}
